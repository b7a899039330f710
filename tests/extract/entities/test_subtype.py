import pytest

from averral.extract.entities.subtype import known_actor, with_subtype
from averral.records import Entity


@pytest.mark.parametrize(
    ("name", "subtype"),
    [
        ("Interior Ministry of Belvarra", "government_body"),
        ("Quarrenhithe Police", "police"),
        ("Third Oskarian Brigade", "military_unit"),
        ("Army Intelligence Bureau of Oskaria", "intelligence_agency"),
        ("Abbarin Mirror", "media_outlet"),
        ("Skerrow Liberation Column", "armed_group"),
        ("Reed Party", "party"),
        ("Lirren Relief Committee", "ngo"),
        ("Sons of the Ebb", None),
        ("FMLN", "armed_group"),
    ],
)
def test_the_subtype_of_an_organisation(name: str, subtype: str | None):
    assert with_subtype(Entity(id="e1", name=name, type="organization")).subtype == subtype


def test_an_alias_that_the_gazetteer_knows_tells_too():
    assert (
        with_subtype(Entity(id="e1", name="the front", type="organization", aliases=("FMLN",))).subtype == "armed_group"
    )


@pytest.mark.parametrize("kind", ["person", "place", "group", "unknown"])
def test_other_things_have_none(kind: str):
    assert with_subtype(Entity(id="e1", name="Police", type=kind)).subtype is None


def test_a_name_of_several_actors_is_none_of_them():
    assert known_actor("ELN") is None or known_actor("ELN").id
    assert known_actor("Quarrenhithe Harbour Choir") is None
