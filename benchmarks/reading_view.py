"""A reading in the shape that gold has for comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from averral.records import Attribution, Claim, Event, Incident, Mention, Perpetrator, Reading
from benchmarks.gold_view import (
    AUTHOR,
    SLOTS,
    Case,
    Happening,
    Parts,
    Saying,
    Thing,
    Value,
    View,
    join_figures,
    normalise,
)
from training.markup import MarkedMention, Span


class _Names:
    """The forms of each entity, and of each mention through its entity."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.document.text
        self.of_entity = {e.id: frozenset(map(normalise, (e.name, *e.aliases))) for e in reading.entities}
        self.mentions = {m.id: m for m in reading.mentions}

    def entity(self, entity: str | None) -> frozenset[str]:
        return self.of_entity.get(entity or "", frozenset())

    def thing(self, text: str, entity: str | None, span: Span | None = None) -> Thing:
        return Thing(self.entity(entity) | {normalise(text)}, span)

    def place(self, mention: str | None) -> Thing | None:
        found = self.mentions.get(mention or "")
        return self.thing(self.text[found.start : found.end], found.entity) if found else None


def view_reading(reading: Reading, name: str) -> View:
    """The view of what was extracted from the document `name`."""
    names = _Names(reading)
    claims = {c.id: c for c in reading.claims}
    return View(
        id=name,
        text=reading.document.text,
        attributions={a.id: _parts(a) for a in reading.attributions},
        mentions=tuple(_mention(m) for m in reading.mentions),
        times=tuple(((t.start, t.end), t.edtf) for t in reading.times),
        events={e.id: _event(e, names, reading.claims) for e in reading.events},
        incidents={i.id: _case(i, names, reading.events) for i in reading.incidents},
        figures=join_figures(_figure_rows(reading.incidents, claims)),
        claims=tuple(_saying(c, names, reading) for c in reading.claims),
    )


def _mention(mention: Mention) -> MarkedMention:
    return MarkedMention(mention.start, mention.end, mention.type, mention.name)


def _parts(attribution: Attribution) -> Parts:
    source, cue = (((part.start, part.end),) if part else () for part in (attribution.source, attribution.cue))
    return Parts(source, cue, tuple((s.start, s.end) for s in attribution.content), attribution.basis)


def _event(event: Event, names: _Names, claims: Sequence[Claim]) -> Happening:
    about = [c for c in claims if c.proposition.type == "event" and c.proposition.event == event.id]
    tense = next((c.tense for c in sorted(about, key=lambda c: len(c.chain)) if c.tense), None)
    arguments = tuple(
        (a.role, names.thing(names.text[a.start : a.end], a.entity, (a.start, a.end))) for a in event.arguments
    )
    return Happening(event.type, (event.trigger.start, event.trigger.end), event.factuality, tense, arguments)


def _case(incident: Incident, names: _Names, events: Sequence[Event]) -> Case:
    members = frozenset(incident.events)
    fillers = (incident.targets, incident.victims, incident.instruments)
    return Case(
        incident.type,
        incident.stage,
        tuple((e.trigger.start, e.trigger.end) for e in events if e.id in members),
        incident.edtf,
        names.place(incident.place),
        tuple((names.thing(p.text, p.entity), p.confidence) for p in incident.perpetrators),
        {slot: tuple(names.thing(f.text, f.entity) for f in found) for slot, found in zip(SLOTS, fillers, strict=True)},
    )


def _figure_rows(incidents: Iterable[Incident], claims: dict[str, Claim]) -> Iterator[tuple[Value, Span, str | None]]:
    for c in (c for incident in incidents for c in incident.casualties):
        claim = claims.get(c.claim or "")
        yield (c.kind, c.low, c.high), (c.start, c.end), (claim.attribution or AUTHOR) if claim else None


def _saying(claim: Claim, names: _Names, reading: Reading) -> Saying:
    proposition = claim.proposition
    triggers = {e.id: (e.trigger.start, e.trigger.end) for e in reading.events}
    is_about = proposition.type
    return Saying(
        claim.attribution or AUTHOR,
        is_about,
        claim.factuality,
        claim.tense,
        trigger=triggers.get(proposition.event or "") if is_about == "event" else None,
        incident=proposition.incident if is_about == "responsibility" else None,
        actor=_actor(claim, names, reading.incidents) if is_about == "responsibility" else None,
        values=_values(claim, reading.incidents) if is_about == "casualties" else frozenset(),
    )


def _actor(claim: Claim, names: _Names, incidents: Iterable[Incident]) -> Thing | None:
    """The subject; where it is no entity ("gunmen"), the perpetrators that rest on this claim."""
    subject = claim.proposition.subject
    forms = set(names.entity(subject))
    for incident in incidents:
        if incident.id == claim.proposition.incident:
            forms |= {normalise(p.text) for p in incident.perpetrators if _rests(p, claim, subject)}
    return Thing(frozenset(forms)) if forms else None


def _rests(perpetrator: Perpetrator, claim: Claim, subject: str | None) -> bool:
    return perpetrator.entity == subject if subject else claim.id in perpetrator.claims


def _values(claim: Claim, incidents: Iterable[Incident]) -> frozenset[Value]:
    """Figures linked to the claim; without a link, those of its incident that stand in its words."""
    rows = [(i.id, c) for i in incidents for c in i.casualties]
    linked = [c for _, c in rows if c.claim == claim.id]
    inside = [c for i, c in rows if i == claim.proposition.incident and claim.start <= c.start and c.end <= claim.end]
    return frozenset((c.kind, c.low, c.high) for c in linked or inside)
