"""Digits proposed from origins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.corroboration import propose_digit


@pytest.mark.parametrize(
    ("asserting", "denying", "unsure", "digit"),
    [
        ("", "", "", None),
        ("a", "", "", None),
        ("", "ab", "", None),
        ("ab", "", "", 1),
        ("abc", "", "c", 1),
        ("ab", "", "b", None),
        ("ab", "c", "c", 2),
        ("abc", "d", "", 2),
        ("ab", "c", "", 3),
        ("ab", "cd", "", None),
        ("ab", "cde", "", 4),
        ("a", "cd", "", 5),
        ("abc", "c", "", 2),
        ("ab", "b", "", None),
    ],
)
def test_digits(asserting, denying, unsure, digit):
    found = propose_digit(asserting, denying, unsure)
    assert found.digit == digit
    assert found.label == {
        None: "cannot be judged", 1: "confirmed by other sources", 2: "probably true", 3: "possibly true",
        4: "doubtful", 5: "improbable",
    }[digit]  # fmt: skip


def test_reasons():
    assert propose_digit("abx", "xc", "b").reasons == (
        "independent origins that assert it: 1; that deny it: 1",
        "as many assert it as deny it",
        "not counted, as they both assert and deny it: x",
        "not counted, as they may rest on another: b",
    )


origins = st.lists(st.sampled_from("abcdefg"))


@given(origins, origins, origins)
def test_a_digit_needs_two_independent_origins_and_copies_count_for_nothing(asserting, denying, unsure):
    found = propose_digit(asserting, denying, unsure)
    counted = set(found.origins_for) | set(found.origins_against)
    assert found.digit is None or len(counted) >= 2
    assert found.digit != 1 or (len(found.origins_for) >= 2 and not denying)
    assert not counted & set(unsure)
    assert propose_digit(asserting[::-1] * 2, denying[::-1], unsure * 2) == found
