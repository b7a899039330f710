"""Numbers in words, as far as dates and durations need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from averral.extract.times.pattern import Found, Recoded, rule
from averral.extract.times.tokens import Token, small_number

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["NUMERALS"]

BELOW_HUNDRED = "(?:<tens>(?:<dash>?<ones>)?|<teens>|<ones>)"


def _sum(tokens: Sequence[Token]) -> int:
    total = 0
    for token in tokens:
        if token.code in ("hundred", "thousand"):
            total = (total or 1) * (100 if token.code == "hundred" else 1000)
        elif token.code in ("tens", "teens", "ones"):
            total += token.value
    return total


def _number(found: Found) -> Recoded | None:
    value = _sum(found.inside())
    if value >= 100:
        return Recoded("spoken_year" if 1000 <= value < 3000 else "number", value)
    return Recoded(*small_number(value))


def _pair(found: Found) -> int | None:
    """“Nineteen ninety-six”; “twenty fifteen”."""
    century, years = _sum(found.inside("century")), _sum(found.inside("years"))
    return century * 100 + years if 13 <= century <= 20 and years >= 10 else None


def _ordinal(found: Found) -> int | None:
    last = found.inside()[-1]
    value = found.one("tens") + (2 if last.code == "second" else last.value)
    return value if value <= 31 and (last.code == "second" or last.value < 10) else None


def _and_half(found: Found) -> float:
    return float(found.one("n")) + 0.5


NUMERALS: Final = (
    (
        rule(
            "number",
            rf"""(?:{BELOW_HUNDRED}|<a>) (?:<hundred>|<thousand>) (?:<and>?{BELOW_HUNDRED})?
               | {BELOW_HUNDRED}""",
            _number,
        ),
        rule("spoken_year", r"(?P<century><teens>|<tens>) (?P<years><tens>(?:<dash>?<ones>)?|<teens>)", _pair),
        rule("ordinal", r"(?P<tens><tens>)<dash>?(?:<ordinal>|<second>)", _ordinal),
    ),
    (rule("number", r"(?P<n><count>)<and><a>?<half>", _and_half),),
)
"""Two passes: the numbers, then their halves."""
