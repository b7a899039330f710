"""Relative expressions: what lies so many units from a stretch that is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from averral.extract.times.calendar import RANK, Stretch, day_of, season_of, shift_day, unit_of
from averral.extract.times.expression import Calendar, Season
from averral.extract.times.scene import Scene, find_calendar, iter_calendars
from averral.extract.times.value import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.times.expression import Amount, Recent, Step, Turn, Unit

__all__ = ["find_offset", "find_recent", "find_step", "find_turn"]

PRECISION: Final[dict[str, Unit]] = {
    "month": "month",
    "quarter": "month",
    "year": "year",
    "decade": "year",
    "century": "year",
}
"""What a date counted in long units is exact to; shorter ones are exact to the day."""


def find_step(step: Step, scene: Scene) -> Stretch | None:
    """The calendar unit so many units from the anchor; null where the anchor is coarser than the unit."""
    base = scene.anchor(step.anchor)
    if base is None or RANK[base.unit] > RANK[step.unit]:
        return None
    if step.unit == "weekend":
        return _find_weekend(base.first, step.by, scene)
    return unit_of(base.first, "day" if step.unit == "night" else step.unit, step.by)._replace(mark=base.mark)


def _find_weekend(day: date, count: int, scene: Scene) -> Stretch:
    """This weekend is, unless the future is spoken of, the one that began last."""
    here = unit_of(day, "weekend")
    if count == 0:
        return here if scene.tense > 0 or here.first <= day else unit_of(day, "weekend", -1)
    return unit_of(day, "weekend", count if count < 0 or here.first <= day else 0)


def find_turn(turn: Turn, scene: Scene) -> Stretch | None:
    """The last, this or next of what recurs, or a date of the year, month or week beside the anchor."""
    base = scene.anchor(turn.anchor)
    if base is None:
        return None
    if turn.unit == "year":
        return _find_in_year(turn.of, base, turn.by)
    if isinstance(turn.of, Season):
        return _beside([season_of(base.first.year + i, turn.of.season) for i in range(-2, 3)], base, turn.by)
    if turn.of.month is not None:
        return _beside(list(iter_calendars(turn.of, base.first)), base, turn.by)
    if turn.unit == "month":
        return _find_in_month(turn.of, base, turn.by)
    return find_calendar(turn.of, scene) if turn.of.weekday is None else _find_weekday(turn, turn.of.weekday, base)


def _find_in_year(of: Calendar | Season, base: Stretch, count: int) -> Stretch | None:
    year = base.first.year + count
    if RANK[base.unit] > RANK["year"]:
        return None
    if isinstance(of, Season):
        return season_of(year, of.season)
    return next((s for s in iter_calendars(of, date(year, 1, 1)) if s.first.year == year), None)


def _find_in_month(of: Calendar, base: Stretch, count: int) -> Stretch | None:
    if RANK[base.unit] > RANK["month"] or of.day is None:
        return None
    return day_of(unit_of(base.first, "month", count).first.replace(day=of.day))


def _beside(stretches: Sequence[Stretch], base: Stretch, count: int) -> Stretch | None:
    """The last one wholly before, the first wholly after, or the one of the same year."""
    if RANK[base.unit] > RANK["month"]:
        return None
    if count == 0:
        return next((s for s in stretches if s.first.year == base.first.year), None)
    before = [s for s in stretches if s.last < base.first]
    after = [s for s in stretches if s.first > base.last]
    return next(iter(before[::-1] if count < 0 else after), None)


def _find_weekday(turn: Turn, weekday: int, base: Stretch) -> Stretch | None:
    """“Last Friday” is the latest before; “next Friday” is that of the next week, “the next Friday” the first."""
    week_known = (
        turn.unit == "week" or turn.by == 0 or (turn.by > 0 and turn.anchor == "published" and turn.unit != "first")
    )
    if week_known and RANK[base.unit] <= RANK["week"]:
        return day_of(unit_of(base.first, "week", turn.by).first + timedelta(weekday))
    if base.unit != "day":
        return None
    ahead = (weekday - base.first.weekday() - 1) % 7 + 1
    behind = (base.first.weekday() - weekday - 1) % 7 + 1
    return day_of(base.first + timedelta(ahead if turn.by > 0 else -behind))


def find_offset(amounts: Sequence[Amount], sign: int, base: Stretch, *, stated: bool) -> Stretch | None:
    """So much before or after a stretch; approximate, where counted in units coarser than what it comes to.

    Weeks from a stated date ("two weeks before 13 May") are exact, "two weeks ago" is not.
    """
    finest = min(amounts, key=lambda a: RANK[a.unit])
    if any(a.number is None for a in amounts) or finest.unit == "weekend":
        return None
    unit: Unit = "month" if finest.number == 0.5 and finest.unit == "year" else PRECISION.get(finest.unit, "day")
    if RANK[base.unit] > RANK[unit]:
        return None
    loose = finest.unit in ("hour", "minute", "second") or (finest.unit in ("week", "fortnight") and not stated)
    mark = "~" if loose or base.unit != unit else ""
    return unit_of(_shift(base.first, amounts, sign), unit)._replace(mark=base.mark or mark)


def _shift(day: date, amounts: Sequence[Amount], sign: int) -> date:
    for amount in amounts:
        day = shift_day(day, sign * (amount.number or 0), amount.unit)
    return day


def find_recent(recent: Recent, scene: Scene) -> Range | None:
    """“The past 30 days” up to the anchor, “the next two weeks” from the day after; vague ones lack one end."""
    base = scene.anchor(recent.anchor)
    finest = min(RANK[a.unit] for a in recent.amounts)
    if base is None or RANK[base.unit] > finest or any(a.unit == "weekend" for a in recent.amounts):
        return None
    if any(a.number is None for a in recent.amounts):
        return Range(None, base, "") if recent.sign < 0 else Range(base, None, "")
    if all(a.unit in ("second", "minute", "hour") for a in recent.amounts):
        far = day_of(_shift(base.first, recent.amounts, recent.sign))
        return Range(far, base) if recent.sign < 0 else Range(base, far)
    unit: Unit = base.unit  # type: ignore[assignment]
    far = unit_of(_shift(base.first, recent.amounts, recent.sign), unit)._replace(mark="~" if finest else "")
    return Range(far, base) if recent.sign < 0 else Range(unit_of(base.first, unit, 1), far)
