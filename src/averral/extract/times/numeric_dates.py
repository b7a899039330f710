"""Dates in numbers: "2019-03-14", "14.03.2019", "12/03/2019", "2019-03", "141530Z MAR 19"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from averral.extract.times.expression import At, Between, Calendar, Clock, Numeric, Unknown
from averral.extract.times.pattern import Found, Recoded, rule

__all__ = ["NUMERIC_DATES", "is_glued"]

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"
MONTHS: Final = {month: number for number, month in enumerate(_MONTHS.split(), 1)}


def _iso(found: Found) -> Recoded:
    form = found.inside()[0].value
    calendar = Calendar(int(form[:4]), int(form[5:7]), int(form[8:10]))
    if len(form) == 10:
        return Recoded("date", calendar)
    hour, minute, *rest = map(int, form[11:].rstrip("Z").split(":"))
    clock = Clock(hour, minute, rest[0] if rest else None, zone="Z" if form.endswith("Z") else "")
    return Recoded("moment", At(calendar, clock))


def _year_first(found: Found) -> Calendar:
    return Calendar(*map(int, re.split("[/.]", found.inside()[0].value)))


def _numeric(found: Found) -> Calendar | Numeric:
    """Points separate day, month and year in that order; of others, the document's order decides."""
    form = found.inside()[0].value
    first, second, year = map(int, re.split("[/.-]", form))
    if "." in form or first > 12:
        return Calendar(year, second, first)
    return Calendar(year, first, second) if second > 12 else Numeric(first, second, year)


def _date_time_group(found: Found) -> At | None:
    """Military: "141530Z MAR 19" is day, hour, minute, month and year."""
    form = found.inside()[0].value.upper().replace(" ", "")
    month = MONTHS.get(form[-5:-2])
    day, hour, minute = (int(form[i : i + 2]) for i in (0, 2, 4))
    if month is None or hour > 24 or minute > 59:
        return None
    return At(Calendar(int(form[-2:]), month, day), Clock(hour, minute, zone="Z" if "Z" in form[:-5] else ""))


def _attack(_: Found) -> Calendar:
    """“9/11” names one day."""
    return Calendar(2001, 9, 11)


def is_glued(found: Found) -> bool:
    """Whether nothing stands between the tokens, nor joins them to others."""
    if found.before.code in ("dash", "slash") or found.after.code in ("dash", "slash"):
        return False
    return all(a.end == b.start for a, b in pairwise(found.inside()))


def _year_month(found: Found) -> Recoded | None:
    """“2019-03” is a month, “2019-20”, “2019/20” and “2019 – 20” are two years; “2010-11” may be either."""
    year, number, mark = found.one("year"), found.one("number"), found.one("mark")
    if not (is_glued(found) or mark == "–"):
        return None
    if number > year % 100 and (mark != "-" or number > 12):
        return Recoded("interval", Between(Calendar(year), Calendar(year // 100 * 100 + number)))
    if mark == "-" and number <= 12:
        return Recoded("date", Unknown() if number > year % 100 else Calendar(year, number))
    return None


def _month_year(found: Found) -> Calendar | None:
    return Calendar(found.one("year"), found.one("number")) if is_glued(found) else None


NUMERIC_DATES: Final = (
    rule("date", r"<iso>", _iso),
    rule("date", r"<ymd>", _year_first),
    rule("date", r"<dmy>", _numeric),
    rule("date", r"<attack>", _attack),
    rule("moment", r"<dtg>", _date_time_group),
    rule("date", r"(?P<year><year>)(?P<mark><join>)(?P<number><small>)", _year_month),
    rule("date", r"(?P<number><pad>|<n12>)<join>(?P<year><year>)", _month_year),
)
"""In the pass that reads dates."""
