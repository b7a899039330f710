"""All places with their divisions, districts and points: the drafts that `compile_places` packs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from averral.gazetteer.index import NONE, PlaceKind
from averral.gazetteer.names import fold_name, split_generic
from training import place_sources as sources
from training.place_centres import find_centres
from training.place_drafts import Draft, alike_names, curated_names, division_names, native_key, settlement_names

HEARD = 10_000
"""From this population on a place is found by ear too: below, too many would sound alike."""
AreaKey = tuple[str, ...]
"""Country, division and, of a district, its name."""


class Areas(NamedTuple):
    """Divisions or districts in order: the middle of each, its people, and the number of each settlement's (or -1)."""

    keys: list[AreaKey]
    centres: NDArray[np.float64]
    people: NDArray[np.float64]
    of_settlement: list[int]


class Census(NamedTuple):
    """What the drafts are made of."""

    countries: list[sources.Country]
    settlements: list[sources.Settlement]
    divisions: Areas
    districts: Areas
    capitals: frozenset[int]

    def division_row(self, number: int) -> int:
        """Divisions stand behind the countries."""
        return len(self.countries) + number if number >= 0 else NONE


def take_census() -> Census:
    """Read the packages and our tables."""
    countries = sources.read_countries()
    codes = {c.code for c in countries}
    settlements = [s for s in sources.read_settlements() if s.country in codes]
    divisions = _areas(settlements, [(s.country, s.division) for s in settlements])
    districts = _areas(settlements, [(s.country, s.division, s.district) for s in settlements])
    return Census(countries, settlements, divisions, districts, _find_capitals(countries, settlements))


def _areas(settlements: list[sources.Settlement], key_of: list[AreaKey]) -> Areas:
    keys = sorted({key for key in key_of if all(key)})
    number = {key: n for n, key in enumerate(keys)}
    of_settlement = [number.get(key, -1) for key in key_of]
    points = np.array([s.point for s in settlements])
    weights = np.array([s.population + 1.0 for s in settlements])
    centres = find_centres(points, of_settlement, weights, sources.land_file())
    people = np.bincount(np.array(of_settlement) + 1, weights, len(keys) + 1)[1:]
    return Areas(keys, centres.round(2), people, of_settlement)


def _find_capitals(countries: list[sources.Country], settlements: list[sources.Settlement]) -> frozenset[int]:
    names = {(c.code, fold_name(c.capital)) for c in countries}
    best: dict[str, int] = {}
    for number, s in enumerate(settlements):
        if any((s.country, fold_name(name)) in names for name in (s.name, *s.alternates)):
            other = best.get(s.country)
            if other is None or settlements[other].population < s.population:
                best[s.country] = number
    return frozenset(best.values())


def draft_places(census: Census) -> list[Draft]:
    """Countries, divisions, regions, districts, settlements: what is referred to comes first."""
    row = {c.code: number for number, c in enumerate(census.countries)}
    drafts = [*_draft_countries(census), *_draft_divisions(census, row), *_draft_regions(row)]
    return [*drafts, *_draft_districts(census, row), *_draft_settlements(census, row)]


def _draft_countries(census: Census) -> Iterator[Draft]:
    for number, c in enumerate(census.countries):
        names = curated_names(c.name, c.aliases)
        yield Draft(c.name, c.point, PlaceKind.COUNTRY, names, c.geonames, c.population, number, code=c.code)


def _draft_divisions(census: Census, row: dict[str, int]) -> Iterator[Draft]:
    ids, aliases = sources.read_state_ids(), sources.read_division_aliases()
    areas = census.divisions
    for number, (code, name) in enumerate(areas.keys):
        key = fold_name(name)
        names = division_names(name, aliases.get((code, key), ()))
        yield Draft(
            name,
            tuple(areas.centres[number].tolist()),
            PlaceKind.DIVISION,
            (*names, *alike_names(names)) if code in sources.ARABIC else names,
            ids.get(key, 0) if code == "US" else 0,
            int(areas.people[number]),
            row[code],
            census.division_row(number),
        )


def _draft_regions(row: dict[str, int]) -> Iterator[Draft]:
    for r in sources.read_regions():
        names = curated_names(r.name, r.aliases)
        yield Draft(r.name, r.point, PlaceKind.REGION, names, r.geonames, country=row.get(r.country, NONE))


def _draft_districts(census: Census, row: dict[str, int]) -> Iterator[Draft]:
    """Districts, but for those that only repeat a town of theirs under a native word ("Comuna Unirea")."""
    division = {key: number for number, key in enumerate(census.divisions.keys)}
    towns = {(s.country, s.division, fold_name(s.name)) for s in census.settlements}
    areas = census.districts
    for number, (code, outer, name) in enumerate(areas.keys):
        if (code, outer, native_key(name)) in towns and not split_generic(name):
            continue
        yield Draft(
            name,
            tuple(areas.centres[number].tolist()),
            PlaceKind.DISTRICT,
            division_names(name, ()),
            population=int(areas.people[number]),
            country=row[code],
            division=census.division_row(division[code, outer]),
        )


def _draft_settlements(census: Census, row: dict[str, int]) -> Iterator[Draft]:
    aliases = sources.read_settlement_aliases()
    for number, (s, division) in enumerate(zip(census.settlements, census.divisions.of_settlement, strict=True)):
        arabic = s.country in sources.ARABIC
        names = (*settlement_names(s.name, s.alternates, arabic=arabic), *aliases.get(s.geonames, ()))
        yield Draft(
            s.name,
            s.point,
            PlaceKind.CAPITAL if number in census.capitals else PlaceKind.SETTLEMENT,
            (*names, *alike_names(names)) if arabic and s.population >= HEARD else names,
            s.geonames,
            s.population,
            row[s.country],
            census.division_row(division),
        )
