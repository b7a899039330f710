"""Where a division lies, told from its settlements: the middle of the land that is nearest to them.

The mean of the settlements themselves, weighted by people or not, lies far off wherever the people live in one corner
(the middle of Queensland is 900 km from it). So the land of the earth is cut into cells, each cell goes to the division
of its nearest settlement, and the division's point is the middle of its cells.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapefile
from numpy.typing import NDArray
from scipy.spatial import cKDTree

STEP = 0.2
"""Degrees: 535,000 cells of land; finer ones move no division by more than a few kilometres."""
LATITUDES = np.arange(-90 + STEP / 2, 90, STEP)
COLUMNS = round(360 / STEP)
EARTH_RADIUS = 6371.0
NEIGHBOURS = 6
REACH = 800.0
"""Kilometres: land further than this from any settlement (ice, most of it) is no division's."""


def find_centres(
    points: NDArray[np.float64], groups: Sequence[int], weights: NDArray[np.float64], land: Path
) -> NDArray[np.float64]:
    """(groups, 2) latitudes and longitudes, from (n, 2) points, the group of each (or -1), and its weight.

    A group whose settlements are so near others that no cell is theirs gets the weighted mean of its settlements.
    `land` is a zipped shapefile of the earth's land (Natural Earth, public domain).
    """
    numbers = np.asarray(groups)
    taken = (numbers >= 0) & ~_strays(points, numbers)
    cells = _land_cells(land)
    chord, nearest = cKDTree(_unit(points[taken])).query(_unit(cells))
    lived = chord < REACH / EARTH_RADIUS
    cells, cell_group = cells[lived], numbers[taken][nearest[lived]]
    count = int(numbers.max()) + 1
    by_cell = _sum(cell_group, _unit(cells) * np.cos(np.radians(cells[:, :1])), count)
    by_point = _sum(numbers[taken], _unit(points[taken]) * weights[taken, None], count)
    alone = np.bincount(cell_group, minlength=count) < 2
    return _degrees(np.where(alone[:, None], by_point, by_cell))


def _strays(points: NDArray[np.float64], groups: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Settlements of large groups none of whose neighbours is of the same: most are slips of the source."""
    around = cKDTree(_unit(points)).query(_unit(points), NEIGHBOURS + 1)[1][:, 1:]
    alone = (groups[around] != groups[:, None]).all(1)
    large = np.bincount(groups + 1)[groups + 1] > NEIGHBOURS
    return alone & large


def _sum(groups: NDArray[np.int64], vectors: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    total = np.zeros((count, 3))
    np.add.at(total, groups, vectors)
    return total


def _unit(points: NDArray[np.float64]) -> NDArray[np.float64]:
    lat, lon = np.radians(points).T
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], 1)


def _degrees(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    x, y, z = vectors.T
    return np.degrees(np.stack([np.arctan2(z, np.hypot(x, y)), np.arctan2(y, x)], 1))


def _land_cells(land: Path) -> NDArray[np.float64]:
    mask = np.zeros((len(LATITUDES), COLUMNS), np.bool_)
    for ring in _iter_rings(land):
        _fill(mask, ring)
    rows, columns = np.nonzero(mask)
    return np.stack([LATITUDES[rows], -180 + STEP * (columns + 0.5)], 1)


def _iter_rings(land: Path) -> list[NDArray[np.float64]]:
    with zipfile.ZipFile(land) as archive:
        files = {Path(name).suffix: io.BytesIO(archive.read(name)) for name in archive.namelist()}
    shapes = shapefile.Reader(shp=files[".shp"], dbf=files[".dbf"], shx=files[".shx"]).shapes()
    return [
        np.array(shape.points[start:end])
        for shape in shapes
        for start, end in zip(shape.parts, [*shape.parts[1:], len(shape.points)], strict=True)
    ]


def _fill(mask: NDArray[np.bool_], ring: NDArray[np.float64]) -> None:
    """Flip the cells whose middle the ring encloses: holes are rings inside rings (the even-odd rule)."""
    south, north = ring[:, 1].min(), ring[:, 1].max()
    for row in np.flatnonzero((south <= LATITUDES) & (north > LATITUDES)):
        lat = LATITUDES[row]
        below = ring[:, 1] <= lat
        cuts = np.flatnonzero(below[:-1] != below[1:])
        (x1, y1), (x2, y2) = ring[cuts].T, ring[cuts + 1].T
        crossings = np.sort(x1 + (lat - y1) * (x2 - x1) / (y2 - y1))
        columns = np.clip(np.ceil((crossings + 180) / STEP - 0.5), 0, COLUMNS).astype(int)
        for start, end in zip(columns[::2], columns[1::2], strict=False):
            mask[row, start:end] ^= True
