"""Whether two happenings can be of one day, by what their documents say and when they were published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from averral.analysis.incidents.term import Term
from averral.records.case_incident import Happening
from averral.records.edtf import Days, days_overlap

__all__ = ["compare_dates", "count_gap", "find_days", "is_vague"]

FRESH = 4
"""Days within which a report is taken to be the news of what it tells most of."""
CLOSE = 3
"""Days by which reports of one happening differ, as one counts from its publication and another from local time."""
MONTH = 45
"""Days by which a date that is wrong in its month is off at most."""
YEAR = 366


def find_days(happening: Happening) -> Days | None:
    """Its days; null where its document dates it not at all."""
    days = Days(happening.first, happening.last)
    return days if any(days) else None


def is_vague(happening: Happening) -> bool:
    """Whether its date is marked as uncertain or approximate."""
    return any(mark in (happening.edtf or "") for mark in "?~%")


def count_gap(a: Days, b: Days) -> int:
    """The days that lie between two extents; 0 where they meet or overlap, or where a side is open."""
    if days_overlap(a, b):
        return 0
    early, late = (a, b) if a.last is not None and b.first is not None and a.last < b.first else (b, a)
    return (late.first - early.last).days if early.last and late.first else 0


def compare_dates(a: Happening, b: Happening) -> Iterator[Term]:
    """Overlapping extents speak for one happening, the more, the shorter the longer one is; a gap speaks against it.

    An accomplished happening cannot be later than the report of it. What a document tells most of, and does not date,
    is taken to be a few days old at most.
    """
    one, two = find_days(a), find_days(b)
    if one and two:
        yield from _compare_days(a, b, one, two)
    elif one or two:
        dated, other = (a, b) if one else (b, a)
        yield from _compare_report(dated, other)
    elif a.document != b.document and a.chief and b.chief:
        yield from _compare_reports(a.reported, b.reported)


def _compare_reports(one: date | None, two: date | None) -> Iterator[Term]:
    if one and two and abs((one - two).days) <= FRESH:
        yield Term("fresh", 1.0, f"both are the news of about {min(one, two)}")


def _compare_days(a: Happening, b: Happening, one: Days, two: Days) -> Iterator[Term]:
    gap = count_gap(one, two)
    dates = f"{a.edtf} and {b.edtf}"
    if days_overlap(one, two):
        length = max(_measure(one), _measure(two))
        name = "same day" if length <= 2 else "same month" if length <= MONTH else "same year"
        if length <= YEAR * 2:
            yield Term(name, 1.0, f"the dates {dates} can be one" if a.edtf != b.edtf else f"both are of {a.edtf}")
        return
    value = 0.5 if is_vague(a) or is_vague(b) else 1.0
    name = "near day" if gap <= CLOSE else "other month" if gap <= MONTH else "other year"
    if name == "other year" and gap > YEAR:
        value *= 2
    yield Term(name, value, f"the dates {dates} are {gap} days apart")


def _compare_report(dated: Happening, other: Happening) -> Iterator[Term]:
    first, reported = dated.first or dated.last, other.reported
    if first is None or reported is None or dated.document == other.document:
        return
    days = (reported - first).days
    if days < 0 and other.stage == "accomplished":
        value = 0.5 if is_vague(dated) else 1.0
        yield Term("before", value, f"one is of {dated.edtf}, the report of the other of {other.published}")
    elif other.chief and 0 <= days <= FRESH and dated.last is not None and _measure(Days(first, dated.last)) <= MONTH:
        yield Term("fresh", 1.0, f"one is of {dated.edtf}, the other the news of {other.published}")
    elif other.chief and dated.last is not None and (reported - dated.last).days > YEAR:
        yield Term("stale", 1.0, f"one is of {dated.edtf}, the other the chief matter of a report of {other.published}")


def _measure(days: Days) -> int:
    """The number of days of an extent; very many where a side is open."""
    return (days.last - days.first).days + 1 if days.first and days.last else date.max.toordinal()
