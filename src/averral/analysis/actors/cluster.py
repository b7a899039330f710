"""Join from the surest tie down, as long as nothing between the two clusters forbids it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from averral.analysis.actors.judged import sides_clash
from averral.analysis.actors.likeness import Comparer

__all__ = ["KEPT_APART", "NAMES_CLASH", "Clusters", "Group"]

KEPT_APART = "a person keeps them apart"
NAMES_CLASH = "other names of theirs do not fit"

SIGNATURES = 8
"""Signatures of each cluster that are held against those of another."""

Twins = Callable[[int, int], bool]
"""Whether two sightings of one document cannot be one."""


class Group:
    """What has been joined: its sightings by document, its signatures, its sides of judgements, its countries."""

    __slots__ = ("countries", "documents", "sides", "signatures")

    def __init__(
        self, documents: dict[int, tuple[int, ...]], signature: int, sides: Iterable[int], country: str | None
    ) -> None:
        self.documents = documents
        self.signatures = [signature]
        self.sides = set(sides)
        self.countries = {country} if country else set()


class Clusters:
    """Groups by their root; `roots` gives the root of each sighting, the lowest number of its group."""

    def __init__(self, roots: list[int], groups: dict[int, Group], comparer: Comparer, twins: Twins) -> None:
        self.groups = groups
        self._parent = roots
        self._comparer, self._twins = comparer, twins

    def find(self, number: int) -> int:
        """The root of a group's sighting."""
        root = number
        while self._parent[root] != root:
            root = self._parent[root]
        while number != root:
            number, self._parent[number] = self._parent[number], root
        return root

    def join(self, a: int, b: int) -> None:
        """Make two groups, by their roots, one."""
        low, high = min(a, b), max(a, b)
        self._parent[high] = low
        self._absorb(self.groups[low], self.groups.pop(high))

    def explain_conflict(self, a: int, b: int) -> str | None:
        """Why two groups, by their roots, must stay apart; None where nothing forbids it."""
        one, two = sorted((self.groups[a], self.groups[b]), key=lambda group: len(group.documents))
        if sides_clash(one.sides, two.sides):
            return KEPT_APART
        if one.countries and two.countries and not one.countries & two.countries:
            return "they are offices of different countries"
        if not all(self._comparer.are_compatible(x, y) for x in one.signatures for y in two.signatures):
            return NAMES_CLASH
        for document, numbers in one.documents.items():
            others = two.documents.get(document, ())
            if any(self._twins(x, y) for x in numbers for y in others):
                return "one document tells them apart"
        return None

    def _absorb(self, kept: Group, other: Group) -> None:
        kept.signatures = self._unite(kept.signatures, other.signatures)
        kept.sides |= other.sides
        kept.countries |= other.countries
        if len(kept.documents) < len(other.documents):
            kept.documents, other.documents = other.documents, kept.documents
        for document, numbers in other.documents.items():
            kept.documents[document] = (*kept.documents.get(document, ()), *numbers)

    def _unite(self, kept: Sequence[int], other: Sequence[int]) -> list[int]:
        """Both; a name that a person joined with others stands for itself no longer."""
        all_of_them = dict.fromkeys((*kept, *other))
        joined = {part for signature in all_of_them for part in self._comparer.parts.get(signature, ())}
        return [signature for signature in all_of_them if signature not in joined][:SIGNATURES]
