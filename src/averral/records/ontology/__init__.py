"""What can happen: the types of events in a tree of two levels, with their counterparts in other schemes.

The tables are Python, not TOML: they load in a third of the time, a kind takes over what it shares with its broad type,
and the type checker reads them too.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from averral.records.ontology.attacks import ATTACKS
from averral.records.ontology.broad import NARROW_INCIDENTS, broad_type, incident_type
from averral.records.ontology.codes import (
    ACLED_SUB_EVENTS,
    CAMEO_ROOTS,
    GENEVA_LABELS,
    PLOVER_CODES,
    PLOVER_MODES,
    MucIncident,
    UcdpViolence,
)
from averral.records.ontology.conflict import CONFLICTS
from averral.records.ontology.cooperation import COOPERATION
from averral.records.ontology.event_type import ATTEMPTED, THREATENED, EventType, Family, Stage
from averral.records.ontology.society import SOCIETY
from averral.records.ontology.talk import TALK

__all__ = [
    "ACLED_SUB_EVENTS",
    "ATTEMPTED",
    "CAMEO_ROOTS",
    "EVENT_TYPES",
    "GENEVA_LABELS",
    "GENEVA_TYPES",
    "NARROW_INCIDENTS",
    "PLOVER_CODES",
    "PLOVER_MODES",
    "THREATENED",
    "EventType",
    "Family",
    "MucIncident",
    "Stage",
    "UcdpViolence",
    "broad_type",
    "incident_type",
]

EVENT_TYPES: Mapping[str, EventType] = MappingProxyType(
    {event.id: event for event in (*ATTACKS, *CONFLICTS, *TALK, *COOPERATION, *SOCIETY)}
)
"""By id; a broad type stands before its narrower ones."""
GENEVA_TYPES: Mapping[str, str | None] = MappingProxyType(
    dict.fromkeys(sorted(GENEVA_LABELS)) | {label: event.id for event in EVENT_TYPES.values() for label in event.geneva}
)
"""The event type of each GENEVA label, null where none fits."""
