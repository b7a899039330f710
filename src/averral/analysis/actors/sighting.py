"""One entity of one reading, with what is needed to tell whether it is the same as one of another document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from averral.records import Entity, Mention, Place

__all__ = ["Cast", "Sighting", "make_cast", "make_sightings"]


class Sighting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
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


class Cast(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whom and what one document names: its sightings, with what they share kept once."""

    document: str
    sightings: tuple[Sighting, ...] = ()
    countries: tuple[str, ...] = ()

    def iter_sightings(self) -> Iterator[Sighting]:
        """The sightings with the document's countries and names."""
        neighbours = tuple(sorted({sighting.name for sighting in self.sightings if sighting.named}))
        for sighting in self.sightings:
            yield msgspec.structs.replace(
                sighting, document=self.document, countries=self.countries, neighbours=neighbours
            )


def make_cast(document: str, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]) -> Cast:
    """What is needed of one reading to tell its entities from those of others."""
    named = {mention.entity for mention in mentions if mention.name}
    entity_of = {mention.id: mention.entity for mention in mentions}
    geonames = {entity_of.get(place.mention): place.geonames for place in places if place.geonames is not None}
    return Cast(
        document=document,
        countries=tuple(sorted({place.country for place in places if place.country})),
        sightings=tuple(
            Sighting(
                document="",
                entity=entity.id,
                name=entity.name,
                type=entity.type,
                subtype=entity.subtype,
                aliases=entity.aliases,
                named=entity.id in named,
                geonames=entity.links.geonames or geonames.get(entity.id) if entity.type == "place" else None,
            )
            for entity in entities
        ),
    )


def make_sightings(
    document: str, entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
) -> Iterator[Sighting]:
    """A sighting of every entity of one reading; all share the document's countries and names."""
    return make_cast(document, entities, mentions, places).iter_sightings()
