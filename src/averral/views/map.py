"""The map: outlines without tiles, and where incidents are said to have been, as circles as wide as is not known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from averral.gazetteer.outlines import load_outlines

__all__ = ["Circle", "Map", "MapSite", "make_map"]

WIDTH = 1120.0
HEIGHTS = (320.0, 760.0)
MARGIN = 0.15
"""Share of the extent that is drawn around it."""
LEAST = 4.0
"""Degrees of latitude that a map shows at least: an outline at this scale says nothing of a town."""
DEGREE = 111.2
"""Kilometres of a degree of latitude (a sixtieth is a nautical mile)."""
SMALLEST = 4.0
"""Radius of a circle that would be too small to be seen."""
RADII = {"settlement": 10.0, "district": 40.0, "division": 120.0, "region": 250.0, "country": 400.0}
"""Kilometres around a point within which the place may be, by how precise it is: our own round numbers, to be seen as
an order of magnitude. A country's is drawn so, not by its borders, as its point is a rounded middle."""


class MapSite(msgspec.Struct, frozen=True, kw_only=True):
    """One place of one incident: `lat` and `lon` in degrees, null where no gazetteer knows the place."""

    title: str
    anchor: str
    place: str
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map, with all incidents that are said to have been there; `known` is false for a wide one."""

    x: float
    y: float
    radius: float
    label: str
    precision: str | None
    sites: tuple[MapSite, ...]


class Map(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing: an SVG path of outlines, circles the widest first, and the sites that have no place on earth."""

    width: float
    height: float
    outlines: str
    circles: tuple[Circle, ...]
    unplaced: tuple[MapSite, ...]


class _Frame(NamedTuple):
    """The part of the earth that is drawn; longitudes run on past 180 where it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Units of the drawing for a degree of latitude."""
        return WIDTH / ((self.east - self.west) * self.squeeze)

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is, in the middle of the map (equirectangular projection)."""
        return max(0.05, math.cos(math.radians((self.south + self.north) / 2)))

    def draw(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point lies in the drawing."""
        return round((lon - self.west) * self.squeeze * self.scale, 1), round((self.north - lat) * self.scale, 1)


def make_map(sites: Iterable[MapSite]) -> Map | None:
    """The map of some sites; None where there are none at all. Sites of one point are one circle."""
    every = tuple(sites)
    unplaced = tuple(site for site in every if site.lat is None or site.lon is None)
    placed = [site for site in every if site.lat is not None and site.lon is not None]
    if not every:
        return None
    if not placed:
        return Map(width=WIDTH, height=0.0, outlines="", circles=(), unplaced=unplaced)
    frame = _frame(placed)
    return Map(
        width=WIDTH,
        height=round((frame.north - frame.south) * frame.scale, 1),
        outlines=" ".join(_iter_paths(frame)),
        circles=_make_circles(placed, frame),
        unplaced=unplaced,
    )


def _frame(sites: Sequence[MapSite]) -> _Frame:
    lats = [site.lat for site in sites if site.lat is not None]
    west, east = _find_longitudes([site.lon for site in sites if site.lon is not None])
    south, north = min(lats), max(lats)
    squeeze = max(0.05, math.cos(math.radians((south + north) / 2)))
    tall = max(LEAST, (north - south) * (1 + 2 * MARGIN))
    wide = max((east - west) * squeeze * (1 + 2 * MARGIN), tall * WIDTH / HEIGHTS[1])
    tall = max(tall, wide * HEIGHTS[0] / WIDTH)
    wide = min(wide, 360 * squeeze)
    middle = min(max((south + north) / 2, -90 + tall / 2), 90 - tall / 2)
    half = wide / squeeze / 2
    return _Frame((west + east) / 2 - half, middle - tall / 2, (west + east) / 2 + half, middle + tall / 2)


def _find_longitudes(lons: Sequence[float]) -> tuple[float, float]:
    """The shortest stretch that has all of them: it begins behind the widest gap."""
    ordered = sorted({lon % 360 for lon in lons})
    gaps = [(after - before, after) for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    start = max(gaps)[1] % 360
    reach = max((lon - start) % 360 for lon in ordered)
    west = start - 360 if start > 180 else start
    return west, west + reach


def _iter_paths(frame: _Frame) -> Iterator[str]:
    for shift in (-360.0, 0.0, 360.0):
        for ring in load_outlines():
            points = _clip([(lon + shift, lat) for lon, lat in ring], frame)
            drawn = [frame.draw(*point) for point in points]
            if len(drawn) > 2:
                yield f"M{'L'.join(f'{x:g} {y:g}' for x, y in drawn)}Z"


def _clip(ring: Sequence[tuple[float, float]], frame: _Frame) -> Sequence[tuple[float, float]]:
    """The part of a ring in the frame and a little around it (Sutherland and Hodgman 1974)."""
    far = 0.02 * (frame.north - frame.south)
    edges = ((0, frame.west - far, 1), (0, frame.east + far, -1), (1, frame.south - far, 1), (1, frame.north + far, -1))
    points = list(ring)
    for axis, bound, sign in edges:
        kept: list[tuple[float, float]] = []
        for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
            inside, was = (here[axis] - bound) * sign >= 0, (before[axis] - bound) * sign >= 0
            if inside != was:
                share = (bound - before[axis]) / (here[axis] - before[axis])
                kept.append(tuple(a + share * (b - a) for a, b in zip(before, here, strict=True)))  # type: ignore[arg-type]
            if inside:
                kept.append(here)
        points = kept
    return points


def _make_circles(sites: Iterable[MapSite], frame: _Frame) -> tuple[Circle, ...]:
    groups: dict[tuple[float, float, str | None], list[MapSite]] = {}
    for site in sites:
        groups.setdefault((site.lon or 0.0, site.lat or 0.0, site.precision), []).append(site)
    circles = [_make_circle(*key, tuple(some), frame) for key, some in groups.items()]
    return tuple(sorted(circles, key=lambda circle: (-circle.radius, circle.x, circle.y, circle.label)))


def _make_circle(lon: float, lat: float, precision: str | None, sites: tuple[MapSite, ...], frame: _Frame) -> Circle:
    shifted = lon + 360 if lon < frame.west else lon - 360 if lon > frame.east else lon
    x, y = frame.draw(shifted, lat)
    radius = max(SMALLEST, RADII.get(precision or "", RADII["region"]) / DEGREE * frame.scale)
    names = sorted({site.place for site in sites})
    return Circle(x=x, y=y, radius=round(radius, 1), label="; ".join(names), precision=precision, sites=sites)
