"""An event as the heads find it, before it has an id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from averral.records import Span, Tense
    from averral.records.incident import ArgumentRole

__all__ = ["FoundArgument", "FoundEvent"]


class FoundArgument(NamedTuple):
    """A phrase with its role; `score` is the linker's chance that it belongs here.

    For perpetrators alone: `kind`, and `confidences`, the log-probability of each value of `Confidence` in its order.
    """

    role: ArgumentRole
    span: Span
    kind: Literal["individual", "organization"] | None
    score: float
    confidences: tuple[float, ...] = ()


class FoundEvent(NamedTuple):
    """A trigger in the document's text with its type (an id of `averral.records.ontology.EVENT_TYPES`).

    `incident` is the type of the incident that it belongs to, null where it is no part of one. `commitment` is how
    surely the innermost source that speaks of the event says it happened, from -3 (certainly not) over 0 (says nothing)
    to 3 (certainly), the axis of UDS-IH2 (Rudinger et al. 2018). `earlier` is the number of an earlier event, in order
    of triggers, that is the same happening.
    """

    trigger: Span
    type: str
    arguments: tuple[FoundArgument, ...]
    incident: str | None
    commitment: float
    tense: Tense
    earlier: int | None
    score: float
