"""What all stances of one reading look up: who is who in it, who speaks where, and which incident is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from averral.analysis.agreement.belonging import find_issuer, is_statement, list_bodies, list_parts
from averral.analysis.agreement.turns import Turn, list_turns
from averral.analysis.incidents.kinds import find_kin
from averral.analysis.timeline import find_said
from averral.records import Attribution, Claim, Entity, Event, Incident, Mention, Place, Reading

__all__ = ["AUTHOR", "UNNAMED", "Page"]

AUTHOR, UNNAMED = "author", "unnamed"
BACK = 2
"""Sentences back in which the happening that "it" means can stand; farther back the document's chief one is meant."""
_TYPES = frozenset({"person", "organization", "group", "place", "unknown"})
"""Entities that can have done something; of places only those that speak or act, which the reading has as doers."""
_THINGS = frozenset({"FAC", "LOC", "WEAPON", "VEHICLE", "EVENT", "DATE", "NUM"})
_ACTING = frozenset({"PER", "ORG", "GPE", "NORP"})
_SUFFERED = frozenset({"death", "injury", "disaster", "accident", "disappearance", "discovery_of_bodies"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAY = len("2000-01-01")
HEADING = 110
"""Characters of the longest line that may be the heading of a take."""
HEAD = 300
"""Characters at the head of a document, in which its own date stands."""


class Page:
    """What all stances of one reading look up."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
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
        """Events by id."""
        return {event.id: event for event in self.reading.events}

    @cached_property
    def incidents(self) -> dict[str, Incident]:
        """Incidents by id."""
        return {incident.id: incident for incident in self.reading.incidents}

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        """Mentions by id."""
        return {mention.id: mention for mention in self.reading.mentions}

    @cached_property
    def actors(self) -> tuple[Mention, ...]:
        """Mentions of somebody who can act, in the order of the text, the longer first."""
        found = [m for m in self.reading.mentions if m.type in _ACTING and m.entity and self.can_act(m.entity)]
        return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))

    @cached_property
    def places(self) -> dict[str, Place]:
        """Places by the id of their mention."""
        return {place.mention: place for place in self.reading.places}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.reading.claims}

    @cached_property
    def said(self) -> dict[str, str | None]:
        """When each attribution was said, where the words right after its cue say it."""
        return {found.id: find_said(self.reading, found) for found in self.reading.attributions}

    @cached_property
    def day(self) -> str | None:
        """The day on which the document was put out: as it was read, else the first full date at its head."""
        head = [t for t in self.reading.times if t.start < HEAD and t.edtf and _DAY.fullmatch(t.edtf)]
        first = min(head, key=lambda time: time.start, default=None)
        return self.reading.document.published or (first.edtf if first else None)

    @cached_property
    def _takes(self) -> list[tuple[int, str]]:
        """Where each take of a document that holds several begins, with its day: dates in lines that are no prose."""
        datelines = [(b.start, b.end) for b in self.reading.document.blocks if b.role == "dateline"]
        found = []
        for time in self.reading.times:
            if time.edtf and _DAY.match(time.edtf):
                start = self.text.rfind("\n", 0, time.start) + 1
                line = self.text[start:].partition("\n")[0].rstrip()
                is_heading = len(line) <= HEADING and not line.endswith((".", "!", "?", "”", '"', ","))
                if is_heading or any(s <= time.start < e for s, e in datelines):
                    found.append((start, time.edtf[:DAY]))
        return sorted(found)

    def find_day(self, place: int) -> str | None:
        """The day of the take in which a place lies: of the last date above it that is no part of a sentence."""
        number = bisect_right([start for start, _ in self._takes], place)
        return self._takes[number - 1][1] if number else self.day

    @cached_property
    def issuer(self) -> str | None:
        """The entity that put the document out, or for whose name an office did."""
        return find_issuer(self.reading.document, self.reading.entities)

    @cached_property
    def is_statement(self) -> bool:
        """Whether the author speaks for a body: what it says of others is an accusation, and no report."""
        return self.issuer is not None or is_statement(self.reading.document)

    @property
    def voice(self) -> str | None:
        """For whom the author speaks: the issuer, or the author where a publisher has the word that nothing names."""
        return self.issuer or (AUTHOR if self.reading.document.publisher else None)

    def is_body(self, speaker: str) -> bool:
        """Whether "we" of this speaker is a body, and no single person."""
        return speaker == AUTHOR or (speaker in self.entities and self.entities[speaker].type != "person")

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of a conversation that was written down."""
        return list_turns(self.text, self.reading.entities, self.reading.mentions)

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The body that each person speaks for."""
        return list_bodies(self.text, self.actors, self.entities, self.reading.relations)

    @cached_property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Bodies that the words call a part of another one or of a state, with it."""
        return list_parts(self.text, self.actors)

    def name(self, speaker: str) -> str:
        """The name of a speaker or actor; one that is no entity is called as it is."""
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

    @cached_property
    def _contents(self) -> tuple[tuple[int, int, Attribution], ...]:
        found = [(c.start, c.end, a) for a in self.reading.attributions for c in a.content]
        return tuple(sorted(found, key=lambda one: (one[1] - one[0], one[0])))

    @cached_property
    def _chains(self) -> dict[str, tuple[str, ...]]:
        """The chain of each attribution, from any of its claims."""
        return {claim.attribution: claim.chain for claim in self.reading.claims if claim.attribution}

    def find_sentence(self, place: int) -> tuple[int, int]:
        """The sentence around a place; the place alone where there is none."""
        number = bisect_right(self._starts, place) - 1
        found = self.reading.sentences[number] if number >= 0 else (place, place)
        return found if place < found[1] else (place, place)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.reading.sentences]

    def find_turn(self, place: int) -> Turn | None:
        """The turn of a conversation around a place."""
        number = bisect_right([turn.start for turn in self.turns], place) - 1
        return self.turns[number] if number >= 0 and place < self.turns[number].end else None

    def find_chain(self, place: int) -> tuple[str, ...]:
        """Who relays whom in the innermost words around a place: "author", then entities or "unnamed"."""
        inner = next((a for start, end, a in self._contents if start <= place < end), None)
        chain = self._chains.get(inner.id, ()) if inner else ()
        if inner is not None and not chain:
            chain = (AUTHOR, (inner.source.entity if inner.source else None) or UNNAMED)
        return self.set_turn(chain or (AUTHOR,), place)

    def set_turn(self, chain: tuple[str, ...], place: int) -> tuple[str, ...]:
        """The chain with whoever has the word in a conversation in place of a label or of the one who asks."""
        turn = self.find_turn(place)
        if turn is None:
            return chain
        inner = tuple(link for link in chain[1:] if link not in (UNNAMED, *(t.entity for t in self.turns)))
        labels = {entity.id for entity in self.reading.entities if entity.name in {t.label for t in self.turns}}
        kept = tuple(link for link in inner if link not in labels)
        return (AUTHOR, *((turn.entity,) if turn.entity else ()), *kept)

    def find_us(self, place: int) -> tuple[str, ...]:
        """The chain of whoever "we" means at a place: in words told indirectly whoever tells them, else the speaker."""
        inner = next((a for start, end, a in self._contents if start <= place < end), None)
        chain = self.find_chain(place)
        return chain[:-1] if inner is not None and inner.kind != "direct" and len(chain) > 1 else chain

    def find_source(self, start: int, end: int) -> str | None:
        """The entity to whom the words with this cue are credited."""
        for attribution in self.reading.attributions:
            cue = attribution.cue
            if cue is not None and cue.start < end and start < cue.end and attribution.source:
                return attribution.source.entity
        return None

    @cached_property
    def chief(self) -> str | None:
        """The violent incident with most events, else any; of several the one that is told first."""
        told = [incident for incident in self.reading.incidents if incident.stage == "accomplished"]
        best = [incident for incident in told if find_kin(incident.type) == "violence"] or told
        first = min(best, key=lambda one: (-len(one.events), self.span(one)), default=None)
        return first.id if first else None

    @cached_property
    def told(self) -> tuple[tuple[int, int, str], ...]:
        """The words of all events that incidents have, with the incident, in the order of the text."""
        found = [
            (self.events[event].trigger.start, self.events[event].trigger.end, incident.id)
            for incident in self.reading.incidents
            for event in incident.events
            if event in self.events
        ]
        return tuple(sorted(found))

    def find_incident(self, start: int, end: int, place: int) -> str | None:
        """Which happening a sentence speaks of: the nearest one that it tells, else the last one told shortly before.

        Else the document's chief one.
        """
        inside = [(abs(s - place), i) for s, e, i in self.told if s < end and start < e and self._is_deed(i)]
        if inside:
            return min(inside)[1]
        before = [s for s in self.reading.sentences if s[1] <= start][-BACK:]
        back = before[0][0] if before else start
        near = [(s, i) for s, _, i in self.told if back <= s < start and self._is_deed(i)]
        return max(near)[1] if near else self.chief

    def is_deed(self, place: int, incident: str) -> bool:
        """Whether the event that is told at a place is something that somebody does, and no death or wound."""
        event = next((e for e in self.reading.events if e.trigger.start == place), None)
        return event is not None and event.type not in _SUFFERED and self._is_deed(incident)

    def _is_deed(self, incident: str) -> bool:
        return find_kin(self.incidents[incident].type) in ("violence", "custody", "arson", "sabotage")
