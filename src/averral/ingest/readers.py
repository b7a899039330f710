"""Which reader reads what: the built-in ones, and those of other packages."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath
from typing import Protocol

import msgspec

from averral.errors import PluginError
from averral.ingest.parsed import Parsed

__all__ = ["GROUP", "HTML", "MARKDOWN", "READERS", "TEXT", "Reader", "find_reader", "load_readers"]

GROUP = "averral.readers"


class Reader(Protocol):
    """What reads one format: a name, the file name endings and media types it takes, and `read`.

    `read` gets a document's bytes and gives its text with blocks and metadata. It does not raise for bad content: it
    says what is wrong in the problems of what it returns.
    """

    @property
    def name(self) -> str:
        """Unique among all readers."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """File name endings in lower case, with the dot."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """Media types without parameters."""

    def read(self, data: bytes) -> Parsed:
        """Text, blocks and metadata of these bytes."""


class BuiltinReader(msgspec.Struct, frozen=True, kw_only=True):
    """A reader whose code is imported when it is first used."""

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    load: Callable[[], Callable[[bytes], Parsed]]

    def read(self, data: bytes) -> Parsed:
        """Text, blocks and metadata of these bytes."""
        return self.load()(data)


def _load_text() -> Callable[[bytes], Parsed]:
    from averral.ingest.text import read_text  # noqa: PLC0415

    return read_text


def _load_markdown() -> Callable[[bytes], Parsed]:
    from averral.ingest.markdown import read_markdown  # noqa: PLC0415

    return read_markdown


def _load_html() -> Callable[[bytes], Parsed]:
    from averral.ingest.html import read_html  # noqa: PLC0415

    return read_html


TEXT = BuiltinReader(name="text", suffixes=(".txt", ".text"), media_types=("text/plain",), load=_load_text)
MARKDOWN = BuiltinReader(
    name="markdown", suffixes=(".md", ".markdown", ".mkd"), media_types=("text/markdown",), load=_load_markdown
)
HTML = BuiltinReader(
    name="html",
    suffixes=(".html", ".htm", ".xhtml", ".shtml"),
    media_types=("text/html", "application/xhtml+xml"),
    load=_load_html,
)
READERS: tuple[Reader, ...] = (TEXT, MARKDOWN, HTML)


@cache
def load_readers() -> tuple[Reader, ...]:
    """The built-in readers and those that other packages register in the entry-point group `averral.readers`.

    Raises:
        PluginError: an extension cannot be loaded, or its name is taken.
    """
    return join_readers(READERS, tuple(entry_points(group=GROUP)))


def join_readers(builtin: tuple[Reader, ...], points: tuple[EntryPoint, ...]) -> tuple[Reader, ...]:
    """Built-in readers first, then the extensions by name.

    Raises:
        PluginError: an extension cannot be loaded, or its name is taken.
    """
    readers = list(builtin)
    for point in sorted(points, key=lambda point: point.name):
        try:
            reader: Reader = point.load()
        except Exception as error:
            raise PluginError(f"the reader '{point.name}' of {point.value} cannot be loaded: {error}") from error
        if any(reader.name == other.name for other in readers):
            raise PluginError(f"two readers are called '{reader.name}'; the second is {point.value}")
        readers.append(reader)
    return tuple(readers)


def find_reader(name: str, media_type: str) -> Reader:
    """The reader for a file's name, else for its media type, else the one for plain text."""
    suffix = PurePath(name).suffix.lower()
    readers = load_readers()
    for reader in readers:
        if suffix and suffix in reader.suffixes:
            return reader
    for reader in readers:
        if media_type in reader.media_types:
            return reader
    return TEXT
