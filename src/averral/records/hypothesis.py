"""Rival explanations, the evidence that bears on them, and what each person makes of it (analysis of hypotheses)."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

__all__ = [
    "EVIDENCE_KINDS",
    "HYPOTHESIS_KINDS",
    "LEVELS",
    "MARKS",
    "CellRating",
    "Evidence",
    "EvidenceKind",
    "Hypothesis",
    "HypothesisKind",
    "Level",
    "Mark",
    "Matrix",
    "Suggestion",
]

HypothesisKind = Literal["stated", "another_actor", "none_of_these"]
"""What somebody put into words; that somebody did it whom no other hypothesis names; that no hypothesis holds."""
HYPOTHESIS_KINDS: tuple[str, ...] = get_args(HypothesisKind)
EvidenceKind = Literal["claims", "fact", "assumption", "absence_of_evidence", "possible_deception"]
"""What reports claim; and what a person typed: a fact, an assumption, something missing, something maybe staged."""
EVIDENCE_KINDS: tuple[str, ...] = get_args(EvidenceKind)
Level = Literal["low", "medium", "high"]
LEVELS: tuple[str, ...] = get_args(Level)
Mark = Literal["CC", "C", "N", "I", "II", "not_applicable"]
"""Very consistent, consistent, neutral, inconsistent, very inconsistent (Heuer 1999, ch. 8; the scale of PARC's ACH).

`not_applicable` is no place on the scale. A cell that nobody rated has no rating: neither N nor `not_applicable`.
"""
MARKS: tuple[str, ...] = get_args(Mark)


class Hypothesis(msgspec.Struct, frozen=True, kw_only=True):
    """One explanation that an analyst weighs against others.

    `actor` is the id of the actor whom it holds responsible, `claims` are the keys of the claims that say so and
    `denials` of those that deny it. `prior` is the share that a person gives it before any evidence; null is none.
    """

    id: str
    text: str
    kind: HypothesisKind = "stated"
    actor: str | None = None
    claims: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    prior: float | None = None

    def __post_init__(self) -> None:
        """Refuse a prior that no logarithm has."""
        if self.prior is not None and not 0 < self.prior <= 1:
            raise ValueError(f"a prior is above 0 and at most 1, not {self.prior:g}")


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One item of evidence: claims of one origin, or words that a person typed.

    `origin` is where the information entered the pile, `source` the actor who says it, `claims` the keys of the claims
    behind it. `credibility`, `relevance` and `reliability` (a share from 0 to 1) are set by a person; null is not set.
    """

    id: str
    text: str
    kind: EvidenceKind = "claims"
    origin: str | None = None
    source: str | None = None
    credibility: Level | None = None
    relevance: Level | None = None
    reliability: float | None = None
    claims: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a reliability that is no share."""
        if self.reliability is not None and not 0 <= self.reliability <= 1:
            raise ValueError(f"a reliability is from 0 to 1, not {self.reliability:g}")


class CellRating(msgspec.Struct, frozen=True, kw_only=True):
    """What one person says of one item in the light of one hypothesis; `accepted` where a program suggested it.

    Appended, never overwritten: of one rater's ratings of one cell the latest `made` counts, of one time the highest
    `id`. One that is withdrawn counts for nothing and is kept, so that the cell is unrated, or as it was before.
    """

    id: int
    hypothesis: str
    evidence: str
    mark: Mark
    rater: str
    made: str
    reason: str = ""
    accepted: bool = False
    withdrawn: str | None = None
    withdrawn_by: str | None = None


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A rating that a program reads out of claims, with its reason; it counts for nothing until a person accepts it."""

    hypothesis: str
    evidence: str
    mark: Mark
    reason: str


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """The hypotheses, the items of evidence, and every rating that anybody ever gave."""

    hypotheses: tuple[Hypothesis, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    ratings: tuple[CellRating, ...] = ()
