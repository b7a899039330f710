"""What a file holds, told by its first bytes where its name does not say."""

from __future__ import annotations

import re

__all__ = ["find_foreign_format", "is_page", "sniff_media_type"]

_HEAD = 4096
_MAGIC = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an Office, OpenDocument or EPUB file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"RIFF", "a RIFF file (sound, film or WebP image)"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PAR1", "a Parquet table"),
    (b"WARC/", "a web archive (WARC)"),
)
_FILM = re.compile(rb"....ftyp", re.DOTALL)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|meta|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = re.compile(rb"\s*(?:<!doctype\s+html\b|<html[\s>])", re.IGNORECASE)
_JSON_LINE = re.compile(rb'\s*\{\s*"')
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_MAX_CONTROL = 0.05
"""Share of control bytes from which a file counts as binary; text with a stray NUL stays text."""


def find_foreign_format(data: bytes) -> str | None:
    """What the bytes are, in words, when they are not text that this package reads."""
    head = data[:_HEAD]
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if _FILM.match(head):
        return "an MP4 film"
    if _is_wide_text(head):
        return None
    control = len(head) - len(head.translate(None, _CONTROL))
    if control > _MAX_CONTROL * len(head):
        return "binary data"
    return None


def sniff_media_type(data: bytes) -> str:
    """`text/html`, `application/jsonl` or `text/plain`."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return "text/html"
    if _JSON_LINE.match(head):
        return "application/jsonl"
    return "text/plain"


def is_page(data: bytes) -> bool:
    """Whether the bytes open as a whole page does, with a document type or an html element."""
    return _PAGE.match(data[:_HEAD].removeprefix(b"\xef\xbb\xbf")) is not None


def _is_wide_text(head: bytes) -> bool:
    """UTF-16 or UTF-32 with its mark, or with the NULs of Latin text in every other byte."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    half = max(len(head) // 2, 1)
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > 0.7 * half and min(even, odd) < 0.1 * half
