"""What else a document names: weak support, which decides only where a name says too little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from averral.analysis.actors.forms import read_form
from averral.analysis.actors.sighting import Sighting

__all__ = ["Surroundings"]

RARE = 20
"""A neighbour in up to so many documents tells all it can; one in ten times as many tells a tenth of that."""
NEIGHBOURS = 12
"""Neighbours of each document that are looked at, the rarest first: so much for each sighting, however long it is."""


class Surroundings:
    """The neighbours and countries of each document; sightings, in the order of their keys, are known by number."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.words: list[str] = []
        self._folded: list[str] = []
        self.document_of: list[int] = []
        self._countries: list[tuple[str, ...]] = []
        numbers: dict[str, int] = {}
        whole = [self._number(names, numbers) for names in self._gather(sightings)]
        self.counts = Counter(number for found in whole for number in found)
        self._near = [self._cut(found) for found in whole]

    def _gather(self, sightings: Sequence[Sighting]) -> list[tuple[str, ...]]:
        names: list[tuple[str, ...]] = []
        document = None
        for sighting in sightings:
            if sighting.document != document:
                document = sighting.document
                names.append(sighting.neighbours)
                self._countries.append(sighting.countries)
            else:
                names[-1] = _unite(names[-1], sighting.neighbours)
                self._countries[-1] = _unite(self._countries[-1], sighting.countries)
            self.document_of.append(len(names) - 1)
        return names

    def _number(self, names: Sequence[str], numbers: dict[str, int]) -> tuple[int, ...]:
        found = set()
        for name in names:
            form = read_form(name, "body")
            if form.strength == "strong":
                number = numbers.setdefault(form.folded, len(numbers))
                if number == len(self.words):
                    self.words.append(name)
                    self._folded.append(form.folded)
                found.add(number)
        return tuple(found)

    def _cut(self, found: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(found, key=lambda n: (self.counts[n], self._folded[n]))[:NEIGHBOURS])

    def list_near(self, number: int) -> tuple[int, ...]:
        """The neighbours of a sighting, the rarest first."""
        return self._near[self.document_of[number]]

    def list_countries(self, number: int) -> tuple[str, ...]:
        """The countries of a sighting's document."""
        return self._countries[self.document_of[number]]

    def weigh(self, neighbour: int) -> float:
        """How much a shared neighbour tells: 1 for a rare one."""
        return min(1.0, RARE / self.counts[neighbour])

    def share(self, a: Sequence[int], b: Sequence[int], own: Collection[str]) -> tuple[float, tuple[str, ...]]:
        """How much some sightings share with others, and what, the rarest first; their `own` names tell nothing."""
        one, two = ({n for number in side for n in self.list_near(number)} for side in (a, b))
        shared = sorted(one & two, key=lambda n: (self.counts[n], self._folded[n]))
        telling = [n for n in shared if self._folded[n] not in own]
        return sum(map(self.weigh, telling)), tuple(self.words[n] for n in telling)

    def folded(self, neighbour: int) -> str:
        """The key of a neighbour's name."""
        return self._folded[neighbour]


def _unite(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return known if more is known or more == known else tuple(sorted({*known, *more}))
