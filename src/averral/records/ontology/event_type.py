"""One type of event: what counts as it, who takes part in it, and what other schemes call it."""

from __future__ import annotations

from typing import Literal

import msgspec

from averral.records.incident import ArgumentRole
from averral.records.ontology.codes import MucIncident, UcdpViolence

__all__ = [
    "ABOUT",
    "ATTEMPTED",
    "EXCHANGE",
    "SUFFERING",
    "THREATENED",
    "TRANSFER",
    "VIOLENCE",
    "EventType",
    "Family",
    "Stage",
]

Family = Literal[
    "material_conflict",
    "verbal_conflict",
    "verbal_cooperation",
    "material_cooperation",
    "statement",
    "movement",
    "justice",
    "human_condition",
    "politics",
    "hazard",
]
"""PLOVER's four quarters of conflict and cooperation, and what they do not hold."""
Stage = Literal["accomplished", "attempted", "threatened"]

Roles = tuple[ArgumentRole, ...]
"""The perpetrator is whoever acts, without blame; the instrument of a transfer is what is given."""
VIOLENCE: Roles = ("perpetrator", "target", "victim", "instrument", "place", "time")
ABOUT: Roles = ("perpetrator", "target", "place", "time")
EXCHANGE: Roles = ("perpetrator", "recipient", "place", "time")
TRANSFER: Roles = ("perpetrator", "recipient", "beneficiary", "instrument", "place", "time")
SUFFERING: Roles = ("perpetrator", "victim", "instrument", "place", "time")

ATTEMPTED = (
    *("attempt", "attempted", "attempts", "tried to", "failed to", "foiled", "thwarted", "averted", "prevented"),
    *("repelled", "botched", "abortive", "unsuccessful", "narrowly missed"),
)
THREATENED = (
    *("threatened", "threatens", "threat", "threats", "vowed to", "warned that", "plot", "plotted", "planned"),
    *("planning", "conspiracy", "conspired"),
)
"""Words beside a trigger after which the stage is another than the type's own."""


class EventType(msgspec.Struct, frozen=True, kw_only=True):
    """`parent` is the broader type, null for a broad one; a code tuple is empty where a scheme has no counterpart.

    UCDP sorts by who fights whom, which the type alone cannot say: the codes are those that are possible.
    """

    id: str
    family: Family
    parent: str | None = None
    definition: str
    excludes: str
    roles: Roles
    plover: tuple[str, ...] = ()
    cameo: tuple[str, ...] = ()
    acled: tuple[str, ...] = ()
    ucdp: tuple[UcdpViolence, ...] = ()
    muc: MucIncident | None = None
    geneva: tuple[str, ...] = ()
    stage: Stage = "accomplished"
    attempted: tuple[str, ...] = ()
    threatened: tuple[str, ...] = ()
