"""Whether a clause speaks of the past or of what is to come, and whether a date is that of the telling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.times.tokens import Token

__all__ = ["is_reporting", "sentence_numbers", "tense_of"]

REACH = 15
"""Tokens looked at on each side."""
REPORTING: Final = frozenset({
    "said", "says", "told", "tells", "announced", "announces", "reported", "reports", "added", "stated", "confirmed",
    "claimed", "warned", "wrote",
})  # fmt: skip
PAST: Final = REPORTING | {"was", "were", "had", "did"}
FUTURE: Final = frozenset({"will", "shall", "ll", "wo", "tomorrow", "upcoming", "forthcoming"})
PLANNED: Final = frozenset({
    "expected", "scheduled", "planned", "due", "set", "slated", "plans", "plan", "intends", "hopes",
})  # fmt: skip
TO_BE: Final = frozenset({"is", "are", "going"})
BORDERS: Final = frozenset({"comma", "dot", "gap", "open", "close", "that", "mark"})
LINKS: Final = frozenset(
    {"who", "which", "while", "when", "but", "where", "whose", "because", "although", "after", "before"}
)
LEADS: Final = frozenset({"on", "in", "by", "from", "at", "the", "until", "since", "during", "and", "part"})
"""Categories of what may stand between a clause's border or verb and its date."""


def _mark(tokens: Sequence[Token], index: int) -> int:
    """1 where a token speaks of the future, −1 of the past; what "was planned" may be of either."""
    value = tokens[index].value
    before = tokens[index - 1].value if index else None
    if value in PLANNED:
        return 1 if before not in PAST else 0
    if value in FUTURE or (value == "to" and before in TO_BE):
        return 1
    return -1 if value in PAST else 0


def _is_border(token: Token) -> bool:
    return token.code in BORDERS or token.value in LINKS


def _look(tokens: Sequence[Token], indexes: range) -> int:
    for index in indexes:
        mark = _mark(tokens, index)
        if mark or _is_border(tokens[index]) or tokens[index].value in PLANNED:
            return mark
    return 0


def tense_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """1 where the clause around tokens first to last speaks of the future, −1 of the past, 0 where it does not say.

    The nearest sign before it in its clause decides; a date that opens its clause ("On Friday, talks will begin") takes
    the first sign behind it.
    """
    mark = _look(tokens, range(first - 1, max(-1, first - REACH), -1))
    if mark or not _opens_clause(tokens, first):
        return mark
    start = last + 1 if last < len(tokens) and tokens[last].code == "comma" else last
    return _look(tokens, range(start, min(len(tokens), last + REACH)))


def _opens_clause(tokens: Sequence[Token], first: int) -> bool:
    for index in range(first - 1, max(-1, first - 4), -1):
        if _is_border(tokens[index]):
            return True
        if not _leads(tokens[index]):
            return False
    return first < 4


def _leads(token: Token) -> bool:
    return token.code in LEADS


def is_reporting(tokens: Sequence[Token], first: int) -> bool:
    """Whether a date is when something was said ("police said on Friday") and not when it happened."""
    near = (tokens[i] for i in range(first - 1, max(-1, first - 4), -1))
    for token in near:
        if token.value in REPORTING:
            return True
        if not _leads(token):
            return False
    return False


def sentence_numbers(tokens: Sequence[Token]) -> list[int]:
    """The number of each token's sentence, by full stops and the like."""
    numbers, number = [], 0
    for token in tokens:
        numbers.append(number)
        number += token.code in ("dot", "gap") or token.value in ("!", "?")
    return numbers
