"""The matrix as a table: first a row for each hypothesis, then one for each item of evidence and rater.

Columns are the fields of `FIELDS`, then one for each hypothesis, headed by its id. A cell there is CC, C, N, I, II,
`n/a` (not applicable) or empty (unrated). Claims are separated by spaces, as their keys have none. Of a
rater's ratings of one cell the table has the one that counts; when it was made and why is in the JSON form only.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

import msgspec

from averral.analysis.hypotheses.cell import find_standing
from averral.analysis.hypotheses.cell_text import guard_cell, unguard_cell
from averral.analysis.hypotheses.weigh import check_matrix
from averral.errors import InputError
from averral.records.hypothesis import MARKS, CellRating, Evidence, Hypothesis, Mark, Matrix

__all__ = ["FIELDS", "read_matrix_csv", "write_matrix_csv"]

_OWN: Final = {
    "hypothesis": ("id", "text", "kind", "actor", "claims", "denials", "prior"),
    "evidence": (
        "id", "text", "kind", "origin", "source", "credibility", "relevance", "reliability", "claims"
    ),
}  # fmt: skip
FIELDS: Final = (
    "record", "id", "text", "kind", "actor", "origin", "source", "credibility", "relevance", "reliability", "prior",
    "claims", "denials", "rater",
)  # fmt: skip
_LISTS: Final = frozenset({"claims", "denials"})
_NUMBERS: Final = frozenset({"prior", "reliability"})
_IDLE: Final = "n/a"
_Row = TypeVar("_Row", Hypothesis, Evidence)


def write_matrix_csv(matrix: Matrix) -> str:
    """The table as CSV (RFC 4180), safe to open in a spreadsheet program: see `guard_cell`.

    Raises:
        InputError: an id names two things, or a hypothesis is called like one of the fields.
    """
    check_matrix(matrix)
    names = [hypothesis.id for hypothesis in matrix.hypotheses]
    _check_columns(names)
    out = io.StringIO()
    writer = csv.DictWriter(out, (*FIELDS, *names), restval="", lineterminator="\r\n")
    for row in ({name: name for name in (*FIELDS, *names)}, *_iter_rows(matrix)):
        writer.writerow({name: guard_cell(cell) for name, cell in row.items()})
    return out.getvalue()


def _iter_rows(matrix: Matrix) -> Iterator[dict[str, str]]:
    for hypothesis in matrix.hypotheses:
        yield _write_record("hypothesis", hypothesis)
    marks: dict[str, dict[str, dict[str, str]]] = {}
    for rating in find_standing(matrix):
        mark = _IDLE if rating.mark == "not_applicable" else rating.mark
        marks.setdefault(rating.evidence, {}).setdefault(rating.rater, {})[rating.hypothesis] = mark
    for item in matrix.evidence:
        row = _write_record("evidence", item)
        for rater, cells in marks.get(item.id, {"": {}}).items():
            yield {**row, "rater": rater, **cells}


def _write_record(kind: str, record: Hypothesis | Evidence) -> dict[str, str]:
    return {"record": kind, **{name: _write_field(getattr(record, name)) for name in _OWN[kind]}}


def _write_field(value: Any) -> str:
    if value is None:
        return ""
    return " ".join(value) if isinstance(value, tuple) else str(value)


def read_matrix_csv(text: str, *, made: str) -> Matrix:
    """A matrix out of such a table; its ratings are numbered in the order of the rows, and were made at `made`.

    Columns may stand in any order, and those that a person has no use for may be missing; `record` and `id` may not.

    Raises:
        InputError: what is no such table; the message has the line.
    """
    table = _iter_table(text)
    _, head = next(table, (1, []))
    names = _read_head(head)
    found = _Found(names)
    for line, cells in table:
        if any(cells):
            if len(cells) > len(head):
                raise InputError(f"line {line}: there are more cells than columns")
            found.read_row(line, dict(zip(head, cells, strict=False)), made)
    missing = [name for name in names if name not in found.hypotheses]
    if missing:
        raise InputError(f"line 1: the column {missing[0]} is of no hypothesis that has a row")
    return Matrix(
        hypotheses=tuple(found.hypotheses.values()),
        evidence=tuple(found.evidence.values()),
        ratings=tuple(found.ratings),
    )


def _iter_table(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows, each with the line on which it begins."""
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    line = 1
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise InputError(f"line {line}: {error}") from error
        if row is None:
            return
        yield line, [unguard_cell(cell) for cell in row]
        line = rows.line_num + 1


def _read_head(head: Sequence[str]) -> list[str]:
    for name in ("record", "id"):
        if name not in head:
            raise InputError(f"line 1: there is no column {name}")
    if len(set(head)) < len(head):
        raise InputError("line 1: two columns have one name")
    return [name for name in head if name not in FIELDS]


def _check_columns(names: Iterable[str]) -> None:
    for name in names:
        if name in FIELDS or not name:
            raise InputError(f"no hypothesis can have the id “{name}” in a table: it is a field's")


class _Found:
    """What has been read of a table so far."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._rows: set[tuple[str, str]] = set()
        self.hypotheses: dict[str, Hypothesis] = {}
        self.evidence: dict[str, Evidence] = {}
        self.ratings: list[CellRating] = []

    def read_row(self, line: int, row: Mapping[str, str], made: str) -> None:
        kind = row.get("record", "")
        if kind not in _OWN or not row.get("id"):
            raise InputError(f"line {line}: a row needs an id, and a record that is “hypothesis” or “evidence”")
        fields = {name: _read_field(line, name, row[name]) for name in _OWN[kind] if row.get(name)}
        marks = {name: row[name] for name in self._names if row.get(name)}
        if kind == "hypothesis":
            self._add_hypothesis(line, _convert(line, fields, Hypothesis), marks)
        else:
            self._add_evidence(line, _convert(line, fields, Evidence))
            self._rate(line, row, marks, made)

    def _add_hypothesis(self, line: int, hypothesis: Hypothesis, marks: Mapping[str, str]) -> None:
        if hypothesis.id in self.hypotheses:
            raise InputError(f"line {line}: there is another hypothesis {hypothesis.id}")
        if hypothesis.id not in self._names or marks:
            raise InputError(f"line {line}: a hypothesis has a column of its own, and its row has no ratings")
        self.hypotheses[hypothesis.id] = hypothesis

    def _add_evidence(self, line: int, item: Evidence) -> None:
        if self.evidence.setdefault(item.id, item) != item:
            raise InputError(f"line {line}: {item.id} is not as it was in an earlier row")

    def _rate(self, line: int, row: Mapping[str, str], marks: Mapping[str, str], made: str) -> None:
        rater = row.get("rater", "")
        if (row["id"], rater) in self._rows or (marks and not rater):
            raise InputError(f"line {line}: ratings need a rater, and a rater has one row for each item")
        self._rows.add((row["id"], rater))
        for name, cell in marks.items():
            self.ratings.append(
                CellRating(
                    id=len(self.ratings) + 1,
                    hypothesis=name,
                    evidence=row["id"],
                    mark=_read_mark(line, name, cell),
                    rater=rater,
                    made=made,
                    reason="read from a table",
                )
            )


def _read_field(line: int, name: str, cell: str) -> Any:
    if name in _LISTS:
        return tuple(cell.split())
    if name not in _NUMBERS:
        return cell
    try:
        return float(cell)
    except ValueError as error:
        raise InputError(f"line {line}: {name} is a number, not “{cell}”") from error


def _convert(line: int, fields: dict[str, Any], kind: type[_Row]) -> _Row:
    try:
        return msgspec.convert({"text": "", **fields}, kind)
    except msgspec.ValidationError as error:
        raise InputError(f"line {line}: {error}") from error


def _read_mark(line: int, name: str, cell: str) -> Mark:
    mark = "not_applicable" if cell.strip().lower() == _IDLE else cell.strip()
    if mark not in MARKS:
        raise InputError(f"line {line}: a rating under {name} is CC, C, N, I, II, {_IDLE} or empty, not “{cell}”")
    return msgspec.convert(mark, Mark)  # type: ignore[no-any-return]
