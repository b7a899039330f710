"""What comes out of the heads for events, where hand-made weights say what each word is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.extract.event import FoundEvent
from averral.extract.section import SECTION_CHARACTERS
from averral.records import Block, Span
from averral.records.ontology import EVENT_TYPES
from tests.builders import make_document
from tests.extract.event_heads import BROAD, KEYS, ROLES, Word, find, phrase, trigger

TEXT = "the rebels shelled Kella with mortars and it burned"


def words(text: str, span: Span) -> str:
    return text[span.start : span.end]


def triggers(text: str, events: list[FoundEvent]) -> list[str]:
    return [words(text, e.trigger) for e in events]


def arguments(text: str, event: FoundEvent) -> list[tuple[str, str]]:
    return [(a.role, words(text, a.span)) for a in event.arguments]


def test_words_that_are_no_events_give_none():
    assert find(TEXT, {}) == []
    assert find("", {}) == []
    assert find(TEXT, {"rebels": phrase("individual", 0)}) == []


def test_an_event_with_its_phrases():
    (event,) = find(
        TEXT,
        {
            "shelled": trigger("attack", 0, incident="shelling", factuality=2.5, tense="present"),
            "the": phrase("B-organization", 0),
            "rebels": phrase("I-organization", 0),
            "Kella": phrase("target", 0),
            "mortars": phrase("instrument", 0),
        },
    )
    assert words(TEXT, event.trigger) == "shelled"
    assert (event.type, event.incident, event.tense, event.earlier) == ("shelling", "shelling", "present", None)
    assert event.commitment == pytest.approx(2.5)
    assert event.score == pytest.approx(0.9, abs=0.01)
    assert arguments(TEXT, event) == [("perpetrator", "the rebels"), ("target", "Kella"), ("instrument", "mortars")]
    assert [a.kind for a in event.arguments] == ["organization", None, None]
    assert all(0.9 < a.score <= 1 for a in event.arguments)


@pytest.mark.parametrize(
    ("role", "as_argument", "kind"),
    [
        ("individual", "perpetrator", "individual"),
        ("organization", "perpetrator", "organization"),
        *((role, role, None) for role in ROLES[2:]),
    ],
)
def test_the_roles(role: str, as_argument: str, kind: str | None):
    (event,) = find(TEXT, {"shelled": trigger("attack", 0), "Kella": phrase(role, 0)})
    (argument,) = event.arguments
    assert (argument.role, argument.kind) == (as_argument, kind)


@pytest.mark.parametrize(
    ("word", "broad", "narrow"),
    [
        ("shelled", "attack", "shelling"),
        ("murdered", "attack", "killing"),
        ("Razed", "attack", "destruction"),
        ("bombed", "attack", "bombing"),
        ("kidnapped", "kidnapping", "kidnapping"),
        ("plovered", "attack", "attack"),  # a word that the lexicon does not know
        ("arrested", "attack", "attack"),  # a word that names another type
        ("burned", "injury", "injury"),
        ("burned", "attack", "arson"),
        ("deployed", "movement", "deployment"),
    ],
)
def test_the_lexicon_narrows_the_type_within_the_broad_one(word: str, broad: str, narrow: str):
    (event,) = find(f"then it was {word} there", {word: trigger(broad)})
    assert event.type == narrow


@pytest.mark.parametrize(
    ("word", "incident", "kind"),
    [
        ("shelled", "shelling", "shelling"),
        ("deaths", "bombing", "death"),
        ("tragedy", "bombing", "bombing"),
        ("tragedy", "attack", "attack"),
    ],
)
def test_a_word_that_only_an_incident_is_sure_of_is_an_event(word: str, incident: str, kind: str):
    (event,) = find(f"the {word} of Kella", {word: Word(incident=(incident, 0.9))})
    assert (event.type, event.incident) == (kind, incident)


@pytest.mark.parametrize(
    ("chance", "thresholds", "found"),
    [
        (0.6, {}, True),
        (0.4, {}, False),
        (0.4, {"event": 0.3}, True),
        (0.6, {"event": 0.7}, False),
        (0.6, {"incident": 0.7, "filler": 0.7}, True),
    ],
)
def test_a_trigger_needs_its_threshold(chance: float, thresholds: dict[str, float], found: bool):
    assert len(find(TEXT, {"shelled": trigger("attack", chance=chance)}, **thresholds)) == found


@pytest.mark.parametrize(
    ("chance", "thresholds", "found"),
    [(0.6, {}, True), (0.4, {}, False), (0.4, {"incident": 0.3}, True), (0.6, {"incident": 0.7}, False)],
)
def test_an_incident_needs_its_threshold(chance: float, thresholds: dict[str, float], found: bool):
    (event,) = find(TEXT, {"shelled": Word(event=("attack", 0.9), incident=("shelling", chance))}, **thresholds)
    assert event.incident == ("shelling" if found else None)


@pytest.mark.parametrize(
    ("chance", "thresholds", "found"),
    [(0.6, {}, True), (0.4, {}, False), (0.4, {"filler": 0.3}, True), (0.6, {"filler": 0.7}, False)],
)
def test_a_phrase_needs_its_threshold(chance: float, thresholds: dict[str, float], found: bool):
    (event,) = find(TEXT, {"shelled": trigger("attack", 0), "Kella": phrase("target", 0, chance)}, **thresholds)
    assert bool(event.arguments) is found


def test_a_phrase_that_belongs_to_no_event_is_dropped():
    table = {"shelled": trigger("attack", 0), "Kella": phrase("target", 1), "mortars": phrase("instrument")}
    assert find(TEXT, table)[0].arguments == ()


def test_a_phrase_goes_to_its_own_event_or_to_both():
    table = {
        "shelled": trigger("attack", 0),
        "burned": trigger("attack", 1),
        "Kella": phrase("target", 1),
        "mortars": phrase("instrument", 0),
    }
    assert [arguments(TEXT, e) for e in find(TEXT, table)] == [[("instrument", "mortars")], [("target", "Kella")]]
    table["burned"] = trigger("attack", 0)
    assert [len(e.arguments) for e in find(TEXT, table)] == [1, 1]
    assert all(a.score == pytest.approx(0.5, abs=0.01) for e in find(TEXT, table) for a in e.arguments)


def test_an_event_takes_no_part_in_itself():
    (event,) = find(TEXT, {"shelled": Word(event=("attack", 0.9), filler=("B-victim", 0.9), key=0, of=0)})
    assert event.arguments == ()


def test_a_trigger_may_name_its_own_instrument():
    (event,) = find(TEXT, {"shelled": Word(event=("attack", 0.9), filler=("B-instrument", 0.9), key=0, of=0)})
    assert [(a.role, a.span) for a in event.arguments] == [("instrument", event.trigger)]


def test_words_of_one_type_side_by_side_are_one_trigger():
    text = "two men were shot dead and it burned"
    table = {"shot": trigger("attack"), "dead": trigger("attack"), "burned": trigger("attack")}
    events = find(text, table)
    assert triggers(text, events) == ["shot dead", "burned"]
    assert events[0].type == "shooting"


def test_words_of_two_types_are_two_triggers():
    text = "he was arrested shot"
    events = find(text, {"arrested": trigger("arrest"), "shot": trigger("attack")})
    assert [(words(text, e.trigger), e.type) for e in events] == [("arrested", "arrest"), ("shot", "shooting")]


def test_no_trigger_crosses_the_border_of_a_sentence():
    text = "Then it was bombed. Bombed it was"
    table = dict.fromkeys(("bombed", ".", "Bombed"), trigger("attack"))
    first, second = find(text, table)
    assert first.trigger.end <= text.index(" Bombed") < second.trigger.start


def test_no_trigger_crosses_the_border_of_a_block():
    text = "Kella bombed\n\nbombed again"
    document = make_document(text, blocks=(Block(0, 12, "headline"), Block(14, len(text), "body")))
    events = find(document, {"bombed": trigger("attack")})
    assert [(e.trigger.start, e.trigger.end) for e in events] == [(6, 12), (14, 20)]


def test_a_long_run_is_several_triggers():
    text = "bombed " * 50
    events = find(text, {"bombed": trigger("attack")})
    assert len(events) > 1
    assert all(len(words(text, e.trigger).split()) <= 10 for e in events)
    assert sum(len(words(text, e.trigger).split()) for e in events) == 50


def test_an_event_points_back_to_an_earlier_one_never_on():
    text = "it burned as they attacked and the raid went on"
    table = {
        "burned": trigger("attack", 0, back=1),
        "attacked": trigger("attack", 1, back=0),
        "raid": trigger("attack", 2),
    }
    assert [e.earlier for e in find(text, table)] == [None, 0, None]
    table["raid"] = trigger("attack", 2, back=1)
    assert [e.earlier for e in find(text, table)] == [None, 0, 1]
    table["raid"] = trigger("attack", 2, back=2)
    assert find(text, table)[2].earlier is None


def test_earlier_counts_over_all_sections():
    part = "it burned as they attacked here\n\n"
    gap = "it left\n\n" * (SECTION_CHARACTERS // 9)
    text = part + gap + part
    blocks = tuple(Block(i, i + len(b), "body") for i, b in ((0, part), (len(part), gap), (len(part) + len(gap), part)))
    table = {"burned": trigger("attack", 0), "attacked": trigger("attack", 1, back=0)}
    events = find(make_document(text, blocks=blocks), table)
    assert triggers(text, events) == ["burned", "attacked"] * 2
    assert [e.earlier for e in events] == [None, 0, None, 2]


def test_nothing_happens_in_bylines_and_boilerplate():
    parts = (
        ("byline", "By the bombed Kella"),
        ("body", "It was shelled"),
        ("dateline", "Kella bombed"),
        ("comment", "bombed"),
    )
    text, blocks = "", []
    for role, said in parts:
        blocks.append(Block(len(text), len(text) + len(said), role))
        text += said + "\n\n"
    table = {"bombed": trigger("attack", 0), "shelled": trigger("attack", 0), "Kella": phrase("target", 0)}
    events = find(make_document(text, blocks=tuple(blocks)), table)
    assert [(words(text, e.trigger), e.arguments) for e in events] == [("shelled", ())]


def test_fifty_events_in_one_paragraph():
    text = " ".join(f"the army shelled Kella {i} times ;" for i in range(50))
    table = {"shelled": trigger("attack", 0, incident="shelling", back=0), "Kella": phrase("place", 1)}
    events = find(text, table)
    assert [e.trigger.start for e in events] == sorted(i for i in range(len(text)) if text.startswith("shelled", i))
    assert events[0].earlier is None
    assert all(e.earlier is not None and e.earlier < i for i, e in enumerate(events) if i)
    assert not any(e.arguments for e in events)


def test_a_phrase_and_an_event_at_both_ends_of_a_long_paragraph_do_not_meet():
    text = "Kella " + "left it . " * 2000 + "shelled"
    table = {"shelled": trigger("attack", 0), "Kella": phrase("target", 0)}
    (event,) = find(text, table)
    assert event.arguments == ()


VOCABULARY = ("shelled", "arrested", "Kella", "mortars", "the", "army", "left", "raid", ".", "It")
chances = st.floats(0.05, 0.95)
keys = st.none() | st.integers(0, KEYS - 1)
meanings = st.builds(
    Word,
    event=st.none() | st.tuples(st.sampled_from(BROAD), chances),
    incident=st.none() | st.tuples(st.sampled_from(("bombing", "arson", *BROAD)), chances),
    filler=st.none() | st.tuples(st.sampled_from([f"{p}-{r}" for r in ROLES for p in "BI"]), chances),
    tense=st.sampled_from(("past", "present", "future")),
    factuality=st.floats(-3, 3),
    key=keys,
    back=keys,
    of=keys,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=40), st.dictionaries(st.sampled_from(VOCABULARY), meanings))
def test_whatever_the_heads_see_the_events_are_in_order_and_in_the_text(said: list[str], table: dict[str, Word]):
    text = " ".join(said)
    events = find(text, table)
    edges = [edge for e in events for edge in (e.trigger.start, e.trigger.end)]
    assert edges == sorted(edges)
    for number, event in enumerate(events):
        assert words(text, event.trigger).strip() == words(text, event.trigger) != ""
        assert event.type in EVENT_TYPES
        assert event.incident is None or event.incident in EVENT_TYPES
        assert event.earlier is None or event.earlier < number
        assert 0 <= event.score <= 1
        assert -3.001 <= event.commitment <= 3.001
        spans = [a.span for a in event.arguments]
        assert spans == sorted(spans)
        for a in event.arguments:
            assert a.role in ("instrument", "target") or not a.span.overlaps(event.trigger)
            assert words(text, a.span).strip() == words(text, a.span) != ""
            assert (a.kind is not None) == (a.role == "perpetrator")
