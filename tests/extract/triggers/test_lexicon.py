from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain

from averral.extract.triggers import LEXICON, find_event_type, iter_lemmas, lemma_variants
from averral.records.ontology import EVENT_TYPES

LEMMAS = {event: tuple(iter_lemmas(words)) for event, words in LEXICON.items()}


def test_every_event_type_has_words_and_no_other():
    assert set(LEXICON) == set(EVENT_TYPES)


def test_a_type_has_8_to_40_lemmas_of_which_some_are_sure():
    assert {event: len(lemmas) for event, lemmas in LEMMAS.items() if not 8 <= len(lemmas) <= 40} == {}
    assert [event for event, lemmas in LEMMAS.items() if sum(mark != "?" for _, _, mark in lemmas) < 3] == []


def test_a_type_names_a_lemma_once():
    for event, lemmas in LEMMAS.items():
        times = Counter((part, lemma.replace("*", "")) for part, lemma, _ in lemmas)
        assert [lemma for lemma, count in times.items() if count > 1] == [], event


def test_lemmas_are_written_as_the_lexicon_asks():
    for part, lemma, mark in chain.from_iterable(LEMMAS.values()):
        assert re.fullmatch(r"[a-z']+\*?(?: [a-z']+\*?)*", lemma), lemma
        assert lemma.count("*") <= (part != "phrase" and " " in lemma), lemma
        assert mark in ("", "?") or (mark == "~" and part == "verb" and ("*" in lemma or " " not in lemma)), lemma


def test_a_lemma_of_several_types_is_weak_in_each():
    given = defaultdict(dict)
    for event, lemmas in LEMMAS.items():
        for _, lemma, mark in lemmas:
            given[lemma.replace("*", "")].setdefault(event, set()).add(mark)
    shared = {lemma: types for lemma, types in given.items() if len(types) > 1}
    assert len(shared) > 20
    assert [lemma for lemma, types in shared.items() if set().union(*types.values()) != {"?"}] == []


def test_every_form_of_every_lemma_is_found():
    for event, lemmas in LEMMAS.items():
        for part, lemma, mark in lemmas:
            for form in lemma_variants(lemma, part):
                senses = [sense for sense in find_event_type(form) if (sense.type, sense.part) == (event, part)]
                assert len(senses) == 1, form
                assert mark or not senses[0].weak, form


def test_a_form_is_sure_of_one_type_at_most():
    forms = {form for part, lemma, _ in chain.from_iterable(LEMMAS.values()) for form in lemma_variants(lemma, part)}
    assert len(forms) > 6000
    assert [form for form in forms if len({s.type for s in find_event_type(form) if not s.weak}) > 1] == []
