"""Whether two names can be one bearer's: the one place where names are compared, each pair once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, Protocol

from averral.analysis.actors.forms import read_form, read_numbers
from averral.analysis.actors.names import Name
from averral.analysis.names import compare_names, name_keys

__all__ = [
    "INCOMPATIBLE",
    "JOIN",
    "NAME_RULES",
    "PROPOSE",
    "Comparer",
    "Likeness",
    "NameRules",
    "Signature",
    "fold_forms",
    "sign",
]

JOIN = 0.8
"""From this score on a link joins."""
PROPOSE = 0.5
"""From this score on a link is shown to a person."""
INCOMPATIBLE = 0.35
"""Full names that are less alike than this keep those who bear them apart."""
_TYPES = {"body": "organization", "unknown": "organization"}
_ALIKE = frozenset({"body", "unknown"})
"""Families whose members may be one after all."""


class Likeness(Protocol):
    """How alike two names are, from 0 to 1, and why."""

    @property
    def score(self) -> float:
        """From 0 to 1."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """In words."""


class NameRules(NamedTuple):
    """What is known of names: the keys under which like names meet, and how alike two are; both take a type."""

    keys: Callable[[str, str], Collection[str]]
    compare: Callable[[str, str, str], Likeness]


NAME_RULES = NameRules(name_keys, compare_names)


class Signature(NamedTuple):
    """What a bearer is called in full, and who it is in registers."""

    families: frozenset[str]
    forms: tuple[str, ...]
    numbers: frozenset[frozenset[str]] = frozenset()
    known: frozenset[str] = frozenset()
    places: frozenset[int] = frozenset()


def sign(name: Name) -> Signature:
    """The signature of one name; a lone surname is no full form, so it stands against nothing."""
    return Signature(
        frozenset({name.family}),
        name.list_forms() if name.strong else (),
        frozenset({read_numbers(name.folded)}),
        frozenset({name.known.id} if name.known else ()),
        frozenset({name.place} if name.place is not None else ()),
    )


class Comparer:
    """Compares names by the given rules, and signatures by their numbers, and remembers.

    `parts` are the names that a signature was made of, where a person joined several.
    """

    def __init__(self, rules: NameRules, signatures: Iterable[Signature]) -> None:
        self.signatures = list(signatures)
        self.parts: dict[int, frozenset[int]] = {}
        self._rules = rules
        self._likeness: dict[tuple[str, str, str], tuple[float, tuple[str, ...]]] = {}
        self._compatible: dict[tuple[int, int], bool] = {}

    def enter(self, names: Iterable[int], families: frozenset[str]) -> int:
        """The number of a signature for several names that a person has joined: what fits one of them fits it."""
        numbers = frozenset(names)
        parts = [self.signatures[name] for name in sorted(numbers)]
        self.signatures.append(
            Signature(
                families,
                tuple(dict.fromkeys(form for part in parts for form in part.forms)),
                frozenset().union(*(part.numbers for part in parts)),
                frozenset().union(*(part.known for part in parts)),
                frozenset().union(*(part.places for part in parts)),
            )
        )
        self.parts[len(self.signatures) - 1] = numbers
        return len(self.signatures) - 1

    def list_keys(self, name: str, family: str) -> list[str]:
        """The blocking keys of a name, in order."""
        return sorted(self._rules.keys(name, _TYPES.get(family, family)))

    def compare(self, a: str, b: str, family: str) -> tuple[float, tuple[str, ...]]:
        """Score and reasons, the same whichever name stands first."""
        low, high = min(a, b), max(a, b)
        key = (low, high, _TYPES.get(family, family))
        found = self._likeness.get(key)
        if found is None:
            likeness = self._rules.compare(*key)
            found = self._likeness[key] = (min(1.0, max(0.0, likeness.score)), tuple(likeness.reasons))
        return found

    def compare_best(self, a: Signature, b: Signature) -> tuple[float, tuple[str, ...]]:
        """The best score of any two full forms; other forms than the first only where they have several words.

        An acronym says something where it is all that one is called, or where both have the very same one.
        """
        family = min(a.families & b.families or a.families)
        first = self.compare(a.forms[0], b.forms[0], family)
        if first[0] >= JOIN:
            return first
        one, two = ([side.forms[0], *(form for form in side.forms[1:] if " " in form)] for side in (a, b))
        return max((self.compare(x, y, family) for x in one for y in two), key=lambda found: found[0])

    def are_compatible(self, a: int, b: int) -> bool:
        """Whether nothing in the names or registers says that these are two."""
        key = (a, b) if a <= b else (b, a)
        found = self._compatible.get(key)
        if found is None:
            found = self._compatible[key] = a == b or self._judge(self.signatures[a], self.signatures[b])
        return found

    def _judge(self, a: Signature, b: Signature) -> bool:
        if not a.families & b.families and not (a.families | b.families <= _ALIKE):
            return False
        for one, two in ((a.known, b.known), (a.places, b.places)):
            if one and two:
                return bool(one & two)
        if not any(x == y or not x or not y for x in a.numbers for y in b.numbers):
            return False
        if not a.forms or not b.forms or _share_form(a, b):
            return True
        return self.compare_best(a, b)[0] >= INCOMPATIBLE


def _share_form(a: Signature, b: Signature) -> bool:
    return bool(fold_forms(a) & fold_forms(b))


def fold_forms(signature: Signature) -> frozenset[str]:
    """The keys of its full forms."""
    family = min(signature.families)
    return frozenset(read_form(form, family).folded for form in signature.forms)
