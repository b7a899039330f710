"""Which ratings stand, and what each cell of the matrix holds: who said what, and how far apart they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from averral.analysis.hypotheses.line import Line
from averral.analysis.hypotheses.scale import STEP
from averral.records.hypothesis import CellRating, Hypothesis, Mark, Matrix

__all__ = ["Cell", "find_standing", "list_strays", "make_cells"]


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """All that people say of one line in the light of one hypothesis.

    `state` tells rated from not applicable (nobody rated it, somebody said that it does not apply) and from unrated
    (nobody said anything). `agreed` is the one mark of all ratings and null where they differ: ratings are never
    averaged into a mark. `spread` is the distance in steps between the two that are furthest apart.
    """

    line: str
    hypothesis: str
    state: Literal["rated", "not_applicable", "unrated"]
    ratings: tuple[CellRating, ...] = ()
    agreed: Mark | None = None
    spread: int | None = None
    reasons: tuple[str, ...] = ()


def find_standing(matrix: Matrix) -> tuple[CellRating, ...]:
    """The ratings that count, in the order of item, hypothesis and rater.

    Of one rater and cell the latest that is not withdrawn; those of items or hypotheses that the matrix does not
    have are left out.
    """
    latest: dict[tuple[str, str, str], CellRating] = {}
    known = _Known(matrix)
    for rating in sorted(matrix.ratings, key=lambda rating: (rating.made, rating.id)):
        if rating.withdrawn is None and rating in known:
            latest[rating.evidence, rating.hypothesis, rating.rater] = rating
    return tuple(latest[key] for key in sorted(latest))


def list_strays(matrix: Matrix) -> tuple[int, ...]:
    """The ids of ratings whose item or hypothesis the matrix does not have; they count for nothing."""
    known = _Known(matrix)
    return tuple(sorted(rating.id for rating in matrix.ratings if rating not in known))


class _Known:
    """Whether the matrix has the item and the hypothesis of a rating."""

    def __init__(self, matrix: Matrix) -> None:
        self._items = {item.id for item in matrix.evidence}
        self._hypotheses = {hypothesis.id for hypothesis in matrix.hypotheses}

    def __contains__(self, rating: CellRating) -> bool:
        return rating.evidence in self._items and rating.hypothesis in self._hypotheses


def make_cells(
    lines: Sequence[Line], hypotheses: Sequence[Hypothesis], standing: Iterable[CellRating]
) -> tuple[Cell, ...]:
    """Every line with every hypothesis, line by line."""
    line_of = {item: line.id for line in lines for item in line.items}
    found: dict[tuple[str, str], list[CellRating]] = {}
    for rating in standing:
        found.setdefault((line_of[rating.evidence], rating.hypothesis), []).append(rating)
    ids = sorted(hypothesis.id for hypothesis in hypotheses)
    return tuple(_make_cell(line, name, found.get((line.id, name), ())) for line in lines for name in ids)


def _make_cell(line: Line, hypothesis: str, ratings: Sequence[CellRating]) -> Cell:
    places = [STEP[rating.mark] for rating in ratings if rating.mark in STEP]
    marks = {rating.mark for rating in ratings}
    return Cell(
        line=line.id,
        hypothesis=hypothesis,
        state="rated" if places else "not_applicable" if ratings else "unrated",
        ratings=tuple(ratings),
        agreed=next(iter(marks)) if len(marks) == 1 else None,
        spread=max(places) - min(places) if places else None,
        reasons=tuple(_tell_differences(ratings)) if len(marks) > 1 else (),
    )


def _tell_differences(ratings: Sequence[CellRating]) -> list[str]:
    """Who differs from whom, and who rates items of one origin differently."""
    by_rater: dict[str, dict[str, Mark]] = {}
    for rating in ratings:
        by_rater.setdefault(rating.rater, {})[rating.evidence] = rating.mark
    told = [
        f"{rater} rates items of this origin differently: {_list_marks(marks)}"
        for rater, marks in sorted(by_rater.items())
        if len(set(marks.values())) > 1
    ]
    if len({frozenset(marks.values()) for marks in by_rater.values()}) > 1:
        views = "; ".join(
            f"{rater} {', '.join(sorted(set(marks.values())))}" for rater, marks in sorted(by_rater.items())
        )
        told.append(f"the raters differ: {views}")
    return told


def _list_marks(marks: Mapping[str, Mark]) -> str:
    return ", ".join(f"{mark} for {item}" for item, mark in sorted(marks.items()))
