"""Passages: blocks of a document with their words as tokens, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from averral.records import Block, BlockRole, Document
from averral.views.mark import Mark
from averral.views.segment import Segment, cut_segments

__all__ = ["Passage", "Token", "cover_blocks", "make_passages"]

_FULL_LINE = 45
"""From this mean length on, line breaks are only the width of somebody's screen; below it they mean something."""


class Token(msgspec.Struct, frozen=True):
    """Words, or an edge of a mark.

    Opens and closes balance within a passage. A mark that crosses another, or goes on in the next passage, is closed
    and opened anew; `whole` is true only for its very first opening and its very last close.
    """

    kind: Literal["open", "text", "close"]
    text: str = ""
    mark: Mark | None = None
    whole: bool = False


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One block. `lines` is true where its line breaks mean something, as in verse, addresses and lists."""

    start: int
    end: int
    role: BlockRole
    tokens: tuple[Token, ...]
    lines: bool = False

    @property
    def words(self) -> str:
        """The text of the block."""
        return "".join(token.text for token in self.tokens)


def cover_blocks(document: Document) -> tuple[Block, ...]:
    """The document's blocks that hold words, and a body block for every stretch of words that lies in none."""
    text = document.text
    blocks: list[Block] = []
    here = 0
    for block in (*document.blocks, Block(len(text), len(text), "body")):
        between = text[here : block.start]
        if between.strip():
            start = here + len(between) - len(between.lstrip())
            blocks.append(Block(start, here + len(between.rstrip()), "body"))
        if text[block.start : block.end].strip():
            blocks.append(block)
        here = max(here, block.end)
    return tuple(blocks)


def make_passages(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> tuple[Passage, ...]:
    """Lay the marks over the blocks; the texts of a passage's tokens, joined, are exactly those of its block."""
    cuts = [edge for block in blocks for edge in (block.start, block.end)]
    segments = list(cut_segments(len(text), [(mark.start, mark.end) for mark in marks], cuts))
    grouped = list(_group(segments, blocks))
    ends = {index: segment.end for _, inside in grouped for segment in inside for index in segment.covers}
    begun: set[int] = set()
    return tuple(
        Passage(
            start=block.start,
            end=block.end,
            role=block.role,
            tokens=tuple(_make_tokens(text, inside, marks, begun, ends)),
            lines=_has_lines(text[block.start : block.end]),
        )
        for block, inside in grouped
    )


def _group(segments: Sequence[Segment], blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Segment]]]:
    """The segments of each block; both run in order, and no segment crosses the edge of a block."""
    here = 0
    for block in blocks:
        inside = []
        while here < len(segments) and segments[here].end <= block.end:
            if segments[here].start >= block.start:
                inside.append(segments[here])
            here += 1
        yield block, inside


def _make_tokens(
    text: str, inside: Sequence[Segment], marks: Sequence[Mark], begun: set[int], ends: dict[int, int]
) -> Iterator[Token]:
    """Turn covering sets into balanced opens and closes: what goes on is kept open, the rest is closed and reopened.

    `begun` remembers the marks opened so far; `ends` says where each mark is seen for the last time.
    """
    stack: tuple[int, ...] = ()
    here = 0
    for segment in (*inside, Segment(0, 0)):
        kept = _count_common(stack, segment.covers)
        for index in reversed(stack[kept:]):
            yield Token("close", mark=marks[index], whole=ends[index] == here)
        for index in segment.covers[kept:]:
            yield Token("open", mark=marks[index], whole=index not in begun)
            begun.add(index)
        if segment.end:
            yield Token("text", text=text[segment.start : segment.end])
        stack, here = segment.covers, segment.end


def _count_common(left: tuple[int, ...], right: tuple[int, ...]) -> int:
    """Length of the longest common beginning."""
    for count, (one, other) in enumerate(zip(left, right, strict=False)):
        if one != other:
            return count
    return min(len(left), len(right))


def _has_lines(words: str) -> bool:
    """Whether the lines, the last one aside, are too short to be wrapped prose."""
    lines = words.strip().split("\n")[:-1]
    return bool(lines) and sum(map(len, lines)) / len(lines) < _FULL_LINE
