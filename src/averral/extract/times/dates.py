"""Days and months as the text writes them out: "14 May 1989", "Friday, May 3rd", "3-5 May", "mid-May"."""

from __future__ import annotations

from typing import Final

from averral.extract.times.expression import Between, Calendar, Listed, Part, Unknown
from averral.extract.times.lexicon import AFTER_MODAL, CLASSES, NEWSPAPERS
from averral.extract.times.numeric_dates import is_glued
from averral.extract.times.pattern import Found, rule
from averral.extract.times.years import is_counted

__all__ = ["DATES"]

WEEKDAY = "(?:(?P<weekday><anyday>)<dot>?<comma>?<the>?<open>?<dash>?)?"
DAY = "(?P<day><day>)"
MONTH = "(?P<month><anymonth>)(?:(?<=<dotted_month>)<dot>)?"
YEAR = "(?P<year><year>|<year2>|<spoken_year>)"
BEFORE_YEAR = "(?:<comma>|<of>|<join>|<in>)?"
OF_YEAR = f"(?:{BEFORE_YEAR}{YEAR})?"
RANGE = "(?:<dash>|<to>|<through>|<until>)"
CLOSED = "(?=<close>|<dot>|<comma>|<dash>|<gap>|<open>|<mark>|<poss>|$)"
NAMEABLE: Final = (4, 6, 8)
"""April, June and August are first names too."""


def _calendar(found: Found) -> Calendar | None:
    year = found.one("year")
    if (found.code("year") == "year" and is_counted(found, year)) or (year is None and _is_verb(found)):
        return None
    return Calendar(year, found.one("month"), found.one("day"), found.one("weekday"))


def _is_verb(found: Found) -> bool:
    """“All 12 may appeal”, “they march 20 miles”: small letters need a preposition, an ordinal or a weekday."""
    if found.code("day") == "ordinal" or found.code("weekday") or found.before.code in CLASSES["day_cue"]:
        return False
    modal = found.one("month") == 5 and found.after.value in AFTER_MODAL
    return found.code("month") == "low_month" or modal or found.after.code == "counted"


def _month_day(found: Found) -> Calendar | None:
    """“In May 12 people died” has no day: with a day, English says “on”."""
    if found.before.code == "in" and found.code("day") != "ordinal" and found.after.code in ("word", "counted"):
        return None
    return _calendar(found)


def _month(found: Found) -> Calendar | None:
    """A month alone; "June Moss" and "Mrs April" are people."""
    month = found.one("month")
    cued = found.before.code in CLASSES["month_cue"]
    if month in NAMEABLE and not cued and ("name" in (found.after.code, found.before.code)):
        return None
    return None if found.before.code == "naming" else Calendar(month=month)


def _low_month(found: Found) -> Calendar | None:
    """“In may” can be nothing else; “in march” can."""
    return Calendar(month=5) if found.one("month") == 5 else None


def _weekday(found: Found) -> Calendar | Unknown | None:
    """A weekday; "on a Monday" is none in particular; "the Sunday Gazette" and "Black Friday" are names."""
    named = found.after.value in NEWSPAPERS or (found.before.code == "the" and found.after.code == "name")
    if named or found.before.code == "naming":
        return None
    return Unknown() if found.before.code == "a" else Calendar(weekday=found.one("weekday"))


def _second_of(found: Found) -> Calendar:
    return Calendar(found.one("year"), found.one("month"), 2)


def _weekday_the_nth(found: Found) -> Calendar:
    return Calendar(day=found.one("day"), weekday=found.one("weekday"))


def _year_first_month(found: Found) -> Calendar | None:
    """“2019 March”, “2019-Mar”; a dash with spaces is that of a range."""
    return _calendar(found) if len(found.inside()) == 2 or is_glued(found) else None


def _day_range(found: Found) -> Between:
    """“3-5 May”, “April 27 to 3”: where the second day is the lower one, the range crosses a month."""
    year, month, day, last = (found.one(g) for g in ("year", "month", "day", "last"))
    start, end = Calendar(year, month, day), Calendar(year, month, last)
    if last >= day:
        return Between(start, end)
    if found.match.start("month") < found.match.start("day"):
        return Between(start, Calendar(None, month % 12 + 1, last))
    return Between(Calendar(None, (month - 2) % 12 + 1, day), end)


def _month_range(found: Found) -> Between | None:
    if found.code("link") == "and" and found.before.code != "between":
        return None
    return Between(Calendar(month=found.one("month")), Calendar(found.one("year"), found.one("last")))


def _list(found: Found) -> Listed:
    """“3, 5 and 9 May”."""
    days = tuple(t.value for t in found.inside("days") if t.code in CLASSES["day"])
    return Listed((*days, found.one("day")), found.one("month"), found.one("year"))


def _part_of_month(found: Found) -> Part:
    return Part(Calendar(found.one("year"), found.one("month")), found.one("part"), 3)


def _christmas(found: Found) -> Calendar:
    return Calendar(found.one("year"), 12, 24 if found.one("eve") else 25)


def _new_year(found: Found) -> Calendar:
    month, day = (12, 31) if found.one("eve") else (1, 1)
    return Calendar(found.one("year"), month, day)


DATES: Final = (
    rule("date", rf"{WEEKDAY}{DAY}<dot>?<join>?(?:<u_day>?<of>)?<the>?{MONTH}{BEFORE_YEAR}{YEAR}", _calendar),
    rule("date", rf"{WEEKDAY}{DAY}<join>?(?:<u_day>?<of>)?<the>?(?P<month><anymonth>)", _calendar),
    rule("date", rf"{WEEKDAY}{DAY}<of>?{MONTH}(?:<of>)?(?P<year><small>){CLOSED}", _calendar),
    rule("date", rf"{WEEKDAY}{MONTH}<join>?<the>?{DAY}{BEFORE_YEAR}{YEAR}", _calendar),
    rule("date", rf"{WEEKDAY}{MONTH}<join>?<the>?{DAY}", _month_day),
    rule("date", rf"{MONTH}{BEFORE_YEAR}{YEAR}", _calendar),
    rule("date", rf"(?P<year><year>)<join>(?P<month><anymonth>)<join>{DAY}", _calendar),
    rule("date", r"(?P<year><year>)<join>?(?P<month><sure_month>)", _year_first_month),
    rule("date", r"(?P<month><sure_month>)", _month),
    rule("date", r"(?<=<month_cue>)(?P<month><unsure_month>)", _month),
    rule("date", r"(?<=<in>)(?P<month><low_month>)", _low_month),
    rule("date", r"(?P<weekday><weekday>)", _weekday),
    rule("date", r"(?P<weekday><unsure_day>)(?=<comma><anymonth>)", _weekday),
    rule("date", rf"{WEEKDAY}<second><of>{MONTH}{OF_YEAR}", _second_of),
    rule("date", r"(?P<weekday><anyday>)<comma>?<the>?(?P<day><ordinal>)", _weekday_the_nth),
    rule("date", rf"(?P<weekday><weekday>)(?P<day><n12>|<n24>|<n31>){CLOSED}", _weekday_the_nth),
    rule("interval", rf"<between><the>?{DAY}<and><the>?(?P<last><day>)<of>?{MONTH}{OF_YEAR}", _day_range),
    rule(
        "interval",
        rf"{MONTH}<the>?{DAY}{RANGE}<the>?(?P<last><day>)(?!<anymonth>)(?:<comma>?(?P<year><year>))?",
        _day_range,
    ),
    rule("interval", rf"<from>?<the>?{DAY}{RANGE}<the>?(?P<last><day>)<of>?{MONTH}{OF_YEAR}", _day_range),
    rule(
        "interval",
        rf"(?P<month><anymonth>)(?P<link>{RANGE}|<and>)(?P<last><anymonth>)(?!<day>){OF_YEAR}",
        _month_range,
    ),
    rule("date", rf"(?P<days>(?:<day><comma>){{0,4}}<day>)<comma>?<and><the>?{DAY}<of>?{MONTH}{OF_YEAR}", _list),
    rule("date", r"(?P<part><part>)<dash>(?P<month><anymonth>)(?:<comma>?(?P<year><year>))?", _part_of_month),
    rule("date", r"<christmas>(?:(?P<eve><eve>)|<u_day>)<comma>?(?P<year><year>)?", _christmas),
    rule("date", r"(?<=<feast_cue>)<christmas>(?P<year><year>)?", _christmas),
    rule("date", r"<new><u_year><poss>?(?:(?P<eve><eve>)|<u_day>)<comma>?(?P<year><year>)?", _new_year),
)
"""In the pass that reads dates."""
