"""The readable text of a page: every visible word in order, paragraph by paragraph, with the place it came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from averral.ingest.html_region import CONTENT, Region, find_region
from averral.ingest.sourcemap import Piece, SourceMap

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Page", "Passage", "flatten_page"]

_INVISIBLE_WORDS = """
    head script style template svg canvas iframe object embed applet audio video map select datalist
    textarea input rp frameset noframes
"""
_INVISIBLE = frozenset(_INVISIBLE_WORDS.split())
_INLINE_WORDS = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark math nobr output q
    rb rt ruby s samp small span strike strong sub sup time tt u var wbr button picture source meta link
"""
_INLINE = frozenset(_INLINE_WORDS.split())
_CELLS = frozenset({"td", "th"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FLAWS = re.compile(r"[\s\u00ad]{2,}|\u00ad")
"""What a text node does not keep as it is: runs of white space, and soft hyphens."""
_SPACES = dict.fromkeys((9, 10, 11, 12, 13, 133, 160, 8232, 8233), " ")
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph of the page: its span, and what its elements say about it."""

    start: int
    end: int
    tag: str
    container: int
    heading: int
    quote: bool
    caption: bool
    region: Region
    linked: int
    nodes: tuple[tuple[int, bool], ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a page, its paragraphs, the map back into the page, its depth in elements, and how much it hides."""

    text: str
    passages: tuple[Passage, ...]
    source_map: SourceMap
    depth: int
    hidden: int


class _Context(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for all text inside an element."""

    tag: str = "body"
    container: int = 0
    heading: int = 0
    quote: bool = False
    caption: bool = False
    link: bool = False
    pre: bool = False
    visible: bool = True
    concealed: bool = False
    region: Region = CONTENT


def flatten_page(root: HtmlElement, *, keep_hidden: bool = False) -> Page:
    """Walk the page once, without recursion, and collect its paragraphs."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    writer = _Writer()
    stack = [_Context()]
    number, depth = -1, 0
    numbers: list[int] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            number += 1
            numbers.append(number)
            depth = max(depth, len(numbers))
            context = _enter(element, stack[-1], number, keep_hidden=keep_hidden)
            _open(writer, element, context)
            stack.append(context)
            writer.add(element.text, number, tail=False, context=context)
        else:
            own = numbers.pop()
            context = stack.pop()
            _close(writer, element, context)
            writer.add(element.tail, own, tail=True, context=stack[-1])
    writer.break_paragraph()
    return Page(
        text="".join(writer.parts),
        passages=tuple(writer.passages),
        source_map=SourceMap(tuple(writer.pieces)),
        depth=depth,
        hidden=writer.hidden,
    )


def _enter(element: HtmlElement, outer: _Context, number: int, *, keep_hidden: bool) -> _Context:
    tag = element.tag if isinstance(element.tag, str) else "comment"
    if not outer.visible:
        return msgspec.structs.replace(outer, concealed=False) if outer.concealed and tag in _INVISIBLE else outer
    if tag in _INVISIBLE:
        return msgspec.structs.replace(outer, visible=False)
    if not keep_hidden and (tag == "noscript" or _is_hidden(element)):
        return msgspec.structs.replace(outer, visible=False, concealed=True)
    region = find_region(tag, element.attrib, outer.region)
    if tag in _INLINE:
        if tag == "a":
            return msgspec.structs.replace(outer, link=True, region=region)
        return outer if region is outer.region else msgspec.structs.replace(outer, region=region)
    return _Context(
        tag=tag,
        container=outer.container if tag in _HEADINGS or tag in {"p", "li", "br", "td", "th", "tr"} else number,
        heading=0 if tag == "p" else _HEADINGS.get(tag, outer.heading),
        quote=outer.quote or tag == "blockquote",
        caption=outer.caption or tag in {"figcaption", "caption"},
        link=outer.link,
        pre=outer.pre or tag == "pre",
        region=region,
    )


def _is_hidden(element: HtmlElement) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    return "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style", "")) is not None


def _open(writer: _Writer, element: HtmlElement, context: _Context) -> None:
    if not context.visible:
        return
    if element.tag == "br":
        writer.break_line()
    elif element.tag in _CELLS:
        writer.break_cell()
    elif element.tag not in _INLINE:
        writer.break_paragraph()


def _close(writer: _Writer, element: HtmlElement, context: _Context) -> None:
    if context.visible and element.tag not in _INLINE and element.tag != "br" and element.tag not in _CELLS:
        writer.break_paragraph()


class _Writer:
    """Collects text with single blanks, paragraph by paragraph."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.passages: list[Passage] = []
        self.hidden = 0
        self._length = 0
        self._pending = ""
        self._open: list[Piece] = []
        self._linked = 0
        self._context: _Context | None = None

    def add(self, string: str | None, element: int, *, tail: bool, context: _Context) -> None:
        """Add one text node."""
        if not string or not context.visible:
            self.hidden += len(string) if string and context.concealed else 0
            return
        if context.pre:
            self._add_lines(string, element, tail=tail, context=context)
            return
        position = 0
        for flaw in _FLAWS.finditer(string):
            self._add_run(string[position : flaw.start()], (element, tail, position), context)
            if flaw.group() != "\u00ad":
                self._pend(" ")
            position = flaw.end()
        self._add_run(string[position:], (element, tail, position), context)

    def _add_lines(self, string: str, element: int, *, tail: bool, context: _Context) -> None:
        position = 0
        for line in string.splitlines(keepends=True):
            body = line.rstrip("\r\n")
            self._add_run(body, (element, tail, position), context)
            position += len(line)
            if len(body) < len(line):
                self.break_line()

    def _add_run(self, run: str, place: tuple[int, bool, int], context: _Context) -> None:
        """Add characters that stand side by side in the page, but for the blanks at both ends."""
        bare = run.lstrip()
        if not bare:
            if run:
                self._pend(" ")
            return
        lead = len(run) - len(bare)
        if lead:
            self._pend(" ")
        kept = bare.rstrip()
        self._write(kept, place, lead, context)
        if len(kept) < len(bare):
            self._pend(" ")

    def _write(self, kept: str, place: tuple[int, bool, int], lead: int, context: _Context) -> None:
        if self._context is None:
            self._context = context
            self._pending = "\n\n" if self._length else ""
        if self._pending:
            self.parts.append(self._pending)
            self._length += len(self._pending)
            self._pending = ""
        element, tail, offset = place
        piece = Piece(self._length, self._length + len(kept), element, tail, offset + lead)
        self.parts.append(kept.translate(_SPACES))
        self._length += len(kept)
        self._open.append(piece)
        if context.link:
            self._linked += len(kept)

    def _pend(self, separator: str) -> None:
        if self._context is not None and (not self._pending or self._pending == " "):
            self._pending = separator

    def break_line(self) -> None:
        """A line break; a second one in a row ends the paragraph."""
        if self._pending == "\n":
            self.break_paragraph()
        elif self._context is not None:
            self._pending = "\n"

    def break_cell(self) -> None:
        """The border between two cells of one row."""
        if self._context is not None:
            self._pending = "\t"

    def break_paragraph(self) -> None:
        """End the paragraph, if one is open."""
        if self._context is None:
            return
        context = self._context
        first, last = self._open[0], self._open[-1]
        self.passages.append(
            Passage(
                start=first.start,
                end=last.end,
                tag=context.tag,
                container=context.container,
                heading=context.heading,
                quote=context.quote,
                caption=context.caption,
                region=context.region,
                linked=self._linked,
                nodes=tuple(dict.fromkeys((piece.element, piece.tail) for piece in self._open)),
            )
        )
        self.pieces.extend(self._open)
        self._open, self._linked, self._context, self._pending = [], 0, None, ""
