"""Relations: which ties between actors a text states, and how surely."""

from averral.extract.relations.finder import FoundRelation, find_relations
from averral.records.ontology.predicates import (
    PREDICATE_KINDS,
    PREDICATES,
    Predicate,
    PredicateKind,
    are_opposed,
)

__all__ = [
    "PREDICATES",
    "PREDICATE_KINDS",
    "FoundRelation",
    "Predicate",
    "PredicateKind",
    "are_opposed",
    "find_relations",
]
