"""The documents of a pile in their order, what joins them two by two, and how much a shared word says there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log
from typing import Final

from averral.analysis.origins.index import precedence
from averral.analysis.origins.terms import list_name_words
from averral.records.origin import Fingerprint, OriginTie

__all__ = ["Pile"]

UNSEEN = 40
"""Documents without a word that each surrounding is thought to have besides: in a pile of two, everything is shared."""

BRIEF: Final = 16.0
"""Weight that a document is taken to be about at least: what is all of a heading of ten words is no topic."""

_NOTHING: Final[Mapping[str, int]] = {}
OutletKey = tuple[str, ...]
"""The words of an outlet's name that tell it from others, in order."""


class Pile:
    """Fingerprints by rank (the earliest first), ties by the ranks of both, and outlets by the words of their names."""

    def __init__(self, fingerprints: Iterable[Fingerprint], ties: Iterable[OriginTie]) -> None:
        unique = {found.document: found for found in fingerprints}
        self.documents = tuple(sorted(unique.values(), key=precedence))
        self.rank: Mapping[str, int] = {found.document: rank for rank, found in enumerate(self.documents)}
        known = ((tie.a, tie.b, tie) for tie in ties if tie.a in self.rank and tie.b in self.rank)
        self.ties = tuple(tie for _, _, tie in sorted(known, key=self._order))
        self.outlets = tuple(_list_keys(found) for found in self.documents)
        self._near = Counter(rank for tie in self.ties for rank in self.rank_both(tie))
        self._held: dict[int, Counter[str]] = {rank: Counter() for rank in self._near}
        self._totals: dict[int, float] = {}
        self._pair = (-1, -1)
        self._weights: dict[str, float] = {}
        self._told: dict[tuple[int, int], float] = {}
        for tie in self.ties:
            for rank in self.rank_both(tie):
                self._held[rank].update(tie.terms)

    def _order(self, known: tuple[str, str, OriginTie]) -> tuple[int, int]:
        return self.rank[known[0]], self.rank[known[1]]

    def rank_both(self, tie: OriginTie) -> tuple[int, int]:
        """The ranks of the two documents of a tie."""
        return self.rank[tie.a], self.rank[tie.b]

    def weigh(self, term: str, a: int, b: int) -> float:
        """How much it says that two documents share a term: the inverse frequency of it around them.

        ln((N + 40) / (n + 1)), where N counts the documents that share anything with either of the two (each with
        itself too) and n those of them that share this term (Spärck Jones 1972, "A statistical interpretation of term
        specificity", taken over the surroundings and not the pile: what a whole topic shares says little).
        """
        return self.weigh_all((term,), a, b)

    def weigh_all(self, terms: Iterable[str], a: int, b: int) -> float:
        """The weights of some terms together."""
        if (a, b) != self._pair:
            self._pair, self._weights = (a, b), {}
        known = self._weights
        around = self._near[a] + self._near[b] + 2 + UNSEEN
        first, second = self._held.get(a, _NOTHING), self._held.get(b, _NOTHING)
        total = 0.0
        for term in terms:
            weight = known.get(term)
            if weight is None:
                weight = known[term] = log(around / (first.get(term, 0) + second.get(term, 0) + 3))
            total += weight
        return total

    def measure_topic(self, tie: OriginTie) -> float:
        """How much of what the shorter document is about both are about: the weights of shared terms over its own."""
        a, b = self.rank_both(tie)
        least = max(BRIEF, min(self._total(a), self._total(b)))
        return self.weigh_all(tie.terms, a, b) / least

    def measure_telling(self, rank: int, number: int) -> float:
        """The weights of all that a telling of a document is about, in its own surroundings."""
        known = self._told.get((rank, number))
        if known is None:
            terms = self.documents[rank].tellings[number].terms
            known = self._told[rank, number] = self.weigh_all(terms, rank, rank)
        return known

    def _total(self, rank: int) -> float:
        if rank not in self._totals:
            self._totals[rank] = self.weigh_all(self.documents[rank].terms, rank, rank)
        return self._totals[rank]


def _list_keys(found: Fingerprint) -> tuple[OutletKey, ...]:
    keys = (list_name_words(name) for name in found.outlets)
    return tuple(dict.fromkeys(key for key in keys if key))
