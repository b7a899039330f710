"""Bounds of EDTF values: the first and the last day that a date may mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = ["find_bounds", "is_background"]

_DATE = re.compile(
    r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?[~?%]?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""EDTF's spring to winter, of the northern year; a winter goes on into the next year, which only its last day shows."""
_YEAR = timedelta(days=365)

Bounds = tuple[date | None, date | None]


def find_bounds(edtf: str | None) -> Bounds:
    """First and last day; null where the value is open, unknown, no date, or outside the years 1 to 9999."""
    if not edtf:
        return None, None
    if edtf[0] in "[{" and edtf[-1] in "]}":
        return _join([(_find_day(part, last=False), _find_day(part, last=True)) for part in edtf[1:-1].split(",")])
    start, slash, end = edtf.partition("/")
    if slash:
        return _find_day(start, last=False), _find_day(end, last=True)
    return _find_day(edtf, last=False), _find_day(edtf, last=True)


def is_background(edtf: str | None, published: str | None) -> bool:
    """Whether it surely happened more than a year before publication; where a date is missing, that cannot be told."""
    last, first = find_bounds(edtf)[1], find_bounds(published)[0]
    return last is not None and first is not None and first - last > _YEAR


def _join(parts: list[Bounds]) -> Bounds:
    """From the first of all to the last of all; null where one of them is."""
    starts = [start for start, _ in parts if start is not None]
    ends = [end for _, end in parts if end is not None]
    return (
        min(starts) if len(starts) == len(parts) else None,
        max(ends) if len(ends) == len(parts) else None,
    )


def _find_day(part: str, *, last: bool) -> date | None:
    found = _DATE.fullmatch(part.strip())
    if found is None:
        return None
    year = int(found["year"].replace("X", "9" if last else "0"))
    month, day = found["month"] or "XX", found["day"] or "XX"
    try:
        if month.isdigit() and int(month) in _SEASONS:
            return _find_season(year, int(month), last=last)
        number = int(month) if month.isdigit() else (12 if last else 1)
        longest = monthrange(year, number)[1]
        return date(year, number, int(day) if day.isdigit() else (longest if last else 1))
    except ValueError:
        return None


def _find_season(year: int, season: int, *, last: bool) -> date:
    first, final = _SEASONS[season]
    if not last:
        return date(year, first, 1)
    return date(year, final, monthrange(year, final)[1]) + (timedelta(days=59) if final == first else timedelta())
