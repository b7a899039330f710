"""Which actor a person means by what they type: an id, the key of a sighting, or a name."""

from __future__ import annotations

from collections.abc import Iterable

from averral.analysis.actors.actor import CaseActor
from averral.gazetteer import fold_name

__all__ = ["ActorIndex"]


class ActorIndex:
    """Actors by id, sighting and name, so that thousands can be looked up."""

    def __init__(self, actors: Iterable[CaseActor]) -> None:
        """Enter actors; the order stays."""
        self.sightings: dict[str, CaseActor] = {}
        self._ids: dict[str, CaseActor] = {}
        self._names: dict[str, dict[str, CaseActor]] = {}
        self._aliases: dict[str, dict[str, CaseActor]] = {}
        for actor in actors:
            self._ids[actor.id] = actor
            self.sightings.update(dict.fromkeys(actor.sightings, actor))
            self._names.setdefault(fold_name(actor.name), {})[actor.id] = actor
            for alias in actor.aliases:
                self._aliases.setdefault(fold_name(alias), {})[actor.id] = actor

    def find(self, wanted: str) -> tuple[CaseActor, ...]:
        """The one of an id or sighting, else all of that name, else all of that alias, else all whose id begins so.

        Case, accents and hyphens make no difference, nor does a leading "the".
        """
        if exact := self._ids.get(wanted) or self.sightings.get(wanted):
            return (exact,)
        key = fold_name(wanted)
        if key and (found := self._names.get(key) or self._aliases.get(key)):
            return tuple(found.values())
        if not wanted.startswith("actor-"):
            return ()
        return tuple(actor for key, actor in self._ids.items() if key.startswith(wanted))
