"""How surely each word is the author's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from averral.extract.section import Section

__all__ = ["FEATURES", "Voice", "hear_author", "join_voices"]

FEATURES = ("mean", "least")


class Voice(NamedTuple):
    """w words: where each starts, and the probability that it belongs to no attribution at all."""

    starts: NDArray[np.int32]
    chances: NDArray[np.float32]

    def features(self, start: int, end: int) -> tuple[float, float]:
        """Mean and least probability over the words of a stretch of text; 0 for a stretch without words."""
        low, high = np.searchsorted(self.starts, (start, end)).tolist()
        if low >= high:
            return 0.0, 0.0
        chances = self.chances[low:high]
        return float(chances.mean()), float(chances.min())


def hear_author(section: Section, rows: NDArray[np.float32]) -> Voice:
    """The voice of a section from the log-probabilities (w, tracks, labels) of its words; the first label is "O"."""
    return Voice(section.tokens.starts[section.tokens.heads], np.exp(rows[:, 0, 0]))


def join_voices(voices: Sequence[Voice]) -> Voice:
    """The voice of a document from those of its sections."""
    if not voices:
        return Voice(np.zeros(0, np.int32), np.zeros(0, np.float32))
    return Voice(np.concatenate([v.starts for v in voices]), np.concatenate([v.chances for v in voices]))
