"""One happening as a whole case tells it: what each document has, why they are held to be one, what is left open."""

from __future__ import annotations

from datetime import date

import msgspec

from averral.records.ontology import Stage

__all__ = ["CaseIncident", "Given", "Happening", "IncidentLink", "IncidentProposal", "IncidentTie", "Toll"]


class Toll(msgspec.Struct, frozen=True):
    """A figure of casualties; `high` is null for "at least"."""

    kind: str
    low: int | None
    high: int | None


class Happening(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One incident of one reading, with what is needed to tell whether another document tells of the same.

    `first` and `last` are the days of `edtf`, null on a side that is open; `reported` is the last day on which the
    document can have been published. `places` are keys of the names of its places, `actors` ids of the actors that
    take part, `nouns` the heads of its targets, victims and instruments, `triggers` and `words` stems of the words of
    and around its events, `scene` stems of the names and `dates` the days around them, `about` keys of the names that
    its document has most often. `chief` is set for the one happening that its document tells most of; `start` is
    where its first event stands.
    """

    document: str
    incident: str
    type: str
    stage: Stage = "accomplished"
    edtf: str | None = None
    first: date | None = None
    last: date | None = None
    published: str | None = None
    reported: date | None = None
    place: str | None = None
    places: tuple[str, ...] = ()
    geonames: tuple[int, ...] = ()
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    actors: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()
    triggers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    scene: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    chief: bool = False
    events: int = 0
    start: int = 0

    @property
    def key(self) -> str:
        """What judgements know it by: the document's id, "#" and the incident's."""
        return f"{self.document}#{self.incident}"


class IncidentTie(msgspec.Struct, frozen=True, kw_only=True):
    """What two happenings have in common and what speaks against it; `a` is the smaller key.

    `terms` are the names and values of what the two alone decide; `shared` are the marks that both have, which weigh
    the more, the fewer documents of the case have them; `sizes` are the mean numbers of words and of names.
    """

    a: str
    b: str
    terms: tuple[tuple[str, float], ...]
    shared: tuple[str, ...]
    sizes: tuple[float, float] = (0.0, 0.0)


class IncidentLink(msgspec.Struct, frozen=True, kw_only=True):
    """Why two happenings are one: a score from 0 to 1 and its reasons in words; a person's link names the judgement."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    judgement: int | None = None


class Given(msgspec.Struct, frozen=True):
    """A value that documents give, and the keys of the happenings that have it."""

    value: str
    by: tuple[str, ...]


class CaseIncident(msgspec.Struct, frozen=True, kw_only=True):
    """All happenings that are held to be one.

    `id` comes from the smallest of the members' keys, so the same happenings give the same id in any order. `type`,
    `stage`, `edtf` and `place` are those that most documents give, null where none gives one; `types`, `dates` and
    `places` are all that are given, the commonest first. `links` are those that were needed: one fewer than there are
    members.
    """

    id: str
    title: str
    type: str
    stage: Stage
    edtf: str | None = None
    place: str | None = None
    types: tuple[Given, ...] = ()
    dates: tuple[Given, ...] = ()
    places: tuple[Given, ...] = ()
    members: tuple[str, ...]
    links: tuple[IncidentLink, ...] = ()


class IncidentProposal(msgspec.Struct, frozen=True, kw_only=True):
    """Two incidents of the case, by id, that may be one: too likely to say nothing, too unsure to join."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
