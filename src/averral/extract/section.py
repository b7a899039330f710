"""A stretch of a document that is encoded at once: its word pieces, their hidden states, and the borders inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from averral.encoder.tokens import is_caseless, tokenize
from averral.records import READ_ROLES, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.encoder.session import Encoder
    from averral.encoder.tokens import Tokens
    from averral.records import Document

__all__ = ["Section", "iter_sections", "readable_spans"]

SECTION_CHARACTERS = 40_000
"""About 10,000 pieces: 15 MB of hidden states, whatever the length of the document."""


class Section(NamedTuple):
    """n pieces, w words: `words` (w + 1,) has each word's first piece, `block` (n,) the number of its block."""

    text: str
    tokens: Tokens
    hidden: NDArray[np.float32]
    words: NDArray[np.int64]
    block: NDArray[np.int32]

    def pieces(self, start: int, end: int) -> tuple[int, int]:
        """The pieces of words start to end."""
        return int(self.words[start]), int(self.words[end])


def readable_spans(document: Document) -> tuple[Span, ...]:
    """The blocks that claims are read from."""
    return tuple(Span(b.start, b.end) for b in document.blocks if b.role in READ_ROLES and b.start < b.end)


def iter_sections(document: Document, bundle: Bundle, encoder: Encoder) -> Iterator[Section]:
    """Sections in order; together they hold every readable block once."""
    spans = readable_spans(document)
    caseless = is_caseless("".join(document.text[s.start : s.end] for s in spans))
    for group in _group(document.text, spans):
        tokens = tokenize(bundle.tokenizer, document.text, [(s.start, s.end) for s in group], caseless=caseless)
        if len(tokens.ids):
            starts = np.array([s.start for s in group], np.int64)
            block = (np.searchsorted(starts, tokens.starts, side="right") - 1).astype(np.int32)
            words = np.append(np.flatnonzero(tokens.heads), len(tokens.ids))
            yield Section(document.text, tokens, encoder.encode(tokens), words, block)


def _group(text: str, spans: Iterable[Span]) -> Iterator[list[Span]]:
    group: list[Span] = []
    size = 0
    for span in spans:
        for piece in _cut(text, span):
            if group and size + len(piece) > SECTION_CHARACTERS:
                yield group
                group, size = [], 0
            group.append(piece)
            size += len(piece)
    if group:
        yield group


def _cut(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > SECTION_CHARACTERS:
        limit = start + SECTION_CHARACTERS
        border = max(text.rfind(mark, start + SECTION_CHARACTERS // 2, limit) for mark in (". ", "\n", " "))
        end = border + 1 if border > 0 else limit
        yield Span(start, end)
        start = end
    yield Span(start, span.end)
