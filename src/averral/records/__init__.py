"""Inert records: the words of the system and nothing that acts on them."""

from averral.records.attribution import Attribution, AttributionKind
from averral.records.claim import BASES, Basis, Claim, Factuality, Proposition, PropositionType, Tense
from averral.records.document import BLOCK_ROLES, NAMED_ROLES, READ_ROLES, Block, BlockRole, Document
from averral.records.entity import MENTION_TYPES, Entity, Links, Mention, MentionType, Place, Relation
from averral.records.ids import digest_bytes, digest_text
from averral.records.incident import Argument, Casualties, Event, Filler, Incident, Perpetrator, Trigger
from averral.records.problem import Problem
from averral.records.reading import (
    READING_SCHEMA,
    Reader,
    Reading,
    Time,
    decode_reading,
    encode_reading,
    reading_schema,
)
from averral.records.span import EntitySpan, Span

__all__ = [
    "BASES",
    "BLOCK_ROLES",
    "MENTION_TYPES",
    "NAMED_ROLES",
    "READING_SCHEMA",
    "READ_ROLES",
    "Argument",
    "Attribution",
    "AttributionKind",
    "Basis",
    "Block",
    "BlockRole",
    "Casualties",
    "Claim",
    "Document",
    "Entity",
    "EntitySpan",
    "Event",
    "Factuality",
    "Filler",
    "Incident",
    "Links",
    "Mention",
    "MentionType",
    "Perpetrator",
    "Place",
    "Problem",
    "Proposition",
    "PropositionType",
    "Reader",
    "Reading",
    "Relation",
    "Span",
    "Tense",
    "Time",
    "Trigger",
    "decode_reading",
    "digest_bytes",
    "digest_text",
    "encode_reading",
    "reading_schema",
]
