"""Cards for what happens in a passage: its events, and the values of its times and places."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from averral.records import Event, Factuality, Mention, Place, Reading
from averral.views.anchor import anchor_card, anchor_document, anchor_place, anchor_row

__all__ = [
    "EventCard",
    "Participant",
    "PlaceNote",
    "TimeNote",
    "make_event_cards",
    "make_place_notes",
    "make_time_notes",
]


class Participant(msgspec.Struct, frozen=True):
    """Somebody or something that takes part: the role and the words."""

    role: str
    words: str
    mark: str


class EventCard(msgspec.Struct, frozen=True, kw_only=True):
    """An event beside the text; `incidents` are the ids of its incidents with the anchors of their rows."""

    anchor: str
    mark: str
    start: int
    id: str
    type: str
    factuality: Factuality | None
    parts: tuple[Participant, ...]
    edtf: str | None
    place: str | None
    incidents: tuple[tuple[str, str], ...]


class TimeNote(msgspec.Struct, frozen=True, kw_only=True):
    """Words that give a time, and the value they come to; null where nothing anchors it."""

    mark: str
    start: int
    words: str
    edtf: str | None


class PlaceNote(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name a place, and where it lies."""

    mark: str
    start: int
    words: str
    place: Place


def make_event_cards(reading: Reading) -> tuple[EventCard, ...]:
    """A card for each event, in the order of the text."""
    text, document = reading.document.text, anchor_document(reading.document.id)
    rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for incident in reading.incidents:
        for label in dict.fromkeys(incident.events):
            rows[label].append((incident.id, anchor_row(document, incident.id)))
    mentions = {mention.id: mention for mention in reading.mentions}
    cards = [
        _make_card(text, document, event, mentions.get(event.place or ""), tuple(rows[event.id]))
        for event in reading.events
        if event.trigger.start < min(event.trigger.end, len(text))
    ]
    return tuple(sorted(cards, key=lambda card: card.start))


def _make_card(
    text: str, document: str, event: Event, site: Mention | None, incidents: tuple[tuple[str, str], ...]
) -> EventCard:
    return EventCard(
        anchor=anchor_card(document, event.id),
        mark=anchor_place(document, event.trigger.start, event.trigger.end),
        start=event.trigger.start,
        id=event.id,
        type=event.type,
        factuality=event.factuality,
        parts=tuple(
            Participant(part.role, _words(text, part.start, part.end), anchor_place(document, part.start, part.end))
            for part in event.arguments
            if part.start < min(part.end, len(text))
        ),
        edtf=event.edtf,
        place=_words(text, site.start, site.end) if site else None,
        incidents=incidents,
    )


def make_time_notes(reading: Reading) -> tuple[TimeNote, ...]:
    """The times of a document; several of the same words at one place are several notes."""
    text, document = reading.document.text, anchor_document(reading.document.id)
    return tuple(
        TimeNote(
            mark=anchor_place(document, time.start, time.end),
            start=time.start,
            words=_words(text, time.start, time.end),
            edtf=time.edtf,
        )
        for time in reading.times
        if time.start < min(time.end, len(text))
    )


def make_place_notes(reading: Reading) -> tuple[PlaceNote, ...]:
    """The places of a document that were found on earth."""
    text, document = reading.document.text, anchor_document(reading.document.id)
    mentions = {mention.id: mention for mention in reading.mentions}
    found = [(mentions[place.mention], place) for place in reading.places if place.mention in mentions]
    return tuple(
        PlaceNote(
            mark=anchor_place(document, mention.start, mention.end),
            start=mention.start,
            words=_words(text, mention.start, mention.end),
            place=place,
        )
        for mention, place in found
        if mention.start < min(mention.end, len(text))
    )


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())
