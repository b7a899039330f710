"""Which tellings of several documents pass on the same words of the same speaker on the same occasion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from averral.analysis.origins.pile import Pile
from averral.analysis.origins.speakers import Speakers
from averral.records.edtf import Days, edtf_days
from averral.records.origin import OriginTie, SharedTelling, Telling

__all__ = ["Echo", "Node", "Statement", "are_fit", "find_telling", "list_echoes", "list_statements"]

Node = tuple[int, int | None]
"""A telling: the rank of its document and its number there; null for the whole document as its outlet's word."""

ALIKE: Final = 0.8
"""Weight of what two tellings of one speaker must share where nothing else says that they are of one occasion."""
DATED: Final = 0.4
"""The same where both were said on the same day."""
CREDITED: Final = 2.5
"""The same where a report of an outlet is credited: outlets speak every day."""
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
    if weight < _choose_least(one, two, known=bool(known), day=bool(same_day)):
        return None
    return Echo(weight + bool(known) + bool(same_day), a, b, tuple(_explain(shared, known=bool(known), day=same_day)))


def _choose_least(one: Telling | None, two: Telling | None, *, known: bool, day: bool) -> float:
    if not known:
        return ANONYMOUS
    if any(telling is not None and telling.kind in ("credit", "slug") for telling in (one, two)):
        return CREDITED
    return DATED if day else ALIKE


def find_telling(pile: Pile, node: Node) -> Telling | None:
    """The telling of a node; null where it is the whole document, or there is none of that number."""
    tellings = pile.documents[node[0]].tellings
    return tellings[node[1]] if node[1] is not None and node[1] < len(tellings) else None


def are_fit(pile: Pile, speakers: Speakers, a: Node, b: Node) -> bool:
    """Whether two tellings may have one speaker: nothing says otherwise."""
    return _know(a, find_telling(pile, a), b, find_telling(pile, b), speakers) is not False


def _know(a: Node, one: Telling | None, b: Node, two: Telling | None, speakers: Speakers) -> bool | None:
    """Whether both name the same speaker; null where one of them names nobody."""
    if one is None and two is None:
        return None
    if one is None or two is None:
        rank, telling, whole = (b[0], two, a[0]) if one is None else (a[0], one, b[0])
        return telling is not None and speakers.is_outlet((rank, telling), whole)
    if not one.names or not two.names:
        return None
    if any(telling.kind in ("credit", "slug") and not speakers.is_press(telling) for telling in (one, two)):
        return False
    return speakers.are_same((a[0], one), (b[0], two))


def _compare_days(pile: Pile, a: tuple[Node, Telling | None], b: tuple[Node, Telling | None]) -> bool | None:
    """Whether both were said on one day; null where one of them does not say when."""
    one, two = (_list_days(pile, *side) for side in (a, b))
    if not one or not two:
        return None
    return any(x.first <= y.last and y.first <= x.last for x in one for y in two if _is_closed(x) and _is_closed(y))


def _is_too_early(pile: Pile, a: Node, b: Node) -> bool:
    """Whether one tells of a day after the other was published, or is a whole document that came after it."""
    return _is_after(pile, a, b) or _is_after(pile, b, a)


def _is_after(pile: Pile, late: Node, early: Node) -> bool:
    telling = find_telling(pile, late)
    told = edtf_days(telling.latest if telling else pile.documents[late[0]].published)
    made = edtf_days(pile.documents[early[0]].published)
    return bool(told and made and told.first and made.last and made.last < told.first)


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
    """Tellings that are joined; no group has two speakers that do not fit, or two whole documents."""

    def __init__(self, fits: Callable[[Node, Node], bool]) -> None:
        self.parent: dict[Node, Node] = {}
        self._fits = fits
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
        if one == two or None not in wholes or not self._are_fit(one, two):
            return False
        whole = next((rank for rank in wholes if rank is not None), None)
        if whole is not None:
            self._wholes[one] = whole
        self._heads.setdefault(one, (whole, None) if whole is not None else a)
        self.parent[two] = one
        return True

    def _are_fit(self, one: Node, two: Node) -> bool:
        """Whether the speakers of two groups fit; a telling that is alone has been compared already."""
        heads = self._heads.get(one), self._heads.get(two)
        return heads[0] is None or heads[1] is None or self._fits(heads[0], heads[1])


def _order(node: Node) -> tuple[int, int]:
    return node[0], -1 if node[1] is None else node[1]


def list_statements(
    echoes: Iterable[Echo], twins: Mapping[Node, Node], fits: Callable[[Node, Node], bool]
) -> tuple[Statement, ...]:
    """Groups of tellings, joined from the weightiest echo down; `twins` are tellings that a copy has from its source.

    Two groups are joined where `fits` says of the first telling of each that the speaker is the same. No group has two whole documents: what one ministry says in two papers of its own are two statements.
    """
    groups, used = _Groups(fits), []
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
