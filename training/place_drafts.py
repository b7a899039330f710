"""Rows of the gazetteer before they are packed, and the names under which each is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from averral.gazetteer.index import NONE, NameKind, PlaceKind
from averral.gazetteer.names import DIVISION_WORDS, SETTLEMENT_WORDS, fold_name, split_generic

NativeNames = Iterable[tuple[str, NameKind]]
_FOREIGN = """
    comuna municipio partido departamento amphoe gemeente powiat huyen srok daira ilcesi oras distrito bezirk kreis
    landkreis provincia provincie departement obcina judetul kommune muang thi xa quan de la del do da di politischer
    gun shi si eup
"""
FOREIGN = frozenset(_FOREIGN.split())
"""Words for a municipality or district, folded, that no English text uses in the name."""
DIRECTIONS = {
    "northern": "north", "southern": "south", "eastern": "east", "western": "west",
    "nord": "north", "sud": "south", "est": "east", "ouest": "west", "haut": "upper", "bas": "lower",
}  # fmt: skip


class Draft(NamedTuple):
    """`country` and `division` are numbers of drafts; `code` is the ISO code of a country, else empty."""

    name: str
    point: tuple[float, float]
    kind: PlaceKind
    names: tuple[tuple[str, NameKind], ...]
    geonames: int = 0
    population: int = 0
    country: int = NONE
    division: int = NONE
    code: str = ""


def curated_names(name: str, aliases: Iterable[str]) -> tuple[tuple[str, NameKind], ...]:
    """A name and the aliases of our own tables."""
    return ((name, NameKind.MAIN), *((alias, NameKind.ALIAS) for alias in aliases))


def division_names(name: str, aliases: Iterable[str]) -> tuple[tuple[str, NameKind], ...]:
    """A division's name, the same without "Province", and its abbreviations."""
    short = ((a, NameKind.SHORT if a.isupper() or "." in a else NameKind.ALIAS) for a in aliases)
    forms = ((name, NameKind.MAIN), *_bare(name))
    return (*forms, *((_english(form), NameKind.ALTERNATE) for form, _ in forms), *short)


def _english(name: str) -> str:
    """For "Northern Norlan" and "Nord-Norlan" "north norlan": GeoNames has one of the two, and texts the third."""
    return " ".join(DIRECTIONS.get(word, word) for word in fold_name(name).split())


def _bare(name: str) -> Iterator[tuple[str, NameKind]]:
    generic = split_generic(name)
    if generic is not None and generic.word in DIVISION_WORDS | SETTLEMENT_WORDS:
        yield generic.name, NameKind.BARE


def settlement_names(name: str, alternates: Iterable[str], *, arabic: bool) -> tuple[tuple[str, NameKind], ...]:
    """A settlement's names; where Arabic is spoken also its own name without the article."""
    key = fold_name(name)
    bare = ((key[3:], NameKind.BARE),) if arabic and key.startswith("al ") else ()
    return ((name, NameKind.MAIN), *((a, NameKind.ALTERNATE) for a in alternates), *bare)


def alike_names(names: Iterable[tuple[str, NameKind]]) -> tuple[tuple[str, NameKind], ...]:
    """The same names once more, to be found by ear."""
    return tuple((name, NameKind.LOOSE) for name, _ in names)


def native_key(name: str) -> str:
    """The folded name of a district without native words for it: "Comuna Unirea" as "unirea"."""
    generic = split_generic(name)
    words = fold_name(generic.name if generic else name).split()
    return " ".join([w for w in words if w not in FOREIGN] or words)
