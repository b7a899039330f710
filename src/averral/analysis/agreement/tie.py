"""A tie between two actors of the case in words."""

from __future__ import annotations

from averral.analysis.agreement.case import Known
from averral.records.ontology.predicates import PREDICATE_KINDS, PredicateKind

__all__ = ["is_symmetric", "tell_tie"]

KINDS: dict[str, PredicateKind] = {str(name): kind for name, kind in PREDICATE_KINDS.items()}


def is_symmetric(predicate: str) -> bool:
    """Whether the tie is the same from both sides."""
    return predicate in KINDS and KINDS[predicate].symmetric


def tell_tie(subject: str, predicate: str, other: str, known: Known) -> str:
    """Who is tied to whom, and how."""
    words = KINDS[predicate].wording if predicate in KINDS else predicate.replace("_", " ")
    return f"{known.name(subject, subject)} {words} {known.name(other, other)}"
