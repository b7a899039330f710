"""What speaks for each candidate: its own weight, and what the rest of the document says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from averral.extract.place_candidates import TOWNS, Candidates
from averral.extract.toponyms import Toponym
from averral.gazetteer import PlaceKind
from averral.gazetteer.index import NONE

__all__ = ["Weights", "distances", "weigh_candidates"]

Floats = NDArray[np.float64]
EARTH_RADIUS: Final = 6371.0
ROUNDS: Final = 4
ANCHORS: Final = 100
AT_ONCE: Final = 10_000
"""Lines whose distances are held in memory at a time."""
NEAR: Final = 150.0
"""Kilometres at which the pull of another place is down to a third."""
REGION_REACH: Final = 800.0
TOWN_REACH: Final = 60.0
"""Kilometres from the point of a region, or of a town or district, within which a place may lie in it."""


UNCOUNTED: Final = 3000.0
"""People of a town of which GeoNames has no count: it is there as the seat of some administration."""
TOWN_PART: Final = 0.1
"""From this part of a division's people on, its name is first its town's."""
SORTS: Final = np.array([0, 1, 2, 1, 3, 3])
"""Countries, divisions, regions and towns, by `PlaceKind`."""


class Weights(NamedTuple):
    """Natural log-odds, chosen by hand and checked on GeoVirus; halving or doubling one changes little.

    `people` is for each factor of ten in population; `kind` and `name` are indexed by `PlaceKind` and `NameKind`. A
    region has no population: its `kind` stands for both. `listed` is a factor of `inside` where the comma may be that
    of a list; `abroad` is the part of `country` that a town loses in a document that speaks of other countries;
    `unknown` is what the chance of no place at all is worth.
    """

    people: float = 1.3
    kind: tuple[float, ...] = (3.5, 1.0, 10.0, -1.0, 0.0, 1.0)
    name: tuple[float, ...] = (0.0, 0.0, -1.0, -0.5, -1.5, -3.0)
    country: float = 4.0
    abroad: float = -0.4
    division: float = 2.0
    near: float = 2.5
    inside: float = 5.0
    outside: float = -3.0
    listed: float = 0.4
    namesake: float = -2.5
    beside: float = 2.0
    noun: float = 3.0
    personal: float = -3.0
    facility: float = -3.0
    unknown: float = 5.0


class _Holding(NamedTuple):
    """Lines of a toponym, lines of one that is said to hold it, and (inner, outer) how well each lies in each."""

    inner: NDArray[np.int64]
    outer: NDArray[np.int64]
    fits: Floats
    strength: float


def weigh_candidates(
    toponyms: Sequence[Toponym], candidates: Candidates, countries: Mapping[int, float], weights: Weights
) -> Floats:
    """The chance of each line; the chances of a toponym's lines add up to less than one.

    `countries` has what else speaks for countries, by row: demonyms, where the document was published.
    """
    own = _own_scores(toponyms, candidates, weights)
    holdings = _find_holdings(toponyms, candidates, weights.listed)
    sort = SORTS[candidates.places.kind]
    local = candidates.places.kind >= PlaceKind.DISTRICT
    mass = np.array([np.sqrt(max(t.weight, 0.25)) for t in toponyms])
    chances = _chances(own, candidates.toponym, weights.unknown)
    for _ in range(ROUNDS):
        score = own + weights.inside * _inside(chances, candidates.owned, holdings)
        score += weights.outside * _outside(chances, candidates, holdings)
        share, told = _share(chances, mass, candidates.toponym, candidates.places.country, countries)
        score += weights.country * (share + weights.abroad * told * local)
        score += weights.division * _share(chances, mass, candidates.toponym, candidates.places.division, {})[0]
        score += weights.beside * _likeness(toponyms, chances, candidates, sort)
        score += weights.near * _nearness(chances, candidates)
        chances = _chances(score, candidates.toponym, weights.unknown)
    return chances


def _own_scores(toponyms: Sequence[Toponym], candidates: Candidates, weights: Weights) -> Floats:
    places, of = candidates.places, candidates.toponym
    town = np.isin(places.kind, TOWNS)
    people = np.where((places.population == 0) & (places.kind >= PlaceKind.DISTRICT), UNCOUNTED, places.population)
    score = weights.people * np.log10(1 + people)
    score += np.array(weights.kind)[places.kind] + np.array(weights.name)[places.name]
    noun = np.array([t.noun for t in toponyms], object)[of]
    score += weights.noun * (((noun == "settlement") & town) | ((noun == "division") & _is_area(places.kind)))
    personal = np.array([t.personal for t in toponyms], np.bool_)[of]
    facility = np.array([t.type == "FAC" for t in toponyms], np.bool_)[of] & town & ~candidates.through
    score += weights.namesake * (_has_namesake(candidates) & (noun != "division"))
    return np.asarray(score + weights.personal * personal + weights.facility * facility, np.float64)


def _has_namesake(candidates: Candidates) -> NDArray[np.bool_]:
    """Divisions with a town of their own name that is a good part of them: who writes "Norlan" means the town."""
    places = candidates.places
    pair = candidates.toponym * (NONE + 1) + places.division
    town = np.isin(places.kind, TOWNS)
    order = np.lexsort((-places.population * town, pair))
    first, where = np.unique(pair[order], return_index=True)
    largest = (places.population * town)[order][where][np.searchsorted(first, pair)]
    return np.asarray((places.kind == PlaceKind.DIVISION) & (largest > TOWN_PART * places.population), np.bool_)


def _is_area(kind: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.asarray(np.isin(kind, (PlaceKind.DIVISION, PlaceKind.DISTRICT)), np.bool_)


def _chances(score: Floats, toponym: NDArray[np.int64], unknown: float) -> Floats:
    """Softmax over the lines of each toponym and the chance of none of them."""
    odds = np.exp(np.minimum(score - unknown, 50.0))
    total = 1.0 + np.bincount(toponym, odds, toponym[-1] + 1 if len(toponym) else 0)
    return np.asarray(odds / total[toponym], np.float64)


def _share(
    chances: Floats, mass: Floats, toponym: NDArray[np.int64], area: NDArray[np.int64], given: Mapping[int, float]
) -> tuple[Floats, Floats]:
    """How much of what the other toponyms speak of lies in each line's country (or division), and in any at all."""
    weighed = chances * mass[toponym]
    of_area = np.bincount(area, weighed, NONE + 1)
    for row, extra in given.items():
        of_area[row] += extra
    of_area[NONE] = 0.0
    _, pair = np.unique(toponym * (NONE + 1) + area, return_inverse=True)
    own = np.bincount(pair, weighed)[pair]
    rest = of_area.sum() - np.bincount(toponym, weighed * (area < NONE))[toponym]
    return np.maximum(of_area[area] - own, 0.0) * (area < NONE) / (1.0 + rest), rest / (1.0 + rest)


def _nearness(chances: Floats, candidates: Candidates) -> Floats:
    """How near the nearest likely place of another toponym lies, times its chance; towns and districts only."""
    points = _unit(candidates.places.point)
    local = candidates.places.kind >= PlaceKind.DISTRICT
    likely = np.flatnonzero(local & (chances > 0.3))
    anchors = likely[np.argsort(-chances[likely], kind="stable")[:ANCHORS]]
    if not len(anchors):
        return np.zeros(len(chances))
    result = np.zeros(len(chances))
    for lines in np.array_split(np.flatnonzero(local), 1 + local.sum() // AT_ONCE):
        pull = np.exp(-_arc(points[lines] @ points[anchors].T) / NEAR) * chances[anchors]
        pull[candidates.toponym[lines, None] == candidates.toponym[anchors]] = 0.0
        result[lines] = pull.max(1)
    return result


def _likeness(toponyms: Sequence[Toponym], chances: Floats, candidates: Candidates, sort: NDArray[np.int64]) -> Floats:
    """How surely the neighbours in a list are places of the same sort: states stand with states, towns with towns."""
    result = np.zeros(len(chances))
    of_sort = np.zeros((len(toponyms), SORTS.max() + 1))
    np.add.at(of_sort, (candidates.toponym, sort), chances)
    for each, own in zip(toponyms, candidates.lines(len(toponyms)), strict=True):
        if each.beside:
            result[own] = of_sort[sorted(each.beside)].mean(0)[sort[own]]
    return result


def _find_holdings(toponyms: Sequence[Toponym], candidates: Candidates, listed: float) -> list[_Holding]:
    lines = candidates.lines(len(toponyms))
    return [
        _Holding(
            lines[number],
            lines[outer],
            _fits(candidates, lines[number], lines[outer]),
            listed if outer in toponym.beside else 1.0,
        )
        for number, toponym in enumerate(toponyms)
        for outer in sorted(toponym.within)
        if len(lines[number]) and len(lines[outer])
    ]


def _fits(candidates: Candidates, inner: NDArray[np.int64], outer: NDArray[np.int64]) -> Floats:
    """(inner, outer): 1 in its country or division, less near the point of a region, district or town."""
    places = candidates.places
    kind, row, point = places.kind[outer], places.row[outer], _unit(places.point)
    same_country = places.country[inner][:, None] == places.country[outer]
    distance = _arc(point[inner] @ point[outer].T)
    other = places.row[inner][:, None] != row
    fits = 1.0 * ((kind == PlaceKind.COUNTRY) & same_country)
    fits += (kind == PlaceKind.DIVISION) & (places.division[inner][:, None] == row)
    fits += 0.6 * ((kind == PlaceKind.REGION) & (distance < REGION_REACH))
    fits += 0.8 * ((kind >= PlaceKind.DISTRICT) & (distance < TOWN_REACH) & same_country)
    lesser = places.kind[inner][:, None] > PlaceKind.COUNTRY
    return np.asarray(fits * (other & lesser), np.float64)


def _inside(chances: Floats, owned: NDArray[np.bool_], holdings: Sequence[_Holding]) -> Floats:
    """How surely each line lies in a holder or its people's country, or holds what is said to lie in it."""
    result = owned.astype(np.float64)
    for inner, outer, fits, strength in holdings:
        result[inner] = np.maximum(result[inner], strength * (fits * chances[outer]).max(1))
        result[outer] = np.maximum(result[outer], strength * (fits * chances[inner][:, None]).max(0))
    return result


def _outside(chances: Floats, candidates: Candidates, holdings: Sequence[_Holding]) -> Floats:
    """How surely each line lies outside the country or division that the text puts it into."""
    result = np.zeros(len(chances))
    for inner, outer, fits, strength in holdings:
        area = np.isin(candidates.places.kind[outer], (PlaceKind.COUNTRY, PlaceKind.DIVISION))
        lesser = candidates.places.kind[inner] > PlaceKind.COUNTRY
        if strength == 1.0:
            result[inner] = np.maximum(result[inner], lesser * ((1.0 - fits) * area * chances[outer]).sum(1))
    return result


def distances(point: Floats, points: Floats) -> Floats:
    """Kilometres from a (2,) point to (n, 2) others."""
    return _arc(_unit(points) @ _unit(point[None])[0])


def _unit(points: Floats) -> Floats:
    lat, lon = np.radians(points).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], 1)


def _arc(cosine: Floats) -> Floats:
    return np.asarray(EARTH_RADIUS * np.arccos(np.clip(cosine, -1.0, 1.0)), np.float64)
