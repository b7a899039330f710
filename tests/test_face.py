"""The names that a program imports."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

import averral
from averral import casefile, errors
from tests.builders import TEXT, load_ingesting_reader, make_document, make_ingested, make_reading


def test_every_name_is_there():
    assert averral.Casefile is casefile.Casefile
    assert averral.AverralError is errors.AverralError
    assert all(getattr(averral, name) for name in averral.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing"):
        averral.nothing  # noqa: B018 - looking is the test


def test_the_version_is_that_of_the_package():
    assert averral.__version__ == version("averral")


def test_the_face_stays_small():
    assert averral.__file__
    assert len(Path(averral.__file__).read_text().splitlines()) < 40


def test_read_gives_readings(tmp_path, monkeypatch):
    monkeypatch.setattr("averral.reading_pool.load_reader", load_ingesting_reader)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("Two killed.")
    assert [len(reading.claims) for reading in averral.read(tmp_path / "a.txt", str(tmp_path))] == [3, 3, 1]


def test_open_casefile(tmp_path):
    with averral.open_casefile(tmp_path / "case.db", create=True) as opened:
        opened.add(make_ingested(make_document()), make_reading())
        assert opened.path == tmp_path / "case.db"
    with pytest.raises(averral.AverralError):
        averral.open_casefile(tmp_path / "none.db")
