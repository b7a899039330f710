import pytest

from averral.gazetteer import NameKind
from training.place_drafts import alike_names, division_names, native_key, settlement_names


def test_a_division_is_found_without_its_noun_in_english_and_by_its_abbreviations():
    names = division_names("Northern Norlan Province", ["N.N.", "NN", "Norlandia"])
    assert ("Northern Norlan Province", NameKind.MAIN) in names
    assert ("Northern Norlan", NameKind.BARE) in names
    assert ("north norlan", NameKind.ALTERNATE) in names
    assert [kind for name, kind in names if name in {"N.N.", "NN"}] == [NameKind.SHORT] * 2
    assert ("Norlandia", NameKind.ALIAS) in names


@pytest.mark.parametrize(("arabic", "bare"), [(True, [("norlan", NameKind.BARE)]), (False, [])])
def test_a_town_is_found_without_its_article_where_that_is_arabic(arabic: bool, bare: list):
    names = settlement_names("El Norlan", ["Norlania"], arabic=arabic)
    assert names[:2] == (("El Norlan", NameKind.MAIN), ("Norlania", NameKind.ALTERNATE))
    assert list(names[2:]) == bare


def test_every_name_can_be_found_by_ear():
    assert alike_names([("Norlan", NameKind.MAIN)]) == (("Norlan", NameKind.LOOSE),)


@pytest.mark.parametrize(
    ("name", "key"),
    [("Comuna Norlan", "norlan"), ("Municipio de Norlan", "norlan"), ("Norlan County", "norlan"), ("De", "de")],
)
def test_a_district_that_only_repeats_its_town(name: str, key: str):
    assert native_key(name) == key
