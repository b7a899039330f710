"""What each speaker of one document says of each thing: worked out once from its reading, and stored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from averral.analysis.agreement.answers import iter_answers
from averral.analysis.agreement.bonds import iter_bonds
from averral.analysis.agreement.counts import iter_counts
from averral.analysis.agreement.page import AUTHOR, Page
from averral.analysis.agreement.sayings import iter_sayings
from averral.analysis.agreement.voice import make_stance
from averral.records import Incident, Reading
from averral.records.agreement import Stance, Testimony
from averral.records.ontology import EVENT_TYPES, incident_type

__all__ = ["make_testimony"]


_ALONE = re.compile(r"\b(?:nobody|no one|none) else\b", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|neither|nor|den(?:y|ies|ied|ying)|reject\w*)\b|n[’']t\b", re.IGNORECASE
)


def make_testimony(reading: Reading) -> Testimony:
    """The stances of a reading; nothing in them depends on any other document.

    Responsibility: what claims and perpetrators of incidents say of each actor; who speaks of its own deed claims or
    denies it, and what the issuer of a statement says as a fact of others is an accusation. Casualties: every figure
    with its claim. Dates and places of incidents are the author's. Relations and events: asserted or denied.
    """
    page = Page(reading)
    document = reading.document
    answers = tuple(iter_answers(page))
    stances = (
        *answers,
        *iter_counts(page),
        *_iter_settings(page),
        *_iter_relations(page),
        *iter_bonds(page),
        *(one for one in _iter_events(page) if not (one.against and _is_answer(one, answers))),
    )
    stances = tuple(dict.fromkeys(replace(one, said=one.said or page.find_day(one.start)) for one in stances))
    named = {name for stance in stances for name in (stance.actor, stance.other, stance.speaker) if name}
    return Testimony(
        document=document.id,
        published=document.published or page.day,
        publisher=document.publisher,
        issuer=page.issuer,
        names={name: page.entities[name].name for name in sorted(named) if name in page.entities},
        parts=page.parts,
        stances=stances,
        sayings=tuple(iter_sayings(page, stances)),
    )


def _is_answer(event: Stance, answers: Sequence[Stance]) -> bool:
    """Whether what is denied is who did it, and not that it happened."""
    return any(one.against and one.start < event.end and event.start < one.end for one in answers)


def _iter_settings(page: Page) -> Iterator[Stance]:
    for incident in page.reading.incidents:
        if incident.stage != "accomplished":
            continue
        yield from _iter_dates(page, incident)
        mention = page.mentions.get(incident.place or "")
        if mention is not None and mention.name:
            place = page.places.get(mention.id)
            yield Stance(
                kind="place", speaker=AUTHOR, voice=AUTHOR, start=mention.start, end=mention.end,
                incident=incident.id, name=" ".join(page.text[mention.start : mention.end].split()),
                geonames=place.geonames if place else None, lat=place.lat if place else None,
                lon=place.lon if place else None,
            )  # fmt: skip


def _iter_dates(page: Page, incident: Incident) -> Iterator[Stance]:
    """The day of each event of the incident's own type whose sentence gives a whole date, as its speaker has it."""
    for event in (page.events[one] for one in incident.events if one in page.events):
        start, end = page.find_sentence(event.trigger.start)
        told = any(t.edtf == event.edtf and start <= t.start < end for t in page.reading.times)
        if event.edtf and told and _is_of_type(event.type, incident.type):
            chain = page.find_chain(event.trigger.start)
            around = (c for c in page.reading.claims if c.start <= event.trigger.start < c.end)
            claim = min(around, key=lambda c: (c.end - c.start, c.id), default=None)
            yield Stance(
                kind="date", speaker=chain[-1], voice=page.name(chain[-1]), chain=tuple(map(page.name, chain)),
                start=start, end=end, incident=incident.id, edtf=event.edtf, claim=claim.id if claim else None,
            )  # fmt: skip


def _is_of_type(event: str, incident: str) -> bool:
    return event in EVENT_TYPES and incident_type(event) == incident


def _iter_relations(page: Page) -> Iterator[Stance]:
    relations = {relation.id: relation for relation in page.reading.relations}
    for claim in page.reading.claims:
        relation = relations.get(claim.proposition.relation or "")
        if relation is not None:
            yield make_stance(
                page, claim, None, kind="relation", actor=relation.subject, predicate=relation.predicate,
                other=relation.object, edtf=relation.edtf, against=(claim.factuality or "").endswith("-"),
            )  # fmt: skip


def _iter_events(page: Page) -> Iterator[Stance]:
    """That something of an incident happened, or did not."""
    owner = {event: incident for incident in page.reading.incidents for event in incident.events}
    for claim in page.reading.claims:
        event = page.events.get(claim.proposition.event or "")
        if event is None or claim.proposition.type != "event" or event.id not in owner or claim.tense == "future":
            continue
        words = " ".join(page.text[event.trigger.start : event.trigger.end].split()).casefold()
        if claim.factuality in ("CT+", "CT-", "PR-"):
            against = claim.factuality.endswith("-")
            if against and not _NEGATION.search(
                _ALONE.sub("", page.text[slice(*page.find_sentence(event.trigger.start))])
            ):
                continue
            yield make_stance(
                page, claim, owner[event.id], kind="event", name=words, predicate=event.type, against=against
            )
