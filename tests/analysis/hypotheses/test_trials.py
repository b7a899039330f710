"""What the order hangs on: leaving out, shaking, and re-rating, each against doing it by brute force."""

from __future__ import annotations

from itertools import combinations, product

import msgspec
import pytest
from hypothesis import given, settings

from averral.analysis.hypotheses import Jitter, weigh_hypotheses
from averral.analysis.hypotheses.scale import RATINGS, STEP
from averral.errors import InputError
from tests.analysis.hypotheses.matrices import make_matrix, matrices

FEW = Jitter(draws=5)
HUNG = make_matrix(
    [("e1", "anna", "II N N"), ("e2", "anna", "N I N"), ("e3", "anna", "N N II"), ("e4", "anna", "C CC C")],
    e1={"source": "s1", "origin": "o1"},
    e2={"source": "s1", "origin": "o2"},
    e3={"source": "s2", "origin": "o2"},
)


def weigh(matrix):
    return weigh_hypotheses(matrix, FEW)


def test_leaving_out_worked_by_hand():
    # Scores: h1 −2, h2 and h3 of the one origin o2: h2 (−1 + 0)/2 = −0.5, h3 (0 − 2)/2 = −1. h2 leads.
    found = weigh(HUNG)
    assert found.leaders == ("h2",)
    removals = {(r.kind, r.id): r for r in found.removals}
    assert [(r.kind, r.id) for r in found.removals] == [
        ("item", "e1"), ("item", "e2"), ("item", "e3"), ("item", "e4"),
        ("source", "s1"), ("source", "s2"), ("origin", "o1"), ("origin", "o2"),
    ]  # fmt: skip
    # Without e1 h1 has 0 and leads. Without e2 the line o2 is e3 alone: h2 0, h3 −2. Without e3: h2 −1, h3 0.
    assert removals["item", "e1"].order == (("h1",), ("h2",), ("h3",))
    assert removals["item", "e2"].order == (("h2",), ("h1", "h3"))
    assert removals["item", "e3"].order == (("h3",), ("h2",), ("h1",))
    assert removals["item", "e4"].reason == "without it the order stays"
    # Without s1 (e1 and e2) only e3 speaks against anything; without o2 (e2 and e3) only e1 does.
    assert removals["source", "s1"].order == (("h1", "h2"), ("h3",))
    assert removals["source", "s1"].reason == "without it h1 and h2 would lead"
    assert removals["origin", "o2"].order == (("h2", "h3"), ("h1",))
    assert found.linchpins == ("e1", "e3")


@settings(max_examples=60, deadline=None)
@given(matrices())
def test_leaving_out_is_weighing_without(matrix):
    found = weigh(matrix)
    for removal in found.removals:
        kept = tuple(item for item in matrix.evidence if item.id not in removal.items)
        ratings = tuple(rating for rating in matrix.ratings if rating.evidence not in removal.items)
        other = weigh(msgspec.structs.replace(matrix, evidence=kept, ratings=ratings))
        assert removal.order[:1] == ((other.leaders,) if other.leaders else ())
        assert removal.changes_leader == (other.leaders != found.leaders)
        ranked = [s.hypothesis for s in other.standings if s.rank is not None]
        assert [name for place in removal.order for name in place] == ranked


def test_a_safe_lead_stays_and_a_narrow_one_does_not():
    safe = make_matrix([(f"e{n}", "anna", "C II") for n in range(8)], ("h1", "h2"))
    narrow = make_matrix([("e1", "anna", "N I")], ("h1", "h2"))
    assert weigh_hypotheses(safe).stability.stays == 1.0
    # h1 is overtaken or drawn level where I becomes N or N becomes I: 1 − 0.9² = 0.19 of the draws.
    assert weigh_hypotheses(narrow, Jitter(draws=4000)).stability.stays == pytest.approx(0.81, abs=0.03)
    # Only N to I together with II to I makes them level: 1 − 0.1² = 0.99 of the draws.
    wide = make_matrix([("e1", "anna", "N II")], ("h1", "h2"))
    assert 0.98 < weigh_hypotheses(wide, Jitter(draws=4000)).stability.stays < 1


def test_shaking_is_the_same_every_time():
    narrow = make_matrix([("e1", "anna", "N I"), ("e2", "anna", "I C")], ("h1", "h2"))
    assert weigh_hypotheses(narrow).stability == weigh_hypotheses(narrow).stability
    assert weigh_hypotheses(narrow).stability != weigh_hypotheses(narrow, Jitter(seed=6)).stability


@pytest.mark.parametrize("jitter", [Jitter(draws=0), Jitter(chance=1.5), Jitter(chance=-0.1)])
def test_a_jitter_that_makes_no_sense_is_refused(jitter):
    with pytest.raises(InputError, match="jitter"):
        weigh_hypotheses(HUNG, jitter)


def test_the_smallest_single_rerating():
    # h1 −1, h2 −2: I in place of N under h1 for e2 makes them level, one step. So does N in place of I under h2 (e3).
    matrix = make_matrix([("e1", "anna", "I I"), ("e2", "anna", "N N"), ("e3", "anna", "CC I")], ("h1", "h2"))
    flip = weigh(matrix).flip
    assert flip.steps == 1
    assert [(r.evidence, r.hypothesis, r.old, r.new) for r in flip.reratings] == [("e1", "h1", "I", "II")]
    assert flip.reason == "with II in place of I for e1 under h1 (anna), not the same hypotheses would lead"


def test_two_reratings_where_one_is_not_enough():
    # h1 0, h2 −4: one change gains at most 2, two of them 4: II to N under h2 twice, two steps each; or C to I or II.
    matrix = make_matrix([("e1", "anna", "N II"), ("e2", "anna", "N II")], ("h1", "h2"))
    flip = weigh(matrix).flip
    assert (flip.steps, len(flip.reratings)) == (4, 2)


def test_two_reratings_of_one_hypothesis():
    # h1 0, h2 −4: II to N under h2 twice takes two steps each; CC to II under h1 would take four.
    matrix = make_matrix([("e1", "anna", "CC II"), ("e2", "anna", "CC II")], ("h1", "h2"))
    flip = weigh(matrix).flip
    assert flip.steps == 4
    assert [(r.evidence, r.hypothesis, r.new) for r in flip.reratings] == [("e1", "h2", "N"), ("e2", "h2", "N")]


def test_where_not_even_two_would_do():
    assert weigh(make_matrix([(f"e{n}", "anna", "C II") for n in range(4)], ("h1", "h2"))).flip is None


def brute_force(matrix, count):
    """The fewest steps on the scale with which `count` re-ratings change who leads."""
    leaders = weigh(matrix).leaders
    rated = [rating for rating in matrix.ratings if rating.mark in STEP]
    found = []
    for ratings in combinations(rated, count):
        for marks in product(RATINGS, repeat=count):
            if any(rating.mark == mark for rating, mark in zip(ratings, marks, strict=True)):
                continue
            new = {rating.id: mark for rating, mark in zip(ratings, marks, strict=True)}
            changed = tuple(msgspec.structs.replace(r, mark=new.get(r.id, r.mark)) for r in matrix.ratings)
            if weigh(msgspec.structs.replace(matrix, ratings=changed)).leaders != leaders:
                found.append(sum(abs(STEP[r.mark] - STEP[new[r.id]]) for r in ratings))
    return min(found, default=None)


def one_rater(matrix):
    return msgspec.structs.replace(matrix, ratings=tuple(r for r in matrix.ratings if r.rater == "anna"))


@settings(max_examples=25, deadline=None)
@given(matrices(marks=("C", "N", "I", "II"), most=2).map(one_rater))
def test_the_smallest_change_is_the_one_that_trying_all_finds(matrix):
    flip = weigh(matrix).flip
    if sum(s.rank is not None for s in weigh(matrix).standings) < 2:
        assert flip is None
        return
    single = brute_force(matrix, 1)
    if single is not None:
        assert (len(flip.reratings), flip.steps) == (1, single)
    else:
        assert (flip.steps if flip else None) == brute_force(matrix, 2)
