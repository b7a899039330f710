"""From sources to readings, on one core or on many: ingest and extract joined, in order, with bounded memory."""

from __future__ import annotations

import functools
import itertools
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import msgspec

from averral.errors import AverralError
from averral.ingest import MAX_BYTES, Ingested, Source, iter_sources, read_source
from averral.records import (
    Document,
    Problem,
    Reader,
    Reading,
    decode_reading,
    digest_bytes,
    digest_text,
    encode_reading,
)
from averral.settings import load_settings

__all__ = ["SMALL_PILE", "ReadSource", "iter_new_readings", "iter_readings", "load_reader", "map_sources", "read"]

SMALL_PILE = 8
"""Sources that one process reads sooner than several can load the model."""
_IN_FLIGHT = 4
"""Sources handed out per process before the first of them is back: enough to keep it busy, few enough to hold."""

Pair = tuple[Ingested, Reading | None]
ReadSource = Callable[[Source], Pair]
"""Reads one source; the reading is None where it was not wanted. Raises AverralError only where nothing can be read."""


def read(*paths: str | Path, jobs: int = 1) -> Iterator[Reading]:
    """Read files, folders, glob patterns or tables: one reading a document, in order, with the bundle of the settings.

        for reading in averral.read("reports/"):
            print(reading.document.title, len(reading.claims))

    Raises:
        InputError: a path that names nothing.
        BundleError: the model cannot be loaded.
    """
    for _, reading in iter_readings(iter_sources(map(str, paths)), jobs, load_settings().find_bundle()):
        yield reading


def iter_readings(sources: Iterable[Source], jobs: int, bundle: Path | None) -> Iterator[tuple[Ingested, Reading]]:
    """One reading for each source, in order; a source that cannot be read gives a reading with problems.

    Raises:
        BundleError: the model cannot be loaded.
    """
    for ingested, reading in iter_new_readings(sources, jobs, bundle):
        assert reading is not None
        yield ingested, reading


def iter_new_readings(
    sources: Iterable[Source], jobs: int, bundle: Path | None, known: frozenset[str] = frozenset()
) -> Iterator[Pair]:
    """The same, but a document whose id is known is only ingested: its reading is None.

    Raises:
        BundleError: the model cannot be loaded.
    """
    return map_sources(sources, jobs, functools.partial(load_reader, bundle, known))


def load_reader(bundle: Path | None, known: Container[str] = frozenset()) -> ReadSource:
    """Load the model once and give what reads a source with it.

    Raises:
        BundleError: the model cannot be loaded.
    """
    from averral.extract import Extractor  # noqa: PLC0415 - the parent of several readers never needs the model

    extractor = Extractor.load(bundle, threads=1)

    def read_one(source: Source) -> Pair:
        ingested = read_source(source)
        document = ingested.document
        if document.id in known:
            return ingested, None
        try:
            return ingested, extractor.read(document, ingested.problems)
        except Exception as error:  # noqa: BLE001 - the text is kept, and the other documents go on
            problems = (*ingested.problems, _make_problem(_describe(error)))
            return ingested, Reading(document=document, problems=problems, reader=_NO_READER)

    return read_one


def map_sources(sources: Iterable[Source], jobs: int, load: Callable[[], ReadSource]) -> Iterator[Pair]:
    """Read sources with what `load` gives, in as many processes as `jobs` says; few sources are read in this one.

    Where `sources` itself raises, everything that came before is read and given first.
    """
    failure: list[AverralError] = []
    guarded = _until_failure(sources, failure)
    first = list(itertools.islice(guarded, SMALL_PILE)) if jobs > 1 else []
    together = itertools.chain(first, guarded)
    if jobs == 1 or len(first) < SMALL_PILE:
        yield from _read_here(together, load)
    else:
        yield from _Pool(jobs, load).read_all(together)
    if failure:
        raise failure[0]


def _until_failure(sources: Iterable[Source], failure: list[AverralError]) -> Iterator[Source]:
    try:
        yield from sources
    except AverralError as error:
        failure.append(error)


def _read_here(sources: Iterator[Source], load: Callable[[], ReadSource]) -> Iterator[Pair]:
    read_one = None
    for source in sources:
        read_one = read_one or load()
        yield _read_safely(read_one, source)


def _read_safely(read_one: ReadSource, source: Source) -> Pair:
    """What the border to each document lets through: a pair in any case, and errors that concern every document."""
    try:
        return read_one(source)
    except AverralError:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not end the reading of the others
        return _make_failed(source, _describe(error))


_BROKEN = (BrokenProcessPool, OSError)
"""What an executor raises whose process died; OSError where it noticed while a task was handed out."""
_CANNOT_START = (
    "the processes that read cannot be started; read with one job, and in a program of your own, "
    "start reading under `if __name__ == '__main__':`"
)


class _Pool:
    """Processes that read; those that die are replaced, and the source that killed one becomes a problem.

    When a process dies, every source that was handed out fails with it. Each of these is then read alone in a process
    of its own, so that the guilty one is known and the others are not blamed.
    """

    def __init__(self, jobs: int, load: Callable[[], ReadSource]) -> None:
        self._jobs = jobs
        self._load = load
        self._many = self._start(jobs)
        self._alone: ProcessPoolExecutor | None = None

    def read_all(self, sources: Iterator[Source]) -> Iterator[Pair]:
        """Pairs in the order of the sources."""
        waiting: deque[tuple[Source, Future[_Packed]]] = deque()
        try:
            while True:
                for source in itertools.islice(sources, self._jobs * _IN_FLIGHT - len(waiting)):
                    waiting.append((source, self._submit(source)))
                if not waiting:
                    return
                source, future = waiting.popleft()
                try:
                    pair = _unpack(future.result())
                except _BROKEN:
                    pair = self._read_alone(source)
                yield pair
        finally:
            self._many.shutdown(cancel_futures=True)
            if self._alone is not None:
                self._alone.shutdown(cancel_futures=True)

    def _submit(self, source: Source) -> Future[_Packed]:
        try:
            return self._many.submit(_work, source)
        except _BROKEN:
            self._many.shutdown()
            self._many = self._start(self._jobs)
            return self._many.submit(_work, source)

    def _read_alone(self, source: Source) -> Pair:
        is_fresh = self._alone is None
        alone = self._alone = self._alone or self._start_alone()
        try:
            return _unpack(alone.submit(_work, source).result())
        except _BROKEN:
            alone.shutdown()
            self._alone = None
        if is_fresh:
            return _make_failed(source, "the process that read this document died (no memory, or a fault in a library)")
        return self._read_alone(source)

    def _start_alone(self) -> ProcessPoolExecutor:
        """One process that is known to run: where that fails, no document is to blame."""
        alone = self._start(1)
        try:
            alone.submit(_warm_up).result()
        except BaseException as error:
            alone.shutdown()
            if isinstance(error, _BROKEN):
                raise AverralError(_CANNOT_START) from error
            raise
        return alone

    def _start(self, processes: int) -> ProcessPoolExecutor:
        # "spawn" is the one way that works everywhere and beside threads.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(processes, mp_context=context, initializer=_start_worker, initargs=(self._load,))


_LOADED: list[Callable[[], ReadSource]] = []
"""In a worker: what gives its reader, loading the model the first time."""


def _start_worker(load: Callable[[], ReadSource]) -> None:
    # Ctrl-C reaches every process of the terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _LOADED.append(functools.cache(load))


def _end_with_parent() -> None:
    """A parent that is killed cannot end its workers, and they would wait for it for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


class _Packed(msgspec.Struct, frozen=True):
    """A pair on its way between processes: JSON and bytes travel several times faster than pickled records."""

    data: bytes
    problems: tuple[Problem, ...]
    document: bytes
    reading: bytes


def _warm_up() -> None:
    _LOADED[0]()


def _work(source: Source) -> _Packed:
    read_one = _LOADED[0]()
    try:
        return _pack(_read_safely(read_one, source))
    except UnicodeEncodeError as error:
        return _pack(_make_failed(source, _describe(error)))


def _pack(pair: Pair) -> _Packed:
    ingested, reading = pair
    document = msgspec.json.encode(ingested.document) if reading is None else b""
    packed = b"" if reading is None else encode_reading(reading)
    return _Packed(ingested.data, ingested.problems, document, packed)


def _unpack(packed: _Packed) -> Pair:
    reading = decode_reading(packed.reading) if packed.reading else None
    document = reading.document if reading else msgspec.json.decode(packed.document, type=Document)
    return Ingested(document=document, problems=packed.problems, data=packed.data), reading


_NO_READER = Reader(version="0", model="none")
"""The reader of a document that could not be read: made by no model."""


def _describe(error: Exception) -> str:
    return f"averral failed on this document ({type(error).__name__}: {error})"


def _make_problem(message: str) -> Problem:
    readable = message.encode("utf-8", "replace").decode()
    return Problem(stage="extract", kind="internal", message=readable)


def _make_failed(source: Source, message: str) -> Pair:
    """A document without text, whose bytes are kept where they can be had."""
    uri = source.uri.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    data = _find_bytes(source)
    if data is None:
        data = b"unread:" + uri.encode()
    problems = (_make_problem(message),)
    document = Document(
        id=digest_bytes(data),
        uri=uri,
        media_type=source.media_type or "application/octet-stream",
        text="",
        text_sha256=digest_text(""),
    )
    reading = Reading(document=document, problems=problems, reader=_NO_READER)
    return Ingested(document=document, problems=problems, data=data), reading


def _find_bytes(source: Source) -> bytes | None:
    if source.data is not None or source.path is None:
        return source.data
    path = Path(source.path)
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= MAX_BYTES else None
    except OSError:
        return None
