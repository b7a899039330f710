"""The analysis of a case on the command line: what it counts, what it shows, and what it says in JSON."""

from __future__ import annotations

import json

import msgspec
import pytest

from averral.casefile import Casefile
from averral.records import Casualties, Claim, Entity, Event, Incident, Mention, Perpetrator, Proposition, Time, Trigger
from tests.builders import make_document, make_ingested, make_reading

BODY = (
    "The Salt Front burned the customs hall of Lunt on 12 May, the harbour police said. Three clerks died in the fire "
    "and the ferry to Orn was turned back before dawn. Nobody had seen the boat that brought the men across the inlet."
)
DENIED = "Salt Front burned the customs hall, the mayor wrote later. Nine clerks were dead."
WHO = ("--user", "ann", "--reason", "seen")


def tell(number, text, published, confidence, low, *, factuality="CT+"):
    dead = text.index(" clerks")
    toll = Casualties(kind="killed", low=low, high=low, start=text.rindex(" ", 0, dead) + 1, end=dead + 7)
    document = make_document(text, uri=f"reports/{number}.txt", published=published)
    front, burned, day = (text.index(words) for words in ("Salt Front", "burned", "12 May"))
    claim = Claim(
        id="c1", start=front, end=burned + 6, attribution=None, chain=("author",), factuality=factuality,
        proposition=Proposition(type="responsibility", subject="e1", incident="i1"),
    )  # fmt: skip
    return msgspec.structs.replace(
        make_reading(text, document=document, attributions=()),
        sentences=((0, len(text)),),
        entities=(Entity(id="e1", name="Salt Front", type="organization"),),
        mentions=(Mention(id="m1", start=front, end=front + 10, type="ORG", entity="e1"),),
        events=(Event(id="v1", type="arson", trigger=Trigger(start=burned, end=burned + 6), edtf="2031-05-12"),),
        times=(Time(start=day, end=day + 6, edtf="2031-05-12", kind="date"),),
        claims=(claim,),
        incidents=(
            Incident(
                id="i1", type="arson", stage="accomplished", events=("v1",), edtf="2031-05-12",
                perpetrators=(
                    Perpetrator(
                        text="Salt Front", entity="e1", kind="organization", confidence=confidence, claims=("c1",)
                    ),
                ),
                casualties=(toll,),
            ),
        ),
    )  # fmt: skip


READINGS = (
    tell(1, BODY, "2031-05-13", "suspected_or_accused", 3),
    tell(2, f"{BODY} It is raining in Orn.", "2031-05-14", "suspected_or_accused", 3),
    tell(3, f"In Lunt on 12 May no {DENIED}", "2031-06-20", "denied", 9, factuality="CT-"),
)


@pytest.fixture
def case(averral, tmp_path):
    with Casefile.open(tmp_path / "case.db", create=True) as casefile:
        for reading in READINGS:
            casefile.add(make_ingested(reading.document), reading)
    return "case.db"


def test_the_analysis_counts_what_there_is(averral, case):
    shown = averral("analyse", case).stdout
    assert "3 documents, 1 actor" in shown
    assert "1 incident, 1 of them told by several documents" in shown
    assert "2 contradictions and 0 updates" in shown
    assert "0 decisions of people" in shown
    found = json.loads(averral("analyse", case, "--json").stdout)
    assert {"actors", "incidents", "origins", "agreement", "forecasts", "decisions", "confirmed"} == set(found)


def test_incidents_are_listed_and_one_is_shown(averral, case):
    line = averral("incidents", case).stdout
    assert "arson" in line
    assert "(3 documents, 3 happenings)" in line
    shown = averral("incidents", case, "2.txt#i1").stdout
    assert "dates: 2031-05-12 (3)" in shown
    assert "held to be one, as:" in shown
    assert json.loads(averral("incidents", case, "--json").stdout)["edtf"] == "2031-05-12"
    assert averral("incidents", case, "nothing").exit_code == 1
    assert averral("incidents", case, "--proposals").exit_code == 0


def test_origins_are_listed_with_their_reasons(averral, case):
    shown = averral("origins", case).stdout
    assert "1.txt: original" in shown
    assert "2.txt: " in shown
    assert "copy of 1.txt" in shown
    (row,) = [json.loads(line) for line in averral("origins", case, "--json").stdout.splitlines()]
    one = averral("origins", case, row["id"][:12]).stdout
    assert "2.txt from 1.txt" in one
    assert averral("origins", case, "--links").stdout
    assert averral("origins", case, "origin-nothing").exit_code == 1


def test_a_person_cuts_and_joins_origins_and_takes_it_back(averral, case):
    assert averral("cut", case, "2.txt", "1.txt", *WHO).exit_code == 0
    assert averral("origins", case).stdout == ""
    averral("undo", case, "--user", "bob")
    assert "2.txt" in averral("origins", case).stdout
    assert averral("join", case, "3.txt", "1.txt", *WHO).exit_code == 0
    assert "3.txt" in averral("origins", case).stdout
    assert averral("join", case, "3.txt", "3.txt", *WHO).exit_code == 1


def test_contradictions_name_both_sides_and_their_origins(averral, case):
    shown = averral("contradictions", case).stdout
    assert "Salt Front did it (1 origin)" in shown
    assert "Salt Front did not do it (1 origin)" in shown
    assert "9 killed" in shown
    assert "1.txt#char=" in shown
    rows = [json.loads(line) for line in averral("contradictions", case, "--json").stdout.splitlines()]
    assert {row["kind"] for row in rows} == {"denial", "casualties"}
    assert averral("contradictions", case, "--kind", "relation").stdout == ""
    assert "denial" in averral("contradictions", case, "--incident", "1.txt#i1", "--kind", "denial").stdout


def test_the_timeline_has_incidents_and_statements(averral, case):
    shown = averral("timeline", case).stdout
    assert "2031-05-12" in shown
    assert averral("timeline", case, "--kind", "statement").stderr.startswith("nothing happened")
    assert len(averral("timeline", case, "--json").stdout.splitlines()) == 1


def test_hypotheses_are_proposed_suggested_and_accepted(averral, case):
    incident = json.loads(averral("incidents", case, "--json").stdout)["id"]
    proposed = averral("hypotheses", case, "--propose", incident, *WHO)
    assert proposed.exit_code == 0
    for words in ("Salt Front did it", "An actor whom none of the others names did it", "None of these"):
        assert words in proposed.stdout
    assert len(averral("hypotheses", case, "--question", incident, "--suggest").stdout.splitlines()) > 1
    accepted = averral("hypotheses", case, "--question", incident, "--accept", "all", "all", "--user", "ann")
    assert accepted.exit_code == 0
    weighed = json.loads(averral("hypotheses", case, "--question", incident, "--json").stdout)["weighing"]
    assert weighed["accepted"] == weighed["ratings"] > 0


def test_a_confirmed_claim_says_so_in_the_report(averral, case):
    averral("accept", case, "1.txt#c1", *WHO)
    assert averral("report", case, "-o", "case.html").exit_code == 0
    with open("case.html") as file:  # noqa: PTH123 - the folder of the fixture
        html = file.read()
    assert "a person confirmed this reading" in html
    assert "What people decided" in html


def test_a_digit_is_proposed_from_origins_and_set_by_a_person(averral, case):
    rows = [json.loads(line) for line in averral("grade", case, "--proposals", "--json").stdout.splitlines()]
    assert all(len({*row["group"]["origins_for"], *row["group"]["origins_against"]}) > 1 for row in rows)
    assert rows
    name = rows[0]["group"]["id"]
    assert name in averral("grade", case, "--proposals").stdout
    set_by = averral("grade", case, "--information", name, "2", *WHO)
    assert (set_by.exit_code, "information graded" in set_by.stdout) == (0, True)
    with Casefile.open(case) as casefile:
        assert [(one.group, one.digit) for one in casefile.grades.list_information()] == [(name, 2)]
    assert averral("grade", case, "--information", name, "6", *WHO).exit_code == 0
    with Casefile.open(case) as casefile:
        assert casefile.grades.list_information()[-1].digit is None
    assert averral("grade", case, "--information", name, "7", *WHO).exit_code == 1
    assert averral("grade", case, "--information", name, "B", *WHO).exit_code == 2
    assert averral("grade", case, "--information", "group-nothing", "2", *WHO).exit_code == 1
    assert averral("grade", case, "--information", name, "2").exit_code == 2


def test_an_empty_case(averral, tmp_path):
    Casefile.open(tmp_path / "empty.db", create=True).close()
    assert "0 documents, 0 actors" in averral("analyse", "empty.db").stdout
    for command in ("incidents", "origins", "contradictions", "log", "grade"):
        result = averral(command, "empty.db")
        assert (result.exit_code, result.stdout) == (0, "")
    assert averral("report", "empty.db", "-o", "empty.html").exit_code == 0
