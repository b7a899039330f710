"""Who has the word in a conversation that was written down: questions and answers, each behind a label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from averral.records import Entity, Mention

__all__ = ["Turn", "list_turns"]

_LABEL = re.compile(r"^(?:(Q|A|Question|Answer)[.:]|([A-Z][A-Z.'’ -]{1,38}[A-Z])\s*:)\s+(?=\S)", re.MULTILINE)
_GUEST = re.compile(r"^(?:Guest|Interviewee|Speaker)\s*:", re.IGNORECASE | re.MULTILINE)
_INTERVIEW = re.compile(
    r"\b(?:interview|conversation|transcript|transcribed|questions? (?:and|to)|talks? (?:to|with))\b", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]+)*")
HEAD = 600
"""Characters at the head of a document, in which it says that it is an interview."""
ASKED = 3
"""Paragraphs that ask which make an interview without labels."""
SHARE = 4
"""One paragraph in so many asks, at least."""
WORDS = 50
"""Words of the longest question."""
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
    that is named first. An interview without labels has paragraphs that ask, each of a question alone or ending with
    one, and what stands between them is the guest's; its heading calls it an interview, a conversation or a transcript.
    """
    found = list(_LABEL.finditer(text))
    labels = [match[1] or match[2] for match in found]
    if len(found) < LEAST or sum(labels.count(label) > 1 for label in set(labels)) < 2:
        return _list_bare(text, entities, mentions)
    guest = _find_guest(text, found[0].start(), entities, mentions)
    ends = [match.start() for match in found[1:]] + [len(text)]
    return tuple(
        Turn(match.end(), end, label, _name(label, entities, guest))
        for match, end, label in zip(found, ends, labels, strict=True)
    )


def _list_bare(text: str, entities: Sequence[Entity], mentions: Iterable[Mention]) -> tuple[Turn, ...]:
    if not _INTERVIEW.search(text, 0, HEAD):
        return ()
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    asks = [_is_question(text[start:end]) for start, end in paragraphs]
    first = next((number for number, asked in enumerate(asks) if asked), len(asks))
    if sum(asks) < ASKED or sum(asks[first:]) * SHARE < len(asks) - first:
        return ()
    guest = _find_guest(text, paragraphs[first][0], entities, mentions)
    return tuple(
        Turn(start, end, "Q" if asked else "A", None if asked else guest)
        for (start, end), asked in zip(paragraphs[first:], asks[first:], strict=True)
    )


def _is_question(paragraph: str) -> bool:
    return paragraph.rstrip("*_ ").endswith("?") and len(paragraph.split()) <= WORDS


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
