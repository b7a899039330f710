"""What a document tells, as records: its events, its incidents, and every claim about them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from averral.extract.casualties import find_casualties
from averral.extract.event import FoundArgument
from averral.extract.happening import group_events
from averral.extract.incidents import Scene, make_incidents
from averral.extract.participants import PRONOUNS, Participants
from averral.extract.perpetrators import find_perpetrators
from averral.extract.propositions import FoundResponsibility, Material, assemble_claims, with_claims, with_factuality
from averral.extract.responsibility.rating import read_telling
from averral.extract.stage import WARNINGS
from averral.extract.tolls import assign_figures, whole_tolls
from averral.records import Argument, Event, Span, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from averral.extract.casualties import CasualtyFigure
    from averral.extract.event import FoundEvent
    from averral.extract.propositions import Assembly
    from averral.extract.responsibility import Responsibility
    from averral.extract.responsibility.features import Telling
    from averral.records import Attribution, Claim, Incident, Mention, Perpetrator

__all__ = ["Read", "Story", "tell_story"]

DOERS = frozenset({"PER", "ORG", "NORP", "GPE"})
OUTRIGHT = frozenset({"claims", "admits", "denies", "blames", "suspects", "none_claimed"})
OWN = frozenset({"claims", "admits", "denies"})


class Read(NamedTuple):
    """What was read of a document before: records in order, attributions with their probabilities, events as found.

    `dates` and `places` are those of the events: EDTF or None, id of a mention or None.
    """

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]
    probabilities: Sequence[float]
    events: Sequence[FoundEvent]
    dates: Sequence[str | None]
    places: Sequence[str | None]


class Story(NamedTuple):
    """Events v1…, incidents i1… and claims c1…, each list in order of position."""

    events: tuple[Event, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]


def tell_story(read: Read) -> Story:
    """Everything that a document says happened, who did it, and who says so."""
    participants = Participants(read.text, read.mentions)
    happenings = group_events(read.events)
    owner_of = {number: f"i{i}" for i, happening in enumerate(happenings, 1) for number in happening.events}
    persons = [Span(m.start, m.end) for m in read.mentions if m.name and m.type == "PER"]
    figures = whole_tolls(read.text, find_casualties(read.text, read.sentences, persons))
    owners = assign_figures(figures, read.events, happenings, read.sentences)
    tolls: defaultdict[int, list[CasualtyFigure]] = defaultdict(list)
    for figure, owner in zip(figures, owners, strict=True):
        if owner is not None:
            tolls[owner].append(figure)
    telling = _telling(read)
    perpetrators = [find_perpetrators(h, read.events, participants, telling) for h in happenings]
    scene = Scene(read.text, read.events, read.dates, read.places, participants, tolls, perpetrators)
    incidents = make_incidents(scene, happenings)
    assembly = assemble_claims(
        Material(
            text=read.text,
            sentences=read.sentences,
            attributions=read.attributions,
            probabilities=read.probabilities,
            events={f"v{i}": event for i, event in enumerate(read.events, 1)},
            incidents=incidents,
            figures=figures,
            responsibilities=_findings(read, telling, owner_of, participants),
            deeds=_deeds(read, owner_of, participants),
        )
    )
    incidents = with_claims(_accused(incidents, assembly), figures, assembly)
    return Story(_events(read, participants, assembly), incidents, assembly.claims)


def _telling(read: Read) -> Telling:
    actors = {Span(m.start, m.end) for m in read.mentions if m.type in DOERS}
    actors |= {a.span for e in read.events for a in e.arguments if a.role == "perpetrator"}
    triggers = [e.trigger for e in read.events]
    return read_telling(read.text, read.sentences, sorted(actors), triggers, read.attributions)


def _findings(
    read: Read, telling: Telling, owner_of: Mapping[int, str], participants: Participants
) -> tuple[FoundResponsibility, ...]:
    """What is said outright of who did an incident: claimed, admitted, denied, blamed; each once a voice."""
    found: dict[tuple[object, ...], FoundResponsibility] = {}
    for statement in telling.statements:
        incident = owner_of.get(statement.trigger) if statement.trigger is not None else None
        if incident is None or statement.stance not in OUTRIGHT:
            continue
        said = None if statement.attribution is None else read.attributions[statement.attribution]
        actor, words = _doer(statement, said, participants)
        if actor or words or statement.stance == "none_claimed":
            place = statement.cue or statement.span
            one = FoundResponsibility(
                incident, actor, place, None if said is None else said.id, statement.factuality, words=words
            )
            found.setdefault((one.attribution, one.key), one)
    return tuple(_but_clearings(list(found.values()), read.attributions))


def _but_clearings(found: Sequence[FoundResponsibility], said: Sequence[Attribution]) -> Iterator[FoundResponsibility]:
    """All but those where a speaker seems to deny its own part while it denies that of somebody else."""
    sources = {a.id: a.source.entity for a in said if a.source}
    denied: defaultdict[tuple[str | None, str], set[object]] = defaultdict(set)
    for one in found:
        if one.factuality == "CT-":
            denied[one.attribution, one.incident].add(one.key)
    for one in found:
        own = one.actor is not None and one.actor == sources.get(one.attribution or "")
        if not (own and one.factuality == "CT-" and denied[one.attribution, one.incident] > {one.key}):
            yield one


def _doer(statement: Responsibility, said: Attribution | None, participants: Participants) -> tuple[str | None, str]:
    """The entity and the words of the actor of a statement; whoever speaks of "our men" means their own group."""
    if statement.actor is None:
        return None, ""
    span = statement.actor
    if statement.stance in OWN and said is not None and said.source is not None:
        words = participants.text[span.start : span.end].split()
        if not words or words[0].lower() in PRONOUNS:
            span = Span(said.source.start, said.source.end)
            group = participants.group_in(span)
            if group is not None:
                return group, ""
            return said.source.entity, ""
    found = participants.find(FoundArgument("perpetrator", span, None, 1.0))
    return found.entity, "" if found.pronoun else found.text.casefold()


def _deeds(read: Read, owner_of: Mapping[int, str], participants: Participants) -> dict[str, list[FoundResponsibility]]:
    """Who does each event that belongs to an incident, by its own roles; who warns of a deed has not done it."""
    deeds: defaultdict[str, list[FoundResponsibility]] = defaultdict(list)
    for number, event in enumerate(read.events):
        if number not in owner_of or event.type in WARNINGS:
            continue
        for argument in (a for a in event.arguments if a.role == "perpetrator"):
            found = participants.find(argument)
            if found.entity or not found.pronoun:
                deeds[f"v{number + 1}"].append(
                    FoundResponsibility(
                        owner_of[number], found.entity, argument.span, None, words=found.text.casefold()
                    )
                )
    return deeds


def _accused(incidents: Sequence[Incident], assembly: Assembly) -> tuple[Incident, ...]:
    """The incidents with the claims that each perpetrator rests on; a denial rests on those that say no."""
    denials = {c.id for c in assembly.claims if (c.factuality or "").endswith("-")}

    def told(incident: Incident, perpetrator: Perpetrator) -> Perpetrator:
        key = (incident.id, perpetrator.entity or perpetrator.text.casefold())
        claims = assembly.accusations.get(key, ())
        kept = tuple(c for c in claims if (c in denials) == (perpetrator.confidence == "denied"))
        return msgspec.structs.replace(perpetrator, claims=kept)

    return tuple(msgspec.structs.replace(i, perpetrators=tuple(told(i, p) for p in i.perpetrators)) for i in incidents)


def _events(read: Read, participants: Participants, assembly: Assembly) -> tuple[Event, ...]:
    events = [
        Event(
            id=f"v{number}",
            type=event.type,
            trigger=Trigger(event.trigger.start, event.trigger.end),
            arguments=tuple(
                Argument(role=a.role, start=a.span.start, end=a.span.end, entity=participants.find(a).entity)
                for a in event.arguments
            ),
            edtf=date,
            place=place,
        )
        for number, (event, date, place) in enumerate(zip(read.events, read.dates, read.places, strict=True), 1)
    ]
    return with_factuality(events, assembly)
