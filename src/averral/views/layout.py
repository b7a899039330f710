"""Where the nodes of a drawing lie: near to whom they are tied to, always the same for the same graph.

Stress majorization (Gansner, Koren and North 2004): each node moves to where its distances on paper come nearest to its
distances along the graph. Parts that hang together are laid out each for itself, then set side by side on shelves.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence

__all__ = ["Place", "lay_out"]

_ROUNDS = 120
_STEP = (190.0, 120.0)
"""Width and height of one tie; wider than high, as names are."""
_MARGIN = (90.0, 48.0)
_GAP = 32.0
"""Height that a node and its name take."""

Place = tuple[float, float]


def lay_out(widths: Sequence[float], ties: Sequence[tuple[int, int]], width: float) -> tuple[list[Place], float]:
    """The places of nodes, by number, and the height of the drawing; `widths` are those of their names."""
    near: dict[int, list[int]] = {node: [] for node in range(len(widths))}
    for a, b in ties:
        near[a].append(b)
        near[b].append(a)
    boxes = [_lay_part(part, near, widths, width) for part in _find_parts(near)]
    return _shelve(boxes, len(widths), width)


def _find_parts(near: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Nodes that hang together, the largest part first."""
    seen: set[int] = set()
    parts = []
    for node in near:
        if node not in seen:
            parts.append(list(_measure(node, near)))
            seen.update(parts[-1])
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _measure(start: int, near: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """Steps from one node to all that it hangs together with."""
    steps = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for other in near[here]:
            if other not in steps:
                steps[other] = steps[here] + 1
                waiting.append(other)
    return steps


def _lay_part(
    part: Sequence[int], near: Mapping[int, Sequence[int]], widths: Sequence[float], width: float
) -> dict[int, Place]:
    distances = {node: _measure(node, near) for node in part}
    turn = 2 * math.pi / len(part)
    radius = len(part) / 4
    places = {node: (radius * math.cos(turn * n), radius * math.sin(turn * n)) for n, node in enumerate(part)}
    for _ in range(_ROUNDS if len(part) > 1 else 0):
        for node in part:
            places[node] = _improve(node, places, distances[node])
    return _separate(_fit(places, width), widths)


def _improve(node: int, places: Mapping[int, Place], distances: Mapping[int, int]) -> Place:
    x, y = places[node]
    total = sum_x = sum_y = 0.0
    for other, steps in distances.items():
        if other == node:
            continue
        at_x, at_y = places[other]
        apart = math.hypot(x - at_x, y - at_y) or 1e-6
        weight = 1 / steps**2
        total += weight
        sum_x += weight * (at_x + steps * (x - at_x) / apart)
        sum_y += weight * (at_y + steps * (y - at_y) / apart)
    return (sum_x / total, sum_y / total) if total else (x, y)


def _fit(places: Mapping[int, Place], width: float) -> dict[int, Place]:
    """In units of the drawing from its left and upper edge on, its longer side across."""
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    turned = max(ys) - min(ys) > max(xs) - min(xs)
    flat = {node: (y, x) if turned else (x, y) for node, (x, y) in places.items()}
    left, top = min(x for x, _ in flat.values()), min(y for _, y in flat.values())
    across = max(x for x, _ in flat.values()) - left
    step = min(_STEP[0], (width - 2 * _MARGIN[0]) / across) if across else _STEP[0]
    return {node: (_MARGIN[0] + (x - left) * step, _MARGIN[1] + (y - top) * _STEP[1]) for node, (x, y) in flat.items()}


def _separate(places: dict[int, Place], widths: Sequence[float]) -> dict[int, Place]:
    """Move names that lie on one another apart, up and down."""
    nodes = list(places)
    for _ in range(80):
        moved = False
        for n, a in enumerate(nodes):
            for b in nodes[n + 1 :]:
                (ax, ay), (bx, by) = places[a], places[b]
                lack = _GAP - abs(ay - by)
                if lack > 0.5 and abs(ax - bx) < (widths[a] + widths[b]) / 2 + 8:
                    shift = lack / 2 if ay <= by else -lack / 2
                    places[a], places[b] = (ax, ay - shift), (bx, by + shift)
                    moved = True
        if not moved:
            break
    lack = _MARGIN[1] - min(y for _, y in places.values())
    return {node: (x, y + lack) for node, (x, y) in places.items()}


def _shelve(boxes: Sequence[Mapping[int, Place]], count: int, width: float) -> tuple[list[Place], float]:
    placed: list[Place] = [(0.0, 0.0)] * count
    left = top = height = 0.0
    for box in boxes:
        right = max(x for x, _ in box.values()) + _MARGIN[0]
        low = max(y for _, y in box.values()) + _MARGIN[1]
        if left and left + right > width:
            left, top, height = 0.0, top + height, 0.0
        for node, (x, y) in box.items():
            placed[node] = (round(left + x, 1), round(top + y, 1))
        left, height = left + right, max(height, low)
    return placed, top + height
