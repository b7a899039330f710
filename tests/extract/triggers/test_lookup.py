from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.extract.triggers import LEXICON, find_event_type, find_triggers, iter_lemmas, lemma_variants

relaxed = settings(max_examples=60, deadline=None)
"""The first look-up builds the index."""
SURFACES = sorted(
    {
        form
        for words in LEXICON.values()
        for part, lemma, _ in iter_lemmas(words)
        for form in lemma_variants(lemma, part)
    }
)


@pytest.mark.parametrize(
    ("surface", "event"),
    [
        ("bombing", "bombing"),
        ("BOMBINGS", "bombing"),
        ("car bombs", "bombing"),
        ("blew up", "bombing"),
        ("air-strikes", "air_strike"),
        ("air strike", "air_strike"),
        ("airstrikes", "air_strike"),
        ("kidnaped", "kidnapping"),
        ("kidnapping's", "kidnapping"),
        ("took hostages", "hostage_taking"),
        ("opened fire", "shooting"),
        ("machine-gunned", "shooting"),
        ("set ablaze", "arson"),
        ("shelled", "shelling"),
        ("rebelled", "uprising"),
        ("coup d’état", "coup"),
        ("coups d'etat", "coup"),
        ("cease-fire", "ceasefire"),
        ("breach of the truce", "ceasefire_violation"),
        ("mobilized", "mobilization"),
        ("mobilised", "mobilization"),
        ("were bombing", None),
        ("of", None),
        ("", None),
        ("*", None),
        ("bomb?", "bombing"),
    ],
)
def test_the_first_sense_of_words(surface, event):
    senses = find_event_type(surface)
    assert (senses[0].type if senses else None) == event


@pytest.mark.parametrize(
    ("surface", "weak"),
    [
        ("shells", True),
        ("shelled", False),
        ("trains", True),
        ("trained", False),
        ("strike", True),
        ("airstrike", False),
        ("fired", True),
        ("fired on", False),
        ("wounds", True),
        ("wounded", False),
        ("rebels", True),
        ("killed", True),
        ("killing", False),
    ],
)
def test_words_that_do_not_tell_alone_are_weak(surface, weak):
    senses = find_event_type(surface)
    assert senses
    assert all(sense.weak for sense in senses) == weak


@pytest.mark.parametrize(
    ("surface", "types"),
    [
        ("strike", {"attack", "strike_action"}),
        ("clashes", {"armed_clash", "riot"}),
        ("seized", {"territorial_capture", "kidnapping", "seizure"}),
        ("killed", {"killing", "death"}),
        ("release", {"release"}),
    ],
)
def test_all_types_that_words_may_name(surface, types):
    assert {sense.type for sense in find_event_type(surface)} == types


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Gunmen opened fire on a bus near Sorrin and kidnapped two miners.",
            [("opened fire", "shooting"), ("kidnapped", "kidnapping")],
        ),
        (
            "A suicide bomber blew himself up at the gate; a roadside bomb followed.",
            [
                ("suicide bomber", "suicide_bombing"),
                ("blew himself up", "suicide_bombing"),
                ("roadside bomb", "bombing"),
            ],
        ),
        (
            "THE TARVO BRIGADE SHELLED CARSK; THE ARMY REPORTED NO CEASE-\nFIRE VIOLATION.",
            [("SHELLED", "shelling"), ("CEASE-\nFIRE VIOLATION", "ceasefire_violation")],
        ),
        (
            "Police used tear gas, arrested nine and later released six; the union’s general strike went on.",
            [("used tear gas", "crackdown"), ("arrested", "arrest"), ("general strike", "strike_action")],
        ),
        (
            "The court acquitted the mayor, and a second judge sentenced his driver to life imprisonment.",
            [("acquitted", "acquittal"), ("sentenced", "sentence"), ("life imprisonment", "sentence")],
        ),
        (
            "An earthquake damaged the dam; villagers fled their homes.",
            [("earthquake", "disaster"), ("fled their homes", "displacement")],
        ),
        (
            "The two sides signed a ceasefire after three rounds of talks.",
            [("ceasefire", "ceasefire"), ("rounds of talks", "negotiation")],
        ),
        (
            "Mines and shells were on show; the trains ran, and a band called Strike played.",
            [],
        ),
        (
            "The drone strike hit an aid convoy; the ministry denied it.",
            [("drone strike", "drone_strike"), ("aid convoy", "aid"), ("denied", "statement")],
        ),
        (
            "Workers found a mass grave; eleven bodies were exhumed.",
            [("mass grave", "discovery_of_bodies"), ("exhumed", "discovery_of_bodies")],
        ),
        (
            "Rebels withdrew their forces after laying down their arms.",
            [("laying down their arms", "surrender")],
        ),
        (
            "The general was sworn in a day after the coup d'état toppled the cabinet.",
            [("sworn in", "appointment"), ("coup d'état", "coup"), ("toppled", "coup")],
        ),
        (
            "She was elected in May and resigned in June.",
            [("elected", "election"), ("resigned", "resignation")],
        ),
        ("He set the record. Fire crews waited.", []),
        ("", []),
    ],
)
def test_sure_triggers_of_a_text(text, found):
    matches = find_triggers(text)
    sure = [(text[m.start : m.end], m.senses[0].type) for m in matches if not m.senses[0].weak]
    assert sure == found


def test_the_longest_trigger_wins_but_does_not_run_over_a_sentence():
    text = "A car bomb. Attack dogs were led out. A car bomb attack."
    assert [text[m.start : m.end] for m in find_triggers(text)] == ["car bomb", "Attack", "car bomb", "attack"]


def test_only_the_stretch_that_is_asked_for_is_read():
    text = "An ambush, a kidnapping, a riot."
    start = text.index("a kidnapping")
    assert [m.senses[0].type for m in find_triggers(text, start, start + 12)] == ["kidnapping"]


@relaxed
@given(st.sampled_from(SURFACES), st.sampled_from((str.upper, str.title, str.lower)))
def test_case_does_not_matter(surface, change):
    assert find_event_type(change(surface)) == find_event_type(surface)
    assert find_event_type(surface)


@relaxed
@given(st.sampled_from(SURFACES), st.text(" \n.,-", max_size=3))
def test_a_surface_is_found_where_it_stands_alone(surface, around):
    text = f"{around}{surface}{around}"
    assert [text[m.start : m.end] for m in find_triggers(text)] == [surface]


@relaxed
@given(st.lists(st.one_of(st.sampled_from(SURFACES), st.text(max_size=6)), max_size=12).map(" ".join))
def test_matches_are_apart_and_say_what_the_look_up_says(text):
    end = 0
    for match in find_triggers(text):
        assert end <= match.start < match.end <= len(text)
        assert match.senses == find_event_type(text[match.start : match.end])
        assert [sense.weak for sense in match.senses] == sorted(sense.weak for sense in match.senses)
        end = match.end
