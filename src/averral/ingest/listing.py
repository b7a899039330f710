"""From arguments to sources: files, folders, patterns and standard input, in a fixed order."""

from __future__ import annotations

import glob
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from averral.errors import InputError
from averral.ingest.parsed import ingest_problem
from averral.ingest.sniff import sniff_media_type
from averral.ingest.source import DEFAULT_COLUMNS, MAX_BYTES, Columns, Source
from averral.ingest.table import TABLE_SUFFIXES, iter_rows, iter_rows_of_stream

__all__ = ["STDIN", "iter_sources"]

STDIN = "-"
_PEEK = 4096
_MAX_FOLDERS = 100
"""How many folders may lie inside each other."""
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_Trail = tuple[tuple[int, int], ...]
"""The folders that a path lies in, by device and inode: how a link back to one of them is known."""


def iter_sources(paths: Iterable[str], columns: Columns = DEFAULT_COLUMNS) -> Iterator[Source]:
    """The sources that the arguments name: files, folders (all inside, sorted, without hidden ones), patterns, `-`.

    Raises:
        InputError: a path that does not exist, a pattern that matches nothing, a table without a column asked for.
    """
    for path in paths:
        if path == STDIN:
            yield from _iter_stdin(columns)
        else:
            yield from _iter_argument(path, columns)


def _iter_argument(argument: str, columns: Columns) -> Iterator[Source]:
    if os.path.lexists(argument):
        yield from _iter_path(Path(argument), columns, (), named=True)
        return
    if not glob.has_magic(argument):
        raise InputError(f"no such file or folder: {argument}")
    # glob and not Path.glob: a pattern may be absolute, and may name several folders.
    matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207
    if not matches:
        raise InputError(f"nothing matches the pattern: {argument}")
    for path in map(Path, matches):
        if "**" not in argument or not path.is_dir():
            yield from _iter_path(path, columns, (), named=False)


def _iter_path(path: Path, columns: Columns, trail: _Trail, *, named: bool) -> Iterator[Source]:
    try:
        found = path.stat()
    except OSError as error:
        yield _make_unreadable(path, _explain(path, error))
        return
    if stat.S_ISDIR(found.st_mode):
        yield from _iter_folder(path, columns, trail, (found.st_dev, found.st_ino))
    elif stat.S_ISREG(found.st_mode):
        yield from _iter_file(path, columns, named=named)
    else:
        kind = next((name for test, name in _KINDS if test(found.st_mode)), "no file")
        yield _make_unreadable(path, f"this is {kind}; it was not opened")


def _iter_folder(folder: Path, columns: Columns, trail: _Trail, here: tuple[int, int]) -> Iterator[Source]:
    """All files below the folder in order of name; a link back to a folder on the way here is not followed."""
    if here in trail or len(trail) > _MAX_FOLDERS:
        yield _make_unreadable(folder, "this link leads back to a folder that it lies in; it was not followed")
        return
    try:
        entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield _make_unreadable(folder, _explain(folder, error))
        return
    pages = {entry.stem for entry in entries if entry.suffix.lower() in (".html", ".htm")}
    for entry in entries:
        if not _is_page_folder(entry.name, pages):
            yield from _iter_path(entry, columns, (*trail, here), named=False)


def _is_page_folder(name: str, pages: set[str]) -> bool:
    """Whether a browser made this folder for the images and scripts of a page that it saved beside it."""
    return name.endswith("_files") and name.removesuffix("_files") in pages


def _iter_file(path: Path, columns: Columns, *, named: bool) -> Iterator[Source]:
    if path.suffix.lower() in TABLE_SUFFIXES:
        yield from iter_rows(path, _make_uri(path), columns, named=named)
    else:
        yield Source(uri=_make_uri(path), path=str(path))


def _iter_stdin(columns: Columns) -> Iterator[Source]:
    source: Any = sys.stdin.buffer
    stream = io.BufferedReader(source)
    try:
        media_type = sniff_media_type(stream.peek(_PEEK)[:_PEEK])
        if media_type == "application/jsonl":
            yield from iter_rows_of_stream(stream, STDIN, columns)
        else:
            yield Source(uri=STDIN, data=stream.read(MAX_BYTES + 1), media_type=media_type)
    finally:
        stream.detach()


def _make_uri(path: Path) -> str:
    """The path with forward slashes; bytes of a name that are not UTF-8 are replaced, since a uri is text."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _make_unreadable(path: Path, message: str) -> Source:
    return Source(uri=_make_uri(path), path=str(path), problem=ingest_problem("unreadable", message))


def _explain(path: Path, error: OSError) -> str:
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        return "this link leads to nothing"
    return f"cannot be opened: {error.strerror}"
