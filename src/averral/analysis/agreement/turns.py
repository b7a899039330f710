"""Who has the word in a conversation that was written down: questions and answers, each behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from averral.records import Entity, Mention

__all__ = ["Turn", "list_turns"]

_LABEL = re.compile(r"^(?:(Q|A|Question|Answer)[.:]|([A-Z][A-Z.'’ -]{1,38}[A-Z])\s*:)\s+(?=\S)", re.MULTILINE)
_GUEST = re.compile(r"^(?:Guest|Interviewee|Speaker)\s*:", re.IGNORECASE | re.MULTILINE)
LEAST = 4
"""Turns that make a conversation; with fewer a label is a headline."""


class Turn(NamedTuple):
    """The words from `start` to `end` behind a label; `entity` is who speaks, None for who asks or is not known."""

    start: int
    end: int
    label: str
    entity: str | None


def list_turns(text: str, entities: Sequence[Entity], mentions: Iterable[Mention]) -> tuple[Turn, ...]:
    """The turns of a conversation, in order; none where a document is no conversation.

    A label is a name in capitals or Q and A at the beginning of a line, and two labels at least must come back. A
    name is that of the entity that has all its words. "A" is the guest: who is introduced as such, else the person
    that is named first.
    """
    found = list(_LABEL.finditer(text))
    labels = [match[1] or match[2] for match in found]
    if len(found) < LEAST or sum(labels.count(label) > 1 for label in set(labels)) < 2:
        return ()
    guest = _find_guest(text, found[0].start(), entities, mentions)
    ends = [match.start() for match in found[1:]] + [len(text)]
    return tuple(
        Turn(match.end(), end, label, _name(label, entities, guest))
        for match, end, label in zip(found, ends, labels, strict=True)
    )


def _name(label: str, entities: Sequence[Entity], guest: str | None) -> str | None:
    if label in ("A", "Answer"):
        return guest
    if label in ("Q", "Question"):
        return None
    words = set(label.casefold().split())
    fitting = [e for e in entities if e.type in ("person", "unknown") and words <= set(e.name.casefold().split())]
    return max(fitting, key=lambda entity: (entity.name != label, len(entity.name), entity.id)).id if fitting else None


def _find_guest(text: str, end: int, entities: Sequence[Entity], mentions: Iterable[Mention]) -> str | None:
    persons = {entity.id for entity in entities if entity.type == "person"}
    start = _GUEST.search(text, 0, end)
    place = start.end() if start else 0
    named = [m for m in mentions if m.name and m.entity in persons and place <= m.start]
    return min(named, key=lambda mention: mention.start).entity if named else None
