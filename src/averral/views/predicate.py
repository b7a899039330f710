"""How relations are worded, and whether they are of friends or of foes.

Definitions are in `averral.extract.relations.predicates`, whose package loads the encoder, which a page must not. A
test holds the two tables together.
"""

from __future__ import annotations

from typing import Literal

__all__ = ["PREDICATE_WORDS", "SYMMETRIC", "Sign", "find_sign", "word_predicate"]

Sign = Literal["friendly", "hostile", "neither"]

PREDICATE_WORDS: dict[str, tuple[str, str]] = {
    "funds": ("funds", "is funded by"),
    "arms": ("arms", "is armed by"),
    "trains": ("trains", "is trained by"),
    "supports": ("supports", "is supported by"),
    "directs": ("directs", "is directed by"),
    "leads": ("leads", "is led by"),
    "member_of": ("is a member of", "has as a member"),
    "created": ("created", "was created by"),
    "allied_with": ("is allied with", "is allied with"),
    "coordinates_with": ("coordinates with", "coordinates with"),
    "meets": ("meets", "meets"),
    "negotiates_with": ("negotiates with", "negotiates with"),
    "fights": ("fights", "fights"),
    "attacks": ("attacks", "is attacked by"),
    "hostile_to": ("is hostile to", "is hostile to"),
    "sanctions": ("sanctions", "is sanctioned by"),
    "splits_from": ("splits from", "is what split off"),
    "succeeds": ("succeeds", "is succeeded by"),
    "hosts": ("hosts", "is hosted by"),
    "infiltrates": ("infiltrates", "is infiltrated by"),
}
"""From the subject's side and from the object's."""
SYMMETRIC = frozenset(key for key, (words, inverse) in PREDICATE_WORDS.items() if words == inverse)
_FRIENDLY = frozenset(("funds", "arms", "trains", "supports", "allied_with", "coordinates_with", "member_of", "hosts"))
_HOSTILE = frozenset(("fights", "attacks", "hostile_to", "sanctions"))


def find_sign(predicate: str) -> Sign:
    """Whether a predicate, where it holds, is of friends or of foes; most are of neither."""
    return "friendly" if predicate in _FRIENDLY else "hostile" if predicate in _HOSTILE else "neither"


def word_predicate(predicate: str, *, inverse: bool = False) -> str:
    """The predicate in words, from the object's side if `inverse`; one that is not known here as it is."""
    words = PREDICATE_WORDS.get(predicate)
    return words[inverse] if words else predicate.replace("_", " ")
