"""What reaches the terminal: text made safe to print, tables, and progress."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["make_console", "make_printable", "shorten", "shorten_place", "show_progress"]

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Controls that move the cursor or colour a terminal, hide characters or turn the direction of writing (UAX 9)."""
_PLAIN_WIDTH = 160
"""Columns of a table that goes to a file or another program."""


def make_printable(text: str) -> str:
    """One line of unknown origin, with everything that could mislead a terminal shown as its code."""
    return _UNPRINTABLE.sub(_show_code, text)


def _show_code(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"


def shorten(text: str, length: int) -> str:
    """Text on one line, cut at a word with "…" where it is longer than `length`; safe to print."""
    line = make_printable(" ".join(text.split()))
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[length // 2 :] else cut}…"


def shorten_place(uri: str, length: int) -> str:
    """A uri on one line whose beginning gives way to "…", as the end tells documents apart; safe to print."""
    line = make_printable(uri)
    return line if len(line) <= length else f"…{line[1 - length :]}"


def make_console() -> Console:
    """Standard output for people."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else _PLAIN_WIDTH
    return Console(highlight=False, markup=False, emoji=False, width=width)


class Progress(Protocol):
    """Tells that one more document is done."""

    def __call__(self, uri: str) -> None:
        """`uri` names the document."""


@contextmanager
def show_progress(what: str) -> Iterator[Progress]:
    """Count documents on standard error while they are read; silent where that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda uri: None  # noqa: ARG005 - nobody is told
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn(what),
        BarColumn(bar_width=20),
        TextColumn("{task.completed:,.0f} documents"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda uri: bar.update(task, advance=1, description=shorten_place(uri, 40))
