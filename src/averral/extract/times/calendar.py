"""Stretches of the calendar, their arithmetic, and how EDTF (ISO 8601-2) writes them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from averral.extract.times.expression import Unit

__all__ = [
    "RANK",
    "Stretch",
    "day_of",
    "month_of",
    "season_of",
    "share_of",
    "shift_day",
    "shift_month",
    "unit_of",
    "year_of",
]

RANK: Final[dict[str, int]] = {
    "second": 0, "minute": 0, "hour": 0, "day": 0, "night": 0, "weekend": 1, "week": 1, "fortnight": 1, "share": 1,
    "month": 2, "quarter": 3, "season": 3, "year": 4, "decade": 5, "century": 6,
}  # fmt: skip
"""Units from fine to coarse: a coarser unit around a finer one is known, not the other way round."""
MONTHS: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS: Final = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}


class Stretch(NamedTuple):
    """First and last day, the unit that these make up, and whether it is approximate ("~") or uncertain ("?")."""

    first: date
    last: date
    unit: str
    mark: str = ""
    clock: str = ""

    def edtf(self) -> str:
        """The stretch as one EDTF string; an interval where EDTF has no name for it."""
        name = self._name()
        if name:
            return name + self.clock + self.mark
        return f"{self.start()}/{self.end()}"

    def start(self) -> str:
        """The stretch as the start of an interval."""
        return self._name() + self.clock + self.mark if self._name() else _edge(self.first, self._whole()) + self.mark

    def end(self) -> str:
        """The stretch as the end of an interval."""
        return self._name() + self.clock + self.mark if self._name() else _edge(self.last, self._whole()) + self.mark

    def _whole(self) -> bool:
        """Whether it runs from the first of a month to the last of one."""
        return self.first.day == 1 and (self.last + timedelta(1)).day == 1

    def _name(self) -> str:
        year = f"{self.first.year:04d}"
        names = {
            "day": self.first.isoformat(),
            "month": year + f"-{self.first.month:02d}",
            "season": year + f"-{self.first.month // 3 + 20}",
            "year": year,
            "decade": year[:3] + "X",
            "century": year[:2] + "XX",
        }
        return names.get(self.unit, "")


def _edge(day: date, whole: bool) -> str:
    return f"{day.year:04d}-{day.month:02d}" if whole else day.isoformat()


def day_of(day: date) -> Stretch:
    """One day."""
    return Stretch(day, day, "day")


def month_of(year: int, month: int) -> Stretch:
    """One month."""
    return Stretch(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def year_of(year: int, unit: str = "year") -> Stretch:
    """The year, decade or century that begins with a year."""
    count = {"year": 1, "decade": 10, "century": 100}[unit]
    return Stretch(date(year, 1, 1), date(year + count - 1, 12, 31), unit)


def season_of(year: int, season: int) -> Stretch:
    """A season by its EDTF number, with the months that it has in the north; winter runs into the next year."""
    month = 3 * (season - 20)
    return Stretch(date(year, month, 1), shift_month(date(year, month, 1), 3) - timedelta(1), "season")


def shift_month(day: date, count: int) -> date:
    """So many months on, at most the last day of the month.

    Raises:
        ValueError: outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift_day(day: date, count: float, unit: str) -> date:
    """So many units on; hours and less count as parts of a day.

    Raises:
        ValueError: a month outside the years 1 to 9999.
        OverflowError: a day outside of them.
    """
    if unit in MONTHS:
        return shift_month(day, round(count * MONTHS[unit]))
    if unit in DAYS:
        return day + timedelta(round(count * DAYS[unit]))
    hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit] * count
    return day + timedelta(int(hours / 24))


def unit_of(day: date, unit: Unit, count: int = 0) -> Stretch:
    """The calendar unit around a day, or so many units after it; weeks begin on Monday.

    Raises:
        ValueError, OverflowError: outside the years 1 to 9999.
    """
    if unit in ("year", "decade", "century"):
        size = MONTHS[unit] // 12
        return year_of(day.year // size * size + count * size, unit)
    if unit in ("month", "quarter"):
        size = MONTHS[unit]
        first = shift_month(day.replace(month=(day.month - 1) // size * size + 1, day=1), count * size)
        last = shift_month(first, size) - timedelta(1)
        return Stretch(first, last, unit)
    if unit in ("week", "fortnight", "weekend"):
        first = day - timedelta(day.weekday()) + timedelta(count * DAYS[unit])
        if unit == "weekend":
            return Stretch(first + timedelta(5), first + timedelta(6), unit)
        return Stretch(first, first + timedelta(DAYS[unit] - 1), unit)
    return day_of(day + timedelta(count))


def share_of(whole: Stretch, index: int, shares: int) -> Stretch:
    """One of several equal shares: whole months of years and longer, else whole days."""
    start, stop = whole.first, whole.last + timedelta(1)
    months = (stop.year - start.year) * 12 + stop.month - start.month
    if start.day == stop.day == 1 and months >= shares:
        first = shift_month(start, months * index // shares)
        return Stretch(first, shift_month(start, months * (index + 1) // shares) - timedelta(1), "share")
    days = (stop - start).days
    first, after = (start + timedelta(days * i // shares) for i in (index, index + 1))
    return Stretch(first, max(first, after - timedelta(1)), "share")
