"""Which incident a casualty figure belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.casualties import CasualtyFigure
    from averral.extract.event import FoundEvent
    from averral.extract.happening import Happening
    from averral.records import Span

__all__ = ["assign_figures", "whole_tolls"]

_JOINT = re.compile(
    r"(?: (?:at|from|of|in) (?:the |his |her )?\w+)?(?:,|,? (?:and|&)|, as well as)(?: also)? ", re.IGNORECASE
)
REACH = 3
"""A figure without an event in its own sentence belongs to an incident at most so many sentences away."""


def whole_tolls(text: str, figures: Sequence[CasualtyFigure]) -> list[CasualtyFigure]:
    """The figures that stand for themselves: no part of another, and no arrest of one person.

    Those in a row of whom the same word tells are one: "six soldiers and a boy" are seven.
    """
    joined: list[CasualtyFigure] = []
    for figure in (f for f in figures if not f.part):
        place = next((i for i, f in enumerate(joined) if _is_row(text, f, figure)), None)
        if place is None:
            joined.append(figure)
        else:
            joined[place] = _add(joined[place], figure)
    return [f for f in joined if not _is_single(text, f)]


def _is_row(text: str, first: CasualtyFigure, second: CasualtyFigure) -> bool:
    """Whether "and" or a comma joins two figures of the same word of harm; names in a row are told one by one."""
    if (first.kind, first.trigger, first.unit) != (
        second.kind,
        second.trigger,
        second.unit,
    ) or first.end > second.start:
        return False
    if first.negated or second.negated or first.cumulative or second.cumulative:
        return False
    named = _is_named(text, first) and _is_named(text, second)
    return not named and _JOINT.fullmatch(text, first.end, second.start) is not None


def _is_named(text: str, figure: CasualtyFigure) -> bool:
    span = figure.victims
    return span is not None and span.start == figure.start and text[span.start : span.end].istitle()


def _add(first: CasualtyFigure, second: CasualtyFigure) -> CasualtyFigure:
    """One figure over the stretch of both; who they are stays known only where it is the same of both."""
    return first._replace(
        low=None if first.low is None or second.low is None else first.low + second.low,
        high=None if first.high is None or second.high is None else first.high + second.high,
        end=second.end,
        approximate=first.approximate or second.approximate,
        category=first.category if first.category == second.category else "unknown",
        hedged=first.hedged or second.hedged,
    )


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
    sentence, else of the last one before it; a headline may come before all events. Far from all events, a figure
    belongs where the last one of its kind does: "the ministry counted 73".
    """
    starts = [s.start for s in sentences]
    near = _index(events, happenings, starts)
    owners: list[int | None] = []
    last: dict[str, tuple[int, int | None]] = {}
    for figure in figures:
        sentence = bisect_right(starts, figure.start)
        owner = _owner(figure, near, sentence)
        if owner is None:
            start, known = last.get(figure.kind, (figure.start, None))
            owner = known if start < figure.start else _headed(near, sentence)
        last[figure.kind] = figure.start, owner
        owners.append(owner)
    return owners


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


def _headed(near: dict[int, list[tuple[Span, int]]], sentence: int) -> int | None:
    """The first incident of the document, where it is told at most a few sentences after a figure."""
    first = min(near, default=0)
    return near[first][0][1] if sentence < first <= sentence + REACH else None
