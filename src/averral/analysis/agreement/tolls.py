"""Tolls over time by source: every figure of an incident by kind and whom it counts, without what is no toll."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace

from averral.analysis.agreement.case import Told
from averral.analysis.agreement.position import find_first_day
from averral.records.agreement import TollRow

__all__ = ["Toll", "find_value", "list_tolls", "make_toll_rows"]

WILD = 20
"""A single figure so many times the middle one was not a toll (a time, a sum, a year)."""
PART = 0.4
"""A figure below this share of the highest that its document gives there is a part of the whole."""


class Toll(NamedTuple):
    """The figures of one kind for one incident, in the order in which they were said."""

    incident: str
    figure: str
    told: tuple[Told, ...]


def list_tolls(told: Iterable[Told]) -> tuple[Toll, ...]:
    """All figures by incident, kind and whom they count, without denied and wild ones and parts of a document's own.

    Somebody who is named or described alone ("her son") is no toll, nor is "one of them".
    """
    groups: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in told:
        stance = one.stance
        if stance.kind == "casualties" and one.incident and stance.figure and not (stance.against or stance.part):
            groups[one.incident, stance.figure, stance.name].append(one)
    return tuple(
        Toll(incident, f"{figure} ({part})" if part else figure, tuple(sorted(_clean(some), key=_rank)))
        for (incident, figure, part), some in sorted(groups.items())
    )


def _rank(told: Told) -> tuple[str, str, int]:
    return find_first_day(told.voiced.said), told.voiced.document, told.voiced.start


def find_value(told: Told) -> int:
    """The figure as one number: the upper end of a range, the lower of an open one."""
    stance = told.stance
    return stance.high if stance.high is not None else stance.low or 0


def _clean(told: Sequence[Told]) -> list[Told]:
    return _open(_drop_parts(_drop_wild(told)))


def _open(told: Sequence[Told]) -> list[Told]:
    """What a document calls "at least 19" in one place and 19 in another is at least 19 in both."""
    least = {(one.voiced.document, one.stance.low) for one in told if one.stance.high is None}
    return [
        one._replace(stance=replace(one.stance, high=None)) if (one.voiced.document, one.stance.low) in least else one
        for one in told
    ]


def _drop_wild(told: Sequence[Told]) -> list[Told]:
    middle = median(find_value(one) for one in told)
    return [one for one in told if find_value(one) <= max(middle, 1) * WILD]


def _drop_parts(told: Sequence[Told]) -> list[Told]:
    most: Counter[str] = Counter()
    for one in told:
        most[one.voiced.document] = max(most[one.voiced.document], find_value(one))
    return [one for one in told if find_value(one) >= PART * most[one.voiced.document]]


def make_toll_rows(tolls: Iterable[Toll]) -> tuple[TollRow, ...]:
    """One row for each figure, with the earlier one of the same speaker that it replaces."""
    rows = []
    for toll in tolls:
        last: dict[str, Told] = {}
        for one in toll.told:
            before = last.get(one.voiced.speaker)
            other = before is not None and (before.stance.low, before.stance.high) != (one.stance.low, one.stance.high)
            rows.append(
                TollRow(
                    incident=toll.incident,
                    figure=toll.figure,
                    low=one.stance.low,
                    high=one.stance.high,
                    stance=one.voiced,
                    replaces=before.voiced.key if before and other else None,
                )
            )
            last[one.voiced.speaker] = one
    return tuple(rows)
