"""What a casefile holds, as records."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from sqlalchemy import Connection, Table, func, or_, select

from averral.errors import NotFoundError
from averral.records import Problem, Reading, decode_reading
from averral.store import tables
from averral.store.rows import DocumentRow, ProblemRow

__all__ = [
    "find_source",
    "get_document_number",
    "get_reading",
    "iter_documents",
    "iter_problems",
    "list_digests",
    "list_document_numbers",
]

_MANY = 5
"""How many documents an ambiguous name is answered with."""


def iter_documents(connection: Connection) -> Iterator[DocumentRow]:
    """Every document with its counts, in the order in which they were added."""
    d = tables.documents.c
    columns = (d.digest.label("id"), d.uri, d.title, d.publisher, d.published, d.language, d.words, d.added)
    counted = (tables.attributions, tables.claims, tables.problems)
    statement = select(*columns, *(_count(table) for table in counted)).order_by(d.id)
    for row in connection.execute(statement).mappings():
        yield DocumentRow(**row)


def _count(table: Table) -> object:
    rows = select(func.count()).select_from(table).where(table.c.document == tables.documents.c.id)
    return rows.scalar_subquery().label(table.name)


def list_document_numbers(connection: Connection) -> tuple[int, ...]:
    """The row numbers of all documents, in the order in which they were added."""
    return tuple(connection.execute(select(tables.documents.c.id).order_by(tables.documents.c.id)).scalars())


def list_digests(connection: Connection) -> frozenset[str]:
    """The ids of all documents: what need not be read again."""
    return frozenset(connection.execute(select(tables.documents.c.digest)).scalars())


def get_document_number(connection: Connection, name: str) -> int:
    """The row number of a document, by its id or the beginning of it, its uri or the last part of it.

    Raises:
        NotFoundError: nothing has that name, or several documents do.
    """
    d = tables.documents.c
    exact = select(d.id).where(or_(d.digest == name, d.uri == name)).limit(2)
    found = tuple(connection.execute(exact).scalars())
    if len(found) == 1:
        return int(found[0])
    digest = name if name.startswith("sha256:") else f"sha256:{name}"
    alike = or_(
        d.digest.startswith(digest.lower(), autoescape=True), d.uri == name, d.uri.endswith(f"/{name}", autoescape=True)
    )
    rows = connection.execute(select(d.id, d.digest, d.uri).where(alike).order_by(d.id).limit(_MANY + 1)).all()
    if not name or not rows:
        raise NotFoundError(f"no document {name!r} in this casefile")
    if len(rows) > 1:
        some = ", ".join(f"{row.digest[:19]} ({row.uri})" for row in rows[:_MANY])
        raise NotFoundError(f"several documents are called {name!r}: {some}{', …' if len(rows) > _MANY else ''}")
    return int(rows[0].id)


def get_reading(connection: Connection, number: int) -> Reading:
    """The reading of the document with that row number, exactly as it was added."""
    json = connection.execute(select(tables.readings.c.json).where(tables.readings.c.document == number)).scalar_one()
    return decode_reading(json)


def find_source(connection: Connection, digest: str) -> bytes | None:
    """The bytes with that digest, as they were read; None where there are none."""
    statement = select(tables.source_bytes.c.zlib).where(tables.source_bytes.c.digest == digest)
    compressed = connection.execute(statement).scalar_one_or_none()
    return None if compressed is None else zlib.decompress(compressed)


def iter_problems(connection: Connection) -> Iterator[ProblemRow]:
    """Every problem with its document, in the order in which the documents were added."""
    p, d = tables.problems.c, tables.documents.c
    statement = (
        select(d.digest, d.uri, p.stage, p.kind, p.message, p.start, p.end)
        .join(tables.documents, d.id == p.document)
        .order_by(p.id)
    )
    for digest, uri, stage, kind, message, start, end in connection.execute(statement):
        problem = Problem(stage=stage, kind=kind, message=message, start=start, end=end)
        yield ProblemRow(document=digest, uri=uri, problem=problem)
