"""Actors by name: groups, forces, ministries, courts, parties, media. Look-up only, from a table that ships with us.

Which of several actors of one name a text means is not said here. A user's table is laid over ours with `with_file`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Final, NamedTuple

from averral.errors import NotFoundError
from averral.gazetteer.actor import COLUMNS, Actor, ActorKind, key_of, letters_of, make_actor, query_keys
from averral.gazetteer.actor_file import lay_over
from averral.gazetteer.places import DATA

__all__ = ["COLUMNS", "Actor", "ActorKind", "Actors", "load_actors"]

SHORT: Final = 3
"""A form of so many letters is told from a word by its capitals alone: ETA and "eta", IRA and "Ira"."""


class _Form(NamedTuple):
    """A name of an actor; `letters` is how it must be written where it is short, else empty."""

    actor: Actor
    letters: str


class Actors:
    """Some actors, and the questions that may be asked of them."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        """Hold actors; of two with one id the later counts."""
        self._by_id = {actor.id: actor for actor in actors}

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._by_id.values())

    def get(self, actor_id: str) -> Actor:
        """The actor of an id.

        Raises:
            NotFoundError: there is none.
        """
        if actor_id not in self._by_id:
            raise NotFoundError(f"no actor has the id {actor_id!r}")
        return self._by_id[actor_id]

    def find(self, name: str, *, cased: bool = True) -> tuple[Actor, ...]:
        """All actors that bear the name, by id: none for no name, several where it is ambiguous.

        Case, accents, points, hyphens, gaps and a leading "the" make no difference, but forms of up to three letters
        must have their capitals. Where the text is all in one case, so that capitals tell nothing, `cased` is false.
        """
        letters = letters_of(name)
        found = {
            form.actor.id: form.actor
            for key in query_keys(name)
            for form in self._forms.get(key, ())
            if not cased or letters.endswith(form.letters)
        }
        return tuple(found[actor_id] for actor_id in sorted(found))

    def with_file(self, path: Path | str) -> Actors:
        """These actors with those of a CSV or YAML table laid over them; an entry of the same id or name is replaced.

        Raises:
            InputError: the file cannot be read, or an entry is wrong; the message names the line and the reason.
        """
        return Actors(lay_over(self, Path(path)))

    @cached_property
    def _forms(self) -> Mapping[str, list[_Form]]:
        forms: dict[str, list[_Form]] = defaultdict(list)
        for actor in self:
            for name in filter(None, (actor.name, actor.original, *actor.aliases)):
                key = key_of(name)
                if key:
                    forms[key].append(_Form(actor, letters_of(name) if len(key) <= SHORT else ""))
        return forms


@cache
def load_actors() -> Actors:
    """The actors that ship with averral, read once in a process."""
    table = (DATA / "actors.csv").read_text(encoding="utf-8")
    rows = csv.reader(table.splitlines())
    next(rows)
    return Actors(make_actor(row) for row in rows)
