"""Ratings as votes: each with the part that it has in the score of its hypothesis, so that an origin counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from averral.analysis.hypotheses.line import Line
from averral.analysis.hypotheses.scale import STEP, find_reliability, weigh_item
from averral.records.hypothesis import CellRating, Evidence, Mark

__all__ = ["Vote", "cast_votes", "without"]


class Vote(NamedTuple):
    """One rating on the scale. `part` is its share in its line's cell; `weight` and `reliability` are its item's.

    In each cell the items of a rater have equal parts of that rater's say, and the raters equal parts of the cell: the
    cell of a line counts once, however many copies its origin has and however many people rated it.
    """

    line: str
    item: str
    hypothesis: str
    rater: str
    mark: Mark
    weight: float
    reliability: float | None
    part: float = 1.0


def cast_votes(
    lines: Iterable[Line], evidence: Iterable[Evidence], standing: Iterable[CellRating]
) -> dict[str, tuple[Vote, ...]]:
    """The votes of each line; those that say "not applicable" are none."""
    line_of = {item: line.id for line in lines for item in line.items}
    items = {item.id: item for item in evidence}
    votes: dict[str, list[Vote]] = {}
    for rating in standing:
        if rating.mark in STEP:
            vote = _cast(rating, items[rating.evidence], line_of[rating.evidence])
            votes.setdefault(vote.line, []).append(vote)
    return {name: _share_out(found) for name, found in votes.items()}


def without(votes: Iterable[Vote], items: frozenset[str] | Mapping[str, object]) -> tuple[Vote, ...]:
    """The votes of one line after some of its items are taken out."""
    return _share_out([vote for vote in votes if vote.item not in items])


def _cast(rating: CellRating, item: Evidence, line: str) -> Vote:
    return Vote(
        line, item.id, rating.hypothesis, rating.rater, rating.mark, weigh_item(item), find_reliability(item)
    )  # fmt: skip


def _share_out(votes: Sequence[Vote]) -> tuple[Vote, ...]:
    items = Counter((vote.hypothesis, vote.rater) for vote in votes)
    raters = Counter(hypothesis for hypothesis, _ in items)
    return tuple(
        vote._replace(part=1 / (items[vote.hypothesis, vote.rater] * raters[vote.hypothesis])) for vote in votes
    )
