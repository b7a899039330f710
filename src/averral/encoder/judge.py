"""The head that says what somebody's words make of an actor: a linear model whose parts are summed where they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Judge"]


class Judge(NamedTuple):
    """Multinomial logistic regression over the means of three stretches' vectors, and flags.

    cue, content, actor (classes, width), flags (classes, flags), bias (classes,). Its scores are sums, so that those of
    words and of actors are worked out once each, where their vectors are at hand, and added up pair by pair later.
    """

    cue: NDArray[np.float32]
    content: NDArray[np.float32]
    actor: NDArray[np.float32]
    flags: NDArray[np.float32]
    bias: NDArray[np.float32]

    def chances(self, said: NDArray[np.float32], actor: NDArray[np.float32], flags: NDArray[np.float32]) -> list[float]:
        """The chance of each class: `said` and `actor` (classes,) are scores, `flags` (flags,) what holds of a pair."""
        scores = said + actor + self.flags @ flags + self.bias
        odds = np.exp(scores - scores.max())
        return [float(chance) for chance in odds / odds.sum()]
