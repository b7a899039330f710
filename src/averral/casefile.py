"""The casefile: a pile of readings in one file, and the one door through which the rest of averral uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Self

from averral.errors import InputError, NotFoundError
from averral.ingest import Ingested
from averral.records import Reading
from averral.records.judgement import SOURCE_LETTERS, Judgement, JudgementKind, SourceGrade, SourceLetter
from averral.store import (
    ActorFile,
    DocumentRow,
    Hit,
    ProblemRow,
    Session,
    State,
    add_actor_file,
    add_grade,
    add_judgement,
    add_reading,
    find_source,
    find_state,
    get_document_number,
    get_reading,
    iter_documents,
    iter_entities,
    iter_problems,
    list_actor_files,
    list_digests,
    list_document_numbers,
    list_grades,
    list_judgements,
    list_publishers,
    open_session,
    search,
    withdraw_judgement,
)

if TYPE_CHECKING:
    from averral.analysis.actors import ActorIndex, CaseActor, Proposal, Resolution
    from averral.gazetteer.actors import Actors
    from averral.records.forecast import Forecast

__all__ = ["Casefile", "DocumentRow", "Hit", "ProblemRow"]

_MANY = 5
"""How many actors an ambiguous name is answered with."""
_SHOWN = 60
"""Characters of a name that an error shows."""


class Casefile:
    """Open with `Casefile.open`, best in a `with` block; each call is one transaction.

    Every method raises StoreError where the file cannot be read or written.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._resolved: tuple[State, Resolution] | None = None
        self._index: ActorIndex | None = None

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
            return add_reading(connection, ingested.data, reading)

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

    def iter_problems(self) -> Iterator[ProblemRow]:
        """Everything that could not be read, with its document."""
        with self._session.read() as connection:
            yield from tuple(iter_problems(connection))

    def resolve(self) -> Resolution:
        """Who is who in all documents: every actor, proposals for a person, and judgements that others overrule.

        Worked out from the readings, the gazetteer with the user's tables, and people's judgements; kept until one of
        them changes.
        """
        from averral.analysis.actors import make_sightings, resolve_actors  # noqa: PLC0415 - lists need no numpy

        with self._session.read() as connection:
            state = find_state(connection)
            if self._resolved is None or self._resolved[0] != state:
                sightings = (
                    sighting
                    for read in iter_entities(connection)
                    for sighting in make_sightings(read.document.id, read.entities, read.mentions, read.places)
                )
                judgements = list_judgements(connection)
                found = resolve_actors(sightings, judgements, self._load_actors(list_actor_files(connection)))
                self._resolved = (state, found)
                self._index = None
            return self._resolved[1]

    def list_actors(self) -> tuple[CaseActor, ...]:
        """Every actor of the case, those that are only described too, in the order of their first sighting's key."""
        return self.resolve().actors

    def list_proposals(self) -> tuple[Proposal, ...]:
        """Pairs of actors that may be one, the likeliest first."""
        return self.resolve().proposals

    def get_actor(self, name: str) -> CaseActor:
        """The actor of an id or the beginning of it, of a sighting's key (document id, "#", entity id), or of a name.

        Raises:
            NotFoundError: nobody has that name, or several have.
        """
        return _pick(self._index_actors(), name)

    def list_forecasts(self) -> tuple[Forecast, ...]:
        """What somebody says will happen, or means to do, in the order of documents and of the text."""
        from averral.analysis.forecasts import make_forecasts  # noqa: PLC0415 - lists need no numpy

        actor_of = {key: actor.id for actor in self.list_actors() for key in actor.sightings}
        return tuple(found for reading in self.iter_readings() for found in make_forecasts(reading, actor_of))

    def merge(self, a: str | Iterable[str], b: str | Iterable[str], user: str, reason: str) -> Judgement:
        """Decide that two actors, or all of several, are one; by what `get_actor` takes.

        A sighting's key means that sighting, an actor's id or name all its sightings.

        Raises:
            NotFoundError: one of them is nobody, or may be several.
            InputError: both are the same, or no user or reason is given.
        """
        left, right = self._list_sightings(a), self._list_sightings(b)
        if set(left) == set(right):
            raise InputError("both are the same actor already")
        return self._judge("merge", left, right, user, reason)

    def never_merge(self, a: str | Iterable[str], b: str | Iterable[str], user: str, reason: str) -> Judgement:
        """Decide that two actors are not one, and never will be by any other means than a later judgement.

        Raises:
            NotFoundError: one of them is nobody, or may be several.
            InputError: they share a sighting (that is for `split`), or no user or reason is given.
        """
        left, right = self._list_sightings(a), self._list_sightings(b)
        if set(left) & set(right):
            raise InputError("they share a sighting, so they are one actor now: split it first")
        return self._judge("never_merge", left, right, user, reason)

    def split(self, sightings: str | Iterable[str], user: str, reason: str) -> Judgement:
        """Take one or more sightings, by their keys, out of their actor.

        Raises:
            NotFoundError: there is no such sighting.
            InputError: they are of several actors, or all of one, or no user or reason is given.
        """
        keys = (sightings,) if isinstance(sightings, str) else tuple(sightings)
        known = self._index_actors().sightings
        if strange := [key for key in keys if key not in known]:
            raise NotFoundError(f"no sighting {strange[0][:_SHOWN]!r}: give a document's id, '#' and the entity's id")
        actors = {known[key].id: known[key] for key in keys}
        if len(actors) != 1:
            raise InputError("a split takes sightings out of one actor")
        (actor,) = actors.values()
        taken = set(keys)
        rest = tuple(key for key in actor.sightings if key not in taken)
        if not rest:
            raise InputError(f"nothing of {actor.name[:_SHOWN]!r} would be left: there is nothing to split")
        return self._judge("split", keys, rest, user, reason)

    def undo(self, judgement: int, user: str) -> Judgement:
        """Withdraw a judgement; everything is then as if it had not been made, and it stays on the list.

        Raises:
            NotFoundError: there is none of that number, or it is withdrawn already.
            InputError: no user is given.
        """
        with self._session.write() as connection:
            withdraw_judgement(connection, judgement, _need(user, "user"))
        return self._get_judgement(judgement)

    def list_judgements(self) -> tuple[Judgement, ...]:
        """Everything that people decided about who is who, in the order in which they did, also what was withdrawn."""
        with self._session.read() as connection:
            return list_judgements(connection)

    def add_actor_file(self, path: Path | str) -> bool:
        """Keep a user's table of actors (CSV or TOML), laid over the gazetteer of actors in this casefile.

        Returns:
            False where the same bytes are there already; then nothing changes.

        Raises:
            InputError: the file cannot be read, or an entry is wrong; the message names the line.
        """
        source = Path(path)
        with self._session.write() as connection:
            self._load_actors(list_actor_files(connection)).with_file(source)
            return add_actor_file(connection, source.name, source.read_bytes())

    def set_source_grade(self, actor: str, letter: str, user: str, reason: str, day: str | None = None) -> SourceGrade:
        """Grade a source with an Admiralty letter, A to E, or F where it cannot be judged, from a day on (today).

        The source is an actor of the case, else one of the gazetteer, else a publisher of a document.

        Raises:
            NotFoundError: nobody has that name, or several have.
            InputError: no such letter or day, or no user or reason is given.
        """
        name, sighting, known = self._find_source_actor(actor)
        grade = SourceGrade(
            id=0, name=name, sighting=sighting, gazetteer=known, letter=_read_letter(letter),
            user=_need(user, "user"), reason=_need(reason, "reason"), date=_read_day(day), made="",
        )  # fmt: skip
        with self._session.write() as connection:
            number = add_grade(connection, grade)
        return next(found for found in self.list_grades() if found.id == number)

    def list_grades(self, actor: str | None = None) -> tuple[SourceGrade, ...]:
        """The grades of all sources, or of one, in the order of their dates: the last one counts.

        Raises:
            NotFoundError: nobody has that name, or several have.
        """
        with self._session.read() as connection:
            grades = list_grades(connection)
        if actor is None:
            return grades
        name, sighting, known = self._find_source_actor(actor)
        sightings = self.get_actor(sighting).sightings if sighting else ()
        return tuple(
            grade
            for grade in grades
            if grade.sighting in sightings
            or (known is not None and grade.gazetteer == known)
            or (grade.sighting is None and grade.gazetteer is None and grade.name == name)
        )

    def _load_actors(self, tables: Iterable[ActorFile]) -> Actors:
        from averral.gazetteer.actors import load_actors  # noqa: PLC0415 - lists need no numpy

        actors = load_actors()
        with TemporaryDirectory() as folder:
            for number, table in enumerate(tables):
                place = Path(folder) / str(number) / table.name
                place.parent.mkdir()
                place.write_bytes(table.content)
                actors = actors.with_file(place)
        return actors

    def _list_sightings(self, names: str | Iterable[str]) -> tuple[str, ...]:
        """What is meant, as keys of sightings."""
        index = self._index_actors()
        wanted = (names,) if isinstance(names, str) else tuple(names)
        found = ((name, _pick(index, name)) for name in wanted)
        keys = ((name,) if name in index.sightings else actor.sightings for name, actor in found)
        return tuple(dict.fromkeys(key for some in keys for key in some))

    def _index_actors(self) -> ActorIndex:
        from averral.analysis.actors import ActorIndex  # noqa: PLC0415 - lists need no numpy

        actors = self.list_actors()
        if self._index is None:
            self._index = ActorIndex(actors)
        return self._index

    def _judge(
        self, kind: JudgementKind, left: tuple[str, ...], right: tuple[str, ...], user: str, reason: str
    ) -> Judgement:
        user, reason = _need(user, "user"), _need(reason, "reason")
        with self._session.write() as connection:
            number = add_judgement(connection, kind, {"left": left, "right": right}, user, reason)
        return self._get_judgement(number)

    def _get_judgement(self, number: int) -> Judgement:
        return next(judgement for judgement in self.list_judgements() if judgement.id == number)

    def _find_source_actor(self, name: str) -> tuple[str, str | None, str | None]:
        """Name, first sighting and gazetteer id of a source: of the case, else of the gazetteer, else a publisher."""
        if self._index_actors().find(name):
            actor = self.get_actor(name)
            return actor.name, actor.sightings[0], actor.gazetteer
        with self._session.read() as connection:
            known = self._load_actors(list_actor_files(connection)).find(name)
            publishers = list_publishers(connection)
        if len(known) == 1:
            return known[0].name, None, known[0].id
        if name in publishers:
            return name, None, None
        raise NotFoundError(f"no actor or publisher {name[:_SHOWN]!r} in this casefile or the gazetteer")


def _pick(index: ActorIndex, name: str) -> CaseActor:
    found = index.find(name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"no actor {name[:_SHOWN]!r} in this casefile")
    some = ", ".join(f"{actor.id} ({actor.name[:_SHOWN]}, {actor.type})" for actor in found[:_MANY])
    raise NotFoundError(f"several actors are called {name[:_SHOWN]!r}: {some}{', …' if len(found) > _MANY else ''}")


def _need(value: str, what: str) -> str:
    if not value.strip():
        raise InputError(f"a decision needs a {what}")
    return value.strip()


def _read_letter(letter: str) -> SourceLetter:
    for known in SOURCE_LETTERS:
        if letter == known:
            return known
    raise InputError(f"no Admiralty letter {letter!r}: A (reliable) to E (unreliable), F (cannot be judged)")


def _read_day(day: str | None) -> str:
    try:
        return date.fromisoformat(day).isoformat() if day else datetime.now(UTC).date().isoformat()
    except ValueError as error:
        raise InputError(f"{day!r} is no day: write it as 2030-01-31") from error
