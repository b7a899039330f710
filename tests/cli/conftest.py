"""Commands run in this process, with the real ingest and a reader that needs no model."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from averral.cli import main
from tests.builders import TEXT, load_ingesting_reader


@pytest.fixture
def averral(monkeypatch, tmp_path):
    """Runs a command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AVERRAL_JOBS", "1")
    monkeypatch.setattr("averral.reading_pool.load_reader", load_ingesting_reader)
    return lambda *words, **more: CliRunner().invoke(main, [str(word) for word in words], **more)


@pytest.fixture
def blast(tmp_path):
    file = tmp_path / "blast.txt"
    file.write_text(TEXT)
    return file


@pytest.fixture
def case(averral, blast):
    assert averral("add", "case.db", "blast.txt").exit_code == 0
    return "case.db"
