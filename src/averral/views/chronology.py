"""The timeline as a page shows it: year by year, each thing as a bar from its first to its last possible day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from averral.analysis.timeline import Extent, Moment, Timeline

__all__ = ["Bar", "Chronology", "Day", "Year", "make_chronology"]


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """An incident in a year: from `start`, `width` wide, in hundredths of the year.

    `when` is its extent in words, `opens` and `closes` are false where it goes on beyond the year.
    """

    title: str
    when: str
    place: str | None
    anchor: str | None
    start: float
    width: float
    opens: bool
    closes: bool


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What was said on a day, or in an extent that begins there: how many statements, and by whom most."""

    when: str
    statements: int
    sources: tuple[tuple[str, int], ...]
    start: float
    width: float


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """The incidents and statements that begin in one year; `label` is "before" for those without a first day."""

    label: str
    bars: tuple[Bar, ...]
    days: tuple[Day, ...]


class Chronology(msgspec.Struct, frozen=True, kw_only=True):
    """Years in their order, and what has no date that can be read: incidents by name, statements only counted."""

    years: tuple[Year, ...]
    undated: tuple[Bar, ...]
    unsaid: int


def make_chronology(timeline: Timeline, anchors: Mapping[str, str]) -> Chronology:
    """Lay a timeline out; `anchors` lead from the id of an incident to where it stands on the page.

    A bar ends at the end of the year that its extent begins in: what lies further is said in words.
    """
    bars: dict[str, list[Bar]] = defaultdict(list)
    said: dict[tuple[str, str, str], list[Extent]] = defaultdict(list)
    for extent in timeline.extents:
        year = _find_year(extent)
        if extent.moment.kind == "incident":
            bars[year].append(_make_bar(extent, anchors))
        else:
            said[year, extent.first or "", extent.last or ""].append(extent)
    days: dict[str, list[Day]] = defaultdict(list)
    for (year, _, _), extents in said.items():
        days[year].append(_make_day(extents))
    labels = sorted({*bars, *days}, key=lambda label: (label != "before", label))
    undated = [moment for moment in timeline.undated if moment.kind == "incident"]
    return Chronology(
        years=tuple(Year(label=label, bars=tuple(bars[label]), days=tuple(days[label])) for label in labels),
        undated=tuple(_make_undated(moment, anchors) for moment in undated),
        unsaid=len(timeline.undated) - len(undated),
    )


def _find_year(extent: Extent) -> str:
    return extent.first[:4] if extent.first else "before"


def _make_bar(extent: Extent, anchors: Mapping[str, str]) -> Bar:
    moment = extent.moment
    start, width, closes = _place(extent.first, extent.last)
    return Bar(
        title=moment.title,
        when=_tell(extent),
        place=moment.place,
        anchor=anchors.get(moment.id),
        start=start,
        width=width,
        opens=extent.first is not None,
        closes=closes,
    )


def _make_undated(moment: Moment, anchors: Mapping[str, str]) -> Bar:
    return Bar(
        title=moment.title, when="not dated", place=moment.place, anchor=anchors.get(moment.id), start=0.0, width=0.0,
        opens=False, closes=False,
    )  # fmt: skip


def _make_day(extents: Sequence[Extent]) -> Day:
    first = extents[0]
    start, width, _ = _place(first.first, first.last)
    sources = Counter(extent.moment.source or "not named" for extent in extents)
    ranked = sorted(sources.items(), key=lambda pair: (-pair[1], pair[0]))
    return Day(when=_tell(first), statements=len(extents), sources=tuple(ranked), start=start, width=width)


def _tell(extent: Extent) -> str:
    days = extent.first if extent.first == extent.last else f"{extent.first or '…'} to {extent.last or '…'}"
    marks = [word for word, is_so in (("about", extent.approximate), ("uncertain", extent.uncertain)) if is_so]
    return f"{days} ({', '.join(marks)})" if marks else str(days)


def _place(first: str | None, last: str | None) -> tuple[float, float, bool]:
    """Where a bar begins and how wide it is, in hundredths of the year it begins in; and whether it ends in it."""
    year = int((first or last or "0001")[:4])
    begin, end = date(year, 1, 1), date(year, 12, 31)
    length = (end - begin).days + 1
    starts = date.fromisoformat(first) if first else begin
    ends = date.fromisoformat(last) if last else end
    shown = min(ends, end)
    return (
        round(100 * (starts - begin).days / length, 2),
        round(100 * ((shown - starts).days + 1) / length, 2),
        last is not None and ends <= end,
    )
