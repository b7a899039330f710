"""How the attributions of one document lie inside one another, and the numbers they are shown by."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from averral.records import Attribution

__all__ = ["Nested", "Nesting", "find_anchor", "nest_attributions"]

_Children = dict[str | None, list[Attribution]]


class Nested(msgspec.Struct, frozen=True):
    """An attribution in its place: `number` is "4", or "4.1" for the first one inside it; `level` counts its parts."""

    attribution: Attribution
    number: str
    level: int
    parent: str | None


class Nesting(msgspec.Struct, frozen=True):
    """The attributions of a document by id, outer before inner, otherwise in the order of the text."""

    by_id: dict[str, Nested]

    def lineage(self, attribution_id: str) -> tuple[Nested, ...]:
        """From the outermost attribution in to this one."""
        found = []
        here: str | None = attribution_id
        while here is not None:
            found.append(self.by_id[here])
            here = found[-1].parent
        return tuple(reversed(found))


def find_anchor(attribution: Attribution) -> int:
    """The offset where the attribution begins: that of its first part, whichever that is."""
    return min(_edges(attribution), default=0)


def nest_attributions(attributions: tuple[Attribution, ...]) -> Nesting:
    """Number the attributions; one whose parent is missing, or lies inside itself, stands on its own."""
    ordered = sorted(attributions, key=_find_order)
    known = {item.id for item in ordered}
    children: _Children = defaultdict(list)
    for item in ordered:
        children[item.parent if item.parent in known else None].append(item)
    by_id: dict[str, Nested] = {}
    roots = 0
    for item in [*children[None], *ordered]:  # the second time for those that hang in a circle of parents
        if item.id not in by_id:
            roots += 1
            _number(Nested(item, str(roots), 1, None), children, by_id)
    return Nesting(by_id)


def _number(root: Nested, children: _Children, by_id: dict[str, Nested]) -> None:
    """Give `root` and all that lies inside it their places, depth first."""
    waiting = [root]
    while waiting:
        outer = waiting.pop()
        if outer.attribution.id in by_id:
            continue
        by_id[outer.attribution.id] = outer
        inside = enumerate(children.get(outer.attribution.id, ()), start=1)
        inner = [Nested(item, f"{outer.number}.{n}", outer.level + 1, outer.attribution.id) for n, item in inside]
        waiting.extend(reversed(inner))


def _find_order(attribution: Attribution) -> tuple[int, int, int]:
    """Where it begins; of those that share a beginning, by where the content begins, the longer one first."""
    content = min((piece.start for piece in attribution.content), default=0)
    return find_anchor(attribution), content, -max(_edges(attribution), default=0)


def _edges(attribution: Attribution) -> list[int]:
    parts = [*attribution.content, attribution.source, attribution.cue]
    return [edge for part in parts if part is not None for edge in (part.start, part.end)]
