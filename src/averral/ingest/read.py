"""One source to one document: bytes in, text with roles out; bad content becomes problems, never an exception."""

from __future__ import annotations

import os
import re
import stat

import msgspec

from averral.ingest.language import detect_language
from averral.ingest.parsed import Ingested, Metadata, Parsed, ingest_problem
from averral.ingest.readers import HTML, TEXT, find_reader
from averral.ingest.sniff import find_foreign_format, is_page, sniff_media_type
from averral.ingest.source import MAX_BYTES, Source
from averral.records import READ_ROLES, Block, Document, Problem, digest_bytes, digest_text

__all__ = ["read_source"]

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates (Unicode UAX 9): they can make a line show other words than it holds."""
_HIDDEN_IN_WORD = re.compile("(?<=[A-Za-z])[\u200b-\u200d\u2060\ufeff](?=[A-Za-z])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def read_source(source: Source) -> Ingested:
    """Read one source; whatever is wrong with its content stands in the problems."""
    if source.problem is not None:
        return _make_unread(source, source.problem)
    data = source.data if source.data is not None else _read_file(source.path or source.uri)
    if isinstance(data, Problem):
        return _make_unread(source, data)
    if len(data) > MAX_BYTES:
        return _make_unread(source, too_large(len(data)))
    return _make_ingested(source, data, _parse(source, data))


def too_large(size: int) -> Problem:
    """The problem of a document above the limit."""
    message = (
        f"{size / 1e6:,.0f} MB is more than the {MAX_BYTES / 1e6:,.0f} MB that one document may have; it was not read"
    )
    return ingest_problem("too_large", message)


def _read_file(path: str) -> bytes | Problem:
    """The bytes of a regular file; never waits for a pipe or a device that took its place."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return ingest_problem("unreadable", f"cannot be opened: {error.strerror}")
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            return ingest_problem("unreadable", "not a file that can be read to its end")
        if found.st_size > MAX_BYTES:
            return too_large(found.st_size)
        with open(handle, "rb", closefd=False) as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        return ingest_problem("unreadable", f"cannot be read: {error.strerror}")
    finally:
        os.close(handle)


def _parse(source: Source, data: bytes) -> Parsed:
    if source.record is not None:
        from averral.ingest.table import read_row  # noqa: PLC0415 - only tables need it

        return read_row(source.record)
    foreign = find_foreign_format(data)
    if foreign is not None:
        problem = ingest_problem("unsupported", f"this is {foreign}, which cannot be read as a report")
        return Parsed(text="", media_type=source.media_type or "application/octet-stream", problems=(problem,))
    sniffed = sniff_media_type(data)
    name = source.path or source.uri
    reader = find_reader(name, source.media_type or sniffed)
    if reader is TEXT and is_page(data):
        message = "the name says plain text, the content is a web page; it was read as one"
        parsed = HTML.read(data)
        return msgspec.structs.replace(parsed, problems=(ingest_problem("mislabelled", message), *parsed.problems))
    return reader.read(data)


def _make_ingested(source: Source, data: bytes, parsed: Parsed) -> Ingested:
    language = detect_language(_text_to_read(parsed.text, parsed.blocks))
    metadata = parsed.metadata
    document = Document(
        id=digest_bytes(data),
        uri=source.uri,
        media_type=parsed.media_type,
        text=parsed.text,
        text_sha256=digest_text(parsed.text),
        blocks=parsed.blocks,
        title=metadata.title,
        byline=metadata.byline,
        publisher=metadata.publisher,
        published=metadata.published,
        language=language,
    )
    problems = (*parsed.problems, *_inspect_text(parsed))
    return Ingested(document=document, problems=problems, data=data)


def _make_unread(source: Source, problem: Problem) -> Ingested:
    """A document that has a name only; its id comes from that name, so that two failures stay two."""
    data = b"unread:" + source.uri.encode("utf-8", "surrogateescape")
    parsed = Parsed(
        text="", media_type=source.media_type or "application/octet-stream", metadata=Metadata(), problems=(problem,)
    )
    return _make_ingested(source, data, parsed)


def _text_to_read(text: str, blocks: tuple[Block, ...], limit: int = 6_000) -> str:
    """The beginning of what will be read; a navigation bar says little about the language of the report."""
    parts: list[str] = []
    length = 0
    for block in blocks:
        if block.role in READ_ROLES:
            parts.append(text[block.start : block.end])
            length += block.end - block.start
            if length > limit:
                break
    return "\n".join(parts) if parts else text[:limit]


def _inspect_text(parsed: Parsed) -> list[Problem]:
    """What a reader of the text should know: that it is empty, or not what it looks like."""
    text, problems = parsed.text, []
    if not text.strip():
        if not parsed.problems:
            problems.append(ingest_problem("empty", "there is no text in it"))
        return problems
    for kind, pattern, what in (
        (
            "bidi_controls",
            _BIDI,
            "control characters that change the direction of writing; the text may look different from what it says",
        ),
        ("zero_width", _HIDDEN_IN_WORD, "invisible characters inside words; a search may miss these words"),
        ("control_characters", _CONTROL, "control characters such as NUL; they are kept"),
    ):
        if (match := pattern.search(text)) is not None:
            problems.append(ingest_problem(kind, f"the text holds {what}", match.start(), match.end()))
    return problems
