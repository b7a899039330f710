"""Which tellings of several documents pass on the same words of the same speaker on the same occasion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from averral.analysis.origins.pile import Pile
from averral.analysis.origins.speakers import Speakers
from averral.records.edtf import Days, edtf_days
from averral.records.origin import OriginTie, SharedTelling, Telling

__all__ = ["Echo", "Node", "Statement", "list_echoes", "list_statements"]

Node = tuple[int, int | None]
"""A telling: the rank of its document and its number there; null for the whole document as its outlet's word."""

ALIKE: Final = 3.5
"""Weight of what two tellings of one speaker must share where nothing else says that they are of one occasion."""
DATED: Final = 1.5
"""The same where both were said on the same day."""
ANONYMOUS: Final = 6.0
"""The same where no speaker is named on one side, or the names do not fit."""
QUOTED: Final = 3.0
"""What the same words in quotation marks add."""
FORMER: Final = timedelta(days=1)
"""A statement may be told on the day before the date of its document, as clocks and time zones differ."""


class Echo(NamedTuple):
    """Why two tellings may be one statement: how much they share, and that in words."""

    weight: float
    a: Node
    b: Node
    reasons: tuple[str, ...]


class Statement(NamedTuple):
    """Tellings of one statement, in order, and what joined them."""

    nodes: tuple[Node, ...]
    echoes: tuple[Echo, ...]


def list_echoes(pile: Pile, speakers: Speakers) -> list[Echo]:
    """All pairs of tellings that pass on the same words, the weightiest first."""
    found = [echo for tie in pile.ties for echo in _iter_echoes(tie, pile, speakers)]
    return sorted(found, key=lambda echo: (-echo.weight, echo.a[0], echo.b[0], repr(echo)))


def _iter_echoes(tie: OriginTie, pile: Pile, speakers: Speakers) -> Iterator[Echo]:
    a, b = pile.rank_both(tie)
    for shared in tie.tellings:
        echo = _hear(shared, (a, shared.a), (b, shared.b), pile, speakers)
        if echo is not None:
            yield echo


def _hear(shared: SharedTelling, a: Node, b: Node, pile: Pile, speakers: Speakers) -> Echo | None:
    one, two = find_telling(pile, a), find_telling(pile, b)
    known = _know(a, one, b, two, speakers)
    same_day = _compare_days(pile, (a, one), (b, two))
    if same_day is False or (known is False and not shared.quotes) or _is_too_early(pile, a, b):
        return None
    weight = sum(pile.weigh(term, a[0], b[0]) for term in shared.terms) + QUOTED * bool(shared.quotes)
    least = (DATED if same_day else ALIKE) if known else ANONYMOUS
    if weight < least:
        return None
    return Echo(weight + bool(known) + bool(same_day), a, b, tuple(_explain(shared, known=bool(known), day=same_day)))


def find_telling(pile: Pile, node: Node) -> Telling | None:
    """The telling of a node; null where it is the whole document, or there is none of that number."""
    tellings = pile.documents[node[0]].tellings
    return tellings[node[1]] if node[1] is not None and node[1] < len(tellings) else None


def _know(a: Node, one: Telling | None, b: Node, two: Telling | None, speakers: Speakers) -> bool | None:
    """Whether both name the same speaker; null where one of them names nobody."""
    if one is None and two is None:
        return None
    if one is None or two is None:
        rank, telling, whole = (b[0], two, a[0]) if one is None else (a[0], one, b[0])
        return telling is not None and speakers.is_outlet((rank, telling), whole)
    if not one.names or not two.names:
        return None
    return speakers.are_same((a[0], one), (b[0], two))


def _compare_days(pile: Pile, a: tuple[Node, Telling | None], b: tuple[Node, Telling | None]) -> bool | None:
    """Whether both were said on one day; null where one of them does not say when."""
    one, two = (_list_days(pile, *side) for side in (a, b))
    if not one or not two:
        return None
    return any(x.first <= y.last and y.first <= x.last for x in one for y in two if _is_closed(x) and _is_closed(y))


def _is_too_early(pile: Pile, a: Node, b: Node) -> bool:
    """Whether one is a whole document that came after the other's had been published."""
    if a[1] is not None and b[1] is not None:
        return False
    whole, other = (a, b) if a[1] is None else (b, a)
    made, told = (edtf_days(pile.documents[node[0]].published) for node in (whole, other))
    return bool(made and told and made.first and told.last and told.last < made.first)


def _is_closed(days: Days) -> bool:
    return days.first is not None and days.last is not None


def _list_days(pile: Pile, node: Node, telling: Telling | None) -> list[Days]:
    if telling is None:
        return _widen(edtf_days(pile.documents[node[0]].published))
    return [days for days in map(edtf_days, telling.said) if days is not None]


def _widen(days: Days | None) -> list[Days]:
    if days is None or days.first is None or days.first == date.min:
        return []
    return [Days(days.first - FORMER, days.last)]


def _explain(shared: SharedTelling, *, known: bool, day: bool | None) -> Iterator[str]:
    if known:
        yield "both have it from the same speaker"
    if shared.quotes:
        yield "both quote the same words"
    if day:
        yield "both say it of the same day"
    if shared.terms:
        yield "both say: " + ", ".join(term.removeprefix("#") for term in shared.terms)


class _Groups:
    """Tellings that are joined, with the days on which they may have been said and whose whole document they are."""

    def __init__(self) -> None:
        self.parent: dict[Node, Node] = {}
        self.wholes: dict[Node, set[int]] = {}

    def find(self, node: Node) -> Node:
        root = node
        while (above := self.parent.setdefault(root, root)) != root:
            root = above
        while node != root:
            node, self.parent[node] = self.parent[node], root
        return root

    def join(self, a: Node, b: Node) -> bool:
        one, two = sorted((self.find(a), self.find(b)), key=_order)
        if one == two:
            return False
        wholes = {root: self.wholes.get(root) or ({root[0]} if root[1] is None else set()) for root in (one, two)}
        if wholes[one] and wholes[two]:
            return False
        self.parent[two] = one
        self.wholes[one] = wholes[one] | wholes[two]
        return True


def _order(node: Node) -> tuple[int, int]:
    return node[0], -1 if node[1] is None else node[1]


def list_statements(echoes: Iterable[Echo], twins: Mapping[Node, Node]) -> tuple[Statement, ...]:
    """Groups of tellings, joined from the weightiest echo down; `twins` are tellings that a copy has from its source.

    No group has two whole documents: what one ministry says in two papers of its own are two statements.
    """
    groups, used = _Groups(), []
    for copy, source in sorted(twins.items(), key=lambda pair: (_order(pair[0]), _order(pair[1]))):
        groups.join(copy, source)
    for echo in echoes:
        if groups.join(echo.a, echo.b):
            used.append(echo)
    nodes: dict[Node, list[Node]] = {}
    for node in sorted(groups.parent, key=_order):
        nodes.setdefault(groups.find(node), []).append(node)
    reasons: dict[Node, list[Echo]] = {}
    for echo in used:
        reasons.setdefault(groups.find(echo.a), []).append(echo)
    return tuple(Statement(tuple(some), tuple(reasons.get(root, ()))) for root, some in nodes.items())
