"""One casefile's SQLite file: open it, bring it up to date, run transactions; every database error is wrapped here."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from averral.errors import StoreError

__all__ = ["APPLICATION_ID", "HEAD", "Session", "open_session"]

APPLICATION_ID = 0x61766572
"""Marks a casefile among SQLite files ("aver", at byte 68; https://www.sqlite.org/fileformat.html)."""
HEAD = "0004"
"""The newest migration; a test compares it with the migrations that ship."""
BUSY_SECONDS = 30.0
"""How long a writer waits for another one."""
_SQLITE_MAGIC = b"SQLite format 3\x00"


class Session:
    """An open casefile; hands out read and write transactions."""

    def __init__(self, path: Path, engine: Engine, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._engine = engine

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the casefile.

        Raises:
            StoreError: the database cannot be read.
        """
        with _wrap_errors(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is alone in writing; what it did is kept when the block ends, dropped when it raises.

        Raises:
            StoreError: the casefile is read-only, locked or damaged, or the disk is full.
        """
        if not self.writable:
            raise StoreError(f"{self.path} is read-only")
        with _wrap_errors(self.path), self._engine.connect() as connection:
            writing = connection.execution_options(averral_write=True)
            with writing.begin():
                yield writing

    def close(self) -> None:
        """Let go of the file; the last one to do so folds the write-ahead log into it."""
        self._engine.dispose()


def open_session(path: Path, *, create: bool = False) -> Session:
    """Open a casefile, making it first if `create` says so and there is none.

    A file that may not be written is opened for reading. An older casefile is brought up to date.

    Raises:
        StoreError: no such file, not a casefile, made by a newer averral, or not readable.
    """
    mode = _choose_mode(path, create=create)
    session = Session(path, _make_engine(path, mode), writable=mode != "ro")
    try:
        _bring_up_to_date(session, create=create)
    except BaseException:
        session.close()
        raise
    return session


def _choose_mode(path: Path, *, create: bool) -> str:
    try:
        found = path.stat()
    except FileNotFoundError as error:
        if not create:
            raise StoreError(f"there is no casefile {path}") from error
        if not path.absolute().parent.is_dir():
            raise StoreError(f"there is no folder {path.absolute().parent} for the casefile") from error
        return "rwc"
    except (OSError, ValueError) as error:
        raise StoreError(f"{path} cannot be opened: {error}") from error
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(f"{path} is not a file, so not a casefile")
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_MAGIC))
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}") from error
    if head not in (b"", _SQLITE_MAGIC):
        raise StoreError(f"{path} is not a casefile")
    # Writing needs the folder too: the write-ahead log is made there.
    effective = os.access in os.supports_effective_ids
    places = (path, path.absolute().parent)
    return "rw" if all(os.access(place, os.W_OK, effective_ids=effective) for place in places) else "ro"


def _make_engine(path: Path, mode: str) -> Engine:
    def connect() -> sqlite3.Connection:
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        try:
            return _connect(uri)
        except sqlite3.OperationalError:
            # A write-ahead log needs a writable folder; where there is none, and no log either, nobody can be writing.
            if mode != "ro" or path.with_name(path.name + "-wal").exists():
                raise
            return _connect(uri + "&immutable=1")

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("averral_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _connect(uri: str) -> sqlite3.Connection:
    # isolation_level=None leaves transactions to us: the driver's own begin too late, and not at all for CREATE TABLE.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _bring_up_to_date(session: Session, *, create: bool) -> None:
    with session.read() as connection:
        version = _find_version(connection, session.path)
    if version == HEAD:
        return
    if version is None and not create:
        raise StoreError(f"{session.path} is empty, not a casefile")
    if not session.writable:
        raise StoreError(
            f"{session.path} was made by an older averral and is read-only, so it cannot be brought up to date"
        )
    from averral.store.migrations import migrate  # noqa: PLC0415 - Alembic takes long to load and is seldom needed

    if version is None:
        _use_write_ahead_log(session)
    with session.write() as connection:
        # Looked up again: another process may have been quicker.
        if _find_version(connection, session.path) != HEAD:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection)


def _find_version(connection: Connection, path: Path) -> str | None:
    """The migration that the file is at; None for a file without anything in it."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not application and not tables:
        return None
    if application != APPLICATION_ID or "alembic_version" not in tables:
        raise StoreError(f"{path} is an SQLite file, but not a casefile")
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    if version is None or version > HEAD:
        raise StoreError(f"{path} was made by a newer averral (casefile version {version}, this one knows {HEAD})")
    return str(version)


def _use_write_ahead_log(session: Session) -> None:
    """Readers and one writer at the same time; kept in the file, and not possible inside a transaction."""
    with _wrap_errors(session.path):
        connection = _connect(f"{session.path.absolute().as_uri()}?mode=rwc")
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()


@contextmanager
def _wrap_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise StoreError(f"{path}: {_explain(cause)}") from error


def _explain(cause: BaseException | None) -> str:
    code = getattr(cause, "sqlite_errorcode", None)
    # The low byte is the primary code, the rest says more (https://www.sqlite.org/rescode.html).
    primary = code & 0xFF if isinstance(code, int) else None
    return _EXPLANATIONS.get(primary, f"the casefile cannot be used ({cause})")


_EXPLANATIONS: dict[int | None, str] = {
    sqlite3.SQLITE_BUSY: "another program is writing to the casefile; try again when it is done",
    sqlite3.SQLITE_LOCKED: "another program is writing to the casefile; try again when it is done",
    sqlite3.SQLITE_READONLY: "the casefile is read-only",
    sqlite3.SQLITE_FULL: "the disk is full; nothing of this document was written",
    sqlite3.SQLITE_CORRUPT: "the casefile is damaged",
    sqlite3.SQLITE_NOTADB: "not a casefile",
    sqlite3.SQLITE_CANTOPEN: "the casefile cannot be opened",
}
