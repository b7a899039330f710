"""Which place belongs to which event."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.event import FoundEvent
from averral.extract.event_places import Scouted, Sites, find_event_places
from averral.records import Attribution, EntitySpan, Mention, Place, Span
from tests.extract.told import Told, give, tell

NAMES = {
    "Norlan": "GPE",
    "Ostral": "GPE",
    "OSTRAL": "GPE",
    "Lirria": "LOC",
    "the camp": "FAC",
    "the depot": "FAC",
    "the market": "FAC",
    "a village": "GPE",
    "its": "GPE",
    "police": "ORG",
    "soldiers": "PER",
    "Bank of Norlan": "ORG",
}
DESCRIPTIONS = {"its", "the camp", "the depot", "the market", "a village", "police", "soldiers"}


def mention(text: str) -> tuple[Mention, ...]:
    """Every word of NAMES as a mention, in order."""
    found = sorted((m.start(), -m.end(), name) for name in NAMES for m in re.finditer(rf"\b{name}\b", text))
    return tuple(
        Mention(id=f"m{n}", start=start, end=-end, type=NAMES[name], name=name not in DESCRIPTIONS)
        for n, (start, end, name) in enumerate(found, 1)
    )


def place(told: Told, places: tuple[Place, ...] = ()) -> list[str | None]:
    """The words of the place of each event."""
    mentions = mention(told.text)
    words = {m.id: told.text[m.start : m.end] for m in mentions}
    found = find_event_places(told.text, told.sentences, told.events, mentions, told.attributions, places)
    return [words[f] if f else None for f in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("A bomb [exploded] in Norlan.", ["Norlan"]),
        ("A bomb [exploded] near the market in Norlan.", ["the market"]),
        ("In Norlan gunmen [shot] a driver and [seized] his lorry.", ["Norlan", "Norlan"]),
        ("A bomb [exploded] in Norlan, [killing] three.", ["Norlan", "Norlan"]),
        ("A bomb [exploded].", [None]),
        ("The [attack] on Norlan failed.", ["Norlan"]),
        ("The Norlan [attack] failed.", ["Norlan"]),
        ("Guns [shelled] the town of Norlan.", ["Norlan"]),
        ("Guns [shelled] a village in Lirria.", ["Lirria"]),
        ("Gunmen from Norlan [shot] a driver.", [None]),
        ("He was [shot] in Ostral and [buried] in Norlan.", ["Ostral", "Norlan"]),
        ("Soldiers, who had [lost] a man in Norlan, [left].", ["Norlan", None]),
        ("Nobody was [tried] for the [killings] in Norlan.", [None, "Norlan"]),
        ("On Monday soldiers in Norlan were [hurt].", [None]),
        ("Robbers [raided] a branch in Bank of Norlan.", [None]),
        ("OSTRAL, Norlan, 14 May (Coast Agency) – Gunmen [shot] a driver.", [None]),
    ],
)
def test_an_event_is_where_its_own_clause_says(marked: str, expected: list[str | None]):
    assert place(tell(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "kind", "expected"),
    [
        ("Thousands [fled] to Norlan.", "displacement", "Norlan"),
        ("A letter was [sent] to Norlan.", "threat", None),
        ("A clerk was [taken] from the market.", "kidnapping", "the market"),
        ("A bomb [fell] from the market.", "bombing", None),
        ("Troops [left] the camp.", "withdrawal", "the camp"),
        ("Troops [hit] the camp.", "shelling", None),
        ("The council [praised] Norlan.", "statement", None),
    ],
)
def test_some_kinds_of_events_have_a_goal_a_start_or_an_object(marked: str, kind: str, expected: str | None):
    assert place(tell(marked, kind)) == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("In Norlan the army {said} <that a bomb had [exploded]>.", [None]),
        ("The army {said} <that a bomb had [exploded] in Norlan>.", ["Norlan"]),
        ("In Norlan the army {said} <that a bomb had [exploded] in Ostral>.", ["Ostral"]),
    ],
)
def test_where_somebody_spoke_is_no_place_of_an_event(marked: str, expected: list[str | None]):
    assert place(tell(marked)) == expected


def test_the_home_of_a_source_is_no_place_of_an_event():
    told = tell("The mayor, police in Norlan and others [met].")
    source = EntitySpan(told.text.index("police"), told.text.index(" and"))
    cue = Span(0, 3)
    said = Attribution(
        id="a1", source=source, cue=cue, content=(Span(0, 1),), parent=None, kind="indirect", basis="none"
    )
    assert place(told._replace(attributions=(said,))) == [None]


@pytest.mark.parametrize(
    ("role", "words", "expected"),
    [
        ("place", "Norlan", "Norlan"),
        ("place", "the market in Norlan", "the market"),
        ("place", "on Monday", "the camp"),
        ("target", "the camp", "Ostral"),
        ("perpetrator", "gunmen near the camp", "Ostral"),
    ],
)
def test_arguments_decide(role: str, words: str, expected: str):
    told = tell(
        "They met at the market in Norlan on Monday. A gang [fired] near the camp in Ostral, gunmen near the camp."
    )
    event = give(told.events[0], told.text, role, words)
    if role == "perpetrator":
        told = tell("In Ostral gunmen near the camp [fired].")
        event = give(told.events[0], told.text, role, words)
    assert place(told._replace(events=(event,))) == [expected]


@pytest.mark.parametrize(("same", "expected"), [(True, "the camp"), (False, None)])
def test_where_one_blow_fell_others_of_the_same_happening_did(same: bool, expected: str | None):
    assert place(tell("They [attacked] the camp and [murdered] a guard.", same=same)) == [None, expected]


def test_a_town_is_preferred_to_its_country():
    told = tell("A bomb [exploded] in Lirria near Norlan.")
    (wide, _) = mention(told.text)
    assert place(told) == ["Lirria"]
    assert place(told, (Place(mention=wide.id, precision="country"),)) == ["Norlan"]


PIECES = ("In Norlan", " gunmen", " attacked", ",", " the camp", ";", " where", " near Ostral", " said", ".\n\n", " ")


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 9))))
def test_whatever_the_text_every_answer_is_a_place_of_the_same_sentence(text: str, marks: list[tuple[int, int]]):
    starts = sorted((min(start, len(text)), size) for start, size in marks)
    triggers = [Span(start, min(start + size, len(text))) for start, size in starts]
    events = [FoundEvent(t, "attack", (), None, 0.0, "past", n - 1 if n else None, 1.0) for n, t in enumerate(triggers)]
    sentences, mentions = tell(text).sentences, {m.id: m for m in mention(text)}
    found = find_event_places(text, sentences, events, tuple(mentions.values()), ())
    assert len(found) == len(events)
    for event, answer in zip(events, found, strict=True):
        if answer:
            home = next(s for s in sentences if s.start <= event.trigger.start < s.end)
            assert home.start <= mentions[answer].start < home.end


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("They marched to Norlan. Gunmen [shot] a man there in March.", ["Norlan"]),
        ("Attack feared at Norlan. They were idle. Gunmen [shot] a man there.", ["Norlan"]),
        ("Norlan was calm. Gunmen [shot] a man there, and left Ostral.", ["Norlan"]),
        ("Norlan was calm. Gunmen [shot] a man. Few live there.", [None]),
        ("Norlan was calm. Gunmen [shot] a man and there was panic.", [None]),
        ("The market was calm. Gunmen [shot] a man there.", [None]),
        ("Gunmen [shot] a man there.", [None]),
        ("Norlan was calm. One. Two. Gunmen [shot] a man there.", [None]),
    ],
)
def test_there_is_the_place_that_was_named_last(marked: str, expected: list[str | None]):
    assert place(tell(marked)) == expected


@pytest.mark.parametrize("words", ["soldiers", "its"])
def test_a_person_or_a_pronoun_is_no_place(words: str):
    told = tell(f"He was [shot] near {words} gate.")
    events = (give(told.events[0], told.text, "place", words),)
    assert place(told._replace(events=events)) == [None]


SITES = "Gunmen [burned] the Ostral depot near the camp in Lirria, then [left] Norlan and Norlan."


def choose(*tiers: list[tuple[str | None, str | None]]) -> str | None:
    """The words that are chosen of (words of the target, words of the place) for each event."""
    told = tell(SITES)
    kinds = {"the Ostral depot": "FAC", "Ostral": "GPE", "the camp": "FAC", "Lirria": "LOC", "Norlan": "GPE"}
    rows = sorted((told.text.index(words), -len(words), words) for words in kinds)
    mentions = [
        Mention(id=words, start=start, end=start - size, type=kinds[words], name=not words.startswith("the "))
        for start, size, words in rows
    ]
    event = told.events[0]
    scouted = [
        [Scouted(give(event, told.text, "target", target) if target else event, place) for target, place in tier]
        for tier in tiers
    ]
    return Sites(told.text, mentions).choose(scouted)


@pytest.mark.parametrize(
    ("tiers", "expected"),
    [
        ([], None),
        ([[(None, None)]], None),
        ([[(None, "gone")]], None),
        ([[(None, "Lirria"), (None, "Norlan"), (None, "Norlan")]], "Norlan"),
        ([[(None, "Lirria"), (None, "Norlan")]], "Lirria"),
        ([[(None, "the camp"), (None, "Norlan")]], "Norlan"),
        ([[(None, "the camp")], [(None, "Norlan")]], "the camp"),
        ([[(None, None)], [(None, "Norlan")]], "Norlan"),
        ([[("the Ostral depot", "Lirria")]], "the Ostral depot"),
        ([[("the camp", "Lirria")]], "Lirria"),
        ([[("the camp", None)]], None),
    ],
)
def test_an_incident_was_at_the_most_exact_named_place(
    tiers: list[list[tuple[str | None, str | None]]], expected: str | None
):
    assert choose(*tiers) == expected
