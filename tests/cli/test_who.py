"""`who`, `relations` and `entities` as a user meets them; readings come from a builder."""

from __future__ import annotations

import json

import pytest

from averral.casefile import Casefile
from averral.cli.sighting import find_sighting
from tests.builders import make_ingested
from tests.views.actors import make_case_readings

READINGS = make_case_readings()


@pytest.fixture
def told(tmp_path):
    with Casefile.open(tmp_path / "told.db", create=True) as casefile:
        for reading in READINGS:
            casefile.add(make_ingested(reading.document), reading)
    return "told.db"


def flatten(text):
    return " ".join(text.split())


def test_who_tells_what_is_said_by_about_and_to_an_actor(averral, told):
    result = averral("who", told, "the", "oleth", "brigade")
    assert result.exit_code == 0
    words = flatten(result.stdout)
    for part in (
        "Said by Oleth Brigade (1): Oleth Brigade: statement · denied [two.txt c1]",
        "Said about Oleth Brigade (1): Ministry of Roads: responsibility as perpetrator · stated as fact [one.txt c1",
        "Said to Oleth Brigade (1): the author: event as recipient · stated as fact [one.txt c2, 2031-05-13]",
        "is funded by Veshland [disputed]",
        "the author: called possible, 2029",
        "is led by Tarn Obel the author: stated as fact, past",
        "one, because: both are called “Oleth Brigade”",
        "reports/one.txt#e1",
    ):
        assert part in words


def test_who_as_json(averral, told):
    page = json.loads(averral("who", told, "Ministry of Roads", "--json").stdout)
    assert (page["name"], page["by"][0]["claim"]) == ("Ministry of Roads", "c1")
    assert page["outlets"][0]["name"] == "The Courier"


def test_who_without_an_actor_names_those_near(averral, told):
    result = averral("who", told, "oleth")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "near names: Oleth Brigade" in result.stderr


def test_who_lists_several_of_one_name(averral, told):
    keys = [f"{reading.document.id}#e1" for reading in READINGS]
    assert averral("keep-apart", told, "one.txt#e1", "x", "--reason", "r").exit_code == 1
    assert averral("split", told, "one.txt#e1", "--reason", "two groups").exit_code == 0
    result = averral("who", told, "Oleth Brigade")
    assert result.exit_code == 1
    assert result.stderr.count("Oleth Brigade (") == 2
    assert "2 actors are called 'Oleth Brigade'" in result.stderr
    with Casefile.open(told) as casefile:
        assert find_sighting(casefile, "one.txt#e1") == keys[0]
    assert "Said by Oleth Brigade" not in averral("who", told, "one.txt#e1").stdout
    assert "Said by Oleth Brigade (1)" in averral("who", told, "two.txt#e1").stdout


@pytest.mark.parametrize(
    ("options", "predicates"),
    [
        ((), ["funds", "leads"]),
        (("-p", "leads"), ["leads"]),
        (("--between", "Oleth Brigade", "Veshland"), ["funds"]),
        (("--as-of", "2030-01-01"), ["funds"]),
        (("--as-of", "2028-01-01"), []),
    ],
)
def test_relations_that_are_asked_for(options, predicates, averral, told):
    result = averral("relations", told, *options, "--json")
    assert result.exit_code == 0
    assert [json.loads(line)["predicate"] for line in result.stdout.splitlines()] == predicates
    assert ("have a date: 2" in result.stderr) == ("--as-of" in options)


def test_relations_are_told_in_a_table(averral, told):
    words = flatten(averral("relations", told).stdout)
    assert "Veshland" in words
    assert "funds [disputed]" in words
    assert "friendly" in words


def test_a_predicate_that_is_none_is_a_wrong_command_line(averral, told):
    result = averral("relations", told, "--predicate", "loves")
    assert result.exit_code == 2
    assert "member_of" in result.stderr


def test_entities_are_listed(averral, told):
    assert "Oleth Brigade" in averral("entities", told).stdout
    lines = [json.loads(line) for line in averral("entities", told, "--json").stdout.splitlines()]
    assert (lines[0]["name"], lines[0]["documents"]) == ("Oleth Brigade", 2)


def test_a_table_of_actors_is_added(averral, told, tmp_path):
    (tmp_path / "wrong.csv").write_text("nonsense\n1\n")
    assert averral("entities", told, "--add-file", "wrong.csv").exit_code == 1
