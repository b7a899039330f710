"""Attributions by the place of their source, their cue and their content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from averral.extract.responsibility.authorities import SpeakerKind, judge_speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.records import Attribution, Span

__all__ = ["Voices"]

_NEST = 12
"""Contents and cues that are looked at around a place; no text nests deeper."""
_CUE = 40
"""Characters of the longest cue."""


class Voices:
    """Look-ups that cost the same however many attributions there are."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        contents = [(part.start, part.end, n) for n, a in enumerate(attributions) for part in a.content]
        self.attributions = attributions
        self.contents = sorted(contents)
        self.starts = [start for start, _, _ in self.contents]
        self.sources = sorted((a.source.start, n) for n, a in enumerate(attributions) if a.source)
        self.cues = sorted((a.cue.start, a.cue.end, n) for n, a in enumerate(attributions) if a.cue)

    def holding(self, at: Span) -> int | None:
        """The innermost attribution whose content holds a span: of those that do, the one that begins last."""
        last = bisect_right(self.starts, at.start)
        for start, end, number in reversed(self.contents[max(0, last - _NEST) : last]):
            if start <= at.start and at.end <= end:
                return number
        return None

    def cued(self, cue: Span) -> int | None:
        """The attribution whose cue overlaps a span."""
        low = bisect_left(self.cues, (cue.start - _CUE,))
        for start, end, number in self.cues[low : low + _NEST]:
            if start < cue.end and cue.start < end:
                return number
        return None

    def before(self, text: str, place: int) -> SpeakerKind | None:
        """What the last source in front of a place is that is more than a pronoun: whom "she" may stand for."""
        last = bisect_left(self.sources, (place,))
        for _, number in reversed(self.sources[max(0, last - 3) : last]):
            kind = judge_speaker(self.words(text, number))
            if kind != "unnamed":
                return kind
        return None

    def words(self, text: str, number: int) -> str:
        """The words of an attribution's source."""
        source = self.attributions[number].source
        return text[source.start : source.end] if source else ""
