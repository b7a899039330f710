"""The numbers behind ratings: steps, penalties, weights and likelihoods, each with its source."""

from __future__ import annotations

from math import sqrt
from typing import Final

from averral.records.hypothesis import Evidence, Level, Mark

__all__ = ["LIKELIHOOD", "PENALTY", "RATINGS", "RELIABILITY", "STEP", "find_reliability", "weigh_item"]

RATINGS: Final[tuple[Mark, ...]] = ("CC", "C", "N", "I", "II")
"""The scale from end to end; `not_applicable` is no place on it."""
STEP: Final[dict[Mark, int]] = {mark: place for place, mark in enumerate(RATINGS)}
"""Places on the scale, for distances between ratings only: places are never averaged and turned back into a rating."""
PENALTY: Final[dict[Mark, float]] = {"CC": 0.0, "C": 0.0, "N": 0.0, "I": -1.0, "II": -2.0}
"""PARC's inconsistency score (Palo Alto Research Center, ACH 2.0.5, 2010): consistency proves nothing and counts 0."""
LIKELIHOOD: Final[dict[Mark, float]] = {"CC": 4.0, "C": 2.0, "N": 1.0, "I": 0.5, "II": 0.25}
"""How much likelier the evidence is under the hypothesis than in general. Illustrative: powers of two, our choice."""
RELIABILITY: Final[dict[Level, float]] = {"low": 0.25, "medium": 0.5, "high": 0.75}
"""ρ for a credibility, where a person gave no share. Illustrative: three even steps inside 0 to 1, our choice."""

_EXPONENT: Final[dict[Level | None, int]] = {"low": -1, "medium": 0, "high": 1, None: 0}
_WEIGHT: Final[dict[int, float]] = {-2: 0.5, -1: sqrt(0.5), 0: 1.0, 1: sqrt(2), 2: 2.0}


def weigh_item(item: Evidence) -> float:
    """Credibility times relevance, each 1/√2 where low, 1 where medium, √2 where high (PARC ACH 2.0.5).

    What nobody has judged is not weighted: its factor is 1.
    """
    return _WEIGHT[_EXPONENT[item.credibility] + _EXPONENT[item.relevance]]


def find_reliability(item: Evidence) -> float | None:
    """ρ, the reliability: the share that a person gave, else that of the credibility; null where neither is set."""
    if item.reliability is not None:
        return item.reliability
    return None if item.credibility is None else RELIABILITY[item.credibility]
