"""Finds the happenings of a case that may be one with a given one, without looking at the others."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from averral.analysis.incidents.marks import Rarity, list_blocks
from averral.analysis.incidents.score import can_matter, compare_happenings
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
    """Happenings that share a key; hubs are those of whom most is known, which all others meet."""

    __slots__ = ("hubs", "members")

    def __init__(self) -> None:
        self.members: list[str] = []
        self.hubs: frozenset[str] = frozenset()


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
        self._ranks: dict[str, tuple[int, str]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
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
            self._ranks[key] = (-_measure(happening), key)
            self._keys[key] = list_blocks(happening)
        for key in new:
            self._enter(key)
        return tuple(new)

    def _enter(self, key: str) -> None:
        for name in self._keys[key]:
            block = self._blocks.setdefault(name, _Block())
            block.members.append(key)
            if len(block.members) == SMALL + 1:
                block.hubs = frozenset(nsmallest(HUBS, block.members, key=self._ranks.__getitem__))
            elif block.hubs:
                block.hubs = frozenset(nsmallest(HUBS, (*block.hubs, key), key=self._ranks.__getitem__))

    def find_candidates(self, key: str) -> tuple[str, ...]:
        """The keys of happenings that may be one with this one, in order."""
        found = set(self._of_document[self.happenings[key].document][:SHOWN])
        for name in self._keys[key]:
            block = self._blocks[name]
            if len(block.members) <= SMALL or (key in block.hubs and not _is_common(name, block)):
                found.update(block.members)
            elif not _is_common(name, block):
                found |= block.hubs
        return tuple(sorted(found - {key}))

    def have_met(self, a: str, b: str) -> bool:
        """Whether two are candidates of each other as the index now is."""
        if self.happenings[a].document == self.happenings[b].document:
            return True
        return any(self._meet(name, a, b) for name in set(self._keys[a]).intersection(self._keys[b]))

    def _meet(self, name: str, a: str, b: str) -> bool:
        block = self._blocks[name]
        if len(block.members) <= SMALL:
            return True
        return not _is_common(name, block) and (a in block.hubs or b in block.hubs)

    def tie(self, keys: Iterable[str] | None = None) -> tuple[IncidentTie, ...]:
        """The ties of some happenings, or of all, with their candidates, each pair once, in order.

        Those are left out that no rarity of what they share could make worth showing.
        """
        wanted = self.happenings if keys is None else set(keys)
        pairs = {(min(a, b), max(a, b)) for a in wanted for b in self.find_candidates(a)}
        ties = (compare_happenings(self.happenings[a], self.happenings[b]) for a, b in sorted(pairs))
        return tuple(tie for tie in ties if tie is not None and can_matter(tie))


def _is_common(name: str, block: _Block) -> bool:
    return name.startswith("w:") and len(block.members) > COMMON


def _measure(happening: Happening) -> int:
    """How much is known of a happening: its events, and a point for each of date, place, figures, actors and nouns."""
    known = (happening.first, happening.places, happening.tolls, happening.actors, happening.nouns, happening.chief)
    return min(happening.events, 8) + sum(map(bool, known))
