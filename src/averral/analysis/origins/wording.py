"""The words of a text as keys with their places, so that two texts can be laid side by side word by word."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from averral.records import READ_ROLES, Document

__all__ = ["Wording", "hash_key", "hash_runs", "list_read_spans", "read_wording"]

_WORD = re.compile(r"[^\W_]+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 6.4): the fixed seed of every hash here."""
_SHIFT = np.uint64(29)

Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]


class Wording(NamedTuple):
    """A key for each word of the text that is read, and where the word stands; case and punctuation do not count."""

    keys: Keys
    starts: Places
    ends: Places

    def __len__(self) -> int:
        return len(self.keys)


def list_read_spans(document: Document) -> list[tuple[int, int]]:
    """The stretches that are the report: no byline, dateline, comment or boilerplate; without blocks all of it."""
    if not document.blocks:
        return [(0, len(document.text))]
    return [(block.start, block.end) for block in document.blocks if block.role in READ_ROLES]


def read_wording(text: str, spans: Iterable[tuple[int, int]]) -> Wording:
    """The words of some stretches of a text, in order."""
    found = [(_hash_word(word[0]), *word.span()) for span in spans for word in _WORD.finditer(text, *span)]
    if not found:
        return Wording(np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.int64))
    keys, starts, ends = zip(*found, strict=True)
    return Wording(np.array(keys, np.uint64), np.array(starts, np.int64), np.array(ends, np.int64))


@lru_cache(maxsize=200_000)
def _hash_word(word: str) -> int:
    return zlib.crc32(word.casefold().encode("utf-8", "surrogatepass"))


def hash_key(*parts: str) -> int:
    """A 32-bit key of some words; the same on every machine, in every run."""
    return zlib.crc32("\x1f".join(parts).encode("utf-8", "surrogatepass"))


def hash_runs(keys: Keys, length: int) -> Keys:
    """A key for each run of `length` words, by the word that it starts with: a polynomial of the words' keys, mixed."""
    count = len(keys) - length + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    total = np.zeros(count, np.uint64)
    for place in range(length):
        total = (total + keys[place : place + count] + np.uint64(1)) * _MULTIPLIER
        total ^= total >> _SHIFT
    return total
