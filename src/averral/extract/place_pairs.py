"""What the gazetteer says of a name: a well-known place, or two places side by side ("Basra Iraq")."""

from __future__ import annotations

import re
from functools import lru_cache

from averral.gazetteer import PlaceKind, load_gazetteer

__all__ = ["is_known_place", "split_places"]

LARGE = 300_000
LONGEST = 3
"""Words in the name of a country or division at most."""
GENERIC = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "new",
    "old", "greater", "great", "lake", "mount", "river", "port", "fort", "cape", "bay", "gulf", "camp", "island",
    "islands", "republic", "saint", "st", "san", "the", "of", "la", "el", "al",
})  # fmt: skip
"""Words that open or close the name of a single place."""
POSTAL_CODE = re.compile(
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])"
)
"""Two letters that stand for a state in American addresses."""


@lru_cache(maxsize=20_000)
def is_known_place(name: str) -> bool:
    """Whether a country, a first-level division or a city of `LARGE` people bears this name, written with a capital."""
    if name.islower():
        return False
    found = load_gazetteer().find(name)
    return bool(((found.kind <= PlaceKind.DIVISION) | (found.population >= LARGE)).any())


@lru_cache(maxsize=20_000)
def split_places(name: str) -> int | None:
    """Where the second of two places begins, or null: a settlement's name, then that of a country or division."""
    words = [m.span() for m in re.finditer(r"\S+", name)]
    if len(words) < 2 or "," in name or len(load_gazetteer().find(name).row):
        return None
    for first in range(max(1, len(words) - LONGEST), len(words)):
        head, start = name[: words[first - 1][1]], words[first][0]
        if name[start:].lower() in GENERIC:
            continue
        if _is_area(name[start:]) and _is_settlement(head):
            return start
    return None


def _is_area(name: str) -> bool:
    if POSTAL_CODE.fullmatch(name) or (name.istitle() and POSTAL_CODE.fullmatch(name.upper())):
        return True
    return bool((load_gazetteer().find(name).kind <= PlaceKind.DIVISION).any())


def _is_settlement(name: str) -> bool:
    kinds = load_gazetteer().find(name).kind
    return name.lower() not in GENERIC and bool((kinds != PlaceKind.COUNTRY).any()) and len(name) > 2
