"""What docs/reference/ontology.md is made of: cog calls these and puts their lines into it."""

from __future__ import annotations

from typing import get_args

from averral.records.incident import ArgumentRole
from averral.records.ontology import (
    ACLED_SUB_EVENTS,
    ATTEMPTED,
    CAMEO_ROOTS,
    EVENT_TYPES,
    GENEVA_TYPES,
    THREATENED,
    EventType,
    Family,
)


def describe_types() -> str:
    """For each family, its types with what counts and what does not."""
    parts = []
    for family in get_args(Family):
        types = [event for event in EVENT_TYPES.values() if event.family == family]
        rows = [f"| {_name(event)} | {event.definition} | {event.excludes} |" for event in types]
        parts.append("\n".join([f"### {family}", "", "| type | what counts | what does not |", "|---|---|---|", *rows]))
    return "\n\n".join(parts)


def describe_codes() -> str:
    """A table of what other schemes call each type."""
    lines = ["| type | PLOVER | CAMEO | ACLED | UCDP | MUC-4 | GENEVA |", "|---|---|---|---|---|---|---|"]
    for event in EVENT_TYPES.values():
        columns = (event.plover, event.cameo, event.acled, event.ucdp, (event.muc,) if event.muc else (), event.geneva)
        lines.append(f"| `{event.id}` | {' | '.join(', '.join(codes) or '–' for codes in columns)} |")
    return "\n".join(lines)


def describe_roles() -> str:
    """A table of who and what takes part, and of how far an event of the type has gone if nothing else is said."""
    lines = ["| type | roles | stage | own words for attempted |", "|---|---|---|---|"]
    for event in EVENT_TYPES.values():
        own = [word for word in event.attempted if word not in ATTEMPTED]
        roles = ", ".join(f"`{role}`" for role in get_args(ArgumentRole) if role in event.roles)
        lines.append(f"| `{event.id}` | {roles} | `{event.stage}` | {', '.join(own)} |")
    return "\n".join(lines)


def describe_stages() -> str:
    """The words that most types of violence share."""
    return f"- attempted: {', '.join(ATTEMPTED)}\n- threatened: {', '.join(THREATENED)}"


def describe_schemes() -> str:
    """The names behind CAMEO's numbers and ACLED's sub-events, and the GENEVA labels that have no counterpart."""
    roots = ", ".join(f"{code} {name}" for code, name in CAMEO_ROOTS.items())
    events = "; ".join(
        f"{event}: {', '.join(sub for sub, of in ACLED_SUB_EVENTS.items() if of == event)}"
        for event in dict.fromkeys(ACLED_SUB_EVENTS.values())
    )
    left = ", ".join(label for label, event in GENEVA_TYPES.items() if event is None)
    return f"- CAMEO: {roots}.\n- ACLED: {events}.\n- GENEVA labels without a counterpart: {left}."


def _name(event: EventType) -> str:
    return f"`{event.id}`" if event.parent is None else f"`{event.id}`, a kind of `{event.parent}`"
