"""What would change who leads: the smallest single re-rating that would, or else the smallest two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import msgspec

from averral.analysis.hypotheses.inconsistency import DIGITS, order_hypotheses, score_inconsistency
from averral.analysis.hypotheses.scale import PENALTY, RATINGS, STEP
from averral.analysis.hypotheses.vote import Vote
from averral.records.hypothesis import Mark

__all__ = ["Flip", "Rerating", "find_flip"]


class Rerating(msgspec.Struct, frozen=True, kw_only=True):
    """One rating that would be another."""

    evidence: str
    hypothesis: str
    rater: str
    old: Mark
    new: Mark


class Flip(msgspec.Struct, frozen=True, kw_only=True):
    """The re-ratings after which not the same hypotheses would lead, and how many steps on the scale they take."""

    reratings: tuple[Rerating, ...]
    steps: int
    reason: str


class _Option(NamedTuple):
    """A re-rating that helps a rival by `gain`: it costs the leader something, or spares the rival something."""

    steps: int
    gain: float
    vote: Vote
    new: Mark

    @property
    def rank(self) -> tuple[int, float, str, str, str, int]:
        vote = self.vote
        return self.steps, -round(self.gain, DIGITS), vote.item, vote.hypothesis, vote.rater, STEP[self.new]


_Shelf = Mapping[int, Sequence[_Option]]
"""For each number of steps the two options of different cells that gain most."""


def find_flip(votes: Iterable[Vote]) -> Flip | None:
    """One re-rating if one is enough, else two, of the fewest steps; null where not even two would do.

    Only ratings on the scale are moved; unrated cells stay so. A rival that draws level changes who leads. Of each
    hypothesis only the strongest options for each number of steps are tried, so the cost grows with the ratings.
    """
    by_hypothesis: dict[str, list[Vote]] = {}
    for vote in votes:
        by_hypothesis.setdefault(vote.hypothesis, []).append(vote)
    scores = {name: score_inconsistency(found)[name] for name, found in by_hypothesis.items()}
    order = order_hypotheses(scores)
    rivals = [name for place in order for name in place][1:]
    if not rivals:
        return None
    if len(order[0]) > 1:
        return _make_flip((min(_iter_ties(by_hypothesis, order[0]), key=lambda option: option.rank),))
    leader = order[0][0]
    worse = _shelve(_iter_options(by_hypothesis[leader], lead=True))
    better = {name: _shelve(_iter_options(by_hypothesis[name], lead=False)) for name in rivals}
    gaps = {name: scores[leader] - scores[name] for name in rivals}
    for find in (_iter_single, _iter_pairs):
        found: list[tuple[_Option, ...]] = [done for name in rivals for done in find(worse, better[name], gaps[name])]
        if found:
            return _make_flip(min(found, key=_rank))
    return None


def _iter_ties(votes: Mapping[str, Sequence[Vote]], leaders: Iterable[str]) -> Iterator[_Option]:
    """Among hypotheses that are level, anything that moves one of them; each rating can be moved one way at least."""
    for name in leaders:
        yield from _iter_options(votes[name], lead=True)
        yield from _iter_options(votes[name], lead=False)


def _iter_options(votes: Iterable[Vote], *, lead: bool) -> Iterator[_Option]:
    """Every mark that costs a leader more, or a rival less, than the one it has."""
    for vote in votes:
        for new in RATINGS:
            change = vote.part * vote.weight * (PENALTY[new] - PENALTY[vote.mark])
            gain = -change if lead else change
            if gain > 0:
                yield _Option(abs(STEP[new] - STEP[vote.mark]), gain, vote, new)


def _shelve(options: Iterable[_Option]) -> _Shelf:
    shelf: dict[int, list[_Option]] = {}
    for option in sorted(options, key=lambda option: option.rank):
        kept = shelf.setdefault(option.steps, [])
        if len(kept) < 2:
            kept.append(option)
    return shelf


def _iter_single(worse: _Shelf, better: _Shelf, gap: float) -> Iterator[tuple[_Option, ...]]:
    for shelf in (worse, better):
        for options in shelf.values():
            if _is_enough(options[:1], gap):
                yield tuple(options[:1])


def _iter_pairs(worse: _Shelf, better: _Shelf, gap: float) -> Iterator[tuple[_Option, ...]]:
    options = [option for shelf in (worse, better) for kept in shelf.values() for option in kept]
    for one, two in product(options, options):
        if one.rank < two.rank and _cell(one) != _cell(two) and _is_enough((one, two), gap):
            yield one, two


def _cell(option: _Option) -> tuple[str, str, str]:
    return option.vote.item, option.vote.hypothesis, option.vote.rater


def _is_enough(options: Sequence[_Option], gap: float) -> bool:
    return round(sum(option.gain for option in options) - gap, DIGITS) >= 0


def _rank(options: Sequence[_Option]) -> tuple[int, tuple[tuple[int, float, str, str, str, int], ...]]:
    return sum(option.steps for option in options), tuple(option.rank for option in options)


def _make_flip(options: Sequence[_Option]) -> Flip:
    reratings = tuple(
        Rerating(
            evidence=vote.item, hypothesis=vote.hypothesis, rater=vote.rater, old=vote.mark, new=option.new
        )
        for option in options
        for vote in (option.vote,)
    )  # fmt: skip
    told = " and ".join(
        f"{r.new} in place of {r.old} for {r.evidence} under {r.hypothesis} ({r.rater})" for r in reratings
    )
    return Flip(
        reratings=reratings,
        steps=sum(option.steps for option in options),
        reason=f"with {told}, not the same hypotheses would lead",
    )
