"""How often the leader stays when every rating is shaken a little: the same draws every time."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import msgspec

from averral.analysis.hypotheses.inconsistency import find_leaders, score_inconsistency
from averral.analysis.hypotheses.scale import PENALTY, RATINGS, STEP
from averral.analysis.hypotheses.vote import Vote
from averral.errors import InputError

__all__ = ["Jitter", "Stability", "shake_ratings"]


class Jitter(msgspec.Struct, frozen=True, kw_only=True):
    """How ratings are shaken: so many draws, and the chance that a rating moves one step, half of it either way.

    The numbers are ours: one rating in five is one step off in each draw.
    """

    draws: int = 500
    chance: float = 0.2
    seed: int = 5


class Stability(msgspec.Struct, frozen=True, kw_only=True):
    """The share of draws in which the leader stays, that is, nobody leads who does not lead now."""

    stays: float
    jitter: Jitter
    reason: str


def shake_ratings(votes: Sequence[Vote], jitter: Jitter) -> Stability | None:
    """Score draws in which each rating moves one step up or down the scale by chance; null where nothing is rated.

    A rating at an end of the scale that would move off it stays. Votes are drawn in the order of item, hypothesis and
    rater, so the same matrix gives the same draws in any order of its parts; the cost is draws times ratings.

    Raises:
        InputError: no draws, or a chance that is none.
    """
    if jitter.draws < 1 or not 0 <= jitter.chance <= 1:
        raise InputError("jitter needs at least one draw, and a chance from 0 to 1")
    ordered = sorted(votes, key=lambda vote: (vote.item, vote.hypothesis, vote.rater))
    if not ordered:
        return None
    leaders, draw = set(find_leaders(score_inconsistency(ordered))), Random(jitter.seed).random  # noqa: S311
    parts, half = [(vote.hypothesis, _list_parts(vote)) for vote in ordered], jitter.chance / 2
    stays = 0
    for _ in range(jitter.draws):
        scores = dict.fromkeys((part[0] for part in parts), 0.0)
        for hypothesis, (better, same, worse) in parts:
            chance = draw()
            scores[hypothesis] += worse if chance < half else better if chance < jitter.chance else same
        stays += leaders.issuperset(find_leaders(scores))
    told = f"in {stays} of {jitter.draws} draws nobody else leads"
    reason = f"{told}; each rating moved one step with a chance of {jitter.chance:.0%}"
    return Stability(stays=stays / jitter.draws, jitter=jitter, reason=reason)


def _list_parts(vote: Vote) -> tuple[float, float, float]:
    """What the vote adds to its score one step towards CC, where it stands, and one step towards II."""
    place, last = STEP[vote.mark], len(RATINGS) - 1
    better, same, worse = (PENALTY[RATINGS[n]] for n in (max(place - 1, 0), place, min(place + 1, last)))
    scale = vote.part * vote.weight
    return scale * better, scale * same, scale * worse
