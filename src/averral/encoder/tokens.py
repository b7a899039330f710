"""Text to word pieces, each with its offsets and the shape of its word.

The base encoder is uncased. Names are easier to find with capitals, so every piece carries the shape of the word it
belongs to as a second input; in a text without a meaningful case (all capitals, all small letters) the shape is
`CASELESS`, which the encoder was trained to live with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from tokenizers import Tokenizer

from averral.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

__all__ = ["SHAPES", "Tokens", "concatenate_tokens", "is_caseless", "load_tokenizer", "tokenize"]

SHAPES = ("caseless", "lower", "initial", "capitals", "mixed", "digit", "punctuation")
CASELESS, LOWER, INITIAL, CAPITALS, MIXED, DIGIT, PUNCTUATION = range(len(SHAPES))

MAX_PIECES_A_WORD = 64
"""A "word" of more pieces than this (a base64 blob, 5,000 letters without a space) is read by its first pieces."""


class Tokens(NamedTuple):
    """Parallel arrays over n word pieces: vocabulary ids, shapes, half-open character offsets, where words begin."""

    ids: NDArray[np.int32]
    shapes: NDArray[np.int8]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    heads: NDArray[np.bool_]

    def slice(self, start: int, end: int) -> Tokens:
        """Pieces start to end, offsets unchanged."""
        return Tokens(
            self.ids[start:end],
            self.shapes[start:end],
            self.starts[start:end],
            self.ends[start:end],
            self.heads[start:end],
        )

    def span(self, start: int, end: int) -> Span:
        """The text that pieces start to end stand for."""
        return Span(int(self.starts[start]), int(self.ends[end - 1]))


def load_tokenizer(path: Path) -> Tokenizer:
    """A tokenizer file of the `tokenizers` library, without truncation or padding."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def is_caseless(text: str) -> bool:
    """Whether capitals tell nothing here: more than 60 % of the letters, or fewer than one in 500, are capitals."""
    upper = sum(map(str.isupper, text))
    letters = upper + sum(map(str.islower, text))
    return letters > 0 and (upper > 0.6 * letters or upper * 500 < letters)


def _shape(word: str) -> int:
    if any(map(str.isdigit, word)):
        return DIGIT
    if not any(map(str.isalpha, word)):
        return PUNCTUATION
    if word.islower():
        return LOWER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return INITIAL
    return CAPITALS if word.isupper() else MIXED


def tokenize(tokenizer: Tokenizer, text: str, spans: Sequence[tuple[int, int]], *, caseless: bool) -> Tokens:
    """Word pieces of the given stretches of a text, in order; offsets count code points of the whole text."""
    encodings = tokenizer.encode_batch([text[start:end] for start, end in spans], add_special_tokens=False)
    parts = [
        _shaped(text, start, encoding, caseless=caseless) for (start, _), encoding in zip(spans, encodings, strict=True)
    ]
    return concatenate_tokens(parts)


def concatenate_tokens(parts: Sequence[Tokens]) -> Tokens:
    """Join stretches; no stretches give empty arrays."""
    if not parts:
        empty = np.zeros(0, np.int32)
        return Tokens(empty, empty.astype(np.int8), empty, empty, empty.astype(np.bool_))
    return Tokens(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _shaped(text: str, base: int, encoding: object, *, caseless: bool) -> Tokens:
    ids = np.asarray(encoding.ids, np.int32)  # type: ignore[attr-defined]
    offsets = np.asarray(encoding.offsets, np.int32).reshape(-1, 2) + base  # type: ignore[attr-defined]
    words = np.asarray(encoding.word_ids, np.int32)  # type: ignore[attr-defined]
    starts, ends = offsets[:, 0], offsets[:, 1]
    if not len(ids):
        return concatenate_tokens([])
    first = np.flatnonzero(np.r_[True, words[1:] != words[:-1]])
    last = np.r_[first[1:], len(ids)] - 1
    length = last - first + 1
    keep = np.arange(len(ids)) - np.repeat(first, length) < MAX_PIECES_A_WORD
    shapes = np.array(
        [_shape(text[s:e] or ".") for s, e in zip(starts[first].tolist(), ends[last].tolist(), strict=True)], np.int8
    )
    if caseless:
        shapes[shapes < DIGIT] = CASELESS
    every = np.repeat(shapes, length)
    heads = np.zeros(len(ids), np.bool_)
    heads[first] = True
    return Tokens(ids[keep], every[keep], starts[keep], ends[keep], heads[keep])
