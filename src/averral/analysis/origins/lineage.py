"""From which report each copy or rewrite of a whole report has come, and which tellings it has from there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from averral.analysis.origins.copied import Taking
from averral.analysis.origins.echoes import Node
from averral.analysis.origins.pile import Pile
from averral.records.origin import Passage, Telling

__all__ = ["Lineage", "pair_tellings"]

SLACK: Final = 0.5
"""Share of a telling that must lie in a passage for the telling to be part of it."""


class Lineage:
    """The taking by which each document as a whole was taken from another one."""

    def __init__(self, takings: Iterable[Taking]) -> None:
        whole = (taking for taking in takings if taking.whole)
        self.parent: Mapping[int, Taking] = {
            taking.taker: taking for taking in sorted(whole, key=lambda t: (t.taker, t.kind == "exact_copy", -t.source))
        }

    def find_root(self, rank: int) -> int:
        """The report that a document comes down to: itself, where it is its own."""
        seen = {rank}
        while rank in self.parent and self.parent[rank].source not in seen:
            rank = self.parent[rank].source
            seen.add(rank)
        return rank


def pair_tellings(pile: Pile, takings: Iterable[Taking]) -> dict[Node, Node]:
    """Which telling of its source each telling in a copied passage is."""
    copies = (taking for taking in takings if taking.kind != "relay")
    return {copy: source for taking in copies for copy, source in _iter_pairs(pile, taking)}


def _iter_pairs(pile: Pile, taking: Taking) -> Iterator[tuple[Node, Node]]:
    mine, theirs = (pile.documents[rank].tellings for rank in (taking.taker, taking.source))
    for passage in taking.passages:
        inside = [(number, t) for number, t in enumerate(theirs) if _is_in(t, passage.source_start, passage.source_end)]
        starts = [t.start for _, t in inside]
        for number, telling in enumerate(mine):
            if inside and _is_in(telling, passage.start, passage.end):
                there = _move(telling.start, passage)
                near = inside[max(0, bisect_right(starts, there) - 3) : bisect_right(starts, there) + 3]
                best = min(near, key=lambda pair: (pair[1].kind != telling.kind, abs(pair[1].start - there), pair[0]))
                if best[1].kind == telling.kind and abs(best[1].start - there) <= NEAR:
                    yield (taking.taker, number), (taking.source, best[0])


NEAR: Final = 40
"""Characters by which the place of a telling in a passage may differ from where it stands in the source."""


def _is_in(telling: Telling, start: int, end: int) -> bool:
    shared = min(telling.end, end) - max(telling.start, start)
    return shared > SLACK * (telling.end - telling.start)


def _move(place: int, passage: Passage) -> int:
    """Where a place of the copy stands in the source, as far as the lengths of both tell."""
    share = (passage.source_end - passage.source_start) / max(1, passage.end - passage.start)
    return round(passage.source_start + (place - passage.start) * share)
