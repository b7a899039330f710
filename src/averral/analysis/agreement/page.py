"""What all stances of one reading look up: who is who in it, who speaks where, and which incident is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

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
_OFFICE = re.compile(
    r"\b(?:ministry|minister|office|department|government|command|army|police|secretariat|embassy|presidency)\b",
    re.IGNORECASE,
)
"""Publishers that speak for the state or body that their name ends with."""
_BELONGS = frozenset({"member_of", "leads", "directs"})
_ROLE = r"(?:spokes(?:man|woman|person)|speaker|commander|leader|representative|chairman|head|secretary)"
_OF = re.compile(rf"\b{_ROLE}\b[\w ]{{0,20}}\b(?:of|for)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
_ITS = re.compile(rf"^['’]s\s+(?:\w+\s+){{0,2}}{_ROLE},?\s+$", re.IGNORECASE)
REACH = 60
"""Characters between a person's name and the body that they speak for."""


class Page:
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
    def incidents(self) -> dict[str, Incident]:
        return {incident.id: incident for incident in self.reading.incidents}

    @cached_property
    def mentions(self) -> dict[str, Mention]:
        return {mention.id: mention for mention in self.reading.mentions}

    @cached_property
    def actors(self) -> tuple[Mention, ...]:
        """Mentions of somebody who can act, in the order of the text, the longer first."""
        found = [m for m in self.reading.mentions if m.type in _ACTING and m.entity and self.can_act(m.entity)]
        return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))

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
        """The entity that put the document out, or for whose name an office did."""
        publisher = _fold(self.reading.document.publisher or "")
        names = [(_fold(name), e.id) for e in self.reading.entities for name in (e.name, *e.aliases)]
        exact = next((entity for name, entity in names if publisher and name == publisher), None)
        if exact is not None or not _OFFICE.search(publisher):
            return exact
        last = [(len(name), entity) for name, entity in names if name and publisher.endswith(f"of {name}")]
        return max(last, default=(0, None))[1]

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turns of a conversation that was written down."""
        return list_turns(self.text, self.reading.entities, self.reading.mentions)

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The body that each person speaks for: by a relation that was read, or by "spokesman for the …"."""
        found = dict(self._iter_bodies())
        for relation in self.reading.relations:
            one, two = self.entities.get(relation.subject), self.entities.get(relation.object)
            if one and two and relation.predicate in _BELONGS and (one.type, two.type) == ("person", "organization"):
                found.setdefault(one.id, two.id)
        return found

    def _iter_bodies(self) -> Iterator[tuple[str, str]]:
        named = [m for m in self.actors if m.name or m.type == "ORG"]
        for one, two in zip(named, named[1:], strict=False):
            between = self.text[one.end : two.start]
            if len(between) <= REACH and one.entity and two.entity:
                if one.type == "PER" and two.type == "ORG" and _OF.search(between):
                    yield one.entity, two.entity
                if one.type == "ORG" and two.type == "PER" and _ITS.match(between):
                    yield two.entity, one.entity

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

    @cached_property
    def _contents(self) -> tuple[tuple[int, int, Attribution], ...]:
        found = [(c.start, c.end, a) for a in self.reading.attributions for c in a.content]
        return tuple(sorted(found, key=lambda one: (one[1] - one[0], one[0])))

    @cached_property
    def _chains(self) -> dict[str, tuple[str, ...]]:
        """The chain of each attribution, from any of its claims."""
        return {claim.attribution: claim.chain for claim in self.reading.claims if claim.attribution}

    def find_turn(self, place: int) -> Turn | None:
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

    def _is_deed(self, incident: str) -> bool:
        return find_kin(self.incidents[incident].type) in ("violence", "custody", "arson", "sabotage")


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")
