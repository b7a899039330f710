"""Problems: what could not be read, where."""

from __future__ import annotations

import msgspec

from averral.records import Problem, Reading
from averral.views.anchor import anchor_document

__all__ = ["ProblemEntry", "list_problems"]

_AROUND = 60
"""Characters quoted of the place where a problem lies."""


class ProblemEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One problem with the document that has it; `words` are those at its place, if it has a place."""

    document: str
    number: int
    uri: str
    problem: Problem
    words: str | None = None


def list_problems(reading: Reading, number: int) -> tuple[ProblemEntry, ...]:
    """The problems of one reading, in its order."""
    return tuple(
        ProblemEntry(
            document=anchor_document(reading.document.id),
            number=number,
            uri=reading.document.uri,
            problem=problem,
            words=_find_words(reading.document.text, problem),
        )
        for problem in reading.problems
    )


def _find_words(text: str, problem: Problem) -> str | None:
    if problem.start is None:
        return None
    end = problem.end if problem.end is not None and problem.end > problem.start else problem.start + _AROUND
    return " ".join(text[problem.start : min(end, problem.start + _AROUND)].split()) or None
