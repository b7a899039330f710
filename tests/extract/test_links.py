"""Identifiers of entities that are places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.links import link_entities
from averral.records import Entity, Links, Mention, Place

COUNTRY = {"geonames": 11, "country": "LV", "precision": "country", "lat": 1.0, "lon": 2.0}
TOWN = {"geonames": 12, "country": "LV", "precision": "settlement", "lat": 1.0, "lon": 2.0}
ONLY_COUNTRY = {"geonames": None, "country": "LV", "precision": "country"}
AT_HOLDER = {"geonames": None, "country": "LV", "precision": "settlement", "lat": 1.0, "lon": 2.0}


def make_mention(number: int, entity: str | None = "e1", *, name: bool = True) -> Mention:
    return Mention(id=f"m{number}", start=number * 10, end=number * 10 + 5, type="GPE", name=name, entity=entity)


def link(places: list[dict], kind: str = "place", *, name: bool = True) -> Links:
    """The links of one entity with a mention for each place."""
    mentions = [make_mention(n, name=name) for n, _ in enumerate(places)]
    found = [Place(mention=f"m{n}", **fields) for n, fields in enumerate(places)]
    (entity,) = link_entities([Entity(id="e1", name="Ostral", type=kind)], mentions, found)
    return entity.links


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([COUNTRY], Links(iso3166="LV", geonames=11)),
        ([TOWN], Links(geonames=12)),
        ([TOWN, TOWN], Links(geonames=12)),
        ([TOWN, COUNTRY], Links()),
        ([TOWN, AT_HOLDER], Links()),
        ([ONLY_COUNTRY], Links()),
        ([AT_HOLDER], Links()),
        ([], Links()),
    ],
)
def test_an_entity_has_the_identifiers_on_which_its_mentions_agree(places: list[dict], expected: Links):
    assert link(places) == expected


@pytest.mark.parametrize(("kind", "linked"), [("place", True), ("facility", True), ("organization", False)])
def test_only_what_is_a_place_is_linked(kind: str, linked: bool):
    assert (link([TOWN], kind) != Links()) is linked


def test_a_description_says_nothing_of_an_entity():
    assert link([TOWN], name=False) == Links()


@given(st.lists(st.tuples(st.sampled_from(["e1", "e2", None]), st.sampled_from([COUNTRY, TOWN, ONLY_COUNTRY]))))
def test_nothing_but_links_changes(drawn: list[tuple[str | None, dict]]):
    entities = [Entity(id=f"e{n}", name=f"Ostral {n}", type="place") for n in (1, 2)]
    mentions = [make_mention(n, entity) for n, (entity, _) in enumerate(drawn)]
    places = [Place(mention=f"m{n}", **fields) for n, (_, fields) in enumerate(drawn)]
    linked = link_entities(entities, mentions, places)
    assert [(e.id, e.name, e.type) for e in linked] == [(e.id, e.name, e.type) for e in entities]
    for entity in linked:
        own = {p.geonames for p, (of, _) in zip(places, drawn, strict=True) if of == entity.id}
        assert entity.links.geonames == (own.pop() if len(own) == 1 else None)
