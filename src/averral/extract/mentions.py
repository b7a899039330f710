"""Names, values, descriptions and pronouns: what the text talks about."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from averral.encoder.tagger import decode_spans, merge_pieces
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.encoder.tagger import Tagger
    from averral.extract.section import Section
    from averral.records import MentionType

__all__ = ["FoundMention", "find_mentions"]

FLAT = ("O", "B-mention", "I-mention")
EDGE = " \t\r\n"


class FoundMention(NamedTuple):
    """A mention before it has an id: where, of what type, a name or a description, and how surely."""

    span: Span
    type: MentionType
    name: bool
    score: float


def find_mentions(section: Section, bundle: Bundle) -> list[FoundMention]:
    """Mentions above the bundle’s threshold, in order; names do not overlap, descriptions may hold names."""
    names = list(_decode(section, bundle.taggers["names"], name=True))
    taken = {m.span for m in names}
    others = [m for m in _decode(section, bundle.taggers["descriptions"], name=False) if m.span not in taken]
    least = bundle.manifest.thresholds.get("mention", 0.0)
    found = [m for m in (*names, *others) if m.score >= least]
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))


def _decode(section: Section, tagger: Tagger, *, name: bool) -> Iterator[FoundMention]:
    """First where a mention is, over all types together, then which type its words favour.

    Corpora that know only "place" leave the model undecided between GPE, LOC and FAC; taken apart, each of the three
    would lose against "nothing".
    """
    rows = merge_pieces(tagger.log_probabilities(section.hidden)[:, 0], section.tokens.heads)
    chances = np.exp(rows)
    begin, inside = chances[:, 1::2], chances[:, 2::2]
    flat = np.log(np.stack([chances[:, 0], begin.sum(1), inside.sum(1)], 1) + 1e-12).astype(np.float32)
    types = [label[2:] for label in tagger.labels[1::2]]
    for found in decode_spans(flat, FLAT):
        evidence = _type_evidence(begin, inside, found.start, found.end)
        kind = int(evidence.argmax())
        for start, end in _inside_blocks(section, *section.pieces(found.start, found.end)):
            yield FoundMention(
                section.tokens.span(start, end),
                cast("MentionType", types[kind]),
                name,
                float(found.score * evidence[kind]),
            )


def _type_evidence(
    begin: NDArray[np.float32], inside: NDArray[np.float32], start: int, end: int
) -> NDArray[np.float32]:
    joint = np.log(begin[start:end] + inside[start:end] + 1e-9).sum(0)
    odds = np.exp(joint - joint.max())
    result: NDArray[np.float32] = odds / odds.sum()
    return result


def _inside_blocks(section: Section, start: int, end: int) -> list[tuple[int, int]]:
    """A span cut where one block ends and the next begins."""
    borders = [start, *(np.flatnonzero(np.diff(section.block[start:end])) + start + 1).tolist(), end]
    return list(pairwise(borders))
