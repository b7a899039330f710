"""Figures in a row, which one sentence gives one by one: "six soldiers and a boy were killed" makes seven."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from averral.records import Casualties

__all__ = ["iter_sums"]

_JOINT: Final = re.compile(
    r"(?: (?:at|from|of|in) (?:the |his |her )?\w+)?(?:,|,? (?:and|&)|, as well as)(?: also)? ", re.IGNORECASE
)


def iter_sums(text: str, figures: Sequence[Casualties]) -> Iterator[Casualties]:
    """One figure for each row of them, over the stretch of all; people named one after the other make no row."""
    row: list[Casualties] = []
    for figure in sorted(figures, key=lambda figure: (figure.kind, figure.start)):
        if row and not _is_next(text, row[-1], figure):
            yield from _add(row)
            row = []
        row.append(figure)
    yield from _add(row)


def _is_next(text: str, before: Casualties, figure: Casualties) -> bool:
    if before.kind != figure.kind or before.end > figure.start or 0 in (before.high, figure.high):
        return False
    named = text[before.start : before.end].istitle() and text[figure.start : figure.end].istitle()
    return not named and _JOINT.fullmatch(text, before.end, figure.start) is not None


def _add(row: Sequence[Casualties]) -> Iterator[Casualties]:
    if len(row) > 1:
        lows, highs = [figure.low for figure in row], [figure.high for figure in row]
        yield Casualties(
            kind=row[0].kind,
            low=None if None in lows else sum(low or 0 for low in lows),
            high=None if None in highs else sum(high or 0 for high in highs),
            start=row[0].start,
            end=row[-1].end,
            claim=row[0].claim,
        )
