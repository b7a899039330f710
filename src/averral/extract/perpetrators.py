"""Who is said to have done an incident: from the roles of its events and from what is said of responsibility."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

import numpy as np

from averral.extract.event import FoundArgument
from averral.extract.responsibility.anchor import AFTERMATH
from averral.extract.responsibility.findings import is_accusation
from averral.extract.responsibility.rating import Rating, rate_responsibility
from averral.extract.stage import WARNINGS
from averral.records import Perpetrator
from averral.records.incident import Confidence
from averral.records.ontology import incident_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.extract.event import FoundEvent
    from averral.extract.happening import Happening
    from averral.extract.participants import Participant
    from averral.extract.responsibility.doers import Doers
    from averral.extract.responsibility.features import Telling
    from averral.extract.responsibility.findings import Finding

__all__ = ["Case", "find_perpetrators", "iter_doers"]

DECLARED = frozenset({"claims", "admits", "denies"})
"""Stances that make somebody a perpetrator of the record though no event has them in that role."""
ACCUSING = frozenset({"blames", "suspects", "reported"})
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
RULES = 1.0
"""What the value that the rules give adds to its log-probability."""


class _Actor(NamedTuple):
    """A participant, its kind, and what the head says of each of the phrases for it."""

    kind: str | None
    participant: Participant
    confidences: list[tuple[float, ...]]


class Case(NamedTuple):
    """A happening, its number, all events of the document, and what tells who a doer is."""

    number: int
    happening: Happening
    events: Sequence[FoundEvent]
    doers: Doers


def iter_doers(happening: Happening, events: Sequence[FoundEvent]) -> Iterator[tuple[int, FoundArgument]]:
    """The doers of a happening's deeds, each with the number of its event.

    Who finds the bodies, escapes, warns of the deed or is after the doers has not done it.
    """
    for number in happening.events:
        if events[number].type not in WARNINGS and not _is_aftermath(events[number].type, happening.type):
            yield from ((number, a) for a in events[number].arguments if a.role == "perpetrator")


def _is_aftermath(kind: str, incident: str) -> bool:
    return kind in AFTERMATH and incident_type(kind) != incident_type(incident)


def find_perpetrators(case: Case, telling: Telling, found: Sequence[Finding]) -> tuple[Perpetrator, ...]:
    """Every actor of a happening with each value that fits it, the leading value last; unnamed ones too.

    Their claims are filled in later.
    """
    triggers = {n: case.events[n].trigger for n in case.happening.events}
    perpetrators: list[Perpetrator] = []
    for actor in _actors(case, found, telling):
        mentions = case.doers.participants.mentions_of(actor.participant)
        ratings = _lead(rate_responsibility(telling, mentions, triggers), actor.confidences)
        perpetrators += [_accused(actor, rating.confidence) for rating in reversed(_said(ratings))]
    return tuple(perpetrators)


def _said(ratings: Sequence[Rating]) -> Sequence[Rating]:
    """The ratings, without a leading fact that nobody but those who accuse or deny has told."""
    first, *others = ratings
    if first.confidence != "reported_as_fact" or not others or any(s.attribution is None for s in first.evidence):
        return ratings
    return others


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


def _actors(case: Case, findings: Sequence[Finding], telling: Telling) -> list[_Actor]:
    """Each actor once: the same words or the same entity are one."""
    actors: list[_Actor] = []
    seen: dict[str, int] = {}
    for kind, found, confidences in (*_told(case), *_declared(case, findings), *_accused_of(case, telling)):
        if found.pronoun:
            continue
        keys = {found.text.casefold(), *([found.entity] if found.entity else [])}
        number = min((seen[key] for key in keys if key in seen), default=len(actors))
        if number == len(actors):
            actors.append(_Actor(kind, found, []))
        if confidences:
            actors[number].confidences.append(confidences)
        seen |= dict.fromkeys(keys, number)
    return actors


def _told(case: Case) -> Iterator[tuple[str | None, Participant, tuple[float, ...]]]:
    """The doers of the events; "guerrillas" stay apart from the group that is named as a doer beside them."""
    found = [(a, case.doers.find(a)) for _, a in iter_doers(case.happening, case.events)]
    groups = {one.entity for a, one in found if one.name and a.kind != "individual"}
    for argument, one in found:
        apart = argument.kind == "individual" and not one.name and one.entity in groups
        actor = case.doers.participants.find(argument)._replace(entity=None) if apart else one
        yield argument.kind, actor, argument.confidences


def _declared(case: Case, findings: Sequence[Finding]) -> Iterator[tuple[str, Participant, tuple[float, ...]]]:
    for finding in findings:
        if finding.stance in DECLARED and finding.actor and finding.happening == case.number:
            yield "organization" if case.doers.is_group(finding.actor) else "individual", finding.actor, ()


def _accused_of(case: Case, telling: Telling) -> Iterator[tuple[str, Participant, tuple[float, ...]]]:
    """Whom somebody accuses, known or not: so that the record has the accused though no claim can be credited."""
    for statement in telling.statements:
        if (
            statement.actor is None
            or statement.stance not in ACCUSING
            or statement.trigger not in case.happening.events
        ):
            continue
        if (statement.near or statement.named) and is_accusation(telling.text, statement):
            found = case.doers.find(FoundArgument("perpetrator", statement.actor, None, 1.0))
            yield "organization" if case.doers.is_group(found) else "individual", found, ()


def _accused(actor: _Actor, confidence: Confidence) -> Perpetrator:
    return Perpetrator(
        text=actor.participant.text,
        entity=actor.participant.entity,
        kind="individual" if actor.kind == "individual" else "organization",
        confidence=confidence,
    )
