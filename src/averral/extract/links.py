"""Which entities are places in public registers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from averral.records import Links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.records import Entity, Mention, Place

__all__ = ["link_entities"]

LINKED = frozenset({"place", "facility"})
"""Types of entities that a place may be; a government called by its capital is an organisation, and not that city."""


def link_entities(
    entities: Sequence[Entity], mentions: Sequence[Mention], places: Sequence[Place]
) -> tuple[Entity, ...]:
    """The entities, with identifiers for those whose mentions all lie at one and the same known place.

    A country has its ISO 3166-1 code too, and so has a state that is called by its capital; a town has none, as the
    code of its country would not identify it.
    """
    entity_of = {m.id: m.entity for m in mentions if m.name}
    found: dict[str, set[Links]] = defaultdict(set)
    countries: dict[str, set[str | None]] = defaultdict(set)
    for place in places:
        entity = entity_of.get(place.mention)
        if entity is not None:
            found[entity].add(_links(place))
            countries[entity].add(place.country)
    return tuple(msgspec.structs.replace(e, links=_joined(e, found[e.id], countries[e.id])) for e in entities)


def _joined(entity: Entity, links: set[Links], countries: set[str | None]) -> Links:
    if entity.subtype == "state":
        return Links(iso3166=countries.pop()) if len(countries) == 1 else Links()
    return links.pop() if entity.type in LINKED and len(links) == 1 else Links()


def _links(place: Place) -> Links:
    known = place.geonames is not None and place.precision == "country"
    return Links(iso3166=place.country if known else None, geonames=place.geonames)
