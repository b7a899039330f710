"""How much a line of evidence helps to tell the hypotheses apart."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum

from averral.analysis.hypotheses.scale import STEP
from averral.analysis.hypotheses.vote import Vote

__all__ = ["find_diagnosticity"]


def find_diagnosticity(votes: Iterable[Vote]) -> float | None:
    """The spread of a line's ratings over the hypotheses: 0 where it says the same of all, 4 from CC to II.

    For one rater and one item it is the distance in steps between the hypothesis that the item fits best and the one
    that it fits worst; of several items of one origin, and then of several raters, the mean counts. Evidence against
    everything has no spread and tells nothing apart (Heuer 1999, ch. 8; Burton's open-source ACH ranks it first).
    Spreads are averaged and not ratings, so that two raters who hold opposite views do not cancel out. Null where
    nobody has rated the item under two hypotheses.
    """
    places: dict[tuple[str, str], list[int]] = {}
    for vote in votes:
        places.setdefault((vote.rater, vote.item), []).append(STEP[vote.mark])
    spreads: dict[str, list[int]] = {}
    for (rater, _), found in places.items():
        if len(found) > 1:
            spreads.setdefault(rater, []).append(max(found) - min(found))
    means = [fsum(found) / len(found) for found in spreads.values()]
    return fsum(means) / len(means) if means else None
