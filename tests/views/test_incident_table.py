import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.views import make_incident_rows, sort_rows
from tests.views.incidents import make_incident, make_incident_reading

READING = make_incident_reading()
TEXT = READING.document.text
SHELLING, MINE = make_incident_rows(READING, 3, "one.txt")


def marked(quote):
    return [run.text for run in quote.runs if run.marked]


def speakers(quote):
    return [voice.name for voice in quote.chain]


def values(row):
    found = [row.date, row.type, row.place, *row.perpetrators, *row.targets, *row.victims, *row.instruments]
    return [item for item in (*found, *row.figures, *row.commitments, *row.claims) if item is not None]


@pytest.mark.parametrize(
    ("value", "words", "chain"),
    [
        (SHELLING.date, ["on Monday"], ["The ministry", "a driver"]),
        (SHELLING.type, ["shell", "killing"], ["The ministry", "a driver"]),
        (SHELLING.place, ["Oleth"], ["The ministry", "a driver"]),
        (SHELLING.perpetrators[0], ["gunmen"], ["The ministry", "a driver"]),
        (SHELLING.victims[0], ["at least 31 people"], ["The ministry", "a driver"]),
        (SHELLING.figures[0], ["at least 31 people"], ["The ministry", "a driver"]),
        (SHELLING.figures[1], ["About 40"], []),
        (MINE.instruments[0], ["a mine"], []),
        (MINE.date, ["2021"], []),
    ],
)
def test_a_value_opens_its_sentence_with_its_words_and_who_says_it(value, words, chain):
    (quote,) = value.quotes
    assert marked(quote) == words
    assert speakers(quote) == chain
    assert quote.words in TEXT


def test_what_is_not_said_is_null_and_not_a_default():
    reading = make_incident_reading(incidents=(make_incident(TEXT, edtf=None, place=None, perpetrators=()),))
    (row,) = make_incident_rows(reading, 1, "x")
    assert (row.date, row.place, row.perpetrators) == (None, None, ())


def test_background_is_what_happened_long_before_publication():
    assert (SHELLING.background, MINE.background) == (False, True)


def test_a_figure_is_rough_where_its_words_are():
    assert [(item.low, item.high, item.approximate) for item in SHELLING.figures] == [(31, None, False), (40, 40, True)]


def test_equal_figures_are_one_with_all_who_give_them():
    figure = make_incident(TEXT).casualties[0]
    both = (figure, msgspec.structs.replace(figure, claim="c1"))
    (row,) = make_incident_rows(make_incident_reading(incidents=(make_incident(TEXT, casualties=both),)), 1, "x")
    (found,) = row.figures
    assert [[voice.name for voice in chain] for chain in found.by] == [["The ministry", "a driver"], ["The ministry"]]
    assert len(found.quotes) == 2


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (("CT+", "UU"), ("CT+",)),
        (("UU", "CT-", "CT+"), ("CT+", "CT-")),
        (("PS+", "PR-", "PS-"), ("PS+", "PR-")),
        (("CT-",), ("CT-",)),
        ((None,), ()),
    ],
)
def test_the_author_is_told_by_the_strongest_commitment_and_what_speaks_against_it(given, shown):
    pattern = READING.events[0]
    events = tuple(
        msgspec.structs.replace(pattern, id=f"v{n}", factuality=value) for n, value in enumerate(given, start=1)
    )
    incident = make_incident(TEXT, events=tuple(event.id for event in events))
    (row,) = make_incident_rows(make_incident_reading(events=events, incidents=(incident,)), 1, "x")
    assert row.author == shown


def test_events_of_the_type_of_the_incident_decide_what_the_author_says():
    assert SHELLING.author == ("UU",)
    assert {(item.type, item.factuality) for item in SHELLING.commitments} == {("shelling", "UU"), ("killing", "CT+")}


def test_claims_are_those_about_the_incident_with_their_speakers():
    assert [claim.id for claim in SHELLING.claims] == ["c2", "c4", "c3"]
    assert [(voice.name if voice else None, number) for voice, number in SHELLING.speakers] == [
        ("a driver", 2),
        (None, 1),
    ]


def test_rows_are_sorted_by_date_with_background_last():
    undated = msgspec.structs.replace(SHELLING, date=None, number=1)
    earlier = msgspec.structs.replace(SHELLING, date=msgspec.structs.replace(SHELLING.date, text="2031-04"), number=9)
    assert sort_rows([MINE, undated, SHELLING, earlier]) == (earlier, SHELLING, undated, MINE)


def test_ids_that_lead_nowhere_give_rows_without_words():
    reading = make_incident_reading(events=(), claims=(), mentions=(), times=(), sentences=())
    row = make_incident_rows(reading, 1, "x")[0]
    assert row.place is None
    assert row.type.quotes == ()
    assert row.figures[0].quotes[0].words.startswith("The ministry said")


@given(st.data())
def test_wherever_its_spans_lie_a_reading_gives_rows(data):
    edge = st.integers(0, len(TEXT) + 9)
    figure = make_incident(TEXT).casualties[0]
    start, end = data.draw(edge), data.draw(edge)
    trigger = data.draw(edge)
    incident = make_incident(TEXT, casualties=(msgspec.structs.replace(figure, start=start, end=end, claim=None),))
    event = READING.events[0]
    moved = msgspec.structs.replace(event, trigger=type(event.trigger)(trigger, data.draw(edge)))
    (row,) = make_incident_rows(make_incident_reading(incidents=(incident,), events=(moved,)), 1, "x")
    for quote in (quote for value in values(row) for quote in value.quotes):
        assert quote.words.removeprefix("… ").removesuffix(" …") in TEXT
        assert marked(quote)
