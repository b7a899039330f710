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
from averral.analysis.agreement.sides import iter_sides
from averral.analysis.agreement.voice import make_stance
from averral.analysis.incidents.kinds import find_kin
from averral.records import Event, Incident, Reading, Time, Trigger
from averral.records.agreement import Stance, Testimony
from averral.records.ontology import EVENT_TYPES, incident_type

__all__ = ["make_testimony"]


_OUTCOMES = frozenset({"death", "injury", "disappearance", "discovery_of_bodies", "release", "trial", "investigation"})
_HOUR = re.compile(r"(?:\d{4}-\d\d-\d\d)?T\d\d:\d\d(?::\d\d)?")
_SHORTLY = re.compile(r"\b(?:shortly|just|right)\s+\Z", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:later|earlier|after|before)\b", re.IGNORECASE)
_TOLL = re.compile(
    r"\b(?:toll|number\s+of\s+(?:\w+\s+){0,3}?(?:dead|killed|victims|deaths|injured|wounded))\b", re.IGNORECASE
)
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
        *iter_sides(page),
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
    """The day or hour of each event of the incident's own type that its sentence gives, as its speaker has it."""
    for event in (page.events[one] for one in incident.events if one in page.events):
        if not (_is_of_type(event.type, incident.type) or _is_deed(event.type, incident.type)):
            continue
        start, end = page.find_sentence(event.trigger.start)
        edtf = _find_moment(page, event, start, end)
        if edtf:
            chain = page.find_chain(event.trigger.start)
            around = (c for c in page.reading.claims if c.start <= event.trigger.start < c.end)
            claim = min(around, key=lambda c: (c.end - c.start, c.id), default=None)
            yield Stance(
                kind="date", speaker=chain[-1], voice=page.name(chain[-1]), chain=tuple(map(page.name, chain)),
                start=start, end=end, incident=incident.id, edtf=edtf, claim=claim.id if claim else None,
            )  # fmt: skip


def _find_moment(page: Page, event: Event, start: int, end: int) -> str | None:
    """The event's own date where its sentence gives it, else an hour there to which no other event is nearer.

    What is counted from the event itself ("claimed the attack two days later") is not when it was, and neither is the
    day on which a toll rose.
    """
    times = [time for time in page.reading.times if time.edtf and start <= time.start < end]
    own = next((time for time in times if time.edtf == event.edtf), None)
    if own is not None:
        counted = _COUNTED.search(page.text, own.start, own.end) or _TOLL.search(page.text, start, end)
        return None if counted else event.edtf
    hours = [(time, edtf) for time in times if (edtf := _read_hour(page, time)) is not None]
    found, edtf = min(hours, key=lambda pair: abs(pair[0].start - event.trigger.start), default=(None, None))
    if found is None or (event.edtf and len(event.edtf) > len("2031-05-12")):
        return None
    others = (one.trigger.start for one in page.reading.events if start <= one.trigger.start < end)
    nearest = min(others, key=lambda place: abs(found.start - place))
    apart = nearest != event.trigger.start or _COUNTED.search(page.text, *_between(found, event.trigger))
    return None if apart else edtf


def _between(time: Time, trigger: Trigger) -> tuple[int, int]:
    """The words between an hour and an event."""
    return (time.end, trigger.start) if time.end <= trigger.start else (trigger.end, time.start)


def _read_hour(page: Page, time: Time) -> str | None:
    """A single hour by the local clock; "shortly before seven" is about that."""
    edtf = time.edtf or ""
    shortly = _SHORTLY.search(page.text, max(0, time.start - 10), time.start)
    edtf = edtf.removeprefix("../").removesuffix("/..") if shortly else edtf
    return edtf if _HOUR.fullmatch(edtf) else None


def _is_deed(event: str, incident: str) -> bool:
    """Whether an event can be what an incident is called by another word, and not what came of it."""
    return event not in _OUTCOMES and find_kin(event) == find_kin(incident)


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
