"""A saved page as an lxml tree, however broken it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.ingest.charset import decode_bytes, find_declared_charset
from averral.ingest.parsed import ingest_problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from averral.records import Problem

__all__ = ["MAX_DEPTH", "flatten_markup", "parse_markup", "parse_page"]

MAX_DEPTH = 2_000
"""libxml2 drops what lies deeper than 2,048 elements."""
_INLINE_WORDS = """
    a abbr b big cite code em font i ins kbd mark q s small span strike strong sub sup tt u
"""
_INLINE = frozenset(_INLINE_WORDS.split())
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_BREAKS = re.compile(r"(?:\s*<p>\s*)+")
_NESTING = re.compile(
    r"</?(?!(?:html|head|title|body|script|style|meta|link|p|h[1-6]|br|hr|img|template|textarea|"
    r"noscript)\b)([a-z][\w:-]*)\b[^<>]*>",
    re.IGNORECASE,
)


def parse_page(data: bytes) -> tuple[HtmlElement | None, tuple[Problem, ...]]:
    """The root of the page, or null where there is none, and what was wrong with its bytes."""
    decoded = decode_bytes(data, find_declared_charset(data))
    problems = [] if decoded.problem is None else [decoded.problem]
    if "<html" in decoded.text[:8192].lower() and "</html" not in decoded.text[-65_536:].lower():
        problems.append(ingest_problem("truncated", "the page breaks off before its closing </html>"))
    root = parse_markup(decoded.text)
    if root is not None and measure_depth(root) > MAX_DEPTH:
        message = f"the page's elements are nested more than {MAX_DEPTH:,} deep; it was read without its structure"
        problems.append(ingest_problem("deep_nesting", message))
        root = parse_markup(flatten_markup(decoded.text))
    return root, tuple(problems)


def measure_depth(root: HtmlElement) -> int:
    """How many elements lie inside each other at the deepest place."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def flatten_markup(markup: str) -> str:
    """The markup without the elements that can lie in each other without end; their borders become breaks.

    For pages nested deeper than the parser goes (2,048 elements), which would lose all text below.
    """
    flat = _NESTING.sub(lambda match: "" if match.group(1).lower() in _INLINE else "<p>", markup)
    return _BREAKS.sub("<p>", flat)


def parse_markup(text: str) -> HtmlElement | None:
    """The root of the markup, or null where there is none.

    NUL and other characters that XML forbids are replaced. The text goes in as UTF-8, whatever it declares.
    """
    from lxml import etree, html  # noqa: PLC0415 - slow to import

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    markup = _ILLEGAL.sub("\ufffd", text).encode("utf-8", "replace")
    if not markup.strip():
        return None
    try:
        return html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
