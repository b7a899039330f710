"""Rival explanations in a case: what analysts write down, how they rate the evidence, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import msgspec

from averral.casefile.log import Entry, Log
from averral.errors import InputError, NotFoundError
from averral.records import digest_text
from averral.records.decision import read_decision
from averral.records.hypothesis import MARKS, CellRating, Evidence, Hypothesis, Matrix, Suggestion

if TYPE_CHECKING:
    from averral.analysis.hypotheses import Position, Saying, Weighing

__all__ = ["CaseHypotheses"]

_ID_LENGTH = 8
"""Hexadecimal digits of an id that comes from words; among a hundred rows two are the same with 1 in a million."""
_SHOWN = 60
"""Characters of a name that an error shows."""
Row = TypeVar("Row", Hypothesis, Evidence)


class CaseHypotheses:
    """Matrices of hypotheses and evidence, one for each question (the id of an incident, words, or "" for the case).

    Every hypothesis, item and rating is a decision of a person. A program only suggests.
    """

    def __init__(self, log: Log) -> None:
        self._log = log

    def list_questions(self) -> tuple[str, ...]:
        """The questions that have a matrix, in the order in which they came up."""
        rows = self._log.list_kinds("hypothesis", "evidence")
        return tuple(dict.fromkeys(row.body["question"] for row in rows if row.withdrawn is None))

    def get_matrix(self, question: str = "") -> Matrix:
        """All hypotheses, items and ratings of a question; of two with one id the later stands for both."""
        hypotheses = self._list_rows("hypothesis", Hypothesis, question)
        evidence = self._list_rows("evidence", Evidence, question)
        ratings = (
            read_decision(one, CellRating, rater=one.user)
            for one in self._log.list_kinds("rating")
            if one.body["question"] == question
        )
        return Matrix(hypotheses=hypotheses, evidence=evidence, ratings=tuple(ratings))

    def weigh(self, question: str = "") -> Weighing:
        """Scores side by side, what they hang on, and what would change them; see `averral.analysis.hypotheses`."""
        from averral.analysis.hypotheses import weigh_hypotheses  # noqa: PLC0415 - lists need no analysis

        return weigh_hypotheses(self.get_matrix(question))

    def state(self, text: str, user: str, reason: str, question: str = "", **fields: Any) -> Hypothesis:
        """Write a hypothesis down; `fields` are others of `Hypothesis`. An `id` that is there is replaced.

        Raises:
            InputError: no words, or a value that its field does not take, or no user or reason is given.
        """
        words = _need_text(text)
        row = _make(Hypothesis, {"id": f"h-{digest_text(words)[:_ID_LENGTH]}", "text": words, **fields})
        self._log.add_all([_enter("hypothesis", row, user, reason, question)])
        return row

    def add_evidence(self, text: str, user: str, reason: str, question: str = "", **fields: Any) -> Evidence:
        """Add an item that a person typed: kind "fact", "assumption", "absence_of_evidence" or "possible_deception".

        `fields` are others of `Evidence`. An `id` that is there is replaced.

        Raises:
            InputError: no words, or a value that its field does not take, or no user or reason is given.
        """
        words = _need_text(text)
        row = _make(Evidence, {"id": f"x-{digest_text(words)[:_ID_LENGTH]}", "kind": "fact", "text": words, **fields})
        self._log.add_all([_enter("evidence", row, user, reason, question)])
        return row

    def rate(self, evidence: str, hypothesis: str, mark: str, user: str, reason: str, question: str = "") -> CellRating:
        """Rate an item in the light of a hypothesis: CC, C, N, I, II or not_applicable; a later one of a person counts.

        Raises:
            NotFoundError: the question has no such item or hypothesis.
            InputError: no such mark, or no user or reason is given.
        """
        if mark not in MARKS:
            raise InputError(f"no rating {mark!r}: {', '.join(MARKS)}")
        cell = msgspec.convert(
            {"evidence": evidence, "hypothesis": hypothesis, "mark": mark, "reason": reason}, Suggestion
        )
        return self._rate(cell, user, question, accepted=False)

    def propose(
        self, positions: Iterable[Position], sayings: Iterable[Saying], user: str, reason: str, question: str = ""
    ) -> Matrix:
        """Take over the hypotheses and items that claims of responsibility propose, in the name of a person.

        What is there already, by its id, stays as it is. Nothing is rated.

        Raises:
            InputError: nobody is said to be responsible, or no user or reason is given.
        """
        from averral.analysis.hypotheses import propose_evidence, propose_hypotheses  # noqa: PLC0415 - likewise

        hypotheses = propose_hypotheses(positions)
        if not hypotheses:
            raise InputError(
                "nobody is said to have done it, so there is nothing to propose: write hypotheses yourself"
            )
        known = self.get_matrix(question)
        there = {row.id for row in known.hypotheses} | {item.id for item in known.evidence}
        new = Matrix(
            hypotheses=tuple(row for row in hypotheses if row.id not in there),
            evidence=tuple(item for item in propose_evidence(sayings) if item.id not in there),
        )
        return self.load(new, user, reason, question)

    def suggest(self, question: str = "") -> tuple[Suggestion, ...]:
        """Ratings that the claims suggest for cells that nobody has rated."""
        from averral.analysis.hypotheses import suggest_ratings  # noqa: PLC0415 - likewise

        matrix = self.get_matrix(question)
        rated = {(one.evidence, one.hypothesis) for one in matrix.ratings if one.withdrawn is None}
        found = suggest_ratings(matrix.hypotheses, matrix.evidence)
        return tuple(one for one in found if (one.evidence, one.hypothesis) not in rated)

    def accept(self, suggestion: Suggestion, user: str, reason: str = "", question: str = "") -> CellRating:
        """Make a suggested rating one's own; its reason stands where the person gives none.

        Raises:
            NotFoundError: the question has no such item or hypothesis.
            InputError: no user is given.
        """
        cell = msgspec.structs.replace(suggestion, reason=reason or suggestion.reason)
        return self._rate(cell, user, question, accepted=True)

    def load(self, matrix: Matrix, user: str, reason: str, question: str = "") -> Matrix:
        """Take over a matrix from a file; ratings are kept in the name of their own raters, with `user` in the reason.

        Raises:
            InputError: no user or reason is given.
        """
        entries = [
            *(_enter("hypothesis", row, user, reason, question) for row in matrix.hypotheses),
            *(_enter("evidence", item, user, reason, question) for item in matrix.evidence),
            *(
                _enter_rating(
                    Suggestion(
                        evidence=one.evidence, hypothesis=one.hypothesis, mark=one.mark,
                        reason=one.reason or f"{reason} (taken over by {user})",
                    ),
                    one.rater or user, question, accepted=one.accepted,
                )
                for one in matrix.ratings
                if one.withdrawn is None
            ),
        ]  # fmt: skip
        self._log.add_all(entries)
        return self.get_matrix(question)

    def _list_rows(self, kind: str, record: type[Row], question: str) -> tuple[Row, ...]:
        found: dict[str, Row] = {}
        for one in self._log.list():
            if one.kind == kind and one.withdrawn is None and one.body["question"] == question:
                row = msgspec.convert(one.body, record)
                found[row.id] = row
        return tuple(found.values())

    def _rate(self, cell: Suggestion, user: str, question: str, *, accepted: bool) -> CellRating:
        matrix = self.get_matrix(question)
        if cell.evidence not in {item.id for item in matrix.evidence}:
            raise NotFoundError(f"no item of evidence {cell.evidence[:_SHOWN]!r} here")
        if cell.hypothesis not in {row.id for row in matrix.hypotheses}:
            raise NotFoundError(f"no hypothesis {cell.hypothesis[:_SHOWN]!r} here")
        (number,) = self._log.add_all([_enter_rating(cell, user, question, accepted=accepted)])
        return read_decision(self._log.get(number), CellRating, rater=user.strip())


def _enter(
    kind: Literal["hypothesis", "evidence"], row: Hypothesis | Evidence, user: str, reason: str, question: str
) -> Entry:
    return Entry(kind, {"question": question, **msgspec.to_builtins(row)}, user, reason)


def _enter_rating(cell: Suggestion, user: str, question: str, *, accepted: bool) -> Entry:
    body = {
        "question": question, "evidence": cell.evidence, "hypothesis": cell.hypothesis, "mark": cell.mark,
        "accepted": accepted,
    }  # fmt: skip
    return Entry("rating", body, user, cell.reason)


def _make(record: type[Row], fields: dict[str, Any]) -> Row:
    try:
        return msgspec.convert(fields, record)
    except (msgspec.ValidationError, ValueError) as error:
        raise InputError(f"this cannot be written down: {error}") from error


def _need_text(text: str) -> str:
    if not text.strip():
        raise InputError("this needs words")
    return " ".join(text.split())
