"""Which happening a statement of responsibility is about, where its own sentence does not tell a deed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from averral.records.ontology import incident_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.extract.event import FoundEvent
    from averral.extract.happening import Happening
    from averral.extract.responsibility.features import Telling
    from averral.extract.responsibility.finder import Responsibility

__all__ = ["AFTERMATH", "anchor_statements"]

AFTERMATH = frozenset(
    {
        "discovery_of_bodies",
        "escape",
        "rescue",
        "seizure",
        "investigation",
        "surrender",
        "trial",
        "sentence",
        "acquittal",
        "arrest",
    }
)
"""What others do about a deed, or those who suffered it."""
_REFERRING = re.compile(
    r"\b(?:(?:the|this|that|these|those|of|any)\s+(?:\w+\s+)?|having\s+(?:ever\s+)?)\Z", re.IGNORECASE
)
_BEFORE = 30


def anchor_statements(telling: Telling, happenings: Sequence[Happening], events: Sequence[FoundEvent]) -> Telling:
    """The statements, those without a deed of their own given to the happening that has most events.

    But "the police deny it" is of what the same sentence or the one before tells. Given to the first too are "denied
    any part in the raid" and "accused them of burning it", where the reader took "raid" and "burning" for happenings of
    their own though one of that kind has been told.
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
        if own is not None and _is_just_told(telling, statement, own, events):
            yield statement
        elif _is_echo(telling.text, statement, own, main, events) and (told >= 0 or own is None):
            yield statement._replace(trigger=main.events[max(told, 0)])
        else:
            yield statement


def _is_plain(statement: Responsibility) -> bool:
    return statement.stance == "reported" and not statement.named


def _is_just_told(telling: Telling, statement: Responsibility, own: Happening, events: Sequence[FoundEvent]) -> bool:
    """Whether a statement stands right behind the last deed, in the same paragraph, and that is what was done."""
    if statement.near or statement.trigger is None or own.type in AFTERMATH:
        return False
    if statement.stance != "denies" and not statement.named:
        return False
    told = events[statement.trigger].trigger
    apart = bisect_left(telling.sentences, statement.span) - bisect_right(
        telling.sentences, told.start, key=lambda s: s.start
    )
    return apart <= 0 and "\n\n" not in telling.text[told.end : statement.span.start]


def _is_echo(
    text: str, statement: Responsibility, own: Happening | None, main: Happening, events: Sequence[FoundEvent]
) -> bool:
    if own is None or not statement.near or statement.trigger is None:
        return not _is_plain(statement)
    if own is main or own.events[0] != statement.trigger or statement.stance in ("reported", "suspects"):
        return False
    start = events[statement.trigger].trigger.start
    refers = _REFERRING.search(text, max(0, start - _BEFORE), start) is not None
    return refers and incident_type(own.type) == incident_type(main.type)
