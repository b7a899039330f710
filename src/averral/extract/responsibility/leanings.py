"""What a learned judge makes of words and actors, worked out while their vectors are at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.extract.attributions import FoundAttribution
    from averral.extract.mentions import FoundMention
    from averral.extract.section import Section
    from averral.records import Span

__all__ = ["JUDGE", "Leanings", "lean"]

JUDGE = "responsibility"
"""The judge in the bundle."""


class Leanings(NamedTuple):
    """Scores (classes,) of the words of each attribution, of each source as an actor, and of each mention as one."""

    said: list[NDArray[np.float32]]
    sources: list[NDArray[np.float32]]
    actors: list[NDArray[np.float32]]

    def extend(self, other: Leanings) -> None:
        """Add those of the next section."""
        self.said.extend(other.said)
        self.sources.extend(other.sources)
        self.actors.extend(other.actors)


def lean(
    section: Section, attributions: Sequence[FoundAttribution], mentions: Sequence[FoundMention], bundle: Bundle
) -> Leanings:
    """Scores of the attributions and mentions of a section, in order; none where the bundle has no such judge."""
    judge = bundle.judges.get(JUDGE)
    if judge is None:
        return Leanings([], [], [])
    cue, content, actor = (_Means(section, part) for part in (judge.cue, judge.content, judge.actor))
    said = [cue.of([one.cue]) + content.of(one.content) for one in attributions]
    sources = [actor.of([one.source]) for one in attributions]
    return Leanings(said, sources, actor.each([one.span for one in mentions]))


class _Means:
    """What a part of a judge scores stretches of a section: the mean over their pieces."""

    def __init__(self, section: Section, weights: NDArray[np.float32]) -> None:
        """Score all pieces, and add them up from the first."""
        self.section = section
        scores = section.hidden @ weights.T
        self.sums = np.concatenate([np.zeros((1, scores.shape[1])), scores.cumsum(0, dtype=np.float64)])

    def of(self, spans: Iterable[Span | None]) -> NDArray[np.float32]:
        """The mean over stretches of the means of their pieces' scores (classes,); zeros where there is none."""
        found = [span for span in spans if span is not None]
        if not found:
            return np.zeros(self.sums.shape[1], np.float32)
        result: NDArray[np.float32] = self._means(found).mean(0).astype(np.float32)
        return result

    def each(self, spans: Sequence[Span]) -> list[NDArray[np.float32]]:
        """The mean of each stretch (classes,)."""
        return list(self._means(spans).astype(np.float32)) if spans else []

    def _means(self, spans: Sequence[Span]) -> NDArray[np.float64]:
        start, end = self.section.piece_spans(spans).T
        means: NDArray[np.float64] = (self.sums[end] - self.sums[start]) / (end - start)[:, None]
        return means
