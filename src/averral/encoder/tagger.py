"""The head that labels word pieces, and so finds spans."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["PieceSpan", "Tagger", "decode_spans"]

BLOCK = 64
"""Rows that are looked at together on the way back to a sure one."""


class PieceSpan(NamedTuple):
    """Pieces `start` to `end` with one label, and the mean probability of that label over them."""

    start: int
    end: int
    label: str
    score: float


class Tagger(NamedTuple):
    """A linear layer: weight (labels, width), bias (labels,), and what the labels are called."""

    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    labels: tuple[str, ...]

    def scores(self, hidden: NDArray[np.float32]) -> NDArray[np.float32]:
        """The layer's plain output (n, labels × groups)."""
        result: NDArray[np.float32] = hidden @ self.weight.T + self.bias
        return result

    def log_probabilities(self, hidden: NDArray[np.float32], groups: int = 1) -> NDArray[np.float32]:
        """Hidden (n, width) → (n, groups, labels): every group of labels is a tagging of its own."""
        logits = self.scores(hidden).reshape(len(hidden), groups, len(self.labels))
        logits -= logits.max(-1, keepdims=True)
        result: NDArray[np.float32] = logits - np.log(np.exp(logits).sum(-1, keepdims=True))
        return result


def decode_spans(log_probabilities: NDArray[np.float32], labels: tuple[str, ...]) -> list[PieceSpan]:
    """The likeliest well-formed B-/I- tagging of (n, labels), by dynamic programming, as spans.

    The labels are "O", then "B-x", "I-x" for every x. An I-x may only follow B-x or I-x.
    """
    kinds = [label[2:] for label in labels[1::2]]
    path = _best_path(log_probabilities, len(kinds))
    chances = np.exp(log_probabilities[np.arange(len(path)), path])
    best = path.tolist()
    spans = []
    for start in np.flatnonzero(path % 2 == 1).tolist():
        label, end = best[start], start + 1
        while end < len(best) and best[end] == label + 1:
            end += 1
        score = np.add.reduce(chances[start:end]) / np.float32(end - start)
        spans.append(PieceSpan(start, end, kinds[label // 2], float(score)))
    return spans


def _best_path(log_probabilities: NDArray[np.float32], kinds: int) -> NDArray[np.int64]:
    """Viterbi over O, B-x, I-x.

    Only I- labels constrain their past, so a run between two sure "O" is solved on its own, and most of a text needs
    no work.
    """
    count = len(log_probabilities)
    greedy: NDArray[np.int64] = log_probabilities.argmax(-1)
    inside = (greedy > 0) & (greedy % 2 == 0)
    broken = inside.copy()
    broken[1:] &= (greedy[:-1] != greedy[1:]) & (greedy[:-1] != greedy[1:] - 1)
    if not broken.any():
        return greedy
    marked = np.concatenate([[False], greedy > 0, [False]])
    runs = np.flatnonzero(marked[1:] != marked[:-1])
    hit = np.unique(np.searchsorted(runs[::2], np.flatnonzero(broken), side="right") - 1)
    for start, end in runs.reshape(-1, 2)[hit].tolist():
        low, path = _solve(log_probabilities, greedy, kinds, (start, min(count, end + 1)))
        greedy[low : low + len(path)] = path
    return greedy


def _solve(
    rows: NDArray[np.float32], greedy: NDArray[np.int64], kinds: int, run: tuple[int, int]
) -> tuple[int, NDArray[np.int64]]:
    """The best path from some label before the run to its end.

    A path that also differs further left pays at least the margin of the label there, and can save no more than what
    the labels from there on cost; so it is enough to begin behind the nearest label whose margin is that large, if it
    is its row's best and asks nothing of the rows before it.
    """
    low, high = max(0, run[0] - 1), run[1]
    path = _viterbi(rows[low:high], kinds, int(greedy[low - 1]) if low else 0)
    part = rows[low:high]
    cost = float((part.max(-1) - part[np.arange(len(part)), path]).sum())
    start = _behind_margin(rows, greedy, low, cost)
    if start == low:
        return low, path
    return start, _viterbi(rows[start:high], kinds, int(greedy[start - 1]) if start else 0)


def _behind_margin(rows: NDArray[np.float32], labels: NDArray[np.int64], low: int, cost: float) -> int:
    """The place behind the last row before `low` whose label, O or B-x, leads by all that the labels after it cost.

    `cost` is that of the rows from `low` on; 0 where no row leads by as much.
    """
    while low > 0:
        first = max(0, low - BLOCK)
        best = np.partition(rows[first:low], -2, axis=-1)[:, -2:]
        chosen = labels[first:low]
        paid = best[:, 1] - rows[np.arange(first, low), chosen]
        costs = cost + np.cumsum(np.append(paid[1:], 0.0)[::-1])[::-1]
        free = (chosen == 0) | (chosen % 2 == 1)
        sure = np.flatnonzero(free & (paid == 0) & (best[:, 1] - best[:, 0] >= costs))
        if len(sure):
            return first + int(sure[-1]) + 1
        cost, low = float(costs[0] + paid[0]), first
    return 0


@cache
def _allowed(kinds: int) -> NDArray[np.float32]:
    """(labels, labels): what each label costs behind each other one, with a row for the later one."""
    allowed = np.zeros((1 + 2 * kinds, 1 + 2 * kinds), np.float32)
    for kind in range(kinds):
        inside = 2 + 2 * kind
        allowed[inside] = -1e4
        allowed[inside, inside - 1 : inside + 1] = 0.0
    allowed.flags.writeable = False
    return allowed


def _viterbi(rows: NDArray[np.float32], kinds: int, before: int) -> NDArray[np.int64]:
    count, width = rows.shape
    allowed = _allowed(kinds)
    score = rows[0] + allowed[:, before]
    back = np.zeros((count, width), np.int64)
    paths = np.empty_like(allowed)
    for i in range(1, count):
        np.add(score, allowed, out=paths)
        paths.argmax(1, out=back[i])
        np.maximum.reduce(paths, axis=1, out=score)
        score += rows[i]
    best = [int(score.argmax())]
    for row in back[:0:-1].tolist():
        best.append(row[best[-1]])
    return np.array(best[::-1], np.int64)
