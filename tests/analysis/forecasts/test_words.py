"""What words foretell, and how surely."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.forecasts import find_chance
from averral.analysis.forecasts.wording import read_kind

CHANCES = (
    ("There is a 65 percent chance of rain", 0.65, 0.65, "65 percent chance"),
    ("It is **likely (65%)** that the strike ends", 0.65, 0.65, "likely (65%)"),
    ("We are 80% certain that it will", 0.8, 0.8, "80% certain"),
    ("The probability of a truce is 30 per cent", 0.3, 0.3, None),
    ("a chance of 12.5 percent", 0.125, 0.125, None),
    ("The odds of a deal stand at 40%", 0.4, 0.4, None),
    ("a 60 to 70 percent chance", 0.6, 0.7, None),
    ("a 60-70% probability", 0.6, 0.7, None),
    ("less than 10 percent chance", 0.0, 0.1, None),
    ("at least 75% likely", 0.75, 1.0, None),
    ("a one in four chance", 0.25, 0.25, None),
    ("odds are fifty-fifty", 0.5, 0.5, None),
    ("The bridge will probably fall", 0.55, 0.8, "probably"),
    ("It is unlikely that it falls", 0.2, 0.45, "unlikely"),
    ("It is very likely to fall", 0.8, 0.95, "very likely"),
    ("It will almost certainly fall", 0.95, 0.99, "almost certainly"),
    ("almost no chance of a truce", 0.01, 0.05, "almost no chance"),
    ("It is not likely to fall", 0.2, 0.45, "not likely"),
    ("It is more likely than not", 0.5, 1.0, "more likely than not"),
    ("There is an even chance that it falls", 0.45, 0.55, "even chance"),
)
NO_CHANCES = (
    "", "Parliament votes on the sale of 49 percent of it", "Prices rose by 12 percent",
    "The likely winner is in the lead", "a remote village in the hills", "a 140 percent chance", "It may fall",
    "Probably one, almost certainly the other",
    "a 70-60% chance", "risks to 20 percent of the harvest",
)  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "wording"), CHANCES)
def test_chances(text, low, high, wording):
    chance = find_chance(text)
    assert (chance.low, chance.high) == pytest.approx((low, high))
    assert (chance.number is None) == (low != high)
    assert wording in (None, chance.wording)
    assert find_chance(text.upper()).low == pytest.approx(low)


@pytest.mark.parametrize("text", NO_CHANCES)
def test_no_chances(text):
    assert find_chance(text) is None


@given(st.text() | st.text(alphabet="0159% .-toinchcelikyper()", max_size=40))
def test_any_text_has_a_chance_or_none(text):
    chance = find_chance(text)
    assert chance is None or 0 <= chance.low <= chance.high <= 1


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("There will be a strike before June.", None, "prediction"),
        ("The council is due to vote on Monday.", None, "prediction"),
        ("The harvest won't come in.", None, "prediction"),
        ("The dam is going to break.", None, "prediction"),
        ("A strike before June is unlikely.", None, "prediction"),
        ("We will close the port.", None, "intention"),
        ("I'm told it works.", None, None),
        ("Will there be a strike?", None, None),
        ("You will remember the flood of last year.", None, None),
        ("Nobody knew who will vote for it.", None, None),
        ("They would not talk to us.", None, None),
        ("We hope that it will rain.", None, None),
        ("the mayor would resign", "said", "prediction"),
        ("the mayor would have resigned", "said", None),
        ("the mayor would resign", "believes", None),
        ("a long strike", "expects", "prediction"),
        ("that the dam would hold", "predicted", "prediction"),
        ("to rebuild the dam", "promised", "intention"),
        ("that the dam would be rebuilt", "pledged", "intention"),
        ("the dam", "promised", None),
        ("to close the port", "threatened", "intention"),
        ("to open by June", "hope", "intention"),
        ("that it will rain", "hope", None),
        ("to leave the town", "asked", None),
        ("to comment", "declined", None),
        ("that it was to be found in the archive", "said", None),
        ("The dam held.", None, None),
    ],
)
def test_kinds(text, cue, kind):
    assert read_kind(text, cue, first=True, own=False) == kind


def test_own_action_is_an_intention():
    assert read_kind("it would close the port", "said", first=True, own=True) == "intention"


def test_a_later_sentence_needs_words_of_its_own():
    assert read_kind("The dam is old.", "expects", first=False, own=False) is None
    assert read_kind("The dam will break.", "expects", first=False, own=False) == "prediction"
