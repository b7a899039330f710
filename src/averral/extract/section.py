"""A stretch of a document that is encoded at once: its word pieces, their hidden states, and the borders inside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from averral.encoder.tokens import is_caseless, tokenize
from averral.extract.quotes import iter_quotations, opens_quotation
from averral.records import NAMED_ROLES, READ_ROLES, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.encoder.session import Encoder
    from averral.encoder.tokens import Tokens
    from averral.records import Document

__all__ = ["Section", "iter_sections", "readable_spans"]

SECTION_CHARACTERS = 40_000
"""About 10,000 pieces: 15 MB of hidden states, whatever the length of the document."""


SENTENCE_BREAK = re.compile(r"[.!?][”\"'’)]*\s+(?=[“\"'‘(]*[A-Z])")


class Section(NamedTuple):
    """n pieces, w words: `words` (w + 1,) has each word's first piece, `block` (n,) the number of its block.

    `hidden` (n, width) are the encoder's vectors of pieces, `heads` (w, width) those by which words are judged: their
    first pieces'.
    `claims` (w,) is false for the words of bylines and datelines, which name things but claim nothing. `sentence` (n,)
    numbers the sentences, roughly: a stop before a capital ends one. `quotations` are what stands between quotation
    marks, block by block.
    """

    text: str
    tokens: Tokens
    hidden: NDArray[np.float32]
    heads: NDArray[np.float32]
    words: NDArray[np.int64]
    block: NDArray[np.int32]
    claims: NDArray[np.bool_]
    sentence: NDArray[np.int64]
    quotations: tuple[Span, ...]

    def pieces(self, start: int, end: int) -> tuple[int, int]:
        """The pieces of words start to end."""
        return int(self.words[start]), int(self.words[end])

    def piece_spans(self, spans: Sequence[Span]) -> NDArray[np.int64]:
        """(n, 2): the pieces that each stretch of the text covers, at least one."""
        starts = np.searchsorted(self.tokens.ends, [s.start for s in spans], side="right")
        ends = np.searchsorted(self.tokens.starts, [s.end for s in spans], side="left")
        return np.stack([starts, np.maximum(ends, starts + 1)], -1).astype(np.int64)


def readable_spans(document: Document) -> tuple[Span, ...]:
    """The blocks that claims are read from."""
    return tuple(Span(b.start, b.end) for b in document.blocks if b.role in READ_ROLES and b.start < b.end)


def iter_sections(document: Document, bundle: Bundle, encoder: Encoder) -> Iterator[Section]:
    """Sections in order; together they hold every block that names or claims are read from once."""
    text = document.text
    spans = [
        (Span(b.start, b.end), b.role in READ_ROLES)
        for b in document.blocks
        if b.role in NAMED_ROLES and b.start < b.end
    ]
    caseless = is_caseless("".join(text[s.start : s.end] for s, _ in spans))
    for group in _group(text, spans):
        tokens = tokenize(bundle.tokenizer, text, [(s.start, s.end) for s, _ in group], caseless=caseless)
        if len(tokens.ids):
            starts = np.array([s.start for s, _ in group], np.int64)
            block = (np.searchsorted(starts, tokens.starts, side="right") - 1).astype(np.int32)
            words = np.append(np.flatnonzero(tokens.heads), len(tokens.ids))
            claims = np.array([claims for _, claims in group], np.bool_)[block[words[:-1]]]
            breaks = np.array(
                [m.end() for s, _ in group for m in SENTENCE_BREAK.finditer(text, s.start, s.end)], np.int64
            )
            sentence = np.searchsorted(breaks, tokens.starts, side="right") + block
            quotations = tuple(_quotations(text, [s for s, _ in group]))
            hidden = encoder.encode(tokens)
            yield Section(text, tokens, hidden, hidden[words[:-1]], words, block, claims, sentence, quotations)


def _quotations(text: str, blocks: list[Span]) -> Iterator[Span]:
    for number, block in enumerate(blocks):
        goes_on = number + 1 < len(blocks) and opens_quotation(text, blocks[number + 1].start)
        yield from iter_quotations(text, block.start, block.end, goes_on=goes_on)


def _group(text: str, spans: Iterable[tuple[Span, bool]]) -> Iterator[list[tuple[Span, bool]]]:
    group: list[tuple[Span, bool]] = []
    size = 0
    for span, claims in spans:
        for piece in _cut(text, span):
            if group and size + len(piece) > SECTION_CHARACTERS:
                yield group
                group, size = [], 0
            group.append((piece, claims))
            size += len(piece)
    if group:
        yield group


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > SECTION_CHARACTERS:
        limit = start + SECTION_CHARACTERS
        borders = (text.rfind(mark, start + SECTION_CHARACTERS // 2, limit) for mark in (". ", "\n", " "))
        end = next((border + 1 for border in borders if border > 0), limit)
        yield Span(start, end)
        start = end
    yield Span(start, span.end)
