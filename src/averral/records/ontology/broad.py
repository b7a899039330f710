"""From the many types of events to the few that an incident may have."""

from __future__ import annotations

from averral.records.ontology.attacks import ATTACKS
from averral.records.ontology.conflict import CONFLICTS
from averral.records.ontology.cooperation import COOPERATION
from averral.records.ontology.society import SOCIETY
from averral.records.ontology.talk import TALK

__all__ = ["NARROW_INCIDENTS", "broad_type", "incident_type"]

_PARENTS = {event.id: event.parent for event in (*ATTACKS, *CONFLICTS, *TALK, *COOPERATION, *SOCIETY)}
NARROW_INCIDENTS = ("bombing", "arson", "air_strike", "shelling")
"""The narrow types that coders keep apart as incidents (MUC-4 has the first two, ACLED the last two)."""
_SAME = {
    "suicide_bombing": "bombing",
    "mine_explosion": "bombing",
    "drone_strike": "air_strike",
    "missile_strike": "air_strike",
}


def broad_type(event: str) -> str:
    """The broad type of an event type."""
    return _PARENTS[event] or event


def incident_type(event: str) -> str:
    """The type of the incident that an event of this type makes: a broad one, or one of `NARROW_INCIDENTS`."""
    event = _SAME.get(event, event)
    return event if event in NARROW_INCIDENTS else broad_type(event)
