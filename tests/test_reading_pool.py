"""Reading on one core and on several: order, bounds, and what happens when a document breaks the reader."""

from __future__ import annotations

import functools
import itertools
import signal
import subprocess
import sys

import pytest

from averral import reading_pool
from averral.errors import AverralError, BundleError, InputError
from averral.ingest import Source
from averral.reading_pool import SMALL_PILE, iter_new_readings, iter_readings, map_sources
from averral.records import digest_bytes
from tests.builders import (
    load_broken_reader,
    load_deadly_reader,
    load_fake_reader,
    load_ingesting_reader,
    make_reading,
)

MANY = SMALL_PILE + 4


def make_sources(*texts):
    return [Source(uri=f"{number}.txt", data=text.encode()) for number, text in enumerate(texts)]


def make_many(**special):
    texts = [f"Bridge {number} fell." for number in range(MANY)]
    for number, text in special.items():
        texts[int(number.removeprefix("at"))] = text
    return make_sources(*texts)


@pytest.mark.parametrize("jobs", [1, 2])
def test_readings_come_in_the_order_of_their_sources(jobs):
    sources = make_many()
    pairs = list(map_sources(sources, jobs, load_fake_reader))
    assert [reading.document.uri for _, reading in pairs] == [source.uri for source in sources]
    assert [ingested.data for ingested, _ in pairs] == [source.data for source in sources]
    assert all(ingested.document == reading.document for ingested, reading in pairs)


def test_one_process_and_several_read_the_same():
    sources = make_many(at3="boom", at5="Zoé … \U0001f600")
    assert list(map_sources(sources, 2, load_fake_reader)) == list(map_sources(sources, 1, load_fake_reader))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_breaks_the_reader_becomes_a_problem_and_the_others_go_on(jobs):
    pairs = list(map_sources(make_many(at3="boom"), jobs, load_fake_reader))
    assert [number for number, (_, reading) in enumerate(pairs) if reading.problems] == [3]
    ingested, reading = pairs[3]
    (problem,) = reading.problems
    assert (problem.stage, problem.kind) == ("extract", "internal")
    assert "ValueError: boom" in problem.message
    assert reading.document.id == digest_bytes(b"boom")
    assert ingested.data == b"boom"


def test_a_process_that_dies_costs_only_the_document_that_killed_it():
    last = f"at{MANY - 1}"
    pairs = list(map_sources(make_many(at2="kill", **{last: "kill again"}), 2, load_fake_reader))
    assert [number for number, (_, reading) in enumerate(pairs) if reading.problems] == [2, MANY - 1]
    assert "died" in pairs[2][1].problems[0].message
    assert [reading.document.uri for _, reading in pairs] == [f"{number}.txt" for number in range(MANY)]


def test_few_sources_are_read_without_starting_processes(monkeypatch):
    monkeypatch.setattr(reading_pool, "_Pool", None)
    assert len(list(map_sources(make_sources("a", "b"), 4, load_fake_reader))) == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_process_loads_the_model_once(jobs, tmp_path):
    marker = tmp_path / "loaded"
    list(map_sources(make_many(), jobs, functools.partial(load_fake_reader, str(marker))))
    processes = marker.read_text().split()
    assert 1 <= len(processes) <= jobs
    assert len(set(processes)) == len(processes)


def test_nothing_to_read_loads_nothing():
    assert list(map_sources([], 1, load_broken_reader)) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_model_that_cannot_be_loaded_is_one_error(jobs):
    with pytest.raises(BundleError, match="damaged"):
        list(map_sources(make_many(), jobs, load_broken_reader))


def test_processes_that_cannot_start_are_one_error_and_no_document_is_blamed():
    with pytest.raises(AverralError, match="cannot be started"):
        list(map_sources(make_many(), 2, load_deadly_reader))


def endless():
    for number in itertools.count():
        yield Source(uri=f"{number}.txt", data=b"x %d" % number)


@pytest.mark.parametrize(("jobs", "ahead"), [(1, 0), (2, 2 * reading_pool._IN_FLIGHT)])
def test_sources_are_taken_as_they_are_needed(jobs, ahead):
    taken = []
    sources = (taken.append(source) or source for source in endless())
    pairs = map_sources(sources, jobs, load_fake_reader)
    for _ in range(20):
        next(pairs)
    pairs.close()
    assert 20 <= len(taken) <= 20 + max(ahead, 1)


@pytest.mark.parametrize(("jobs", "count"), [(1, 3), (2, 3), (2, MANY)])
def test_what_came_before_a_wrong_argument_is_read_first(jobs, count):
    def sources():
        yield from make_many()[:count]
        raise InputError("no such file: b.txt")

    pairs = map_sources(sources(), jobs, load_fake_reader)
    assert len(list(itertools.islice(pairs, count))) == count
    with pytest.raises(InputError, match="no such file"):
        next(pairs)


def test_a_name_that_is_no_unicode_does_not_end_the_run():
    source = Source(uri="bad\udcff.txt", data=b"boom")
    ((_, reading),) = map_sources([source], 1, load_fake_reader)
    assert reading.document.uri == "bad\ufffd.txt"


def test_a_file_that_broke_the_reader_keeps_its_bytes(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"boom")
    sources = [Source(uri="a.txt", path=str(file)), Source(uri="gone.txt", path=str(tmp_path / "gone.txt"))]
    (first, _), (second, _) = map_sources(sources, 1, load_fake_reader)
    assert first.data == b"boom"
    assert second.data == b"unread:gone.txt"


class FakeExtractor:
    """Reads what make_reading reads, and fails where a text says so."""

    @classmethod
    def load(cls, bundle, threads):
        assert (bundle, threads) == (None, 1)
        return cls()

    def read(self, document, problems):
        if "boom" in document.text:
            raise RuntimeError("boom")
        return make_reading(document.text, document=document, problems=problems)


@pytest.fixture
def with_fake_extractor(monkeypatch):
    monkeypatch.setattr("averral.extract.Extractor", FakeExtractor)


@pytest.mark.usefixtures("with_fake_extractor")
def test_ingest_and_extract_are_joined():
    sources = make_sources("Two killed.", "", "It went boom here.")
    read, empty, failed = (reading for _, reading in iter_readings(sources, 1, None))
    assert len(read.claims) == 1
    assert [problem.kind for problem in empty.problems] == ["empty"]
    assert [(problem.stage, problem.kind) for problem in failed.problems] == [("extract", "internal")]
    assert failed.document.text == "It went boom here."


@pytest.mark.usefixtures("with_fake_extractor")
def test_what_is_known_is_not_read_again():
    sources = make_sources("Two killed.", "boom")
    known = frozenset({digest_bytes(b"boom")})
    (_, new), (ingested, old) = iter_new_readings(sources, 1, None, known)
    assert new.claims
    assert old is None
    assert ingested.document.text == "boom"


def test_what_is_known_comes_back_from_other_processes_too():
    pairs = list(map_sources(make_many(), 2, functools.partial(load_ingesting_reader, None, AllKnown())))
    assert len(pairs) == MANY
    assert all(reading is None for _, reading in pairs)
    assert pairs[1][0].document.text == "Bridge 1 fell."


class AllKnown:
    """A pile in which every document is there already."""

    def __contains__(self, digest):
        return True


def test_processes_end_with_a_parent_that_is_killed(tmp_path):
    """They hold the pipe that their parent had: it closes when the last of them is gone."""
    code = f"""
import sys
sys.path[:0] = {sys.path!r}
if __name__ == "__main__":
    import os, signal
    from averral.reading_pool import map_sources
    from tests.builders import load_fake_reader
    from tests.test_reading_pool import endless
    pairs = map_sources(endless(), 2, load_fake_reader)
    next(pairs)
    print("reading", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    program = tmp_path / "program.py"
    program.write_text(code)
    result = subprocess.run([sys.executable, str(program)], stdout=subprocess.PIPE, text=True, check=False, timeout=300)
    assert result.stdout == "reading\n"
    assert result.returncode == -signal.SIGKILL
