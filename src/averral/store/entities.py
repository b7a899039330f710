"""What tells who is who: the entities of every reading, and the tables of actors that people added."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, func, insert, select

from averral.records import digest_bytes
from averral.store import tables
from averral.store.rows import ActorFile, ReadEntities

__all__ = ["State", "add_actor_file", "find_state", "iter_entities", "list_actor_files", "list_publishers"]

_DECODER = msgspec.json.Decoder(ReadEntities)
State = tuple[int, ...]
"""Changes whenever something is added, judged or withdrawn."""


def iter_entities(connection: Connection) -> Iterator[ReadEntities]:
    """The entities of every reading, document by document; the rest of the reading is not decoded."""
    rows = connection.execution_options(yield_per=100).execute(select(tables.readings.c.json))
    for json in rows.scalars():
        yield _DECODER.decode(json)


def find_state(connection: Connection) -> State:
    """What the actors of a case depend on, in numbers."""
    columns = (tables.documents.c.id, tables.judgements.c.id, tables.judgements.c.withdrawn, tables.actor_files.c.id)
    return tuple(connection.execute(select(func.count(column))).scalar_one() for column in columns)


def add_actor_file(connection: Connection, name: str, content: bytes) -> bool:
    """Keep a table of actors; False, and nothing written, where the same bytes are there already."""
    digest = digest_bytes(content)
    known = select(tables.actor_files.c.id).where(tables.actor_files.c.digest == digest)
    if connection.execute(known).first() is not None:
        return False
    added = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    connection.execute(insert(tables.actor_files).values(name=name, digest=digest, content=content, added=added))
    return True


def list_actor_files(connection: Connection) -> tuple[ActorFile, ...]:
    """The tables of actors in the order in which they were added."""
    f = tables.actor_files.c
    rows = connection.execute(select(f.name, f.content, f.added).order_by(f.id)).mappings()
    return tuple(ActorFile(**row) for row in rows)


def list_publishers(connection: Connection) -> frozenset[str]:
    """Who put out the documents, as far as they say."""
    p = tables.documents.c.publisher
    return frozenset(connection.execute(select(p).where(p.is_not(None)).distinct()).scalars())
