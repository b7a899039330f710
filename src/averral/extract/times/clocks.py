"""Times of day, and days with a time: "9.30pm", "0310 hours", "at dawn on 3 May", "Tuesday night"."""

from __future__ import annotations

from typing import Final

from averral.extract.times.expression import (
    At,
    Between,
    Calendar,
    Clock,
    Expression,
    Marked,
    Nth,
    Numeric,
    Offset,
    Step,
    Turn,
    Unknown,
)
from averral.extract.times.lexicon import CLASSES
from averral.extract.times.pattern import Found, rule

__all__ = ["CLOCKS", "CLOCK_RANGES", "MOMENTS"]

ZONE = "(?:<local><time>|(?P<zone><zone>))?"
PART = "(?P<part><daypart>|<u_night>|<overnight>)"
EARLY = "(?:<part><dash>?)?"
TIMED: Final = frozenset({"at", "by", "from", "until", "before", "after", "since"})
UNITS: Final = frozenset({"counted", *CLASSES["anyunit"]})
HALVES: Final = {"am": 0, "pm": 12, "morning": 0, "afternoon": 12, "evening": 12, "night": 12}


def _in_half(clock: Clock, half: str | None) -> Clock:
    """A clock in doubt, in the half of the day that is said; "at 2 in the night" is of the morning."""
    return clock if clock.sure else _of_half(clock, half)


def _of_half(clock: Clock, half: str | None) -> Clock:
    if half not in HALVES or clock.hour > 12:
        return clock
    later = HALVES[half] and not (half == "night" and clock.hour < 5)
    return clock._replace(hour=clock.hour % 12 + (12 if later else 0), sure=True)


def _zone(found: Found) -> str:
    return "Z" if found.one("zone") else ""


def _clock(found: Found) -> Clock:
    return _of_half(found.one("clock"), found.one("half"))._replace(zone=_zone(found))


def _hour(found: Found) -> Clock | None:
    hour, half = found.one("hour"), found.one("half")
    if hour > 12 and half in ("am", "pm"):
        return None
    return _of_half(Clock(hour, None, None, hour > 12), half)._replace(zone=_zone(found))


def _military(found: Found) -> Clock | None:
    """“0310 hours”, “1900Z”; “2,000 hours” of work come without a preposition."""
    clock: Clock = found.one("clock")
    cued = found.before.code in (*TIMED, "around", "about", "between")
    zoned = found.code("hours") == "zone"
    return clock._replace(zone="Z" if zoned else "") if cued or zoned or clock.hour < 10 else None


def _with_hours(found: Found) -> Clock | None:
    """“10.41 hours”; "10:41 hours" of work come without a preposition."""
    clock = _military(found)
    return clock and clock._replace(sure=True)


def _spoken(found: Found) -> Clock | None:
    """“Half past one”, “a quarter to nine”, “ten minutes to midnight”; "ten to twelve people" are a range."""
    code, side = found.code("minutes"), found.code("side")
    minutes = {"half": 30, "u_quarter": 15}.get(code) or found.one("minutes")
    counted = found.after.code in UNITS or minutes > 30
    told = code == "u_quarter" or found.one("unit") or found.before.code in TIMED
    if counted or (side == "to" and (code == "half" or not told)):
        return None
    total = found.one("hour") * 60 + (minutes if side == "past" else -minutes)
    sure = found.code("hour") == "noon"
    hour = total // 60 % 24 if sure else total // 60 or 12
    return _of_half(Clock(hour, total % 60, sure=sure), found.one("half"))


def _four_digits(found: Found) -> Clock | None:
    """“At 0730”, “at 1930”."""
    given = found.one("clock")
    if isinstance(given, Clock):
        return given
    return Clock(given // 100, given % 100) if given < 2400 and given % 100 < 60 else None


def _noon(found: Found) -> Clock:
    """Midnight may be the first or the last minute of a day."""
    return Clock(found.one("noon"), 0, sure=found.one("noon") < 24)


def _clock_range(found: Found) -> Between:
    """“Between 3 and 8am”, “from 11am to 1”: one says for both which half of the day is meant."""
    first, last = (
        c if isinstance(c, Clock) else Clock(c, sure=c > 12) for c in (found.one("first"), found.one("last"))
    )
    last = _in_half(last, found.one("half"))
    if last.sure and not first.sure:
        first = _nearest(first, last, -1)
    elif first.sure and not last.sure:
        last = _nearest(last, first, 1)
    return Between(At(None, first), At(None, last))


def _nearest(clock: Clock, known: Clock, sign: int) -> Clock:
    """The reading of a clock in doubt that lies next before (−1) or after (+1) a known one."""
    if clock.hour == 24:
        return clock._replace(sure=True)
    readings = (clock._replace(hour=hour, sure=True) for hour in (clock.hour % 12, clock.hour % 12 + 12))
    return min(readings, key=lambda c: sign * (_minutes(c) - _minutes(known)) % 1440 or 1440)


def _minutes(clock: Clock) -> int:
    return clock.hour * 60 + (clock.minute or 0)


def _is_day(value: Expression) -> bool:
    """Whether an expression is of one day, so that a time can be on it: not "next month at 6pm"."""
    if isinstance(value, Marked | Turn):
        return _is_day(value.of)
    if isinstance(value, Calendar):
        return value.day is not None or value.weekday is not None
    if isinstance(value, Offset):
        return value.amounts[-1].unit not in ("month", "quarter", "year", "decade", "century")
    return isinstance(value, Numeric | At | Nth) or (isinstance(value, Step) and value.unit == "day")


def _at(found: Found) -> At | None:
    day: Expression = found.one("day")
    if not isinstance(day, At):
        return At(day, found.one("clock")) if _is_day(day) else None
    return None if day.clock else At(day.day, _in_half(found.one("clock"), day.part), day.part)


def _during(found: Found) -> Between | None:
    """A day with a range of times."""
    day, times = found.one("day"), found.one("times")
    if not _is_day(day):
        return None
    part = day.part if isinstance(day, At) else None
    inner = day.day if isinstance(day, At) else day
    first, last = (_in_half(end.clock, part) for end in (times.start, times.end))
    return Between(At(inner, first), At(inner, last))


def _part(found: Found) -> At | None:
    day: Expression = found.one("day")
    if isinstance(day, At):
        return day._replace(part=found.one("part")) if not (day.part or day.clock) else None
    return At(day, None, found.one("part")) if _is_day(day) else None


def _at_hour(found: Found) -> At | None:
    """“Last night at 8”; without a part of the day, the hour says nothing."""
    day: At = found.one("day")
    hour = found.one("hour")
    return At(day.day, _in_half(Clock(hour, sure=False), day.part), day.part) if day.part in HALVES else None


def _tonight(_: Found) -> At:
    return At(Step("published", 0, "day"), None, "night")


def _unknown(_: Found) -> Unknown:
    return Unknown("time")


CLOCKS: Final = (
    rule("clock", rf"(?P<clock><clock>)(?P<half><ampm>)?{ZONE}", _clock),
    rule("clock", rf"(?P<hour><hour>)(?P<half><ampm>){ZONE}", _hour),
    rule("clock", r"(?P<hour><hour>)<oclock>(?:<in><the>(?P<half><partofday>)|<at>(?P<night><u_night>))?", _hour),
    rule("clock", r"(?<=<clock_cue>)(?P<hour><n12>)<in><the>(?P<half><daypart>)", _hour),
    rule("clock", r"(?P<clock><clock>)(?:<in><the>)?<part>?(?P<half><daypart>)", _clock),
    rule("clock", r"<in><the>(?P<half><daypart>)<at>(?P<hour><n12>)", _hour),
    rule("clock", r"(?P<clock><military>)(?P<hours><hours>|<u_hour>|<zone>)(?:<local><time>)?", _military),
    rule("clock", r"(?P<clock><clock>)(?P<hours><hours>|<u_hour>)(?:<local><time>)?", _with_hours),
    rule(
        "clock",
        r"<a>?(?P<minutes><half>|<u_quarter>|<small>)(?P<unit><u_minute>)?(?P<side><past>|<to>)(?P<hour><n12>|<noon>)"
        r"(?:<in><the>(?P<half><partofday>))?",
        _spoken,
    ),
    rule("clock", r"(?<=<clock_cue>)(?P<clock><military>)", _four_digits),
    rule("clock", r"(?<=<at>)(?P<clock><year>)(?=<comma>|<dot>|<on>|<and>|<close>|<gap>|$)", _four_digits),
    rule("clock", r"<n12>?(?P<noon><noon>)", _noon),
    rule("moment", r"<tonight>", _tonight),
)
"""In the pass that reads dates."""

CLOCK_RANGES: Final = (
    rule(
        "clocks",
        r"(?:<from>|<between>)?(?P<first><clock>|<hour>)(?:<dash>|<to>|<until>)(?P<last><clock>)",
        _clock_range,
    ),
    rule(
        "clocks",
        r"(?:<from>|<between>)(?P<first><n12>)(?:<dash>|<to>|<until>|<and>)(?P<last><n12>)<in><the>(?P<half><daypart>)",
        _clock_range,
    ),
    rule(
        "clocks",
        r"(?:<from>|<between>)(?P<first><clock>)(?:<dash>|<to>|<until>|<and>)(?P<last><n12>)(?!<anyunit>|<of>|<anymonth>)",
        _clock_range,
    ),
    rule("clocks", r"<between>(?P<first><clock>|<hour>)<and>(?P<last><clock>)", _clock_range),
)

MOMENTS: Final = (
    rule("moment", rf"(?P<day><date>|<moment>)<comma>?{EARLY}{PART}", _part),
    rule("moment", rf"(?:<part>?(?:<in>|<on>|<during>)<the>)?{EARLY}{PART}(?:<of>|<on>)?<the>?(?P<day><date>)", _part),
    rule("moment", r"(?P<day><date>|<moment>)<comma>?(?:<at>|<around>)?<around>?(?P<clock><clock>)", _at),
    rule("moment", r"(?P<clock><clock>)<comma>?<on>?<the>?(?P<day><date>|<moment>)", _at),
    rule(
        "moment",
        r"(?P<day><moment>)<comma>?(?:<at>|<around>)(?P<hour><n12>)(?=<comma>|<dot>|<and>|<close>|<gap>|$)",
        _at_hour,
    ),
    rule(
        "moment",
        r"(?<=<at>|<by>|<until>|<before>|<after>|<since>)(?P<hour><n12>)<on>?<the>?(?P<day><moment>)",
        _at_hour,
    ),
    rule("interval", r"(?P<day><date>|<moment>)<comma>?<at>?(?P<times><clocks>)", _during),
    rule("interval", r"(?P<times><clocks>)<comma>?(?:<on>|<of>)?(?P<day><date>|<moment>)", _during),
    rule(
        "untimed", r"(?<=<at>)(?:<daypart>|<u_night>)|(?:<in>|<during>)<the>(?:<part>)?<daypart>|<overnight>", _unknown
    ),
    rule("untimed", r"(?<=<by>)(?:<daypart>|<u_night>)(?!<poss>)", _unknown),
)
