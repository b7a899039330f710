"""What the last analysis came to; it can be worked out anew."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from averral.store import tables

__all__ = ["find_result", "keep_result"]


def find_result(connection: Connection, kind: str, state: str) -> str | None:
    """What is kept of a kind, as JSON; None where it was worked out from another state."""
    r = tables.results.c
    return connection.execute(select(r.json).where(r.kind == kind, r.state == state)).scalar_one_or_none()


def keep_result(connection: Connection, kind: str, state: str, json: str) -> None:
    """Keep a result instead of the one before."""
    connection.execute(delete(tables.results).where(tables.results.c.kind == kind))
    connection.execute(insert(tables.results).values(kind=kind, state=state, json=json))
