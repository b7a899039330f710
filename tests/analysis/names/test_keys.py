from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.names import name_keys


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Karim al-Qadesh", "Kareem Kadesh"),
        ("person", "Tovar Kelmin", "Kelmin, Tovar Anselm"),
        ("person", "T. Kelmin", "Tovar Kelmin"),
        ("person", "Bill Kelmin", "William Kelmin"),
        ("person", "Kel Mo-jun", "Mojun Kel"),
        ("person", "Mau Tse-tang", "Mau Zedang"),
        ("person", "Sheikh Tovar", "Sheikh Tovar Kelmin"),
        ("person", "Тарас Кельмин", "Taras Kelmin"),
        ("organization", "Front for the Liberation of Norlan", "FLN"),
        ("organization", "Norlan Workers' Party (NWP)", "NWP"),
        ("organization", "Ministry of Defence of France", "French Defense Ministry"),
        ("organization", "Fifth Brigade", "5th Brigade"),
        ("organization", "Norlan Guard Group", "Norlan Guard"),
        ("place", "Al-Marqada", "Markadah"),
        ("place", "Orvan, Norlan", "Orvan"),
        ("place", "Luhar", "Lugar"),
        ("facility", "Orvan Air Base", "Orvan Airbase"),
        ("group", "Orvani", "Orvanis"),
    ],
)
def test_spellings_of_one_name_share_a_key(kind: str, one: str, other: str):
    assert name_keys(one, kind) & name_keys(other, kind)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Tovar Kelmin", "Ansel Brelov"),
        ("person", "Tovar Kelmin", "Ansel Kelmin"),
        ("organization", "Ministry of Defence of France", "Ministry of Defence of Spain"),
        ("organization", "5th Brigade", "6th Brigade"),
        ("place", "Orvan", "Talmeth"),
    ],
)
def test_what_would_bring_thousands_together_makes_no_key(kind: str, one: str, other: str):
    assert not name_keys(one, kind) & name_keys(other, kind)


@pytest.mark.parametrize("name", ["", "12345", "—", "a" * 5000])
def test_no_name_no_key(name: str):
    assert name_keys(name, "person") == frozenset()


def test_many_bearers_of_few_names_stay_apart():
    """400 persons of 20 given names and 20 surnames: a key brings only a small part of them together."""
    syllables = [a + b for a, b in product(("bar", "kel", "mon", "tor", "siv"), ("nad", "gul", "pem", "rost"))]
    names = [f"{given.title()} {surname.title()}ov" for given in syllables for surname in syllables]
    shared = Counter(key for name in names for key in name_keys(name, "person"))
    assert max(shared.values()) <= len(names) // 4


@given(st.text(max_size=120), st.sampled_from(["person", "organization", "place", "group", "facility"]))
def test_any_text_has_few_keys(name: str, kind: str):
    assert len(name_keys(name, kind)) <= 300


def test_a_letter_that_nothing_spells_has_no_keys():
    assert name_keys("\U0002e79b", "person") == frozenset()
