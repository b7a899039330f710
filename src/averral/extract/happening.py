"""Events of one document that are the same happening, brought together."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from averral.records.edtf import Days, edtf_days
from averral.records.ontology import incident_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from averral.extract.event import FoundArgument, FoundEvent

__all__ = ["Happening", "arguments_of", "gather_bare", "gather_same_target", "group_events"]

APART = frozenset({"kidnapping", "robbery", "arson", "arrest", "protest", "attack", "armed_clash"})
"""Kinds of deeds of which two are two incidents, even side by side (the MUC-4 guide on the number of templates)."""
OUTCOMES = frozenset({"killing", "death", "injury", "destruction", "massacre", "disappearance"})
"""What several kinds of deeds lead to."""
GENERAL = "attack"
"""The type of any violence: an incident of it is of a narrow type as soon as one of its events is."""
VIOLENT = frozenset({"attack", "bombing", "shelling", "air_strike", "arson"})
"""Types by which the same raid may be told."""
EXPLOSIVE = ("bombing", "air_strike", "shelling")
"""The narrow types of violence that coders tell from attacks at large, the strongest first."""
YEAR = re.compile(r"\A/?\d{3}[\dX][?~%]?\Z")
FAR = 45
"""Days between two dates from which on they are of two happenings, and neither is a slip."""
YEAR_LONG = 365
"""Days of an extent that says no more than a year does."""
NEAR = 400
"""Within so many characters a happening that nobody is said to have suffered is told of another one."""


class Happening(NamedTuple):
    """The type of an incident, and the numbers of its events in order."""

    type: str
    events: tuple[int, ...]


def group_events(
    events: Sequence[FoundEvent], dates: Sequence[str | None] | None = None, published: str | None = None
) -> list[Happening]:
    """Happenings in order of their first event; an event that is part of no incident is in none of them.

    `dates` are the events' and `published` the document's (EDTF). One that is told with a mere year ("in 2014 they
    killed nine") looks back: it is no part of what was told before without that year. Nor is one of another month or
    year part of what has a date; what has none is taken to be of the time of the document.
    """
    known = dates or [None] * len(events)
    years = [frozenset(YEAR.findall(date or "")) for date in known]
    groups = _Groups([_deeds(e) for e in events], years, [_read_days(date) for date in known], edtf_days(published))
    for number, event in enumerate(events):
        if event.incident is None:
            continue
        earlier = event.earlier
        while earlier is not None and events[earlier].incident is None:
            earlier = events[earlier].earlier
        if earlier is not None:
            groups.join(earlier, number)
    members: dict[int, list[int]] = defaultdict(list)
    for number, event in enumerate(events):
        if event.incident is not None:
            members[groups.find(number)].append(number)
    return [_happening(events, numbers) for numbers in sorted(members.values())]


def _deeds(event: FoundEvent) -> frozenset[str]:
    """The one kind of deed that an event is; none for what several kinds of deeds lead to, or for words about one."""
    kind = event.incident if event.type == event.incident else incident_type(event.type)
    return frozenset({kind} & APART)


def _happening(events: Sequence[FoundEvent], numbers: list[int]) -> Happening:
    """The type is what most of the events say, by the head that reads incidents and by their own type."""
    votes: dict[str, float] = defaultdict(float)
    for number in numbers:
        event = events[number]
        votes[event.incident or ""] += event.score
        if event.type not in OUTCOMES:
            votes[incident_type(event.type)] += event.score / 2
    chosen = max(votes, key=lambda kind: (votes[kind], kind))
    if chosen == GENERAL:
        chosen = next((kind for kind in EXPLOSIVE if kind in votes), chosen)
    return Happening(chosen, tuple(numbers))


def gather_bare(
    happenings: Sequence[Happening],
    events: Sequence[FoundEvent],
    dates: Sequence[str | None],
    places: Sequence[str | None],
) -> list[Happening]:
    """The happenings, each that names no target and no victim joined with the nearest other of its type.

    It is told once more, or summed up: "the attack", "the damage". One of another date or another place stays, and so
    does one that no other is near.
    """
    left = list(happenings)
    for bare in [h for h in happenings if not any(_suffered(events[n]) for n in h.events)]:
        others = [h for h in left if h.type == bare.type and h is not bare]
        known = [h for h in others if _agree(bare, h, dates) and _agree(bare, h, places)]
        nearest = min(known, key=lambda h: _distance(bare, h, events), default=None)
        if nearest is not None and bare in left and _distance(bare, nearest, events) <= NEAR:
            left[left.index(nearest)] = Happening(bare.type, tuple(sorted((*bare.events, *nearest.events))))
            left.remove(bare)
    return sorted(left, key=lambda h: h.events)


def gather_same_target(
    happenings: Sequence[Happening],
    events: Sequence[FoundEvent],
    dates: Sequence[str | None],
    targets: Sequence[frozenset[str]],
) -> list[Happening]:
    """The happenings, those of violence made one that hit the same thing, and not on different days.

    `targets` are the entities of the buildings and other things that each event hits: a wire of several takes, or an
    inverted pyramid, tells of one raid again and again.
    """
    left: list[Happening] = []
    for happening in happenings:
        same = next((h for h in left if _is_same_target(h, happening, dates, targets)), None)
        if same is None:
            left.append(happening)
        else:
            left[left.index(same)] = _happening(events, sorted((*same.events, *happening.events)))
    return sorted(left, key=lambda h: h.events)


def _is_same_target(
    one: Happening, other: Happening, dates: Sequence[str | None], targets: Sequence[frozenset[str]]
) -> bool:
    if {one.type, other.type} - VIOLENT or not _agree(one, other, dates):
        return False
    first, second = (frozenset().union(*(targets[n] for n in h.events)) for h in (one, other))
    return not first.isdisjoint(second)


def _suffered(event: FoundEvent) -> bool:
    return any(argument.role in ("target", "victim") for argument in event.arguments)


def _agree(one: Happening, other: Happening, values: Sequence[str | None]) -> bool:
    """Whether two happenings share a value, or one of them has none."""
    first, second = ({values[n] for n in h.events} - {None} for h in (one, other))
    return not first or not second or not first.isdisjoint(second)


def _distance(one: Happening, other: Happening, events: Sequence[FoundEvent]) -> int:
    """Characters between the nearest triggers."""
    starts = [events[n].trigger.start for n in other.events]
    return min(abs(events[n].trigger.start - start) for n in one.events for start in starts)


class _Groups:
    """Union of numbers (Tarjan 1975) whose deeds and days do not differ and none of which looks back.

    The least number is the root.
    """

    def __init__(
        self, deeds: list[frozenset[str]], years: list[frozenset[str]], days: list[Days | None], reported: Days | None
    ) -> None:
        self.parent = list(range(len(deeds)))
        self.deeds, self.years, self.days, self.reported = deeds, years, days, reported

    def find(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        joint = self.deeds[low] | self.deeds[high]
        if len(joint) < 2 and self.years[high] <= self.years[low] and not self._are_apart(low, high):
            self.parent[high] = low
            self.deeds[low] = joint
            self.days[low] = self.days[low] or self.days[high]

    def _are_apart(self, low: int, high: int) -> bool:
        """Whether what is told later is of other days than what was told before."""
        told, before = self.days[high], self.days[low] or self.reported
        return bool(told and before and _count_gap(told, before) > FAR)


def _read_days(date: str | None) -> Days | None:
    """The days of a date that is no mere year, and closed on both sides."""
    days = edtf_days(date)
    return days if days and days.first and days.last and (days.last - days.first).days < YEAR_LONG else None


def _count_gap(one: Days, other: Days) -> int:
    """The days between two extents; 0 where they meet, or where a side is open."""
    early, late = sorted((one, other), key=lambda days: days.first or date.min)
    return max(0, (late.first - early.last).days) if early.last and late.first else 0


def arguments_of(happening: Happening, events: Sequence[FoundEvent], role: str) -> Iterable[FoundArgument]:
    """The phrases with this role of all events of a happening, in order."""
    for number in happening.events:
        yield from (a for a in events[number].arguments if a.role == role)
