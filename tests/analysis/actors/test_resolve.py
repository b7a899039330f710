"""Who is joined with whom, who is not, and why."""

from __future__ import annotations

import pytest

from tests.analysis.actors.fakes import FakeActor, FakeGazetteer, are_one, partition, resolve, see

BRIGADES = FakeActor("harrow", "Black Harrow", ("BH", "the Council of Harrow"), country="KX")
OTHER = FakeActor("harbour", "Black Harbour", ("BH",), country="SX")
ABOUT = ("Port Amaran", "Hollin Works")


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        (("Ivo Sarran", "person"), ("Ivo Sarran", "person"), True),
        (("Ivo Sarran", "person"), ("Colonel Ivo Sarran", "person"), True),
        (("Ivo Sarran", "person"), ("IVO SARRAN", "person"), True),
        (("Ivo Sarran", "person"), ("Karl Sarran", "person"), False),
        (("Ivo Sarran", "person"), ("Ivo Sarran", "organization"), False),
        (("Amaran", "place"), ("Amaran", "organization"), False),
        (("Lirren Brigades", "group"), ("Lirren Brigades", "organization"), True),
        (("Free Lirren Brigades", "organization"), ("FLB", "organization"), True),
        (("Sarran", "person"), ("Sarran", "person"), False),
        (("Interior Ministry", "organization"), ("Interior Ministry", "organization"), False),
        (("47th Lirren Brigade", "organization"), ("48th Lirren Brigade", "organization"), False),
        (("47", "organization"), ("47", "organization"), False),
        (("عمر الشامي", "person"), ("عمر الشامي", "person"), True),
        (("Аnna Веrg", "person"), ("Olga Veld", "person"), False),
        (("", "person"), ("", "person"), False),
        (("…", "organization"), ("…", "organization"), False),
        (("they", "person"), ("they", "person"), False),
        (("a security official", "person"), ("a security official", "person"), False),
        (("President", "person"), ("President", "person"), False),
        (("x" * 5000, "person"), ("x" * 5000, "person"), False),
    ],
    ids=lambda value: value[0][:24] if isinstance(value, tuple) else str(value),
)
def test_two_documents(one, two, joined):
    found = resolve([see("d1", one[0], one[1], entity="e1"), see("d2", two[0], two[1], entity="e1")])
    assert are_one(found, "d1#e1", "d2#e1") is joined


def test_one_person_with_ten_titles():
    titles = "President General Doctor Sheikh Sir Field Marshal Prime Minister Governor"
    names = [" ".join([*titles.split()[:count], "Ivo Sarran"]) for count in range(11)]
    found = resolve([see(f"d{n:02}", name) for n, name in enumerate(names)])
    (actor,) = found.actors
    assert len(actor.sightings) == 11
    assert len(actor.links) == 10


@pytest.mark.parametrize(
    ("name", "named", "reason"),
    [
        ("x" * 5000, True, "5,000 characters"),
        ("a security official", True, "description"),
        ("security official", False, "described"),
        ("they", True, "pronoun"),
        ("!!", True, "no letters"),
        ("Colonel", True, "title"),
    ],
)
def test_what_is_never_joined_says_why(name, named, reason):
    (actor,) = resolve([see("d1", name, named=named)]).actors
    assert reason in actor.alone
    assert actor.name == name


def test_two_people_of_one_name_in_one_document_stay_apart_there():
    found = resolve(
        [see("d1", "Ivo Sarran", entity="e1"), see("d1", "Ivo Sarran", entity="e2"), see("d2", "Ivo Sarran")]
    )
    assert not are_one(found, "d1#e1", "d1#e2")
    assert are_one(found, "d2#Ivo Sarran", "d1#e1") + are_one(found, "d2#Ivo Sarran", "d1#e2") <= 1


def test_other_documents_are_one_beside_a_document_with_two_of_the_name():
    doubles = [see("d1", "Ivo Sarran", entity="e1"), see("d1", "Ivo Sarran", entity="e2")]
    found = resolve([*doubles, see("d2", "Ivo Sarran"), see("d3", "Ivo Sarran")])
    assert are_one(found, "d2#Ivo Sarran", "d3#Ivo Sarran")


def test_two_persons_of_one_document_are_not_one_by_way_of_another_document():
    first, second = see("d1", "Ivo Karl Sarran"), see("d1", "Ivo Paul Sarran")
    found = resolve([first, second, see("d2", "Ivo Sarran")])
    assert not are_one(found, first.key, second.key)
    assert {len(part) for part in partition(found)} == {1}
    assert len(found.proposals) == 2
    assert all("may as well be" in proposal.reasons[-1] for proposal in found.proposals)


def test_a_chain_does_not_join_its_incompatible_ends():
    names = ("Harrow Interior Ministry Guard", "Harrow Interior Guard", "Guard Interior Sundria Harrow Calvey Coast")
    found = resolve([see(f"d{n}", name, "organization") for n, name in enumerate(names)])
    assert not are_one(found, f"d0#{names[0]}", f"d2#{names[2]}")


def test_a_lone_surname_joins_the_full_name_that_its_document_speaks_for():
    sightings = [
        see("d1", "Ivo Sarran", neighbours=(*ABOUT, "Ivo Sarran")),
        see("d2", "Sarran", neighbours=(*ABOUT, "Sarran")),
        see("d3", "Sarran", neighbours=("Tornbeck", "Sarran")),
    ]
    found = resolve(sightings)
    assert are_one(found, "d1#Ivo Sarran", "d2#Sarran")
    assert not are_one(found, "d1#Ivo Sarran", "d3#Sarran")
    (actor,) = (actor for actor in found.actors if len(actor.sightings) == 2)
    assert actor.name == "Ivo Sarran"
    assert "Port Amaran" in actor.links[0].reasons[0]
    (proposal,) = found.proposals
    assert "only full name" in proposal.reasons[0]


def test_a_lone_surname_that_fits_two_is_proposed_to_both():
    full = [see("d1", f"{given} Sarran", neighbours=ABOUT) for given in ("Ivo", "Karla")]
    found = resolve([*full, see("d2", "Sarran", neighbours=ABOUT)])
    assert len(partition(found)) == 3
    assert len(found.proposals) == 2


def test_a_lone_given_name_of_a_longer_name():
    found = resolve([see("d1", "Oda Finnister", neighbours=ABOUT), see("d2", "Oda", neighbours=ABOUT)])
    assert are_one(found, "d1#Oda Finnister", "d2#Oda")


def test_an_office_joins_within_its_surroundings_and_not_across_countries():
    def ministry(document, country, *neighbours):
        fields = {"countries": (country,), "neighbours": neighbours}
        return see(document, "Interior Ministry", "organization", **fields)

    here = ("Port Amaran", "Hadrasse", "Undry")
    found = resolve([ministry("d1", "KX", *here), ministry("d2", "KX", *here), ministry("d3", "SX", *here)])
    assert partition(found) == {
        frozenset({"d1#Interior Ministry", "d2#Interior Ministry"}), frozenset({"d3#Interior Ministry"}),
    }  # fmt: skip


def test_what_everybody_names_supports_nothing():
    crowd = [see(f"x{n:04}", f"Person Number{n}", neighbours=("Kelvara",)) for n in range(400)]
    found = resolve(
        [*crowd, see("d1", "Ivo Sarran", neighbours=("Kelvara",)), see("d2", "Sarran", neighbours=("Kelvara",))]
    )
    assert not are_one(found, "d1#Ivo Sarran", "d2#Sarran")


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ({"geonames": 1}, {"geonames": 1}, True),
        ({"geonames": 1}, {"geonames": 2}, False),
        ({"geonames": 1}, {}, True),
    ],
)
def test_places_go_by_their_number(one, two, joined):
    found = resolve([see("d1", "Undry", "place", **one), see("d2", "Undry", "place", **two)])
    assert are_one(found, "d1#Undry", "d2#Undry") is joined


def test_two_names_of_one_number_are_one_place():
    found = resolve([see("d1", "Undry", "place", geonames=7), see("d2", "Ondri", "place", geonames=7)])
    assert len(found.actors) == 1


def test_a_place_without_number_that_fits_two_places_is_left_open():
    sightings = [see("d1", "Undry", "place", geonames=1), see("d2", "Undry", "place", geonames=2)]
    found = resolve([*sightings, see("d3", "Undry", "place")])
    assert len(found.actors) == 3
    assert len(found.proposals) == 2


def test_one_actor_of_the_gazetteer_whatever_it_is_called():
    found = resolve(
        [see("d1", "Black Harrow", "organization"), see("d2", "the Council of Harrow", "group")],
        gazetteer=FakeGazetteer(BRIGADES),
    )
    (actor,) = found.actors
    assert (actor.name, actor.gazetteer, actor.country, actor.subtype) == (
        "Black Harrow",
        "harrow",
        "KX",
        "armed_group",
    )
    assert "gazetteer" in actor.links[0].reasons[0]


def test_two_actors_of_the_gazetteer_are_never_one():
    alike = (FakeActor("a", "Black Harrow Front"), FakeActor("b", "Black Harrow Front North"))
    sightings = [see("d1", alike[0].name, "organization"), see("d2", alike[1].name, "organization")]
    assert len(resolve(sightings, gazetteer=FakeGazetteer(*alike)).actors) == 2


@pytest.mark.parametrize(("countries", "gazetteer"), [(("KX",), "harrow"), (("SX",), "harbour"), ((), None)])
def test_an_alias_of_two_actors_goes_by_the_documents_countries(countries, gazetteer):
    (actor,) = resolve(
        [see("d1", "BH", "organization", countries=countries)], gazetteer=FakeGazetteer(BRIGADES, OTHER)
    ).actors
    assert actor.gazetteer == gazetteer


def test_a_person_is_not_looked_up_among_organisations():
    (actor,) = resolve([see("d1", "Black Harrow", "person")], gazetteer=FakeGazetteer(BRIGADES)).actors
    assert actor.gazetteer is None


def test_another_name_that_a_document_gives_is_a_name():
    sightings = [see("d1", "Free Lirren Brigades", "organization", aliases=("Sons of the Ebb",))]
    found = resolve([*sightings, see("d2", "Sons of the Ebb", "organization")])
    (actor,) = found.actors
    assert actor.name in {"Free Lirren Brigades", "Sons of the Ebb"}
    assert actor.links[0].score >= 0.9


def test_an_unsure_pair_is_proposed_and_not_joined():
    found = resolve([see("d1", "Harrow Front North", "organization"), see("d2", "Harrow Front", "organization")])
    assert len(found.actors) == 2
    (proposal,) = found.proposals
    assert {proposal.a, proposal.b} == {actor.id for actor in found.actors}
    assert 0.5 <= proposal.score < 0.8
    assert proposal.reasons


def test_a_sighting_that_is_given_twice_counts_once():
    assert resolve([see("d1", "Ivo Sarran")] * 2).actors[0].sightings == ("d1#Ivo Sarran",)


def test_nothing_gives_nothing():
    assert resolve([]) == ((), (), ())
