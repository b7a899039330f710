"""Readings from text with marks: [Salt Front/ORG] is a mention, {burned/arson} an event, «Ada Quill|direct|…» words."""

from __future__ import annotations

import re

from averral.records import (
    Attribution,
    Claim,
    Entity,
    EntitySpan,
    Event,
    Incident,
    Mention,
    Proposition,
    Reading,
    Span,
    Trigger,
)
from tests.builders import READER, make_document

_MARK = re.compile(r"\[([^/\]]+)/([A-Z]+)\]|\{([^/}]+)/([a-z_]+)\}|«([^|»]+)\|([a-z]+)\||»")
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][”\"]?(?=\s|$)|$)", re.DOTALL)
TYPES = {"ORG": "organization", "PER": "person", "GPE": "place", "FAC": "place"}
DESCRIBED = re.compile(r"(?:the|that|our) [a-z ]+|it|they|[a-z ]+")


def read(marked: str, **document: object) -> Reading:
    """The reading of a text: mentions of one name are one entity, events of one type one incident.

    A name's entity is the name itself without its article, in lower case; an incident is called as its type.
    """
    text, found = "", []
    place = 0
    opened: list[tuple[str, str, int]] = []
    names: dict[str, Entity] = {}
    mentions, events, words = [], [], []
    for match in _MARK.finditer(marked):
        text += marked[place : match.start()]
        place = match.end()
        if match[1]:
            key = _fold(match[1])
            named = DESCRIBED.fullmatch(match[1]) is None
            names.setdefault(key, Entity(id=key, name=match[1].removeprefix("the "), type=TYPES[match[2]]))
            end = len(text) + len(match[1])
            mentions.append(
                Mention(id=f"m{len(mentions)}", start=len(text), end=end, type=match[2], name=named, entity=key)
            )
            text += match[1]
        elif match[3]:
            trigger = Trigger(start=len(text), end=len(text) + len(match[3]))
            events.append(Event(id=f"v{len(events)}", type=match[4], trigger=trigger, factuality="CT+"))
            text += match[3]
        elif match[5]:
            opened.append((_fold(match[5]), match[6], len(text)))
        else:
            words.append((*opened.pop(), len(text)))
    text += marked[place:]
    found = [
        Attribution(id=f"a{n}", source=_source(source), cue=None, content=(Span(start, end),), kind=kind)
        for n, (source, kind, start, end) in enumerate(words)
    ]
    claims = [
        Claim(
            id=f"c{n}", start=start, end=end, attribution=f"a{n}", chain=("author", source),
            proposition=Proposition(type="statement"),
        )
        for n, (source, _, start, end) in enumerate(words)
    ]  # fmt: skip
    kinds = dict.fromkeys(event.type for event in events)
    incidents = [
        Incident(
            id=kind, type=kind, stage="accomplished", events=tuple(one.id for one in events if one.type == kind)
        )
        for kind in kinds
    ]  # fmt: skip
    return Reading(
        document=make_document(text, **document), reader=READER, entities=tuple(names.values()),
        sentences=tuple(one.span() for one in _SENTENCE.finditer(text)), mentions=tuple(mentions),
        events=tuple(events), incidents=tuple(incidents), attributions=tuple(found), claims=tuple(claims),
    )  # fmt: skip


def _fold(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").casefold()


def _source(entity: str) -> EntitySpan:
    return EntitySpan(0, 0, entity)
