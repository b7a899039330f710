"""What an analysis keeps of each document, and of each pair that shares something; all of it can be made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, delete, func, insert, or_, select

from averral.store import tables

__all__ = [
    "TraceRow",
    "iter_origin_ties",
    "iter_trace_parts",
    "list_stale_traces",
    "write_origin_ties",
    "write_trace",
]


class TraceRow(NamedTuple):
    """What is kept of one document: JSON by the name of the part."""

    version: int
    revised: str
    parts: Mapping[str, str]


def write_trace(connection: Connection, number: int, row: TraceRow) -> None:
    """Keep the trace of the document of a row number instead of what there was; what it shares with others goes."""
    ties = tables.origin_ties
    connection.execute(delete(ties).where(or_(ties.c.a == number, ties.c.b == number)))
    connection.execute(delete(tables.traces).where(tables.traces.c.document == number))
    rows = [
        {"document": number, "part": part, "version": row.version, "revised": row.revised, "json": json}
        for part, json in row.parts.items()
    ]
    connection.execute(insert(tables.traces), rows)


def list_stale_traces(connection: Connection, version: int, revised: Mapping[str, str]) -> tuple[int, ...]:
    """Row numbers of documents without a trace of this version that heeds the decisions given by document id."""
    d, t = tables.documents.c, tables.traces.c
    first = select(t.document, func.min(t.version).label("version"), func.min(t.revised).label("revised"))
    known = first.group_by(t.document).subquery()
    joined = tables.documents.outerjoin(known, known.c.document == d.id)
    statement = select(d.id, d.digest, known.c.version, known.c.revised).select_from(joined).order_by(d.id)
    return tuple(
        row.id
        for row in connection.execute(statement)
        if row.version != version or row.revised != revised.get(row.digest, "")
    )


def iter_trace_parts(connection: Connection, part: str) -> Iterator[tuple[str, str]]:
    """The id of every document that has a trace, and one part of it as JSON, in the order of the ids."""
    t, d = tables.traces.c, tables.documents.c
    joined = select(d.digest, t.json).join(tables.documents, d.id == t.document)
    statement = joined.where(t.part == part).order_by(d.digest)
    for row in connection.execution_options(yield_per=500).execute(statement):
        yield row[0], row[1]


def iter_origin_ties(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Ids of two documents, and what they share, as JSON."""
    ties, one, two = tables.origin_ties.c, tables.documents.alias(), tables.documents.alias()
    statement = (
        select(one.c.digest, two.c.digest, ties.json)
        .join(one, one.c.id == ties.a)
        .join(two, two.c.id == ties.b)
        .order_by(one.c.digest, two.c.digest)
    )
    for row in connection.execute(statement):
        yield row[0], row[1], row[2]


def write_origin_ties(connection: Connection, found: Iterable[tuple[str, str, str]]) -> None:
    """Keep what pairs of documents share, by their ids."""
    rows = list(found)
    if not rows:
        return
    d = tables.documents.c
    numbers = {digest: number for number, digest in connection.execute(select(d.id, d.digest)).all()}
    values = [{"a": numbers[a], "b": numbers[b], "json": json} for a, b, json in rows]
    connection.execute(insert(tables.origin_ties), values)
