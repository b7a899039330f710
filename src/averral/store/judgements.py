"""What people decide, written and read back: appended, withdrawn by a mark, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Literal

from sqlalchemy import Connection, Select, insert, select, update

from averral.errors import NotFoundError
from averral.records.judgement import Judgement, JudgementKind, SourceGrade
from averral.store import tables

__all__ = ["add_grade", "add_judgement", "list_grades", "list_judgements", "withdraw_judgement"]

Side = Literal["left", "right"]
_AT_ONCE = 500
"""Documents looked up in one statement; SQLite takes at most 999 values in an old one."""


def add_judgement(
    connection: Connection, kind: JudgementKind, sides: dict[Side, tuple[str, ...]], user: str, reason: str
) -> int:
    """Append a judgement about sightings, by their keys; its number.

    Raises:
        NotFoundError: the casefile has no such sighting.
    """
    entities = _find_entities(connection, {key for keys in sides.values() for key in keys})
    made = _now()
    number = _insert(connection, tables.judgements, {"kind": kind, "user": user, "made": made, "reason": reason})
    rows = [
        {"judgement": number, "side": side, "entity": entities[key]}
        for side, keys in sides.items()
        for key in set(keys)
    ]
    if rows:
        connection.execute(insert(tables.judged_entities), rows)
    return number


def withdraw_judgement(connection: Connection, number: int, user: str) -> None:
    """Mark a judgement as withdrawn; it stays.

    Raises:
        NotFoundError: there is none of that number, or it is withdrawn already.
    """
    j = tables.judgements.c
    found = connection.execute(select(j.withdrawn).where(j.id == number)).one_or_none()
    if found is None:
        raise NotFoundError(f"no judgement {number} in this casefile")
    if found.withdrawn is not None:
        raise NotFoundError(f"judgement {number} was withdrawn at {found.withdrawn}")
    connection.execute(update(tables.judgements).where(j.id == number).values(withdrawn=_now(), withdrawn_by=user))


def list_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement in the order in which they were made, those withdrawn too."""
    j, e, d, judged = (t.c for t in (tables.judgements, tables.entities, tables.documents, tables.judged_entities))
    statement = (
        select(judged.judgement, judged.side, d.digest, e.label)
        .join(tables.entities, e.id == judged.entity)
        .join(tables.documents, d.id == e.document)
        .order_by(judged.judgement, judged.side, e.id)
    )
    sides = {
        number: tuple(f"{row.digest}#{row.label}" for row in rows)
        for number, rows in groupby(connection.execute(statement), key=lambda row: (row.judgement, row.side))
    }
    return tuple(
        Judgement(
            id=row.id, kind=row.kind, user=row.user, made=row.made, reason=row.reason,
            withdrawn=row.withdrawn, withdrawn_by=row.withdrawn_by,
            left=sides.get((row.id, "left"), ()), right=sides.get((row.id, "right"), ()),
        )
        for row in connection.execute(select(*j).order_by(j.id))
    )  # fmt: skip


def add_grade(connection: Connection, grade: SourceGrade) -> int:
    """Append a grade; its number. `id` and `made` are set here.

    Raises:
        NotFoundError: the casefile has no such sighting.
    """
    entity = _find_entities(connection, {grade.sighting})[grade.sighting] if grade.sighting else None
    values = {
        "name": grade.name, "entity": entity, "gazetteer": grade.gazetteer, "letter": grade.letter,
        "user": grade.user, "reason": grade.reason, "date": grade.date, "made": _now(),
    }  # fmt: skip
    return _insert(connection, tables.source_grades, values)


def list_grades(connection: Connection) -> tuple[SourceGrade, ...]:
    """Every grade in the order of its date, then of its number: the last one of a source counts."""
    g, e, d = tables.source_grades.c, tables.entities.c, tables.documents.c
    statement = (
        select(*(column for column in g if column.name != "entity"), d.digest, e.label)
        .outerjoin(tables.entities, e.id == g.entity)
        .outerjoin(tables.documents, d.id == e.document)
        .order_by(g.date, g.id)
    )
    return tuple(_make_grade(**row) for row in connection.execute(statement).mappings())


def _make_grade(digest: str | None, label: str | None, **values: Any) -> SourceGrade:
    return SourceGrade(sighting=f"{digest}#{label}" if digest else None, **values)


def _find_entities(connection: Connection, keys: Iterable[str | None]) -> dict[str, int]:
    wanted = {key for key in keys if key}
    found = dict(_iter_entities(connection, wanted))
    missing = sorted(wanted - found.keys())
    if missing:
        raise NotFoundError(f"no entity {missing[0]!r} in this casefile")
    return found


def _iter_entities(connection: Connection, wanted: set[str]) -> Iterator[tuple[str, int]]:
    digests = sorted({key.partition("#")[0] for key in wanted})
    for start in range(0, len(digests), _AT_ONCE):
        for row in connection.execute(_select_entities(digests[start : start + _AT_ONCE])):
            key = f"{row.digest}#{row.label}"
            if key in wanted:
                yield key, row.id


def _select_entities(digests: Sequence[str]) -> Select[Any]:
    e, d = tables.entities.c, tables.documents.c
    joined = select(d.digest, e.label, e.id).join(tables.documents, d.id == e.document)
    return joined.where(d.digest.in_(digests))


def _insert(connection: Connection, table: Any, values: dict[str, Any]) -> int:
    (number,) = connection.execute(insert(table).values(**values)).inserted_primary_key or (None,)
    assert isinstance(number, int)
    return number


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
