"""Weigh rival hypotheses against the evidence: a matrix in; scores, what they hang on and the reasons out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from averral.analysis.hypotheses.cell import Cell, find_standing, list_strays, make_cells
from averral.analysis.hypotheses.diagnosticity import find_diagnosticity
from averral.analysis.hypotheses.flip import find_flip
from averral.analysis.hypotheses.inconsistency import Order, order_hypotheses, score_inconsistency
from averral.analysis.hypotheses.likelihood import NONE_OF_THESE, average_shares, find_shares
from averral.analysis.hypotheses.line import Line, draw_lines
from averral.analysis.hypotheses.removal import leave_out
from averral.analysis.hypotheses.stability import Jitter, shake_ratings
from averral.analysis.hypotheses.vote import Vote, cast_votes
from averral.analysis.hypotheses.weighing import LineWeight, RaterScore, Standing, Weighing
from averral.errors import InputError
from averral.records.hypothesis import Matrix

__all__ = ["check_matrix", "weigh_hypotheses"]

JITTER = Jitter()


class _Scores(NamedTuple):
    """Both scores of all raters together, and of each alone."""

    order: Order
    inconsistency: Mapping[str, float]
    shares: Mapping[str, float]
    by_rater: Mapping[str, Mapping[str, float]]
    shares_by_rater: Mapping[str, Mapping[str, float]]


def weigh_hypotheses(matrix: Matrix, jitter: Jitter = JITTER) -> Weighing:
    """Analysis of competing hypotheses (Heuer 1999, ch. 8): seek what speaks against each, and count origins once.

    1. Items of one origin are one line of evidence. Items without a known origin are lines of their own.
    2. Of each rater and cell the latest rating that is not withdrawn counts. Suggestions of a program count for
       nothing. Unrated, not applicable and neutral are three different things: only the last is on the scale.
    3. Two scores stand side by side, and the order goes by the first: see `score_inconsistency` and `find_shares`.
    4. The order is tried: without each item, source and origin; with ratings shaken; with one or two ratings changed.

    The cost grows with the ratings. The order of anything in the matrix changes nothing.

    Raises:
        InputError: two hypotheses or two items of evidence have one id, or the jitter makes no sense.
    """
    check_matrix(matrix)
    standing = find_standing(matrix)
    lines = draw_lines(matrix.evidence)
    votes = cast_votes(lines, matrix.evidence, standing)
    cells = make_cells(lines, matrix.hypotheses, standing)
    every = [vote for found in votes.values() for vote in found]
    scores = _score(every, matrix)
    removals = leave_out(votes, matrix.evidence)
    return Weighing(
        standings=_make_standings(matrix, scores, cells),
        leaders=scores.order[0] if scores.order else (),
        none_of_these=scores.shares.get(NONE_OF_THESE),
        lines=_weigh_lines(lines, votes, cells),
        cells=cells,
        removals=removals,
        linchpins=tuple(found.id for found in removals if found.kind == "item" and found.changes_leader),
        stability=shake_ratings(every, jitter),
        flip=find_flip(every),
        ratings=len(standing),
        accepted=sum(rating.accepted for rating in standing),
        strays=list_strays(matrix),
        reasons=tuple(_tell_limits(matrix, lines, cells)),
    )


def check_matrix(matrix: Matrix) -> None:
    """Refuse a matrix in which an id names two things.

    Raises:
        InputError: two hypotheses or two items of evidence have one id.
    """
    for what, ids in (
        ("hypotheses", [hypothesis.id for hypothesis in matrix.hypotheses]),
        ("items of evidence", [item.id for item in matrix.evidence]),
        ("ratings", [rating.id for rating in matrix.ratings]),
    ):
        double = sorted(name for name, count in Counter(map(str, ids)).items() if count > 1)
        if double:
            raise InputError(f"two {what} have the id {double[0]}")


def _score(votes: Sequence[Vote], matrix: Matrix) -> _Scores:
    total = score_inconsistency(votes)
    own: dict[str, list[Vote]] = {}
    for vote in votes:
        own.setdefault(vote.rater, []).append(vote)
    shares = find_shares(votes, matrix.hypotheses)
    return _Scores(
        order_hypotheses(total),
        total,
        average_shares(shares),
        {rater: score_inconsistency(_undivide(found)) for rater, found in own.items()},
        shares,
    )


def _undivide(votes: Sequence[Vote]) -> Iterator[Vote]:
    """One rater's votes with the parts that they have where nobody else rates."""
    items = Counter((vote.line, vote.hypothesis) for vote in votes)
    for vote in votes:
        yield vote._replace(part=1 / items[vote.line, vote.hypothesis])


def _make_standings(matrix: Matrix, scores: _Scores, cells: Iterable[Cell]) -> tuple[Standing, ...]:
    states: Counter[tuple[str, str]] = Counter((cell.hypothesis, cell.state) for cell in cells)
    ranks, place = {}, 1
    for level in scores.order:
        ranks.update(dict.fromkeys(level, place))
        place += len(level)
    found = [
        _make_standing(hypothesis.id, ranks.get(hypothesis.id), scores, states) for hypothesis in matrix.hypotheses
    ]
    return tuple(sorted(found, key=lambda standing: (standing.rank is None, standing.rank or 0, standing.hypothesis)))


def _make_standing(name: str, rank: int | None, scores: _Scores, states: Counter[tuple[str, str]]) -> Standing:
    raters = tuple(
        RaterScore(
            rater=rater,
            inconsistency=scores.by_rater[rater].get(name),
            share=scores.shares_by_rater.get(rater, {}).get(name),
        )
        for rater in sorted(scores.by_rater)
    )
    shares = [own.share for own in raters if own.share is not None]
    rated, idle, unrated = (states[name, state] for state in ("rated", "not_applicable", "unrated"))
    return Standing(
        hypothesis=name,
        rank=rank,
        inconsistency=scores.inconsistency.get(name),
        share=scores.shares.get(name),
        low=min(shares, default=None),
        high=max(shares, default=None),
        raters=raters,
        rated=rated,
        not_applicable=idle,
        unrated=unrated,
        reasons=_tell_standing(scores.inconsistency.get(name), rated, unrated),
    )


def _tell_standing(score: float | None, rated: int, unrated: int) -> tuple[str, ...]:
    if score is None:
        return ("nobody has rated it, so it has no score",)
    told = f"weighted inconsistency {score:.2f} from {rated} line{'s' * (rated != 1)} of evidence"
    return (told, f"{unrated} more not rated under it") if unrated else (told,)


def _weigh_lines(
    lines: Iterable[Line], votes: Mapping[str, tuple[Vote, ...]], cells: Iterable[Cell]
) -> tuple[LineWeight, ...]:
    told: dict[str, list[str]] = {}
    for cell in cells:
        told.setdefault(cell.line, []).extend(f"{cell.hypothesis}: {reason}" for reason in cell.reasons)
    weights = [
        LineWeight(
            id=line.id,
            origin=line.origin,
            items=line.items,
            sources=line.sources,
            diagnosticity=find_diagnosticity(votes.get(line.id, ())),
            reasons=(*_tell_collapse(line), *told.get(line.id, ())),
        )
        for line in lines
    ]
    return tuple(
        sorted(weights, key=lambda weight: (weight.diagnosticity is None, -(weight.diagnosticity or 0), weight.id))
    )


def _tell_collapse(line: Line) -> Iterator[str]:
    if len(line.items) > 1:
        yield f"{len(line.items)} items have one origin and count once"


def _tell_limits(matrix: Matrix, lines: Sequence[Line], cells: Iterable[Cell]) -> Iterator[str]:
    """What a reader must know before trusting the order."""
    if len(matrix.hypotheses) < 2:
        yield "there are not two hypotheses to weigh against each other"
    if not lines:
        yield "there is no evidence"
    unrated = sum(cell.state == "unrated" for cell in cells)
    if unrated:
        yield f"cells that are unrated, which is not the same as neutral: {unrated}"
    unweighted = sum(item.credibility is None for item in matrix.evidence)
    if unweighted:
        yield f"items whose credibility nobody has judged, and which are not weighted by it: {unweighted}"
