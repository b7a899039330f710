"""What people decided, as constraints: who must be together, who must stay apart, and what a later judgement undid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from averral.analysis.actors.actor import Overruled
from averral.records.judgement import Judgement

__all__ = ["Judged", "read_judgements", "sides_clash"]


class Judged(NamedTuple):
    """The constraints; keys that stand in no judgement that counts are in none of the maps.

    `unit` leads from each judged key to its unit: the smallest key of those that people joined. `sides` are the sides
    of judgements that the unit must not share with another unit: 2n and 2n + 1 are the two sides of one. `merged` is
    the judgement that put a key into its unit.
    """

    unit: Mapping[str, str]
    sides: Mapping[str, frozenset[int]]
    merged: Mapping[str, Judgement]
    overruled: tuple[Overruled, ...]


def sides_clash(a: Iterable[int], b: Sequence[int] | frozenset[int] | set[int]) -> bool:
    """Whether a judgement has one of them on its left and the other on its right."""
    return any(side ^ 1 in b for side in a)


class _Units:
    """Grows from the newest judgement to the oldest, so that the later of two that contradict is there first."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.sides: dict[str, set[int]] = {}
        self.merged: dict[str, Judgement] = {}

    def find(self, key: str) -> str:
        root = key
        while (above := self.parent.setdefault(root, root)) != root:
            root = above
        while key != root:
            key, self.parent[key] = self.parent[key], root
        return root

    def keep_apart(self, number: int, judgement: Judgement) -> bool:
        """Mark both sides; whether all of one is apart from all of the other."""
        left, right = ({self.find(key) for key in side} for side in (judgement.left, judgement.right))
        for side, roots in ((2 * number, left), (2 * number + 1, right)):
            for root in roots:
                self.sides.setdefault(root, set()).add(side)
        return not left & right

    def join(self, judgement: Judgement) -> bool:
        """Put all into one unit, or into as few as later judgements allow; whether one was enough."""
        found: list[str] = []
        for key in sorted({*judgement.left, *judgement.right}):
            root = self.find(key)
            if root in found:
                continue
            fits = next((n for n, unit in enumerate(found) if self._fit(unit, root)), None)
            if fits is None:
                found.append(root)
            else:
                found[fits] = self._union(found[fits], root, judgement)
        return len(found) < 2

    def _fit(self, a: str, b: str) -> bool:
        one, two = self.sides.get(a, set()), self.sides.get(b, set())
        return not sides_clash(one, two) if len(one) < len(two) else not sides_clash(two, one)

    def _union(self, a: str, b: str, judgement: Judgement) -> str:
        low, high = min(a, b), max(a, b)
        self.parent[high] = low
        self.merged.setdefault(high, judgement)
        if high in self.sides:
            self.sides.setdefault(low, set()).update(self.sides.pop(high))
        return low


def read_judgements(judgements: Iterable[Judgement], known: Iterable[str]) -> Judged:
    """The constraints of all judgements that are not withdrawn; a later one wins over what contradicts it.

    Later is by time, of one time by id. Sightings that are not `known` are left out.
    """
    units, overruled, keys = _Units(), [], frozenset(known)
    standing = sorted((j for j in judgements if j.withdrawn is None), key=lambda j: (j.made, j.id), reverse=True)
    for number, judgement in enumerate(_cut(j, keys) for j in standing):
        if judgement.kind == "merge":
            if not units.join(judgement):
                overruled.append(Overruled(judgement, "a later judgement keeps some of them apart"))
        elif not units.keep_apart(number, judgement):
            overruled.append(Overruled(judgement, "a later judgement joins some of them"))
    found = {key: units.find(key) for key in tuple(units.parent)}
    sides = {root: frozenset(marks) for root, marks in units.sides.items()}
    sizes = Counter(found.values())
    unit = {key: root for key, root in found.items() if sizes[root] > 1 or root in sides}
    return Judged(unit, sides, units.merged, tuple(overruled))


def _cut(judgement: Judgement, known: frozenset[str]) -> Judgement:
    left, right = (tuple(key for key in side if key in known) for side in (judgement.left, judgement.right))
    if (left, right) == (judgement.left, judgement.right):
        return judgement
    return Judgement(
        id=judgement.id, kind=judgement.kind, left=left, right=right,
        user=judgement.user, made=judgement.made, reason=judgement.reason,
    )  # fmt: skip
