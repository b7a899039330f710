"""Which codes of the lexicon a word may open, so that of hundreds of patterns the few that can match are tried."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from averral.extract.responsibility.lexicon import CUES

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Cue", "find_cue"]

_PATTERNS: Final = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in CUES.items()}
_TOKEN: Final = re.compile(r"\w+|[^\w\s]")
_LETTERS: Final = re.compile("[a-z]*")
_MAYBE: Final = ("?", "*", "{")
_OTHER: Final = ("w", ",")
"""The codes of what no cue claims: any word, any mark."""

Cue = tuple[int, int, str]
"""Where it begins and ends, and its code."""


def find_cue(text: str, start: int, end: int) -> Cue | None:
    """The first place in a stretch of text that has a code; of several, the first in the order of the lexicon."""
    while token := _TOKEN.search(text, start, end):
        codes = _codes(token.group())
        for place in (token.start(),) if codes else range(*token.span()):
            for code in codes or CUES:
                if match := _PATTERNS[code].match(text, place, end):
                    return place, match.end(), code
        start = token.end()
    return None


@lru_cache(maxsize=20_000)
def _codes(word: str) -> tuple[str, ...]:
    """The codes that a cue beginning with this word may have; none where that cannot be told from its letters."""
    if len(word) == 1 and word != "_" and not word.isalnum():
        return (",",)
    if not (word.isascii() and word.isalnum()):
        return ()
    small = word.lower()
    return (*(code for code, openings in _OPENINGS.items() if small.startswith(openings)), "w")


def _openings(pattern: str) -> Iterator[str]:
    """The letters with which what a pattern matches must begin, for each of its choices; none where it is open."""
    for choice in _choices(pattern):
        inner = choice.removeprefix(r"\b")
        if inner.startswith("(?:") and not inner.startswith(_MAYBE, close := _closing(inner) + 1):
            yield from _openings(inner[3 : close - 1])
            continue
        letters = _LETTERS.match(inner)
        assert letters is not None
        yield letters[0][:-1] if inner.startswith(_MAYBE, letters.end()) else letters[0]


def _choices(pattern: str) -> Iterator[str]:
    """What stands between the bars of a pattern that are inside no bracket."""
    depth = first = 0
    for at, mark in _marks(pattern):
        depth += (mark in "([") - (mark in ")]")
        if mark == "|" and not depth:
            yield pattern[first:at]
            first = at + 1
    yield pattern[first:]


def _closing(pattern: str) -> int:
    """Where the bracket closes with which a pattern begins."""
    depth = 0
    for at, mark in _marks(pattern):
        depth += (mark in "([") - (mark in ")]")
        if not depth:
            return at
    return len(pattern)


def _marks(pattern: str) -> Iterator[tuple[int, str]]:
    return ((m.start(), m.group()) for m in re.finditer(r"\\.|[()\[\]|]", pattern) if len(m.group()) == 1)


_OPENINGS: Final = {code: tuple(set(_openings(pattern))) for code, pattern in CUES.items() if code not in _OTHER}
