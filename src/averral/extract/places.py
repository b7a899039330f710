"""Where a document's places lie: of all places that bear a name, the one that this document means, or none.

Each candidate gets a score: how many people live there, what kind of place it is, how it bears the name, whether the
document speaks of its country and its division, whether other places of the document lie near it, and whether it lies
in what the text says holds it. As the places of a document say so much about each other, the scores are taken a few
times, each time with what the last time found. Scores become chances beside the chance that the name is of no place
that the gazetteer knows; where no place has the better half, the mention stays without a point, and its candidates are
kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from averral.extract.place_candidates import Candidates, gather_candidates
from averral.extract.place_scores import Weights, distances, weigh_candidates
from averral.extract.toponyms import CONTAINER, COUNTRY_TYPES, PLACE_TYPES, Toponym, find_toponyms
from averral.gazetteer import Gazetteer, GazetteerPlace, PlaceKind, find_demonym, load_gazetteer
from averral.gazetteer.index import NONE
from averral.records import Block, Mention, Place

__all__ = ["PlaceCandidate", "WeighedPlace", "resolve_places", "weigh_places"]

LEAST: Final = 0.5
"""The chance from which on a place is taken."""
LEAST_COUNTRY: Final = 0.8
"""The chance from which on only a country is given, where the places that a name may mean are all in one."""
SAME: Final = 60.0
"""Kilometres: a town and its district, or GeoNames' two entries of one town, are no ambiguity."""
KEPT: Final = 5
"""Candidates kept of each toponym."""
DEMONYM: Final = 0.5
HOME: Final = 1.0
"""What a demonym, and the publisher's country, weigh beside one mention of a place."""
_INSIDE = re.compile(r"\b(?:in|inside|within|at|(?<!north )(?<!south )(?<!east )(?<!west )(?<!ern )of)\s+(?:the\s+)?$")
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+(?:\s[A-Z][\w-]+)?")


class PlaceCandidate(NamedTuple):
    """A place and the chance that it is meant; `through` says that it is the town of the facility that is meant."""

    place: GazetteerPlace
    chance: float
    through: bool = False


class WeighedPlace(NamedTuple):
    """What a name may mean in a document: `choice` is null where no candidate is likely enough.

    `mentions` has ids; `candidates` are the likeliest first; `country` is given where it is sure although the place is
    not. Where the text says what holds a place that has no choice, `holder` is the choice for that.
    """

    name: str
    mentions: tuple[str, ...]
    choice: PlaceCandidate | None
    candidates: tuple[PlaceCandidate, ...] = ()
    country: str | None = None
    holder: PlaceCandidate | None = None


def resolve_places(
    text: str,
    mentions: Sequence[Mention],
    *,
    blocks: Sequence[Block] = (),
    home: str | None = None,
    gazetteer: Gazetteer | None = None,
) -> tuple[Place, ...]:
    """Where the mentions lie that name places, in the order of `mentions`; one that cannot be told has no record.

    `blocks` tells datelines, `home` is the ISO 3166-1 code of the country that the document was published in. A place
    that the gazetteer lacks, but of which the text says where it lies ("Norlan, a village in Lirria province"), gets
    the holder's point and precision; where only the country is sure there is a country and no point.
    """
    weighed = weigh_places(text, mentions, blocks=blocks, home=home, gazetteer=gazetteer)
    found = {mention: place for w in weighed for mention in w.mentions if (place := _place(mention, w)) is not None}
    found.update(_described(text, mentions, found))
    return tuple(found[m.id] for m in mentions if m.id in found)


def _described(text: str, mentions: Sequence[Mention], found: Mapping[str, Place]) -> dict[str, Place]:
    """Descriptions that say where they lie: "a market in Norlan" lies where Norlan lies, as far as that is told."""
    named = sorted((m for m in mentions if m.id in found), key=lambda m: m.start)
    starts = [m.start for m in named]
    inherited = {}
    for m in mentions:
        if not m.name and m.id not in found and m.type in PLACE_TYPES:
            inner = named[bisect_left(starts, m.start) : bisect_left(starts, m.end)]
            if len(inner) == 1 and _INSIDE.search(text[m.start : inner[0].start]):
                inherited[m.id] = msgspec.structs.replace(found[inner[0].id], mention=m.id, geonames=None)
    return inherited


def weigh_places(
    text: str,
    mentions: Sequence[Mention],
    *,
    blocks: Sequence[Block] = (),
    home: str | None = None,
    gazetteer: Gazetteer | None = None,
) -> tuple[WeighedPlace, ...]:
    """Each name of a place with its candidates, in the order in which the text brings the names up."""
    gazetteer = gazetteer or load_gazetteer()
    toponyms = find_toponyms(text, mentions, blocks)
    candidates = gather_candidates(toponyms, gazetteer)
    countries = _other_countries(text, home, gazetteer)
    chances = weigh_candidates(toponyms, candidates, countries, Weights())
    return tuple(_weighed(toponyms, candidates, chances, [m.id for m in mentions], gazetteer))


def _other_countries(text: str, home: str | None, gazetteer: Gazetteer) -> dict[int, float]:
    """What speaks for countries besides places, by row."""
    counts: Counter[str] = Counter()
    for match in _CAPITALISED.finditer(text):
        counts.update(find_demonym(match[0]) or find_demonym(match[0].split()[0]))
    weight = {code: DEMONYM * float(np.sqrt(n)) for code, n in counts.items()}
    if home:
        weight[home] = weight.get(home, 0.0) + HOME
    return {gazetteer.country_rows[code]: w for code, w in weight.items() if code in gazetteer.country_rows}


def _weighed(
    toponyms: Sequence[Toponym],
    candidates: Candidates,
    chances: NDArray[np.float64],
    ids: Sequence[str],
    gazetteer: Gazetteer,
) -> Iterator[WeighedPlace]:
    lines = candidates.lines(len(toponyms))
    chosen = [_choose(candidates, chances, own, gazetteer) for own in lines]
    for toponym, own, choice in zip(toponyms, lines, chosen, strict=True):
        if toponym.type != CONTAINER:
            held = [c for n in sorted(toponym.within) if (c := chosen[n]) is not None]
            yield WeighedPlace(
                toponym.name,
                tuple(ids[n] for n in toponym.mentions),
                choice,
                tuple(_iter_likely(candidates, chances, own, gazetteer)),
                _sure_country(candidates, chances, own, gazetteer),
                _least(held) if choice is None and toponym.type not in COUNTRY_TYPES else None,
            )


def _choose(
    candidates: Candidates, chances: NDArray[np.float64], lines: NDArray[np.int64], gazetteer: Gazetteer
) -> PlaceCandidate | None:
    """The likeliest place, where it and what is no real alternative to it have the better half of the chance."""
    if not len(lines):
        return None
    best = lines[chances[lines].argmax()]
    together = float(chances[lines][_is_same(candidates, best, lines)].sum())
    if together < LEAST:
        return None
    return PlaceCandidate(gazetteer.get(int(candidates.places.row[best])), together, bool(candidates.through[best]))


def _is_same(candidates: Candidates, best: int, lines: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which lines are no real alternative: they lie at the same spot, or one is the division that holds the other."""
    places = candidates.places
    near = distances(places.point[best], places.point[lines]) < SAME
    kin = (places.division[lines] == places.division[best]) & (places.division[best] != NONE)
    division = (places.kind[lines] == PlaceKind.DIVISION) | (places.kind[best] == PlaceKind.DIVISION)
    return np.asarray(near | (kin & division), np.bool_)


def _iter_likely(
    candidates: Candidates, chances: NDArray[np.float64], lines: NDArray[np.int64], gazetteer: Gazetteer
) -> Iterator[PlaceCandidate]:
    for line in lines[np.argsort(-chances[lines], kind="stable")[:KEPT]]:
        place = gazetteer.get(int(candidates.places.row[line]))
        yield PlaceCandidate(place, float(chances[line]), bool(candidates.through[line]))


def _sure_country(
    candidates: Candidates, chances: NDArray[np.float64], lines: NDArray[np.int64], gazetteer: Gazetteer
) -> str | None:
    country = candidates.places.country[lines]
    for row in np.unique(country).tolist():
        if chances[lines][country == row].sum() >= LEAST_COUNTRY:
            return gazetteer.index.code(row)
    return None


def _least(held: Sequence[PlaceCandidate]) -> PlaceCandidate | None:
    """The smallest of several holders: of "in Norlan province, Lirria" the province."""
    return max(held, key=lambda c: (c.place.kind, -c.place.population), default=None)


def _place(mention: str, weighed: WeighedPlace) -> Place | None:
    if weighed.choice is not None:
        place = weighed.choice.place
        return _located(mention, place, None if weighed.choice.through else place.geonames)
    holder = weighed.holder.place if weighed.holder else None
    if holder is not None and holder.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION):
        return _located(mention, holder, None)
    country = weighed.country or (holder.country if holder else None)
    return Place(mention=mention, country=country, precision="country") if country else None


def _located(mention: str, place: GazetteerPlace, geonames: int | None) -> Place:
    kind = PlaceKind.SETTLEMENT if place.kind == PlaceKind.CAPITAL else place.kind
    return Place(
        mention=mention,
        geonames=geonames,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        precision=kind.name.lower(),
    )
