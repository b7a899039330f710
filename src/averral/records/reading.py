"""Everything read out of one document: the public contract `averral.reading/1`."""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from averral.records.attribution import Attribution
from averral.records.claim import Claim
from averral.records.document import Document
from averral.records.entity import Entity, Mention, Place, Relation
from averral.records.incident import Event, Incident
from averral.records.problem import Problem

__all__ = ["READING_SCHEMA", "Reader", "Reading", "Time", "decode_reading", "encode_reading", "reading_schema"]

READING_SCHEMA: Final = "averral.reading/1"


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that gives a date, time, duration, set or interval; `edtf` is null when nothing anchors it."""

    start: int
    end: int
    edtf: str | None = None
    kind: Literal["date", "time", "duration", "set", "interval"]


class Reader(msgspec.Struct, frozen=True, kw_only=True):
    """What produced a reading; the same version and model give the same bytes again."""

    version: str
    model: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """One document and all that was read in it. A document that failed has problems, never nothing."""

    schema: Literal["averral.reading/1"] = READING_SCHEMA
    document: Document
    sentences: tuple[tuple[int, int], ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    incidents: tuple[Incident, ...] = ()
    relations: tuple[Relation, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    reader: Reader


_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Reading)


def encode_reading(reading: Reading) -> bytes:
    """The reading as one line of UTF-8 JSON, without the line break."""
    return _ENCODER.encode(reading)


def decode_reading(line: bytes | str) -> Reading:
    """Read one line back.

    Raises:
        msgspec.ValidationError: the line breaks the contract; the message has the path to the fault.
    """
    return _DECODER.decode(line)


def reading_schema() -> dict[str, Any]:
    """The contract as JSON Schema (draft 2020-12)."""
    schema = msgspec.json.schema(Reading)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": READING_SCHEMA, **schema}
