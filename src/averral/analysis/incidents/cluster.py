"""Join from the surest tie down, as long as nothing between the two clusters forbids it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from averral.analysis.actors.judged import sides_clash
from averral.analysis.incidents.dates import MONTH, count_gap, find_days, is_vague
from averral.records.case_incident import Happening
from averral.records.edtf import Days

__all__ = ["KEPT_APART", "TOO_FEW", "Cluster", "Clusters"]

KEPT_APART = "a person keeps them apart"
TOLD_APART = "one document tells them apart"
OTHER_DATES = "most of their dates exclude each other"
TOO_FEW = "only one tie joins many documents with many others"
MANY = 3
"""Documents from which on a cluster is joined with another such only by two ties."""

Apart = Callable[[str, str], bool]
"""Whether two happenings of one document must stay two."""


class Cluster:
    """Happenings that have been joined, by document; their dates; the sides of judgements they are on."""

    __slots__ = ("dates", "documents", "sides", "waiting")

    def __init__(self, happenings: Iterable[Happening], sides: Iterable[int] = ()) -> None:
        self.documents: dict[str, tuple[str, ...]] = {}
        self.dates: Counter[tuple[date, date]] = Counter()
        self.sides = set(sides)
        self.waiting: dict[str, float] = {}
        for happening in happenings:
            self.documents[happening.document] = (*self.documents.get(happening.document, ()), happening.key)
            self.dates.update(_list_dates(happening))

    def find_days(self) -> Days | None:
        """The days that most of its documents give; null where none gives any."""
        if not self.dates:
            return None
        return Days(*min(self.dates, key=lambda days: (-self.dates[days], days)))


class Clusters:
    """Clusters by their root, which is the smallest key of a cluster."""

    def __init__(self, clusters: Iterable[Cluster], apart: Apart) -> None:
        self.clusters: dict[str, Cluster] = {}
        self._parent: dict[str, str] = {}
        self._apart = apart
        for cluster in clusters:
            keys = sorted(key for some in cluster.documents.values() for key in some)
            self.clusters[keys[0]] = cluster
            self._parent.update(dict.fromkeys(keys, keys[0]))

    def find(self, key: str) -> str:
        """The root of a happening's cluster."""
        root = key
        while self._parent[root] != root:
            root = self._parent[root]
        while key != root:
            key, self._parent[key] = self._parent[key], root
        return root

    def join(self, a: str, b: str) -> None:
        """Make two clusters, by their roots, one."""
        low, high = min(a, b), max(a, b)
        self._parent[high] = low
        kept, other = self.clusters[low], self.clusters.pop(high)
        if len(kept.documents) < len(other.documents):
            kept.documents, other.documents = other.documents, kept.documents
        for document, keys in other.documents.items():
            kept.documents[document] = (*kept.documents.get(document, ()), *keys)
        kept.dates += other.dates
        kept.sides |= other.sides
        self._move_waiting(low, high, other)

    def explain_conflict(self, a: str, b: str) -> str | None:
        """Why two clusters, by their roots, must stay apart; None where nothing forbids it."""
        one, two = sorted((self.clusters[a], self.clusters[b]), key=lambda cluster: len(cluster.documents))
        if sides_clash(one.sides, two.sides):
            return KEPT_APART
        days, others = one.find_days(), two.find_days()
        if days and others and count_gap(days, others) > MONTH:
            return OTHER_DATES
        for document, keys in one.documents.items():
            if any(self._apart(x, y) for x in keys for y in two.documents.get(document, ())):
                return TOLD_APART
        return None

    def support(self, a: str, b: str, score: float) -> float:
        """The sum of the scores of all ties between two clusters, by their roots, with this one; it is remembered."""
        one, two = self.clusters[a].waiting, self.clusters[b].waiting
        one[b] = two[a] = one.get(b, 0.0) + score
        return one[b]

    def are_many(self, a: str, b: str) -> bool:
        """Whether both clusters, by their roots, have many documents."""
        return min(len(self.clusters[a].documents), len(self.clusters[b].documents)) >= MANY

    def _move_waiting(self, low: str, high: str, other: Cluster) -> None:
        kept = self.clusters[low]
        kept.waiting.pop(high, None)
        for root, number in other.waiting.items():
            if root in self.clusters and root != low:
                third = self.clusters[root].waiting
                third.pop(high, None)
                kept.waiting[root] = third[low] = kept.waiting.get(root, 0.0) + number


def _list_dates(happening: Happening) -> Iterable[tuple[date, date]]:
    """The days of a happening, where they are certain and not more than a month or so."""
    days = find_days(happening)
    if days is None or days.first is None or days.last is None or is_vague(happening):
        return ()
    return ((days.first, days.last),) if (days.last - days.first).days <= MONTH else ()
