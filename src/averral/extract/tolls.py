"""Which incident a casualty figure belongs to."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.casualties import CasualtyFigure
    from averral.extract.event import FoundEvent
    from averral.extract.happening import Happening
    from averral.records import Span

__all__ = ["assign_figures"]

REACH = 3
"""A figure without an event in its own sentence belongs to the nearest incident at most so many sentences before it."""


def assign_figures(
    figures: Sequence[CasualtyFigure],
    events: Sequence[FoundEvent],
    happenings: Sequence[Happening],
    sentences: Sequence[Span],
) -> list[int | None]:
    """The number of the happening of each figure; None where no one is near.

    The word of harm is most often an event itself ("killed"): then its happening. Else that of the nearest event in the
    sentence, else of the last one before it.
    """
    starts = [s.start for s in sentences]
    near = _index(events, happenings, starts)
    return [_owner(figure, near, bisect_right(starts, figure.start)) for figure in figures]


def _index(
    events: Sequence[FoundEvent], happenings: Sequence[Happening], starts: Sequence[int]
) -> dict[int, list[tuple[Span, int]]]:
    """By number of sentence, the triggers in it in order, each with the number of its happening."""
    near: dict[int, list[tuple[Span, int]]] = {}
    anchors = sorted((events[n].trigger, i) for i, happening in enumerate(happenings) for n in happening.events)
    for trigger, number in anchors:
        near.setdefault(bisect_right(starts, trigger.start), []).append((trigger, number))
    return near


def _owner(figure: CasualtyFigure, near: dict[int, list[tuple[Span, int]]], sentence: int) -> int | None:
    here = near.get(sentence, [])
    same = next((number for trigger, number in here if trigger.overlaps(figure.trigger)), None)
    if same is not None:
        return same
    if here:
        return min(here, key=lambda a: min(abs(a[0].start - figure.end), abs(figure.start - a[0].end)))[1]
    before = (near[s][-1][1] for s in range(sentence - 1, sentence - 1 - REACH, -1) if s in near)
    return next(before, None)
