"""Whether a pronoun or a description may stand for a thing: number, gender, and what kind of thing it is."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from averral.extract.mentions import FoundMention

__all__ = ["PRONOUNS", "SINGULAR_PERSON", "agrees", "gender_of", "is_plural", "is_pronoun"]

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
SINGULAR_PERSON = MASCULINE | FEMININE
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SPEAKERS = frozenset(
    {"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "myself", "ourselves"}
)
"""Who these are depends on who speaks; they are never joined by what stands before them."""
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
PRONOUNS = SINGULAR_PERSON | NEUTER | PLURAL | SPEAKERS | RELATIVE | frozenset({
    "this", "these", "those", "some", "others", "one", "many", "both", "all",
})  # fmt: skip
_PLURALS = """
    men women people children police crew others two three dead wounded injured missing
"""
PLURALS = frozenset(_PLURALS.split())
PLURAL_ENDING = re.compile(r"(?:[^s]s|men)$")
BODIES = frozenset({"ORG", "GPE", "NORP"})
BEHIND = re.compile(r"\s+(?:of|in|at|on|for|from|near|who|whose|which|that|with|to|by)\s|,")
_BODY_NOUNS = """
    group organisation organization movement faction outfit body insurgents rebels militants guerrillas fighters
    gunmen bandits extremists company firm agency newspaper paper outlet station network charity
"""
_PLACE_NOUNS = """
    country state nation government regime republic capital city town village port province region district island
    area settlement
"""
KIND_NOUNS = defaultdict(
    frozenset[str],
    ORG=frozenset(_BODY_NOUNS.split()),
    NORP=frozenset(_BODY_NOUNS.split()),
    GPE=frozenset(_PLACE_NOUNS.split()),
    LOC=frozenset(_PLACE_NOUNS.split()),
    FAC=frozenset({"building", "site", "complex", "compound", "base", "place"}),
    EVENT=frozenset({"attack", "incident", "operation", "event"}),
)
"""Nouns that say of a name only what kind of thing it is."""
KINDS = {"GPE": "place", "LOC": "place", "FAC": "place"}
POSSESSIVE = frozenset({"my", "our", "your", "his", "her", "its", "their"})
"""Somebody's lawyer is seldom somebody who was named before; least of all that somebody."""
INDEFINITE = frozenset({"a", "an", "another", "some", "several", "many", "two", "three", "no", "any", "other"})


def is_pronoun(words: str) -> bool:
    """Whether words in small letters are a pronoun."""
    return words in PRONOUNS


def is_plural(mention: FoundMention, words: str) -> bool:
    """Whether a description speaks of several."""
    last = words.split()[-1:]
    return not mention.name and bool(last) and (last[0] in PLURALS or PLURAL_ENDING.search(last[0]) is not None)


def gender_of(words: str) -> str | None:
    """What a pronoun in small letters says of a person."""
    return "m" if words in MASCULINE else "f" if words in FEMININE else None


def agrees(mention: FoundMention, words: str, other: FoundMention, other_words: str) -> bool:
    """Whether a pronoun or description, `words` in small letters, may stand for an earlier mention."""
    if words in SPEAKERS or other_words in SPEAKERS:
        return words == other_words
    if words in PRONOUNS:
        return _same_pronoun(words, other_words) if other_words in PRONOUNS else _may_stand(words, other, other_words)
    return words.split(maxsplit=1)[0] not in INDEFINITE and _may_describe(mention, words, other, other_words)


def _may_stand(pronoun: str, other: FoundMention, other_words: str) -> bool:
    several = is_plural(other, other_words)
    if pronoun in SINGULAR_PERSON:
        return other.type == "PER" and not several
    if pronoun in NEUTER:
        return other.type != "PER" and not (several and other.type != "ORG")
    return several or other.type in BODIES if pronoun in PLURAL else pronoun in RELATIVE


def _same_pronoun(words: str, other: str) -> bool:
    families = (MASCULINE, FEMININE, NEUTER, PLURAL)
    return any(words in family and other in family for family in families)


def _may_describe(mention: FoundMention, words: str, other: FoundMention, other_words: str) -> bool:
    """The same noun, or of a name a noun that says nothing but its kind; two descriptions by other nouns are two."""
    if not _same_kind(mention, other):
        return False
    head = head_of(words)
    if not other.name:
        return head == head_of(other_words)
    if head in other_words.split() or head in KIND_NOUNS[other.type]:
        return True
    return other.type == "PER" and head[-1:] != "s" and words.split(maxsplit=1)[0] not in POSSESSIVE


def head_of(words: str) -> str:
    """The noun of a description in small letters: its last word before what is said of it."""
    return (BEHIND.split(words, maxsplit=1)[0].split() or [words])[-1]


def _same_kind(mention: FoundMention, other: FoundMention) -> bool:
    """A band of insurgents may be people, a group or an organisation; a person is no building."""
    kinds = KINDS.get(mention.type, mention.type), KINDS.get(other.type, other.type)
    if kinds[0] == kinds[1]:
        return True
    return {mention.type, other.type} <= {"ORG", "NORP"} or {mention.type, other.type} <= {"ORG", "GPE"}
