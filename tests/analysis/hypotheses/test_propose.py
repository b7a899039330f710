"""Hypotheses, evidence and first ratings that a program proposes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.hypotheses import (
    Position,
    Saying,
    accept_suggestion,
    propose_evidence,
    propose_hypotheses,
    suggest_ratings,
    weigh_hypotheses,
)
from averral.records.hypothesis import Evidence, Hypothesis, Matrix

POSITIONS = (
    Position(name="Grey Heron", actor="a1", claims=("d1#c1", "d2#c1")),
    Position(name="Ministry of Works", actor="a2", claims=("d3#c4",), denials=("d4#c2",)),
    Position(name="The Grey Heron", actor="a1", claims=("d5#c9",)),
    Position(name="Nobody's accused", actor="a3", denials=("d6#c1",)),
)


def test_hypotheses_from_positions():
    found = propose_hypotheses(POSITIONS)
    assert [(h.text, h.kind, h.actor) for h in found] == [
        ("Grey Heron did it", "stated", "a1"),
        ("Ministry of Works did it", "stated", "a2"),
        ("An actor whom none of the others names did it", "another_actor", None),
        ("None of these explanations holds", "none_of_these", None),
    ]
    assert found[0].claims == ("d1#c1", "d2#c1", "d5#c9")
    assert found[1].denials == ("d4#c2",)


def test_nobody_named_is_nothing_proposed():
    assert propose_hypotheses(()) == propose_hypotheses(POSITIONS[3:]) == ()


@given(st.permutations(POSITIONS))
def test_the_order_of_positions_changes_nothing(positions):
    assert propose_hypotheses(positions) == propose_hypotheses(POSITIONS)


SAYINGS = (
    Saying(claim="d1#c1", text="Grey Heron  blew up the\nbridge.", origin="o1", source="a1"),
    Saying(claim="d2#c1", text="grey heron blew up the bridge.", origin="o1", source="a1"),
    Saying(claim="d2#c2", text="The bridge fell.", origin="o1", source="a1"),
    Saying(claim="d7#c1", text="The bridge fell.", source="a9"),
    Saying(claim="d8#c1", text="The bridge fell.", source="a9"),
)


@given(st.permutations(SAYINGS))
def test_evidence_from_sayings(sayings):
    found = {item.claims: item for item in propose_evidence(sayings)}
    assert set(found) == {("d1#c1", "d2#c1"), ("d2#c2",), ("d7#c1",), ("d8#c1",)}
    first = found["d1#c1", "d2#c1"]
    assert (first.text, first.origin, first.source) == ("Grey Heron blew up the bridge.", "o1", "a1")
    assert first.kind == "claims"
    assert first.credibility is first.relevance is first.reliability is None
    assert len({item.id for item in found.values()}) == 4


def test_suggestions():
    hypotheses = (
        Hypothesis(id="h1", text="One did it", claims=("k1", "k5"), denials=("k2", "k5")),
        Hypothesis(id="h2", text="Two did it", claims=("k3",)),
        Hypothesis(id="other", text="Another did it", kind="another_actor"),
    )
    evidence = (
        Evidence(id="e1", text="", claims=("k1",)),
        Evidence(id="e2", text="", claims=("k2",)),
        Evidence(id="e3", text="", claims=("k1", "k3")),
        Evidence(id="e4", text="", claims=("k1", "k2")),
        Evidence(id="e5", text="", claims=("k9",)),
        Evidence(id="e6", text="", kind="fact"),
    )
    found = suggest_ratings(hypotheses, evidence)
    assert [(s.evidence, s.hypothesis, s.mark) for s in found] == [
        ("e1", "h1", "C"), ("e1", "h2", "I"), ("e1", "other", "I"),
        ("e2", "h1", "I"),
        ("e3", "h1", "C"), ("e3", "h2", "C"), ("e3", "other", "I"),
        ("e4", "h2", "I"), ("e4", "other", "I"),
    ]  # fmt: skip
    assert found[0].reason == "its claims say: One did it"
    assert found[1].reason == "its claims say instead: One did it"


def test_a_suggestion_counts_when_a_person_accepts_it():
    hypotheses = propose_hypotheses(POSITIONS)
    evidence = propose_evidence(SAYINGS)
    suggestions = suggest_ratings(hypotheses, evidence)
    ratings = tuple(
        accept_suggestion(s, number=n, rater="anna", made="2021-05-10T12:00:00Z") for n, s in enumerate(suggestions)
    )
    before = weigh_hypotheses(Matrix(hypotheses=hypotheses, evidence=evidence))
    after = weigh_hypotheses(Matrix(hypotheses=hypotheses, evidence=evidence, ratings=ratings))
    assert before.leaders == ()
    assert after.leaders == (hypotheses[0].id,)
    assert (after.ratings, after.accepted) == (4, 4)
    assert ratings[0].reason == suggestions[0].reason
