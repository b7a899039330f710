"""Sightings with defaults, and small stand-ins for the rules of names and for the gazetteer."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any, NamedTuple

from averral.analysis.actors import NameRules, Resolution, Sighting, resolve_actors
from averral.gazetteer import fold_name
from averral.records.judgement import Judgement


class FakeLikeness(NamedTuple):
    score: float
    reasons: tuple[str, ...]


class FakeActor(NamedTuple):
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = "armed_group"
    country: str | None = None


class FakeGazetteer:
    """Finds by name and alias, whatever their case."""

    def __init__(self, *actors: FakeActor) -> None:
        self.actors = actors

    def find(self, name: str) -> tuple[FakeActor, ...]:
        key = fold_name(name)
        return tuple(actor for actor in self.actors if key in map(fold_name, (actor.name, *actor.aliases)))


def fake_keys(name: str, kind: str) -> frozenset[str]:
    words = fold_name(name).split()
    return frozenset({*words, "".join(word[0] for word in words)})


def fake_compare(a: str, b: str, kind: str) -> FakeLikeness:
    one, two = fold_name(a).split(), fold_name(b).split()
    if "".join(word[0] for word in one) == fold_name(b) or "".join(word[0] for word in two) == fold_name(a):
        return FakeLikeness(0.85, ("one is the initials of the other",))
    shared = len({*one} & {*two}) / max(1, len({*one} | {*two}))
    if kind == "person":
        subset = set(one) <= set(two) or set(two) <= set(one)
        score = 0.9 if subset else SequenceMatcher(None, " ".join(one), " ".join(two)).ratio() ** 4
    else:
        score = shared
    return FakeLikeness(1.0 if one == two else score, (f"{a} and {b} are alike",))


RULES = NameRules(fake_keys, fake_compare)


def see(document: str, name: str, kind: str = "person", **fields: Any) -> Sighting:
    """A sighting whose entity is called by its name, so that keys are easy to write."""
    given = {"document": document, "entity": name, "name": name, "type": kind}
    return Sighting(**{**given, **fields})


def judge(
    number: int, kind: str, left: str | tuple[str, ...], right: str | tuple[str, ...], **fields: Any
) -> Judgement:
    """A judgement made at second `number`."""
    sides = [side if isinstance(side, tuple) else (side,) for side in (left, right)]
    given = {
        "id": number, "kind": kind, "left": sides[0], "right": sides[1],
        "user": "Ana", "made": f"2030-01-01T00:{number:02}:00Z", "reason": "I know them",
    }  # fmt: skip
    return Judgement(**{**given, **fields})


def resolve(sightings, judgements=(), gazetteer=None) -> Resolution:
    return resolve_actors(sightings, judgements, gazetteer or FakeGazetteer(), RULES)


def partition(found: Resolution) -> set[frozenset[str]]:
    return {frozenset(actor.sightings) for actor in found.actors}


def are_one(found: Resolution, a: str, b: str) -> bool:
    return any(a in actor.sightings and b in actor.sightings for actor in found.actors)
