"""Where in a place something happened, by opposite sides of it: "at the north end" against "in the south aisle"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from averral.analysis.agreement.case import Told
from averral.analysis.agreement.page import Page
from averral.analysis.agreement.position import make_contradiction, make_position
from averral.records.agreement import Contradiction, Stance

__all__ = ["find_side_clashes", "iter_sides"]

_AXES = (
    {"north": "north", "northern": "north", "south": "south", "southern": "south"},
    {"east": "east", "eastern": "east", "west": "west", "western": "west"},
    {"upper": "upper", "lower": "lower"},
    {"inner": "inner", "outer": "outer"},
    {"left": "left", "right": "right"},
    {"front": "front", "rear": "rear", "back": "rear"},
)
"""Words for opposite sides, each with the side."""
_PARTS = frozenset(
    (
        "abutment", "aisle", "annexe", "arch", "bank", "bay", "block", "corner", "corridor", "deck", "door",
        "end", "entrance", "exit", "flank", "floor", "gallery", "gate", "gateway", "hall", "landing", "pier",
        "platform", "pylon", "quarter", "quay", "shore", "side", "slope", "staircase", "stairs", "tower",
        "tunnel", "wall", "wing", "yard",
    )
)  # fmt: skip
"""Parts of which places have one on each side."""
_SIDE = re.compile(
    rf"\b(?:in|at|on|near|from|under|beneath|behind|by|inside|through)\s+(?:the|its|their)\s+"
    rf"(?P<name>(?:{'|'.join(word for axis in _AXES for word in axis)})\s+(?:{'|'.join(sorted(_PARTS))}))\b",
    re.IGNORECASE,
)


def iter_sides(page: Page) -> Iterator[Stance]:
    """The sides that sentences name in which a deed of an incident is told, as their speakers have it."""
    for place in sorted(
        {page.find_sentence(start) for start, _, incident in page.told if page.is_deed(start, incident)}
    ):
        for match in _SIDE.finditer(page.text, *place):
            chain = page.find_chain(match.start("name"))
            incident = page.find_incident(*place, match.start())
            yield Stance(
                kind="place", speaker=chain[-1], voice=page.name(chain[-1]), chain=tuple(map(page.name, chain)),
                start=place[0], end=place[1], incident=incident, name=" ".join(match["name"].split()).casefold(),
            )  # fmt: skip


def find_side_clashes(told: Iterable[Told]) -> Iterator[Contradiction]:
    """Opposite sides that different speakers name for one incident."""
    sides: dict[tuple[str, int], dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in told:
        if one.stance.kind == "place" and one.incident:
            for number, side in _read_side(one.stance.name):
                sides[one.incident, number][side].append(one)
    for (incident, _), found in sorted(sides.items()):
        for first, second in combinations(sorted(found), 2):
            positions = tuple(make_position(_label(found[side]), found[side]) for side in (first, second))
            speakers, others = ({one.voiced.speaker for one in found[side]} for side in (first, second))
            if speakers - others and others - speakers:
                yield make_contradiction(
                    "place", incident, (positions[0], positions[1]),
                    f"one side cannot be the other: {positions[0].label}, {positions[1].label}",
                )  # fmt: skip


def _read_side(name: str) -> Iterator[tuple[int, str]]:
    """The number of the axis, and the side, where a name has one before a part of a place."""
    side, _, part = name.casefold().removeprefix("the ").partition(" ")
    if part in _PARTS:
        yield from ((number, axis[side]) for number, axis in enumerate(_AXES) if side in axis)


def _label(told: list[Told]) -> str:
    return f"at the {min((one.stance.name for one in told), key=lambda name: (len(name), name))}"
