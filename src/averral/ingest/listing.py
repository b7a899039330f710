"""From arguments to sources: files, folders, patterns and standard input, in a fixed order."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from averral.errors import InputError
from averral.ingest.parsed import ingest_problem
from averral.ingest.sniff import sniff_media_type
from averral.ingest.source import DEFAULT_COLUMNS, MAX_BYTES, Columns, Source
from averral.ingest.table import TABLE_SUFFIXES, iter_rows, iter_rows_of_bytes

__all__ = ["STDIN", "iter_sources"]

STDIN = "-"
_MAX_LINKED_FOLDERS = 40
"""How deep folders may lie inside folders; a chain of links longer than this is a loop in all but name."""


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


def _iter_argument(path: str, columns: Columns) -> Iterator[Source]:
    if os.path.lexists(path):
        yield from _iter_path(path, columns, named=True)
        return
    if not glob.has_magic(path):
        raise InputError(f"no such file or folder: {path}")
    matches = sorted(glob.glob(path, recursive=True))
    if not matches:
        raise InputError(f"nothing matches the pattern: {path}")
    for match in matches:
        if not os.path.isdir(match) or "**" not in path:
            yield from _iter_path(match, columns, named=False)


def _iter_path(path: str, columns: Columns, *, named: bool) -> Iterator[Source]:
    try:
        found = os.stat(path)
    except OSError as error:
        yield _make_unreadable(path, _explain(path, error))
        return
    if stat.S_ISDIR(found.st_mode):
        yield from _iter_folder(path, columns)
    elif stat.S_ISREG(found.st_mode):
        yield from _iter_file(path, columns, named=named)
    else:
        yield _make_unreadable(path, f"this is {_name_kind(found.st_mode)}, not a file; it was not opened")


def _iter_folder(folder: str, columns: Columns) -> Iterator[Source]:
    """All files below the folder in order of name; a link back to a folder on the way here is not followed."""
    waiting: list[tuple[str, tuple[tuple[int, int], ...]]] = [(folder, ())]
    while waiting:
        path, above = waiting.pop()
        try:
            found = os.stat(path)
            if not stat.S_ISDIR(found.st_mode):
                yield from _iter_path(path, columns, named=False)
                continue
            here = (found.st_dev, found.st_ino)
            if here in above or len(above) > _MAX_LINKED_FOLDERS:
                yield _make_unreadable(path, "this link leads back to a folder that it lies in; it was not followed")
                continue
            names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
        except OSError as error:
            yield _make_unreadable(path, _explain(path, error))
            continue
        pages = {Path(name).stem for name in names if name.lower().endswith((".html", ".htm"))}
        waiting.extend((os.path.join(path, name), (*above, here)) for name in names if not _is_page_folder(name, pages))


def _is_page_folder(name: str, pages: set[str]) -> bool:
    """Whether a browser made this folder for the images and scripts of a page that it saved beside it."""
    return name.endswith("_files") and name.removesuffix("_files") in pages


def _iter_file(path: str, columns: Columns, *, named: bool) -> Iterator[Source]:
    uri = _make_uri(path)
    if PurePosixPath(uri).suffix.lower() in TABLE_SUFFIXES:
        yield from iter_rows(path, uri, columns, named=named)
    else:
        yield Source(uri=uri, path=path)


def _iter_stdin(columns: Columns) -> Iterator[Source]:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    media_type = sniff_media_type(data)
    if media_type == "application/jsonl":
        yield from iter_rows_of_bytes(data, STDIN, columns)
    else:
        yield Source(uri=STDIN, data=data, media_type=media_type)


def _make_uri(path: str) -> str:
    return Path(path).as_posix()


def _make_unreadable(path: str, message: str) -> Source:
    return Source(uri=_make_uri(path), path=path, problem=ingest_problem("unreadable", message))


def _explain(path: str, error: OSError) -> str:
    if os.path.islink(path) and isinstance(error, FileNotFoundError):
        return "this link leads to nothing"
    return f"cannot be opened: {error.strerror}"


def _name_kind(mode: int) -> str:
    for test, name in (
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    ):
        if test(mode):
            return name
    return "neither a file nor a folder"
