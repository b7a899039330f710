"""Whether two happenings have like figures of casualties."""

from __future__ import annotations

from collections.abc import Iterator

from averral.analysis.incidents.term import Term
from averral.records.case_incident import Happening, Toll

__all__ = ["compare_tolls"]

TELLING = 10
"""A figure from which on the same one twice is hardly chance."""
LIKE = 0.25
"""Share of the greater figure by which two may differ and still be reports of one toll at different hours."""
UNLIKE = 4
"""How many times the one is the other where they can hardly be one toll."""


def compare_tolls(a: Happening, b: Happening) -> Iterator[Term]:
    """The same figure tells the more, the greater it is; like figures tell a little; unlike ones against."""
    pairs = [(x, y, n, m) for x, n in _read(a) for y, m in _read(b) if x.kind == y.kind]
    same = [(n, x) for x, _, n, m in pairs if n == m]
    if same:
        number, toll = max(same, key=lambda found: (found[0], found[1].kind))
        yield Term("same toll", min(1.0, number / TELLING), f"both have {number} {toll.kind}")
        return
    tops = [_find_top(a), _find_top(b)]
    if not all(tops):
        return
    low, high = sorted(top for top in tops if top)
    if high - low <= LIKE * high and high >= TELLING:
        yield Term("like toll", 1.0, f"{low} and {high} killed")
    elif high > UNLIKE * low and high >= TELLING:
        yield Term("other toll", 1.0, f"{low} against {high} killed")


def _read(happening: Happening) -> list[tuple[Toll, int]]:
    """Each toll with its figure, the lower end of a range; none of them is nothing."""
    found = [(toll, toll.low if toll.low is not None else toll.high) for toll in happening.tolls]
    return [(toll, number) for toll, number in found if number]


def _find_top(happening: Happening) -> int | None:
    """The greatest figure of killed."""
    return max((number for toll, number in _read(happening) if toll.kind == "killed"), default=None)
