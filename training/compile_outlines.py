"""The outlines of countries that the map of a report is drawn on, from the Natural Earth data in a package.

    python -m training.compile_outlines SHAPEFILE

SHAPEFILE is `geopandas/datasets/naturalearth_lowres/naturalearth_lowres.shp` out of the PyPI package geopandas 0.14.4,
which holds Natural Earth's countries at 1:110 million (public domain, https://www.naturalearthdata.com). Needs pyshp.
Written are rings of longitude and latitude in hundredths of a degree, without names: lines say not whose they are.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/averral/gazetteer/data/outlines.json"
GRAIN = 100
"""Steps of a degree: 1.1 km, a twentieth of what the source tells apart."""


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("shapefile", type=Path)
    rings = sorted(iter_rings(parser.parse_args().shapefile))
    TARGET.write_text(json.dumps(rings, separators=(",", ":")) + "\n")
    print(f"{len(rings)} rings, {sum(map(len, rings)) // 2} points, {TARGET.stat().st_size:,} bytes")


def iter_rings(shapefile: Path) -> Iterator[list[int]]:
    """Each outer or inner ring as x, y, x, y, …; points that fall together are one."""
    import shapefile as pyshp  # noqa: PLC0415 - only here, and not a dependency

    with pyshp.Reader(str(shapefile)) as reader:
        for shape in reader.shapes():
            ends = [*shape.parts[1:], len(shape.points)]
            for start, end in zip(shape.parts, ends, strict=True):
                ring: list[int] = []
                for x, y in shape.points[start:end]:
                    point = [round(x * GRAIN), round(y * GRAIN)]
                    if ring[-2:] != point:
                        ring += point
                yield ring


if __name__ == "__main__":
    main()
