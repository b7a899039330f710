"""Descriptions with the name of what they describe right behind them: "the minister, Anton Brill, said"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from averral.extract.entities.agreement import is_plural, is_pronoun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.extract.mentions import FoundMention

__all__ = ["iter_apposed"]

REACH = 4
"""Mentions behind a description among which its name is sought; what it is the minister of may stand between."""
WIDTH = 70
"""Characters between a description and its name."""
BETWEEN = re.compile(
    r"(?:\s+(?:of|in|for|at|to|from|with)(?:\s+(?!and\b|or\b|who\b|which\b|that\b)[\w'’-]+){1,6})?,\s+"
)
KNOWN_AS = re.compile(
    r"\s+(?:(?:known|referred\s+to)\s+as|called|named|(?:that|which|who)\s+calls?\s+(?:itself|themselves|himself|herself)|"
    r"(?:calling|styling)\s+(?:itself|themselves|himself|herself))\s+(?:the\s+)?[\"“‘']?(?:the\s+)?",
    re.IGNORECASE,
)
CLOSED = re.compile(r"\s*(?:[.;:)!?—–]|$|,(?!\s+(?:and|or|as\s+well\s+as|along\s+with)\b))")
"""What follows on a name in apposition; with "and" behind the comma it may be the next of a list."""
LISTED = re.compile(r"(?:,|\band|\bor)\s+$")
"""What stands before one of a list, or before the apposition of somebody else."""
ONE_OF = re.compile(r"\b(?:one|each|none|any|some)\s+of\s+$", re.IGNORECASE)
PARTS = frozenset({"ORG", "NORP"})


def iter_apposed(text: str, mentions: Sequence[FoundMention]) -> Iterator[tuple[int, int]]:
    """The number of each description with that of its name; `mentions` in order of their start."""
    starts = [m.span.start for m in mentions]
    for number, mention in enumerate(mentions):
        if mention.name or mention.type not in ("PER", "ORG"):
            continue
        words = text[mention.span.start : mention.span.end].lower()
        if is_pronoun(words) or is_plural(mention, words) or _is_listed(text, mentions, number):
            continue
        first = bisect_left(starts, mention.span.end)
        for other in range(first, min(first + REACH, len(mentions))):
            if _is_name_of(text, mention, mentions[other]):
                yield number, other
                break


def _is_name_of(text: str, mention: FoundMention, other: FoundMention) -> bool:
    if not other.name or not (other.type == mention.type or {other.type, mention.type} <= PARTS):
        return False
    start, end = mention.span.end, other.span.start
    if end - start > WIDTH:
        return False
    if KNOWN_AS.fullmatch(text, start, end):
        return True
    if text[start:end].isspace():
        return mention.type == "PER" and "\n\n" not in text[start:end]
    return bool(BETWEEN.fullmatch(text, start, end)) and CLOSED.match(text, other.span.end) is not None


def _is_listed(text: str, mentions: Sequence[FoundMention], number: int) -> bool:
    """Whether a description follows on a comma or "and" behind another of its type, or speaks of several."""
    start = mentions[number].span.start
    if ONE_OF.search(text, max(0, start - 9), start):
        return True
    found = LISTED.search(text, max(0, start - 6), start)
    before = mentions[number - 1] if number else None
    return bool(found and before and before.type == mentions[number].type and before.span.end >= found.start())
