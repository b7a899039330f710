"""The incidents of a case on a page: what each is, every value that documents give, and which rows it gathers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from averral.records.case_incident import CaseIncident, Given
from averral.views.anchor import anchor_document, anchor_incident, anchor_row
from averral.views.overview import DocumentEntry

__all__ = ["GivenValue", "IncidentEntry", "RowLink", "make_incident_entries"]


class RowLink(msgspec.Struct, frozen=True, kw_only=True):
    """A happening of one document: the document's number and title, and where its row stands."""

    number: int
    title: str
    anchor: str


class GivenValue(msgspec.Struct, frozen=True, kw_only=True):
    """A value, and the documents that give it."""

    value: str
    rows: tuple[RowLink, ...]


class IncidentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An incident of the case; `documents` tell of it, `reasons` say why its rows are held to be one."""

    id: str
    anchor: str
    title: str
    type: str
    stage: str
    date: str | None
    place: str | None
    documents: int
    rows: tuple[RowLink, ...]
    types: tuple[GivenValue, ...]
    dates: tuple[GivenValue, ...]
    places: tuple[GivenValue, ...]
    reasons: tuple[tuple[RowLink, RowLink, float, tuple[str, ...]], ...]


def make_incident_entries(
    incidents: Iterable[CaseIncident], documents: Iterable[DocumentEntry]
) -> tuple[IncidentEntry, ...]:
    """Those that most documents tell of first."""
    known = {document.digest: document for document in documents}
    entries = (_make_entry(incident, known) for incident in incidents)
    return tuple(sorted(entries, key=lambda entry: (-entry.documents, -len(entry.rows), entry.id)))


def _make_entry(incident: CaseIncident, known: Mapping[str, DocumentEntry]) -> IncidentEntry:
    return IncidentEntry(
        id=incident.id,
        anchor=anchor_incident(incident.id),
        title=incident.title,
        type=incident.type,
        stage=incident.stage,
        date=incident.edtf,
        place=incident.place,
        documents=len({member.rpartition("#")[0] for member in incident.members}),
        rows=tuple(_link(member, known) for member in incident.members),
        types=_give(incident.types, known),
        dates=_give(incident.dates, known),
        places=_give(incident.places, known),
        reasons=tuple(
            (_link(link.a, known), _link(link.b, known), link.score, link.reasons) for link in incident.links
        ),
    )


def _give(given: Iterable[Given], known: Mapping[str, DocumentEntry]) -> tuple[GivenValue, ...]:
    return tuple(GivenValue(value=one.value, rows=tuple(_link(key, known) for key in one.by)) for one in given)


def _link(key: str, known: Mapping[str, DocumentEntry]) -> RowLink:
    document, _, incident = key.rpartition("#")
    entry = known.get(document)
    return RowLink(
        number=entry.number if entry else 0,
        title=entry.title if entry else document,
        anchor=anchor_row(anchor_document(document), incident),
    )
