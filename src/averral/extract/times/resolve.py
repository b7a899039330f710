"""Expressions turned into values: stretches of the calendar, ranges, durations. Unknown is null, never guessed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from averral.extract.times import expression as ex
from averral.extract.times.calendar import RANK, Stretch, day_of, month_of, season_of, share_of, unit_of, year_of
from averral.extract.times.scene import Scene, complete_year, find_calendar, find_season, iter_calendars
from averral.extract.times.steps import find_offset, find_recent, find_step, find_turn
from averral.extract.times.value import Choice, Range, Value, Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.times.expression import Amount, Expression

__all__ = ["resolve"]

WITHIN_DAY: Final = frozenset({"second", "minute", "hour"})
"""Units of which a few are counted from an hour that was told right before, and from no day farther back."""
NEWS: Final = timedelta(3)
"""So old what a report tells is at most where it gives the hour and no day any more."""


def resolve(expression: Expression, scene: Scene) -> Value | None:
    """The value of an expression where it stands, or null where nothing anchors it or no such date exists."""
    try:
        return _resolve(expression, scene)
    except (ValueError, OverflowError):
        return None


def _resolve(expression: Expression, scene: Scene) -> Value | None:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    match expression:
        case ex.Calendar():
            return _calendar(expression, scene)
        case ex.Numeric():
            return _numeric(expression, scene)
        case ex.Season():
            return _season(expression, scene)
        case ex.Years():
            return year_of(expression.first, expression.unit)
        case ex.Step():
            return find_step(expression, scene)
        case ex.Turn():
            return find_turn(expression, scene)
        case ex.Offset():
            return _offset(expression, scene)
        case ex.Ahead():
            return _ahead(expression, scene)
        case ex.Recent():
            return find_recent(expression, scene)
        case ex.Part():
            return _part(expression, scene)
        case ex.Nth():
            return _nth(expression, scene)
        case ex.Clock():
            return _at(ex.At(None, expression), scene)
        case ex.At():
            return _at(expression, scene)
        case ex.Between():
            return _between(expression, scene)
        case ex.Open():
            return _open(expression, scene)
        case ex.Listed():
            return _listed(expression, scene)
        case ex.Length():
            return _length(expression.amounts)
        case ex.Every():
            length = _length(expression.amounts)
            return length and Written("R/" + length.text)
        case ex.Marked():
            return _marked(expression, scene)
        case ex.Unknown():
            return None


def _stretch(expression: Expression | None, scene: Scene) -> Stretch | None:
    value = resolve(expression, scene) if expression else None
    return value if isinstance(value, Stretch) else None


def _calendar(calendar: ex.Calendar, scene: Scene) -> Stretch | None:
    if calendar.year is None:
        return find_calendar(calendar, scene)
    year = complete_year(calendar.year, scene)
    if calendar.month is None:
        return year_of(year)
    if calendar.day is None:
        return month_of(year, calendar.month)
    return day_of(date(year, calendar.month, calendar.day))


def _numeric(numeric: ex.Numeric, scene: Scene) -> Value:
    year, first, second = complete_year(numeric.year, scene), numeric.first, numeric.second
    if scene.day_first is not None or first == second:
        day, month = (first, second) if scene.day_first else (second, first)
        return day_of(date(year, month, day))
    return Choice(tuple(day_of(date(year, m, d)) for m, d in sorted([(first, second), (second, first)])), "[]")


def _season(season: ex.Season, scene: Scene) -> Stretch | None:
    if season.year is None:
        return find_season(season.season, scene)
    return season_of(complete_year(season.year, scene), season.season)


def _offset(offset: ex.Offset, scene: Scene) -> Stretch | None:
    stated = not isinstance(offset.base, str)
    if offset.base == "told" and not scene.here and all(amount.unit in WITHIN_DAY for amount in offset.amounts):
        return None
    base = scene.anchor(offset.base) if isinstance(offset.base, str) else _stretch(offset.base, scene)
    return find_offset(offset.amounts, offset.sign, base, stated=stated) if base else None


def _ahead(ahead: ex.Ahead, scene: Scene) -> Value | None:
    if scene.tense > 0:
        return _offset(ex.Offset("published", ahead.amounts, 1), scene)
    return _length(ahead.amounts)


def _part(part: ex.Part, scene: Scene) -> Stretch | None:
    whole = _stretch(part.of, scene)
    if not whole or whole.unit == "day":
        return whole
    mark = whole.mark or ("~" if part.shares == 3 else "")
    return share_of(whole, part.share, part.shares)._replace(mark=mark)


def _nth(nth: ex.Nth, scene: Scene) -> Stretch | None:
    whole = _stretch(nth.of, scene)
    if not whole or RANK["day"] == RANK[whole.unit] or RANK[whole.unit] > RANK["year"]:
        return None
    if nth.what == "week":
        return _nth_week(whole, nth.number)
    stretches = _units_in(whole, nth.what)
    index = nth.number - 1 if nth.number > 0 else nth.number
    return stretches[index] if -len(stretches) <= index < len(stretches) else None


def _nth_week(whole: Stretch, number: int) -> Stretch | None:
    """“The first week of May” is about its first seven days."""
    first = whole.first + timedelta(7 * (number - 1)) if number > 0 else whole.last - timedelta(6)
    return Stretch(first, min(first + timedelta(6), whole.last), "week", "~") if first <= whole.last else None


def _units_in(whole: Stretch, what: Any) -> list[Stretch]:
    """The months, weekends, days or days of a weekday (Monday is 0) that begin in a stretch of at most a year."""
    unit: ex.Unit = what if what in ("month", "weekend") else "day"
    step: ex.Unit = "week" if unit == "weekend" else unit
    stretches = [unit_of(whole.first, unit)]
    while stretches[-1].last < whole.last:
        stretches.append(unit_of(unit_of(stretches[-1].first, step, 1).first, unit))
    weekdays = range(7) if isinstance(what, str) else (what,)
    return [
        s
        for s in stretches
        if (whole.first <= s.first <= whole.last and s.first.weekday() in weekdays) or unit == "month"
    ]


def _clock_text(clock: ex.Clock) -> str:
    second = "" if clock.second is None else f":{clock.second:02d}"
    return f"T{clock.hour % 24:02d}:{clock.minute or 0:02d}{second}{clock.zone}"


def _known(clock: ex.Clock | None, scene: Scene) -> ex.Clock | None:
    """A clock that is of the morning or of the evening, and not perhaps of either."""
    return (
        clock if clock and (clock.sure or (scene.late_clock and clock.minute is not None and clock.hour < 24)) else None
    )


def _at(at: ex.At, scene: Scene) -> Value | None:
    """A day and its time; a time in doubt leaves the day, a time without a day takes that of the running text."""
    day = resolve(at.day, scene) if at.day else _running_day(scene)
    clock = _known(at.clock, scene)
    if at.day is None and (clock is None or day is None):
        return clock and Written(_clock_text(clock))
    return _timed(day, clock) if isinstance(day, Stretch) else None


def _running_day(scene: Scene) -> Stretch | None:
    """The last whole day of the sentence, else the day that the text told last, there or shortly before its issue."""
    told, published = scene.told, scene.published
    if scene.day or told is None or told.unit != "day" or told.mark:
        return scene.day
    if scene.here:
        return told
    is_news = published is not None and timedelta(0) <= published.last - told.first <= NEWS
    return told if is_news and scene.prose else None


def _timed(day: Stretch, clock: ex.Clock | None) -> Stretch:
    if clock is None or day.unit != "day":
        return day
    return day_of(day.first + timedelta(clock.hour // 24))._replace(mark=day.mark, clock=_clock_text(clock))


def _between(between: ex.Between, scene: Scene) -> Value | None:
    start, end = (e if isinstance(e, ex.At) else ex.At(e) for e in (between.start, between.end))
    clocks = (_known(start.clock, scene), _known(end.clock, scene))
    if not (start.day or end.day):
        return _clocks(clocks, scene)
    first, last = _ends(start.day or end.day, end.day or start.day, scene)
    if not first or not last or first.first > last.last:
        return None
    start_time, end_time = _timed(first, clocks[0]), _timed(last, clocks[1])
    return start_time if start_time == end_time else Range(start_time, end_time)


def _clocks(clocks: tuple[ex.Clock | None, ex.Clock | None], scene: Scene) -> Value | None:
    """A range of times; where it ends earlier than it begins, it ends the next day."""
    start, end = clocks
    if not start or not end:
        return None
    day = _running_day(scene)
    if not day:
        return Written(f"{_clock_text(start)}/{_clock_text(end)}")
    late = (end.hour, end.minute or 0) < (start.hour, start.minute or 0)
    return Range(_timed(day, start), _timed(day_of(day.first + timedelta(late)), end))


def _is_loose(expression: Expression | None) -> bool:
    day = expression.day if isinstance(expression, ex.At) else expression
    return isinstance(day, ex.Calendar) and day.year is None


def _is_yearless(expression: Expression | None) -> bool:
    """Whether a date, or the date of which it is a part, has no year."""
    return _is_loose(expression.of if isinstance(expression, ex.Part | ex.Marked) else expression)


def _ends(start: Any, end: Any, scene: Scene) -> tuple[Stretch | None, Stretch | None]:
    """Both ends; one without a year takes the date next to the other, before or after it."""
    if _is_loose(end) and not _is_loose(start):
        first = _start(start, scene)
        return first, first and next((s for s in iter_calendars(end, first.first) if s.last >= first.first), None)
    last = _end(end, scene)
    if not last or not _is_loose(start):
        return _start(start, scene), last
    before = [s._replace(mark=last.mark) for s in iter_calendars(start, last.first) if s.first <= last.last]
    return (before[-1] if before else None), last


def _open(interval: ex.Open, scene: Scene) -> Value | None:
    """Until a date without a year: the nearest, as it may lie ahead though no verb says so."""
    named = interval.start or interval.end
    if isinstance(named, ex.At) and isinstance(time := resolve(named, scene), Written):
        return Written(f"{time.text}/.." if interval.start else f"../{time.text}")
    if interval.start:
        bound = _start(interval.start, scene)
        return bound and Range(bound, None)
    loose = scene._replace(tense=scene.tense or 2)
    bound = _end(interval.end, loose if _is_yearless(interval.end) else scene)
    return bound and Range(None, bound)


def _start(bound: Any, scene: Scene) -> Stretch | None:
    """“From the beginning of May” is from its first day."""
    if not isinstance(bound, ex.Part) or not bound.edge or bound.share > 0:
        return _stretch(bound, scene)
    whole = _stretch(bound.of, scene)
    return whole and day_of(whole.first)._replace(mark=whole.mark)


def _end(bound: Any, scene: Scene) -> Stretch | None:
    """“By the end of May” is by its last day."""
    if not isinstance(bound, ex.Part) or not bound.edge or bound.share < bound.shares - 1:
        return _stretch(bound, scene)
    whole = _stretch(bound.of, scene)
    return whole and day_of(whole.last)._replace(mark=whole.mark)


def _listed(listed: ex.Listed, scene: Scene) -> Value | None:
    last = _calendar(ex.Calendar(listed.year, listed.month, listed.days[-1]), scene)
    if not last:
        return None
    days = tuple(day_of(last.first.replace(day=d))._replace(mark=last.mark) for d in listed.days)
    follow = all(b.first - a.first == timedelta(1) for a, b in pairwise(days))
    return Range(days[0], days[-1]) if follow else Choice(days, "{}")


ISO_UNITS: Final = {
    "second": ("S", 1), "minute": ("M", 1), "hour": ("H", 1), "day": ("D", 1), "night": ("D", 1), "week": ("W", 1),
    "fortnight": ("W", 2), "month": ("M", 1), "quarter": ("M", 3), "year": ("Y", 1), "decade": ("Y", 10),
    "century": ("Y", 100),
}  # fmt: skip


def _length(amounts: Sequence[Amount]) -> Written | None:
    """ISO 8601 duration; null for vague counts and for weekends, which it cannot write."""
    parts = {True: "", False: ""}
    for amount in sorted(amounts, key=lambda a: -RANK[a.unit]):
        if amount.number is None or amount.unit not in ISO_UNITS:
            return None
        letter, factor = ISO_UNITS[amount.unit]
        parts[amount.unit in ("second", "minute", "hour")] += f"{amount.number * factor:.12g}{letter}"
    return Written("P" + parts[False] + ("T" + parts[True] if parts[True] else ""))


def _marked(marked: ex.Marked, scene: Scene) -> Value | None:
    value = resolve(marked.of, scene)
    return value._replace(mark=marked.mark) if isinstance(value, Stretch) else value
