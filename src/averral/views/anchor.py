"""Anchors: the fragment ids that permalinks point at. They hold only digests and ids of the reading, so they stay."""

from __future__ import annotations

import hashlib

__all__ = [
    "anchor_actor",
    "anchor_card",
    "anchor_document",
    "anchor_incident",
    "anchor_item",
    "anchor_origin",
    "anchor_passage",
    "anchor_piece",
    "anchor_place",
    "anchor_row",
    "anchor_span",
    "anchor_voice",
]

_LENGTH = 12
"""Hexadecimal digits kept of a digest: among 20,000 documents two share them with a chance under one in a million."""


def anchor_actor(actor_id: str) -> str:
    """The page of an actor of the case."""
    return f"w{actor_id.removeprefix('actor-')}"


def anchor_document(document_id: str) -> str:
    """`d` and the beginning of the document's digest: it does not change when other documents come or go."""
    return "d" + document_id.removeprefix("sha256:")[:_LENGTH]


def anchor_incident(incident_id: str) -> str:
    """An incident of the case."""
    return f"i{incident_id.removeprefix('incident-')}"


def anchor_item(question: str, number: int) -> str:
    """A line of evidence in the matrix of a question."""
    return f"q{hashlib.sha256(question.encode('utf-8', 'surrogatepass')).hexdigest()[:_LENGTH]}-{number}"


def anchor_origin(origin_id: str) -> str:
    """An origin of the case."""
    return f"o{origin_id.removeprefix('origin-')}"


def anchor_span(document: str, record_id: str, part: str = "") -> str:
    """A span of a document (its anchor) by the id of its record: `d0f3c…-a12`, its source `d0f3c…-a12-source`."""
    return f"{document}-{record_id}-{part}" if part else f"{document}-{record_id}"


def anchor_piece(document: str, record_id: str, piece: int) -> str:
    """A piece of an attribution's content, from 1; the first one stands for the attribution itself."""
    return anchor_span(document, record_id, "" if piece == 1 else str(piece))


def anchor_card(document: str, record_id: str) -> str:
    """The margin card of an attribution or an event."""
    return anchor_span(document, record_id, "card")


def anchor_place(document: str, start: int, end: int) -> str:
    """Words of a document by where they stand, as several records may share them."""
    return f"{document}-at-{start}-{end}"


def anchor_passage(document: str, start: int) -> str:
    """A passage of a document."""
    return f"{document}-p{start}"


def anchor_row(document: str, incident_id: str) -> str:
    """The row of an incident in the table of incidents."""
    return anchor_span(document, incident_id, "row")


def anchor_voice(key: str) -> str:
    """The entry of a voice in the index of sources."""
    return "s" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
