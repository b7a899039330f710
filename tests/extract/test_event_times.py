"""Which date belongs to which event."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.event import FoundEvent
from averral.extract.event_times import choose_date, find_event_times
from averral.extract.times import find_times
from averral.records import Span, Time
from tests.extract.told import Told, give, tell

PUBLISHED = "2031-05-15"  # a Thursday


def read_times(told: Told, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(told.text, [Span(0, len(told.text))], published)


def date(told: Told, published: str | None = PUBLISHED) -> tuple[str | None, ...]:
    return find_event_times(told.text, told.sentences, told.events, read_times(told, published), told.attributions)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Gunmen [attacked] the depot on Monday.", ["2031-05-12"]),
        ("On Monday gunmen [burned] the depot and [shot] a guard.", ["2031-05-12", "2031-05-12"]),
        ("Gunmen [burned] the depot on Monday, [killing] a guard.", ["2031-05-12", "2031-05-12"]),
        ("He was [seized] on Monday and [freed] on Tuesday.", ["2031-05-12", "2031-05-13"]),
        ("The captive, [seized] in March, was [freed] on Tuesday.", ["2031-03", "2031-05-13"]),
        ("Gunmen [attacked] the depot.", [None]),
        ("Gunmen [held] the depot for three days.", [None]),
        ("The [raid] was the worst since April 2019, when bandits [burned] Norlan.", [None, "2019-04"]),
        ("The [raid] came after gunmen [attacked] the depot on Monday.", [None, "2031-05-12"]),
        ("The minister, who [visited] the camp on Monday, [resigned].", ["2031-05-12", None]),
        ("Three were [freed] on Monday; the fourth [died].", ["2031-05-12", None]),
        ("On Monday a court [sentenced] him for the [murder] of a guard.", ["2031-05-12", None]),
        ("Nobody was [tried] for the [killings] in April 2019.", [None, "2019-04"]),
        ("The League [threatened] on Monday to [shell] the airfield.", ["2031-05-12", None]),
        ("The mine [went off] before dawn on Monday.", ["2031-05-12"]),
        ("It was [seized] the day before yesterday and [freed] today.", ["2031-05-13", "2031-05-15"]),
        ("OSTRAL, Norambia, 14 May (Coast Agency) – Gunmen [attacked] the depot.", [None]),
    ],
)
def test_an_event_has_the_date_of_its_own_clause(marked: str, expected: list[str | None]):
    assert list(date(tell(marked))) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The army {said} on Monday <that gunmen [attacked] the depot>.", [None]),
        ("The army {said} on Tuesday <that gunmen [attacked] the depot on Monday>.", ["2031-05-12"]),
        ("The depot was [attacked], and the army {said} on Tuesday <that it had held>.", [None]),
        ("Moss, [arrested] in March, {said} on Tuesday <that he had been [beaten]>.", ["2031-03", None]),
        ("The army {said} <that gunmen would [strike] on Monday>, and it [moved].", ["2031-05-12", None]),
    ],
)
def test_the_date_of_an_utterance_is_no_events(marked: str, expected: list[str | None]):
    assert list(date(tell(marked))) == expected


def test_what_a_source_did_by_speaking_has_the_date_of_its_cue():
    told = tell("The council {[demanded]} on Monday <that the captives be [freed]>.")
    assert date(told) == ("2031-05-12", None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("on Monday", "2031-05-12"), ("last year", "2030"), ("for an hour", "2031-05-13"), ("the depot", "2031-05-13")],
)
def test_the_time_argument_decides_where_it_says_when(words: str, expected: str):
    told = tell("It began on Monday, as it had last year. Gunmen [attacked] the depot on Tuesday for an hour.")
    event = give(told.events[0], told.text, "time", words)
    assert date(told._replace(events=(event,))) == (expected,)


SAME = "The [raid] on Monday failed, though it [killed] a guard. Two were [hurt] in it."


@pytest.mark.parametrize(("same", "expected"), [(True, "2031-05-12"), (False, None)])
def test_the_same_happening_in_one_sentence_has_one_date(same: bool, expected: str | None):
    assert date(tell(SAME, same=same)) == ("2031-05-12", expected, None)


def test_without_an_anchor_there_is_no_date():
    assert date(tell("Gunmen [attacked] the depot on Monday."), None) == (None,)


def test_answers_are_in_the_order_of_the_events():
    told = tell("He was [seized] on Monday and [freed] on Tuesday.")
    assert date(told._replace(events=told.events[::-1])) == date(told)[::-1]


PIECES = (
    "On Monday",
    " gunmen",
    " attacked",
    ",",
    " when",
    ";",
    " (",
    ")",
    " after",
    " said",
    " in 2019",
    ".\n\n",
    " ",
)


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.tuples(st.integers(0, 90), st.integers(0, 9))))
def test_whatever_the_text_every_answer_was_read_in_it(text: str, marks: list[tuple[int, int]]):
    times = find_times(text, [Span(0, len(text))], PUBLISHED)
    starts = sorted((min(start, len(text)), size) for start, size in marks)
    triggers = [Span(start, min(start + size, len(text))) for start, size in starts]
    events = [FoundEvent(t, "attack", (), None, 0.0, "past", n - 1 if n else None, 1.0) for n, t in enumerate(triggers)]
    found = find_event_times(text, tell(text).sentences, events, times, ())
    assert len(found) == len(events)
    assert all(any(f in (t.edtf or "") for t in times) for f in found if f)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Bulletin No. 3 on the [attack] at Ostral, 12 May\n\nIt is over.", [None]),
        ("Bulletin No. 3 on the [attack] at Ostral on 12 May\n\nIt is over.", ["2031-05-12"]),
        ("Bulletin No. 3.\n\nGunmen [attacked] Ostral, 12 May\n\nIt is over.", ["2031-05-12"]),
        ("Gunmen [attacked] the depot before noon.", [None]),
        ("The [blast] was the work of the driver, born 1987, the ministry holds.", [None]),
        ("The [blast] was the work of the driver born in 1987 on 12 May 2031.", ["2031-05-12"]),
    ],
)
def test_the_date_of_a_paper_or_a_birth_and_a_clock_without_a_day_date_nothing(marked: str, expected: list[str | None]):
    assert list(date(tell(marked))) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The death toll from the [explosion] climbed to 18 on Monday.", [None]),
        ("The toll of Saturday's [raid] rose on Monday to 9.", ["2031-05-10"]),
        ("It was the [blast] where the hospital on Monday lowered the number of dead to 16.", [None]),
        ("They [shot] nine on Monday; the toll may rise.", ["2031-05-12"]),
        ("The [raid] on Monday raised fears.", ["2031-05-12"]),
        ("Rebels [raised] the number of their men on Monday.", ["2031-05-12"]),
    ],
)
def test_the_day_on_which_a_toll_rose_is_no_events(marked: str, expected: list[str | None]):
    assert list(date(tell(marked))) == expected


def test_the_day_of_a_threat_is_not_that_of_the_deed():
    told = tell("The League [threatened] on Monday to [shell] the airfield.", same=True)
    threat, deed = told.events
    assert date(told) == ("2031-05-12", "2031-05-12")
    assert date(told._replace(events=(threat._replace(type="threat"), deed))) == ("2031-05-12", None)


@pytest.mark.parametrize(
    ("tiers", "expected"),
    [
        ([], None),
        ([[None], ["2031-05-12"]], "2031-05-12"),
        ([["2031"], ["2031-05-12"]], "2031"),
        ([["2031-05-14", "2031-05-12", "2031-05-12"]], "2031-05-12"),
        ([["2031-05-14", "2031-05-12", "2031-05"]], "2031-05-14"),
        ([["2030", "2031-05-12"]], "2031-05-12"),
        ([["2031-05-12/2031-05-14", "2031-05-12"]], "2031-05-12"),
        ([["../2031-05-14"]], None),
        ([["2031-05-12/.."]], "2031-05-12/.."),
        ([["2031-05-12T01:15/2031-05-12T03:40"]], "2031-05-12"),
        ([["2031-05-12T23:00/2031-05-13T01:00"]], "2031-05-12/2031-05-13"),
        ([["2031-05-12T21:30Z"]], "2031-05-12"),
    ],
)
def test_an_incident_has_the_day_that_most_of_its_events_have(tiers: list[list[str | None]], expected: str | None):
    assert choose_date(tiers) == expected


@given(st.lists(st.lists(st.sampled_from([None, "2031", "2031-05", "2031-05-12", "2030-01-02"]))))
def test_no_date_of_an_incident_is_made_up(tiers: list[list[str | None]]):
    known = {date for tier in tiers for date in tier if date}
    found = choose_date(tiers)
    assert found in known or found is None
    assert found is not None or all(len(date) == len("2031") for date in known)


def test_a_mere_year_that_few_events_give_is_told_beside_them():
    assert choose_date([["2014", None, None, None]]) == "2014"
    assert choose_date([["2014", None, None, None, None]]) is None
    assert choose_date([["2014", None, None, None, None], ["2031-05-04"]]) == "2031-05-04"
