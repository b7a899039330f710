"""Statements: the tellings of several documents that pass on the same words of one speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from averral.analysis.origins.echoes import Echo, Node, find_telling
from averral.analysis.origins.lineage import Lineage
from averral.analysis.origins.pile import Pile
from averral.records.edtf import edtf_days

__all__ = ["Statement", "Times", "find_times", "list_statements"]


class Times(NamedTuple):
    """The last day that a telling is of, and the day by which its document was published, where they are known."""

    told: date | None
    published: date | None


class Statement(NamedTuple):
    """Tellings of one statement, in order, and what joined them."""

    nodes: tuple[Node, ...]
    echoes: tuple[Echo, ...]


class _Groups:
    """Tellings that are joined.

    No group has two speakers that do not fit, two whole documents, or tells of a day after one of its documents was
    published.
    """

    def __init__(self, fits: Callable[[Node, Node], bool], days_of: Callable[[Node], Times]) -> None:
        self.parent: dict[Node, Node] = {}
        self._fits, self._days_of = fits, days_of
        self._times: dict[Node, Times] = {}
        self._wholes: dict[Node, int] = {}
        self._heads: dict[Node, Node] = {}

    def find(self, node: Node) -> Node:
        root = node
        while (above := self.parent.setdefault(root, root)) != root:
            root = above
        while node != root:
            node, self.parent[node] = self.parent[node], root
        return root

    def join(self, a: Node, b: Node) -> bool:
        one, two = sorted((self.find(a), self.find(b)), key=_order)
        wholes = [self._wholes.get(root, root[0] if root[1] is None else None) for root in (one, two)]
        times = self._merge_times(one, two)
        if one == two or None not in wholes or times is None or not self._are_fit(one, two):
            return False
        self._times[one] = times
        whole = next((rank for rank in wholes if rank is not None), None)
        if whole is not None:
            self._wholes[one] = whole
        self._heads.setdefault(one, (whole, None) if whole is not None else a)
        self.parent[two] = one
        return True

    def _merge_times(self, one: Node, two: Node) -> Times | None:
        """The last day that both tell of and the first on which one was published; null where that cannot be."""
        a, b = (self._times.get(root) or self._days_of(root) for root in (one, two))
        told = max((day for day in (a.told, b.told) if day), default=None)
        published = min((day for day in (a.published, b.published) if day), default=None)
        return None if told and published and told > published else Times(told, published)

    def _are_fit(self, one: Node, two: Node) -> bool:
        """Whether the speakers of two groups fit; a telling that is alone has been compared already."""
        heads = self._heads.get(one), self._heads.get(two)
        return heads[0] is None or heads[1] is None or self._fits(heads[0], heads[1])


def find_times(pile: Pile, lineage: Lineage, node: Node) -> Times:
    """The times of a telling; a copy without a date was not published after all of what it is a copy of was told."""
    own = edtf_days(pile.documents[node[0]].published)
    known = own or edtf_days(pile.documents[lineage.find_root(node[0])].published)
    telling = find_telling(pile, node)
    told = edtf_days(telling.latest) if telling else own
    return Times(told.first if told else None, known.last if known else None)


def _order(node: Node) -> tuple[int, int]:
    return node[0], -1 if node[1] is None else node[1]


def list_statements(
    echoes: Iterable[Echo],
    twins: Mapping[Node, Node],
    fits: Callable[[Node, Node], bool],
    days_of: Callable[[Node], Times],
) -> tuple[Statement, ...]:
    """Groups of tellings, joined from the weightiest echo down; `twins` are tellings that a copy has from its source.

    Two groups are joined where `fits` says of the first telling of each that the speaker may be the same. No group has
    two whole documents: what one ministry says in two papers of its own are two statements.
    """
    groups = _Groups(fits, days_of)
    for copy, source in sorted(twins.items(), key=lambda pair: (_order(pair[0]), _order(pair[1]))):
        groups.join(copy, source)
    used = [echo for echo in echoes if groups.join(echo.a, echo.b)]
    nodes: dict[Node, list[Node]] = {}
    for node in sorted(groups.parent, key=_order):
        nodes.setdefault(groups.find(node), []).append(node)
    reasons: dict[Node, list[Echo]] = {}
    for echo in used:
        reasons.setdefault(groups.find(echo.a), []).append(echo)
    return tuple(Statement(tuple(some), tuple(reasons.get(root, ()))) for root, some in nodes.items())
