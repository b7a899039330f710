"""Which passages of a page belong to its main text, by trafilatura's judgement.

trafilatura gives text without offsets. Each text node of a copy of the page is marked with one rare character that
stands for its passage; the marks that come out again say, exactly and for every passage, what was kept.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from averral.ingest.html_text import Page, Passage

__all__ = ["MainText", "choose_prose", "find_main_text"]

_FIRST_MARK, _LAST_MARK = 0x20000, 0x2A6DF
"""CJK Unified Ideographs Extension B: printable, one code point each, and all but absent from real pages."""


_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a page that nobody thought of may make trafilatura raise; such a page is judged by its prose alone."""
_MARK = re.compile("[\U00020000-\U0002a6df]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What lxml reads from character references but does not take back."""
_MIN_UNSEEN = 500
_MIN_PROSE, _MIN_SPACES = 30, 5
_MIN_FOUND = 0.2


class MainText(msgspec.Struct, frozen=True):
    """For each passage the share of it that was kept, and the paragraphs that the page holds but does not show.

    Pages that a script fills in carry their article as data (JSON-LD) only.
    """

    shares: tuple[float, ...]
    unseen: tuple[str, ...] = ()


def find_main_text(root: HtmlElement, page: Page) -> MainText:
    """Ask trafilatura; a page with more passages than there are marks is judged by its first ones."""
    import trafilatura  # noqa: PLC0415 - slow to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("justext").setLevel(logging.CRITICAL)
    marked = _mark_page(root, page)
    try:
        found = trafilatura.bare_extraction(marked, include_comments=False, include_tables=True, with_metadata=False)
    except _FAULTS:
        found = None
    text = getattr(found, "text", None) or ""
    return _mend(_read_marks(text, page), page)


def _mark_page(root: HtmlElement, page: Page) -> HtmlElement:
    copy = deepcopy(root)
    owner: dict[tuple[int, bool], int] = {}
    for index, passage in enumerate(page.passages[: _LAST_MARK - _FIRST_MARK]):
        for node in passage.nodes:
            owner.setdefault(node, index)
    for number, element in enumerate(copy.iter()):
        inside, behind = owner.get((number, False)), owner.get((number, True))
        if inside is not None:
            element.text = _put_mark(element.text or "", inside)
        if behind is not None:
            element.tail = _put_mark(element.tail or "", behind)
    return copy


def _put_mark(string: str, index: int) -> str:
    """Put the mark behind the last visible character: it disturbs neither first words nor the blanks between nodes."""
    legal = _ILLEGAL.sub(" ", string)
    kept = legal.rstrip()
    return kept + chr(_FIRST_MARK + index) + legal[len(kept) :]


def _read_marks(text: str, page: Page) -> MainText:
    """Which passages left a mark, and the lines without one, if they make up most of what was found."""
    seen = {ord(character) - _FIRST_MARK for character in _MARK.findall(text)}
    shares = tuple(float(index in seen) for index in range(len(page.passages)))
    kept = sum(passage.end - passage.start for index, passage in enumerate(page.passages) if index in seen)
    unseen = [line.strip() for line in text.splitlines() if line.strip() and _MARK.search(line) is None]
    if sum(map(len, unseen)) < max(_MIN_UNSEEN, 2 * kept):
        unseen = []
    return MainText(shares, tuple(unseen))


def choose_prose(page: Page) -> MainText:
    """Without trafilatura: paragraphs of some length that are not mostly links, outside comments and chrome."""
    return MainText(tuple(float(_is_prose(page, passage)) for passage in page.passages))


def _is_prose(page: Page, passage: Passage) -> bool:
    length = passage.end - passage.start
    if passage.region not in ("content", "byline") or length < _MIN_PROSE or passage.linked > length / 3:
        return False
    return page.text.count(" ", passage.start, passage.end) >= _MIN_SPACES


def _mend(main: MainText, page: Page) -> MainText:
    """All prose of the page, where trafilatura found nothing or next to nothing of it."""
    prose = choose_prose(page)
    sizes = [passage.end - passage.start for passage in page.passages]
    total = sum(size * share for size, share in zip(sizes, prose.shares, strict=True))
    found = sum(size * share for size, share in zip(sizes, main.shares, strict=True))
    if main.unseen or (found and (found > _MIN_FOUND * total or total < _MIN_UNSEEN)):
        return main
    return MainText(tuple(map(max, main.shares, prose.shares)))
