"""Whether a stretch of text speaks of what was, is, or is to come: for contents that hold no event."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from averral.records import Tense

__all__ = ["read_tense"]

_FUTURE: Final = re.compile(
    r"\b(?:will|shall|won['’]t|going to|about to|would|tomorrow|next (?:week|month|year)"
    r"|(?:is|are|am) (?:to|due|expected|scheduled|set) (?:to )?)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|been|went|came|took|saw|heard|said|told|left|made|fell|found"
    r"|gave|held|kept|knew|lost|met|put|ran|sent|shot|stood|lay|bought|brought|ha(?:s|ve) (?:\w+ )?\w+ed|\w{2,}ed)\b",
    re.IGNORECASE,
)
_PRESENT: Final = re.compile(
    r"\b(?:is|are|am|isn['’]t|aren['’]t|has|have|do|does|doesn['’]t|don['’]t|remains?|stands?|wants?|needs?|can(?:not)?|lies"
    r"|knows?|means?)\b|['’](?:s|re|m|ve)\b",
    re.IGNORECASE,
)
_TO_HAVE_DONE: Final = re.compile(r"\A\W*(?:not )?to have\b", re.IGNORECASE)
_TO_DO: Final = re.compile(r"\A\W*(?:not )?to (?!have\b)\w+", re.IGNORECASE)


@lru_cache(maxsize=256)
def read_tense(words: str) -> Tense:
    """The tense of the first finite verb that shows one; the past, which reports speak of, where none does."""
    if _TO_DO.match(words):
        return "future"
    if _TO_HAVE_DONE.match(words):
        return "past"
    signs: tuple[tuple[Tense, re.Pattern[str]], ...] = (("future", _FUTURE), ("past", _PAST), ("present", _PRESENT))
    places = [(match.start(), tense) for tense, sign in signs if (match := sign.search(words))]
    return min(places)[1] if places else "past"
