from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.origins.align import align, iter_spans
from averral.analysis.origins.wording import hash_key, read_wording
from tests.analysis.origins.reports import FIRE, HARBOUR


def word(text):
    return read_wording(text, [(0, len(text))])


def list_shared(one, two):
    a, b = word(one), word(two)
    return [(one[s:e], two[t:f]) for s, e, t, f in iter_spans(align(a, b), a, b)]


def change(text, every, seed=3):
    """Every so many words another one."""
    words, rng = text.split(), random.Random(seed)
    return " ".join(f"{rng.choice(['grey', 'slow', 'odd'])}" if n % every == 0 else w for n, w in enumerate(words, 1))


def test_a_passage_is_found_with_its_places_in_both():
    passage = ". ".join(FIRE.split(". ")[1:3])
    assert list_shared(f"Late news. {passage}. Nothing more is known.", FIRE) == [(passage, passage)]


def test_case_and_punctuation_do_not_count():
    shouted = FIRE.upper().replace(",", " –")
    assert [len(a.split()) > 80 for a, _ in list_shared(shouted, FIRE)] == [True]


@pytest.mark.parametrize(("every", "found"), [(10, True), (8, True), (3, False)])
def test_some_changed_words_do_not_break_a_passage_and_many_do(every, found):
    shared = list_shared(change(FIRE, every), FIRE)
    assert bool(shared) is found
    if found:
        assert len(shared) == 1
        assert len(shared[0][0]) > 0.85 * len(FIRE)


def test_words_left_out_and_added_are_passed_over():
    words = FIRE.split()
    edited = " ".join([*words[:20], "as", "was", "said", *words[20:50], *words[53:]])
    assert len(list_shared(edited, FIRE)) == 1


def test_a_few_shared_words_are_no_passage():
    assert list_shared("Flames took the upper floor of the rope works at Dunmarrow", FIRE) == []


def test_passages_that_changed_places_are_both_found():
    first, second = FIRE[: FIRE.index("Neighbours")], FIRE[FIRE.index("Neighbours") :]
    shared = list_shared(f"{second} {first}", FIRE)
    assert sorted(len(a.split()) > 25 for a, _ in shared) == [True, True]


@pytest.mark.parametrize("text", ["", "one", "... --- ...", "na " * 3_000])
def test_odd_texts_raise_nothing(text):
    assert isinstance(align(word(text), word(FIRE)), tuple)
    assert isinstance(align(word(text), word(text)), tuple)


def test_a_text_that_repeats_itself_costs_no_more():
    again = word("the bell rang again and again " * 2_000)
    assert align(again, again)


def test_keys_are_the_same_everywhere():
    assert hash_key("said", "harbour") == 4139336674


@given(st.integers(0, 40), st.integers(25, 60), st.text(alphabet="xyz ", max_size=200))
def test_every_passage_has_the_words_that_it_counts(start, length, noise):
    words = FIRE.split()
    text = f"{noise} {' '.join(words[start : start + length])} {HARBOUR}"
    a, b = word(text), word(FIRE)
    for match in align(a, b):
        assert 0 < match.words <= min(match.a_end - match.a_start, match.b_end - match.b_start)
        assert match.a_end <= len(a)
        assert match.b_end <= len(b)
    assert sum(match.words for match in align(a, b)) >= length - 2
