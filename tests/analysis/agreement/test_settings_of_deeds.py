"""When and where in a place a deed was, as the sentence that tells it has it."""

from __future__ import annotations

import re

import msgspec
import pytest

from averral.analysis.agreement import make_testimony
from averral.records import Event, Incident, Time, Trigger
from tests.builders import make_document, make_reading, span_of


def read(text, *times, kind="bombing", words="blast", edtf=None):
    """A document with one event, and times by their words and values."""
    trigger = span_of(text, words)
    spans = [(span_of(text, phrase), value) for phrase, value in times]
    return msgspec.structs.replace(
        make_reading(text, document=make_document(text, published="2031-05-13")),
        attributions=(), claims=(), mentions=(), entities=(), places=(),
        sentences=tuple(match.span() for match in re.finditer(r"\S.*?\.(?= |$)", text)),
        times=tuple(Time(start=span.start, end=span.end, edtf=value, kind="time") for span, value in spans),
        events=(Event(id="v1", type=kind, trigger=Trigger(start=trigger.start, end=trigger.end), edtf=edtf),),
        incidents=(Incident(id="i1", type="bombing", stage="accomplished", events=("v1",)),),
    )  # fmt: skip


def list_dates(reading):
    return [one.edtf for one in make_testimony(reading).stances if one.kind == "date"]


@pytest.mark.parametrize(
    ("text", "time", "found"),
    [
        ("The blast came at 10.40.", ("10.40", "T10:40"), ["T10:40"]),
        ("The blast came at 10.40.", ("10.40", "2031-05-12T10:40"), ["2031-05-12T10:40"]),
        ("The blast came shortly before seven.", ("before seven", "../T07:00"), ["T07:00"]),
        ("The blast came before seven.", ("before seven", "../T07:00"), []),
        ("The main was shut at 16.20, after the blast.", ("16.20", "T16:20"), []),
        ("The blast woke the town. It rained at 10.40.", ("10.40", "T10:40"), []),
    ],
)
def test_the_hour_of_a_deed(text, time, found):
    assert list_dates(read(text, time)) == found


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("The blast came on 12 May.", "12 May", ["2031-05-12"]),
        ("The Front claimed the blast two days later.", "two days later", []),
        ("The death toll of the blast rose on Monday.", "on Monday", []),
    ],
)
def test_the_day_of_a_deed_is_not_that_of_what_is_told_about_it(text, phrase, found):
    assert list_dates(read(text, (phrase, "2031-05-12"), edtf="2031-05-12")) == found


def test_what_came_of_a_deed_does_not_date_it():
    assert list_dates(read("A guard was found dead at 21.00.", ("21.00", "T21:00"), kind="death", words="dead")) == []
    assert list_dates(read("It was shelled at 21.00.", ("21.00", "T21:00"), kind="shelling", words="shelled")) == [
        "T21:00"
    ]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The blast tore through the north end of the hall, in the South Aisle.", ["north end", "south aisle"]),
        ("The blast came from under the northern gate.", ["northern gate"]),
        ("The blast shook the hall. A cart stood at the west door.", []),
        ("The blast shook the left.", []),
    ],
)
def test_sides_of_a_place_in_the_sentence_of_a_deed(text, sides):
    assert [one.name for one in make_testimony(read(text)).stances if one.kind == "place"] == sides
