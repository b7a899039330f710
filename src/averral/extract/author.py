"""What the author of a document stands for, beyond the sentences that nobody is credited with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.commitment import Commitment
    from averral.extract.event import FoundEvent
    from averral.records import Attribution

__all__ = ["is_own_voice", "is_refuted", "is_repeated"]

_FIRST_PERSON: Final = re.compile(
    r"\A(?:i|we|our(?: \w+)*|my(?: \w+)*|ourselves|myself|us|the undersigned)\b", re.IGNORECASE
)
_OWN_TITLE: Final = re.compile(
    r"\A(?:[Tt]h(?:e|is)|THE|THIS)\s+(?P<noun>[A-Z][a-z]+|chamber|court|tribunal|commission)\Z"
)
OPENING: Final = 300
"""Characters in which a statement names who makes it ("Ministry of Defence. Statement No. 2")."""
_FALSE: Final = (
    r"(?:lies?|wrong|false|untrue|not true|not so|invented|an? (?:invention|error|mistake|lie|slander|fabrication)"
    r"|incorrect|corrected|fabricated|nonsense)"
)
_REFUTED_NEXT: Final = re.compile(
    rf"\A[\s\"”’.]*(?:(?:that|this|it|which|both|these|the (?:claim|story|report|figure))\s(?:is|was|were|are)\s"
    rf"(?:\w+\s)?{_FALSE}\b"
    r"|(?:it|they|he|she|we) (?:was|did|were|is|has|had)(?:n['’]t|\snot)\b[^.]{0,20}[.,;]|we deny (?:it|this|that)\b)",
    re.IGNORECASE,
)
_REFUTED_HERE: Final = re.compile(rf"\A[^.]{{0,80}}?\b(?:is|was|were|are)\s(?:\w+\s)?{_FALSE}\b", re.IGNORECASE)
_CORRECTION: Final = re.compile(r"(?:\A|\n|\W)(?:correction|erratum|edit|corrigendum)\s?[.:–—-]", re.IGNORECASE)

_EARLIER: Final = re.compile(
    r"\A(?:our|my)\b.*\b(?:note|bulletin|statement|report|dispatch|post|update|release|article|estimate|figure)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Whoever quotes an earlier statement of their own does so to mend it."""


def is_own_voice(text: str, attribution: Attribution) -> bool:
    """Whether the source is the author: "we" and "I" in no one else's words, or the body that issues the document.

    A body issues it when the source is its bare title ("The Chamber", "The Ministry") and the first paragraph, before
    any such source, names it.
    """
    if attribution.parent is not None or attribution.source is None:
        return False
    words = text[attribution.source.start : attribution.source.end]
    if _FIRST_PERSON.match(words):
        return not _in_quotation(text, attribution.source.start)
    match = _OWN_TITLE.match(words)
    opening = text[: min(OPENING, attribution.source.start)].split("\n\n", 1)[0]
    return bool(match and re.search(rf"\b{re.escape(match['noun'])}\b", opening, re.IGNORECASE))


def _in_quotation(text: str, place: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 : place]
    return line.count('"') % 2 == 1 or line.count("“") > line.count("”")


def is_refuted(text: str, attribution: Attribution) -> bool:
    """Whether the author says at once that the content is wrong ("That is a lie."), or corrects an earlier report."""
    if attribution.source and _EARLIER.match(text[attribution.source.start : attribution.source.end]):
        return True
    end = max(s.end for s in (*attribution.content, attribution.cue or attribution.content[0]))
    source_end = attribution.source.end if attribution.source else end
    rest = re.sub(r"\A[^.!?\n]*[.!?]", "", text[max(end, source_end) :][:240], count=1)
    same = text[end : end + 120].split("\n", 1)[0]
    if _REFUTED_NEXT.match(rest) or _REFUTED_HERE.match(re.split(r"(?<=[.!?])\s", same)[0]):
        return True
    paragraph = text.rfind("\n\n", 0, attribution.content[0].start) + 1
    first = min(s.start for s in (*attribution.content, attribution.cue or attribution.content[0]))
    return bool(_CORRECTION.search(text[max(0, paragraph - 1) : first]))


def is_repeated(event: FoundEvent, facts: Sequence[FoundEvent], commitment: Commitment) -> bool:
    """Whether the author says elsewhere, as a fact, what `event` tells in somebody else's words.

    `facts` are the mentions of the same happening that the author asserts. A definite noun ("the raid") stands for the
    whole happening; another word only repeats one of its own type, with no doer whom the author leaves out.
    """
    if commitment.presupposed:
        return bool(facts)
    named = any(a.role == "perpetrator" for a in event.arguments)
    return commitment.level == "CT+" and not named and any(fact.type == event.type for fact in facts)
