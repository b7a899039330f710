"""What comes out: actors of the case, the links that hold each together, and pairs that a person should look at."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from averral.records.judgement import Judgement

__all__ = ["CaseActor", "Link", "Overruled", "Proposal", "Resolution"]


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why two sightings are one: a score from 0 to 1 and its reasons in words; a person's link names the judgement."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    judgement: int | None = None


class CaseActor(msgspec.Struct, frozen=True, kw_only=True):
    """All sightings that are held to be one person, organisation, place or other thing.

    `id` comes from the smallest of the sightings' keys, so the same sightings give the same id in any order.
    `links` are those that were needed: one fewer than there are sightings. `alone` says why nothing but a person's
    judgement may join it, where that is so. `gazetteer` is the id of the one actor of the gazetteer that it is, and
    `country` that actor's.
    """

    id: str
    name: str
    type: str
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    gazetteer: str | None = None
    sightings: tuple[str, ...]
    links: tuple[Link, ...] = ()
    alone: str | None = None


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """Two actors, by id, that may be one: too likely to say nothing, too unsure to join."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


class Overruled(NamedTuple):
    """A judgement that could not be obeyed in full, as a later one says otherwise."""

    judgement: Judgement
    reason: str


class Resolution(NamedTuple):
    """All actors of a case in the order of their first sighting's key, and what is left to a person."""

    actors: tuple[CaseActor, ...]
    proposals: tuple[Proposal, ...]
    overruled: tuple[Overruled, ...]
