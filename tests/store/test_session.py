"""Opening: what is no casefile, what is too new, what may not be written, and two programs at once."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import msgspec
import pytest

from averral.casefile import Casefile
from averral.errors import StoreError
from averral.store.session import APPLICATION_ID
from tests.builders import make_document, make_ingested, make_reading


@pytest.fixture
def case(tmp_path):
    path = tmp_path / "case.db"
    with Casefile.open(path, create=True) as casefile:
        casefile.add(make_ingested(make_document()), make_reading())
    return path


def change(path, *statements):
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def dump(path):
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_the_same_bytes_again_leave_the_file_as_it_was(case):
    before = dump(case)
    with Casefile.open(case, create=True) as casefile:
        assert not casefile.add(make_ingested(make_document()), make_reading())
    assert dump(case) == before
    assert any("two men left a van" in line for line in before)


def test_it_is_one_file_when_closed(case):
    assert [path.name for path in case.parent.iterdir()] == ["case.db"]


def test_there_is_no_casefile(tmp_path):
    with pytest.raises(StoreError, match="there is no casefile"):
        Casefile.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_there_is_no_folder(tmp_path):
    with pytest.raises(StoreError, match="there is no folder"):
        Casefile.open(tmp_path / "none" / "case.db", create=True)


@pytest.mark.parametrize("content", [b"an article, not a casefile", b"SQLite", b"\x00" * 100])
def test_another_file_is_refused_and_left_alone(content, tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is not a casefile"):
        Casefile.open(path, create=True)
    assert path.read_bytes() == content


def test_another_sqlite_file_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "contacts.db"
    change(path, "CREATE TABLE contacts (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="but not a casefile"):
        Casefile.open(path, create=True)
    assert path.read_bytes() == before


def test_a_folder_a_pipe_and_an_impossible_name(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / ("x" * 300), tmp_path / "a\x00b"):
        with pytest.raises(StoreError):
            Casefile.open(path, create=True)


def test_an_empty_file_becomes_a_casefile_only_when_one_is_made(tmp_path):
    path = tmp_path / "case.db"
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        Casefile.open(path)
    with Casefile.open(path, create=True) as casefile:
        assert list(casefile.iter_documents()) == []


@pytest.mark.parametrize("version", ["9999", "zzzz"])
def test_a_newer_casefile_is_refused_and_left_alone(version, case):
    change(case, f"UPDATE alembic_version SET version_num = '{version}'")
    before = dump(case)
    with pytest.raises(StoreError, match=f"newer averral.*{version}"):
        Casefile.open(case, create=True)
    assert dump(case) == before


def test_a_damaged_file_says_so(case):
    whole = case.read_bytes()
    case.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError, match=r"damaged|cannot be used|not a casefile"), Casefile.open(case) as casefile:
        list(casefile.iter_documents())


def test_a_truncated_file_says_so(case):
    case.write_bytes(case.read_bytes()[:5000])
    with pytest.raises(StoreError, match=r"damaged|cannot be used|not a casefile"), Casefile.open(case) as casefile:
        list(casefile.iter_documents())


@pytest.fixture
def as_nobody():
    """Root may write anything, so a test about rights gives its own up for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.fixture
def open_folder():
    """A folder that everybody may read and nobody but its owner may write (those of pytest are closed to others)."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def read_only_case(case, open_folder):
    copy = open_folder / "case.db"
    shutil.copy(case, copy)
    copy.chmod(0o444)
    open_folder.chmod(0o555)
    return copy


def test_a_read_only_file_in_a_read_only_folder_can_be_read(read_only_case, as_nobody):
    with Casefile.open(read_only_case) as casefile:
        assert list(casefile.iter_readings()) == [make_reading()]
        assert len(casefile.search("van")) == 1
        with pytest.raises(StoreError, match="is read-only"):
            casefile.add(make_ingested(make_document("x")), make_reading("x"))


def test_an_old_read_only_file_says_why_it_cannot_be_opened(case, open_folder, request):
    copy = open_folder / "case.db"
    shutil.copy(case, copy)
    change(copy, "UPDATE alembic_version SET version_num = '0001'")
    copy.chmod(0o444)
    request.getfixturevalue("as_nobody")
    with pytest.raises(StoreError, match="older averral and is read-only"):
        Casefile.open(copy)


def test_a_file_without_reading_rights(case, open_folder, request):
    copy = open_folder / "case.db"
    shutil.copy(case, copy)
    copy.chmod(0o000)
    request.getfixturevalue("as_nobody")
    with pytest.raises(StoreError, match="cannot be opened"):
        Casefile.open(copy)


def test_one_that_reads_does_not_see_half_of_what_is_written(case):
    with Casefile.open(case) as reader, Casefile.open(case) as writer:
        with writer._session.write() as connection:
            connection.exec_driver_sql("DELETE FROM readings")
            assert list(reader.iter_readings()) == [make_reading()]
            connection.rollback()
        assert list(reader.iter_readings()) == [make_reading()]


def test_a_writer_waits_and_then_says_what_is_wrong(case, monkeypatch):
    monkeypatch.setattr("averral.store.session.BUSY_SECONDS", 0.05)
    ingested, reading = make_ingested(make_document("x")), make_reading("x")
    busy = pytest.raises(StoreError, match="another program is writing")
    with Casefile.open(case) as first, Casefile.open(case) as second, first._session.write(), busy:
        second.add(ingested, reading)


def test_what_fails_half_way_leaves_nothing(case):
    before = dump(case)
    reading = make_reading("Two killed.")
    broken = msgspec.structs.replace(reading.claims[0], attribution="a9")
    with Casefile.open(case) as casefile, pytest.raises(KeyError):
        casefile.add(make_ingested(reading.document), msgspec.structs.replace(reading, claims=(broken,)))
    assert dump(case) == before


def test_several_programs_add_at_once(tmp_path):
    path = tmp_path / "case.db"
    context = multiprocessing.get_context("spawn")
    programs = [context.Process(target=add_many, args=(path, letter)) for letter in "ab"]
    for program in programs:
        program.start()
    for program in programs:
        program.join(300)
        assert program.exitcode == 0
    with Casefile.open(path) as casefile:
        assert len(list(casefile.iter_documents())) == 2 * 4 + 1
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA application_id").fetchall() == [(APPLICATION_ID,)]
    connection.close()


def add_many(path, letter):
    """Four documents of its own and one that the other program adds too; the casefile may not be there yet."""
    for number in range(4):
        with Casefile.open(path, create=True) as casefile:
            for text in (f"{letter}{number} fell.", "Both saw it."):
                casefile.add(make_ingested(make_document(text)), make_reading(text))
