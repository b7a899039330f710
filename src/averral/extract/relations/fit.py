"""Whether two mentions can be to each other what a relation says: nobody is a member of a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from averral.records import Mention
    from averral.records.ontology.predicates import Predicate

__all__ = ["can_relate", "is_figure"]

_COUNTED: Final = re.compile(
    r"(?:\d[\d,.]*|at least|some|between|dozens|scores|hundreds|thousands|more than|about|nearly|two|three|four|five"
    r"|six|seven|eight|nine|ten|several)\b",
    re.IGNORECASE,
)


def is_figure(text: str, predicate: Predicate, other: Mention) -> bool:
    """Victims by their number belong to an event, whose toll they are."""
    return predicate == "attacks" and not other.name and _COUNTED.match(text, other.start) is not None


def can_relate(one: Mention, predicate: Predicate, other: Mention, *, verbal: bool) -> bool:
    """Whether the types allow it: nobody is a member of a person, and who visits a town does not meet it.

    `verbal` says that a verb states it ("joined"), which takes no state or building for a group to be a member of.
    """
    same = one.entity is not None and one.entity == other.entity
    if same or (one.start, one.end) == (other.start, other.end):
        return False
    if one.type == "FAC" and predicate != "hosts":
        return False
    if predicate == "member_of":
        office = not verbal and one.type == "PER"
        return other.type in (("ORG", "NORP", "GPE", "FAC") if office else ("ORG", "NORP"))
    if other.type == "FAC":
        return predicate in ("attacks", "leads")
    return _fits_object(one, predicate, other)


def _fits_object(one: Mention, predicate: Predicate, other: Mention) -> bool:
    match predicate:
        case "splits_from":
            return other.type in ("ORG", "NORP")
        case "created":
            return other.type == "ORG"
        case "leads":
            return other.type != "PER" or not other.name
        case "meets":
            return other.type != "GPE" or one.type in ("GPE", "NORP")
        case "succeeds":
            return one.type == other.type
        case _:
            return True
