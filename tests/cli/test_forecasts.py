"""`forecasts` as a user meets it; the reading comes from a builder."""

from __future__ import annotations

import json

import pytest

from averral.casefile import Casefile
from averral.records import Claim, Proposition, Time
from tests.builders import make_document, make_ingested, make_reading, span_of

SENTENCES = (
    "It is likely (65 percent) that the dam will be closed by 30 June 2031.",
    "We will sue the council.",
    "The dam is old.",
)
TEXT = " ".join(SENTENCES)
CLAIMS = ("that the dam will be closed by 30 June 2031", "We will sue the council")


@pytest.fixture
def told(tmp_path):
    claims = tuple(
        Claim(
            id=f"c{number}", start=span_of(TEXT, words).start, end=span_of(TEXT, words).end, attribution=None,
            chain=("author",), proposition=Proposition(type="statement"), factuality="PR+", tense="future",
        )
        for number, words in enumerate(CLAIMS, 1)
    )  # fmt: skip
    day = span_of(TEXT, "by 30 June 2031")
    reading = make_reading(
        TEXT,
        document=make_document(TEXT, published="2031-05-10", byline=("Ilsa Brand",)),
        sentences=tuple((span_of(TEXT, words).start, span_of(TEXT, words).end) for words in SENTENCES),
        claims=claims,
        times=(Time(start=day.start, end=day.end, edtf="../2031-06-30", kind="date"),),
    )
    with Casefile.open(tmp_path / "told.db", create=True) as casefile:
        casefile.add(make_ingested(reading.document), reading)
    return "told.db"


def list_ledger(averral, *words):
    return [json.loads(line) for line in averral("forecasts", *words, "--json").stdout.splitlines()]


def test_a_forecast_has_its_words_its_chance_and_its_last_day(averral, told):
    (entry,) = list_ledger(averral, told, "--kind", "prediction")
    one = entry["forecast"]
    assert (one["name"], one["chance"]["low"], entry["due_on"]) == ("Ilsa Brand", 0.65, "2031-06-30")
    assert TEXT[one["start"] : one["end"]] == one["text"]
    assert CLAIMS[0].removeprefix("that ") in one["text"]


@pytest.mark.parametrize(("day", "state"), [("2031-06-30", "open"), ("2031-07-01", "due")])
def test_a_forecast_is_due_when_its_last_day_is_over(averral, told, day, state):
    (entry,) = list_ledger(averral, told, "--kind", "prediction", "--as-of", day)
    assert entry["state"] == state


def test_what_somebody_means_to_do_is_kept_apart(averral, told):
    entries = list_ledger(averral, told)
    assert sorted(entry["forecast"]["kind"] for entry in entries) == ["intention", "prediction"]
    assert {entry["state"] for entry in entries if entry["forecast"]["kind"] == "intention"} == {"undated"}


def test_the_table_has_the_text_s_own_words(averral, told):
    shown = " ".join(averral("forecasts", told, "--as-of", "2031-07-01").stdout.split())
    assert "due" in shown
    assert "Ilsa Brand" in shown
    assert "“likely (65 percent)”" in shown
    assert "not said undated" in shown


def test_a_casefile_that_foretells_nothing_says_so(averral, case):
    result = averral("forecasts", case)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no forecast found" in result.stderr


def test_a_day_that_is_none_is_refused(averral, told):
    assert averral("forecasts", told, "--as-of", "30 June").exit_code == 2


def test_a_forecast_is_resolved_and_scored(averral, told):
    (row,) = [
        json.loads(line) for line in averral("forecasts", told, "--kind", "prediction", "--json").stdout.splitlines()
    ]
    name = row["forecast"]["id"][:20]
    done = averral(
        "forecasts", told, "--resolve", name, "did_not_happen", "--evidence", "a photograph", "--user", "ann",
        "--reason", "seen",
    )  # fmt: skip
    assert (done.exit_code, "did not happen): seen" in done.stdout) == (0, True)
    assert "did_not_happen" in averral("forecasts", told, "--json").stdout
    scores = averral("forecasts", told, "--scores").stdout
    assert "all sources: Brier 0.42" in scores
    assert "1 scored" in scores
    assert len(averral("forecasts", told, "--scores", "--json").stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--resolve", "forecast-", "happened"), 2),
        (("--resolve", "forecast-", "happened", "--reason", "r"), 1),
        (("--resolve", "nothing", "happened", "--reason", "r"), 1),
        (("--resolve", "nothing", "perhaps", "--reason", "r"), 1),
    ],
)
def test_what_cannot_be_resolved_says_why(words, code, averral, told):
    result = averral("forecasts", told, *words)
    assert (result.exit_code, bool(result.stderr)) == (code, True)
