"""Incidents in the terminal; readings come from a builder, as the pipeline of the tests finds none."""

from __future__ import annotations

import msgspec
import pytest

from averral.casefile import Casefile
from averral.cli.incident import choose_rows, make_incident_table, tell_incidents
from averral.cli.screen import make_console
from averral.views import make_incident_rows
from tests.builders import make_ingested
from tests.views.incidents import make_incident_reading

READING = make_incident_reading()
ROWS = make_incident_rows(READING, 1, "one.txt")


@pytest.fixture
def told(tmp_path):
    with Casefile.open(tmp_path / "told.db", create=True) as casefile:
        casefile.add(make_ingested(READING.document), READING)
    return "told.db"


def test_incidents_are_told_with_what_the_text_says_and_who_says_it():
    lines = list(tell_incidents(ROWS))
    assert lines[1:3] == ["Incidents:", "    i1 shelling (attempted) · 12 May 2031 · Oleth, Iraq"]
    assert "        perpetrators: gunmen (suspected or accused)" in lines
    words = " ".join(" ".join(lines).split())
    assert "casualties: at least 31 killed (The ministry, citing a driver); about 40 injured (the author)" in words
    assert "        author: left open" in lines
    assert "    i2 mine explosion · 2021 · not said (background)" in lines


def test_without_incidents_nothing_is_told():
    assert list(tell_incidents(())) == []


def test_show_begins_with_the_incidents(averral, told):
    shown = averral("show", told, "one.txt").stdout
    assert shown.index("Incidents:") < shown.index("The ministry · said")
    assert "Incidents:" not in averral("show", told, "one.txt#char=0,9").stdout


def test_show_as_json_has_the_incidents(averral, told):
    assert '"incidents":[{"id":"i1"' in averral("show", told, "one.txt", "--json").stdout


def test_the_short_table_has_one_row_for_each_document_and_no_background(capsys):
    second = msgspec.structs.replace(ROWS[0], number=2, anchor="d2", title="two.txt", claims=())
    poorer = msgspec.structs.replace(ROWS[0], anchor="d1", claims=())
    chosen = choose_rows([poorer, ROWS[0], second, ROWS[1]])
    assert chosen == (ROWS[0], second)
    make_console().print(make_incident_table(chosen, 4))
    printed = capsys.readouterr().out
    assert "2 of 4 incidents" in printed
    assert "two.txt" in printed


def test_hostile_words_of_an_incident_cannot_reach_the_terminal(capsys):
    evil = "a\x1b]0;owned\x07\u202e"
    row = msgspec.structs.replace(ROWS[0], title=evil, id=evil, date=msgspec.structs.replace(ROWS[0].date, text=evil))
    make_console().print(make_incident_table([row], 1))
    printed = capsys.readouterr().out + "".join(tell_incidents([row]))
    assert "owned" in printed
    assert not set(printed) & set("\x1b\x07\u202e")
