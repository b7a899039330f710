"""Mentions and the things they name."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

__all__ = ["MENTION_TYPES", "Entity", "Links", "Mention", "MentionType", "Place", "Relation"]

MentionType = Literal["PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WEAPON", "VEHICLE", "DATE", "NUM"]
MENTION_TYPES: tuple[str, ...] = get_args(MentionType)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A span that names something (`name`), or describes it or stands for it."""

    id: str
    start: int
    end: int
    type: MentionType
    name: bool = True
    entity: str | None = None


class Links(msgspec.Struct, frozen=True, kw_only=True):
    """Identifiers in public registers; null when there is no certain one."""

    iso3166: str | None = None
    geonames: int | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """The thing that one or more mentions of this document name."""

    id: str
    name: str
    type: str
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    links: Links = Links()


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a mention lies on earth."""

    mention: str
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: str | None = None


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """A stated tie between two entities."""

    id: str
    subject: str
    predicate: str
    object: str
    start: int
    end: int
    edtf: str | None = None
