"""Weighing: examples worked by hand, the two published faults, and what must hold of every matrix."""

from __future__ import annotations

from math import isclose, sqrt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.analysis.hypotheses import Jitter, weigh_hypotheses
from averral.errors import InputError
from averral.records.hypothesis import CellRating, Evidence, Hypothesis, Matrix
from tests.analysis.hypotheses.matrices import MADE, make_matrix, matrices

FEW = Jitter(draws=20)
HIGH = {"credibility": "high", "relevance": "high"}
LOW = {"credibility": "low", "relevance": "low"}


def weigh(matrix):
    return weigh_hypotheses(matrix, FEW)


def scores(matrix):
    return {standing.hypothesis: standing.inconsistency for standing in weigh(matrix).standings}


WORKED = make_matrix(
    [("e1", "anna", "II C N"), ("e2", "anna", "CC I II"), ("e3", "anna", "I II n/a"), ("e4", "anna", "- I I")],
    e1=HIGH,
    e2=LOW,
    e3={"credibility": "medium", "relevance": "medium"},
    e4={"credibility": "high", "relevance": "low"},
)


def test_weighted_inconsistency_worked_by_hand():
    # Weights: e1 √2·√2 = 2; e2 1/√2·1/√2 = 1/2; e3 1·1 = 1; e4 √2·1/√2 = 1.
    # h1: 2·(−2) + ½·0 + 1·(−1)          = −5
    # h2: 2·0 + ½·(−1) + 1·(−2) + 1·(−1) = −3.5
    # h3: 2·0 + ½·(−2) + n/a + 1·(−1)    = −2
    assert scores(WORKED) == {"h1": -5.0, "h2": -3.5, "h3": -2.0}
    found = weigh(WORKED)
    assert found.leaders == ("h3",)
    assert [(s.hypothesis, s.rank, s.rated, s.not_applicable, s.unrated) for s in found.standings] == [
        ("h3", 1, 3, 1, 0),
        ("h2", 2, 4, 0, 0),
        ("h1", 3, 3, 0, 1),
    ]


def test_one_judged_axis_weighs_alone():
    # √2·1·(−1) and 1/√2·1·(−2) = −√2 each: level.
    matrix = make_matrix(
        [("e1", "anna", "I N"), ("e2", "anna", "N II")],
        ("h1", "h2"),
        e1={"credibility": "high"},
        e2={"relevance": "low"},
    )
    assert scores(matrix) == {"h1": pytest.approx(-sqrt(2), abs=1e-15), "h2": pytest.approx(-sqrt(2), abs=1e-15)}
    assert weigh(matrix).leaders == ("h1", "h2")


def test_evidence_against_everything_is_not_diagnostic():
    # The fault of Burton's open-source ACH. II against all three: max − min = 0. CC to II: 4. I to C: 2.
    found = weigh(make_matrix([("all", "anna", "II II II"), ("best", "anna", "CC II N"), ("some", "anna", "N I C")]))
    assert [(line.id, line.diagnosticity) for line in found.lines] == [
        ("item:best", 4.0),
        ("item:some", 2.0),
        ("item:all", 0.0),
    ]


def test_raters_who_differ_in_level_do_not_make_evidence_diagnostic():
    # anna finds it consistent with both, ben very inconsistent with both: each tells nothing apart, (0 + 0) / 2 = 0.
    found = weigh(make_matrix([("e1", "anna", "C C"), ("e1", "ben", "II II")], ("h1", "h2")))
    assert found.lines[0].diagnosticity == 0.0


def test_halves_are_not_rounded_away_from_neutral():
    # The first fault of Open Synthesis: the mean of I and N is half a step, which it rounds to I.
    # Here (−1 + 0) / 2 = −0.5 exactly, and the cell has no common mark.
    matrix = make_matrix([("e1", "anna", "I N"), ("e1", "ben", "N N")], ("h1", "h2"))
    assert scores(matrix) == {"h1": -0.5, "h2": 0.0}
    cell = weigh(matrix).cells[0]
    assert (cell.agreed, cell.spread, cell.state) == (None, 1, "rated")
    assert cell.reasons == ("the raters differ: anna I; ben N",)


def test_opposite_ratings_do_not_cancel():
    # The second fault of Open Synthesis: CC and II become N. Here the penalties are averaged: (0 − 2) / 2 = −1, the
    # cell says that its raters are four steps apart, and the line tells the hypotheses apart by 4, as each rater says.
    matrix = make_matrix([("e1", "anna", "CC II"), ("e1", "ben", "II CC")], ("h1", "h2"))
    found = weigh(matrix)
    assert scores(matrix) == {"h1": -1.0, "h2": -1.0}
    assert [cell.spread for cell in found.cells] == [4, 4]
    assert found.lines[0].diagnosticity == 4.0


def test_raters_are_kept_apart():
    # anna: −2 and 0; ben: 0 and −1; together (−2 + 0) / 2 = −1 and (0 − 1) / 2 = −0.5.
    matrix = make_matrix([("e1", "anna", "II C"), ("e1", "ben", "C I")], ("h1", "h2"))
    found = {s.hypothesis: s for s in weigh(matrix).standings}
    assert {name: s.inconsistency for name, s in found.items()} == {"h1": -1.0, "h2": -0.5}
    assert [(r.rater, r.inconsistency) for r in found["h1"].raters] == [("anna", -2.0), ("ben", 0.0)]


def test_copies_that_are_rated_differently_say_so():
    # Of one origin: I with weight 2 and N with weight ½ come to (2·(−1) + ½·0) / 2 = −1.
    matrix = make_matrix(
        [("e1", "anna", "I C"), ("e2", "anna", "N C")],
        ("h1", "h2"),
        e1={**HIGH, "origin": "o"},
        e2={**LOW, "origin": "o"},
    )
    found = weigh(matrix)
    assert scores(matrix) == {"h1": -1.0, "h2": 0.0}
    assert len(found.lines) == 1
    assert found.lines[0].reasons == (
        "2 items have one origin and count once",
        "h1: anna rates items of this origin differently: I for e1, N for e2",
    )


def test_unrated_not_applicable_and_neutral_are_three_things():
    found = weigh(make_matrix([("e1", "anna", "N n/a -")]))
    assert [(cell.hypothesis, cell.state, cell.agreed) for cell in found.cells] == [
        ("h1", "rated", "N"),
        ("h2", "not_applicable", "not_applicable"),
        ("h3", "unrated", None),
    ]
    # Only h1 has a score: nothing speaks against the others because nobody asked.
    assert {s.hypothesis: (s.rank, s.inconsistency) for s in found.standings} == {
        "h1": (1, 0.0),
        "h2": (None, None),
        "h3": (None, None),
    }


@pytest.mark.parametrize(
    ("matrix", "reason"),
    [
        (Matrix(), "there is no evidence"),
        (make_matrix([], ("h1", "h2")), "there is no evidence"),
        (make_matrix([("e1", "anna", "")], ()), "there are not two hypotheses to weigh against each other"),
        (
            make_matrix([("e1", "anna", "- -")], ("h1", "h2")),
            "cells that are unrated, which is not the same as neutral: 2",
        ),
        (make_matrix([("e1", "anna", "n/a")], ("h1",)), "there are not two hypotheses to weigh against each other"),
    ],
)
def test_nothing_rated_has_no_leader(matrix, reason):
    found = weigh(matrix)
    assert found.leaders == found.linchpins == found.removals == ()
    assert found.stability is found.flip is found.none_of_these is None
    assert all(s.rank is s.inconsistency is s.share is None for s in found.standings)
    assert reason in found.reasons


def test_one_hypothesis():
    found = weigh(make_matrix([("e1", "anna", "II")], ("h1",), e1={"reliability": 1.0}))
    assert found.leaders == ("h1",)
    assert found.flip is None
    assert found.standings[0].share == pytest.approx(0.2)  # ¼ against 1
    assert found.lines[0].diagnosticity is None


def test_the_latest_rating_that_is_not_withdrawn_counts():
    def rate(number, mark, made, withdrawn=None):
        return CellRating(
            id=number, hypothesis="h1", evidence="e1", mark=mark, rater="anna", made=made, withdrawn=withdrawn
        )

    matrix = Matrix(
        hypotheses=(Hypothesis(id="h1", text="One"),),
        evidence=(Evidence(id="e1", text="Item"),),
        ratings=(
            rate(4, "II", "2021-05-11", "2021-05-12"),
            rate(3, "I", "2021-05-10"),
            rate(2, "C", "2021-05-10"),
            rate(1, "II", "2021-05-09"),
            CellRating(id=5, hypothesis="gone", evidence="e1", mark="II", rater="anna", made=MADE),
        ),
    )
    found = weigh(matrix)
    assert found.standings[0].inconsistency == -1.0
    assert found.ratings == 1
    assert found.strays == (5,)


def test_one_id_for_two_things_is_refused():
    with pytest.raises(InputError, match="two items of evidence have the id e1"):
        weigh(Matrix(evidence=(Evidence(id="e1", text="One"), Evidence(id="e1", text="Two"))))


@pytest.mark.parametrize("prior", [0.0, -1.0, 1.5])
def test_a_prior_is_a_share(prior):
    with pytest.raises(ValueError, match="prior"):
        Hypothesis(id="h1", text="One", prior=prior)


@settings(max_examples=60, deadline=None)
@given(matrices(), st.randoms(use_true_random=False))
def test_the_order_of_anything_changes_nothing(matrix, random):
    def mix(rows):
        return tuple(random.sample(rows, len(rows)))

    mixed = Matrix(
        hypotheses=mix(matrix.hypotheses), evidence=mix(matrix.evidence), ratings=mix(matrix.ratings)
    )  # fmt: skip
    assert weigh(mixed) == weigh(matrix)


@settings(max_examples=60, deadline=None)
@given(matrices())
def test_what_holds_of_every_weighing(matrix):
    found = weigh(matrix)
    shares = [s.share for s in found.standings if s.share is not None]
    shares += [] if found.none_of_these is None else [found.none_of_these]
    assert not shares or isclose(sum(shares), 1, rel_tol=1e-9)
    for standing in found.standings:
        assert standing.inconsistency is None or standing.inconsistency <= 0
        assert (standing.inconsistency is None) == (standing.rank is None) == (standing.rated == 0)
        assert standing.rated + standing.not_applicable + standing.unrated == len(found.lines)
    assert all(line.diagnosticity is None or 0 <= line.diagnosticity <= 4 for line in found.lines)


@settings(max_examples=40, deadline=None)
@given(matrices(most=3), st.integers(1, 4))
def test_copies_of_an_origin_change_no_score(matrix, copies):
    def copy(record, field, number):
        return msgspec.structs.replace(record, **{field: f"{getattr(record, field)}-{number}"})

    sole = tuple(msgspec.structs.replace(item, origin=item.id) for item in matrix.evidence)
    evidence = [copy(item, "id", n) for item in sole for n in range(copies)]
    ratings = [copy(rating, "evidence", n) for rating in matrix.ratings for n in range(copies)]
    numbered = tuple(msgspec.structs.replace(rating, id=n) for n, rating in enumerate(ratings))
    plain = weigh(msgspec.structs.replace(matrix, evidence=sole))
    many = weigh(msgspec.structs.replace(matrix, evidence=tuple(evidence), ratings=numbered))
    assert [s.hypothesis for s in many.standings] == [s.hypothesis for s in plain.standings]
    for one, other in zip(plain.standings, many.standings, strict=True):
        assert other.inconsistency == pytest.approx(one.inconsistency)
        assert other.share == pytest.approx(one.share)
