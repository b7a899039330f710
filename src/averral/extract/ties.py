"""What the classifier takes two actors of a sentence to be to each other, before anything is decided."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.encoder.bundle import Bundle
    from averral.extract.mentions import FoundMention
    from averral.extract.relations import Predicate
    from averral.extract.section import Section

__all__ = ["FoundTie", "find_ties"]

CLASSIFIER = "subject_object"
ACTORS = frozenset({"PER", "ORG", "GPE", "NORP", "FAC", "LOC"})
MOST = 14
"""Actors of one sentence that are looked at; a longer list tells nothing of its members."""
LEAST = 0.3


class FoundTie(NamedTuple):
    """An ordered pair of mentions with the likeliest predicate and its chance."""

    subject: Span
    predicate: Predicate
    object: Span
    chance: float


def find_ties(section: Section, mentions: Sequence[FoundMention], bundle: Bundle) -> list[FoundTie]:
    """Pairs of actors of one sentence that are likelier something to each other than nothing; in order of the text.

    `mentions` are those of the section in order. A bundle without the classifier finds none.
    """
    if CLASSIFIER not in bundle.classifiers:
        return []
    actors = [m for m in mentions if m.type in ACTORS]
    spans = section.piece_spans([m.span for m in actors]).reshape(-1, 2)
    pairs = np.array(list(_pairs(section.sentence[spans[:, 0]].tolist(), spans.tolist())), np.int64).reshape(-1, 2)
    if not len(pairs):
        return []
    chances = bundle.classifiers[CLASSIFIER].classify(section.hidden, spans, pairs)
    predicates = bundle.manifest.classifiers[CLASSIFIER]
    best = 1 + chances[:, 1:].argmax(-1)
    return [
        FoundTie(
            actors[left].span,
            cast("Predicate", predicates[kind]),
            actors[right].span,
            float(row[kind]),
        )
        for (left, right), kind, row in zip(pairs.tolist(), best.tolist(), chances, strict=True)
        if row[kind] >= LEAST
    ]


def _pairs(sentences: Sequence[int], spans: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Numbers of actors in one sentence that do not overlap, both ways round."""
    start = 0
    for end in range(1, len(sentences) + 1):
        if end == len(sentences) or sentences[end] != sentences[start]:
            if end - start <= MOST:
                for left, right in permutations(range(start, end), 2):
                    if spans[left][1] <= spans[right][0] or spans[right][1] <= spans[left][0]:
                        yield left, right
            start = end
