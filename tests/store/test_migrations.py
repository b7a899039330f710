"""A casefile of an older averral: what people decided in it is there after it was brought up to date."""

from __future__ import annotations

import sqlite3

import pytest
from alembic import command

from averral.casefile import Casefile
from averral.store.session import open_session
from tests.builders import TEXT, make_document, make_ingested, make_reading


def _open_older(path, monkeypatch, version):
    """A casefile as an averral of that version left it."""
    monkeypatch.setattr("averral.store.session.HEAD", version)
    real = command.upgrade
    monkeypatch.setattr(command, "upgrade", lambda config, _: real(config, version))
    open_session(path, create=True).close()
    monkeypatch.undo()


@pytest.fixture
def older(tmp_path, monkeypatch):
    """Version 0003 with a document, a merge that stands, one that was withdrawn, and two grades."""
    path = tmp_path / "old.db"
    _open_older(path, monkeypatch, "0003")
    reading = make_reading()
    new = tmp_path / "new.db"
    with Casefile.open(new, create=True) as casefile:
        casefile.add(make_ingested(reading.document), reading)
    connection = sqlite3.connect(path)
    connection.execute("ATTACH ? AS new", (str(new),))
    for (table,) in connection.execute(
        "SELECT name FROM new.sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'"
        " AND name NOT IN ('decisions', 'traces', 'origin_ties', 'results', 'alembic_version', 'actor_files')"
    ).fetchall():
        connection.execute(f"INSERT INTO main.{table} SELECT * FROM new.{table}")
    judgement = "INSERT INTO judgements VALUES (?, ?, ?, ?, ?, ?, ?)"
    connection.execute(judgement, (1, "merge", "Ana", "2030-01-01T00:00:00Z", "one", None, None))
    connection.execute(
        judgement, (2, "never_merge", "Ben", "2030-01-02T00:00:00Z", "two", "2030-01-03T00:00:00Z", "Ana")
    )
    first, second = (row[0] for row in connection.execute("SELECT id FROM entities ORDER BY id LIMIT 2"))
    for number in (1, 2):
        connection.execute("INSERT INTO judged_entities VALUES (?, 'left', ?)", (number, first))
        connection.execute("INSERT INTO judged_entities VALUES (?, 'right', ?)", (number, second))
    grade = "INSERT INTO source_grades VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    connection.execute(grade, (1, "ministry", first, None, "C", "Ana", "so far", "2030-01-01", "2030-01-01T00:00:00Z"))
    connection.execute(grade, (2, "Bell", None, "bell", "F", "Ben", "new", "2030-02-01", "2030-01-05T00:00:00Z"))
    connection.commit()
    connection.close()
    return path


def test_judgements_grades_and_what_was_withdrawn_are_kept(older):
    with Casefile.open(older) as casefile:
        one, two = casefile.actors.list_judgements()
        grades = [(grade.name, grade.letter, grade.gazetteer) for grade in casefile.grades.list()]
        first, second = casefile.get_reading(make_document(TEXT).id).entities[:2]
        kinds = [decision.kind for decision in casefile.log.list()]
    document = make_document(TEXT).id
    assert (one.id, one.kind, one.user, one.reason, one.withdrawn) == (1, "merge", "Ana", "one", None)
    assert (one.left, one.right) == ((f"{document}#{first.id}",), (f"{document}#{second.id}",))
    assert (two.id, two.withdrawn, two.withdrawn_by) == (2, "2030-01-03T00:00:00Z", "Ana")
    assert grades == [("ministry", "C", None), ("Bell", "F", "bell")]
    assert kinds == ["merge", "never_merge", "grade_source", "grade_source", "undo"]


def test_what_was_decided_still_counts_and_can_be_redone(older):
    with Casefile.open(older) as casefile:
        assert len(casefile.actors.list()) == 1
        casefile.log.redo("Ana", 2)
        assert len(casefile.actors.list()) == 2
