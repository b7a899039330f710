"""What a pronoun or a description refers back to: the linker's candidates, before anything is decided."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from averral.extract.entities.agreement import SPEAKERS
from averral.extract.entities.thing import ENTITY_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.extract.mentions import FoundMention
    from averral.extract.section import Section

__all__ = ["Antecedent", "find_antecedents"]

LINKER = "mention_antecedent"
TOGETHER = 16
"""So many references are looked up at once."""
REACH = 200
"""Pieces that a reference looks back; the training windows are 224 long."""
LEAST = 0.01
KEPT = 12


class Antecedent(NamedTuple):
    """An earlier mention, by its number, with the chance that a reference means it."""

    mention: int
    chance: float


def find_antecedents(
    section: Section, mentions: Sequence[FoundMention], bundle: Bundle, first: int = 0
) -> dict[int, tuple[Antecedent, ...]]:
    """The likeliest antecedents of each mention of a section that is no name, the likeliest first.

    `mentions` are those of the section in order; numbers count from `first`. A bundle without the linker finds none.
    """
    if LINKER not in bundle.linkers:
        return {}
    spans = section.piece_spans([m.span for m in mentions])
    things = [n for n, m in enumerate(mentions) if m.type in ENTITY_TYPES]
    found: dict[int, tuple[Antecedent, ...]] = {}
    for lefts, rights in _batches(section, mentions, things, spans):
        chances = bundle.linkers[LINKER].choose(section.hidden, spans[lefts], spans[rights], backward=True)
        for row, left in zip(chances, lefts, strict=True):
            best = [j for j in np.argsort(-row[:-1])[:KEPT] if row[j] >= LEAST]
            if best:
                found[first + left] = tuple(Antecedent(first + rights[j], float(row[j])) for j in best)
    return found


def _batches(
    section: Section,
    mentions: Sequence[FoundMention],
    things: Sequence[int],
    spans: NDArray[np.int64],
) -> Iterator[tuple[list[int], list[int]]]:
    """References with the mentions that stand in their reach, a few at a time."""
    lefts = [n for n in things if not mentions[n].name and _words(section, mentions[n]) not in SPEAKERS]
    low = 0
    for start in range(0, len(lefts), TOGETHER):
        batch = lefts[start : start + TOGETHER]
        while spans[things[low], 0] < spans[batch[0], 0] - REACH:
            low += 1
        rights = list(things[low : bisect_left(things, batch[-1])])
        if rights:
            yield batch, rights


def _words(section: Section, mention: FoundMention) -> str:
    return section.text[mention.span.start : mention.span.end].lower()
