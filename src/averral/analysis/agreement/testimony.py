"""What each speaker of one document says of each thing: worked out once from its reading, and stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from averral.analysis.timeline import find_said
from averral.records import Claim, Entity, Event, Incident, Mention, Perpetrator, Place, Reading
from averral.records.agreement import Answer, Stance, Testimony

__all__ = ["make_testimony"]

_ANSWERS: dict[str, Answer] = {
    "reported_as_fact": "reported_as_fact_by",
    "claimed_or_admitted": "claimed_by",
    "suspected_or_accused": "accused_by",
    "suspected_or_accused_by_authorities": "accused_by",
    "possible": "accused_by",
    "denied": "denied_by",
}
_TYPES = frozenset({"person", "organization", "group", "place", "unknown"})
"""Entities that can have done something; of places only those that speak or act, which the reading has as doers."""
_THINGS = frozenset({"FAC", "LOC", "WEAPON", "VEHICLE", "EVENT", "DATE", "NUM"})
AFTER = 24
"""Characters behind a figure in which the noun for those who are counted stands."""
_PART = re.compile(
    r"(?<![\w-])(?:soldier|conscript|troop|fighter|militant|guerrilla|rebel|gunm[ae]n|police(?:m[ae]n)?|officer|guard|wom[ae]n|"
    r"child|girl|boy|infant|bab(?:y|ies)|foreign|student|pupil|teacher|doctor|nurse|sailor|crew|worker|miner|driver|"
    r"journalist|reporter|prisoner|inmate|hostage|aid worker|volunteer|citizens? of|national)",
    re.IGNORECASE,
)
"""Those who are a part of all that were hit; figures of a part are laid beside those of the same part alone."""
AUTHOR, UNNAMED = "author", "unnamed"


class _Page:
    """What all stances of one reading look up."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def kinds(self) -> dict[str, set[str]]:
        """The types of the mentions of each entity."""
        found: dict[str, set[str]] = {}
        for mention in self.reading.mentions:
            if mention.entity:
                found.setdefault(mention.entity, set()).add(mention.type)
        return found

    @cached_property
    def events(self) -> dict[str, Event]:
        return {event.id: event for event in self.reading.events}

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        return {mention.id: mention for mention in self.reading.mentions}

    @cached_property
    def places(self) -> dict[str, Place]:
        return {place.mention: place for place in self.reading.places}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.reading.claims}

    @cached_property
    def said(self) -> dict[str, str | None]:
        """When each attribution was said, where the words right after its cue say it."""
        return {found.id: find_said(self.reading, found) for found in self.reading.attributions}

    @cached_property
    def issuer(self) -> str | None:
        """The entity that the document names as its publisher."""
        wanted = _fold(self.reading.document.publisher or "")
        every = self.reading.entities
        return next((e.id for e in every if wanted and wanted in {_fold(n) for n in (e.name, *e.aliases)}), None)

    def name(self, speaker: str) -> str:
        found = self.entities.get(speaker)
        return found.name if found else speaker

    def can_act(self, entity: str | None) -> bool:
        """Whether an entity is somebody: no building, weapon or stretch of land."""
        if entity is None or entity not in self.entities:
            return True
        return self.entities[entity].type in _TYPES and not self.kinds.get(entity, set()) <= _THINGS

    def span(self, incident: Incident) -> tuple[int, int]:
        """The words of its first event."""
        found = [self.events[event].trigger for event in incident.events if event in self.events]
        first = min(found, key=lambda trigger: trigger.start, default=None)
        return (first.start, first.end) if first else (0, 0)


def make_testimony(reading: Reading) -> Testimony:
    """The stances of a reading; nothing in them depends on any other document.

    Responsibility: what claims and perpetrators of incidents say of each actor; who speaks of its own deed claims or
    denies it, and what the issuer of a statement says as a fact of others is an accusation. Casualties: every figure
    with its claim. Dates and places of incidents are the author's. Relations and events: asserted or denied.
    """
    page = _Page(reading)
    document = reading.document
    stances = (
        *_iter_responsibility(page),
        *_iter_casualties(page),
        *_iter_settings(page),
        *_iter_relations(page),
        *_iter_events(page),
    )
    named = {name for stance in stances for name in (stance.actor, stance.other, stance.speaker) if name}
    return Testimony(
        document=document.id,
        published=document.published,
        publisher=document.publisher,
        issuer=page.issuer,
        names={name: page.entities[name].name for name in sorted(named) if name in page.entities},
        stances=tuple(dict.fromkeys(stances)),
    )


def _voice(page: _Page, claim: Claim | None) -> dict[str, object]:
    """Who speaks in a claim, and the words; without one, the author."""
    if claim is None:
        return {"speaker": AUTHOR, "voice": AUTHOR}
    speaker = claim.chain[-1] if claim.chain else UNNAMED
    return {
        "speaker": speaker, "voice": page.name(speaker), "chain": tuple(page.name(link) for link in claim.chain),
        "claim": claim.id, "factuality": claim.factuality, "basis": claim.basis,
        "said": page.said.get(claim.attribution) if claim.attribution else None,
    }  # fmt: skip


def _iter_responsibility(page: _Page) -> Iterator[Stance]:
    for incident in page.reading.incidents:
        rated = {claim: one for one in incident.perpetrators for claim in one.claims}
        told: set[str] = set()
        mine = [
            claim
            for claim in page.reading.claims
            if claim.proposition.type == "responsibility" and claim.proposition.incident == incident.id
        ]
        own = {(claim.start, claim.end) for claim in mine if _is_of_speaker(claim)}
        for claim in mine:
            if (claim.start, claim.end) in own and not _is_of_speaker(claim) and claim.proposition.subject:
                continue
            actor, name = _find_actor(page, claim, rated.get(claim.id))
            if actor is None and not name:
                if (claim.factuality or "").endswith("-"):
                    yield _make(page, claim, incident, kind="unclaimed")
                continue
            if page.can_act(actor):
                told.add(actor or name.casefold())
                answer = _answer(page, claim, actor, rated.get(claim.id))
                yield _make(
                    page, claim, incident, kind="responsibility", actor=actor, name=name, answer=answer,
                    against=answer == "denied_by",
                )  # fmt: skip
        for one in incident.perpetrators:
            if not one.claims and (one.entity or one.text.casefold()) not in told and page.can_act(one.entity):
                yield _state(page, incident, one)


def _is_of_speaker(claim: Claim) -> bool:
    """Whether a speaker claims or denies a deed of its own; others whom the same words name are not meant then."""
    return claim.proposition.subject is not None and claim.chain[-1:] == (claim.proposition.subject,)


def _find_actor(page: _Page, claim: Claim, perpetrator: Perpetrator | None) -> tuple[str | None, str]:
    subject = claim.proposition.subject
    if subject is not None:
        return subject, page.name(subject)
    return (perpetrator.entity, perpetrator.text) if perpetrator else (None, "")


def _answer(page: _Page, claim: Claim, actor: str | None, perpetrator: Perpetrator | None) -> Answer:
    if (claim.factuality or "").endswith("-"):
        return "denied_by"
    speaker = claim.chain[-1] if claim.chain else UNNAMED
    speaker = page.issuer or speaker if speaker == AUTHOR else speaker
    if actor is not None and speaker == actor:
        return "claimed_by"
    if perpetrator is not None and perpetrator.confidence not in ("denied", "reported_as_fact"):
        return _ANSWERS[perpetrator.confidence]
    return "reported_as_fact_by" if speaker == AUTHOR else "accused_by"


def _state(page: _Page, incident: Incident, one: Perpetrator) -> Stance:
    """What no claim says is the author's, who may say of others that they claim it."""
    start, end = page.span(incident)
    answer = _ANSWERS[one.confidence]
    own = answer in ("claimed_by", "denied_by") and one.entity is not None
    speaker = one.entity if own and one.entity else AUTHOR
    return Stance(
        kind="responsibility", speaker=speaker, voice=page.name(speaker), start=start, end=end, incident=incident.id,
        actor=one.entity, name=page.name(one.entity) if one.entity else one.text, answer=answer,
        against=answer == "denied_by",
    )  # fmt: skip


def _make(page: _Page, claim: Claim, incident: Incident | None, **fields: object) -> Stance:
    whole = {
        **_voice(page, claim), "start": claim.start, "end": claim.end,
        "incident": incident.id if incident else None, **fields,
    }  # fmt: skip
    return Stance(**whole)  # type: ignore[arg-type]


def _iter_casualties(page: _Page) -> Iterator[Stance]:
    for incident in page.reading.incidents:
        for figure in incident.casualties:
            claim = page.claims.get(figure.claim or "")
            whole = {
                **_voice(page, claim), "kind": "casualties", "start": figure.start, "end": figure.end,
                "incident": incident.id, "figure": figure.kind, "low": figure.low, "high": figure.high,
                "name": _find_part(page.text[figure.start : figure.end + AFTER]),
                "against": bool(claim and (claim.factuality or "").endswith("-")),
            }  # fmt: skip
            yield Stance(**whole)  # type: ignore[arg-type]


def _iter_settings(page: _Page) -> Iterator[Stance]:
    for incident in page.reading.incidents:
        if incident.stage != "accomplished":
            continue
        start, end = page.span(incident)
        if incident.edtf:
            yield Stance(
                kind="date", speaker=AUTHOR, voice=AUTHOR, start=start, end=end, incident=incident.id,
                edtf=incident.edtf,
            )  # fmt: skip
        mention = page.mentions.get(incident.place or "")
        if mention is not None and mention.name:
            place = page.places.get(mention.id)
            yield Stance(
                kind="place", speaker=AUTHOR, voice=AUTHOR, start=mention.start, end=mention.end,
                incident=incident.id, name=" ".join(page.text[mention.start : mention.end].split()),
                geonames=place.geonames if place else None, lat=place.lat if place else None,
                lon=place.lon if place else None,
            )  # fmt: skip


def _iter_relations(page: _Page) -> Iterator[Stance]:
    relations = {relation.id: relation for relation in page.reading.relations}
    for claim in page.reading.claims:
        relation = relations.get(claim.proposition.relation or "")
        if relation is not None:
            yield _make(
                page, claim, None, kind="relation", actor=relation.subject, predicate=relation.predicate,
                other=relation.object, edtf=relation.edtf, against=(claim.factuality or "").endswith("-"),
            )  # fmt: skip


def _iter_events(page: _Page) -> Iterator[Stance]:
    """That something of an incident happened, or did not."""
    owner = {event: incident for incident in page.reading.incidents for event in incident.events}
    for claim in page.reading.claims:
        event = page.events.get(claim.proposition.event or "")
        if event is None or claim.proposition.type != "event" or event.id not in owner or claim.tense == "future":
            continue
        words = " ".join(page.text[event.trigger.start : event.trigger.end].split()).casefold()
        if claim.factuality in ("CT+", "CT-", "PR-"):
            against = claim.factuality.endswith("-")
            yield _make(page, claim, owner[event.id], kind="event", name=words, predicate=event.type, against=against)


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")


def _find_part(words: str) -> str:
    """Whom a figure counts, where that is a part of all; empty for people, dead, victims and the like."""
    found = _PART.search(words)
    return found[0].casefold() if found else ""
