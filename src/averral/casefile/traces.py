"""What is kept of every document for the analysis of the case, made when it is added and when a person corrects it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from heapq import merge
from typing import TYPE_CHECKING, TypeVar

import msgspec

from averral.casefile.revisions import Revisions
from averral.records import Reading
from averral.store import Session, TraceRow, get_reading, iter_trace_parts, list_stale_traces, write_trace

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Traces"]

T = TypeVar("T")


class Traces:
    """The traces of a casefile's documents; see `averral.analysis.trace`."""

    def __init__(self, session: Session, revisions: Revisions) -> None:
        self._session, self._revisions = session, revisions
        self._unwritten: dict[str, TraceRow] = {}

    def add(self, connection: Connection, number: int, reading: Reading) -> None:
        """Keep the trace of a reading that has just been added, in the same transaction."""
        write_trace(connection, number, _make_row(reading, ""))

    def refresh(self, tell: Callable[[int, int], None] | None = None) -> int:
        """Make anew what is missing, of an older version, or older than a person's corrections; how many that were.

        Each document is a transaction of its own: one that is cut short goes on where it was. What cannot be written,
        as the casefile is read-only, is kept in memory. `tell` is called with how many are done and how many there are.
        """
        from averral.analysis.revision import revise_reading  # noqa: PLC0415 - lists need no analysis
        from averral.analysis.trace import TRACE_VERSION  # noqa: PLC0415 - likewise

        revisions = self._revisions.map_documents()
        revised = {document: " ".join(str(one.id) for one in some) for document, some in revisions.items()}
        with self._session.read() as connection:
            stale = list_stale_traces(connection, TRACE_VERSION, revised)
        for done, number in enumerate(stale, start=1):
            with self._session.read() as connection:
                reading = get_reading(connection, number)
            document = reading.document.id
            standing = revise_reading(reading, revisions.get(document, ())).reading
            self._keep(number, document, _make_row(standing, revised.get(document, "")))
            if tell:
                tell(done, len(stale))
        return len(stale)

    def _keep(self, number: int, document: str, row: TraceRow) -> None:
        if not self._session.writable:
            self._unwritten[document] = row
            return
        with self._session.write() as connection:
            write_trace(connection, number, row)

    def list_heeded(self) -> tuple[int, ...]:
        """The numbers of the decisions about single items that stand."""
        return tuple(revision.id for revision in self._revisions.list() if revision.withdrawn is None)

    def iter_part(self, name: str, record: type[T]) -> Iterator[T]:
        """One part of every trace, in the order of the documents' ids."""
        decoder = msgspec.json.Decoder(record)
        with self._session.read() as connection:
            stored = (row for row in iter_trace_parts(connection, name) if row[0] not in self._unwritten)
            fresh = ((document, row.parts[name]) for document, row in sorted(self._unwritten.items()))
            for _, json in merge(stored, fresh):
                yield decoder.decode(json)


def _make_row(reading: Reading, revised: str) -> TraceRow:
    from averral.analysis.trace import TRACE_VERSION, make_trace  # noqa: PLC0415 - likewise

    trace = make_trace(reading)
    parts = {name: msgspec.json.encode(getattr(trace, name)).decode() for name in trace.__struct_fields__}
    return TraceRow(TRACE_VERSION, revised, parts)
