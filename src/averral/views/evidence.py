"""Evidence: which words of a document a value of an incident was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from averral.records import Casualties, Claim, Event, Incident, Mention, Perpetrator, Place, Reading, Span, Time
from averral.views.date import find_bounds
from averral.views.quotation import Quotation, Quoter, make_quoter
from averral.views.speech import Chain

__all__ = ["Evidence", "gather_evidence"]


class Evidence(msgspec.Struct, frozen=True):
    """The records of one reading by their ids. An id that leads nowhere gives no words, and no error."""

    quoter: Quoter
    events: Mapping[str, Event]
    claims: Mapping[str, Claim]
    mentions: Mapping[str, Mention]
    places: Mapping[str, Place]
    times: tuple[Time, ...]

    def words(self, start: int, end: int) -> str:
        """What stands there, on one line."""
        return " ".join(self.quoter.text[start:end].split())

    def find_events(self, incident: Incident) -> list[Event]:
        """Its events in the order of the text."""
        found = {label: self.events[label] for label in incident.events if label in self.events}
        return sorted(found.values(), key=lambda event: (event.trigger.start, event.trigger.end))

    def find_times(self, incident: Incident) -> list[Span]:
        """The times of its events that can be its date, else words that come to just this date, else what happened."""
        told = [span for _, span in self._iter_arguments(incident, "time")]
        near = [time for time in self.times if any(span.overlaps(Span(time.start, time.end)) for span in told)]
        fitting = [time for time in near if _can_be(time.edtf, incident.edtf)]
        fitting = fitting or [time for time in self.times if time.edtf == incident.edtf]
        return [Span(time.start, time.end) for time in fitting] or told or self.find_triggers(incident)

    def find_triggers(self, incident: Incident) -> list[Span]:
        """The words that name its events."""
        events = self.find_events(incident)
        return [Span(event.trigger.start, max(event.trigger.start, event.trigger.end)) for event in events]

    def find_sites(self, incident: Incident, mention: Mention) -> list[Span]:
        """The mention of its place, and where its events name the same place."""
        entity = self.mentions[mention.id].entity
        same = [span for label, span in self._iter_arguments(incident, "place") if entity and label == entity]
        return [Span(mention.start, mention.end), *same]

    def find_fillers(self, incident: Incident, role: str, text: str, entity: str | None) -> list[Span]:
        """Where its events have this target, victim or instrument; else where its words stand first."""
        words = " ".join(text.split()).casefold()
        arguments = list(self._iter_arguments(incident, role))
        found = [
            span
            for label, span in arguments
            if (entity and label == entity) or words in self.words(span.start, span.end).casefold()
        ]
        if found or not text:
            return found
        start = self.quoter.text.find(text)
        return [Span(start, start + len(text))] if start >= 0 else []

    def quote_actor(self, incident: Incident, actor: Perpetrator) -> tuple[Quotation, ...]:
        """What the claims say that name this perpetrator; without claims, where its events do."""
        words = self.find_fillers(incident, "perpetrator", actor.text, actor.entity)
        claims = [self.claims[label] for label in actor.claims if label in self.claims]
        if not claims:
            return self.quoter.quote(words)
        named = [*words, *self._iter_names(actor.entity)]
        return tuple(dict.fromkeys(quote for claim in claims for quote in self.quoter.quote_claim(claim, named)))

    def find_claims(self, incident: Incident) -> list[Claim]:
        """The claims about it, its events, figures and perpetrators, in the order of the text, outer ones first."""
        events = set(incident.events)
        named = {label for actor in incident.perpetrators for label in actor.claims}
        named |= {figure.claim for figure in incident.casualties if figure.claim}
        found = [
            claim
            for claim in self.claims.values()
            if claim.id in named or claim.proposition.incident == incident.id or claim.proposition.event in events
        ]
        return sorted(found, key=lambda claim: (claim.start, -claim.end))

    def find_teller(self, figure: Casualties) -> Chain:
        """Who gives a figure: as its claim says, else whoever is credited with its words."""
        claim = self.claims.get(figure.claim or "")
        speech = self.quoter.speech
        return speech.of_claim(claim) if claim else speech.of_place(figure.start, figure.end)

    def _iter_arguments(self, incident: Incident, role: str) -> Iterator[tuple[str | None, Span]]:
        """Entity and place of each argument in that role."""
        for event in self.find_events(incident):
            for argument in event.arguments:
                if argument.role == role:
                    yield argument.entity, Span(argument.start, max(argument.start, argument.end))

    def _iter_names(self, entity: str | None) -> Iterable[Span]:
        """All mentions of an entity."""
        return (Span(item.start, item.end) for item in self.mentions.values() if entity and item.entity == entity)


def gather_evidence(reading: Reading) -> Evidence:
    """Index a reading."""
    return Evidence(
        quoter=make_quoter(reading),
        events={event.id: event for event in reading.events},
        claims={claim.id: claim for claim in reading.claims},
        mentions={mention.id: mention for mention in reading.mentions},
        places={place.mention: place for place in reading.places},
        times=reading.times,
    )


def _can_be(part: str | None, whole: str | None) -> bool:
    """Whether two dates have a day in common; an open end is no bound."""
    (start, end), (first, last) = find_bounds(part), find_bounds(whole)
    if start is None and end is None:
        return False
    return not (end and first and end < first) and not (start and last and start > last)
