"""Units of reading: a file, a row of a table, or what came in on standard input."""

from __future__ import annotations

import msgspec

from averral.records import Problem

__all__ = ["DEFAULT_COLUMNS", "MAX_BYTES", "Columns", "Source", "TableRow"]

MAX_BYTES = 50_000_000
"""Largest document that is read, in bytes: fifty times a long book. A table may be larger, its rows may not."""


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Which column of a table holds what; `id` names a column whose value makes the document's uri."""

    text: str = "text"
    title: str = "title"
    date: str = "date"
    author: str = "author"
    url: str = "url"
    id: str | None = None


DEFAULT_COLUMNS = Columns()


class TableRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row: its number, counted from one, and the mapped cells; null where the table has no such cell."""

    number: int
    text: str
    title: str | None = None
    date: str | None = None
    author: str | None = None
    url: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to be read; cheap to make and to send to another process.

    `path` is set for a file, whose bytes are read later; `data` for what has no file of its own. `problem` says that it
    cannot be read at all, and becomes a document with that problem.
    """

    uri: str
    path: str | None = None
    data: bytes | None = None
    media_type: str | None = None
    record: TableRow | None = None
    problem: Problem | None = None
