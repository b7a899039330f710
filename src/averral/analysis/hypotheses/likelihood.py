"""The second score: an illustrative likelihood view, in which the hypotheses and "none of these" share 1 among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, fsum, log
from typing import Final

from averral.analysis.hypotheses.scale import LIKELIHOOD
from averral.analysis.hypotheses.vote import Vote
from averral.records.hypothesis import Hypothesis

__all__ = ["NONE_OF_THESE", "average_shares", "find_shares"]

NONE_OF_THESE: Final = "none-of-these"
"""Stands for "none of these" where no hypothesis does; every item is neutral to it."""
_ROOM = 1e-9


def find_shares(votes: Sequence[Vote], hypotheses: Sequence[Hypothesis]) -> dict[str, dict[str, float]]:
    """For each rater the share of each hypothesis: log P(H) + Σ log(ρL + 1 − ρ), normalised to sum to 1.

    L is 4, 2, 1, ½, ¼ for CC, C, N, I, II and ρ the reliability of the item, so that an item that nobody can rely on
    says nothing (after Schum's discounting of testimony; the numbers are illustrative). Σ goes over lines of
    evidence: of several items of one origin the mean of the logarithms counts. Items without a ρ, cells that the rater
    left unrated and those that do not apply add nothing. Hypotheses that nobody rated take no part, apart from
    "none of these", which takes part even where nobody wrote it down.
    """
    rated = [vote for vote in votes if vote.reliability is not None]
    priors = _find_priors({vote.hypothesis for vote in rated}, hypotheses)
    by_rater: dict[str, list[Vote]] = {}
    for vote in rated:
        by_rater.setdefault(vote.rater, []).append(vote)
    return {rater: _share_out(by_rater[rater], priors) for rater in sorted(by_rater)}


def average_shares(shares: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The mean over the raters, each of whose shares sum to 1.

    Normalising and averaging judgements cut the error of analysts by 61 % (Mandel, Karvetski and Dhami 2018,
    "Boosting intelligence analysts' judgment accuracy", Judgment and Decision Making 13 (6)).
    """
    names = {name for own in shares.values() for name in own}
    return {name: fsum(own[name] for own in shares.values()) / len(shares) for name in sorted(names)}


def _find_priors(rated: set[str], hypotheses: Sequence[Hypothesis]) -> dict[str, float]:
    """Those that people gave where every hypothesis has one, else equal ones.

    Where no hypothesis says "none of these", it has what the given ones leave of 1, and an equal part where they
    leave nothing.
    """
    taking = [h for h in hypotheses if h.id in rated or h.kind == "none_of_these"]
    given = {h.id: h.prior for h in hypotheses if h.prior is not None}
    priors = {h.id: given[h.id] if len(given) == len(hypotheses) else 1.0 for h in taking}
    if not any(h.kind == "none_of_these" for h in hypotheses):
        rest = 1 - fsum(given.values()) if len(given) == len(hypotheses) else 0.0
        equal = fsum(priors.values()) / len(priors) if priors else 1.0
        priors[NONE_OF_THESE] = rest if rest > _ROOM else equal
    return priors


def _share_out(votes: Iterable[Vote], priors: Mapping[str, float]) -> dict[str, float]:
    logs: dict[tuple[str, str], list[float]] = {}
    for vote in votes:
        rho = vote.reliability or 0.0
        logs.setdefault((vote.hypothesis, vote.line), []).append(log(rho * LIKELIHOOD[vote.mark] + 1 - rho))
    sums = {name: [log(prior)] for name, prior in priors.items()}
    for (hypothesis, _), found in logs.items():
        sums[hypothesis].append(fsum(found) / len(found))
    heights = {name: fsum(found) for name, found in sums.items()}
    top = max(heights.values())
    parts = {name: exp(height - top) for name, height in heights.items()}
    whole = fsum(parts.values())
    return {name: part / whole for name, part in parts.items()}
