"""Bytes to text: byte-order marks, declared charsets, UTF-8, and only then a guess.

UTF-8 is tried before what a page declares, because text that is not UTF-8 almost never happens to be valid UTF-8, while
saved pages often keep the declaration of the server that they were re-encoded from.
"""

from __future__ import annotations

import codecs
import re

import msgspec

from averral.ingest.parsed import ingest_problem
from averral.records import Problem

__all__ = ["Decoded", "decode_bytes", "find_declared_charset", "replace_surrogates"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
"""How many bytes of a page are searched for a declaration; WHATWG asks for the first 1,024, real pages are later."""
_SAMPLE = 65_536
_SPARSE = 0.05
"""Below this share of bytes outside ASCII, text that is not UTF-8 is taken for Windows-1252: English, curly quotes."""
_SURROGATE = re.compile("[\ud800-\udfff]")


class Decoded(msgspec.Struct, frozen=True):
    """Text, the charset it was read in, and the problem where bytes had to be replaced."""

    text: str
    charset: str
    problem: Problem | None = None


def decode_bytes(data: bytes, declared: str | None = None) -> Decoded:
    """Decode with the surest charset; never raises, replaces what cannot be decoded by U+FFFD and says so."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], charset)
    if (wide := _find_wide_charset(data)) is not None:
        return _decode(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if (joined := _decode_surrogates(data)) is not None:
        return joined
    lenient = data.decode("utf-8", "replace")
    if _is_mostly_utf8(data, lenient):
        return _replaced(lenient, "utf-8")
    return _decode(data, _guess_charset(data, declared))


def find_declared_charset(data: bytes) -> str | None:
    """The Python name of the charset that a page declares in a meta tag or an XML declaration, if Python knows it."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if match is None:
        return None
    return _find_codec(match.group(1).decode("ascii"))


def replace_surrogates(text: str) -> Decoded:
    """Replace lone surrogates, which no UTF-8 file can hold, by U+FFFD."""
    clean, count = _SURROGATE.subn("\ufffd", text)
    if not count:
        return Decoded(text, "utf-8")
    start = clean.index("\ufffd")
    message = f"{count} lone surrogate(s) replaced by U+FFFD"
    return Decoded(clean, "utf-8", ingest_problem("charset", message, start, start + 1))


def _decode_surrogates(data: bytes) -> Decoded | None:
    """UTF-8 but for encoded surrogates, as some programs write them: pairs are joined, lone ones replaced."""
    try:
        text = data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    except UnicodeDecodeError:
        return None
    return _replaced(text, "utf-8") if "\ufffd" in text else Decoded(text, "utf-8")


def _find_codec(label: str) -> str | None:
    """The codec for a label as browsers read it: Latin-1 means Windows-1252, and no page that can declare is UTF-16."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    if name in {"iso8859-1", "ascii", "latin-1"}:
        return "cp1252"
    if name.startswith(("utf-16", "utf-32", "utf-7")):
        return "utf-8"
    try:
        b"a".decode(name, "replace")
    except LookupError:  # a codec between bytes and bytes, such as "hex"
        return None
    return name


def _find_wide_charset(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text in it has a NUL in nearly every other byte."""
    sample = data[:1024]
    half = len(sample) // 2
    if half < 4 or not sample.count(0):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _is_mostly_utf8(data: bytes, lenient: str) -> bool:
    """Whether valid multi-byte sequences outnumber the faults, as in a truncated or once mis-joined UTF-8 file."""
    faults = lenient.count("\ufffd")
    valid = sum(1 for byte in data if byte >= 0xC2) - faults
    return valid > 2 * faults


def _guess_charset(data: bytes, declared: str | None) -> str:
    if declared is not None and declared != "utf-8":
        return declared
    outside = sum(1 for byte in data[:_SAMPLE] if byte >= 0x80)
    if outside < _SPARSE * min(len(data), _SAMPLE) and _can_decode(data, "cp1252"):
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a slow import that few files need

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best is not None else "cp1252"


def _can_decode(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except UnicodeDecodeError:
        return False
    return True


def _decode(data: bytes, charset: str) -> Decoded:
    try:
        return Decoded(data.decode(charset), charset)
    except UnicodeDecodeError:
        return _replaced(data.decode(charset, "replace"), charset)


def _replaced(text: str, charset: str) -> Decoded:
    start = text.find("\ufffd")
    message = f"{text.count(chr(0xFFFD))} byte(s) are not valid {charset} and were replaced by U+FFFD"
    return Decoded(text, charset, ingest_problem("charset", message, start, start + 1))
