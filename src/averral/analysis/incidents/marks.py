"""What a happening can share with another, and how much that tells in this case: the rarer, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from averral.analysis.incidents.dates import find_days
from averral.analysis.incidents.kinds import find_kin
from averral.records.case_incident import Happening

__all__ = ["Rarity", "list_blocks", "list_marks"]

PILE = 100
"""Documents that every case is taken to have at least: in a small one, what is frequent is not known yet."""
NAMES = 6
"""Names of its document by which the chief happening of it is looked for."""
FIGURE = 5
"""A figure from which on it is looked for."""
DAYS = 7
"""Days that a date may be wide to be looked for by its days; a wider one is looked for by its months or years."""


def list_marks(happening: Happening) -> tuple[str, ...]:
    """All that it may share, each with a letter for what it is.

    p: place, a: actor, n: head noun of a target, victim or instrument, t: trigger, w: word around, d: name that its
    document has often.
    """
    groups = (
        ("p", happening.places), ("a", happening.actors), ("n", happening.nouns),
        ("t", happening.triggers), ("w", happening.words), ("d", happening.about),
    )  # fmt: skip
    return tuple(f"{letter}:{value}" for letter, values in groups for value in values)


class Rarity:
    """How many documents of the case have each mark."""

    def __init__(self) -> None:
        self.documents = 0
        self._counts: Counter[str] = Counter()

    def add(self, happenings: Iterable[Happening]) -> None:
        """Enter all happenings of one document."""
        self.documents += 1
        self._counts.update({mark for happening in happenings for mark in list_marks(happening)})

    def weigh(self, mark: str) -> float:
        """From 1 for a mark that one document has to 0 for one that all have.

        log(N / n) / log(N) with n of N documents: inverse document frequency (Sparck Jones 1972), scaled to 1. N is
        at least 100, as a small case does not show what is rare.
        """
        whole = max(self.documents, PILE)
        return math.log(whole / max(1, self._counts[mark])) / math.log(whole)


def list_blocks(happening: Happening) -> tuple[str, ...]:
    """Keys under which happenings that may be one meet: place, days, actor, figure, names of the document, words."""
    return tuple(dict.fromkeys(_iter_blocks(happening)))


def _iter_blocks(happening: Happening) -> Iterator[str]:
    kin = find_kin(happening.type)
    days = tuple(_iter_days(happening))
    for place in (*happening.places, *map(str, happening.geonames)):
        yield f"{kin}|p:{place}"
        yield from (f"{kin}|p:{place}|{year}" for year in sorted({day[:4] for day in days}))
    yield from (f"{kin}|{day}" for day in days)
    yield from (f"{kin}|a:{actor}" for actor in happening.actors)
    figures = {(toll.kind, toll.low or toll.high or 0) for toll in happening.tolls}
    yield from (f"{kin}|{kind}:{number}" for kind, number in sorted(figures) if number >= FIGURE)
    if happening.chief:
        yield from (f"{kin}|d:{name}" for name in happening.about[:NAMES])
    yield from (f"w:{kin}|{word}" for word in happening.words)


def _iter_days(happening: Happening) -> Iterator[str]:
    """The days of a short extent with one day more, as reports differ by one; else its months, else its years."""
    days = find_days(happening)
    if days is None or days.first is None or days.last is None:
        return
    length = (days.last - days.first).days
    if length <= DAYS:
        start = days.first.toordinal()
        for number in range(start, start + length + 2):
            yield date.fromordinal(min(number, date.max.toordinal())).isoformat()
    yield f"{days.first:%Y-%m}"
    if length <= DAYS * 53:
        yield f"{days.last:%Y}"

