"""Places by name. Look-up only: which of several places of one name a text means is for `extract.places` to say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from averral.gazetteer.index import NONE, Index, PlaceKind, read_index
from averral.gazetteer.names import fold_name, loose_key

__all__ = ["Gazetteer", "GazetteerPlace", "Matches", "load_gazetteer"]

DATA = Path(__file__).parent / "data"


class GazetteerPlace(NamedTuple):
    """`country` is an ISO 3166-1 code, `division` the name of the first-level division, `population` 0 if unknown.

    The point of a country or region is a conventional middle, that of a division the middle of its land.
    """

    row: int
    geonames: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    division: str | None
    kind: PlaceKind
    population: int


class Matches(NamedTuple):
    """The places of a name as columns, the most populous first; `kind` is a `PlaceKind`, `name` a `NameKind`."""

    row: NDArray[np.int64]
    name: NDArray[np.int64]
    kind: NDArray[np.int64]
    country: NDArray[np.int64]
    division: NDArray[np.int64]
    point: NDArray[np.float64]
    population: NDArray[np.float64]

    def take(self, which: NDArray[np.bool_]) -> Matches:
        """Some of them."""
        return Matches._make(column[which] for column in self)


class Gazetteer:
    """A compiled index, and the questions that may be asked of it."""

    def __init__(self, index: Index) -> None:
        """Wrap an index."""
        self.index = index
        self.country_rows = {code.decode(): number for number, code in enumerate(index.codes.tolist())}

    def find(self, name: str) -> Matches:
        """All places that bear the name, in any of the spellings that `fold_name` makes equal; none for no name.

        A name with an Arabic article that nothing bears is tried without it.
        """
        key = fold_name(name)
        row, kind = self.index.find(key) if key else (np.empty(0, np.int64), np.empty(0, np.int64))
        if not len(row) and key.startswith("al "):
            row, kind = self.index.find(key[3:])
        return self._matches(row, kind)

    def find_alike(self, name: str) -> Matches:
        """The larger places where Arabic is written whose names sound like this one."""
        key = loose_key(name)
        return self._matches(*self.index.find(key)) if key else self.find("")

    def _matches(self, row: NDArray[np.int64], name: NDArray[np.int64]) -> Matches:
        found = self.index.rows[row]
        order = np.lexsort((row, -found["population"].astype(np.int64)))
        found = found[order]
        return Matches(
            row[order],
            name[order],
            found["kind"].astype(np.int64),
            found["country"].astype(np.int64),
            found["division"].astype(np.int64),
            np.stack([found["lat"], found["lon"]], 1).astype(np.float64),
            found["population"].astype(np.float64),
        )

    def get(self, row: int) -> GazetteerPlace:
        """The place in a row.

        Raises:
            IndexError: there is no such row.
        """
        found = self.index.rows[row]
        division = int(found["division"])
        return GazetteerPlace(
            row=row,
            geonames=int(found["geonames"]) or None,
            name=self.index.name(row),
            lat=round(float(found["lat"]), 5),
            lon=round(float(found["lon"]), 5),
            country=self.index.code(int(found["country"])),
            division=None if division == NONE else self.index.name(division),
            kind=PlaceKind(int(found["kind"])),
            population=int(found["population"]),
        )

    def find_places(self, name: str) -> tuple[GazetteerPlace, ...]:
        """The places of a name as records, the most populous first."""
        return tuple(self.get(row) for row in self.find(name).row.tolist())

    def find_country(self, name: str) -> str | None:
        """The code of the one country that a name means; null for no country, and for "Congo", which may be two."""
        found = self.find(name)
        codes = {self.index.code(int(n)) for n in found.country[found.kind == PlaceKind.COUNTRY]}
        return codes.pop() if len(codes) == 1 else None


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships with averral, opened once in a process."""
    return Gazetteer(read_index(DATA))
