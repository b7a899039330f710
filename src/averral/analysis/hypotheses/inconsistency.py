"""The first score: how much weighted evidence speaks against each hypothesis; the least negative leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum

from averral.analysis.hypotheses.scale import PENALTY
from averral.analysis.hypotheses.vote import Vote

__all__ = ["Order", "find_leaders", "order_hypotheses", "score_inconsistency"]

Order = tuple[tuple[str, ...], ...]
"""Hypotheses from the least to the most inconsistent; those that are level share a place."""

DIGITS = 9
"""Scores that agree in so many decimals are level: what is left is the rounding of square roots and thirds."""


def score_inconsistency(votes: Iterable[Vote]) -> dict[str, float]:
    """Σ weight · penalty over the lines of evidence, for each hypothesis that anybody rated (PARC ACH 2.0.5).

    The penalty is −2 for II, −1 for I, else 0; the weight is credibility × relevance. What counts of a line is the
    mean over its raters of the mean over the items that each rated: penalties are averaged, never places on the
    scale, so that CC beside II leaves half of the penalty of II and not a neutral cell (the fault of Open Synthesis).
    A hypothesis without a rating has no score: nothing speaks against it because nobody asked.
    """
    parts: dict[str, list[float]] = {}
    for vote in votes:
        parts.setdefault(vote.hypothesis, []).append(vote.part * vote.weight * PENALTY[vote.mark])
    return {hypothesis: fsum(found) for hypothesis, found in parts.items()}


def order_hypotheses(scores: Mapping[str, float]) -> Order:
    """The least negative first; hypotheses without a score have no place."""
    places: dict[float, list[str]] = {}
    for hypothesis in sorted(scores):
        places.setdefault(round(scores[hypothesis], DIGITS) + 0.0, []).append(hypothesis)
    return tuple(tuple(places[score]) for score in sorted(places, reverse=True))


def find_leaders(scores: Mapping[str, float]) -> tuple[str, ...]:
    """The hypotheses with the least negative score."""
    order = order_hypotheses(scores)
    return order[0] if order else ()
