import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.commitment import Commitment
from averral.extract.cues import read_cue
from averral.extract.factuality import LEVEL_SCORES, Stand, compose, join_score, level_of_score, stands_of_chain

LEVELS = st.sampled_from(sorted(LEVEL_SCORES))


@pytest.mark.parametrize(
    ("score", "level"), [(3, "CT+"), (1.6, "CT+"), (0.9, "UU"), (0, "UU"), (-0.9, "UU"), (-1.6, "CT-"), (-3, "CT-")]
)
def test_a_head_says_yes_no_or_nothing(score, level):
    assert level_of_score(score) == level


def test_what_is_no_number_commits_to_nothing():
    assert level_of_score(float("nan")) == "UU"


@given(st.floats(-5, 5), st.floats(-5, 5))
def test_a_higher_score_is_never_a_lower_level(a, b):
    low, high = sorted((a, b))
    assert LEVEL_SCORES[level_of_score(low)] <= LEVEL_SCORES[level_of_score(high)]


@given(LEVELS, LEVELS)
def test_composing_never_strengthens(a, b):
    assert compose(a, b) == compose(b, a)
    assert abs(LEVEL_SCORES[compose(a, b)]) == min(abs(LEVEL_SCORES[a]), abs(LEVEL_SCORES[b]))


def test_two_negatives_cancel_out():
    assert compose("CT-", "CT-") == "CT+"


@pytest.mark.parametrize(
    ("level", "marked", "score", "joined"),
    [
        ("CT+", False, None, "CT+"),
        ("CT+", False, -2.8, "CT-"),
        ("CT+", False, 0.1, "UU"),
        ("CT-", True, 0.3, "CT-"),
        ("CT-", True, 2.9, "UU"),
        ("PS+", True, 2.9, "PS+"),
    ],
)
def test_rule_and_head_cover_each_other(level, marked, score, joined):
    assert join_score(Stand(level, marked), score) == joined


@pytest.mark.parametrize(
    ("cues", "clause", "stands"),
    [
        ([], "CT+", ["CT+"]),
        (["said"], "CT+", ["CT+", "UU"]),
        (["said"], "CT-", ["CT-", "UU"]),
        (["denied"], "CT+", ["CT-", "UU"]),
        (["denied"], "CT-", ["CT+", "UU"]),
        (["admitted"], "CT+", ["CT+", "CT+"]),
        (["suspects"], "CT+", ["PS+", "UU"]),
        (["ordered"], "CT+", ["UU", "UU"]),
        (["'s claim", "rejects"], "CT+", ["CT+", "CT-", "UU"]),
        (["said", "denied"], "CT+", ["CT+", "UU", "UU"]),
        (["had ordered", "denied"], "CT+", ["UU", "CT-", "UU"]),
        (["admitted", "said"], "CT+", ["CT+", "CT+", "UU"]),
    ],
)
def test_each_voice_of_a_chain_has_a_stand(cues, clause, stands):
    commitment = Commitment(clause, marked=clause != "CT+")
    assert list(stands_of_chain(commitment, [read_cue(cue) for cue in cues])) == stands


@pytest.mark.parametrize(("cue", "level"), [("feared", "PS+"), ("said", "UU"), ("predicted", "PR+")])
def test_what_is_foretold_is_as_sure_as_its_cue(cue, level):
    clause = Commitment("UU", marked=True, ahead=True)
    assert stands_of_chain(clause, [read_cue(cue)])[0] == level


@given(st.lists(st.sampled_from(["said", "denied", "fears", "knows", "ordered"]), max_size=4), LEVELS)
def test_a_chain_has_one_stand_more_than_sources(cues, level):
    stands = stands_of_chain(Commitment(level, marked=True), [read_cue(cue) for cue in cues])
    assert len(stands) == len(cues) + 1
    assert all(stand in LEVEL_SCORES for stand in itertools.chain(stands))
