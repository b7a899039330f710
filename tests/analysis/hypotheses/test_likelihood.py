"""The likelihood view, worked by hand."""

from __future__ import annotations

from math import log

import msgspec
import pytest

from averral.analysis.hypotheses import Jitter, weigh_hypotheses
from tests.analysis.hypotheses.matrices import make_matrix

FEW = Jitter(draws=1)


def weigh(matrix):
    return weigh_hypotheses(matrix, FEW)


def shares(matrix):
    return {standing.hypothesis: standing.share for standing in weigh(matrix).standings}


def test_likelihood_worked_by_hand():
    # ρ = ½ (medium): CC ½·4 + ½ = 2.5; II ½·¼ + ½ = 0.625; none of these 1. Sum 4.125.
    found = weigh(make_matrix([("e1", "anna", "CC II")], ("h1", "h2"), e1={"credibility": "medium"}))
    assert {s.hypothesis: s.share for s in found.standings} == {
        "h1": pytest.approx(2.5 / 4.125, rel=1e-14),
        "h2": pytest.approx(0.625 / 4.125, rel=1e-14),
    }
    assert found.none_of_these == pytest.approx(1 / 4.125, rel=1e-14)


def test_shares_of_raters_are_averaged():
    # ρ = 1. anna: 4 : ¼ : 1 = 16/21, 1/21, 4/21; ben the other way round. Means: 17/42, 17/42, 4/21.
    sure = {"reliability": 1.0}
    found = weigh(make_matrix([("e1", "anna", "CC II"), ("e1", "ben", "II CC")], ("h1", "h2"), e1=sure))
    for standing in found.standings:
        assert standing.share == pytest.approx(17 / 42, rel=1e-14)
        assert (standing.low, standing.high) == (pytest.approx(1 / 21), pytest.approx(16 / 21))
    assert found.none_of_these == pytest.approx(4 / 21, rel=1e-14)


@pytest.mark.parametrize(
    ("priors", "expected"),
    [
        ((0.6, 0.3), (0.6 * 2, 0.3, 0.1)),  # what is left of 1 is for none of these
        ((0.5, 0.5), (0.5 * 2, 0.5, 0.5)),  # nothing is left, so it has as much as the others on average
        ((0.6, None), (1 * 2, 1, 1)),  # not all are given, so all are equal
    ],
)
def test_priors(priors, expected):
    # ρ = 1, C for h1: L = 2; N for h2: L = 1.
    matrix = make_matrix([("e1", "anna", "C N")], ("h1", "h2"), e1={"reliability": 1.0})
    given = tuple(msgspec.structs.replace(h, prior=p) for h, p in zip(matrix.hypotheses, priors, strict=True))
    found = weigh(msgspec.structs.replace(matrix, hypotheses=given))
    shares = {s.hypothesis: s.share for s in found.standings}
    whole = sum(expected)
    for share, part in zip((shares["h1"], shares["h2"], found.none_of_these), expected, strict=True):
        assert share == pytest.approx(part / whole, rel=1e-12)


def test_three_copies_count_once():
    # One item with ρ = 1 and CC against "none of these": 4 / (4 + 1) = 0.8. Three origins: 64 / 65 = 0.985.
    rows = [(name, "anna", "CC") for name in ("e1", "e2", "e3")]
    one = {"reliability": 1.0, "origin": "wire"}
    three = {name: {"reliability": 1.0, "origin": f"origin of {name}"} for name, _, _ in rows}
    assert shares(make_matrix(rows, ("h1",), e1=one, e2=one, e3=one))["h1"] == pytest.approx(0.8, rel=1e-14)
    assert shares(make_matrix(rows, ("h1",), **three))["h1"] == pytest.approx(64 / 65, rel=1e-14)


def test_the_sum_of_logarithms_is_the_definition():
    # h1: log ⅓ + log(¾·2 + ¼) + log(¼·½ + ¾); h2: log ⅓ + log 1 + log(¼·4 + ¾); none of these: log ⅓.
    matrix = make_matrix(
        [("e1", "anna", "C N"), ("e2", "anna", "I CC")],
        ("h1", "h2"),
        e1={"credibility": "high"},
        e2={"credibility": "low"},
    )
    found = weigh(matrix)
    shares = {s.hypothesis: s.share for s in found.standings}
    assert log(shares["h1"] / found.none_of_these) == pytest.approx(log(1.75) + log(0.875), rel=1e-12)
    assert log(shares["h2"] / found.none_of_these) == pytest.approx(log(1.75), rel=1e-12)
