"""Words for likelihood and confidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.hypotheses import (
    LIKELIHOOD_WORDS,
    tell_confidence,
    tell_judgement,
    tell_likelihood,
    word_likelihood,
)
from averral.errors import InputError

WORDS = [form for word in LIKELIHOOD_WORDS for form in (word.word, word.synonym)]


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (0.0, None), (0.009, None), (0.01, "almost no chance"), (0.0499, "almost no chance"), (0.05, "very unlikely"),
        (0.2, "unlikely"), (0.449, "unlikely"), (0.45, "roughly even chance"), (0.5, "roughly even chance"),
        (0.55, "likely"), (0.65, "likely"), (0.8, "very likely"), (0.95, "almost certain"), (0.99, "almost certain"),
        (0.991, None), (1.0, None),
    ],
)  # fmt: skip
def test_words(share, word):
    found = word_likelihood(share)
    assert (found.word if found else None) == word


@given(st.floats(0.01, 0.99))
def test_every_share_between_1_and_99_percent_lies_in_the_range_of_its_word(share):
    word = word_likelihood(share)
    assert word.low - 1e-6 <= share * 100 <= word.high + 1e-6


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_no_share(share):
    with pytest.raises(InputError, match="from 0 to 1"):
        word_likelihood(share)


def test_sentences():
    assert (
        tell_likelihood("Grey Heron did it", 0.7)
        == "Grey Heron did it: likely, 70 percent (ICD 203: 55 to 80 percent)."
    )
    assert (
        tell_likelihood("Grey Heron did it", 0.004) == "Grey Heron did it: 0.4 percent, for which ICD 203 has no word."
    )
    assert tell_confidence("low") == "Confidence in this judgement: low."
    assert tell_confidence("moderate", "two origins") == "Confidence in this judgement: moderate, as two origins."
    assert tell_judgement("It", 0.5, None) == (tell_likelihood("It", 0.5),)


@given(
    st.floats(0, 1), st.sampled_from(("low", "moderate", "high")), st.sampled_from(("", "two origins", *WORDS, "65%"))
)
def test_likelihood_and_confidence_never_share_a_sentence(share, confidence, reason):
    for sentence in tell_judgement("It", share, confidence, reason):
        likelihood = any(word in sentence for word in WORDS) or "percent" in sentence or "%" in sentence
        assert likelihood != ("onfidence" in sentence)
