"""Write one reading into the tables, all of it or nothing."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, func, insert, select

from averral.errors import StoreError
from averral.records import (
    READ_ROLES,
    Attribution,
    Claim,
    Document,
    Reading,
    Span,
    digest_bytes,
    encode_reading,
)
from averral.store import tables

__all__ = ["add_reading"]

Row = dict[str, Any]
"""Column names and values."""


class _Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """Row numbers by the reading's own labels, for one document."""

    document: int
    entities: Mapping[str, int]
    attributions: Mapping[str, int]
    claims: Mapping[str, int]


def add_reading(connection: Connection, data: bytes, reading: Reading) -> bool:
    """Write a reading and the bytes it came from; False, and nothing written, where those bytes are there already.

    Raises:
        StoreError: the bytes are not those of the reading's document.
    """
    document = reading.document
    if digest_bytes(data) != document.id:
        raise StoreError(f"{document.uri}: the bytes do not have the digest {document.id}")
    known = select(tables.documents.c.id).where(tables.documents.c.digest == document.id)
    if connection.execute(known).first() is not None:
        return False
    compressed = zlib.compress(data)
    connection.execute(
        insert(tables.source_bytes).values(digest=document.id, size=len(data), zlib=compressed),
    )
    numbers = _Numbers(
        document=_insert_document(connection, document),
        entities=_number(connection, tables.entities, (e.id for e in reading.entities)),
        attributions=_number(connection, tables.attributions, (a.id for a in reading.attributions)),
        claims=_number(connection, tables.claims, (c.id for c in reading.claims)),
    )
    for table, rows in _make_rows(reading, numbers):
        if rows:
            connection.execute(insert(table), rows)
    return True


def _insert_document(connection: Connection, document: Document) -> int:
    read = (document.text[block.start : block.end] for block in document.blocks if block.role in READ_ROLES)
    result = connection.execute(
        insert(tables.documents).values(
            name=document.title or document.uri,
            digest=document.id,
            uri=document.uri,
            media_type=document.media_type,
            title=document.title,
            byline=_join(document.byline),
            publisher=document.publisher,
            published=document.published,
            language=document.language,
            words=sum(len(text.split()) for text in read),
            text=document.text,
            text_sha256=document.text_sha256,
            added=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
    )
    (number,) = result.inserted_primary_key or (None,)
    assert isinstance(number, int)
    return number


def _number(connection: Connection, table: Table, labels: Iterable[str]) -> dict[str, int]:
    """Numbers for rows to come, so that they can name each other; safe, as only one transaction writes at a time."""
    highest = connection.execute(select(func.max(table.c.id))).scalar_one() or 0
    return {label: highest + position for position, label in enumerate(labels, start=1)}


def _make_rows(reading: Reading, numbers: _Numbers) -> Iterable[tuple[Table, list[Row]]]:
    """Rows of every table below documents, each table after those that it refers to."""
    document, text = numbers.document, reading.document.text
    here = {"document": document}
    yield tables.blocks, [{**here, "start": b.start, "end": b.end, "role": b.role} for b in reading.document.blocks]
    yield tables.sentences, [{**here, "start": start, "end": end} for start, end in reading.sentences]
    yield (
        tables.entities,
        [
            {
                **here,
                "id": numbers.entities[entity.id],
                "label": entity.id,
                "name": entity.name,
                "type": entity.type,
                "subtype": entity.subtype,
                "aliases": _join(entity.aliases),
            }
            for entity in reading.entities
        ],
    )
    yield (
        tables.mentions,
        [
            {
                **here,
                "label": mention.id,
                "start": mention.start,
                "end": mention.end,
                "text": text[mention.start : mention.end],
                "type": mention.type,
                "is_name": int(mention.name),
                "entity": numbers.entities[mention.entity] if mention.entity else None,
            }
            for mention in reading.mentions
        ],
    )
    yield tables.attributions, _make_attribution_rows(reading.attributions, text, numbers)
    yield tables.contents, _make_content_rows(reading.attributions, text, numbers)
    names = {entity.id: entity.name for entity in reading.entities}
    yield tables.claims, [_make_claim_row(claim, text, numbers, names) for claim in reading.claims]
    yield tables.chains, [row for claim in reading.claims for row in _make_chain_rows(claim, numbers, names)]
    yield tables.problems, [{**here, **msgspec.structs.asdict(problem)} for problem in reading.problems]
    whole = encode_reading(reading).decode()
    reader = reading.reader
    yield tables.readings, [{**here, "version": reader.version, "model": reader.model, "json": whole}]


def _make_attribution_rows(attributions: tuple[Attribution, ...], text: str, numbers: _Numbers) -> list[Row]:
    parents = {attribution.id: attribution.parent for attribution in attributions}
    rows = []
    for attribution in attributions:
        source, cue = attribution.source, attribution.cue
        rows.append(
            {
                "id": numbers.attributions[attribution.id],
                "document": numbers.document,
                "label": attribution.id,
                "source_start": source.start if source else None,
                "source_end": source.end if source else None,
                "source": text[source.start : source.end] if source else None,
                "entity": numbers.entities[source.entity] if source and source.entity else None,
                "cue_start": cue.start if cue else None,
                "cue_end": cue.end if cue else None,
                "cue": text[cue.start : cue.end] if cue else None,
                "parent": numbers.attributions[attribution.parent] if attribution.parent else None,
                "depth": _count_depth(attribution.id, parents),
                "kind": attribution.kind,
                "basis": attribution.basis,
            }
        )
    # Outer ones first, so that a row's parent is there before it.
    return sorted(rows, key=lambda row: (row["depth"], row["id"]))


def _count_depth(label: str, parents: Mapping[str, str | None]) -> int:
    depth, outer = 1, parents[label]
    while outer is not None:
        depth, outer = depth + 1, parents[outer]
        if depth > len(parents):
            raise StoreError(f"attribution {label} stands inside itself")
    return depth


def _make_content_rows(attributions: tuple[Attribution, ...], text: str, numbers: _Numbers) -> list[Row]:
    return [
        {
            "attribution": numbers.attributions[attribution.id],
            "position": position,
            "start": piece.start,
            "end": piece.end,
            "text": _cut(text, piece),
        }
        for attribution in attributions
        for position, piece in enumerate(attribution.content)
    ]


def _make_claim_row(claim: Claim, text: str, numbers: _Numbers, names: Mapping[str, str]) -> Row:
    return {
        "id": numbers.claims[claim.id],
        "document": numbers.document,
        "label": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": text[claim.start : claim.end],
        "chain": " → ".join(names.get(link, link) for link in claim.chain),
        "attribution": numbers.attributions[claim.attribution] if claim.attribution else None,
        "proposition": claim.proposition.type,
        "factuality": claim.factuality,
        "tense": claim.tense,
        "basis": claim.basis,
        "probability": claim.probability,
    }


def _make_chain_rows(claim: Claim, numbers: _Numbers, names: Mapping[str, str]) -> list[Row]:
    return [
        {
            "claim": numbers.claims[claim.id],
            "position": position,
            "name": names.get(link, link),
            "entity": numbers.entities.get(link),
        }
        for position, link in enumerate(claim.chain)
    ]


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _join(names: tuple[str, ...]) -> str | None:
    return "; ".join(names) or None
