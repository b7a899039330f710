"""From one incident of one reading to the compact record by which it is known again in other documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from averral.analysis.incidents.words import iter_stems, stem_word
from averral.gazetteer import fold_name
from averral.records import Entity, Event, Filler, Incident, Mention, Perpetrator, Place, Reading
from averral.records.case_incident import Happening, Toll
from averral.records.edtf import edtf_days

__all__ = ["make_happening", "make_happenings"]

WORDS = 40
"""Stems around the events that are kept, the commonest of them first."""
NAMES = 16
"""Names of a document that are kept, the commonest first."""
ACTORS = 12
"""Actors of a happening that are kept."""
DAY = 10
"""Characters of a day in EDTF, without marks."""
_DAY = re.compile(r"\d{4}-(?:0\d|1[0-2])-\d\d(?![\d/])")
_ACTING = frozenset({"PER", "ORG", "NORP"})
_NAMED = _ACTING | {"GPE", "LOC", "FAC", "EVENT", "VEHICLE", "WEAPON"}
_HEADS_BEFORE = (" of ", " in ", " at ", " from ", " on ", " with ", " who ", " whose ", " that ", ",", " near ")
"""Where the head of a description ends: "conscripts of the Coastal Guard" has "conscripts"."""


class _Page:
    """What all incidents of one reading look up."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text

    @cached_property
    def events(self) -> dict[str, Event]:
        return {event.id: event for event in self.reading.events}

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        return {mention.id: mention for mention in self.reading.mentions}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in self.reading.entities}

    @cached_property
    def places(self) -> dict[str, Place]:
        return {place.mention: place for place in self.reading.places}

    @cached_property
    def about(self) -> tuple[str, ...]:
        """The names that the document has most often."""
        counts: Counter[str] = Counter()
        for mention in self.reading.mentions:
            if mention.name and mention.type in _NAMED:
                entity = self.entities.get(mention.entity or "")
                counts[fold_name(entity.name if entity else self.text[mention.start : mention.end])] += 1
        return tuple(sorted((name for name in counts if name), key=lambda name: (-counts[name], name))[:NAMES])

    @cached_property
    def chief(self) -> str | None:
        """The incident with most events; of several the one that is told first."""
        told = [incident for incident in self.reading.incidents if incident.stage == "accomplished"]
        best = min(told or self.reading.incidents, key=lambda i: (-len(i.events), self.start(i), i.id), default=None)
        return best.id if best else None

    def start(self, incident: Incident) -> int:
        """Where its first event stands."""
        return min((self.events[e].trigger.start for e in incident.events if e in self.events), default=0)

    def around(self, events: Iterable[Event]) -> Iterator[tuple[int, int]]:
        """The sentences in which events are told, each once."""
        starts = [event.trigger.start for event in events]
        for start, end in self.reading.sentences:
            if any(start <= found < end for found in starts):
                yield start, end

    def name_place(self, mention: str) -> str | None:
        """A place as the text has it; null where the text has no name for it."""
        found = self.mentions.get(mention)
        if found is None or not found.name:
            return None
        return self.text[found.start : found.end].strip() or None


def make_happenings(reading: Reading, actor_of: Mapping[str, str]) -> tuple[Happening, ...]:
    """One for each incident of a reading, in the reading's order; see `make_happening`."""
    page = _Page(reading)
    return tuple(_make(page, incident, actor_of) for incident in reading.incidents)


def make_happening(reading: Reading, incident: Incident, actor_of: Mapping[str, str]) -> Happening:
    """What one incident of a reading is known by.

    `actor_of` leads from the key of a sighting (document id, "#", entity id) to the id of its actor; entities that it
    does not have take no part. Nothing is guessed: what the reading does not give is null or empty.
    """
    return _make(_Page(reading), incident, actor_of)


def _make(page: _Page, incident: Incident, actor_of: Mapping[str, str]) -> Happening:
    document = page.reading.document
    days, published = edtf_days(incident.edtf), edtf_days(document.published)
    events = [page.events[event] for event in incident.events if event in page.events]
    mentions = list(dict.fromkeys(m for m in (incident.place, *(event.place for event in events)) if m))
    located = [page.places[mention] for mention in mentions if mention in page.places]
    own = page.places.get(incident.place or "")
    return Happening(
        document=document.id,
        incident=incident.id,
        type=incident.type,
        stage=incident.stage,
        edtf=incident.edtf if days else None,
        first=days.first if days else None,
        last=days.last if days else None,
        published=document.published,
        reported=published.last if published else None,
        place=page.name_place(incident.place) if incident.place else None,
        places=tuple(sorted(_list_place_keys(page, mentions))),
        geonames=tuple(sorted({place.geonames for place in located if place.geonames is not None})),
        lat=own.lat if own else None,
        lon=own.lon if own else None,
        country=own.country if own else None,
        actors=_list_actors(document.id, incident, actor_of),
        nouns=_list_nouns(incident),
        tolls=tuple(sorted({Toll(c.kind, c.low, c.high) for c in incident.casualties}, key=repr)),
        triggers=_list_triggers(page, events),
        words=_list_words(page, events),
        scene=tuple(sorted(_list_scene(page, events))),
        dates=_list_dates(page, events, incident.edtf),
        about=page.about,
        chief=incident.id == page.chief,
        events=len(incident.events),
        start=page.start(incident),
    )


def _list_place_keys(page: _Page, mentions: Iterable[str]) -> Iterator[str]:
    found = set()
    for mention in mentions:
        name = page.name_place(mention)
        entity = page.entities.get(page.mentions[mention].entity or "") if name else None
        found |= {fold_name(form) for form in (name, entity.name if entity else None) if form}
    return iter(found - {""})


def _list_actors(document: str, incident: Incident, actor_of: Mapping[str, str]) -> tuple[str, ...]:
    parts: list[Perpetrator | Filler] = [*incident.perpetrators, *incident.targets, *incident.victims]
    found = (actor_of.get(f"{document}#{part.entity}") for part in parts if part.entity)
    return tuple(sorted({actor for actor in found if actor})[:ACTORS])


def _list_nouns(incident: Incident) -> tuple[str, ...]:
    parts: tuple[Filler, ...] = (*incident.targets, *incident.victims, *incident.instruments)
    return tuple(sorted({noun for part in parts if (noun := _find_head(part.text))}))


def _find_head(text: str) -> str:
    """The stem of the last word before what describes it further; empty for a number or a common word."""
    folded = f"{text} "
    ends = [found for sign in _HEADS_BEFORE if (found := folded.find(sign)) > 0]
    stems = list(iter_stems(folded[: min(ends, default=len(folded))]))
    return stems[-1] if stems and not stems[-1].isdigit() else ""


def _list_triggers(page: _Page, events: Iterable[Event]) -> tuple[str, ...]:
    texts = (page.text[event.trigger.start : event.trigger.end] for event in events)
    return tuple(sorted({stem for text in texts for stem in _read_trigger(text)}))


def _read_trigger(text: str) -> tuple[str, ...]:
    return tuple(iter_stems(text)) or tuple(map(stem_word, text.split()[:1]))


def _list_words(page: _Page, events: Iterable[Event]) -> tuple[str, ...]:
    counts = Counter(stem for start, end in page.around(events) for stem in set(iter_stems(page.text[start:end])))
    return tuple(sorted(sorted(counts, key=lambda stem: (-counts[stem], stem))[:WORDS]))


def _list_scene(page: _Page, events: Iterable[Event]) -> set[str]:
    """Stems of the names in the sentences of events."""
    spans = list(page.around(events))
    names = (m for m in page.reading.mentions if m.name and m.type in _NAMED)
    inside = (page.text[m.start : m.end] for m in names if any(start <= m.start < end for start, end in spans))
    return {stem for name in inside for stem in iter_stems(name)}


def _list_dates(page: _Page, events: Iterable[Event], edtf: str | None) -> tuple[str, ...]:
    """Whole days of the incident and of the sentences of its events, without the time of day."""
    spans = list(page.around(events))
    times = [edtf] if edtf else []
    times += (t.edtf for t in page.reading.times if t.edtf and any(start <= t.start < end for start, end in spans))
    return tuple(sorted({edtf[:DAY] for edtf in times if _DAY.match(edtf)}))
