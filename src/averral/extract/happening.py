"""Events of one document that are the same happening, brought together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from averral.records.ontology import incident_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from averral.extract.event import FoundArgument, FoundEvent

__all__ = ["Happening", "arguments_of", "group_events"]

APART = frozenset({"kidnapping", "robbery", "arson", "arrest", "protest", "attack", "armed_clash"})
"""Kinds of deeds of which two are two incidents, even side by side (the MUC-4 guide on the number of templates)."""
OUTCOMES = frozenset({"killing", "death", "injury", "destruction", "massacre", "disappearance"})
"""What several kinds of deeds lead to."""


class Happening(NamedTuple):
    """The type of an incident, and the numbers of its events in order."""

    type: str
    events: tuple[int, ...]


def group_events(events: Sequence[FoundEvent]) -> list[Happening]:
    """Happenings in order of their first event; an event that is part of no incident is in none of them."""
    groups = _Groups(len(events), [_deeds(e) for e in events])
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
    return Happening(max(votes, key=lambda kind: (votes[kind], kind)), tuple(numbers))


class _Groups:
    """Union of numbers (Tarjan 1975) whose deeds do not differ; the root is the smallest number."""

    def __init__(self, count: int, deeds: list[frozenset[str]]) -> None:
        self.parent = list(range(count))
        self.deeds = deeds

    def find(self, number: int) -> int:
        while self.parent[number] != number:
            self.parent[number] = self.parent[self.parent[number]]
            number = self.parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        joint = self.deeds[low] | self.deeds[high]
        if len(joint) < 2:
            self.parent[high] = low
            self.deeds[low] = joint


def arguments_of(happening: Happening, events: Sequence[FoundEvent], role: str) -> Iterable[FoundArgument]:
    """The phrases with this role of all events of a happening, in order."""
    for number in happening.events:
        yield from (a for a in events[number].arguments if a.role == role)
