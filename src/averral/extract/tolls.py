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

__all__ = ["assign_figures", "whole_tolls"]

REACH = 6
"""A figure without an event in its own sentence belongs to an incident that was told at most so many before."""
HEADED = 3
"""In a headline it belongs to the first incident of the document, if that is told at most so many sentences behind."""


def whole_tolls(text: str, figures: Sequence[CasualtyFigure]) -> list[CasualtyFigure]:
    """The figures that stand for themselves: no part of another, and no arrest of one person.

    Those in a row stay apart, as nobody has added them up: "six soldiers and a boy".
    """
    return [figure for figure in figures if not figure.part and not _is_single(text, figure)]


def _is_single(text: str, figure: CasualtyFigure) -> bool:
    """As in "a driver was arrested", an event and no toll; "six were killed and one arrested" is counted."""
    counted = text[figure.start : figure.end].casefold().startswith(("one", "1"))
    return figure.kind in ("arrested", "displaced") and figure.low == figure.high == 1 and not counted


def assign_figures(
    figures: Sequence[CasualtyFigure],
    events: Sequence[FoundEvent],
    happenings: Sequence[Happening],
    sentences: Sequence[Span],
) -> list[int | None]:
    """The number of the happening of each figure; None where none is near.

    The word of harm is most often an event itself ("killed"): then its happening. Else that of the nearest event in the
    sentence, else of the last one before it; a headline may come before all events.
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
    before = [number for number in near if sentence - REACH <= number < sentence]
    if before:
        return near[max(before)][-1][1]
    first = min(near, default=0)
    return near[first][0][1] if sentence < first <= sentence + HEADED else None
