"""`hypotheses` as a user meets it: written down, rated, weighed, exported and taken over again."""

from __future__ import annotations

import json

import pytest

WHO = ("--user", "ann", "--reason", "seen")


@pytest.fixture
def matrix(averral, case):
    """Two hypotheses, one item, rated for both; the ids."""
    ids = [
        json.loads(averral("hypotheses", case, *words, "--json", *WHO).stdout)["body"]["id"]
        for words in (
            ("--state", "The brigade did it"),
            ("--state", "The state did it"),
            ("--evidence", "No lorry was seen", "--kind", "absence_of_evidence", "--credibility", "high"),
        )
    ]
    brigade, state, item = ids
    assert averral("hypotheses", case, "--rate", item, brigade, "II", *WHO).exit_code == 0
    assert averral("hypotheses", case, "--rate", item[:5], state[:5], "C", *WHO).exit_code == 0
    return ids


def test_the_least_inconsistent_leads(averral, case, matrix):
    shown = averral("hypotheses", case).stdout
    assert shown.index("The state did it") < shown.index("The brigade did it")
    assert "2 ratings by people, 0 of them accepted" in shown
    found = json.loads(averral("hypotheses", case, "--json").stdout)
    assert found["weighing"]["leaders"] == [matrix[1]]


def test_a_rating_is_undone(averral, case, matrix):
    assert averral("undo", case, "--user", "bob").exit_code == 0
    found = json.loads(averral("hypotheses", case, "--json").stdout)
    assert [one["rated"] for one in found["weighing"]["standings"]] in ([1, 0], [0, 1])


@pytest.mark.parametrize("name", ["matrix.csv", "matrix.json"])
def test_a_matrix_goes_out_and_comes_in(name, averral, case, matrix):
    assert averral("hypotheses", case, "--export", name).exit_code == 0
    assert averral("hypotheses", case, "--import", name, "--question", "copy", *WHO).exit_code == 0
    whole, copy = (
        json.loads(averral("hypotheses", case, "--json", "--question", question).stdout) for question in ("", "copy")
    )
    assert copy["matrix"]["hypotheses"] == whole["matrix"]["hypotheses"]
    assert copy["weighing"]["leaders"] == whole["weighing"]["leaders"]


def test_an_empty_matrix_says_so_and_names_others(averral, case, matrix):
    result = averral("hypotheses", case, "--question", "other")
    assert (result.stdout, "there is: the case" in result.stderr) == ("", True)
    assert averral("hypotheses", case, "--suggest").stdout == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--state", "x"), 2),
        (("--state", "x", "--evidence", "y"), 2),
        (("--rate", "x", "h", "C", "--reason", "r"), 1),
        (("--rate", "x", "h", "Z", "--reason", "r"), 1),
        (("--accept", "x", "h", "--reason", "r"), 2),
        (("--import", "none.csv", "--reason", "r"), 1),
        (("--export", "no/where.csv"), 1),
        (("--kind", "rumour"), 2),
    ],
)
def test_what_cannot_be_done_says_why(words, code, averral, case):
    result = averral("hypotheses", case, *words)
    assert (result.exit_code, bool(result.stderr)) == (code, True)
    assert averral("log", case).stdout == ""
