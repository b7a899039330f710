import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.places import resolve_places, weigh_places
from averral.records import Block, Mention, Place


def mentions_in(text: str, *names: tuple[str, str]) -> list[Mention]:
    """Mentions by their words, in order of the text; a type written small is a description."""
    found, cursor = [], 0
    for number, (words, kind) in enumerate(names, 1):
        start = text.index(words, cursor)
        found.append(
            Mention(id=f"m{number}", start=start, end=start + len(words), type=kind.upper(), name=kind.isupper())
        )
        cursor = start + 1
    return found


def place_of(text: str, *names: tuple[str, str], **given: object) -> Place | None:
    """Where the first of the names lies."""
    found = {p.mention: p for p in resolve_places(text, mentions_in(text, *names), **given)}
    return found.get("m1")


def near(place: Place | None, lat: float, lon: float) -> bool:
    return place is not None and place.lat is not None and abs(place.lat - lat) < 1 and abs(place.lon - lon) < 1.5


PARIS, PARIS_TEXAS, LONDON, LONDON_ONTARIO = (48.9, 2.3), (33.7, -95.6), (51.5, -0.1), (43.0, -81.2)


@pytest.mark.parametrize(
    ("text", "names", "point"),
    [
        ("It happened in Paris.", ["Paris"], PARIS),
        ("It happened in Paris, Texas.", ["Paris", "Texas"], PARIS_TEXAS),
        ("It happened in Paris, Texas.", ["Paris, Texas"], PARIS_TEXAS),
        ("It happened in Paris, TX, at noon.", ["Paris"], PARIS_TEXAS),
        ("It happened in Paris in the north-east of Texas.", ["Paris", "Texas"], PARIS_TEXAS),
        ("Police in London, Ontario, said so.", ["London", "Ontario"], LONDON_ONTARIO),
        ("Police in London said so.", ["London"], LONDON),
        ("The Iraqi city of Mosul fell.", ["Mosul"], (36.3, 43.1)),
        ("In Tripoli and Beirut, Lebanon, they left.", ["Tripoli", "Beirut", "Lebanon"], (34.4, 35.8)),
        ("In Tripoli and Benghazi, Libya, they left.", ["Tripoli", "Benghazi", "Libya"], (32.9, 13.2)),
        ("Cases in Georgia, Alabama and Florida.", ["Georgia", "Alabama", "Florida"], (32.7, -83.4)),
        ("Talks between Georgia, Armenia and Turkey.", ["Georgia", "Armenia", "Turkey"], (42, 43.5)),
        ("Cases in Washington, Pennsylvania and Oregon.", ["Washington", "Pennsylvania", "Oregon"], (47.3, -120.3)),
        ("In Kiev they met.", ["Kiev"], (50.4, 30.5)),
        ("Across northern Iraq they fled.", ["northern Iraq"], (33, 44)),
        ("In Basra Province they fled.", ["Basra Province"], (30.4, 47.4)),
        ("In the Sahel they fled.", ["Sahel"], (15, 5)),
    ],
)
def test_where_a_place_lies(text: str, names: list[str], point: tuple[float, float]):
    place = place_of(text, *((name, "GPE") for name in names))
    assert near(place, *point), place


@pytest.mark.parametrize(
    ("name", "precision", "country"),
    [
        ("Iraq", "country", "IQ"),
        ("Bavaria", "division", "DE"),
        ("Dallas County", "district", "US"),
        ("Mosul", "settlement", "IQ"),
        ("Baghdad", "settlement", "IQ"),
        ("the Red Sea", "region", None),
    ],
)
def test_how_precise_a_point_is(name: str, precision: str, country: str | None):
    place = place_of(
        f"They came to {name} in Texas, Iraq and Bavaria" if name == "x" else f"Then {name}.", (name, "GPE")
    )
    assert place is not None
    assert (place.precision, place.country) == (precision, country)


def test_one_name_means_one_place_all_through_a_document():
    text = "Paris, Texas, is small. The people of Paris left Paris."
    mentions = mentions_in(text, ("Paris", "GPE"), ("Texas", "GPE"), ("Paris", "GPE"), ("Paris", "GPE"))
    ids = [p.geonames for p in resolve_places(text, mentions)]
    assert ids[0] == ids[2] == ids[3] is not None


@pytest.mark.parametrize("name", ["Lirrenholm", "Norlanvik", "Xq"])
def test_an_unknown_name_has_no_place(name: str):
    assert place_of(f"They came to {name} at noon.", (name, "GPE")) is None


def test_an_unknown_name_lies_in_the_province_that_is_said_to_hold_it():
    place = place_of("Lirrenholm, a village in Basra province", ("Lirrenholm", "GPE"), ("Basra", "GPE"))
    assert near(place, 30.4, 47.4)
    assert place is not None
    assert (place.geonames, place.country, place.precision) == (None, "IQ", "division")


def test_an_unknown_name_in_a_country_has_a_country_and_no_point():
    place = place_of("Lirrenholm, a village in Iraq", ("Lirrenholm", "GPE"), ("Iraq", "GPE"))
    assert place == Place(mention="m1", country="IQ", precision="country")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Iraqi troops left.", "Iraqi", "NORP"),
        ("Paris Verra left.", "Paris Verra", "PER"),
        ("Jordan left.", "Jordan", "PER"),
        ("Paris won.", "Paris", "ORG"),
        ("The capital fell.", "The capital", "gpe"),
    ],
)
def test_what_is_no_place(text: str, words: str, kind: str):
    assert place_of(text, (words, kind)) is None


def test_an_organisation_that_is_a_country_has_a_place():
    place = place_of("Iraq said no.", ("Iraq", "ORG"))
    assert place is not None
    assert place.country == "IQ"


def test_a_facility_lies_in_the_town_that_it_is_named_after():
    place = place_of("At Mosul General Hospital in Iraq", ("Mosul General Hospital", "FAC"), ("Iraq", "GPE"))
    assert near(place, 36.3, 43.1)
    assert place is not None
    assert (place.geonames, place.precision) == (None, "settlement")


def test_a_description_lies_where_it_says():
    text = "They shelled a market in Mosul."
    found = resolve_places(text, mentions_in(text, ("a market in Mosul", "fac"), ("Mosul", "GPE")))
    assert [p.mention for p in found] == ["m1", "m2"]
    assert (found[0].lat, found[0].geonames) == (found[1].lat, None)


def test_a_description_of_a_direction_lies_nowhere():
    text = "They shelled a camp north of Mosul."
    found = resolve_places(text, mentions_in(text, ("a camp north of Mosul", "fac"), ("Mosul", "GPE")))
    assert [p.mention for p in found] == ["m2"]


def test_an_ambiguous_name_has_candidates_and_no_point():
    text = "They met in Springfield."
    (weighed,) = weigh_places(text, mentions_in(text, ("Springfield", "GPE")))
    assert weighed.choice is None
    assert len({c.place.division for c in weighed.candidates}) > 2
    assert sum(c.chance for c in weighed.candidates) <= 1
    (place,) = resolve_places(text, mentions_in(text, ("Springfield", "GPE")))
    assert place == Place(mention="m1", country="US", precision="country")


def test_where_the_document_was_published_speaks_for_its_country():
    text = "The mayor of Hamilton said no."
    homes = {home: place_of(text, ("Hamilton", "GPE"), home=home) for home in ("NZ", "CA")}
    assert {home: place and place.country for home, place in homes.items()} == {"NZ": "NZ", "CA": "CA"}


def test_a_name_spelled_by_ear_is_found_in_its_country():
    text = "Shells fell on Hodaydeh in Yemen."
    assert near(place_of(text, ("Hodaydeh", "GPE"), ("Yemen", "GPE")), 14.8, 42.95)


@pytest.mark.parametrize(("country", "taken"), [("Denmark", True), ("Iraq", False)])
def test_a_village_is_taken_only_where_its_country_is_spoken_of(country: str, taken: bool):
    text = f"In {country}, as officials in {country} said, they came to Låsby."
    names = [(country, "GPE"), (country, "GPE"), ("Låsby", "GPE")]
    weighed = weigh_places(text, mentions_in(text, *names))
    assert [w.candidates[0].place.country for w in weighed if w.name == "Låsby"] == ["DK"]
    assert [w.choice is not None for w in weighed if w.name == "Låsby"] == [taken]


def test_a_town_and_the_province_of_its_name_are_no_ambiguity():
    place = place_of("Shells fell on Kherson.", ("Kherson", "GPE"))
    assert place is not None
    assert place.country == "UA"


def test_a_dateline_speaks_for_its_country():
    text = "WELLINGTON, New Zealand — The mayor of Hamilton said no."
    names = [("WELLINGTON", "GPE"), ("New Zealand", "GPE"), ("Hamilton", "GPE")]
    found = resolve_places(text, mentions_in(text, *names), blocks=[Block(0, 25, "dateline")])
    assert [p.country for p in found] == ["NZ", "NZ", "NZ"]


def test_a_country_nobody_knows_is_no_error():
    assert near(place_of("In Mosul.", ("Mosul", "GPE"), home="QQ"), 36.3, 43.1)


def test_nothing_in_nothing_out():
    assert resolve_places("", []) == ()


def test_places_come_in_the_order_of_mentions_and_hold_together():
    text = "Mosul, Iraq. Then Erbil, then Lirrenholm and Mosul."
    names = ["Mosul", "Iraq", "Erbil", "Lirrenholm", "Mosul"]
    found = resolve_places(text, mentions_in(text, *((n, "GPE") for n in names)))
    assert [p.mention for p in found] == ["m1", "m2", "m3", "m5"]
    assert resolve_places(text, mentions_in(text, *((n, "GPE") for n in names))) == found


NAMES = st.sampled_from(
    ["Paris", "Texas", "Congo", "Georgia", "Mosul", "Lirrenholm", "San José", "the", ",", "and", "in", "U.S."]
)


@given(st.lists(NAMES, max_size=12), st.sampled_from(["GPE", "LOC", "FAC", "ORG", "PER"]))
def test_any_text_of_names_gives_sound_places(words: list[str], kind: str):
    text, mentions = "", []
    for number, word in enumerate(words):
        if word[0].isupper():
            mentions.append(Mention(id=f"m{number}", start=len(text), end=len(text) + len(word), type=kind))
        text += word + " "
    found = resolve_places(text, mentions)
    assert len({p.mention for p in found}) == len(found)
    assert {p.mention for p in found} <= {m.id for m in mentions}
    assert all((p.lat is None) == (p.lon is None) and p.precision for p in found)
    assert all(c.chance <= 1 for w in weigh_places(text, mentions) for c in w.candidates)


def test_a_document_of_many_names_is_read_whole():
    """Fifty thousand mentions: anything that grows with their square would not end."""
    text = "Mosul, Iraq. " * 50_000
    mentions = [Mention(id=f"m{i}", start=i * 13, end=i * 13 + 5, type="GPE") for i in range(50_000)]
    assert len(resolve_places(text, mentions)) == 50_000
