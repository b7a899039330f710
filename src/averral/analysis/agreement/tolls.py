"""Tolls over time by source, and figures that cannot both hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from statistics import median
from typing import NamedTuple

import msgspec

from averral.analysis.agreement.case import Told
from averral.analysis.agreement.position import find_first_day, make_contradiction, make_position
from averral.records.agreement import Contradiction, TollRow

__all__ = ["find_toll_clashes", "list_tolls", "make_toll_rows"]

WILD = 20
"""A single figure so many times the middle one was not a toll (a time, a sum, a year)."""
PART = 0.4
"""A figure below this share of the highest that its speaker gives there is a part of the whole."""
SMALL = 0.25
"""The same where several origins give the figure."""
CLOSE = 0.1
"""Share by which a later figure may be higher at any time and still be an update."""
FRESH = 3
"""Days after the first figure in which tolls are taken to rise still."""
POSITIONS = 12
"""Figures of one incident that are laid beside each other, those with most origins first."""


class Toll(NamedTuple):
    """The figures of one kind for one incident, in the order in which they were said."""

    incident: str
    figure: str
    told: tuple[Told, ...]


def list_tolls(told: Iterable[Told]) -> tuple[Toll, ...]:
    """All figures by incident, kind and whom they count, without denied and wild ones and parts of a speaker's own."""
    groups: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in told:
        if one.stance.kind == "casualties" and one.incident and one.stance.figure and not one.stance.against:
            groups[one.incident, one.stance.figure, one.stance.name].append(one)
    return tuple(
        Toll(
            incident, f"{figure} ({part})" if part else figure, tuple(sorted(_drop_parts(_drop_wild(some)), key=_rank))
        )
        for (incident, figure, part), some in sorted(groups.items())
    )


def _rank(told: Told) -> tuple[str, str, int]:
    return find_first_day(told.voiced.said), told.voiced.document, told.voiced.start


def _value(told: Told) -> int:
    stance = told.stance
    return stance.high if stance.high is not None else stance.low or 0


def _clean(told: Sequence[Told]) -> list[Told]:
    return _open(_drop_parts(_drop_wild(told)))


def _open(told: Sequence[Told]) -> list[Told]:
    """What a document calls "at least 19" in one place and 19 in another is at least 19 in both."""
    least = {(one.voiced.document, one.stance.low) for one in told if one.stance.high is None}
    return [
        one._replace(stance=msgspec.structs.replace(one.stance, high=None))
        if (one.voiced.document, one.stance.low) in least
        else one
        for one in told
    ]


def _drop_wild(told: Sequence[Told]) -> list[Told]:
    middle = median(_value(one) for one in told)
    return [one for one in told if _value(one) <= max(middle, 1) * WILD]


def _drop_parts(told: Sequence[Told]) -> list[Told]:
    most: dict[tuple[str, str], int] = defaultdict(int)
    for one in told:
        key = one.voiced.document, one.voiced.speaker
        most[key] = max(most[key], _value(one))
    return [one for one in told if _value(one) >= PART * most[one.voiced.document, one.voiced.speaker]]


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


def find_toll_clashes(tolls: Iterable[Toll], superseded: frozenset[str]) -> Iterator[Contradiction]:
    """Ranges of one kind for one incident that do not meet.

    Of each speaker the last figure stands; an earlier one that does not meet it was updated, or the speaker contradicts
    themselves where it goes down and nothing corrects it. Between speakers, a higher figure that is said later while
    tolls still rise may be an update. `superseded` are documents that a correction replaces.
    """
    for toll in tolls:
        yield from _find_own(toll, superseded)
        yield from _find_others(toll, superseded)


def _find_own(toll: Toll, superseded: frozenset[str]) -> Iterator[Contradiction]:
    series: dict[str, list[Told]] = defaultdict(list)
    for one in toll.told:
        series[one.voiced.speaker].append(one)
    for some in series.values():
        for before, after in pairwise(some):
            later = find_first_day(before.voiced.said) < find_first_day(after.voiced.said)
            if _meet(before, after) or (before.voiced.document == after.voiced.document and not later):
                continue
            update = None
            if before.voiced.document in superseded:
                update = "a correction replaces the earlier figure"
            elif later and _value(after) > _value(before):
                update = "the same source gives a higher figure later"
            yield _clash(toll, [before], [after], update)


def _find_others(toll: Toll, superseded: frozenset[str]) -> Iterator[Contradiction]:
    """The last figures of each speaker, by value; of updates those only between which no other figure lies."""
    last = {one.voiced.speaker: one for one in toll.told if one.voiced.document not in superseded}
    values: dict[tuple[int | None, int | None], list[Told]] = defaultdict(list)
    for one in toll.told:
        final = last.get(one.voiced.speaker)
        if final and (final.stance.low, final.stance.high) == (one.stance.low, one.stance.high):
            values[one.stance.low, one.stance.high].append(one)
    ranked = sorted(values.values(), key=lambda some: (-_count_origins(some), -_value(some[0])))
    kept = [some for some in ranked if not _is_part(some, ranked[0])][:POSITIONS]
    start = min((find_first_day(one.voiced.said) for one in toll.told), default="~")
    rises: dict[int, tuple[list[Told], list[Told], str]] = {}
    for pair in combinations(kept, 2):
        low, high = sorted(pair, key=_rank_value)
        if _meet(low[0], high[0]):
            continue
        update = _find_rise(low, high, start)
        if update is None:
            yield _clash(toll, low, high, None)
        elif _value(high[0]) not in rises or _value(rises[_value(high[0])][0][0]) < _value(low[0]):
            rises[_value(high[0])] = low, high, update
    for low, high, why in rises.values():
        yield _clash(toll, low, high, why)


def _rank_value(told: list[Told]) -> int:
    return _value(told[0])


def _count_origins(told: Iterable[Told]) -> int:
    return len({one.voiced.origin for one in told})


def _is_part(told: Sequence[Told], common: Sequence[Told]) -> bool:
    """Whether a figure is far below one that several origins give, and farther where it has several itself: a part."""
    if _count_origins(common) == 1:
        return False
    share = PART if _count_origins(told) == 1 else SMALL
    return _value(told[0]) < share * _value(common[0])


def _find_rise(low: Sequence[Told], high: Sequence[Told], start: str) -> str | None:
    """Whether the higher figure only came later in the first days; of one day, in a document that has both."""
    last_low = max(find_first_day(one.voiced.said) for one in low)
    first_high = min(find_first_day(one.voiced.said) for one in high)
    if "~" in (last_low, first_high, start) or last_low > first_high:
        return None
    documents, others = ({one.voiced.document for one in side} for side in (low, high))
    if last_low == first_high and not documents & others:
        return None
    if _count_days(start, first_high) <= FRESH:
        return "the higher figure was said later, while tolls were still rising"
    if last_low < first_high and _value(high[0]) <= _value(low[0]) * (1 + CLOSE):
        return "a figure that is hardly higher was said later: somebody may have died or been found since"
    return None


def _count_days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _meet(a: Told, b: Told) -> bool:
    """Whether a number can lie in both ranges; null is open."""
    one, two = a.stance, b.stance
    low = max(one.low or 0, two.low or 0)
    highs = [high for high in (one.high, two.high) if high is not None]
    return not highs or low <= min(highs)


def _clash(toll: Toll, a: Sequence[Told], b: Sequence[Told], update: str | None) -> Contradiction:
    first, second = (_tell(some[0], toll.figure) for some in (a, b))
    return make_contradiction(
        "casualties",
        toll.incident,
        (make_position(first, a), make_position(second, b)),
        f"{first} and {second} cannot both hold",
        update,
    )


def _tell(told: Told, figure: str) -> str:
    low, high = told.stance.low, told.stance.high
    if low == high:
        return f"{high} {figure}"
    if high is None:
        return f"at least {low} {figure}"
    return f"at most {high} {figure}" if low is None else f"{low} to {high} {figure}"
