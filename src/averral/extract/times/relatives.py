"""Dates told by steps and shares: "last week", "the following year", "early May", "the first quarter of 2020"."""

from __future__ import annotations

from typing import Any, Final

from averral.extract.times.durations import is_plural_unit
from averral.extract.times.expression import Anchor, At, Calendar, Expression, Nth, Part, Season, Step, Turn
from averral.extract.times.lexicon import AFTER_MODAL
from averral.extract.times.pattern import Found, Recoded, rule

__all__ = ["PARTS", "STEPS", "TURNS"]

STEP_OF: Final[dict[str, tuple[Anchor, int]]] = {
    "last": ("published", -1),
    "past": ("published", -1),
    "previous": ("told", -1),
    "this": ("published", 0),
    "next": ("published", 1),
    "coming": ("published", 1),
    "following": ("told", 1),
    "same": ("told", 0),
    "that": ("told", 0),
}
PART = "(?P<part><daypart>|<u_night>)"
OF = "(?:<of>|<in>)<the>?"
STEP = "(?P<the><the>)?<this>?(?P<step><step>)"


def _step_of(found: Found) -> tuple[Anchor, int]:
    """“Next week” is seen from the day of publication, “the next week” from the date that was told."""
    anchor, count = STEP_OF[found.code("step")]
    return ("told", 1) if found.code("step") == "next" and found.one("the") else (anchor, count)


def _unit(found: Found) -> Step | None:
    anchor, count = _step_of(found)
    unit = found.one("unit")
    if is_plural_unit(found) or (found.code("step") == "last" and found.after.code == "of"):
        return None
    if unit == "day" and anchor == "published":
        return Step("told", 1, "day") if count == 1 else None
    if found.code("step") in ("last", "past") and found.one("the"):
        return None
    return Step(anchor, count, unit)


def _today(found: Found) -> Step:
    return Step("published", found.one("dayword"), "day")


def _beyond(found: Found) -> Step:
    """“The day before yesterday”, “the day after tomorrow”."""
    return Step("published", 2 if found.code("link") == "after" else -2, "day")


def _beyond_unit(found: Found) -> Step:
    """“The week after next”, “the week before last”."""
    return Step("published", 2 if found.code("link") else -2, found.one("unit"))


def _part_of_day(found: Found) -> At:
    anchor, count = _step_of(found)
    if found.code("step") == "next":
        anchor = "told"
    return At(Step(anchor, count, "day"), None, found.one("part"))


def _turn(found: Found) -> Turn | None:
    anchor, count = _step_of(found)
    code, value = found.code("of"), found.one("of")
    if code == "unsure_month" and found.after.value in AFTER_MODAL:
        return None
    if code in ("weekday", "unsure_day") and found.code("step") == "coming":
        return Turn(Calendar(weekday=value), anchor, count, "first")
    if code in ("season", "unsure_season"):
        return Turn(Season(value), anchor, count)
    return Turn(Calendar(weekday=value) if code in ("weekday", "unsure_day") else Calendar(month=value), anchor, count)


def _weekday_of_week(found: Found) -> Any:
    anchor, count = _step_of(found)
    turn = Turn(Calendar(weekday=found.one("weekday")), anchor, count, "week")
    return Recoded("moment", At(turn, None, found.one("part"))) if found.one("part") else turn


def _day_of_month(found: Found) -> Turn:
    anchor, count = _step_of(found) if found.code("step") else ("published", 0)
    unit: Any = "month" if found.code("step") else "turn"
    return Turn(Calendar(day=found.one("day")), anchor, count, unit)


def _date_of_year(found: Found) -> Turn | Part | None:
    """“4 May last year”, “in late May of the same year”."""
    date, year = found.one("date"), found.one("year")
    if not isinstance(year, Step) or year.unit != "year":
        return None
    if isinstance(date, Part):
        turn = _turn_of_year(date.of, year)
        return date._replace(of=turn) if turn else None
    return _turn_of_year(date, year)


def _turn_of_year(date: Expression, year: Step) -> Turn | None:
    if isinstance(date, Calendar) and date.month is None:
        return None
    return (
        Turn(date, year.anchor, year.by, "year") if isinstance(date, Calendar | Season) and date.year is None else None
    )


def _part(found: Found) -> Any:
    """A third of something longer than a day; "early on Monday" is a time of that day.

    "The start of the 2014 season" is no part of the year.
    """
    of = found.one("of")
    if (
        found.one("the")
        and isinstance(of, Calendar)
        and of.year
        and not of.month
        and found.after.code in ("word", "name")
    ):
        return None
    whole = isinstance(of, Calendar) and (of.day or of.weekday is not None)
    day = isinstance(of, Turn) and isinstance(of.of, Calendar) and of.of.month is None
    if whole or day or (isinstance(of, Step) and of.unit == "day"):
        return Recoded("moment", At(of))
    return Part(of, found.one("part"), 3, found.code("part") in ("edge", "beginning"))


def _part_of_unit(found: Found) -> Part:
    return Part(Step("near", 0, found.one("unit")), found.one("part"), 3, found.code("part") in ("edge", "beginning"))


def _year_end(found: Found) -> Part | None:
    """“By year-end”."""
    return _part_of_unit(found) if found.one("part") == 2 else None


def _nth_of(found: Found) -> int:
    if found.code("n") == "last":
        return -1
    return 2 if found.code("n") == "second" else found.one("n")


def _share(found: Found) -> Part | None:
    shares = 4 if found.code("share") == "u_quarter" else 2
    number = _nth_of(found)
    of = found.one("of") if found.code("of") == "date" else Step("near", 0, "year")
    return Part(of, shares - 1 if number < 0 else number - 1, shares) if number <= shares else None


def _quarter(found: Found) -> Part | None:
    letter, number = found.one("qtr")
    shares = 4 if letter == "Q" else 2
    return Part(Calendar(found.one("year")), number - 1, shares) if number <= shares else None


def _nth_day(found: Found) -> tuple[int, int]:
    return _nth_of(found), found.one("what")


def _nth_weekday(found: Found) -> Nth:
    number, weekday = found.one("nth")
    return Nth(number, weekday, found.one("of"))


def _nth(found: Found) -> Nth | None:
    if isinstance(found.one("of"), Calendar) and found.one("of").day:
        return None
    return Nth(_nth_of(found), found.one("what"), found.one("of"))


STEPS: Final = (
    rule("date", r"(?P<dayword><dayword>)", _today),
    rule("date", r"<the>?<u_day>(?P<link><before>|<after>)<dayword>", _beyond),
    rule("date", r"<the>?(?P<unit><calendarunit>)(?:(?P<link><after>)<next>|<before><last>)", _beyond_unit),
    rule("date", rf"{STEP}(?P<unit><calendarunit>|<u_weekend>)", _unit),
    rule("date", r"<the>?(?P<unit><u_weekend>)", lambda _: Step("published", 0, "weekend")),
    rule("moment", rf"{STEP}{PART}", _part_of_day),
    rule("date", rf"{STEP}(?P<of><sure_month>|<unsure_month>|<anyday>|<anyseason>)", _turn),
    rule("date", rf"(?P<weekday><anyday>)(?P<part><partofday>)?(?:<of>|<comma>)?{STEP}<u_week>", _weekday_of_week),
    rule("date", rf"{STEP}<u_week>(?:<dash>|<comma>|<on>)?(?P<weekday><anyday>)", _weekday_of_week),
    rule("date", rf"(?P<day><day>)(?:<u_day>)?<of>{STEP}<u_month>", _day_of_month),
    rule("date", r"(?<=<on>)<the>(?P<day><ordinal>)(?=<comma>|<dot>|<and>|<close>|$)", _day_of_month),
    rule("date", r"(?P<part><anyedge>|<part>)<of>?<the>(?P<unit><calendarunit>)", _part_of_unit),
    rule("date", r"(?P<qtr><qtr>)(?:<of>|<dash>|<comma>)?(?P<year><year>)", _quarter),
    rule("date", r"(?P<year><year>)<dash>?(?P<qtr><qtr>)", _quarter),
    rule("date", r"(?P<part><anyedge>)<of>(?P<unit><calendarunit>)", _part_of_unit),
    rule("date", r"(?P<unit><u_year>)<dash>?(?P<part><anyedge>)", _year_end),
    rule("nth_day", rf"(?P<n><nth>|<last>)(?P<what><anyday>)(?={OF}(?:<anymonth>|<year>|<step>))", _nth_day),
)
"""In the pass that reads dates."""

TURNS: Final = (rule("date", r"(?P<date><date>)(?:<comma>|<of>|<in>)?(?P<year><date>)", _date_of_year),)

PARTS: Final = (
    rule("date", r"(?P<part><part>)<dash>?(?:<on>|<in>)?(?P<the><the>)?(?P<of><date>)", _part),
    rule("date", r"<the>?(?P<part><anyedge>)<of>(?P<the><the>)?(?P<of><date>)", _part),
    rule("date", r"(?P<n><nth>|<last>)<dash>?(?P<share><half>|<u_quarter>)<of><the>?(?P<of><date>|<u_year>)", _share),
    rule("date", rf"(?P<nth><nth_day>){OF}(?P<of><date>)", _nth_weekday),
    rule("date", rf"(?P<n><nth>|<last>)(?P<what><u_day>|<u_week>|<u_weekend>|<u_month>){OF}(?P<of><date>)", _nth),
)
