"""How well sources foretell: Brier score and calibration, with the base rate beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum
from typing import NamedTuple

import msgspec

from averral.analysis.forecasts.ledger import find_resolutions
from averral.records.forecast import Forecast, Resolution

__all__ = ["Bin", "Score", "score_forecasts"]

BINS = 10
"""Bins of calibration: 0 to 10 percent, 10 to 20, …; a share on a border is in the upper one, 1 in the last."""
_DIGITS = 9


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """Scored forecasts with a share from `low` up to `high`: what was said on average, and how often it happened."""

    low: float
    high: float
    number: int
    said: float
    happened: float


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """The record of one source, or of all together where `all_sources` is set.

    `brier` is the mean of (p − o)² over the `scored` forecasts, those with a number whose outcome a person found
    (Brier 1950): 0 is best, 1 worst; null where there are none. `base_rate` is the share of them that happened, and
    `base_brier` the score of always saying it, base_rate · (1 − base_rate): a source that scores no lower foretold no
    better than the average would have. Few forecasts say little: the number stands beside. `unnumbered` forecasts
    were resolved but had no number, `untold` are resolved as "cannot be told", `unresolved` nobody has looked at yet.
    """

    source: str | None
    name: str | None
    all_sources: bool = False
    scored: int
    brier: float | None
    base_rate: float | None
    base_brier: float | None
    bins: tuple[Bin, ...]
    unnumbered: int
    untold: int
    unresolved: int


class _Case(NamedTuple):
    said: float
    happened: float


def score_forecasts(forecasts: Iterable[Forecast], resolutions: Iterable[Resolution]) -> tuple[Score, ...]:
    """The score of all sources together, then of each known one in the order of its key.

    Only predictions count; intentions are a matter of keeping one's word. Forecasts of unknown sources count for all
    together only. A range or a word of likelihood has no number: its middle would be ours and not the source's.
    """
    standing = find_resolutions(resolutions)
    groups: dict[str, list[Forecast]] = {}
    found = {forecast.id: forecast for forecast in sorted(forecasts, key=repr) if forecast.kind == "prediction"}
    for forecast in found.values():
        if forecast.source is not None:
            groups.setdefault(forecast.source, []).append(forecast)
    everything = _score(tuple(found.values()), standing, None)
    return (everything, *(_score(groups[source], standing, source) for source in sorted(groups)))


def _score(forecasts: Sequence[Forecast], standing: dict[str, Resolution], source: str | None) -> Score:
    outcomes = [(forecast, standing[forecast.id].outcome) for forecast in forecasts if forecast.id in standing]
    cases = [
        _Case(forecast.chance.number, float(outcome == "happened"))
        for forecast, outcome in outcomes
        if outcome != "cannot_be_told" and forecast.chance and forecast.chance.number is not None
    ]
    told = sum(outcome != "cannot_be_told" for _, outcome in outcomes)
    rate = fsum(case.happened for case in cases) / len(cases) if cases else None
    return Score(
        source=source,
        name=_choose_name(forecasts) if source is not None else None,
        all_sources=source is None,
        scored=len(cases),
        brier=fsum((case.said - case.happened) ** 2 for case in cases) / len(cases) if cases else None,
        base_rate=rate,
        base_brier=None if rate is None else rate * (1 - rate),
        bins=_fill_bins(cases),
        unnumbered=told - len(cases),
        untold=len(outcomes) - told,
        unresolved=len(forecasts) - len(outcomes),
    )


def _choose_name(forecasts: Iterable[Forecast]) -> str | None:
    """The commonest name that documents give the source; of two the first in the alphabet."""
    names = Counter(forecast.name for forecast in forecasts if forecast.name)
    return min(names, key=lambda name: (-names[name], name)) if names else None


def _fill_bins(cases: Iterable[_Case]) -> tuple[Bin, ...]:
    """The bins that hold something."""
    bins: dict[int, list[_Case]] = {}
    for case in cases:
        bins.setdefault(min(int(round(case.said * BINS, _DIGITS)), BINS - 1), []).append(case)
    return tuple(
        Bin(
            low=number / BINS,
            high=(number + 1) / BINS,
            number=len(bins[number]),
            said=fsum(case.said for case in bins[number]) / len(bins[number]),
            happened=fsum(case.happened for case in bins[number]) / len(bins[number]),
        )
        for number in sorted(bins)
    )
