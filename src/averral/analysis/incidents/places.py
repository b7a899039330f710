"""Whether two happenings can be at one place: by gazetteer where it knows them, and by name where it does not."""

from __future__ import annotations

import math
from collections.abc import Iterator

from averral.analysis.incidents.term import Term
from averral.records.case_incident import Happening

__all__ = ["compare_places"]

EARTH = 6371.0
"""Mean radius of the earth in kilometres (IUGG)."""
NEAR = 25.0
"""Kilometres within which two points may be one town and its surroundings."""
FAR = 100.0
"""Kilometres beyond which two settlements are not taken for one another."""


def compare_places(a: Happening, b: Happening) -> Iterator[Term]:
    """One entry of the gazetteer or points near each other speak for one happening, distance and other names against.

    Names that the two share are weighed elsewhere, by how rare they are. Other names speak against less where one
    document has the other's place too: one may lie in the other.
    """
    if set(a.places) & set(b.places):
        return
    if set(a.geonames) & set(b.geonames):
        yield Term("same place", 1.0, "both are at one place of GeoNames")
        return
    distance = _measure(a, b)
    if distance is not None and distance <= NEAR:
        yield Term("same place", 1.0, f"their places are {distance:.0f} km apart")
    elif distance is not None and distance > FAR:
        yield Term("far", 1.0, f"their places are {distance:.0f} km apart")
    elif a.places and b.places and a.document != b.document:
        known = set(a.places) & {*b.about, *b.words} or set(b.places) & {*a.about, *a.words}
        yield Term("other place", 0.4 if known else 1.0, f"{a.place or a.places[0]} against {b.place or b.places[0]}")
    elif a.places and b.places:
        yield Term("other place", 0.4, f"{a.place or a.places[0]} against {b.place or b.places[0]}")


def _measure(a: Happening, b: Happening) -> float | None:
    """Great-circle distance in kilometres by the haversine formula; null where a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    one, two = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))
