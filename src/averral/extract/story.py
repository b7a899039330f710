"""What a document tells, as records: its events, its incidents, and every claim about them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from averral.extract.casualties import find_casualties
from averral.extract.happening import gather_bare, gather_same_target, group_events
from averral.extract.incidents import Scene, make_incidents
from averral.extract.membership import add_groups
from averral.extract.participants import Participants
from averral.extract.perpetrators import Case, find_perpetrators, iter_doers
from averral.extract.propositions import FoundResponsibility, Material, assemble_claims, with_claims, with_factuality
from averral.extract.responsibility.anchor import anchor_statements
from averral.extract.responsibility.doers import Doers, is_pronominal
from averral.extract.responsibility.findings import find_responsible
from averral.extract.responsibility.judged import Hearing, judge_all
from averral.extract.responsibility.leanings import Leanings
from averral.extract.responsibility.rating import read_telling
from averral.extract.tolls import assign_figures, whole_tolls
from averral.extract.untold import is_untold
from averral.records import Argument, Event, Span, Trigger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.encoder.judge import Judge
    from averral.extract.casualties import CasualtyFigure
    from averral.extract.event import FoundEvent
    from averral.extract.happening import Happening
    from averral.extract.propositions import Assembly
    from averral.extract.related import Related
    from averral.extract.responsibility.features import Telling
    from averral.extract.responsibility.findings import Finding
    from averral.records import Attribution, Claim, Incident, Mention, Perpetrator

__all__ = ["Read", "Story", "tell_story"]

NO_LEANINGS = Leanings([], [], [])
DOERS = frozenset({"PER", "ORG", "NORP", "GPE"})


class Read(NamedTuple):
    """What was read of a document before: records in order, attributions with their probabilities, events as found.

    `dates` and `places` are those of the events: EDTF or None, id of a mention or None. `relations` are those between
    entities that the sentences state. `issuer` is the entity that put the document out: the author's voice is its own.
    `published` is the day of publication, `armed` are the entities that are armed groups.
    `leanings` are what a `judge` makes of the words of attributions and of mentions, where there is one.
    """

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    attributions: Sequence[Attribution]
    probabilities: Sequence[float]
    events: Sequence[FoundEvent]
    dates: Sequence[str | None]
    places: Sequence[str | None]
    relations: Sequence[Related] = ()
    issuer: str | None = None
    published: str | None = None
    armed: frozenset[str] = frozenset()
    judge: Judge | None = None
    leanings: Leanings = NO_LEANINGS


class Story(NamedTuple):
    """Events v1…, incidents i1… and claims c1…, each list in order of position."""

    events: tuple[Event, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]


def tell_story(read: Read) -> Story:
    """Everything that a document says happened, who did it, and who says so."""
    participants = Participants(read.text, read.mentions)
    told = [e._replace(incident=None) if is_untold(read.text, e) else e for e in read.events]
    happenings = gather_bare(group_events(told, read.dates, read.published), read.events, read.dates, _sites(read))
    happenings = gather_same_target(happenings, read.events, read.dates, _targets(read, participants))
    owner_of = {number: i for i, happening in enumerate(happenings) for number in happening.events}
    persons = [Span(m.start, m.end) for m in read.mentions if m.name and m.type == "PER"]
    figures = whole_tolls(read.text, find_casualties(read.text, read.sentences, persons))
    owners = assign_figures(figures, read.events, happenings, read.sentences)
    tolls: defaultdict[int, list[CasualtyFigure]] = defaultdict(list)
    for figure, owner in zip(figures, owners, strict=True):
        if owner is not None:
            tolls[owner].append(figure)
    telling, doers = _telling(read, happenings), Doers(participants, read.attributions)
    found = find_responsible(telling, owner_of, read.events, doers)
    doubted: frozenset[tuple[int, str]] = frozenset()
    if read.judge is not None:
        judged, doubted = judge_all(read.leanings, read.judge, Hearing(found, owner_of, read.events, doers))
        found = (*(one for one in found if (one.said, one.key[1]) not in doubted), *judged)
    perpetrators = [
        _own_up(find_perpetrators(Case(n, happening, read.events, doers), telling, found), read.issuer)
        for n, happening in enumerate(happenings)
    ]
    grouped = add_groups(perpetrators, read.mentions, read.armed, read.text)
    scene = Scene(read.text, read.events, read.dates, read.places, participants, tolls, grouped)
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
            relations=read.relations,
            responsibilities=_findings(read, found),
            deeds=_deeds(read, happenings, doers),
            doubted=frozenset((read.attributions[said].id, key) for said, key in doubted),
        )
    )
    incidents = with_claims(_accused(incidents, assembly), figures, assembly)
    return Story(_events(read, participants, assembly), incidents, assembly.claims)


def _own_up(perpetrators: Sequence[Perpetrator], issuer: str | None) -> tuple[Perpetrator, ...]:
    """What a body tells as a fact of its own doing, in a document that it issues, it claims or admits."""
    claimed = {one.entity for one in perpetrators if one.confidence == "claimed_or_admitted"}
    return tuple(
        msgspec.structs.replace(one, confidence="claimed_or_admitted")
        if one.confidence == "reported_as_fact" and issuer and one.entity == issuer and issuer not in claimed
        else one
        for one in perpetrators
    )


def _sites(read: Read) -> list[str | None]:
    """The entity that each event's place is, else the mention."""
    entity = {mention.id: mention.entity or mention.id for mention in read.mentions}
    return [None if place is None else entity.get(place, place) for place in read.places]


def _targets(read: Read, participants: Participants) -> list[frozenset[str]]:
    """The entities of the buildings that each event hits."""
    buildings = {m.entity for m in read.mentions if m.type == "FAC"}
    hit = ([participants.find(a).entity for a in event.arguments if a.role == "target"] for event in read.events)
    return [frozenset(entity for entity in some if entity in buildings and entity) for some in hit]


def _telling(read: Read, happenings: Sequence[Happening]) -> Telling:
    """What is said of responsibility for the events of incidents; no pronoun is an actor."""
    actors = {Span(m.start, m.end) for m in read.mentions if m.type in DOERS}
    actors |= {a.span for e in read.events for a in e.arguments if a.role == "perpetrator"}
    named = sorted(a for a in actors if not is_pronominal(read.text[a.start : a.end]))
    others = [Span(m.start, m.end) for m in read.mentions if m.type in ("FAC", "LOC") and m.entity]
    numbers = sorted(number for happening in happenings for number in happening.events)
    triggers = [read.events[n].trigger for n in numbers]
    telling = read_telling(read.text, read.sentences, named, triggers, read.attributions, others)
    told = tuple(s if s.trigger is None else s._replace(trigger=numbers[s.trigger]) for s in telling.statements)
    return anchor_statements(telling._replace(statements=told), happenings, read.events)


def _findings(read: Read, found: Sequence[Finding]) -> tuple[FoundResponsibility, ...]:
    return tuple(
        FoundResponsibility(
            incident=f"i{one.happening + 1}",
            actor=one.actor.entity if one.actor else None,
            span=one.place,
            attribution=None if one.said is None else read.attributions[one.said].id,
            factuality=one.factuality,
            words=one.actor.text.casefold() if one.actor else "",
        )
        for one in found
    )


def _deeds(read: Read, happenings: Sequence[Happening], doers: Doers) -> dict[str, list[FoundResponsibility]]:
    """Who does each event that belongs to an incident, by its own roles."""
    deeds: defaultdict[str, list[FoundResponsibility]] = defaultdict(list)
    for owner, happening in enumerate(happenings, 1):
        for number, argument in iter_doers(happening, read.events):
            found = doers.find(argument)
            if (found.entity or not found.pronoun) and not doers.is_ordered(read.events[number].trigger):
                deeds[f"v{number + 1}"].append(
                    FoundResponsibility(f"i{owner}", found.entity, argument.span, None, words=found.text.casefold())
                )
    return deeds


def _accused(incidents: Sequence[Incident], assembly: Assembly) -> tuple[Incident, ...]:
    """The incidents with the claims that each perpetrator rests on; a denial rests on those that say no."""
    denials = {c.id for c in assembly.claims if (c.factuality or "").endswith("-")}

    def told(incident: Incident, perpetrator: Perpetrator) -> Perpetrator:
        keys = filter(None, (perpetrator.entity, perpetrator.text.casefold()))
        claims = [c for key in keys for c in assembly.accusations.get((incident.id, key), ())]
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
