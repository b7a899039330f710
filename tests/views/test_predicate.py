"""The words of predicates on pages are those of the extractor, and so are friend and foe."""

from __future__ import annotations

from averral.records.ontology.predicates import PREDICATE_KINDS, are_opposed
from averral.views.predicate import PREDICATE_WORDS, SYMMETRIC, find_sign, word_predicate


def test_the_table_of_words_is_that_of_the_predicates():
    assert {key: (kind.wording, kind.inverse) for key, kind in PREDICATE_KINDS.items()} == PREDICATE_WORDS
    assert {key for key, kind in PREDICATE_KINDS.items() if kind.symmetric} == SYMMETRIC
    for one in PREDICATE_KINDS:
        for other in PREDICATE_KINDS:
            signs = {find_sign(one), find_sign(other)}
            assert are_opposed(one, other) == (signs == {"friendly", "hostile"})


def test_words_of_a_predicate_that_is_not_known():
    assert (word_predicate("sells_to"), find_sign("sells_to")) == ("sells to", "neither")
    assert word_predicate("funds", inverse=True) == "is funded by"
