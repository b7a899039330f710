"""Who is who in a case, and what people decide about it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from averral.casefile.log import Log
from averral.casefile.results import Results
from averral.casefile.traces import Traces
from averral.errors import InputError, NotFoundError
from averral.records.decision import read_decision
from averral.records.judgement import JUDGEMENT_KINDS, Judgement, JudgementKind
from averral.store import (
    Session,
    State,
    add_actor_file,
    find_state,
    list_actor_files,
    list_missing_entities,
)

if TYPE_CHECKING:
    from averral.analysis.actors import ActorIndex, CaseActor, Proposal, Resolution
    from averral.gazetteer.actors import Actors

__all__ = ["CaseActors"]

_MANY = 5
"""How many actors an ambiguous name is answered with."""
_SHOWN = 60
"""Characters of a name that an error shows."""


class CaseActors:
    """The actors of a case, worked out from the readings, the gazetteer with the user's tables, and what people say.

    The outcome is kept until one of them changes.
    """

    def __init__(self, session: Session, log: Log, traces: Traces, results: Results) -> None:
        self._session, self._log, self._results = session, log, results
        self.traces = traces
        self._resolved: tuple[tuple[State, tuple[State, State]], Resolution] | None = None
        self._index: ActorIndex | None = None

    def resolve(self) -> Resolution:
        """Who is who in all documents: every actor, proposals for a person, and judgements that others overrule."""
        from averral.analysis.actors import Cast, Resolution, resolve_actors  # noqa: PLC0415 - lists need no numpy

        judgements = [judgement for judgement in self.list_judgements() if judgement.withdrawn is None]
        self.traces.refresh()
        with self._session.read() as connection:
            state = find_state(connection), self.list_heeded()
        if self._resolved is None or self._resolved[0] != state:

            def make() -> Resolution:
                casts = self.traces.iter_part("cast", Cast)
                sightings = (sighting for cast in casts for sighting in cast.iter_sightings())
                return resolve_actors(sightings, judgements, self.load_gazetteer())

            found = self._results.find_or_make("actors", Resolution, state, make)
            self._resolved, self._index = (state, found), None
        return self._resolved[1]

    def list_heeded(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The numbers of the decisions that stand: about who is who, and about single items."""
        standing = tuple(judgement.id for judgement in self.list_judgements() if judgement.withdrawn is None)
        return standing, self.traces.list_heeded()

    def list(self) -> tuple[CaseActor, ...]:
        """Every actor of the case, those that are only described too, in the order of their first sighting's key."""
        return self.resolve().actors

    def list_proposals(self) -> tuple[Proposal, ...]:
        """Pairs of actors that may be one, the likeliest first."""
        return self.resolve().proposals

    def map_sightings(self) -> dict[str, str]:
        """The id of the actor of each sighting, by the sighting's key."""
        return {key: actor.id for actor in self.list() for key in actor.sightings}

    def get(self, name: str) -> CaseActor:
        """The actor of an id or the beginning of it, of a sighting's key (document id, "#", entity id), or of a name.

        Raises:
            NotFoundError: nobody has that name, or several have.
        """
        return _pick(self._index_actors(), name)

    def knows(self, name: str) -> bool:
        """Whether `get` would find somebody, be it several."""
        return bool(self._index_actors().find(name))

    def merge(self, a: str | Iterable[str], b: str | Iterable[str], user: str, reason: str) -> Judgement:
        """Decide that two actors, or all of several, are one; by what `get` takes.

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

    def list_judgements(self) -> tuple[Judgement, ...]:
        """Everything that people decided about who is who, in the order in which they did, also what was undone."""
        return tuple(read_decision(one, Judgement) for one in self._log.list() if one.kind in JUDGEMENT_KINDS)

    def add_file(self, path: Path | str) -> bool:
        """Keep a user's table of actors (CSV or YAML), laid over the gazetteer of actors in this casefile.

        Returns:
            False where the same bytes are there already; then nothing changes.

        Raises:
            InputError: the file cannot be read, or an entry is wrong; the message names the line.
        """
        source = Path(path)
        self.load_gazetteer().with_file(source)
        with self._session.write() as connection:
            return add_actor_file(connection, source.name, source.read_bytes())

    def load_gazetteer(self) -> Actors:
        """The gazetteer of actors with the user's tables laid over it."""
        from averral.gazetteer.actors import load_actors  # noqa: PLC0415 - lists need no numpy

        with self._session.read() as connection:
            tables = list_actor_files(connection)
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

        actors = self.list()
        if self._index is None:
            self._index = ActorIndex(actors)
        return self._index

    def _judge(
        self, kind: JudgementKind, left: tuple[str, ...], right: tuple[str, ...], user: str, reason: str
    ) -> Judgement:
        with self._session.read() as connection:
            missing = list_missing_entities(connection, (*left, *right))
        if missing:
            raise NotFoundError(f"no sighting {missing[0][:_SHOWN]!r} in this casefile")
        return read_decision(self._log.add(kind, {"left": left, "right": right}, user, reason), Judgement)


def _pick(index: ActorIndex, name: str) -> CaseActor:
    found = index.find(name)
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"no actor {name[:_SHOWN]!r} in this casefile")
    some = ", ".join(f"{actor.id} ({actor.name[:_SHOWN]}, {actor.type})" for actor in found[:_MANY])
    raise NotFoundError(f"several actors are called {name[:_SHOWN]!r}: {some}{', …' if len(found) > _MANY else ''}")
