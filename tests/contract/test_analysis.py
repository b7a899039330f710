"""The analysis of a casefile: the same in any order, kept up to date, never half-written, cheap for copies."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sqlite3
import stat
import time

import msgspec
import pytest

from averral.analysis.trace import TRACE_VERSION
from averral.casefile import Casefile
from tests.builders import make_document, make_ingested, make_reading
from tests.cli.test_case import BODY, READINGS, tell


def fill(place, readings):
    with Casefile.open(place, create=True) as casefile:
        for reading in readings:
            casefile.add(make_ingested(reading.document), reading)


def analyse(place):
    with Casefile.open(place) as casefile:
        return msgspec.json.encode(
            [casefile.actors.list(), casefile.incidents.list(), casefile.origins.trace(), casefile.agreement.weigh()]
        )


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_adding_changes_nothing(order, tmp_path):
    fill(tmp_path / "one.db", READINGS)
    fill(tmp_path / "two.db", [READINGS[place] for place in order])
    assert analyse(tmp_path / "one.db") == analyse(tmp_path / "two.db")


def test_a_document_that_is_added_later_gives_what_adding_all_at_once_gives(tmp_path):
    fill(tmp_path / "one.db", READINGS)
    fill(tmp_path / "two.db", READINGS[:2])
    with Casefile.open(tmp_path / "two.db") as casefile:
        before = casefile.agreement.weigh()
        casefile.add(make_ingested(READINGS[2].document), READINGS[2])
        assert casefile.agreement.weigh() != before
    assert analyse(tmp_path / "one.db") == analyse(tmp_path / "two.db")


def test_what_is_kept_of_documents_may_be_deleted(tmp_path):
    place = tmp_path / "case.db"
    fill(place, READINGS)
    before = analyse(place)
    connection = sqlite3.connect(place)
    connection.execute("DELETE FROM traces")
    connection.execute("DELETE FROM results")
    connection.execute("DELETE FROM origin_ties")
    connection.commit()
    connection.close()
    assert analyse(place) == before


def test_a_trace_of_an_older_version_is_made_anew(tmp_path):
    place = tmp_path / "case.db"
    fill(place, READINGS)
    before = analyse(place)
    connection = sqlite3.connect(place)
    connection.execute("UPDATE traces SET version = ?, json = '[]'", (TRACE_VERSION - 1,))
    connection.execute("DELETE FROM results")
    connection.commit()
    connection.close()
    assert analyse(place) == before


def test_what_an_analysis_came_to_is_kept_until_something_changes(tmp_path):
    place = tmp_path / "case.db"
    fill(place, READINGS)
    before = analyse(place)
    connection = sqlite3.connect(place)
    states = dict(connection.execute("SELECT kind, state FROM results").fetchall())
    assert set(states) == {"actors", "incidents", "origins", "agreement"}
    assert analyse(place) == before
    assert dict(connection.execute("SELECT kind, state FROM results").fetchall()) == states
    with Casefile.open(place) as casefile:
        casefile.origins.cut(READINGS[1].document.id, READINGS[0].document.id, "ann", "not a copy")
        assert len(casefile.origins.list()) != 0
        casefile.agreement.weigh()
    after = dict(connection.execute("SELECT kind, state FROM results").fetchall())
    assert {kind for kind, state in after.items() if state != states[kind]} == {"origins", "agreement"}


def test_a_casefile_that_cannot_be_written_is_analysed_all_the_same(tmp_path):
    place = tmp_path / "case.db"
    fill(place, READINGS)
    before = analyse(place)
    connection = sqlite3.connect(place)
    connection.execute("DELETE FROM traces")
    connection.execute("DELETE FROM results")
    connection.commit()
    connection.close()
    place.chmod(stat.S_IRUSR)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with Casefile.open(place) as casefile:
            casefile._session.writable = False
            found = [casefile.actors.list(), casefile.incidents.list(), casefile.origins.trace()]
            found.append(casefile.agreement.weigh())
    finally:
        tmp_path.chmod(stat.S_IRWXU)
    assert msgspec.json.encode(found) == before


def test_five_hundred_copies_are_one_origin_and_few_pairs(tmp_path):
    copies = [tell(number, f"{BODY} No. {number}", "2031-05-13", "suspected_or_accused", 3) for number in range(500)]
    fill(tmp_path / "case.db", copies)
    with Casefile.open(tmp_path / "case.db") as casefile:
        origins = casefile.origins.trace()
        (incident,) = casefile.incidents.list()
        (row,) = casefile.agreement.weigh().responsibility
    assert max(len({member.document for member in origin.members}) for origin in origins.origins) == 500
    assert len(incident.members) == 500
    assert len({voice.origin for voice in row.accused_by}) == 1
    pairs = sqlite3.connect(tmp_path / "case.db").execute("SELECT count(*) FROM origin_ties").fetchone()
    assert pairs[0] < 500 * 20


def test_documents_without_dates_and_of_one_word(tmp_path):
    document = make_document("Fire.", uri="fire.txt")
    plain = msgspec.structs.replace(
        make_reading("Fire.", document=document, attributions=(), claims=(), entities=(), mentions=()),
        sentences=((0, 5),),
    )
    undated = tell(9, f"{BODY} Undated.", None, "suspected_or_accused", 3)
    fill(tmp_path / "case.db", [plain, undated, READINGS[0]])
    with Casefile.open(tmp_path / "case.db") as casefile:
        assert len(casefile.incidents.list()) == 1
        assert casefile.lay_out_timeline().extents


def _analyse_slowly(place):
    with Casefile.open(place) as casefile:
        casefile.origins.trace(lambda done, total: time.sleep(30))


def test_killed_in_the_middle_nothing_is_lost_or_half_written(tmp_path):
    place = tmp_path / "case.db"
    fill(place, READINGS)
    worker = multiprocessing.get_context("spawn").Process(target=_analyse_slowly, args=(place,))
    worker.start()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if sqlite3.connect(place).execute("SELECT count(*) FROM origin_ties").fetchone()[0]:
            break
        time.sleep(0.1)
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()
    fill(tmp_path / "other.db", READINGS)
    assert analyse(place) == analyse(tmp_path / "other.db")
    assert sqlite3.connect(place).execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("collecting", [True, False])
def test_the_collector_of_cycles_is_left_as_it_was(collecting, tmp_path):
    fill(tmp_path / "case.db", READINGS)
    (gc.enable if collecting else gc.disable)()
    try:
        analyse(tmp_path / "case.db")
        assert gc.isenabled() == collecting
    finally:
        gc.enable()
