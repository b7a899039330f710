"""What people decide, written and read back: appended only; undoing and redoing are rows of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from averral.errors import NotFoundError
from averral.records.decision import Decision, DecisionKind
from averral.store import tables

__all__ = ["add_decision", "list_decisions", "list_missing_entities"]

_AT_ONCE = 500
"""Documents looked up in one statement; SQLite takes at most 999 values in an old one."""


def add_decision(
    connection: Connection, kind: DecisionKind, body: dict[str, Any], user: str, reason: str, target: int | None = None
) -> int:
    """Append a decision; its number.

    Raises:
        NotFoundError: there is no decision `target`, or it is undone already, or, for `redo`, it stands.
    """
    if target is not None:
        _check_target(connection, kind, target)
    row = {
        "kind": kind, "body": msgspec.json.encode(body).decode(), "target": target, "user": user, "reason": reason,
        "made": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }  # fmt: skip
    (number,) = connection.execute(insert(tables.decisions).values(**row)).inserted_primary_key or (None,)
    assert isinstance(number, int)
    return number


def _check_target(connection: Connection, kind: DecisionKind, target: int) -> None:
    found = next((one for one in list_decisions(connection) if one.id == target), None)
    if found is None or found.target is not None:
        raise NotFoundError(f"no decision {target} in this casefile that can be undone or redone")
    if kind == "undo" and found.withdrawn is not None:
        raise NotFoundError(f"decision {target} was undone at {found.withdrawn}")
    if kind == "redo" and found.withdrawn is None:
        raise NotFoundError(f"decision {target} stands: there is nothing to redo")


def list_decisions(connection: Connection) -> tuple[Decision, ...]:
    """Every decision in the order in which they were made, with what became of it."""
    d = tables.decisions.c
    rows = connection.execute(select(*d).order_by(d.id)).all()
    last = {row.target: row for row in rows if row.target is not None}
    undone = {number: row for number, row in last.items() if row.kind == "undo"}
    return tuple(
        Decision(
            id=row.id, kind=row.kind, user=row.user, made=row.made, reason=row.reason,
            body=msgspec.json.decode(row.body), target=row.target,
            withdrawn=undone[row.id].made if row.id in undone else None,
            withdrawn_by=undone[row.id].user if row.id in undone else None,
        )
        for row in rows
    )  # fmt: skip


def list_missing_entities(connection: Connection, keys: Iterable[str]) -> tuple[str, ...]:
    """Of keys of sightings (document id, "#", entity id) those that the casefile does not have, in order."""
    wanted = sorted(set(keys))
    digests = sorted({key.partition("#")[0] for key in wanted})
    e, d = tables.entities.c, tables.documents.c
    known = {
        f"{row.digest}#{row.label}"
        for first in range(0, len(digests), _AT_ONCE)
        for row in connection.execute(
            select(d.digest, e.label)
            .join(tables.entities, e.document == d.id)
            .where(d.digest.in_(digests[first : first + _AT_ONCE]))
        )
    }
    return tuple(key for key in wanted if key not in known)
