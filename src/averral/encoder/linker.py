"""The head that scores pairs of spans, and so joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Linker", "Near", "distance_steps"]

BUCKETS = 9
TOGETHER = 64
"""So many spans are given their chances at once, which bounds what is held in memory."""


class Near(NamedTuple):
    """The number of the first span in reach, and the chance of each in reach, and last that of none.

    There are no chances at all where none is in reach.
    """

    first: int
    chances: NDArray[np.float32]


class Linker(NamedTuple):
    """A two-layer network over both spans' vectors and their distance.

    left, right (hidden, 2 × width), left_bias (hidden,), features (hidden, 22), score (hidden,), score_bias (1,).
    """

    left: NDArray[np.float32]
    left_bias: NDArray[np.float32]
    right: NDArray[np.float32]
    features: NDArray[np.float32]
    score: NDArray[np.float32]
    score_bias: NDArray[np.float32]

    def choose(
        self, hidden: NDArray[np.float32], left: NDArray[np.int64], right: NDArray[np.int64], *, backward: bool = False
    ) -> NDArray[np.float32]:
        """For each span of `left` (n, 2) the chance of each of `right` (m, 2), and last that of none: (n, m + 1).

        Those that do not begin before a span have no chance where it looks `backward` alone.
        """
        pairs = np.indices((len(left), len(right))).reshape(2, -1)
        scores = self._score(self._project(hidden, left, right), left, right, pairs).reshape(len(left), len(right))
        if backward:
            scores = np.where(right[None, :, 0] < left[:, :1], scores, -np.inf)
        return _share_out(scores)

    def choose_near(
        self, hidden: NDArray[np.float32], left: NDArray[np.int64], right: NDArray[np.int64], reach: int
    ) -> list[Near]:
        """For each span of `left` (n, 2) the chances of those of `right` (m, 2) that stand within so many pieces of it.

        Both are in order. All spans are looked at together, since a call for each costs more than what it computes.
        """
        lows = np.searchsorted(right[:, 1], left[:, 0] - reach, side="right")
        counts = np.maximum(np.searchsorted(right[:, 0], left[:, 1] + reach, side="left") - lows, 0)
        vectors = self._project(hidden, left, right) if counts.any() else None
        found: list[Near] = []
        for first in range(0, len(left), TOGETHER):
            batch = slice(first, first + TOGETHER)
            ends = np.cumsum(counts[batch])
            starts = ends - counts[batch]
            pairs = np.repeat((np.arange(len(starts)) + first, lows[batch] - starts), counts[batch], -1)
            pairs[1] += np.arange(pairs.shape[1])
            scores = self._score(vectors, left, right, pairs) if vectors else np.zeros(0, np.float32)
            found += [
                Near(int(low), _share_out(scores[start:end]) if end > start else scores[:0])
                for low, start, end in zip(lows[batch].tolist(), starts.tolist(), ends.tolist(), strict=True)
            ]
        return found

    def _project(
        self, hidden: NDArray[np.float32], left: NDArray[np.int64], right: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """What each span brings to the first layer, (n, hidden) and (m, hidden)."""
        vectors = [np.concatenate([hidden[s[:, 0]], hidden[s[:, 1] - 1]], -1) for s in (left, right)]
        return vectors[0] @ self.left.T + self.left_bias, vectors[1] @ self.right.T

    def _score(
        self,
        vectors: tuple[NDArray[np.float32], NDArray[np.float32]],
        left: NDArray[np.int64],
        right: NDArray[np.int64],
        pairs: NDArray[np.int64],
    ) -> NDArray[np.float32]:
        """The score of each of the pairs (2, p) of numbers of spans; those of one span of `left` stand together."""
        sides = left[pairs[0]], right[pairs[1]]
        gap, behind, before = _gaps(*sides)
        order = _orders(gap, pairs[0] * 4 + behind * 2 + before)
        joint = vectors[0][pairs[0]] + vectors[1][pairs[1]]
        joint += self.features.T[_steps(gap, behind)] + self.features.T[2 * BUCKETS + order]
        scores: NDArray[np.float32] = np.maximum(joint, 0.0, out=joint) @ self.score + self.score_bias
        return scores


def _share_out(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores (…, m) to chances (…, m + 1): softmax with a last one, that of none, whose score is 0."""
    scores = np.concatenate([scores, np.zeros((*scores.shape[:-1], 1), np.float32)], -1)
    scores -= scores.max(-1, keepdims=True)
    odds = np.exp(scores)
    result: NDArray[np.float32] = odds / odds.sum(-1, keepdims=True)
    return result


def _gaps(
    left: NDArray[np.int64], right: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Of n pairs: how many pieces stand between, and whether the right one is behind or before the left one."""
    behind, before = right[:, 0] >= left[:, 1], right[:, 1] <= left[:, 0]
    return np.where(behind, right[:, 0] - left[:, 1], np.where(before, left[:, 0] - right[:, 1], 0)), behind, before


_STEPS = np.minimum(np.ceil(np.log2(np.arange(2 ** (BUCKETS - 1) + 1) + 1.0)).astype(np.int64), BUCKETS - 1)
"""The step of every distance that is not in the last one, and of the first that is."""


def _steps(gap: NDArray[np.int64], behind: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The side and the distance, in doubling steps: a number below twice `BUCKETS`."""
    result: NDArray[np.int64] = _STEPS[np.minimum(gap, len(_STEPS) - 1)] + BUCKETS * behind
    return result


def _orders(gap: NDArray[np.int64], group: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of its own group have a smaller gap than each, up to 3."""
    base = group * (int(gap.max(initial=0)) + 1)
    ordered = np.sort(base + gap)
    result: NDArray[np.int64] = np.searchsorted(ordered, base + gap) - np.searchsorted(ordered, base)
    return np.minimum(result, 3)


def distance_steps(left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """The steps of n pairs of spans (n, 2) each."""
    gap, behind, _ = _gaps(left, right)
    return _steps(gap, behind)
