import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.cues import ASSERTED, read_cue


@pytest.mark.parametrize(
    ("words", "content", "level"),
    [
        ("said", "that it fell", "CT+"),
        ("", "it fell", "CT+"),
        ("grumbled", "that it fell", "CT+"),
        ("denied", "that it fell", "CT-"),
        ("has always maintained", "", "CT+"),
        ("suspects", "", "PS+"),
        ("believe", "", "PR+"),
        ("do not believe", "", "PR-"),
        ("doubts", "", "PR-"),
        ("said it feared", "", "PS+"),
        ("did not say", "", "UU"),
        ("would neither confirm nor deny", "", "UU"),
        ("cannot prove", "", "UU"),
        ("didn’t deny", "", "UU"),
        ("ordered", "to fire", "UU"),
        ("told", "to fire", "UU"),
        ("told", "that it fired", "CT+"),
        ("claims", "to have fired", "CT+"),
        ("think", "it likely that it fell", "PR+"),
        ("consider", "it unlikely that it fell", "PR-"),
        ("finds no trace of", "any payment", "CT-"),
        ("refused", "to meet them", "CT-"),
        ("'s threat", "to fire", "UU"),
    ],
)
def test_a_cue_has_a_level(words, content, level):
    assert read_cue(words, content).level == level


@pytest.mark.parametrize("words", ["admitted", "has confirmed", "knows", "found out", "revealed", "the admission"])
def test_factive_cues_commit_whoever_relays_them(words):
    assert read_cue(words).factive


@pytest.mark.parametrize("words", ["claimed", "said", "believes", "denied", "did not confirm"])
def test_other_cues_do_not(words):
    assert not read_cue(words).factive


@pytest.mark.parametrize("words", ["demanded", "threatened", "has promised", "an ultimatum", "expects", "warned"])
def test_plans_threats_and_forecasts_are_ahead(words):
    assert read_cue(words).ahead


@pytest.mark.parametrize(("words", "nominal"), [("'s claim", True), ("the report", True), ("claims", False)])
def test_a_determiner_tells_a_noun_from_a_verb(words, nominal):
    assert read_cue(words).nominal == nominal


def test_case_does_not_matter():
    assert read_cue("DENIED") == read_cue("denied") != ASSERTED


@given(st.text(max_size=60), st.text(max_size=30))
def test_any_words_can_be_read(words, content):
    assert read_cue(words, content) == read_cue(words, content)
