"""Whom persons speak for: what a spokesman says of "us" is said of the body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from averral.analysis.agreement.case import Known, Told

__all__ = ["find_bodies", "speak_for_bodies"]

BELONGS = frozenset({"member_of", "leads", "directs"})
"""Ties by which a person may speak for a body."""


def find_bodies(told: Iterable[Told], known: Known) -> dict[str, str]:
    """The body of each person: the organisation that most stances tie them to as member, leader or director."""
    ties: dict[str, Counter[str]] = defaultdict(Counter)
    for one in told:
        person, body = known.actor_of.get(one.actor or ""), known.actor_of.get(one.other or "")
        belongs = one.stance.kind == "relation" and one.stance.predicate in BELONGS and not one.stance.against
        if belongs and person and body and (person.type, body.type) == ("person", "organization"):
            ties[person.id][body.id] += 1
    return {person: min(found, key=lambda body: (-found[body], body)) for person, found in ties.items()}


def speak_for_bodies(told: Sequence[Told], known: Known) -> tuple[Told, ...]:
    """Stances in which a person claims or denies a deed of its own are those of the body that it speaks for."""
    bodies = find_bodies(told, known)
    return tuple(
        one._replace(actor=bodies[one.actor])
        if one.stance.kind == "responsibility"
        and one.actor == one.voiced.speaker
        and one.actor in bodies
        and one.stance.answer in ("claimed_by", "denied_by")
        else one
        for one in told
    )
