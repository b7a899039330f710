"""Which happening a statement of responsibility is about, where its own sentence does not tell a deed."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from averral.records.ontology import incident_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.extract.event import FoundEvent
    from averral.extract.happening import Happening
    from averral.extract.responsibility.features import Telling
    from averral.extract.responsibility.finder import Responsibility

__all__ = ["anchor_statements"]

_REFERRING = re.compile(r"\b(?:the|this|that|these|those|of|any)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_BEFORE = 30


def anchor_statements(telling: Telling, happenings: Sequence[Happening], events: Sequence[FoundEvent]) -> Telling:
    """The statements, those without a deed of their own given to the happening that has most events.

    So are "denied any part in the raid" and "accused them of burning it", where the reader took "raid" and "burning"
    for happenings of their own though one of that kind has been told.
    """
    main = max(happenings, key=lambda h: len(h.events), default=None)
    if main is None:
        return telling
    return telling._replace(statements=tuple(_anchored(telling, main, happenings, events)))


def _anchored(
    telling: Telling, main: Happening, happenings: Sequence[Happening], events: Sequence[FoundEvent]
) -> Iterator[Responsibility]:
    owner = {number: happening for happening in happenings for number in happening.events}
    starts = [events[number].trigger.start for number in main.events]
    for statement in telling.statements:
        told = bisect_left(starts, statement.span.start) - 1
        own = owner.get(-1 if statement.trigger is None else statement.trigger)
        if told >= 0 and _is_echo(telling.text, statement, own, main, events):
            yield statement._replace(trigger=main.events[told])
        else:
            yield statement


def _is_echo(
    text: str, statement: Responsibility, own: Happening | None, main: Happening, events: Sequence[FoundEvent]
) -> bool:
    if own is None or not statement.near or statement.trigger is None:
        return statement.stance != "reported"
    if own is main or own.events[0] != statement.trigger or statement.stance in ("reported", "suspects"):
        return False
    start = events[statement.trigger].trigger.start
    refers = _REFERRING.search(text, max(0, start - _BEFORE), start) is not None
    return refers and incident_type(own.type) == incident_type(main.type)
