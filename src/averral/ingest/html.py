"""Saved web pages: readable text, roles, metadata, and the way back to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from averral.ingest.blocks_html import assign_roles
from averral.ingest.heading_dates import find_heading_date
from averral.ingest.html_main import MainText, choose_prose, find_main_text
from averral.ingest.html_text import Page, flatten_page
from averral.ingest.html_tree import parse_markup, parse_page
from averral.ingest.letterheads import find_issuer
from averral.ingest.metadata import read_metadata
from averral.ingest.parsed import Metadata, Parsed, ingest_problem
from averral.ingest.sourcemap import SourceMap
from averral.records import Block, Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["map_html", "read_html", "read_html_string"]

_READ = frozenset({"headline", "byline", "dateline", "body"})
"""Roles of what may be a heading, for pages that give no publisher or date."""
_MAX_DEPTH, _MAX_PASSAGES = 250, 20_000
"""Deeper and longer pages are not given to trafilatura: it calls itself for each level, and takes minutes."""


def read_html(data: bytes) -> Parsed:
    """Read a page."""
    root, problems = parse_page(data)
    return _read_tree(root, problems, whole=True)


def read_html_string(markup: str, *, whole: bool) -> Parsed:
    """The same for markup that is decoded already; `whole` unless it is only the article, without a page around it."""
    return _read_tree(parse_markup(markup), (), whole=whole)


def _read_tree(root: HtmlElement | None, problems: tuple[Problem, ...], *, whole: bool) -> Parsed:
    if root is None:
        return Parsed(text="", media_type="text/html", problems=problems)
    page = _flatten(root)
    metadata = read_metadata(root)
    if page.depth > _MAX_DEPTH or len(page.passages) > _MAX_PASSAGES:
        message = (
            f"{len(page.passages):,} paragraphs, nested {page.depth:,} deep: the main text was chosen by simple rules"
        )
        problems = (*problems, ingest_problem("unusual_page", message))
        main = choose_prose(page)
    elif whole:
        main = find_main_text(root, page)
    else:
        main = MainText((1.0,) * len(page.passages))
    text, blocks = page.text, assign_roles(page, main, metadata.title)
    if main.unseen:
        message = "the article stands in the page's data only; it is added behind what the page shows"
        problems = (*problems, ingest_problem("embedded_text", message))
        text, blocks = _add_unseen(text, blocks, main.unseen)
    read = "\n".join(text[block.start : block.end] for block in blocks if block.role in _READ)
    metadata = metadata.or_else(Metadata(publisher=find_issuer(read), published=find_heading_date(read)))
    return Parsed(text=text, media_type="text/html", blocks=blocks, metadata=metadata, problems=problems)


def _add_unseen(text: str, blocks: tuple[Block, ...], paragraphs: tuple[str, ...]) -> tuple[str, tuple[Block, ...]]:
    """Append paragraphs that the source map knows nothing of."""
    added = list(blocks)
    for paragraph in paragraphs:
        text += ("\n\n" if text else "") + paragraph
        added.append(Block(len(text) - len(paragraph), len(text), "body"))
    return text, tuple(added)


def map_html(data: bytes) -> tuple[HtmlElement | None, SourceMap]:
    """The tree of a page and the map from the text that `read_html` gives to that tree's text nodes."""
    root, _ = parse_page(data)
    if root is None:
        return None, SourceMap(())
    return root, _flatten(root).source_map


def _flatten(root: HtmlElement) -> Page:
    """The visible text; and what is hidden too, where a page hides most of its text until a script shows it."""
    page = flatten_page(root)
    shown = len(page.text)
    if page.hidden <= shown:
        return page
    return flatten_page(root, keep_hidden=True)
