"""Decisions on the command line: kept with user, time and reason, undone and redone, listed, refused with a message."""

from __future__ import annotations

import json

import msgspec
import pytest

from averral.casefile import Casefile
from averral.records import Event, Incident, Trigger
from tests.builders import make_document, make_ingested, make_reading

WHO = ("--user", "ann", "--reason", "seen")


def tell(place, number):
    """A report of a bombing, each of another year."""
    year = 2031 - 4 * number
    text = f"Report {number}. The ministry said a bomb exploded in {place} on 4 May {year}."
    document = make_document(text, uri=f"reports/{number}.txt", published=f"{year}-05-05")
    start = text.index("bomb")
    return msgspec.structs.replace(
        make_reading(text, document=document),
        sentences=((0, 10), (11, len(text))),
        events=(Event(id="v1", type="bombing", trigger=Trigger(start=start, end=start + 4), edtf=f"{year}-05-04"),),
        incidents=(Incident(id="i1", type="bombing", stage="accomplished", events=("v1",), edtf=f"{year}-05-04"),),
    )


@pytest.fixture
def case(tmp_path):
    with Casefile.open(tmp_path / "case.db", create=True) as casefile:
        plain = make_reading()
        casefile.add(make_ingested(plain.document), plain)
        for number, place in enumerate(("Undry", "Tornbeck")):
            reading = tell(place, number)
            casefile.add(make_ingested(reading.document), reading)
    return "case.db"


def list_incidents(case):
    with Casefile.open(case) as casefile:
        return {frozenset(incident.members) for incident in casefile.incidents.list()}


def read_log(averral, case):
    return [json.loads(line) for line in averral("log", case, "--json").stdout.splitlines()]


def test_incidents_are_merged_and_split_and_kept_apart(averral, case):
    before = list_incidents(case)
    (one,), (two,) = (tuple(part) for part in sorted(before, key=sorted))
    result = averral("merge", case, "0.txt#i1", "1.txt#i1", *WHO)
    assert (result.exit_code, "ann  one incident (1 and 1 happenings): seen" in result.stdout) == (0, True)
    assert list_incidents(case) == {frozenset((one, two))}
    assert averral("split", case, "1.txt#i1", *WHO).exit_code == 0
    assert list_incidents(case) == before
    assert averral("keep-apart", case, "0.txt#i1", "1.txt#i1", *WHO).exit_code == 0
    assert [row["kind"] for row in read_log(averral, case)] == [
        "merge_incidents", "split_incident", "never_merge_incidents",
    ]  # fmt: skip


def test_undoing_goes_back_step_by_step_and_redoing_forth(averral, case):
    before = list_incidents(case)
    averral("merge", case, "0.txt#i1", "1.txt#i1", *WHO)
    merged = list_incidents(case)
    averral("split", case, "1.txt#i1", *WHO)
    for state in (merged, before):
        assert averral("undo", case, "--user", "bob").exit_code == 0
        assert list_incidents(case) == state
    result = averral("undo", case, "--user", "bob")
    assert (result.exit_code, "nothing to undo" in result.stderr) == (1, True)
    assert averral("redo", case, "1", "--user", "bob").exit_code == 0
    assert list_incidents(case) == merged
    assert averral("redo", case, "1", "--user", "bob").exit_code == 1
    shown = averral("log", case).stdout
    assert "undone (decision 1)" in shown
    assert "redone (decision 1)" in shown
    assert len(read_log(averral, case)) == 5


def test_what_is_rejected_is_out_of_the_analysis_until_that_is_undone(averral, case):
    before = list_incidents(case)
    assert averral("reject", case, "1.txt#i1", *WHO).exit_code == 0
    assert len(list_incidents(case)) == len(before) - 1
    averral("undo", case, "--user", "bob")
    assert list_incidents(case) == before


def test_a_correction_changes_what_the_analysis_sees(averral, case):
    averral("correct", case, "1.txt#i1", "type=shelling", "edtf=2027-05-03", *WHO)
    with Casefile.open(case) as casefile:
        assert [(i.type, i.edtf) for i in casefile.incidents.list() if i.type == "shelling"] == [
            ("shelling", "2027-05-03")
        ]
        assert casefile.get_reading("1.txt").incidents[0].type == "bombing"
    assert averral("correct", case, "1.txt#v1", "edtf=null", *WHO).exit_code == 0


def test_a_span_is_corrected_by_its_words(averral, case):
    item = read_first_attribution(case)
    assert averral("correct", case, f"blast.txt#{item}", "start=0", *WHO).exit_code == 1
    result = averral("correct", case, "0.txt#v1", "quote=bomb", *WHO)
    assert (result.exit_code, "no field 'start'" in result.stderr) == (1, True)
    assert averral("correct", case, "0.txt#v1", "quote=bombs", *WHO).exit_code == 2


def read_first_attribution(case):
    with Casefile.open(case) as casefile:
        return casefile.get_reading("blast.txt").attributions[0].id


def test_an_item_is_accepted(averral, case):
    result = averral("accept", case, "1.txt#i1", "--json", *WHO)
    row = json.loads(result.stdout)
    assert (row["kind"], row["user"], row["reason"]) == ("accept", "ann", "seen")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("merge", "0.txt#i1", "nobody"), 1),
        (("merge", "0.txt#i1", "0.txt#i1"), 1),
        (("keep-apart", "0.txt#i1", "0.txt#i1"), 1),
        (("split", "0.txt#i1"), 1),
        (("split", "0.txt#i1", "1.txt#i1"), 1),
        (("accept", "0.txt"), 1),
        (("accept", "none.txt#c1"), 1),
        (("reject", "0.txt#c99"), 1),
        (("correct", "0.txt#i1", "type"), 2),
        (("correct", "0.txt#i1", "colour=red"), 1),
        (("correct", "0.txt#i1"), 2),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_is_kept(words, code, averral, case):
    result = averral(words[0], case, *words[1:], *WHO)
    assert (result.exit_code, bool(result.stderr)) == (code, True)
    assert read_log(averral, case) == []


@pytest.mark.parametrize(
    "words", [("merge", "a", "b"), ("keep-apart", "a", "b"), ("split", "a"), ("accept", "a#c1"), ("reject", "a#c1")]
)
def test_a_decision_needs_a_reason(words, averral, case):
    result = averral(words[0], case, *words[1:])
    assert (result.exit_code, "--reason" in result.stderr) == (2, True)


def test_grades_are_set_listed_and_undone(averral, case):
    shown = averral("grade", case, "ministry", "b", "--date", "2031-05-01", *WHO)
    assert "ministry: B (usually reliable) from 2031-05-01 on, by ann: seen" in shown.stdout
    assert averral("grade", case).stdout == shown.stdout
    assert averral("grade", case, "ministry", "G", *WHO).exit_code == 1
    assert averral("grade", case, "ministry", "B").exit_code == 2
    averral("undo", case, "--user", "bob")
    assert averral("grade", case).stdout == ""


def test_two_people_at_once_both_have_their_say(averral, case):
    first, second = sorted(key for part in list_incidents(case) for key in part)
    with Casefile.open(case) as one, Casefile.open(case) as two:
        one.incidents.merge(first, second, "ann", "x")
        assert len(two.incidents.list()) == 1
        two.incidents.split([second], "bob", "y")
        assert [decision.user for decision in one.log.list()] == ["ann", "bob"]
        assert len(one.incidents.list()) == 2
        assert one.incidents.list() == two.incidents.list()
