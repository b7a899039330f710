import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.event import FoundEvent
from averral.extract.stage import find_stage
from averral.records.ontology import EVENT_TYPES
from tests.extract.found_events import make_event


def events(text: str, *rows: tuple[str, str, str]) -> list[FoundEvent]:
    return [make_event(text, words, type=kind, tense=tense) for words, kind, tense in rows]


@pytest.mark.parametrize(
    ("text", "rows", "stage"),
    [
        ("Rebels shelled Kella.", [("shelled", "shelling", "past")], "accomplished"),
        ("Rebels are besieging Kella.", [("besieging", "siege", "present")], "accomplished"),
        ("Rebels will shell Kella.", [("shell", "shelling", "future")], "threatened"),
        (
            "Rebels threatened to shell Kella.",
            [("threatened", "threat", "past"), ("shell", "shelling", "future")],
            "threatened",
        ),
        ("Rebels threatened Kella.", [("threatened", "threat", "past")], "threatened"),
        (
            "Rebels shelled Kella and vowed to shell it again.",
            [("shelled", "shelling", "past"), ("shell it again", "shelling", "future")],
            "accomplished",
        ),
        ("Police foiled the bombing.", [("bombing", "bombing", "past")], "attempted"),
        ("The bombing was foiled.", [("bombing", "bombing", "past")], "attempted"),
        ("The bombing, police said, was\nfoiled.", [("bombing", "bombing", "past")], "accomplished"),
        ("Men tried to kidnap the clerk.", [("kidnap", "kidnapping", "past")], "attempted"),
        ("Men TRIED TO kidnap the clerk.", [("kidnap", "kidnapping", "past")], "attempted"),
        ("The attempt shook Kella.", [("attempt", "assassination", "past")], "attempted"),
        (
            "Men tried to storm the mill. They burned it. It was looted. A clerk was killed.",
            [
                ("storm", "attack", "past"),
                ("burned", "arson", "past"),
                ("looted", "looting", "past"),
                ("killed", "killing", "past"),
            ],
            "accomplished",
        ),
        ("Nobody tried to sleep; the mill was burned.", [("burned", "arson", "past")], "accomplished"),
        ("The rumour was foiled. The mill was burned.", [("burned", "arson", "past")], "accomplished"),
        ("Talks were attempted.", [("Talks", "negotiation", "past")], "attempted"),
        ("The threat was foiled.", [("threat", "threat", "past")], "threatened"),
        ("He died after a failed attempt.", [("died", "death", "past")], "accomplished"),
    ],
)
def test_the_stage(text: str, rows: list[tuple[str, str, str]], stage: str):
    assert find_stage(text, events(text, *rows)) == stage


WORDS = ("foiled", "tried to", "bombing", "was", "attempt", ".", "\n", "threat", "the")


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30),
    st.lists(
        st.tuples(st.integers(0, 29), st.sampled_from(sorted(EVENT_TYPES)), st.sampled_from(["past", "future"])),
        min_size=1,
        max_size=5,
    ),
)
def test_what_lies_ahead_is_never_done_and_the_order_of_events_is_nothing(said: list[str], rows: list):
    text = " ".join(said)
    found = [make_event(text, said[n % len(said)], type=kind, tense=tense) for n, kind, tense in rows]
    stage = find_stage(text, found)
    assert find_stage(text, found[::-1]) == stage
    if all(tense == "future" for _, _, tense in rows):
        assert stage == "threatened"
    if not any(word in text for word in ("foiled", "tried to", "attempt")):
        assert stage != "attempted"
