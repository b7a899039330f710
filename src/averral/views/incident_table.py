"""The table of incidents: one row for each happening of each reading, every value with the words it was read from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

from averral.records import Casualties, Claim, Factuality, Incident, Mention, Place, Reading, Span
from averral.records.incident import Confidence
from averral.views.anchor import anchor_document, anchor_row
from averral.views.date import find_bounds, is_background
from averral.views.evidence import Evidence, gather_evidence
from averral.views.quotation import Quotation
from averral.views.speech import Chain
from averral.views.voice import Voice

__all__ = [
    "Actor",
    "ClaimEntry",
    "Commitment",
    "Figure",
    "IncidentRow",
    "Site",
    "Value",
    "make_incident_rows",
    "sort_rows",
]

_ABOUT = re.compile(
    r"\b(?:about|almost|around|approximately|circa|close to|estimated|nearly|or so|roughly|some)\b|~", re.IGNORECASE
)
"""Words of a figure that make it a rough one; the contract has no field for that."""
_SCALE: tuple[Factuality, ...] = ("CT+", "PR+", "PS+", "UU", "PS-", "PR-", "CT-")


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A value as the reading has it, and the sentences that it was read from."""

    text: str
    quotes: tuple[Quotation, ...] = ()


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A place: its words, and where they lie on earth as far as that is known."""

    text: str
    country: str | None = None
    place: Place | None = None
    quotes: tuple[Quotation, ...] = ()


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have done it, and how surely."""

    text: str
    confidence: Confidence
    kind: Literal["organization", "individual"]
    quotes: tuple[Quotation, ...] = ()


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number of people; `by` has the chain of each who gives it, an empty one for the author."""

    kind: str
    low: int | None
    high: int | None
    approximate: bool
    by: tuple[Chain, ...]
    quotes: tuple[Quotation, ...] = ()


class Commitment(msgspec.Struct, frozen=True, kw_only=True):
    """How surely the document's author says that events of a type happened, as part of the incident."""

    type: str
    factuality: Factuality | None
    quotes: tuple[Quotation, ...] = ()


class ClaimEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One claim about the incident; `by` is the chain of those who make it."""

    id: str
    type: str
    factuality: Factuality | None
    by: Chain
    quotes: tuple[Quotation, ...] = ()


class IncidentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as one document tells it. `date` is null where the text does not say when.

    A `background` row happened more than a year before its document was published. `author` has the strongest
    commitment of the document's author, and the strongest against it if there is one.
    """

    anchor: str
    id: str
    number: int
    document: str
    title: str
    background: bool
    date: Value | None
    type: Value
    stage: str
    place: Site | None
    perpetrators: tuple[Actor, ...]
    targets: tuple[Value, ...]
    victims: tuple[Value, ...]
    instruments: tuple[Value, ...]
    figures: tuple[Figure, ...]
    commitments: tuple[Commitment, ...]
    claims: tuple[ClaimEntry, ...]

    @property
    def author(self) -> tuple[Factuality, ...]:
        """What the author commits to, in one or two values; none where it was not read.

        Events of the incident's own type decide where there are any: that a shot was fired back is another question.
        """
        read = [item for item in self.commitments if item.factuality]
        own = [item for item in read if item.type == self.type.text] or read
        known = sorted({item.factuality for item in own if item.factuality}, key=_SCALE.index)
        against = [value for value in known[1:] if value.endswith("-")]
        return (*known[:1], *against[-1:])

    @property
    def speakers(self) -> tuple[tuple[Voice | None, int], ...]:
        """Whose the claims are, the most frequent first; null is the author."""
        return tuple(Counter(claim.by[-1] if claim.by else None for claim in self.claims).most_common())


def make_incident_rows(reading: Reading, number: int, title: str) -> tuple[IncidentRow, ...]:
    """The rows of one reading; `number` is the document's place in the casefile, `title` what it is called."""
    if not reading.incidents:
        return ()
    evidence = gather_evidence(reading)
    return tuple(_make_row(reading, incident, evidence, number, title) for incident in reading.incidents)


def sort_rows(rows: Iterable[IncidentRow]) -> tuple[IncidentRow, ...]:
    """By date, those without one last, and background behind all others; then by document."""
    return tuple(sorted(rows, key=_find_order))


def _find_order(row: IncidentRow) -> tuple[bool, date, date, int]:
    first, last = find_bounds(row.date.text) if row.date else (None, None)
    return row.background, first or last or date.max, last or date.max, row.number


def _make_row(reading: Reading, incident: Incident, evidence: Evidence, number: int, title: str) -> IncidentRow:
    document = anchor_document(reading.document.id)
    quote = evidence.quoter.quote
    return IncidentRow(
        anchor=anchor_row(document, incident.id),
        id=incident.id,
        number=number,
        document=document,
        title=title,
        background=is_background(incident.edtf, reading.document.published),
        date=Value(text=incident.edtf, quotes=quote(evidence.find_times(incident))) if incident.edtf else None,
        type=Value(text=incident.type, quotes=quote(evidence.find_triggers(incident))),
        stage=incident.stage,
        place=_make_site(incident, evidence),
        perpetrators=tuple(
            Actor(
                text=actor.text,
                confidence=actor.confidence,
                kind=actor.kind,
                quotes=evidence.quote_actor(incident, actor),
            )
            for actor in incident.perpetrators
        ),
        targets=_make_fillers(incident, evidence, "target"),
        victims=_make_fillers(incident, evidence, "victim"),
        instruments=_make_fillers(incident, evidence, "instrument"),
        figures=_make_figures(incident, evidence),
        commitments=_make_commitments(incident, evidence),
        claims=tuple(_make_claim(claim, evidence) for claim in evidence.find_claims(incident)),
    )


def _make_site(incident: Incident, evidence: Evidence) -> Site | None:
    mention: Mention | None = evidence.mentions.get(incident.place or "")
    if mention is None:
        return None
    places: Mapping[str, Place] = evidence.places
    place = places.get(mention.id)
    return Site(
        text=evidence.words(mention.start, mention.end),
        country=place.country if place else None,
        place=place,
        quotes=evidence.quoter.quote(evidence.find_sites(incident, mention)),
    )


def _make_fillers(
    incident: Incident, evidence: Evidence, role: Literal["target", "victim", "instrument"]
) -> tuple[Value, ...]:
    fillers = {"target": incident.targets, "victim": incident.victims, "instrument": incident.instruments}[role]
    places = ((item.text, evidence.find_fillers(incident, role, item.text, item.entity)) for item in fillers)
    return tuple(Value(text=text, quotes=evidence.quoter.quote(spans)) for text, spans in places)


def _make_figures(incident: Incident, evidence: Evidence) -> tuple[Figure, ...]:
    """One for each number that is given, with all who give it."""
    same: dict[tuple[str, int | None, int | None, bool], list[Casualties]] = defaultdict(list)
    for item in incident.casualties:
        about = _ABOUT.search(evidence.words(item.start, item.end)) is not None
        same[item.kind, item.low, item.high, about].append(item)
    return tuple(
        Figure(
            kind=kind,
            low=low,
            high=high,
            approximate=about,
            by=tuple(dict.fromkeys(evidence.find_teller(item) for item in items)),
            quotes=_join(
                evidence.quoter.quote([Span(item.start, max(item.start, item.end))], evidence.find_teller(item))
                for item in items
            ),
        )
        for (kind, low, high, about), items in same.items()
    )


def _make_commitments(incident: Incident, evidence: Evidence) -> tuple[Commitment, ...]:
    same: dict[tuple[str, Factuality | None], list[Span]] = defaultdict(list)
    for event in evidence.find_events(incident):
        trigger = event.trigger
        same[event.type, event.factuality].append(Span(trigger.start, max(trigger.start, trigger.end)))
    return tuple(
        Commitment(type=kind, factuality=factuality, quotes=evidence.quoter.quote(triggers))
        for (kind, factuality), triggers in same.items()
    )


def _join(groups: Iterable[tuple[Quotation, ...]]) -> tuple[Quotation, ...]:
    return tuple(dict.fromkeys(quote for group in groups for quote in group))


def _make_claim(claim: Claim, evidence: Evidence) -> ClaimEntry:
    return ClaimEntry(
        id=claim.id,
        type=claim.proposition.type,
        factuality=claim.factuality,
        by=evidence.quoter.speech.of_claim(claim),
        quotes=evidence.quoter.quote_claim(claim, ()),
    )
