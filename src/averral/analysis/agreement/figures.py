"""Figures that cannot both hold, and figures that only replace each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from averral.analysis.agreement.case import Told
from averral.analysis.agreement.position import find_first_day, make_contradiction, make_position
from averral.analysis.agreement.tolls import Toll, find_value
from averral.records.agreement import Contradiction

__all__ = ["find_toll_clashes"]

PART = 0.4
"""A figure of one origin below this share of the commonest is taken for a part of the whole."""
SMALL = 0.25
"""The same where several origins give the figure."""
CLOSE = 0.1
"""Share by which a later figure may be higher at any time and still be an update."""
FRESH = 3
"""Days after the first figure in which tolls are taken to rise still."""
POSITIONS = 12
"""Figures of one incident that are laid beside each other, those with most origins first."""
FALLING = frozenset({"missing"})
"""Kinds whose numbers go down as people are found."""


class Value(NamedTuple):
    """A figure with all who stand by it."""

    low: int | None
    high: int | None
    told: tuple[Told, ...]

    @property
    def number(self) -> int:
        """The figure as one number."""
        return find_value(self.told[0])

    @property
    def origins(self) -> int:
        """How many origins it has."""
        return len({one.voiced.origin for one in self.told})

    @property
    def documents(self) -> int:
        """How many documents give it."""
        return len({one.voiced.document for one in self.told})

    @property
    def first(self) -> str:
        """The day on which it was first said, "~" where no one's is known."""
        return min(find_first_day(one.voiced.said) for one in self.told)

    @property
    def last(self) -> str:
        """The last day on which it was said."""
        known = [day for one in self.told if (day := find_first_day(one.voiced.said)) != "~"]
        return max(known, default="~")


def find_toll_clashes(tolls: Iterable[Toll], superseded: frozenset[str]) -> Iterator[Contradiction]:
    """Ranges of one kind for one incident that do not meet.

    Each speaker stands by one figure in each document for each day: the one that is repeated, else the highest. A pair
    is an update where a document corrects one to the other, where the same source gave the higher later, or anybody did
    while tolls still rose, where it is hardly higher, or where people who were missing or held were found;
    `superseded` are documents that a correction replaces. Else it is a contradiction.
    """
    for toll in tolls:
        yield from _lay_out(toll, _list_values(toll), superseded)


def _lay_out(toll: Toll, values: Sequence[Value], superseded: frozenset[str]) -> Iterator[Contradiction]:
    """Of updates only those between which no other figure lies; a figure that was replaced contradicts nothing."""
    start = min((value.first for value in values), default="~")
    rises: dict[Value, tuple[Value, Value, str]] = {}
    clashes: list[tuple[Value, Value]] = []
    for pair in combinations(values, 2):
        low, high = sorted(pair, key=lambda value: value.number)
        if _meet(low, high):
            continue
        why = _find_correction(low, high, superseded) or _find_change(toll, low, high, start)
        old = low if low.first <= high.first else high
        if why is None:
            clashes.append((low, high))
        elif old not in rises or abs(old.number - (low if old is high else high).number) < _reach(rises[old]):
            rises[old] = low, high, why
    gone = {old for old, (low, high, _) in rises.items() if _is_over(old, low if old is high else high)}
    for low, high in clashes:
        if low not in gone and high not in gone:
            yield _clash(toll, low, high, None)
    for low, high, why in rises.values():
        yield _clash(toll, low, high, why)


def _is_over(old: Value, new: Value) -> bool:
    """Whether nobody is known to give the old figure after the new one came."""
    return old.last == "~" or old.last <= new.first


def _reach(rise: tuple[Value, Value, str]) -> int:
    return rise[1].number - rise[0].number


def _list_values(toll: Toll) -> list[Value]:
    """The figures that somebody stands by, those with most origins first, without what is far below the commonest."""
    kept: dict[tuple[int | None, int | None], list[Told]] = defaultdict(list)
    for one in _choose(toll.told):
        kept[one.stance.low, one.stance.high].append(one)
    values = [Value(low, high, tuple(some)) for (low, high), some in kept.items()]
    values.sort(key=lambda value: (-value.origins, -value.documents, -value.number, value.low or 0))
    return [value for value in values if not _is_part(value, values[0])][:POSITIONS]


def _choose(told: Sequence[Told]) -> list[Told]:
    """Of each speaker in each document and on each day one figure: the one that it repeats, else the highest."""
    groups: dict[tuple[str, str, str | None], list[Told]] = defaultdict(list)
    for one in told:
        groups[one.voiced.document, one.voiced.speaker, one.voiced.said].append(one)
    found = []
    for some in groups.values():
        counts = Counter((one.stance.low, one.stance.high) for one in some)
        best = max(some, key=lambda one: (counts[one.stance.low, one.stance.high], find_value(one), one.voiced.start))
        found += [one for one in some if (one.stance.low, one.stance.high) == (best.stance.low, best.stance.high)]
    return found


def _is_part(value: Value, common: Value) -> bool:
    """Whether a figure is far below one that several origins give, and farther where it has several itself: a part."""
    if common.origins == 1:
        return value.number < SMALL * common.number
    return value.number < (PART if value.origins == 1 else SMALL) * common.number


def _meet(a: Value, b: Value) -> bool:
    """Whether a number can lie in both ranges; null is open."""
    low = max(a.low or 0, b.low or 0)
    highs = [high for high in (a.high, b.high) if high is not None]
    return not highs or low <= min(highs)


def _find_correction(low: Value, high: Value, superseded: frozenset[str]) -> str | None:
    """Whether a document that replaces another, or says that it corrects, gives the one in place of the other."""
    for new, old in ((low, high), (high, low)):
        if all(one.voiced.document in superseded for one in old.told):
            return "a correction replaces the earlier figure"
        days = [find_first_day(one.voiced.said) for one in new.told if old.number in one.stance.corrects]
        if days and (old.last == "~" or old.last <= min(days)):
            return "a document corrects the earlier figure"
    return None


def _find_change(toll: Toll, low: Value, high: Value, start: str) -> str | None:
    """Whether the one may have become the other in the course of time."""
    if "~" in (low.first, high.first, start):
        return None
    if toll.figure.partition(" ")[0] in FALLING:
        return "people were found since" if high.last <= low.first else None
    return None if low.last > high.first else _find_rise(low, high, start)


def _find_rise(low: Value, high: Value, start: str) -> str | None:
    """Whether a figure that nobody gave before the lower one was given last is what became of it."""
    later = low.last < high.first
    if later and _list_speakers(low) <= _list_speakers(high):
        return "the same source gives a higher figure later"
    if (later or _is_before(low, high)) and _count_days(start, high.first) <= FRESH:
        return "the higher figure was said later, while tolls were still rising"
    if later and high.number <= low.number * (1 + CLOSE):
        return "a figure that is hardly higher was said later: somebody may have died or been found since"
    return None


def _list_speakers(value: Value) -> set[str]:
    return {one.voiced.speaker for one in value.told}


def _is_before(low: Value, high: Value) -> bool:
    """Whether every document that has the lower figure has the higher one too, and farther down."""
    last = {one.voiced.document: one.voiced.start for one in high.told}
    return all(one.voiced.start < last.get(one.voiced.document, -1) for one in low.told)


def _count_days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _clash(toll: Toll, a: Value, b: Value, update: str | None) -> Contradiction:
    first, second = (_tell(value, toll.figure) for value in (a, b))
    return make_contradiction(
        "casualties",
        toll.incident,
        (make_position(first, a.told), make_position(second, b.told)),
        f"{first} and {second} cannot both hold",
        update,
    )


def _tell(value: Value, figure: str) -> str:
    low, high = value.low, value.high
    if low == high:
        return f"{high} {figure}"
    if high is None:
        return f"at least {low} {figure}"
    return f"at most {high} {figure}" if low is None else f"{low} to {high} {figure}"
