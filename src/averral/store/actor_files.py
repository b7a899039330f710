"""What tells who is who beside the readings: the tables of actors that people added, and who put documents out."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from averral.records import digest_bytes
from averral.store import tables
from averral.store.rows import ActorFile

__all__ = ["State", "add_actor_file", "find_state", "list_actor_files", "list_publishers"]

State = tuple[int, ...]
"""Changes whenever a document or a table of actors is added."""


def find_state(connection: Connection) -> State:
    """What a case is worked out from beside people's decisions, in numbers."""
    columns = (tables.documents.c.id, tables.actor_files.c.id)
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
