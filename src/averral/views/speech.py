"""Speech: through whom the words at a place of a document come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from averral.records import Claim, Reading, Span
from averral.views.nesting import Nested, Nesting
from averral.views.segment import Segment, cut_segments
from averral.views.voice import Voice, cast_voices, find_voice

__all__ = ["Chain", "Speech", "hear_reading"]

Chain = tuple[Voice, ...]
"""From the outside in, without the document's author: empty where the author speaks."""


class Speech(msgspec.Struct, frozen=True):
    """The chains of a document's attributions, and where their contents lie."""

    chains: Mapping[str, Chain]
    contents: Sequence[tuple[Span, str]]
    segments: Sequence[Segment]
    starts: Sequence[int]

    def of_claim(self, claim: Claim) -> Chain:
        """Who puts the claim forward."""
        return self.chains.get(claim.attribution or "", ())

    def of_place(self, start: int, end: int) -> Chain:
        """Who says the words there: the longest chain of an attribution whose content holds all of them."""
        place = bisect_right(self.starts, start) - 1
        if place < 0:
            return ()
        holding = [self.contents[index] for index in self.segments[place].covers]
        chains = [self.chains[label] for span, label in holding if span.end >= end]
        return max(chains, key=len, default=())


def hear_reading(reading: Reading, nesting: Nesting) -> Speech:
    """Cut the text by the contents of its attributions once, so that each place is found quickly."""
    cast = cast_voices(reading)
    voices = {key: find_voice(nested.attribution, cast) for key, nested in nesting.by_id.items()}
    contents = [(piece, key) for key, nested in nesting.by_id.items() for piece in nested.attribution.content]
    segments = list(cut_segments(len(cast.text), [(span.start, span.end) for span, _ in contents]))
    return Speech(
        chains={key: tuple(_iter_voices(nesting.lineage(key), voices)) for key in voices},
        contents=contents,
        segments=segments,
        starts=[segment.start for segment in segments],
    )


def _iter_voices(lineage: Sequence[Nested], voices: Mapping[str, Voice]) -> Iterator[Voice]:
    """Each step's voice; somebody who tells of their own words ("she said she feared") is one voice, not two."""
    before = None
    for step in lineage:
        source = step.attribution.source
        entity = source.entity if source is not None else None
        if entity is None or entity != before:
            yield voices[step.attribution.id]
        before = entity
