import pytest

from averral.extract.related import make_relations, state_relations
from averral.extract.ties import FoundTie
from averral.records import Mention, Span, Time
from tests.builders import span_of

TEXT = "The Oleth Brigade funds the Tarn Militia. Moss, of the Oleth Brigade, spoke."


def mention(number: int, words: str, entity: str | None, kind: str = "ORG", start: int = 0) -> Mention:
    at = TEXT.index(words, start)
    return Mention(id=f"m{number}", start=at, end=at + len(words), type=kind, name=True, entity=entity)


MENTIONS = (
    mention(1, "Oleth Brigade", "e1"),
    mention(2, "Tarn Militia", "e2"),
    mention(3, "Moss", "e3", "PER"),
    mention(4, "Oleth Brigade", "e1", start=42),
)
SENTENCES = (Span(0, 41), Span(42, len(TEXT)))


def span(m: Mention) -> Span:
    return Span(m.start, m.end)


def test_what_a_pattern_finds_is_a_relation_with_its_words():
    found = state_relations(TEXT, SENTENCES, MENTIONS[:2], ())
    (related,) = make_relations(found, SENTENCES, MENTIONS, ())
    relation = related.relation
    assert (relation.id, relation.subject, relation.predicate, relation.object) == ("r1", "e1", "funds", "e2")
    assert TEXT[relation.start : relation.end] == "Oleth Brigade funds the Tarn Militia"
    assert related.commitment is not None
    assert related.commitment.level == "CT+"


@pytest.mark.parametrize(
    ("chance", "predicate", "count"), [(0.9, "member_of", 1), (0.4, "member_of", 0), (0.9, "attacks", 1)]
)
def test_the_classifier_counts_where_it_is_sure(chance: float, predicate: str, count: int):
    tie = FoundTie(span(MENTIONS[2]), predicate, span(MENTIONS[3]), chance)
    assert len(state_relations("x" * len(TEXT), SENTENCES, MENTIONS[2:], (tie,))) == count


def test_a_pattern_goes_before_the_classifier():
    tie = FoundTie(span(MENTIONS[0]), "hosts", span(MENTIONS[1]), 0.99)
    assert [one.predicate for one in state_relations(TEXT, SENTENCES, MENTIONS[:2], (tie,))] == ["funds"]


def test_ends_without_an_entity_or_with_the_same_make_no_relation():
    tie = FoundTie(span(MENTIONS[2]), "member_of", span(MENTIONS[3]), 0.9)
    found = state_relations("x" * len(TEXT), SENTENCES, MENTIONS[2:], (tie,))
    assert make_relations(found, SENTENCES, (mention(1, "Moss", None, "PER"), MENTIONS[3]), ()) == ()
    assert make_relations(found, SENTENCES, (mention(1, "Moss", "e1", "PER"), MENTIONS[3]), ()) == ()


def test_the_time_that_a_clause_gives_is_the_relation_s():
    text = "In 2029 the Oleth Brigade funded the Tarn Militia."
    mentions = tuple(
        Mention(id=f"m{n}", start=span_of(text, w).start, end=span_of(text, w).end, type="ORG", entity=f"e{n}")
        for n, w in enumerate(("Oleth Brigade", "Tarn Militia"), 1)
    )
    time = Mention(id="m3", start=3, end=7, type="DATE")
    found = state_relations(text, (Span(0, len(text)),), (*mentions, time), ())
    times = (Time(start=3, end=7, edtf="2029", kind="date"),)
    assert [r.relation.edtf for r in make_relations(found, (Span(0, len(text)),), mentions, times)] == ["2029"]


def test_names_with_nothing_but_a_space_between_are_no_relation():
    tie = FoundTie(span(MENTIONS[2]), "member_of", span(MENTIONS[3]), 0.9)
    text = TEXT[: MENTIONS[2].end] + " " * (MENTIONS[3].start - MENTIONS[2].end) + TEXT[MENTIONS[3].start :]
    assert state_relations(text, SENTENCES, MENTIONS[2:], (tie,)) == ()


def test_of_two_directions_the_likelier_stands():
    ends = span(MENTIONS[2]), span(MENTIONS[3])
    ties = FoundTie(ends[0], "fights", ends[1], 0.9), FoundTie(ends[1], "fights", ends[0], 0.95)
    found = state_relations("x" * len(TEXT), SENTENCES, MENTIONS[2:], ties)
    assert [(one.subject, one.object) for one in found] == [ends[::-1]]


@pytest.mark.parametrize(("predicate", "count"), [("member_of", 1), ("created", 0), ("splits_from", 0)])
def test_a_tie_that_the_types_forbid_is_none(predicate: str, count: int):
    """Nobody creates, or splits from, a town."""
    town = mention(5, "Oleth", "e5", "GPE", start=42)
    tie = FoundTie(span(MENTIONS[2]), predicate, span(town), 0.99)
    assert len(state_relations("x" * len(TEXT), SENTENCES, (MENTIONS[2], town), (tie,))) == count
