"""A matrix of hypotheses on a page: hypotheses in rows, lines of evidence in columns, who rated what beside."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from averral.analysis.hypotheses import Cell, Standing, Weighing
from averral.records.hypothesis import Evidence, Hypothesis, Matrix

__all__ = ["Column", "MatrixRow", "MatrixView", "make_matrix_view"]


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A line of evidence: one origin, or one item that a person typed; its items in words."""

    number: int
    items: tuple[Evidence, ...]
    diagnosticity: float | None
    reasons: tuple[str, ...]


class MatrixRow(msgspec.Struct, frozen=True, kw_only=True):
    """A hypothesis with its standing, and its cells in the order of the columns."""

    hypothesis: Hypothesis
    standing: Standing
    cells: tuple[Cell, ...]


class MatrixView(msgspec.Struct, frozen=True, kw_only=True):
    """One question's matrix; `weighing` has what the order hangs on."""

    question: str
    title: str
    rows: tuple[MatrixRow, ...]
    columns: tuple[Column, ...]
    weighing: Weighing


def make_matrix_view(question: str, title: str, matrix: Matrix, weighing: Weighing) -> MatrixView:
    """Lay a matrix out: the leading hypothesis first, evidence that tells hypotheses apart first."""
    items = {item.id: item for item in matrix.evidence}
    lines = sorted(weighing.lines, key=lambda line: (-(line.diagnosticity or 0.0), line.id))
    cells = {(cell.line, cell.hypothesis): cell for cell in weighing.cells}
    rows = {row.id: row for row in matrix.hypotheses}
    standings = sorted(weighing.standings, key=lambda one: (one.rank is None, one.rank or 0, one.hypothesis))
    return MatrixView(
        question=question,
        title=title,
        rows=tuple(_make_row(rows[one.hypothesis], one, [line.id for line in lines], cells) for one in standings),
        columns=tuple(
            Column(
                number=number,
                items=tuple(items[name] for name in line.items if name in items),
                diagnosticity=line.diagnosticity,
                reasons=line.reasons,
            )
            for number, line in enumerate(lines, start=1)
        ),
        weighing=weighing,
    )


def _make_row(
    hypothesis: Hypothesis, standing: Standing, lines: list[str], cells: Mapping[tuple[str, str], Cell]
) -> MatrixRow:
    found = (cells.get((line, hypothesis.id)) for line in lines)
    return MatrixRow(hypothesis=hypothesis, standing=standing, cells=tuple(cell for cell in found if cell is not None))
