"""Deeds that nobody says were done: "would have bombed", "nobody was arrested", "there was no attack"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from averral.extract.event import FoundEvent

__all__ = ["is_untold"]

REACH = 90
CLAUSE = re.compile(r"[.;:!?\n“”\"]|,\s+(?:but|and|while|although|because)\b")
AGAINST_FACT = re.compile(
    r"\b(?i:would(?:n['’]t|\s+not)?\s+(?:\w+ly\s+)?have(?:\s+been)?(?:\s+\w+ly)?(?:\s+[\w'’ -]{1,60}\sand)?)\s+$|"
    r"^\s*Had\s(?:[\w'’-]+\s+){1,6}$"
)
NOBODY = re.compile(r"(?:^|[\s,(])(?:nobody|no[ -]one|none|no|neither)\s+(?:[\w'’-]+\s+){0,5}$", re.IGNORECASE)
DISPUTED = re.compile(r"\b(?:den(?:y|ied|ies|ying)|reject\w*|dismiss\w*)\b", re.IGNORECASE)
SURELY_NOT = -1.0


def is_untold(text: str, event: FoundEvent) -> bool:
    """Whether the clause itself takes the deed back, so that there is no incident to enter.

    What one side denies is told by the other, and stays.
    """
    before = CLAUSE.split(text[max(0, event.trigger.start - REACH) : event.trigger.start])[-1]
    if AGAINST_FACT.search(before):
        return True
    return event.commitment < SURELY_NOT and bool(NOBODY.search(before)) and not DISPUTED.search(before)
