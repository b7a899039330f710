"""Who is said to have done an incident: from the roles of its events and from what is said of responsibility."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

import numpy as np

from averral.extract.event import FoundArgument
from averral.extract.happening import arguments_of
from averral.extract.responsibility.rating import Rating, rate_responsibility
from averral.records import Perpetrator
from averral.records.incident import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.extract.event import FoundEvent
    from averral.extract.happening import Happening
    from averral.extract.participants import Participant, Participants
    from averral.extract.responsibility.features import Telling

__all__ = ["find_perpetrators"]

DECLARED = frozenset({"claims", "admits", "denies"})
"""Stances that make somebody a perpetrator of the record though no event has them in that role."""
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
RULES = 1.0
"""What the value that the rules give adds to its log-probability."""
ORGANISED = frozenset({"ORG", "GPE", "NORP"})


class _Actor(NamedTuple):
    """A participant, its kind, and what the head says of each of the phrases for it."""

    kind: str | None
    participant: Participant
    confidences: list[tuple[float, ...]]


def find_perpetrators(
    happening: Happening, events: Sequence[FoundEvent], participants: Participants, telling: Telling
) -> tuple[Perpetrator, ...]:
    """Every actor of a happening with each value that fits it, the leading value last; unnamed ones too.

    Their claims are filled in later.
    """
    triggers = {n: events[n].trigger for n in happening.events}
    found: list[Perpetrator] = []
    for actor in _actors(happening, events, participants, telling):
        mentions = participants.mentions_of(actor.participant)
        ratings = _lead(rate_responsibility(telling, mentions, triggers), actor.confidences)
        found += [_accused(actor, rating.confidence) for rating in reversed(ratings)]
    return tuple(found)


def _lead(ratings: Sequence[Rating], confidences: Sequence[tuple[float, ...]]) -> list[Rating]:
    """The ratings, led by the value that the head and the rules together find likeliest; denial leads never."""
    if not confidences:
        return list(ratings)
    weights = dict(zip(CONFIDENCES, np.mean(confidences, axis=0).tolist(), strict=True))
    weights[ratings[0].confidence] += RULES
    del weights["denied"]
    best = max(weights, key=weights.__getitem__)
    said = {r.confidence: r for r in ratings}
    others = [r for r in ratings if r.confidence != best and (r.evidence or r.confidence == "denied")]
    return [said.get(best, Rating(best, ())), *others]


def _actors(
    happening: Happening, events: Sequence[FoundEvent], participants: Participants, telling: Telling
) -> list[_Actor]:
    """Each actor once: the same words or the same entity are one."""
    actors: list[_Actor] = []
    seen: dict[str, int] = {}
    for argument in (*arguments_of(happening, events, "perpetrator"), *_declared(happening, participants, telling)):
        found = participants.find(argument)
        if found.pronoun:
            continue
        keys = {found.text.casefold(), *([found.entity] if found.entity else [])}
        number = min((seen[key] for key in keys if key in seen), default=len(actors))
        if number == len(actors):
            actors.append(_Actor(argument.kind, found, []))
        if argument.confidences:
            actors[number].confidences.append(argument.confidences)
        seen |= dict.fromkeys(keys, number)
    return actors


def _declared(happening: Happening, participants: Participants, telling: Telling) -> Iterator[FoundArgument]:
    own = frozenset(happening.events)
    for statement in telling.statements:
        if statement.stance in DECLARED and statement.actor and statement.near and statement.trigger in own:
            kind = participants.type_of(statement.actor)
            yield FoundArgument(
                "perpetrator", statement.actor, "organization" if kind in ORGANISED else "individual", 1.0
            )


def _accused(actor: _Actor, confidence: Confidence) -> Perpetrator:
    return Perpetrator(
        text=actor.participant.text,
        entity=actor.participant.entity,
        kind="individual" if actor.kind == "individual" else "organization",
        confidence=confidence,
    )
