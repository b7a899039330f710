"""Marked text for tests of events: `[went off]` is a trigger, `{said}` a cue, `<…>` what is credited to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from averral.extract.event import FoundArgument, FoundEvent
from averral.extract.sentences import iter_sentences
from averral.records import Attribution, Span

__all__ = ["Told", "give", "tell"]

_MARK = re.compile(r"[\[\]{}<>]")
_OPENING = {"]": "[", "}": "{", ">": "<"}


class Told(NamedTuple):
    """The text without its marks, its sentences, its events in order, and one attribution for each cue."""

    text: str
    sentences: tuple[Span, ...]
    events: tuple[FoundEvent, ...]
    attributions: tuple[Attribution, ...]


def tell(marked: str, kind: str = "attack", *, same: bool = False) -> Told:
    """Read marks; with `same` each event is the same happening as the one before."""
    text, spans = _strip(marked)
    sentences = tuple(iter_sentences(text, [Span(0, len(text))]))
    events = tuple(
        FoundEvent(trigger, kind, (), kind, 0.0, "past", n - 1 if same and n else None, 1.0)
        for n, trigger in enumerate(spans["["])
    )
    pairs = zip(spans["{"], spans["<"], strict=True)
    attributions = tuple(
        Attribution(id=f"a{n}", source=None, cue=cue, content=(content,), parent=None, kind="indirect", basis="none")
        for n, (cue, content) in enumerate(pairs, 1)
    )
    return Told(text, sentences, events, attributions)


def give(event: FoundEvent, text: str, role: str, words: str) -> FoundEvent:
    """The event with one more argument."""
    start = text.index(words)
    argument = FoundArgument(role, Span(start, start + len(words)), None, 1.0)  # type: ignore[arg-type]
    return event._replace(arguments=(*event.arguments, argument))


def _strip(marked: str) -> tuple[str, dict[str, list[Span]]]:
    spans: dict[str, list[Span]] = {"[": [], "{": [], "<": []}
    opened: dict[str, int] = {}
    text, last = "", 0
    for match in _MARK.finditer(marked):
        text, last = text + marked[last : match.start()], match.end()
        if match[0] in spans:
            opened[match[0]] = len(text)
        else:
            spans[_OPENING[match[0]]].append(Span(opened[_OPENING[match[0]]], len(text)))
    return text + marked[last:], spans
