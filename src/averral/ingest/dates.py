"""Dates of publication as documents write them, to EDTF; null for what can be read in two ways.

A day is preferred over a time: the time zone of a page is seldom known, its day is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

__all__ = ["MONTH", "find_date", "iter_dates", "parse_date"]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_ISO = re.compile(r"\b((?:1[6-9]|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![-\d])")
_SLASHED = re.compile(r"\b((?:1[6-9]|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})\b")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_MONTH = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+({MONTH})[\s,-]+(\d{{4}}|\d{{2}}\b(?![:.]\d))", re.IGNORECASE
)
_MONTH_DAY = re.compile(rf"\b({MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_MONTH_YEAR = re.compile(rf"\b({MONTH})\s+((?:1[6-9]|20)\d\d)\b", re.IGNORECASE)
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]
_SPELLED = re.compile(
    rf"\b({'|'.join(reversed(_ORDINALS))})(?:\s+day)?(?:\s+of)?\s+({MONTH}),?\s+(?:in the year\s+)?(\d{{4}})\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"\b(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)\b")
_OLD, _NEW = 50, 26
"""Two-digit years: 50 to 99 are 1950 to 1999, 00 to 26 are 2000 to 2026; between them nobody can tell."""


def parse_date(string: str) -> str | None:
    """The EDTF date that a metadata value holds, or null."""
    string = string.strip()
    if re.fullmatch(r"(?:1[6-9]|20)\d\d", string):
        return string
    return find_date(string) or _find_compact(string)


def find_date(string: str) -> str | None:
    """The first full date in a line of text, or null; a month with its year counts where there is no day."""
    for pattern, read in _FORMS:
        match = pattern.search(string)
        if match is not None:
            return read(*match.groups())
    return None


def iter_dates(string: str) -> Iterator[str]:
    """All dates in a line of text, by form and place; a month with its year only where the line has no day."""
    found = [
        date
        for pattern, read in _FORMS[:-1]
        for match in pattern.finditer(string)
        if (date := read(*match.groups())) is not None
    ]
    yield from found or filter(None, [find_date(string)])


def _read_spelled(day: str, month: str, year: str) -> str | None:
    return _make(int(year), _month(month), _ORDINALS.index(day.lower()) + 1)


def _read_year_first(year: str, month: str, day: str | None) -> str | None:
    return _make(int(year), int(month), int(day) if day else None)


def _read_day_first(day: str, month: str, year: str) -> str | None:
    return _make(_widen(year), _month(month), int(day))


def _read_month_first(month: str, day: str, year: str) -> str | None:
    return _make(int(year), _month(month), int(day))


def _read_month(month: str, year: str) -> str | None:
    return _make(int(year), _month(month), None)


def _find_compact(string: str) -> str | None:
    match = _COMPACT.match(string)
    return _make(int(match.group(1)), int(match.group(2)), int(match.group(3))) if match else None


def _read_numeric(one: str, separator: str, two: str, four: str) -> str | None:
    """Day and month in figures: with dots the day is first; otherwise only where one of the two cannot be a month."""
    first, second, year = int(one), int(two), int(four)
    if separator == "." or first > 12 or first == second:
        return _make(year, second, first)
    return _make(year, first, second) if second > 12 else None


def _month(name: str) -> int:
    return _MONTHS[name[:3].lower()]


def _widen(year: str) -> int | None:
    number = int(year)
    if len(year) == 4:
        return number
    if number >= _OLD:
        return 1900 + number
    return 2000 + number if number <= _NEW else None


def _make(year: int | None, month: int, day: int | None) -> str | None:
    """EDTF, if the calendar has such a day."""
    if year is None or not 1600 <= year <= 2100:
        return None
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., str | None]], ...] = (
    (_ISO, _read_year_first),
    (_DAY_MONTH, _read_day_first),
    (_SPELLED, _read_spelled),
    (_MONTH_DAY, _read_month_first),
    (_SLASHED, _read_year_first),
    (_NUMERIC, _read_numeric),
    (_MONTH_YEAR, _read_month),
)
"""In this order: a form that needs more comes before one that needs less."""
