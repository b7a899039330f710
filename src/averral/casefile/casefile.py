"""The casefile: a pile of readings in one file, and the one door through which the rest of averral uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from averral.casefile.actors import CaseActors
from averral.casefile.agreement import CaseAgreement
from averral.casefile.forecasts import CaseForecasts
from averral.casefile.grades import Grades
from averral.casefile.hypotheses import CaseHypotheses
from averral.casefile.incidents import CaseIncidents
from averral.casefile.log import Log
from averral.casefile.origins import CaseOrigins
from averral.casefile.results import Results
from averral.casefile.revisions import Revisions
from averral.casefile.traces import Traces
from averral.ingest import Ingested
from averral.records import Reading
from averral.store import (
    DocumentRow,
    Hit,
    ProblemRow,
    Session,
    add_reading,
    find_source,
    get_document_number,
    get_reading,
    iter_documents,
    iter_problems,
    list_digests,
    list_document_numbers,
    open_session,
    search,
)

if TYPE_CHECKING:
    from averral.analysis.timeline import Timeline

__all__ = ["Casefile"]


class Casefile:
    """Open with `Casefile.open`, best in a `with` block; each call is one transaction.

    `log` is all that people decided; `actors`, `grades` and `forecasts` are what they decide about, with what programs
    find. Every method raises StoreError where the file cannot be read or written.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.log = Log(session)
        self.revisions = Revisions(self.get_reading, self.log)
        self._traces = Traces(session, self.revisions)
        results = Results(session)
        self.actors = CaseActors(session, self.log, self._traces, results)
        self.incidents = CaseIncidents(self._traces, self.log, self.actors, results)
        self.origins = CaseOrigins(session, self.get_reading, self.log, self.actors, results)
        self.agreement = CaseAgreement(self.actors, self.incidents, self.origins, results)
        self.grades = Grades(session, self.log, self.actors, self.agreement)
        self.hypotheses = CaseHypotheses(self.log)
        self.forecasts = CaseForecasts(self._traces, self.log, self.actors)

    @classmethod
    def open(cls, path: Path | str, *, create: bool = False) -> Self:
        """Open a casefile, or make one if there is none and `create` says so.

        Raises:
            StoreError: there is no such file, or it is not a casefile, or a newer averral made it.
        """
        return cls(open_session(Path(path), create=create))

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._session.path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._session.close()

    def add(self, ingested: Ingested, reading: Reading) -> bool:
        """Keep a reading and the bytes it came from.

        Returns:
            False where those bytes are there already; then nothing changes.
        """
        with self._session.write() as connection:
            is_new = add_reading(connection, ingested.data, reading)
            if is_new:
                self._traces.add(connection, get_document_number(connection, reading.document.id), reading)
            return is_new

    def list_digests(self) -> frozenset[str]:
        """The ids of all documents that are there."""
        with self._session.read() as connection:
            return list_digests(connection)

    def iter_documents(self) -> Iterator[DocumentRow]:
        """Every document, in the order in which they were added, with how much was read in it."""
        with self._session.read() as connection:
            yield from tuple(iter_documents(connection))

    def get_reading(self, name: str) -> Reading:
        """The reading of one document, by its id, the beginning of its id, its uri, or the last part of its uri.

        Raises:
            NotFoundError: nothing has that name, or several documents do.
        """
        with self._session.read() as connection:
            return get_reading(connection, get_document_number(connection, name))

    def iter_readings(self) -> Iterator[Reading]:
        """Every reading, in the order in which they were added; one at a time is in memory."""
        with self._session.read() as connection:
            numbers = list_document_numbers(connection)
        for number in numbers:
            with self._session.read() as connection:
                reading = get_reading(connection, number)
            yield reading

    def find_source(self, document_id: str) -> bytes | None:
        """The bytes that a document was read from; None where the casefile does not hold them."""
        with self._session.read() as connection:
            return find_source(connection, document_id)

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Places that hold all words of the query, the best first; words in double quotes are a phrase."""
        with self._session.read() as connection:
            return search(connection, query, limit)

    def lay_out_timeline(self, kind: str | None = None) -> Timeline:
        """Incidents and statements (or one kind of them) from their first to their last possible day."""
        from averral.analysis.timeline import Moment, lay_out_timeline  # noqa: PLC0415 - lists need no analysis

        happened = (
            Moment(id=one.id, kind="incident", title=one.title, edtf=one.edtf, place=one.place)
            for one in self.incidents.list()
        )
        said = (one for some in self._traces.iter_part("moments", tuple[Moment, ...]) for one in some)
        return lay_out_timeline(one for one in (*happened, *said) if kind in (None, one.kind))

    def iter_problems(self) -> Iterator[ProblemRow]:
        """Everything that could not be read, with its document."""
        with self._session.read() as connection:
            yield from tuple(iter_problems(connection))
