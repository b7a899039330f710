"""The head that scores pairs of spans, and so joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Linker", "distance_steps", "pair_features"]

BUCKETS = 9


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
        vectors = [np.concatenate([hidden[s[:, 0]], hidden[s[:, 1] - 1]], -1) for s in (left, right)]
        joint = (vectors[0] @ self.left.T + self.left_bias)[:, None] + (vectors[1] @ self.right.T)[None]
        joint = joint + pair_features(left, right) @ self.features.T
        scores = np.maximum(joint, 0.0) @ self.score + self.score_bias
        if backward:
            scores = np.where(right[None, :, 0] < left[:, :1], scores, -np.inf)
        scores = np.concatenate([scores, np.zeros((len(left), 1), np.float32)], -1)
        scores -= scores.max(-1, keepdims=True)
        odds = np.exp(scores)
        result: NDArray[np.float32] = odds / odds.sum(-1, keepdims=True)
        return result


def distance_steps(left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """For n pairs of spans (n, 2) each: the distance in pieces in doubling steps, `BUCKETS` more behind than before."""
    behind, before = right[:, 0] >= left[:, 1], right[:, 1] <= left[:, 0]
    gap = np.where(behind, right[:, 0] - left[:, 1], np.where(before, left[:, 0] - right[:, 1], 0))
    steps: NDArray[np.int64] = np.minimum(np.ceil(np.log2(gap + 1.0)).astype(np.int64), BUCKETS - 1)
    return steps + np.where(behind, BUCKETS, 0)


def pair_features(left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float32]:
    """(n, m, 22): the side and the distance in pieces, in doubling steps, and how many of `right` stand between."""
    starts, ends = left[:, 0, None], left[:, 1, None]
    behind = right[None, :, 0] >= ends
    before = right[None, :, 1] <= starts
    gap = np.where(behind, right[None, :, 0] - ends, np.where(before, starts - right[None, :, 1], 0))
    step = np.minimum(np.ceil(np.log2(gap + 1.0)).astype(np.int64), BUCKETS - 1) + np.where(behind, BUCKETS, 0)
    same = (behind[:, :, None] == behind[:, None, :]) & (before[:, :, None] == before[:, None, :])
    order = np.minimum(((gap[:, :, None] < gap[:, None, :]) & same).sum(1), 3)
    result: NDArray[np.float32] = np.concatenate(
        [np.eye(2 * BUCKETS, dtype=np.float32)[step], np.eye(4, dtype=np.float32)[order]], -1
    )
    return result
