"""The head that says what two spans are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from averral.encoder.linker import distance_steps

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Classifier"]


class Classifier(NamedTuple):
    """A two-layer network over both spans' vectors, their distance, and the mean of what stands between them.

    left, right (hidden, 2 × width), left_bias (hidden,), between (hidden, width), distance (18, hidden), score
    (classes, hidden), score_bias (classes,). The mean between two arguments is what tells their relation best after
    the arguments themselves (Eberts and Ulges 2020, who take the maximum).
    """

    left: NDArray[np.float32]
    left_bias: NDArray[np.float32]
    right: NDArray[np.float32]
    between: NDArray[np.float32]
    distance: NDArray[np.float32]
    score: NDArray[np.float32]
    score_bias: NDArray[np.float32]

    def classify(
        self, hidden: NDArray[np.float32], spans: NDArray[np.int64], pairs: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """The chance of each class for each pair (n, 2) of numbers of spans (m, 2), left and right: (n, classes)."""
        vectors = np.concatenate([hidden[spans[:, 0]], hidden[spans[:, 1] - 1]], -1)
        left, right = vectors @ self.left.T + self.left_bias, vectors @ self.right.T
        ends = spans[pairs[:, 0]], spans[pairs[:, 1]]
        joint = left[pairs[:, 0]] + right[pairs[:, 1]] + self.distance[distance_steps(*ends)]
        scores = (
            np.maximum(joint + _means_between(hidden @ self.between.T, *ends), 0.0) @ self.score.T + self.score_bias
        )
        odds = np.exp(scores - scores.max(-1, keepdims=True))
        result: NDArray[np.float32] = odds / odds.sum(-1, keepdims=True)
        return result


def _means_between(rows: NDArray[np.float32], left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float32]:
    """The mean of the rows between two spans (n, 2) each; zeros where nothing stands between."""
    start, end = np.minimum(left[:, 1], right[:, 1]), np.maximum(left[:, 0], right[:, 0])
    sums = np.concatenate([np.zeros((1, rows.shape[1])), rows.cumsum(0, dtype=np.float64)])
    end = np.maximum(start, end)
    means: NDArray[np.float32] = ((sums[end] - sums[start]) / np.maximum(end - start, 1)[:, None]).astype(np.float32)
    return means
