"""Parts: the words of a document that its events, figures, times and places were read from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

import msgspec

from averral.records import Reading

__all__ = ["Part", "PartKind", "find_parts"]

PartKind = Literal["trigger", "argument", "figure", "time", "place"]


class Part(msgspec.Struct, frozen=True):
    """What some words are: `label` is the event's type, the role, or the kind of figure; `of` the event or incident."""

    kind: PartKind
    label: str = ""
    of: str = ""


def find_parts(reading: Reading) -> dict[tuple[int, int], tuple[Part, ...]]:
    """All parts by where they stand; the same words may be several."""
    found: dict[tuple[int, int], dict[Part, None]] = defaultdict(dict)
    for start, end, part in _iter_parts(reading):
        if start < min(end, len(reading.document.text)):
            found[start, end][part] = None
    return {place: tuple(parts) for place, parts in found.items()}


def _iter_parts(reading: Reading) -> Iterator[tuple[int, int, Part]]:
    for event in reading.events:
        yield event.trigger.start, event.trigger.end, Part("trigger", event.type, event.id)
        for argument in event.arguments:
            yield argument.start, argument.end, Part("argument", argument.role, event.id)
    for incident in reading.incidents:
        for figure in incident.casualties:
            yield figure.start, figure.end, Part("figure", figure.kind, incident.id)
    for time in reading.times:
        yield time.start, time.end, Part("time")
    placed = {place.mention for place in reading.places}
    placed |= {place for place in (*_event_places(reading),) if place is not None}
    for mention in reading.mentions:
        if mention.id in placed:
            yield mention.start, mention.end, Part("place")


def _event_places(reading: Reading) -> Iterator[str | None]:
    yield from (event.place for event in reading.events)
    yield from (incident.place for incident in reading.incidents)
