"""Finds the happenings of a case that may be one with a given one, without looking at the others."""

from __future__ import annotations

import sys
from bisect import insort
from collections.abc import Collection, Iterable

from averral.analysis.incidents.marks import Rarity, list_blocks, list_marks
from averral.analysis.incidents.score import PROPOSE, compare_happenings, score_tie
from averral.records.case_incident import Happening, IncidentTie

__all__ = ["Index"]

SMALL = 12
"""A block of so many is compared whole."""
HUBS = 8
"""Happenings of a greater block with which all others of it are compared."""
COMMON = 40
"""A word that more happenings have finds nobody."""
SHOWN = 60
"""Happenings of one document that are compared with each other."""


class _Block:
    """Happenings that share a key; hubs are the 8 of whom most is known, which all others meet."""

    __slots__ = ("_ranks", "hubs", "members", "most")

    def __init__(self, name: str) -> None:
        self.members: list[str] | None = []
        self.hubs: frozenset[str] = frozenset()
        self.most = COMMON if name.startswith("w:") else sys.maxsize
        self._ranks: list[tuple[int, str]] = []

    def add(self, rank: tuple[int, str]) -> None:
        """Enter a happening; a word that too many have finds nobody any more."""
        if self.members is None:
            return
        self.members.append(rank[1])
        if len(self.members) > self.most:
            self.members, self.hubs, self._ranks = None, frozenset(), []
        elif len(self._ranks) < HUBS or rank < self._ranks[-1]:
            insort(self._ranks, rank)
            del self._ranks[HUBS:]
            self.hubs = frozenset(key for _, key in self._ranks)

    def find(self, key: str) -> Collection[str]:
        """Those of the block that a happening of it meets."""
        if self.members is None:
            return ()
        return self.members if len(self.members) <= SMALL or key in self.hubs else self.hubs

    def have_met(self, a: str, b: str) -> bool:
        """Whether two of the block meet."""
        if self.members is None:
            return False
        return len(self.members) <= SMALL or a in self.hubs or b in self.hubs


class Index:
    """Happenings by the keys under which like ones meet, and how many documents have what.

    Two happenings are candidates where they are of one document, or share a block of at most 12, or one of a greater
    block and one of its 8 hubs. So ties grow in proportion to happenings, however many tell of the same, and which
    are candidates depends on what is in the index alone, not on the order in which it came.
    """

    def __init__(self, documents: Iterable[Iterable[Happening]] = ()) -> None:
        """Enter the happenings of documents."""
        self.happenings: dict[str, Happening] = {}
        self.rarity = Rarity()
        self._blocks: dict[str, _Block] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._marks: dict[str, frozenset[str]] = {}
        self._scores: dict[tuple[str, str], tuple[int, float]] = {}
        self._of_document: dict[str, list[str]] = {}
        for happenings in documents:
            self.add(happenings)

    def add(self, happenings: Iterable[Happening]) -> tuple[str, ...]:
        """Enter all happenings of one document; their keys. A document that is there already changes nothing."""
        new = {happening.key: happening for happening in happenings}
        if not new or next(iter(new.values())).document in self._of_document:
            return ()
        self.rarity.add(new.values())
        self.happenings |= new
        for key, happening in new.items():
            self._of_document.setdefault(happening.document, []).append(key)
            self._keys[key] = list_blocks(happening)
            self._marks[key] = frozenset(list_marks(happening))
            for name in self._keys[key]:
                self._blocks.setdefault(name, _Block(name)).add((-_measure(happening), key))
        return tuple(new)

    def find_candidates(self, key: str) -> tuple[str, ...]:
        """The keys of happenings that may be one with this one, in order."""
        found = set(self._of_document[self.happenings[key].document][:SHOWN])
        for name in self._keys[key]:
            found.update(self._blocks[name].find(key))
        return tuple(sorted(found - {key}))

    def have_met(self, a: str, b: str) -> bool:
        """Whether two are candidates of each other as the index now is."""
        if self.happenings[a].document == self.happenings[b].document:
            return True
        return any(self._blocks[name].have_met(a, b) for name in set(self._keys[a]).intersection(self._keys[b]))

    def tie(self, keys: Iterable[str] | None = None) -> tuple[IncidentTie, ...]:
        """The ties of some happenings, or of all, with their candidates, each pair once, in order.

        Those too weak to be shown are left out: a mark only becomes commoner, so they never will be.
        """
        wanted = self.happenings if keys is None else set(keys)
        pairs = {(min(a, b), max(a, b)) for a in wanted for b in self.find_candidates(a)}
        ties = (self._compare(a, b) for a, b in sorted(pairs))
        return tuple(tie for tie in ties if tie is not None and self.score(tie) >= PROPOSE)

    def _compare(self, a: str, b: str) -> IncidentTie | None:
        return compare_happenings(self.happenings[a], self.happenings[b], self._marks[a] & self._marks[b])

    def score(self, tie: IncidentTie) -> float:
        """How surely the two are one in this case, see `score_tie`; remembered until what they share gets commoner."""
        changed = self.rarity.date(tie.shared)
        known = self._scores.get((tie.a, tie.b))
        if known is not None and known[0] == changed:
            return known[1]
        score = score_tie(tie, self.rarity.weigh)
        self._scores[tie.a, tie.b] = changed, score
        return score


def _measure(happening: Happening) -> int:
    """How much is known of a happening: its events, and a point for each of date, place, figures, actors and nouns."""
    known = (happening.first, happening.places, happening.tolls, happening.actors, happening.nouns, happening.chief)
    return min(happening.events, 8) + sum(map(bool, known))
