"""A tie in words: what speaks for it and what against, the weightiest first."""

from __future__ import annotations

from averral.analysis.incidents.index import Index
from averral.analysis.incidents.score import WEIGHTS, iter_terms, weigh_shared
from averral.records.case_incident import IncidentTie

__all__ = ["explain_tie"]

SHOWN = 4
"""Marks of one kind that a reason lists, the rarest first."""
_WORDS = {
    "shared place": ("p", "both are at {}"),
    "shared actors": ("a", "{} take part in both"),
    "shared nouns": ("n", "the same is hit or used in both: {}"),
    "shared triggers": ("t", "both are told with {}"),
    "shared scene": ("s", "names around both: {}"),
    "shared dates": ("y", "both are told with the day {}"),
    "shared type": ("k", "few tell of the like: {}"),
    "type of affair": ("k", "their documents, of one affair, have few of {}"),
    "chief of affair": ("d", "each is the chief matter of a document that names {}"),
    "shared words": ("w", "rare words around both: {}"),
    "shared names": ("d", "both documents name {}"),
}


def explain_tie(tie: IncidentTie, index: Index) -> tuple[str, ...]:
    """The reasons for a tie, and what speaks against it behind "but"."""
    happenings = index.happenings[tie.a], index.happenings[tie.b]
    found = [(WEIGHTS[term.name] * term.value, term.reason) for term in iter_terms(*happenings)]
    for name, value in weigh_shared(tie, index.rarity.weigh):
        letter, words = _WORDS[name]
        found.append((WEIGHTS[name] * value, words.format(", ".join(_list_rarest(tie, letter, index)))))
    found = [(points, reason) for points, reason in found if abs(points) >= 0.1]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(reason if points > 0 else f"but {reason}" for points, reason in found)


def _list_rarest(tie: IncidentTie, letter: str, index: Index) -> list[str]:
    marks = [mark for mark in tie.shared if mark.startswith(f"{letter}:")]
    return [mark[2:] for mark in sorted(marks, key=lambda mark: (-index.rarity.weigh(mark), mark))[:SHOWN]]
