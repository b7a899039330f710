"""Days and hours of one incident that exclude each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from averral.analysis.agreement.case import Told
from averral.analysis.agreement.position import make_contradiction, make_position
from averral.records.agreement import Contradiction
from averral.records.edtf import edtf_days

__all__ = ["find_moment_clashes"]

NEAR = 31
"""Days between two dates of one incident that can contradict each other; with more between them one was misread."""
CLOSE = 2
"""Days between two dates that contradict each other though only one origin has one of them."""
FIRM = 2
"""Origins that each of two dates must have, or one of two close together, as dates are often read wrong."""
MORNING = 3 * 60
"""Minutes of a day that belong to the night before."""
ROUND = 5
"""Minutes within which two hours are one, as people round."""
CLEAR = 10
"""Minutes between two hours that exclude each other."""
LONGEST = 6 * 60
"""Minutes between two hours of one incident; with more between them they are of different things."""
_HOUR = re.compile(r"[^/]*T(\d\d):(\d\d)(?::\d\d)?")
_UNSURE = frozenset("?~%")


def find_moment_clashes(told: Iterable[Told]) -> Iterator[Contradiction]:
    """Days of one incident that exclude each other, and hours of it so far apart that no rounding explains it."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.stance.kind == "date" and one.incident:
            groups[one.incident].append(one)
    for incident, some in sorted(groups.items()):
        days: dict[date, list[Told]] = defaultdict(list)
        for one in some:
            if (day := _read_day(one)) is not None:
                days[day].append(one)
        yield from _find_days(incident, days)
        usual = min(days, key=lambda day: (-len(days[day]), day), default=None)
        yield from _find_hours(incident, _gather_hours(some, usual))


def _find_days(incident: str, days: Mapping[date, list[Told]]) -> Iterator[Contradiction]:
    """Days where several origins give each, or one of two close together."""
    firm = {day for day, those in days.items() if len({one.voiced.origin for one in those}) >= FIRM}
    for first, second in combinations(sorted(days), 2):
        gap = (second - first).days
        sure = len({first, second} & firm)
        near = gap <= (NEAR if sure == 2 else CLOSE if sure else 0)
        if near and not (gap == 1 and _is_of_night_before(days[second])):
            yield _contradict(incident, f"on {first}", days[first], f"on {second}", days[second])


def _is_of_night_before(told: Iterable[Told]) -> bool:
    """Whether hours right after midnight are all that is given: then they are laid beside those of the day before."""
    hours = [_read_hour(one) for one in told]
    return all(hour is not None and hour < MORNING for hour in hours)


def _find_hours(incident: str, hours: Iterable[_Hours]) -> Iterator[Contradiction]:
    for first, second in combinations(hours, 2):
        if CLEAR <= second.first - first.last <= LONGEST:
            yield _contradict(incident, first.label, first.told, second.label, second.told)


class _Hours(NamedTuple):
    """Stances of nearly one hour, with the first and the last of their hours, in minutes."""

    first: int
    last: int
    told: list[Told]

    @property
    def label(self) -> str:
        first, last = ((one.stance.edtf or "").partition("T")[2] for one in (self.told[0], self.told[-1]))
        return f"at {first}" if first == last else f"at {first} to {last}"


def _gather_hours(told: Iterable[Told], usual: date | None) -> list[_Hours]:
    """Stances by their hours, those of nearly one hour together, in order; one of no day is of the usual."""
    known = [(minute, one) for one in told if (minute := _find_minute(one, usual)) is not None]
    groups: list[_Hours] = []
    for minute, one in sorted(known, key=lambda pair: pair[0]):
        if groups and minute - groups[-1].first <= ROUND:
            groups[-1] = _Hours(groups[-1].first, minute, [*groups[-1].told, one])
        else:
            groups.append(_Hours(minute, minute, [one]))
    return groups


def _find_minute(one: Told, usual: date | None) -> int | None:
    """Minutes from the beginning of the calendar."""
    hour, day = _read_hour(one), _read_day(one) or usual
    return None if hour is None else hour + (day.toordinal() if day else 0) * 1440


def _read_hour(one: Told) -> int | None:
    """Minutes from midnight, by the local clock; null where no single hour is given."""
    match = _HOUR.fullmatch(one.stance.edtf or "")
    return int(match[1]) * 60 + int(match[2]) if match else None


def _read_day(one: Told) -> date | None:
    """The one day that a stance gives for certain."""
    found = edtf_days(one.stance.edtf)
    sure = not _UNSURE & set(one.stance.edtf or "")
    return found.first if sure and found and found.first and found.first == found.last else None


def _contradict(incident: str, first: str, some: Sequence[Told], second: str, others: Sequence[Told]) -> Contradiction:
    sides = (make_position(first, some), make_position(second, others))
    return make_contradiction("date", incident, sides, f"it cannot have been both {first} and {second}")
