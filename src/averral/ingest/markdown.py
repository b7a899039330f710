"""Markdown: the document's text is the source itself, its markup included; the roles come from the parsed structure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from averral.ingest.charset import decode_bytes
from averral.ingest.comments import opens_comments
from averral.ingest.datelines import find_dateline_end
from averral.ingest.dates import parse_date
from averral.ingest.heading_dates import find_heading_date
from averral.ingest.letterheads import find_issuer
from averral.ingest.lines import Line, Paragraph
from averral.ingest.names import split_names
from averral.ingest.parsed import Metadata, Parsed
from averral.ingest.text_kinds import find_kind
from averral.records import Block, BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from averral.ingest.text_kinds import Kind

__all__ = ["read_markdown"]

_BREAK = re.compile(r"\r\n?|\n")
"""What markdown-it counts as the end of a line."""
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(
    r"^(title|author|authors|byline|date|published|publisher|site)\s*:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE
)
_LEAVES: dict[str, BlockRole] = {
    "fence": "boilerplate",
    "code_block": "boilerplate",
    "html_block": "boilerplate",
    "hr": "boilerplate",
    "heading_open": "subheading",
    "paragraph_open": "body",
    "tr_open": "body",
}
_BY_KIND: dict[Kind, BlockRole] = {
    "byline": "byline",
    "date": "dateline",
    "caption": "caption",
    "chrome": "boilerplate",
    "control": "boilerplate",
    "feed": "comment",
}
_MARKUP = "#*_ \t>=-\n"


class _Piece(msgspec.Struct, frozen=True):
    """Lines of the source from one leaf of the parsed structure."""

    start: int
    end: int
    role: BlockRole
    level: int = 0


def read_markdown(data: bytes) -> Parsed:
    """Decode and give each stretch its role."""
    decoded = decode_bytes(data)
    text = decoded.text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    pieces = list(_iter_pieces(text, front.end() if front else 0))
    blocks = tuple(_iter_blocks(text, pieces, front.end() if front else 0))
    metadata = (_read_front(front.group(1)) if front else Metadata()).or_else(_read_blocks(text, blocks))
    problems = () if decoded.problem is None else (decoded.problem,)
    return Parsed(text=text, media_type="text/markdown", blocks=blocks, metadata=metadata, problems=problems)


def _iter_pieces(text: str, start: int) -> Iterator[_Piece]:
    """The leaves of the structure in order, as spans of the text; what no leaf covers is left out."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - slow to import

    offsets = [start, *(match.end() for match in _BREAK.finditer(text, start)), len(text)]
    quotes = 0
    for token in MarkdownIt("commonmark").enable("table").disable("inline").parse(text[start:]):
        quotes += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.map is None or token.type not in _LEAVES:
            continue
        first, last = offsets[min(token.map[0], len(offsets) - 1)], offsets[min(token.map[1], len(offsets) - 1)]
        role = "quotation" if quotes and token.type == "paragraph_open" else _LEAVES[token.type]
        yield _Piece(first, last, role, _get_level(token))


def _get_level(token: Token) -> int:
    return int(token.tag[1]) if token.type == "heading_open" else 0


def _iter_blocks(text: str, pieces: list[_Piece], start: int) -> Iterator[Block]:
    if start:
        yield from _make_block(text, 0, start, "boilerplate")
    done = start
    titled = commented = opened = False
    for piece in pieces:
        if piece.end <= done:
            continue
        begin = max(piece.start, done)
        yield from _iter_rest(text, done, begin)
        role = piece.role
        words = " ".join(text[begin : piece.end].split()).strip(_MARKUP)
        commented = commented or (piece.level > 0 and opens_comments(words))
        if commented:
            role = "comment"
        elif piece.level and not titled and not opened:
            role = "headline"
        elif role == "body":
            role = _BY_KIND.get(find_kind(_as_paragraph(begin, piece.end, words)), "body") if words else "boilerplate"
        titled |= role == "headline"
        yield from _split_dateline(text, begin, piece.end, role, first=not opened)
        opened |= role == "body"
        done = piece.end
    yield from _iter_rest(text, done, len(text))


def _as_paragraph(start: int, end: int, words: str) -> Paragraph:
    return Paragraph((Line(start, end, 0, gap=True),), words)


def _iter_rest(text: str, start: int, end: int) -> Iterator[Block]:
    """Lines that belong to no leaf, such as the definitions of links."""
    if text[start:end].strip():
        yield from _make_block(text, start, end, "boilerplate")


def _split_dateline(text: str, start: int, end: int, role: BlockRole, *, first: bool) -> Iterator[Block]:
    bare = start + len(text[start:end]) - len(text[start:end].lstrip())
    cut = find_dateline_end(text, bare, end, first=first) if role == "body" else None
    if cut is None:
        yield from _make_block(text, start, end, role)
    else:
        yield from _make_block(text, bare, cut, "dateline")
        yield from _make_block(text, cut, end, role)


def _make_block(text: str, start: int, end: int, role: BlockRole) -> Iterator[Block]:
    """The span without the blanks around it, if anything is left."""
    part = text[start:end]
    bare = part.strip()
    if bare:
        begin = start + part.index(bare)
        yield Block(begin, begin + len(bare), role)


def _read_front(front: str) -> Metadata:
    """Title, author and date of the YAML block that many sites put over their Markdown."""
    fields = {key.lower(): value.strip("\"'[] ") for key, value in _FIELD.findall(front)}
    return Metadata(
        title=fields.get("title"),
        byline=split_names(fields.get("author") or fields.get("authors") or fields.get("byline") or ""),
        publisher=fields.get("publisher") or fields.get("site"),
        published=parse_date(fields.get("date") or fields.get("published") or ""),
    )


def _read_blocks(text: str, blocks: tuple[Block, ...]) -> Metadata:
    title = next((text[block.start : block.end].strip(_MARKUP) for block in blocks if block.role == "headline"), None)
    lines = [text[block.start : block.end].strip(_MARKUP) for block in blocks if block.role == "byline"][:3]
    dates = (parse_date(text[block.start : block.end].strip(_MARKUP)) for block in blocks if block.role == "dateline")
    return Metadata(
        title=title or None,
        byline=split_names(lines),
        publisher=find_issuer(text),
        published=next((date for date in dates if date), None) or find_heading_date(text),
    )
