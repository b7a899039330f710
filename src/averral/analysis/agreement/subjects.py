"""Who stands as the subject before a verb that tells of a deed: "they executed", "the army, which had shelled"."""

from __future__ import annotations

import re

from averral.analysis.agreement.page import Page
from averral.records import Mention, Trigger

__all__ = ["find_subject"]

_VERB = re.compile(
    r"(?:\w+ed|shot|blew|took|held|set|beat|struck|hit|burnt|threw|drove|slew|broke|fought|stole|hung|seized|laid|left)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:,?\s*\b(?:who|which|that|had|has|have|then|also|later|once|first|again|already|deliberately|simply|merely|all|"
    r"both|together|themselves|itself|himself|themselves alone|alone)\b){0,3},?\s*",
    re.IGNORECASE,
)
"""What may stand between a subject and its verb; a form of "to be" makes it the one who suffers."""
FAR = 40
"""Characters between a subject and its verb."""


def find_subject(page: Page, trigger: Trigger, sentence: tuple[int, int]) -> Mention | None:
    """The one who acts before a finite verb of a sentence; None where the verb has no such subject or is none."""
    headline = page.text[slice(*sentence)].isupper()
    if headline or not _VERB.match(page.text, trigger.start, trigger.end):
        return None
    before = [m for m in page.actors if sentence[0] <= m.start and m.end <= trigger.start]
    near = [m for m in before if trigger.start - m.end <= FAR]
    if not near:
        return None
    end = max(m.end for m in near)
    last = min((m for m in near if m.end == end), key=lambda m: m.start)
    return last if _BETWEEN.fullmatch(page.text, last.end, trigger.start) else None
