"""Sentences of the stretches that are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sentencex import get_sentence_boundaries

from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["iter_sentences"]

SLICE = 100_000
"""A single block is split in slices of this many characters, so one endless line costs no more than many short ones."""


def iter_sentences(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Sentences in order, without surrounding white space; none crosses the border of its stretch."""
    for span in spans:
        for base in range(span.start, span.end, SLICE):
            piece = text[base : min(base + SLICE, span.end)]
            for found in get_sentence_boundaries("en", piece):
                start, end = base + found["start_index"], base + found["end_index"]
                sentence = text[start:end]
                start += len(sentence) - len(sentence.lstrip())
                end -= len(sentence) - len(sentence.rstrip())
                if start < end:
                    yield Span(start, end)
