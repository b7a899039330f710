"""What the last analysis came to, kept in the casefile so that no command works it out again while nothing changed."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import TypeVar

import msgspec

from averral.store import Session, find_result, find_state, keep_result, list_digests

__all__ = ["Results"]

T = TypeVar("T")


class Results:
    """Results by kind, each with the state that it was worked out from: documents, tables, versions, decisions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find_or_make(self, kind: str, record: type[T], decided: object, make: Callable[[], T]) -> T:
        """What is kept of a kind where nothing changed since, else what `make` gives; that is then kept.

        `decided` tells one set of people's decisions from another by its `repr`.
        """
        state = self._find_state(decided)
        with self._session.read() as connection:
            json = find_result(connection, kind, state)
        if json is not None:
            return msgspec.json.decode(json, type=record)
        with _without_collector():
            found = make()
        if self._session.writable:
            with self._session.write() as connection:
                keep_result(connection, kind, state, msgspec.json.encode(found).decode())
        return found

    def _find_state(self, decided: object) -> str:
        from averral.analysis.trace import TRACE_VERSION  # noqa: PLC0415 - lists need no analysis

        with self._session.read() as connection:
            documents, tables = sorted(list_digests(connection)), find_state(connection)
        parts = (version("averral"), TRACE_VERSION, tables, decided, *documents)
        digest = hashlib.sha256()
        for part in parts:
            digest.update(f"{part!r}\n".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Without the collector of cycles: an analysis makes millions of records and no cycles (a sixth of its time)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
