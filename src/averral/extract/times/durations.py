"""Durations and sets: "three weeks", "two and a half years", "every Monday"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from averral.extract.times.expression import Amount, Every, Length, Unit
from averral.extract.times.lexicon import CLASSES, NEWSPAPERS
from averral.extract.times.pattern import Found, rule

__all__ = ["AMOUNTS", "JOINED_AMOUNTS", "LENGTHS", "SETS", "is_plural_unit", "unit_in"]

UNIT = "(?P<unit><anyunit>|<shortunit>|<hours>)"
SHORT: Final[dict[str, Unit]] = {
    "hrs": "hour", "hr": "hour", "h": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second",
}  # fmt: skip
LONGER: Final = ("year", "month", "week", "day", "hour", "minute", "second")
LENGTH_CUES: Final = frozenset({"for", "within", "almost", "nearly", "over", "about", "around", "after", "than"})
"""Words before "a year" that make it a duration and not a rate ("$5 a year")."""


def unit_in(found: Found) -> Unit:
    """The unit that a match names, under its full name."""
    unit: Unit = found.one("unit")
    return SHORT.get(unit, unit)


def is_plural_unit(found: Found) -> bool:
    """Whether the unit stands in the plural."""
    token = found.inside("unit")[0]
    return token.end - token.start > len(str(token.value))


def _amount(found: Found) -> tuple[Amount, ...]:
    counts = {"vague": None, "couple": 2, "half": 0.5}
    code = found.code("n")
    return (Amount(counts[code] if code in counts else found.one("n"), unit_in(found)),)


def _one(found: Found) -> tuple[Amount, ...]:
    return (Amount(1, unit_in(found)),)


def _one_and_half(found: Found) -> tuple[Amount, ...]:
    return (Amount(1.5, unit_in(found)),)


def _nights(found: Found) -> tuple[Amount, ...] | None:
    """“Two nights” are as many days."""
    return (Amount(found.one("n"), "night"),) if found.inside()[-1].value == "nights" else None


def _weekends(_: Found) -> tuple[Amount, ...]:
    """“Three weekends”: ISO 8601 has no way to write it."""
    return (Amount(None, "weekend"),)


def _vague(found: Found) -> tuple[Amount, ...]:
    """“Two to three weeks”: ISO 8601 has no way to write it."""
    return (Amount(None, unit_in(found)),)


def _join(found: Found) -> tuple[Amount, ...] | None:
    """“Two years and one month”; each unit is shorter than the one before."""
    amounts = tuple(amount for token in found.inside() if token.code == "amount" for amount in token.value)
    lengths = [LONGER.index(a.unit) if a.unit in LONGER else -1 for a in amounts]
    return amounts if all(-1 < a < b for a, b in pairwise(lengths)) else None


def _age(found: Found) -> str:
    """“A 12-year-old” is no duration."""
    return found.tokens[found.match.start()].code


def _length(found: Found) -> Length:
    return Length(found.one("amount"))


def _one_length(found: Found) -> Length | None:
    return _length(found) if found.before.value in LENGTH_CUES else None


def _every(found: Found) -> Every:
    """“Every two weeks”; “every Monday” recurs by the week, “every May” by the year."""
    code = found.code("unit")
    named: dict[bool, Unit] = {code in CLASSES["anyday"]: "week", code in CLASSES["anymonth"]: "year"}
    count = 2 if found.one("other") else found.one("n") or 1
    return Every((Amount(count, named.get(True) or unit_in(found)),))


def _daily(_: Found) -> Every:
    return Every((Amount(1, "day"),))


def _weekly(_: Found) -> Every:
    return Every((Amount(1, "week"),))


def _frequency(found: Found) -> Every | None:
    value = found.one("how")
    named = "name" in (found.before.code, found.after.code) or found.after.value in NEWSPAPERS
    return Every((Amount(*value),)) if value and not named else None


AMOUNTS: Final = (
    rule("amount", rf"<a>?(?P<n><count>|<vague>)<dash>?{UNIT}", _amount),
    rule("amount", rf"<count>(?:<dash>|<to>|<or>)<count><dash>?{UNIT}", _vague),
    rule("amount", r"(?P<n><count>)<dayparts>", _nights),
    rule("amount", r"<count><weekdays>", _weekends),
    rule("amount", rf"<a>?(?P<n><couple>)<of>?{UNIT}", _amount),
    rule("amount", rf"<a>?(?P<n><half>)<dash>?<a>?{UNIT}", _amount),
    rule("amount", rf"(?:<a>|<n12>){UNIT}<and><a>?<half>", _one_and_half),
    rule("one_unit", rf"<a>{UNIT}", _one),
)
"""The elements of a duration, in the pass that reads dates."""

JOINED_AMOUNTS: Final = (
    rule("amount", r"<amount>(?:(?:<comma>?<and>)?<amount>){1,3}", _join),
    rule("aged", r"<amount><dash>?(?:<old>|<of><age>)|<age><of>?<amount>", _age),
)

LENGTHS: Final = (
    rule("length", r"(?P<amount><amount>)", _length),
    rule("length", r"(?P<amount><one_unit>)", _one_length),
)
"""What is a duration where nothing made more of it."""

SETS: Final = (
    rule("set", rf"<every>(?P<other><other>)?(?P<n><count>)?{UNIT}", _every),
    rule("set", r"<every>(?P<other><other>)?(?P<unit><anyday>|<anymonth>)", _every),
    rule("set", r"<every><partofday>", _daily),
    rule("set", r"<weekdays>(?:<partofday>|<dayparts>)?|<anyday><dayparts>", _weekly),
    rule("set", r"<dayparts>", _daily),
    rule("set", rf"<times>(?:<a>|<per>|<every>){UNIT}", _every),
    rule("set", r"(?P<how><frequency>)", _frequency),
)
