"""Lines of evidence: all items of one origin are one line, so that a report and its copies count once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from averral.records.hypothesis import Evidence

__all__ = ["Line", "draw_lines"]


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """The items of one origin, or one item whose origin is not known.

    `id` is `origin:` and the origin, or `item:` and the item. The items are in the order of their ids.
    """

    id: str
    origin: str | None
    items: tuple[str, ...]
    sources: tuple[str, ...]


def draw_lines(evidence: Iterable[Evidence]) -> tuple[Line, ...]:
    """The lines in the order of their ids; items without an origin are not joined with anything."""
    groups: dict[str, list[Evidence]] = {}
    for item in sorted(evidence, key=lambda item: item.id):
        name = f"item:{item.id}" if item.origin is None else f"origin:{item.origin}"
        groups.setdefault(name, []).append(item)
    return tuple(_make_line(name, groups[name]) for name in sorted(groups))


def _make_line(name: str, items: Sequence[Evidence]) -> Line:
    return Line(
        id=name,
        origin=items[0].origin,
        items=tuple(item.id for item in items),
        sources=tuple(sorted({item.source for item in items if item.source is not None})),
    )
