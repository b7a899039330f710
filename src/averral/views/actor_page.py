"""The page of an actor: its names, why they are one, what is said by it, about it and to it, and its relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from averral.analysis.actors import CaseActor
from averral.records import Reading
from averral.records.judgement import SourceGrade
from averral.views.anchor import anchor_actor
from averral.views.relation_table import RelationRow, Telling, iter_tellings, make_relation_rows
from averral.views.roster import Provenance, Roster, find_provenance
from averral.views.saying import Bearing, Saying, iter_bearings

__all__ = ["ActorPage", "ActorTally", "Join", "Outlet", "Sight", "make_actor_page"]


class Join(msgspec.Struct, frozen=True):
    """One reason why sightings are one actor, and how many were joined for it; a person's has its judgement's id."""

    reason: str
    times: int
    judgement: int | None = None


class Outlet(msgspec.Struct, frozen=True):
    """Through whom its words came: the publisher of a document, or somebody who stands between."""

    name: str
    kind: Literal["publisher", "relay"]
    claims: int


class Sight(msgspec.Struct, frozen=True):
    """Where it is seen, and as which entity."""

    document: Provenance
    entity: str


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the case has of one actor. `alone` says why nothing but a person's judgement may join it to another.

    `grades` are the Admiralty letters that people gave it, by date: the last one counts.
    """

    anchor: str
    id: str
    name: str
    type: str
    subtype: str | None
    country: str | None
    gazetteer: str | None
    aliases: tuple[str, ...]
    joins: tuple[Join, ...]
    alone: str | None
    sights: tuple[Sight, ...]
    outlets: tuple[Outlet, ...]
    grades: tuple[SourceGrade, ...]
    by: tuple[Saying, ...]
    passed_on: tuple[Saying, ...]
    about: tuple[Saying, ...]
    to: tuple[Saying, ...]
    relations: tuple[RelationRow, ...]

    @property
    def documents(self) -> int:
        """In how many documents it is seen."""
        return len({sight.document.id for sight in self.sights})

    @property
    def claims(self) -> int:
        """How many claims it makes, passes on, is addressed by or has a part in."""
        told = {(s.document.id, s.claim) for group in (self.by, self.passed_on, self.about, self.to) for s in group}
        told |= {(t.document.id, t.claim) for row in self.relations for t in row.tellings if t.claim}
        return len(told)


class ActorTally:
    """Gathers what bears on actors, document by document, so that no more than one reading is held at a time."""

    def __init__(self, actors: Iterable[CaseActor], only: str | None = None) -> None:
        """Of all actors, as what they are told by counts too; `only` is the id of the one to gather for."""
        self._actors = tuple(actors)
        self._roster = Roster(self._actors)
        self._only = only
        self._bearings: dict[str, list[Bearing]] = {}
        self._tellings: dict[str, list[Telling]] = {}
        self._all: list[Telling] = []
        self._sights: dict[str, list[Sight]] = {}

    def add(self, number: int, reading: Reading) -> None:
        """Take in one reading; `number` is the document's place in the casefile."""
        document = find_provenance(reading.document, number)
        for entity in reading.entities:
            if actor := self._find(reading, entity.id):
                self._sights.setdefault(actor, []).append(Sight(document, entity.id))
        for bearing in iter_bearings(reading, number):
            if actor := self._find(reading, bearing.entity):
                self._bearings.setdefault(actor, []).append(bearing)
        for telling in iter_tellings(reading, number, self._roster):
            self._all.append(telling)
            for party in (telling.subject, telling.object):
                self._tellings.setdefault(party.id, []).append(telling)

    def make_page(self, actor: CaseActor, grades: Sequence[SourceGrade] = ()) -> ActorPage:
        """What was gathered of one actor."""
        groups: dict[str, dict[tuple[str, str], Saying]] = {"by": {}, "passed_on": {}, "about": {}, "to": {}}
        for bearing in self._bearings.get(actor.id, ()):
            groups[bearing.kind].setdefault((bearing.saying.document.id, bearing.saying.claim), bearing.saying)
        sayings = {kind: tuple(group.values()) for kind, group in groups.items()}
        return ActorPage(
            anchor=anchor_actor(actor.id),
            id=actor.id,
            name=actor.name,
            type=actor.type,
            subtype=actor.subtype,
            country=actor.country,
            gazetteer=actor.gazetteer,
            aliases=actor.aliases,
            joins=_list_joins(actor),
            alone=actor.alone,
            sights=tuple(self._sights.get(actor.id, ())),
            outlets=_list_outlets(sayings["by"]),
            grades=tuple(grades),
            relations=make_relation_rows(self._tellings.get(actor.id, ())),
            **sayings,
        )

    def make_pages(self, grades: Iterable[SourceGrade] = (), least: int = 2) -> tuple[ActorPage, ...]:
        """The pages of those that `least` claims bear on, the most told of first."""
        given = tuple(grades)
        pages = [self.make_page(actor, _choose_grades(actor, given)) for actor in self._actors]
        kept = [page for page in pages if page.claims >= least]
        return tuple(sorted(kept, key=lambda page: (-page.documents, -page.claims, page.name.casefold(), page.id)))

    def make_rows(self) -> tuple[RelationRow, ...]:
        """The relations of all documents."""
        return make_relation_rows(self._all)

    def _find(self, reading: Reading, entity: str) -> str | None:
        actor = self._roster.find(reading.document.id, entity)
        return actor.id if actor and self._only in (None, actor.id) else None


def make_actor_page(
    actor: CaseActor,
    actors: Iterable[CaseActor],
    readings: Iterable[tuple[int, Reading]],
    grades: Sequence[SourceGrade] = (),
) -> ActorPage:
    """The page of one actor; `readings` are the documents that it is seen in, with their numbers."""
    tally = ActorTally(actors, actor.id)
    for number, reading in readings:
        tally.add(number, reading)
    return tally.make_page(actor, grades)


def _list_joins(actor: CaseActor) -> tuple[Join, ...]:
    """The reasons, those of people first, then the most frequent."""
    counts = Counter((reason, link.judgement) for link in actor.links for reason in link.reasons)
    joins = (Join(reason, times, judgement) for (reason, judgement), times in counts.items())
    return tuple(sorted(joins, key=lambda join: (join.judgement is None, -join.times, join.reason)))


def _list_outlets(sayings: Iterable[Saying]) -> tuple[Outlet, ...]:
    counts: Counter[tuple[str, Literal["publisher", "relay"]]] = Counter()
    for saying in sayings:
        if saying.document.publisher:
            counts[saying.document.publisher, "publisher"] += 1
        counts.update((name, "relay") for name in {voice.name for voice in saying.by[:-1]})
    return tuple(Outlet(name, kind, claims) for (name, kind), claims in counts.most_common())


def _choose_grades(actor: CaseActor, grades: Iterable[SourceGrade]) -> tuple[SourceGrade, ...]:
    """Those of its sightings or of its entry in the gazetteer."""
    return tuple(
        grade
        for grade in grades
        if grade.sighting in actor.sightings or (actor.gazetteer is not None and grade.gazetteer == actor.gazetteer)
    )
