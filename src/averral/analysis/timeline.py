"""Incidents and statements in time: inexact dates as extents, and those without a date in a list of their own."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Literal

import msgspec

from averral.records import Attribution, Claim, Reading, Time
from averral.records.edtf import Days, edtf_days

__all__ = ["Extent", "Moment", "Precision", "Timeline", "find_said", "lay_out_timeline", "list_statements"]

MomentKind = Literal["incident", "statement"]
Precision = Literal["day", "week", "month", "year", "decade", "interval", "open"]
"""The unit that an extent fills: one day, up to seven, one month, one year, one decade; else from one day to another.

`open` has no first or no last day.
"""
WEEK = timedelta(6)
NEAR = re.compile(
    r"[\s,]*(?:(?:late|early|also|again|later)\s+)?(?:on\s+|in\s+|late\s+on\s+|early\s+on\s+)?(?:the\s+)?"
)
"""What may stand between a cue and the time of saying: "said on Tuesday", "told reporters" has more and is not read."""


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """Something that has its place in time: an incident when it happened, a statement when it was made.

    `edtf` is null where no date is known. `claims` are the keys of the claims behind it.
    """

    id: str
    kind: MomentKind
    title: str
    edtf: str | None = None
    place: str | None = None
    source: str | None = None
    claims: tuple[str, ...] = ()


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    """A moment from its first to its last possible day, ISO 8601, both included; null is open on that side.

    `approximate` and `uncertain` are the marks ~ and ? of the date (% is both): they widen nothing, as nothing says
    by how much.
    """

    moment: Moment
    first: str | None
    last: str | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """Extents in the order of their first day, then their last; and what has no date that can be read, by id."""

    extents: tuple[Extent, ...]
    undated: tuple[Moment, ...]


def lay_out_timeline(moments: Iterable[Moment]) -> Timeline:
    """Each moment as the days that its EDTF date may mean: no day is chosen out of a month, a year or an interval.

    An extent without a first day stands where its last day is. A moment that is given twice counts once.
    """
    extents, undated = [], []
    for moment in {repr(moment): moment for moment in moments}.values():
        days = edtf_days(moment.edtf)
        if days is None:
            undated.append(moment)
        else:
            extents.append(_make_extent(moment, days))
    return Timeline(extents=tuple(sorted(extents, key=_rank)), undated=tuple(sorted(undated, key=_name)))


def _make_extent(moment: Moment, days: Days) -> Extent:
    edtf = moment.edtf or ""
    return Extent(
        moment=moment,
        first=days.first.isoformat() if days.first else None,
        last=days.last.isoformat() if days.last else None,
        precision=_find_precision(days),
        approximate="~" in edtf or "%" in edtf,
        uncertain="?" in edtf or "%" in edtf,
    )


def _find_precision(days: Days) -> Precision:
    first, last = days
    if first is None or last is None:
        return "open"
    if first == last:
        return "day"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        whole = {
            (1, True): "month",
            (12, first.month == 1): "year",
            (120, first.month == 1 and first.year % 10 == 0): "decade",
        }
        found: Precision | None = whole.get((months, True))  # type: ignore[assignment]
        return found or "interval"
    return "week" if last - first <= WEEK else "interval"


def _rank(extent: Extent) -> tuple[str, str, str, str, str]:
    return (extent.first or extent.last or "", extent.last or "9999-12-31~", *_name(extent.moment))


def _name(moment: Moment) -> tuple[str, str, str]:
    return moment.kind, moment.id, repr(moment)


def list_statements(reading: Reading) -> tuple[Moment, ...]:
    """The attributed statements of a document, each when it was said, or else when the document was published.

    One moment for each attribution that is in nobody else's words, with the claims that it gives.
    """
    claims: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        if claim.attribution is not None:
            claims.setdefault(claim.attribution, []).append(claim)
    outer = [found for found in reading.attributions if found.parent is None and found.id in claims]
    said = _find_times(reading, outer)
    return tuple(_make_statement(reading, found, claims[found.id], said.get(found.id)) for found in outer)


def _make_statement(reading: Reading, attribution: Attribution, claims: list[Claim], said: str | None) -> Moment:
    document = reading.document
    names = {entity.id: entity.name for entity in reading.entities}
    first = min(claims, key=lambda claim: (claim.start, -claim.end, claim.id))
    speaker = attribution.source.entity if attribution.source else None
    return Moment(
        id=f"{document.id}#{attribution.id}",
        kind="statement",
        title=" ".join(document.text[first.start : first.end].split()),
        edtf=said or document.published,
        source=names.get(speaker) if speaker else None,
        claims=tuple(sorted(f"{document.id}#{claim.id}" for claim in claims)),
    )


def find_said(reading: Reading, attribution: Attribution) -> str | None:
    """When a statement was made, as the words right after its cue say ("said on Tuesday that …"); else null."""
    return _find_times(reading, [attribution]).get(attribution.id)


def _find_times(reading: Reading, attributions: Iterable[Attribution]) -> dict[str, str]:
    by_start = {time.start: time for time in reading.times if time.kind == "date" and time.edtf}
    found = {}
    for attribution in attributions:
        for time in _iter_after_cue(reading, attribution, by_start):
            if (
                time.edtf
                and edtf_days(time.edtf)
                and not any(s.start < time.end and time.start < s.end for s in attribution.content)
            ):
                found[attribution.id] = time.edtf
    return found


def _iter_after_cue(reading: Reading, attribution: Attribution, by_start: dict[int, Time]) -> Iterator[Time]:
    if attribution.cue is not None:
        gap = NEAR.match(reading.document.text, attribution.cue.end)
        for start in range(attribution.cue.end, gap.end() + 1 if gap else 0):
            if start in by_start:
                yield by_start[start]
