"""Intervals: "from 2011 to 2014", "between 3 and 5 May", "since March"; and what is only about right."""

from __future__ import annotations

from typing import Any, Final

from averral.extract.times.expression import At, Between, Calendar, Clock, Marked, Open, Season, Step, Turn, Years
from averral.extract.times.pattern import Found, rule

__all__ = ["INTERVALS", "MARKS", "OPEN_INTERVALS"]

POINT = "<date>|<moment>|<clock>"
LINK = "(?:<to>|<until>|<through>)"
JOINABLE: Final = (Calendar, Years, Season, At)


def _point(found: Found, group: str) -> Any:
    """One end; a clock is one of some day."""
    value = found.one(group)
    return At(None, value) if isinstance(value, Clock) else value


def _between(found: Found) -> Between | None:
    """Two dates or two times; a date and a time of no day make no range."""
    start, end = _point(found, "start"), _point(found, "end")
    clocks = [isinstance(e, At) and e.clock is not None for e in (start, end)]
    mixed = any(isinstance(e, At) and e.day is None for e in (start, end)) and not all(clocks)
    return None if mixed else Between(start, end)


def _until_now(found: Found) -> Between:
    return Between(found.one("start"), Step("published", 0, "day"))


def _joined(found: Found) -> Between | None:
    """Two dates with a dash; "4 May - this year" and a dash between clauses are no range."""
    start, end = found.one("start"), found.one("end")
    alike = isinstance(start, JOINABLE) and type(start) is type(end)
    return Between(start, end) if alike and found.one("dash") != "—" else None


def _month_last(found: Found) -> Between:
    return Between(found.one("start"), Calendar(month=found.one("month")))


def _days(found: Found) -> Between | None:
    """“From 3 to 5 May”."""
    end = found.one("end")
    if not isinstance(end, Calendar) or not end.day or not end.month:
        return None
    return Between(end._replace(day=found.one("day"), weekday=None), end)


def _open(found: Found) -> Open | None:
    """Since or until a date; in "after the 2014 vote" and "before Monday's raid" the date is the noun's."""
    bound, code = _point(found, "bound"), found.code("link")
    attributive = found.after.code == "poss" or (found.one("the") and isinstance(bound, Calendar | Turn))
    if attributive:
        return None
    return Open(bound, None) if code in ("since", "after", "starting", "beginning") else Open(None, bound)


def _onward(found: Found) -> Open:
    return Open(found.one("bound"), None)


def _approximate(found: Found) -> Marked:
    return Marked(found.one("of"), "~")


def _uncertain(found: Found) -> Marked:
    return Marked(found.one("of"), "?")


MARKS: Final = (
    rule("date", r"(?:<around>|<circa>)<the>?(?P<of><date>)", _approximate),
    rule("date", r"<perhaps>(?:<on>|<in>)?(?P<of><date>)", _uncertain),
)

INTERVALS: Final = (
    rule("interval", rf"(?:<from>)?(?P<start>{POINT}){LINK}<the>?(?P<end>{POINT})", _between),
    rule("interval", rf"<from>(?P<start>{POINT})<dash>(?P<end>{POINT})", _between),
    rule(
        "interval", rf"<between><the>?(?P<start>{POINT})(?:<and>|<to>|<dash>|<through>)<the>?(?P<end>{POINT})", _between
    ),
    rule("interval", rf"(?:<from>|<between>)?(?P<start>{POINT})(?:{LINK}|<and>|<dash>)<now>", _until_now),
    rule("interval", rf"(?P<start>{POINT})(?P<dash><dash>)(?P<end>{POINT})", _joined),
    rule("interval", rf"<from>(?P<start><date>){LINK}(?P<month><unsure_month>)", _month_last),
    rule("interval", r"<between>(?P<start><date>)<and>(?P<month><unsure_month>)", _month_last),
    rule("interval", rf"(?:<from>|<between>)?<the>?(?P<day><day>)(?:<dash>|{LINK})<the>?(?P<end><date>)", _days),
    rule("interval", r"<between><the>?(?P<day><day>)<and><the>?(?P<end><date>)", _days),
)

OPEN_LINK = "(?P<link><since>|<until>|<by>|<before>|<after>|<through>|<starting>|<beginning>)"
OPEN_INTERVALS: Final = (
    rule("interval", rf"{OPEN_LINK}(?:<on>|<in>|<from>)?(?P<the><the>)?(?P<bound>{POINT})", _open),
    rule("interval", rf"<from>(?P<bound>{POINT})(?:<on>|<onward>)", _onward),
    rule("interval", rf"(?P<bound>{POINT})<onward>", _onward),
)
