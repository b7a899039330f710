"""Roles for the paragraphs of a plain text.

A scraped article comes as bare lines. First every paragraph is given a kind by its own words (`text_kinds`); then
its place decides what that kind means: a short line without a stop is a headline at the top, a subheading before a
paragraph, a name under a letter, the title of another article after "Related". Where nothing speaks against it, a
paragraph is body: to lose a sentence of the report is worse than to keep a leftover.
"""

from __future__ import annotations

import msgspec

from averral.ingest.datelines import find_dateline_end
from averral.ingest.dates import find_date
from averral.ingest.heading_dates import find_heading_date
from averral.ingest.letterheads import find_issuer
from averral.ingest.lines import Paragraph, join_paragraphs, split_lines
from averral.ingest.names import split_names
from averral.ingest.parsed import Metadata
from averral.ingest.text_head import label_head
from averral.ingest.text_kinds import Kind, find_kind
from averral.ingest.text_rest import label_rest
from averral.records import Block, BlockRole

__all__ = ["Segmented", "segment_text"]


class Segmented(msgspec.Struct, frozen=True):
    """The blocks of a text and what its head says about it."""

    blocks: tuple[Block, ...]
    metadata: Metadata


def segment_text(text: str) -> Segmented:
    """Give every paragraph its role, and a dateline inside a paragraph its own block."""
    paragraphs = join_paragraphs(text, split_lines(text))
    kinds = [find_kind(paragraph) for paragraph in paragraphs]
    roles = _label(paragraphs, kinds)
    blocks: list[Block] = []
    first = next((index for index, role in enumerate(roles) if role == "body"), -1)
    for index, (paragraph, role) in enumerate(zip(paragraphs, roles, strict=True)):
        blocks.extend(_make_blocks(text, paragraph, role, first=index == first))
    return Segmented(tuple(blocks), _read_metadata(text, blocks))


def _label(paragraphs: list[Paragraph], kinds: list[Kind]) -> list[BlockRole]:
    if "prose" not in kinds:
        return ["body"] * len(paragraphs)
    roles, body = label_head(paragraphs, kinds)
    return roles + label_rest(paragraphs, kinds, roles, body)


def _make_blocks(text: str, paragraph: Paragraph, role: BlockRole, *, first: bool) -> list[Block]:
    if role != "body":
        return [Block(paragraph.start, paragraph.end, role)]
    end = find_dateline_end(text, paragraph.start, paragraph.end, first=first)
    if end is None:
        return [Block(paragraph.start, paragraph.end, role)]
    rest = end
    while rest < paragraph.end and text[rest].isspace():
        rest += 1
    return [Block(paragraph.start, end, "dateline"), Block(rest, paragraph.end, "body")]


def _read_metadata(text: str, blocks: list[Block]) -> Metadata:
    """Title, names and date that stand at the head of the text, or under it."""
    title = " ".join(text[block.start : block.end] for block in blocks if block.role == "headline")
    lines = [text[block.start : block.end] for block in blocks if block.role == "byline"]
    dates = (find_date(text[block.start : block.end]) for block in blocks if block.role in ("dateline", "byline"))
    return Metadata(
        title=" ".join(title.split()).lstrip("# ") or None,
        byline=split_names(lines[:4]),
        publisher=find_issuer(text),
        published=next((date for date in dates if date is not None), None) or find_heading_date(text),
    )
