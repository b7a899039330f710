"""One entity of one reading, with what is needed to tell whether it is the same as one of another document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from averral.records import Entity, Mention, Place

__all__ = ["Sighting", "make_sightings"]


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """An entity as one document shows it.

    `named` is false for what is only described or meant ("a security official", "they"). `countries` are ISO 3166-1
    alpha-2 codes of the places in the document, `neighbours` the names of its named entities (this one may be among
    them). `geonames` is set for a place that was found in the gazetteer.
    """

    document: str
    entity: str
    name: str
    type: str
    subtype: str | None = None
    aliases: tuple[str, ...] = ()
    named: bool = True
    countries: tuple[str, ...] = ()
    neighbours: tuple[str, ...] = ()
    geonames: int | None = None

    @property
    def key(self) -> str:
        """What judgements know it by: the document's id, "#" and the entity's."""
        return f"{self.document}#{self.entity}"


def make_sightings(
    document: str, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
) -> Iterator[Sighting]:
    """A sighting of every entity of one reading; all share the document's countries and names."""
    named = {mention.entity for mention in mentions if mention.name}
    entity_of = {mention.id: mention.entity for mention in mentions}
    geonames = {entity_of.get(place.mention): place.geonames for place in places if place.geonames is not None}
    countries = tuple(sorted({place.country for place in places if place.country}))
    neighbours = tuple(sorted({entity.name for entity in entities if entity.id in named}))
    for entity in entities:
        yield Sighting(
            document=document,
            entity=entity.id,
            name=entity.name,
            type=entity.type,
            subtype=entity.subtype,
            aliases=entity.aliases,
            named=entity.id in named,
            countries=countries,
            neighbours=neighbours,
            geonames=entity.links.geonames or geonames.get(entity.id) if entity.type == "place" else None,
        )
