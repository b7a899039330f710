"""Words with their places in a text, and the numbers that they write: "1,500", "two and a half thousand", "२५".

text2num reads plain number words only: not "a hundred", "half a dozen" or "1.5 million", and it gives no characters.
What it would save here is the ten lines of `_read_hundreds`, so the grammar is ours.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.records import Span

__all__ = ["MULTIPLIERS", "NUMBER_WORDS", "Numeral", "Word", "read_numeral", "split_words", "word_set"]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: value for value, word in enumerate(_UNITS.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)} | {"fourty": 40}
MULTIPLIERS = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "lakh": 10**5,
    "lakhs": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "dozen": 12,
}
SUFFIXES = {"k": 1000, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9}
NUMBER_WORDS = frozenset((*UNITS, *TENS, *MULTIPLIERS, "and", "a", "half", "odd", "plus"))

LONGEST = 15
"""Digits; a longer run is an identifier, and int() refuses endless ones."""

_DIGITS = (
    r"(?:\d{1,3}(?:[,٬]\d{2,3})*[,٬]\d{3}|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:['’]\d{3})+|\d{1,3}(?:[ "
    "\u00a0\u202f\u2009]\\d{3})+"
    r"|\d+,\d{1,2}(?=\s?(?:thousand|million|billion))|\d+)(?!\d)"
)
_WORD = re.compile(
    r"\d+(?:/\d+)+|\d+(?::\d+)+|\d+(?:-\d+){2,}(?![\w])"  # dates, times, telephone numbers
    rf"|(?P<number>{_DIGITS}(?:\.\d+(?![\d.]))?(?:mln|mn|bn|k|m)?)(?![^\W_]|-(?!(?:odd|plus)\b)[^\W\d_])"
    r"|\d[\d.,]*[\w-]*\w|\d+"  # compounds: 12-year-old, 7.62mm, 4th
    r"|(?:[^\W\d_]\.){2,}"  # p.m., U.S.
    r"|[^\W\d_]\w*(?:-\w+|['’](?!s\b)\w+)*"
    r"|['’]s\b|--+|\S",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?P<whole>\d[\d.,'٬\s]*?)(?P<part>(?<=\d)\.(?!\d{3}(?!\d))\d+)?(?P<suffix>mln|mn|bn|k|m)?")
_SEPARATOR = re.compile(r"\D")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_THOUSAND_POINT = re.compile(r"\d{1,3}\.\d{3}")


class Word(NamedTuple):
    """A word, number or mark, case-folded with straight apostrophes; `start` and `end` in the document's text."""

    text: str
    start: int
    end: int


class Numeral(NamedTuple):
    """A number that ends before word `end`; `scale` is its last multiplier, which "two to three thousand" shares."""

    value: int
    end: int
    scale: int = 1


class _Part(NamedTuple):
    value: Fraction
    end: int
    scale: int = 1


def word_set(words: str) -> frozenset[str]:
    """The words of a line, for look-up: long lists read best as text."""
    return frozenset(words.split())


def split_words(text: str, span: Span) -> list[Word]:
    """The words of a stretch of text; number words that a hyphen joins ("thirty-one") become words of their own."""
    words: list[Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        word = Word(match[0].casefold().replace("’", "'"), match.start(), match.end())
        words.extend(_split_hyphens(word) if "-" in word.text else (word,))
    return words


def _split_hyphens(word: Word) -> Iterator[Word]:
    pieces = word.text.split("-")
    if len(word.text) != word.end - word.start or not pieces[-1] or not NUMBER_WORDS.issuperset(pieces):
        yield word
        return
    start, before = word.start, ""
    for piece in pieces:
        if before and not (before in TENS and piece in UNITS) and piece not in MULTIPLIERS and before in UNITS:
            yield Word("-", start - 1, start)
        yield Word(piece, start, start + len(piece))
        start, before = start + len(piece) + 1, piece


def read_numeral(words: Sequence[Word], start: int) -> Numeral | None:
    """The longest number that starts at a word, or None; fractions of one ("1.5" alone) count nothing."""
    part = _read_part(words, start)
    if part is None:
        return None
    value, end, scale = part
    while (rest := _read_rest(words, end, scale)) is not None:
        value, end, scale = value + rest.value, rest.end, rest.scale
    if value.denominator != 1 or value >= 10**LONGEST:
        return None
    return Numeral(int(value), end, scale)


def _read_rest(words: Sequence[Word], start: int, scale: int) -> _Part | None:
    """The next lower part: "two million | three hundred thousand | and five"."""
    if scale < 1000 or _is_numeric(_at(words, start)):
        return None
    joined = _at(words, start) == "and"
    part = _read_part(words, start + joined)
    if part is None or _is_numeric(_at(words, start + joined)) or part.value >= scale:
        return None
    return part if part.value < 100 or not joined else None


def _read_part(words: Sequence[Word], start: int) -> _Part | None:
    lead = _read_digits(words, start) or _read_half(words, start) or _read_hundreds(words, start)
    if lead is None:
        return None
    value, end, scale = lead
    if [_at(words, end + ahead) for ahead in range(3)] == ["and", "a", "half"]:
        value, end = value + Fraction(1, 2), end + 3
    while (factor := MULTIPLIERS.get(_at(words, end))) is not None:
        value, end, scale = value * factor, end + 1, factor
    return _Part(value, end, scale)


def _read_digits(words: Sequence[Word], start: int) -> _Part | None:
    word = _at(words, start)
    match = _NUMERIC.fullmatch(word) if _is_numeric(word) and len(word) <= 2 * LONGEST else None
    if match is None:
        return None
    whole, fraction = match["whole"], match["part"] or ""
    if _DECIMAL_COMMA.fullmatch(whole) or (_THOUSAND_POINT.fullmatch(whole) and _at(words, start + 1) in MULTIPLIERS):
        whole, fraction = _SEPARATOR.split(whole)
    digits = _SEPARATOR.sub("", whole)
    if len(digits) > LONGEST or (int(digits[0]) == 0 and len(digits) > 1):
        return None
    value = int(digits) + Fraction(int(_SEPARATOR.sub("", fraction) or 0), 10 ** len(_SEPARATOR.sub("", fraction)))
    scale = SUFFIXES.get(match["suffix"] or "", 1)
    return _Part(value * scale, start + 1, scale)


def _read_half(words: Sequence[Word], start: int) -> _Part | None:
    """As in "half a dozen", "half a million", "a half-dozen"."""
    start += _at(words, start) in ("a", "one") and _at(words, start + 1) == "half"
    if _at(words, start) != "half":
        return None
    end = start + 1 + (_at(words, start + 1) == "a")
    return _Part(Fraction(1, 2), end) if _at(words, end) in MULTIPLIERS else None


def _read_hundreds(words: Sequence[Word], start: int) -> _Part | None:
    """Words up to 9,900: "ninety-nine hundred"; "a" is one before a multiplier, and a dozen needs no number."""
    small = _read_small(words, start)
    if small is None and _at(words, start) in ("a", "an") and _at(words, start + 1) in MULTIPLIERS:
        small = _Part(Fraction(1), start + 1)
    if small is None:
        return _Part(Fraction(1), start) if _at(words, start) == "dozen" else None
    value, end, scale = small
    if _at(words, end) == "hundred":
        value, end, scale = value * 100, end + 1, 100
        rest = _read_small(words, end + (_at(words, end) == "and"))
        if rest is not None and rest.value:
            value, end, scale = value + rest.value, rest.end, 1
    return _Part(value, end, scale)


def _read_small(words: Sequence[Word], start: int) -> _Part | None:
    first = _at(words, start)
    if first in TENS:
        unit = UNITS.get(_at(words, start + 1), 0)
        return (
            _Part(Fraction(TENS[first] + unit), start + 2)
            if 1 <= unit <= 9
            else _Part(Fraction(TENS[first]), start + 1)
        )
    return _Part(Fraction(UNITS[first]), start + 1) if first in UNITS else None


def _at(words: Sequence[Word], index: int) -> str:
    return words[index].text if 0 <= index < len(words) else ""


def _is_numeric(word: str) -> bool:
    return word[:1].isdecimal()
