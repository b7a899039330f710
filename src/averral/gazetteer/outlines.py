"""Outlines of the world's countries at 1:110 million (Natural Earth, public domain), as lines without names."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

__all__ = ["Ring", "load_outlines"]

GRAIN = 100
"""Steps of a degree in the file; see training/compile_outlines.py."""

Ring = tuple[tuple[float, float], ...]
"""Points as (longitude, latitude) in degrees; the last one is the first one again."""


@cache
def load_outlines() -> tuple[Ring, ...]:
    """All rings. Where a line runs is Natural Earth's drawing, and no view of ours on any border."""
    numbers = json.loads(files("averral.gazetteer").joinpath("data/outlines.json").read_text("ascii"))
    return tuple(
        tuple((ring[place] / GRAIN, ring[place + 1] / GRAIN) for place in range(0, len(ring), 2)) for ring in numbers
    )
