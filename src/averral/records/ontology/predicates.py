"""The predicates of relations between actors: what each means, which way it points, and what it rules out."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args

__all__ = ["FRIENDLY", "HOSTILE", "PREDICATES", "PREDICATE_KINDS", "Predicate", "PredicateKind", "are_opposed"]

Predicate = Literal[
    "funds",
    "arms",
    "trains",
    "supports",
    "directs",
    "leads",
    "member_of",
    "created",
    "allied_with",
    "coordinates_with",
    "meets",
    "negotiates_with",
    "fights",
    "attacks",
    "hostile_to",
    "sanctions",
    "splits_from",
    "succeeds",
    "hosts",
    "infiltrates",
]
PREDICATES: Final[tuple[Predicate, ...]] = get_args(Predicate)


class PredicateKind(NamedTuple):
    """What a predicate says of subject and object.

    `inverse` words it from the object's side (for symmetric ones the same). `opposites` are predicates that cannot hold
    of the same two at the same time: friend and foe. They are contradictions only where time and factuality agree.
    """

    id: Predicate
    definition: str
    wording: str
    inverse: str
    symmetric: bool = False
    opposites: frozenset[Predicate] = frozenset()


FRIENDLY: Final[frozenset[Predicate]] = frozenset(
    ("funds", "arms", "trains", "supports", "allied_with", "coordinates_with", "member_of", "hosts")
)
HOSTILE: Final[frozenset[Predicate]] = frozenset(("fights", "attacks", "hostile_to", "sanctions"))
_TABLE: Final[tuple[tuple[Predicate, str, str, str, bool], ...]] = (
    ("funds", "The subject gives the object money or pays for it.", "funds", "is funded by", False),
    ("arms", "The subject gives the object weapons or military equipment.", "arms", "is armed by", False),
    ("trains", "The subject teaches the object's people to fight or to work.", "trains", "is trained by", False),
    (
        "supports",
        "The subject helps or backs the object, by words or deeds of which the text names no narrower kind.",
        "supports",
        "is supported by",
        False,
    ),
    (
        "directs",
        "The object acts on the orders of the subject, which is no part of it.",
        "directs",
        "is directed by",
        False,
    ),
    ("leads", "The subject heads, commands or governs the object.", "leads", "is led by", False),
    (
        "member_of",
        "The subject, a person or group, belongs to the object, holds an office in it, speaks for it or is part of it.",
        "is a member of",
        "has as a member",
        False,
    ),
    ("created", "The subject founded the object, alone or with others.", "created", "was created by", False),
    ("allied_with", "The two are allies, partners or friends by agreement.", "is allied with", "is allied with", True),
    (
        "coordinates_with",
        "The two act together or concert what they do.",
        "coordinates with",
        "coordinates with",
        True,
    ),
    ("meets", "The two met, visited, called or wrote to each other.", "meets", "meets", True),
    (
        "negotiates_with",
        "The two talk about terms, or have come to an agreement by such talks.",
        "negotiates with",
        "negotiates with",
        True,
    ),
    ("fights", "The two fight each other with weapons, once or in a war.", "fights", "fights", True),
    ("attacks", "The subject uses violence against the object or its people.", "attacks", "is attacked by", False),
    (
        "hostile_to",
        "The two are enemies, rivals or opponents, or one calls the other so.",
        "is hostile to",
        "is hostile to",
        True,
    ),
    (
        "sanctions",
        "The subject punishes the object by bans, lists, embargoes or fines.",
        "sanctions",
        "is sanctioned by",
        False,
    ),
    ("splits_from", "The subject left the object, to which it belonged.", "splits from", "is what split off", False),
    ("succeeds", "The subject takes the place of the object.", "succeeds", "is succeeded by", False),
    ("hosts", "The subject shelters the object or lets it stay on its ground.", "hosts", "is hosted by", False),
    (
        "infiltrates",
        "The subject puts its people into the object in secret.",
        "infiltrates",
        "is infiltrated by",
        False,
    ),
)
"""Id, definition, wording, inverse wording, symmetric."""


def _opposites(predicate: Predicate) -> frozenset[Predicate]:
    if predicate in FRIENDLY:
        return HOSTILE
    return FRIENDLY if predicate in HOSTILE else frozenset()


PREDICATE_KINDS: Final[dict[Predicate, PredicateKind]] = {
    row[0]: PredicateKind(*row, opposites=_opposites(row[0])) for row in _TABLE
}


def are_opposed(one: Predicate, other: Predicate) -> bool:
    """Whether the two cannot hold of the same pair of actors at the same time."""
    return other in PREDICATE_KINDS[one].opposites
