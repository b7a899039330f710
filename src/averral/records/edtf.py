"""The first and the last day that an EDTF value may mean, so that dates can be compared without making any up.

EDTF is Extended Date/Time Format (Library of Congress 2019; ISO 8601-2:2019). A date without a day is every day it may
be: `2021-05` runs from the first to the last of May. The marks `?`, `~` and `%` say that a date is uncertain,
approximate or both; no standard turns them into a number of days, so the days are those that the date names. Seasons
21 to 24 have the months of the north, as nothing in them says otherwise; 29 to 32 are those of the south.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

__all__ = ["Days", "days_overlap", "edtf_days"]

_MARK = "[?~%]?"
_DATE = re.compile(
    rf"{_MARK}(?P<year>[\dX]{{4}}){_MARK}"
    rf"(?:-{_MARK}(?P<month>[\dX]{{2}}){_MARK}(?:-{_MARK}(?P<day>[\dX]{{2}}){_MARK}"
    rf"(?:T\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?{_MARK})?)?)?",
    re.ASCII,
)
_SEASONS = {
    **dict(zip(range(21, 33), ((month, 3) for month in (3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6)), strict=True)),
    **dict(zip(range(33, 37), ((month, 3) for month in (1, 4, 7, 10)), strict=True)),
    **dict(zip(range(37, 40), ((month, 4) for month in (1, 5, 9)), strict=True)),
    40: (1, 6),
    41: (7, 6),
}
"""First month and number of months of EDTF's seasons, quarters, thirds and halves (level 2, "Sub-year groupings")."""
_YEARS_TRIED = 9
"""No run of nine years is without a 29 February; so what none of nine years holds is no date."""


class Days(NamedTuple):
    """The first and the last day, both included; null on a side that is open or unknown."""

    first: date | None
    last: date | None


@lru_cache(maxsize=20_000)
def edtf_days(edtf: str | None) -> Days | None:
    """The days that an EDTF value may mean; null for what cannot be read, gives no day, or is outside years 1 to 9999.

    An interval runs from the first day of its start to the last of its end (`2021-05/..` has no last day). A set, one
    of several (`[…]`) or all of several (`{…}`), runs from its first day to its last. A time of day leaves the day as
    it is written. Durations and times without a date give no day.
    """
    if not edtf:
        return None
    text = edtf.strip()
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _join([_read_range(part.strip(), "..") for part in text[1:-1].split(",")])
    return _read_range(text, "/")


def days_overlap(a: Days, b: Days) -> bool:
    """Whether there is a day that both may mean; an open side reaches as far as need be."""
    return _starts_by(a, b) and _starts_by(b, a)


def _starts_by(a: Days, b: Days) -> bool:
    return a.first is None or b.last is None or a.first <= b.last


def _join(parts: Iterable[Days | None]) -> Days | None:
    """From the first of all to the last of all; null where one of them cannot be read."""
    read = [part for part in parts if part is not None]
    firsts = [part.first for part in read if part.first is not None]
    lasts = [part.last for part in read if part.last is not None]
    if len(read) < len(list(parts)) or not (firsts or lasts):
        return None
    return Days(
        min(firsts) if len(firsts) == len(read) else None,
        max(lasts) if len(lasts) == len(read) else None,
    )


def _read_range(text: str, sign: str) -> Days | None:
    start, found, end = text.partition(sign)
    if not found:
        return _read_date(text)
    sides = [None if side in ("", "..") else _read_date(side) or _NO_DATE for side in (start, end)]
    if _NO_DATE in sides or not any(sides):
        return None
    days = Days(*(side[number] if side else None for number, side in enumerate(sides)))
    return days if days.first is None or days.last is None or days.first <= days.last else None


_NO_DATE = Days(None, None)


def _read_date(text: str) -> Days | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = found["year"], found["month"] or "XX", found["day"]
    if month.isdigit() and int(month) in _SEASONS:
        return None if day else _read_season(year, int(month))
    first = _find_first(year, month, day or "XX", iter)
    last = _find_first(year, month, day or "XX", reversed)
    return Days(first, last) if first and last else None


def _read_season(year: str, season: int) -> Days | None:
    month, length = _SEASONS[season]
    years = _list_fitting(year, range(1, 10000), 4)
    if not years:
        return None
    more, final = divmod(month + length - 2, 12)
    last = years[-1] + more
    if last > date.max.year:
        return None
    return Days(date(years[0], month, 1), date(last, final + 1, monthrange(last, final + 1)[1]))


def _find_first(year: str, month: str, day: str, order: Callable[[tuple[int, ...]], Iterator[int]]) -> date | None:
    """The first date that fits the digits, or from the end the last; X stands for any digit."""
    years = islice(order(_list_fitting(year, range(1, 10000), 4)), _YEARS_TRIED)
    months, days = _list_fitting(month, range(1, 13), 2), _list_fitting(day, range(1, 32), 2)
    fitting = (date(y, m, d) for y in years for m in order(months) for d in order(days) if d <= monthrange(y, m)[1])
    return next(fitting, None)


@lru_cache(maxsize=64)
def _list_fitting(digits: str, numbers: range, width: int) -> tuple[int, ...]:
    if digits.isdigit():
        return (int(digits),) if int(digits) in numbers else ()
    fits = re.compile(digits.replace("X", r"\d")).fullmatch
    return tuple(number for number in numbers if fits(f"{number:0{width}}"))
