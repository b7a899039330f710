"""What a happening can share with another, and how much that tells in this case: the rarer, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from averral.analysis.incidents.dates import find_days
from averral.analysis.incidents.kinds import find_kin
from averral.records.case_incident import Happening

__all__ = ["Rarity", "list_blocks", "list_marks"]

COMMON = 300
"""Documents from which on a mark tells next to nothing."""
LOWEST = 0.2
"""What it still tells then: a happening of which thousands report has a place too."""
NAMES = 6
"""Names of its document by which the chief happening of it is looked for."""
FIGURE = 5
"""A figure from which on it is looked for."""
DAYS = 7
"""Days that a date may be wide to be looked for by its days; a wider one is looked for by its months or years."""


def list_marks(happening: Happening) -> tuple[str, ...]:
    """All that it may share, each with a letter for what it is.

    p: place, a: actor, n: head noun of a target, victim or instrument, t: trigger, w: word around, d: name that its
    document has often, s: word of a name around, y: day around, k: type.
    """
    groups = (
        ("p", happening.places), ("a", happening.actors), ("n", happening.nouns),
        ("t", happening.triggers), ("w", happening.words), ("d", happening.about),
        ("s", happening.scene), ("y", happening.dates), ("k", (_name_kind(happening.type),)),
    )  # fmt: skip
    return tuple(f"{letter}:{value}" for letter, values in groups for value in values)


def _name_kind(event: str) -> str:
    kin = find_kin(event)
    return event if kin == "violence" else kin


class Rarity:
    """How many documents of the case have each mark."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._changed: dict[str, int] = {}
        self._added = 0

    def add(self, happenings: Iterable[Happening]) -> None:
        """Enter all happenings of one document."""
        self._added += 1
        for mark in {mark for happening in happenings for mark in list_marks(happening)}:
            count = self._counts[mark]
            self._counts[mark] = count + 1
            if _weigh(count) != _weigh(count + 1):
                self._changed[mark] = self._added

    def weigh(self, mark: str) -> float:
        """From 1 for a mark that one document has down to 0.2: 1 - log(n) / log(300) with n documents that have it.

        Inverse document frequency (Sparck Jones 1972) against a fixed size in place of the case's, so that a document
        more can make a mark only commoner: what does not join today will not tomorrow. n is taken down to the next of
        1, 2, 3, 4, 6, 8, 12 and so on, so that a document more leaves nearly all as it was.
        """
        return _weigh(self._counts[mark])

    def date(self, marks: Iterable[str]) -> int:
        """The number of the last document that changed how rare one of the marks is."""
        return max((self._changed.get(mark, 0) for mark in marks), default=0)


@lru_cache(maxsize=10_000)
def _weigh(count: int) -> float:
    whole = 1 << max(0, count.bit_length() - 1)
    step = whole + whole // 2 if whole > 1 and count >= whole + whole // 2 else whole
    return max(LOWEST, 1 - math.log(step) / math.log(COMMON))


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
    yield from (f"{kin}|{day}" for day in happening.dates)
    yield from (f"{kin}|s:{word}" for word in happening.scene)
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
