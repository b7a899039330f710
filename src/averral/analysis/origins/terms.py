"""What a stretch of text is about, as keys that another text in other words may share: stems and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from averral.analysis.incidents.words import iter_stems, stem_word

__all__ = ["iter_numbers", "iter_terms", "list_name_words"]

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=2)
}
_POWERS: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
_NUMBER_WORD = "|".join(sorted([*_VALUES, *_POWERS], key=len, reverse=True))
_NUMBER = re.compile(
    rf"\b(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{_NUMBER_WORD})(?:(?:-| and | )(?:{_NUMBER_WORD}))*)\b",
    re.IGNORECASE | re.ASCII,
)
LEAST: Final = 3
"""One and two are words of grammar as often as figures."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_ROLES = frozenset(
    """
    a an and as at be been by did for from had has have her his in is its not of on or our said says than that the their
    then there this to was were what where which who whom whose will with
    mr mrs ms miss dr sir president professor captain colonel general major lieutenant sergeant commander
    chair chairman chairwoman chief deputy director head leader member officer official officials secretary senior
    author everybody everyone one other others same some somebody someone source sources
    spokesman spokesmen spokesperson spokeswoman speaker named unnamed anonymous
    he him i it me my she them they we you your
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday tomorrow morning afternoon evening night late
    """.split()  # noqa: SIM905
)
"""Words of grammar, of time, titles and offices that many speakers bear; what is left tells one from another."""
_SAME = {
    "minister": "minist", "ministers": "minist", "ministry": "minist", "ministerial": "minist",
    "news": "news", "times": "times",
}  # fmt: skip
"""Who speaks for a ministry is named by either word; an outlet called by its news or times is not new, nor the time."""


def iter_terms(text: str) -> Iterator[str]:
    """Stems of the words that are no grammar, and the numbers, in no order of the text."""
    yield from (stem for stem in iter_stems(text) if not stem.isdigit())
    yield from iter_numbers(text)


def iter_numbers(text: str) -> Iterator[str]:
    """The numbers from three on, in digits or words, as "#12"; the same for "6,000" and "six thousand"."""
    for found in _NUMBER.finditer(text):
        value = _read_number(found[0].casefold())
        if value is not None and value >= LEAST:
            yield f"#{value:g}"


@lru_cache(maxsize=10_000)
def _read_number(text: str) -> float | None:
    if text[0].isdigit():
        return float(text.replace(",", "")) if len(text) < 16 else None
    total, current = 0, 0
    for word in re.split(r"[ -]", text):
        if word in _VALUES:
            current += _VALUES[word]
        elif word in _POWERS and _POWERS[word] > 100:
            total, current = total + max(1, current) * _POWERS[word], 0
        elif word in _POWERS:
            current = max(1, current) * _POWERS[word]
    return float(total + current)


def list_name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell its bearer from others, as stems, each once, in order."""
    words = (word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(name))
    kept = (
        _SAME.get(word, stem_word(word))
        for word in words
        if word not in _ROLES and len(word) > 1 and not word.isdigit()
    )
    return tuple(dict.fromkeys(kept))
