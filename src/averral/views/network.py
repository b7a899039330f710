"""The network: actors as nodes, relations as lines between them, laid out the same way each time."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

import msgspec

from averral.views.anchor import anchor_actor
from averral.views.layout import Place, lay_out
from averral.views.predicate import SYMMETRIC, Sign
from averral.views.relation_table import RelationRow, Standing
from averral.views.roster import Party

__all__ = ["Edge", "Network", "Node", "make_network"]

WIDTH = 1120.0
_NODES = 40
_NAME = 26
"""Characters of a name that are drawn."""
_LETTER = 6.8
"""Mean width of a letter of a name."""
_BOW = 26.0
"""How far lines between the same two lie apart."""
_RADIUS = 7.0


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in the drawing; `page` is the anchor of its page, if it has one."""

    name: str
    type: str
    x: float
    y: float
    page: str | None


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A relation in the drawing: a curve from start over a control point to end, and where its number stands."""

    row: str
    number: int
    sign: Sign
    standing: Standing
    directed: bool
    start: Place
    control: Place
    end: Place
    label: Place


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing of the relations that most documents tell; `left_out` counts those that are in the table only."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def make_network(rows: Sequence[RelationRow], pages: Collection[str] = ()) -> Network:
    """Draw rows as long as there is room for their actors, those between two names first.

    `pages` are ids of actors with a page.
    """
    parties, drawn = _choose(rows)
    index = {party: number for number, party in enumerate(parties)}
    ties = [(index[row.subject.id], index[row.object.id]) for _, row in drawn]
    widths = [max(40.0, min(len(party.name), _NAME) * _LETTER) for party in parties.values()]
    places, height = lay_out(widths, ties, WIDTH)
    nodes = tuple(
        Node(name=party.name, type=party.type, x=x, y=y, page=anchor_actor(party.id) if party.id in pages else None)
        for party, (x, y) in zip(parties.values(), places, strict=True)
    )
    at = {party: places[number] for party, number in index.items()}
    return Network(
        width=WIDTH, height=height, nodes=nodes, edges=tuple(_draw(drawn, at)), left_out=len(rows) - len(drawn)
    )


def _choose(rows: Sequence[RelationRow]) -> tuple[dict[str, Party], list[tuple[int, RelationRow]]]:
    parties: dict[str, Party] = {}
    drawn = []
    for number, row in sorted(enumerate(rows, start=1), key=lambda item: _count_described(item[1])):
        new = {party.id: party for party in (row.subject, row.object) if party.id not in parties}
        if len(parties) + len(new) <= _NODES:
            parties.update(new)
            drawn.append((number, row))
    return parties, drawn


def _count_described(row: RelationRow) -> int:
    return (not row.subject.named) + (not row.object.named)


def _draw(drawn: Sequence[tuple[int, RelationRow]], at: dict[str, Place]) -> list[Edge]:
    pairs = Counter(_pair(row) for _, row in drawn)
    used: dict[tuple[str, str], int] = defaultdict(int)
    edges = []
    for number, row in drawn:
        pair = _pair(row)
        bow = (used[pair] - (pairs[pair] - 1) / 2) * _BOW * 2
        used[pair] += 1
        edges.append(_draw_row(row, number, at, bow if row.subject.id == pair[0] else -bow))
    return edges


def _pair(row: RelationRow) -> tuple[str, str]:
    low, high = sorted((row.subject.id, row.object.id))
    return low, high


def _draw_row(row: RelationRow, number: int, at: dict[str, Place], bow: float) -> Edge:
    """`bow` is how far the control point lies to the left of the straight line from subject to object."""
    (ax, ay), (bx, by) = at[row.subject.id], at[row.object.id]
    length = math.hypot(bx - ax, by - ay) or 1.0
    control = ((ax + bx) / 2 - (by - ay) / length * bow, (ay + by) / 2 + (bx - ax) / length * bow)
    return Edge(
        row=row.anchor,
        number=number,
        sign=row.sign,
        standing=row.standing,
        directed=row.predicate not in SYMMETRIC,
        start=_shorten((ax, ay), control, _RADIUS + 2),
        control=_round(control),
        end=_shorten((bx, by), control, _RADIUS + 4),
        label=_round(((ax + bx) / 4 + control[0] / 2, (ay + by) / 4 + control[1] / 2)),
    )


def _shorten(end: Place, towards: Place, by: float) -> Place:
    length = math.hypot(towards[0] - end[0], towards[1] - end[1]) or 1.0
    share = min(by / length, 0.5)
    return _round((end[0] + (towards[0] - end[0]) * share, end[1] + (towards[1] - end[1]) * share))


def _round(place: Place) -> Place:
    return round(place[0], 1), round(place[1], 1)
