"""How relations are worded, and whether they are of friends or of foes."""

from __future__ import annotations

from typing import Literal

from averral.records.ontology.predicates import FRIENDLY, HOSTILE, PREDICATE_KINDS

__all__ = ["PREDICATE_WORDS", "SYMMETRIC", "Sign", "find_sign", "word_predicate"]

Sign = Literal["friendly", "hostile", "neither"]

PREDICATE_WORDS: dict[str, tuple[str, str]] = {key: (k.wording, k.inverse) for key, k in PREDICATE_KINDS.items()}
"""From the subject's side and from the object's."""
SYMMETRIC: frozenset[str] = frozenset(key for key, kind in PREDICATE_KINDS.items() if kind.symmetric)


def find_sign(predicate: str) -> Sign:
    """Whether a predicate, where it holds, is of friends or of foes; most are of neither."""
    return "friendly" if predicate in FRIENDLY else "hostile" if predicate in HOSTILE else "neither"


def word_predicate(predicate: str, *, inverse: bool = False) -> str:
    """The predicate in words, from the object's side if `inverse`; one that is not known here as it is."""
    words = PREDICATE_WORDS.get(predicate)
    return words[inverse] if words else predicate.replace("_", " ")
