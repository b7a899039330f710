import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.gazetteer import PlaceKind, find_demonym, fold_name, load_gazetteer
from averral.gazetteer.places import DATA


@pytest.mark.parametrize(
    ("name", "place", "country", "kind"),
    [
        ("Iraq", "Iraq", "IQ", PlaceKind.COUNTRY),
        ("Republic of Iraq", "Iraq", "IQ", PlaceKind.COUNTRY),
        ("U.K.", "United Kingdom", "GB", PlaceKind.COUNTRY),
        ("Côte d'Ivoire", "Ivory Coast", "CI", PlaceKind.COUNTRY),
        ("Kiev", "Kyiv", "UA", PlaceKind.CAPITAL),
        ("Kyiv", "Kyiv", "UA", PlaceKind.CAPITAL),
        ("the Hague", "The Hague", "NL", PlaceKind.SETTLEMENT),
        ("Bombay", "Mumbai", "IN", PlaceKind.SETTLEMENT),
        ("El Fashir", "El Fasher", "SD", PlaceKind.SETTLEMENT),
        ("Basra", "Basra", "IQ", PlaceKind.DIVISION),
        ("Scotland", "Scotland", "GB", PlaceKind.DIVISION),
        ("Tex.", "Texas", "US", PlaceKind.DIVISION),
        ("NSW", "New South Wales", "AU", PlaceKind.DIVISION),
        ("Dallas County", "Dallas County", "US", PlaceKind.DISTRICT),
        ("NYC", "New York City", "US", PlaceKind.SETTLEMENT),
        ("the Sahel", "Sahel", None, PlaceKind.REGION),
        ("Gulf of Aden", "Gulf of Aden", None, PlaceKind.REGION),
    ],
)
def test_a_name_finds_its_place(name: str, place: str, country: str | None, kind: PlaceKind):
    found = load_gazetteer().find_places(name)
    assert (place, country, kind) in {(p.name, p.country, p.kind) for p in found}


@pytest.mark.parametrize("name", ["", " ", "Iraqi", "Qqxyzzy", "’", "x" * 5000, "\ud800"])
def test_what_is_no_place_finds_none(name: str):
    assert load_gazetteer().find_places(name) == ()


def test_the_most_populous_comes_first_and_all_are_there():
    found = load_gazetteer().find_places("Springfield")
    people = [p.population for p in found]
    assert people == sorted(people, reverse=True)
    assert {"Missouri", "Illinois", "Massachusetts", "Oregon"} <= {p.division for p in found}


def test_points_are_on_earth_and_codes_are_codes():
    rows = load_gazetteer().index.rows
    assert (abs(rows["lat"]) <= 90).all()
    assert (abs(rows["lon"]) <= 180).all()
    assert all(len(code) == 2 for code in load_gazetteer().country_rows)


def test_a_place_says_where_it_belongs():
    (place,) = [p for p in load_gazetteer().find_places("Kisumu") if p.kind == PlaceKind.SETTLEMENT]
    assert place.country == "KE"
    assert place.division == "Kisumu County"
    assert place.geonames is not None
    assert abs(place.lat) < 1


def test_the_middle_of_a_division_is_the_middle_of_its_land():
    """Most of Queensland's people live near Brisbane, 900 km from there."""
    (place,) = [p for p in load_gazetteer().find_places("Queensland") if p.kind == PlaceKind.DIVISION]
    assert abs(place.lat + 22.5) < 1
    assert abs(place.lon - 144.5) < 1


@pytest.mark.parametrize(("name", "code"), [("Georgia", "GE"), ("DRC", "CD"), ("Congo", None), ("Verra", None)])
def test_a_country_by_name(name: str, code: str | None):
    assert load_gazetteer().find_country(name) == code


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Iraqi", ("IQ",)),
        ("SYRIANS", ("SY",)),
        ("Congolese", ("CD", "CG")),
        ("Burkinabe", ("BF",)),
        ("Iraq", ()),
        ("", ()),
    ],
)
def test_demonyms(word: str, codes: tuple[str, ...]):
    assert find_demonym(word) == codes


@pytest.mark.parametrize("table", ["countries.csv", "regions.csv"])
def test_the_index_was_compiled_from_these_tables(table: str):
    gazetteer = load_gazetteer()
    kind = {"countries.csv": PlaceKind.COUNTRY, "regions.csv": PlaceKind.REGION}[table]
    with (DATA / table).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in filter(None, [row.get("name"), *row["aliases"].split("|")]):
                points = {(round(p.lat, 2), round(p.lon, 2)) for p in gazetteer.find_places(name) if p.kind == kind}
                assert (round(float(row["lat"]), 2), round(float(row["lon"]), 2)) in points, name


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str):
    places = load_gazetteer().find_places(text)
    assert all(p.name for p in places)
    assert not places or fold_name(text)
