"""Until when: the time inside the words of a forecast by which the thing should have come about."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from averral.records import Reading, Time
from averral.records.edtf import edtf_days

__all__ = ["find_deadline"]

_DURATION: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_WITHIN: Final = re.compile(
    r"(?:within|in|inside(?: of)?|in less than|over|during)(?: the)?(?: next| coming)?\W*\Z", re.IGNORECASE
)
_BEFORE: Final = 24
"""Characters before a duration in which the word stands that makes it a time to come."""


def find_deadline(reading: Reading, start: int, end: int) -> str | None:
    """The EDTF date by which; null where nothing says.

    A time "by", "before" or "until" which comes first; else a duration ("within a year"), counted from the day of
    publication; else the last time named that is not wholly before publication. Times that the reading could not
    resolve, and those without an end ("after June"), are none.
    """
    times = [time for time in reading.times if start <= time.start and time.end <= end and time.edtf]
    stated = edtf_days(reading.document.published)
    by = [time.edtf for time in times if (time.edtf or "").startswith(("../", "/")) and edtf_days(time.edtf)]
    if by:
        return by[0]
    within = [found for time in times if (found := _count_on(reading, time, start))]
    if within:
        return within[0]
    return _find_last(times, stated.first if stated else None)


def _find_last(times: Sequence[Time], stated: date | None) -> str | None:
    dated = [
        (days.last, time.edtf)
        for time in times
        if (days := edtf_days(time.edtf)) and days.last and (stated is None or days.last >= stated)
    ]
    return max(dated, key=lambda pair: pair[0])[1] if dated else None


def _count_on(reading: Reading, time: Time, start: int) -> str | None:
    """From publication on, as an interval of EDTF."""
    length = _DURATION.fullmatch(time.edtf or "")
    lead = reading.document.text[max(start, time.start - _BEFORE) : time.start]
    stated = edtf_days(reading.document.published)
    if length is None or not any(length.groups()) or stated is None or not (stated.first and stated.last):
        return None
    if not _WITHIN.search(lead) and not _WITHIN.match(reading.document.text[time.start : time.end]):
        return None
    years, months, weeks, days = (int(part or 0) for part in length.groups())
    try:
        last = _shift(stated.last, 12 * years + months) + timedelta(7 * weeks + days)
    except (ValueError, OverflowError):
        return None
    return f"{stated.first.isoformat()}/{last.isoformat()}"


def _shift(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
