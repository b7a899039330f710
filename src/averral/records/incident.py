"""Events as they are mentioned, and incidents: the row that a conflict coder wants."""

from __future__ import annotations

from typing import Literal

import msgspec

from averral.records.claim import Factuality

__all__ = [
    "Argument",
    "ArgumentRole",
    "Casualties",
    "Confidence",
    "Event",
    "Filler",
    "Incident",
    "Perpetrator",
    "Trigger",
]

ArgumentRole = Literal["perpetrator", "target", "victim", "instrument", "place", "time", "recipient", "beneficiary"]
Confidence = Literal[
    "reported_as_fact",
    "claimed_or_admitted",
    "suspected_or_accused",
    "suspected_or_accused_by_authorities",
    "possible",
    "denied",
]
"""The five values of the MUC-4 guide (ORGANIZATION CONFIDENCE), and `denied`."""


class Trigger(msgspec.Struct, frozen=True):
    """The words that name the event."""

    start: int
    end: int


class Argument(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that takes part in an event."""

    role: ArgumentRole
    start: int
    end: int
    entity: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of something happening."""

    id: str
    type: str
    trigger: Trigger
    arguments: tuple[Argument, ...] = ()
    edtf: str | None = None
    place: str | None = None
    factuality: Factuality | None = None


class Filler(msgspec.Struct, frozen=True, kw_only=True):
    """A target, victim or instrument of an incident, as the text names it."""

    text: str
    entity: str | None = None
    name: bool = True


class Perpetrator(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have done it, and how surely, by which claims."""

    text: str
    entity: str | None = None
    kind: Literal["organization", "individual"]
    confidence: Confidence
    claims: tuple[str, ...] = ()


class Casualties(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as one claim gives it; `high` is null for "at least"."""

    kind: Literal["killed", "injured", "abducted", "missing", "arrested", "displaced"]
    low: int | None
    high: int | None
    start: int
    end: int
    claim: str | None = None


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as one document tells it."""

    id: str
    type: str
    stage: Literal["accomplished", "attempted", "threatened"]
    events: tuple[str, ...] = ()
    edtf: str | None = None
    place: str | None = None
    perpetrators: tuple[Perpetrator, ...] = ()
    targets: tuple[Filler, ...] = ()
    victims: tuple[Filler, ...] = ()
    instruments: tuple[Filler, ...] = ()
    casualties: tuple[Casualties, ...] = ()
