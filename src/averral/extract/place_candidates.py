"""The places that each toponym of a document may mean, as columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from averral.extract.toponyms import CONTAINER, COUNTRY_TYPES, Toponym
from averral.gazetteer import Gazetteer, Matches, NameKind, PlaceKind, find_demonym
from averral.gazetteer.index import NONE
from averral.gazetteer.names import DIVISION_WORDS, FACILITY_WORDS, SETTLEMENT_WORDS, split_generic

__all__ = ["TOWNS", "Candidates", "gather_candidates"]

MOST = 200
"""Candidates of one toponym, the most populous first."""
HEARD = 5
"""Letters from which on a name that nothing bears is looked up by ear."""
Kinds = tuple[PlaceKind, ...]
EVERYTHING: Kinds = tuple(PlaceKind)
AREAS: Kinds = (PlaceKind.DIVISION, PlaceKind.DISTRICT)
HOLDERS: Kinds = (PlaceKind.COUNTRY, *AREAS)
TOWNS: Kinds = (PlaceKind.SETTLEMENT, PlaceKind.CAPITAL)
_DIRECTIONS = """
    north south east west northern southern eastern western central northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern upper lower inner outer downtown uptown midtown mid greater rural mainland
"""
DIRECTIONS = frozenset(_DIRECTIONS.split())
"""What a text puts before a name that is not its own: "northern Norlan", "downtown Norlan"."""


class Candidates(NamedTuple):
    """One line for each toponym and place; `toponym` ascends.

    `through` is true of the town (or division) of a facility, `owned` of a place in the country whose people's it is
    said to be.
    """

    toponym: NDArray[np.int64]
    through: NDArray[np.bool_]
    owned: NDArray[np.bool_]
    places: Matches

    def lines(self, toponyms: int) -> list[NDArray[np.int64]]:
        """The numbers of the lines of each toponym."""
        borders = np.searchsorted(self.toponym, np.arange(toponyms + 1)).tolist()
        return [np.arange(start, end) for start, end in pairwise(borders)]


def gather_candidates(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> Candidates:
    """Look every toponym up."""
    found = [_look_up(toponym, gazetteer) for toponym in toponyms]
    sizes = [len(places.row) for places, _ in found]
    owned = [
        np.isin(places.country, [gazetteer.country_rows.get(code, NONE) for code in toponym.countries])
        for toponym, (places, _) in zip(toponyms, found, strict=True)
    ]
    columns = zip(*(places for places, _ in found), strict=True)
    return Candidates(
        np.repeat(np.arange(len(found)), sizes),
        np.repeat(np.array([through for _, through in found], np.bool_), sizes),
        np.concatenate([np.empty(0, np.bool_), *owned]),
        Matches(*(np.concatenate(column) for column in columns)) if found else gazetteer.find(""),
    )


def _look_up(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Matches, bool]:
    """The places of a name, and whether they are towns that a facility is named after."""
    if toponym.type in COUNTRY_TYPES:
        found = _restrict(gazetteer.find(toponym.name), (PlaceKind.COUNTRY,))
        return found.take(found.name <= NameKind.ALIAS), False
    if toponym.type == CONTAINER:
        return _restrict(gazetteer.find(toponym.name), HOLDERS), False
    found, through = _search(toponym.name, gazetteer, EVERYTHING)
    if len(found.row) or toponym.type != "GPE" or len(toponym.name) < HEARD or find_demonym(toponym.name):
        return found, through
    return gazetteer.find_alike(toponym.name), False


def _restrict(found: Matches, kinds: Kinds) -> Matches:
    return found.take(_among(kinds)[found.kind] & (np.arange(len(found.row)) < MOST))


@cache
def _among(kinds: Kinds) -> NDArray[np.bool_]:
    """Whether each kind of place, by its number, is one of these."""
    return np.array([kind in kinds for kind in PlaceKind], np.bool_)


def _search(name: str, gazetteer: Gazetteer, kinds: Kinds) -> tuple[Matches, bool]:
    """The whole name; else without "Province", "city", "hospital" or "northern", one word after the other."""
    found = _restrict(gazetteer.find(name), kinds)
    if len(found.row):
        return found, False
    generic = split_generic(name)
    if generic is None:
        first, _, rest = name.replace("-", " ", 1).partition(" ")
        return _search(rest, gazetteer, kinds) if rest and first.lower() in DIRECTIONS else (found, False)
    if generic.word in FACILITY_WORDS and generic.word not in DIVISION_WORDS:
        return _search(generic.name, gazetteer, AREAS + TOWNS)[0], True
    inner = _search(generic.name, gazetteer, AREAS if generic.word in DIVISION_WORDS else TOWNS)
    if not len(inner[0].row) and generic.word in DIVISION_WORDS | SETTLEMENT_WORDS:
        inner = _search(generic.name, gazetteer, TOWNS)
    return inner
