"""Roles for the paragraphs of a page: trafilatura's choice of the main text, mended where the page says better."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from averral.ingest.bylines import is_byline
from averral.ingest.captions import is_caption
from averral.ingest.chrome import is_chrome
from averral.ingest.datelines import find_dateline_end, is_date_line
from averral.ingest.html_main import MainText
from averral.ingest.html_text import Page, Passage
from averral.records import Block, BlockRole

__all__ = ["assign_roles"]

_KEPT = 0.5
_MIN_SENTENCE = 60
"""Characters from which a paragraph that ends like a sentence counts as prose."""
_MAX_LINKED = 0.3
_ALL_LINKED = 0.7
_MAX_LEAD = 12
"""How many paragraphs may lie between the headline and the main text, to be looked at for a stand-first."""
_MAX_GAP = 30
_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019\u00bb)\]]*$")
_CREDIT = re.compile(
    r"(?:\u00a9|(?:photo|image|picture|foto|cr[e\u00e9]dit|source)s?\s*(?:credit|by|\(c\))?\s*[:\u00a9])[^.!?]{0,80}$",
    re.IGNORECASE,
)
_NOT_LETTERS = re.compile(r"\W+")
_MAX_BYLINE = 150


def assign_roles(page: Page, main: MainText, title: str | None) -> tuple[Block, ...]:
    """One block for each paragraph of the page, in order."""
    passages = page.passages
    kept = [share >= _KEPT for share in main.shares]
    regions = _trust_regions(passages, kept)
    headline = _find_headline(page, kept, title)
    if any(kept):
        for index in (*_iter_lead(page, kept, regions, headline), *_iter_gaps(page, kept)):
            kept[index] = True
        for index in _iter_chrome(page, kept, headline):
            kept[index] = False
    roles: list[BlockRole] = [
        "headline" if index == headline else _find_role(page, index, regions[index], kept=kept[index])
        for index in range(len(passages))
    ]
    _label_head(page, roles, regions, headline)
    return tuple(_iter_blocks(page, roles))


def _label_head(page: Page, roles: list[BlockRole], regions: list[str], headline: int | None) -> None:
    """Give back what stands at the head of an article beside its text: byline, date, and the captions further down."""
    body = [index for index, role in enumerate(roles) if role in ("body", "quotation")]
    if not body:
        return
    start = max(body[0] - _MAX_LEAD, 0) if headline is None or headline > body[0] else headline
    for index in range(start, body[-1]):
        if roles[index] != "boilerplate" or regions[index] == "comment":
            continue
        text = " ".join(page.text[page.passages[index].start : page.passages[index].end].split())
        role = _find_role_of_words(text)
        if role == "caption" or (role is not None and index < body[0]):
            roles[index] = role


def _iter_blocks(page: Page, roles: list[BlockRole]) -> Iterator[Block]:
    """The paragraphs with their roles; a dateline inside one is a block of its own."""
    first = True
    for passage, role in zip(page.passages, roles, strict=True):
        cut = find_dateline_end(page.text, passage.start, passage.end, first=first) if role == "body" else None
        if cut is None:
            yield Block(passage.start, passage.end, role)
        else:
            rest = passage.end - len(page.text[cut : passage.end].lstrip())
            yield Block(passage.start, cut, "dateline")
            yield Block(rest, passage.end, role)
        first = first and role != "body"


def _trust_regions(passages: tuple[Passage, ...], kept: list[bool]) -> list[str]:
    """The regions by the names of elements; one that holds most of the main text was named for something else."""
    sizes: dict[str, int] = {}
    for passage, is_kept in zip(passages, kept, strict=True):
        if is_kept:
            sizes[passage.region] = sizes.get(passage.region, 0) + passage.end - passage.start
    total = sum(sizes.values())
    doubted = {region for region, size in sizes.items() if size > total / 2}
    return ["content" if passage.region in doubted else passage.region for passage in passages]


def _find_headline(page: Page, kept: list[bool], title: str | None) -> int | None:
    """The heading that says what the page's title says; without a title, the only heading of the first level."""
    wanted = _squeeze(title or "")
    best: tuple[int, int] | None = None
    for index, passage in enumerate(page.passages):
        if not passage.heading:
            continue
        own = _squeeze(page.text[passage.start : passage.end])
        if len(own) >= 8 and wanted and (own in wanted or wanted in own):
            rank = (passage.heading, index)
            best = min(best, rank) if best is not None else rank
    if best is not None:
        return best[1]
    first = [index for index, passage in enumerate(page.passages) if passage.heading == 1]
    return first[0] if len(first) == 1 else next((index for index in first if kept[index]), None)


def _iter_lead(page: Page, kept: list[bool], regions: list[str], headline: int | None) -> Iterator[int]:
    """Prose between the headline and the main text: the stand-first, which page tools take for a teaser."""
    if headline is None:
        return
    first = next((index for index in range(headline + 1, len(kept)) if kept[index]), headline)
    if first <= headline + _MAX_LEAD:
        for index in range(headline + 1, first):
            if regions[index] in ("content", "chrome") and _is_prose(page, page.passages[index]):
                yield index


def _iter_gaps(page: Page, kept: list[bool]) -> Iterator[int]:
    """Prose and list items that stand between two kept paragraphs."""
    places = [index for index, is_kept in enumerate(kept) if is_kept]
    for before, after in pairwise(places):
        if 1 < after - before <= _MAX_GAP:
            for index in range(before + 1, after):
                passage = page.passages[index]
                if passage.region == page.passages[before].region == page.passages[after].region and _is_prose(
                    page, passage
                ):
                    yield index


def _iter_chrome(page: Page, kept: list[bool], headline: int | None) -> Iterator[int]:
    """Kept paragraphs that are not the report: links alone, picture credits, titles over nothing, last words."""
    above_text = ended = False
    for index in range(len(kept) - 1, -1, -1):
        passage = page.passages[index]
        text = page.text[passage.start : passage.end]
        drop = _CREDIT.match(text) is not None
        if passage.heading:
            drop |= not above_text
        elif passage.tag in ("p", "div"):
            drop |= is_chrome(" ".join(text.split()))
            drop |= passage.linked > _ALL_LINKED * len(text)
            drop |= not ended and len(text) < _MIN_SENTENCE and not _SENTENCE_END.search(text)
        if kept[index] and drop and index != headline:
            yield index
        above_text = kept[index] and not drop
        ended |= above_text and not passage.heading and len(text) >= _MIN_SENTENCE


def _is_prose(page: Page, passage: Passage) -> bool:
    length = passage.end - passage.start
    text = page.text[passage.start : passage.end]
    return length >= _MIN_SENTENCE and passage.linked <= _MAX_LINKED * length and _SENTENCE_END.search(text) is not None


def _find_role(page: Page, index: int, region: str, *, kept: bool) -> BlockRole:
    passage = page.passages[index]
    if region == "comment":
        return "comment"
    if not kept:
        return "boilerplate"
    if passage.heading:
        return "subheading"
    if passage.caption or region == "caption":
        return "caption"
    text = " ".join(page.text[passage.start : passage.end].split())
    by_name: BlockRole = "byline" if region == "byline" and len(text) <= _MAX_BYLINE else "body"
    return _find_role_of_words(text) or ("quotation" if passage.quote else by_name)


def _find_role_of_words(text: str) -> BlockRole | None:
    """A role that the words alone show, as in a plain text."""
    if is_caption(text):
        return "caption"
    if is_date_line(text):
        return "dateline"
    return "byline" if is_byline(text) else None


def _squeeze(text: str) -> str:
    return _NOT_LETTERS.sub("", text).lower()
