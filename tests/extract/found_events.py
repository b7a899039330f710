"""Events as the heads give them, by the words of a text."""

from __future__ import annotations

from typing import Any

from averral.extract.event import FoundArgument, FoundEvent
from averral.records import Mention, Span


def find_words(text: str, words: str, number: int = 0) -> Span:
    """Where the words stand, at first or at a later place."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def make_argument(text: str, role: str, words: str, number: int = 0) -> FoundArgument:
    """A phrase; `individual` and `organization` are the two kinds of perpetrators."""
    doer = role in ("individual", "organization")
    span = find_words(text, words, number)
    return FoundArgument("perpetrator" if doer else role, span, role if doer else None, 0.9)  # type: ignore[arg-type]


def make_event(text: str, words: str, *arguments: tuple[str, str], number: int = 0, **fields: Any) -> FoundEvent:
    """An attack that is an incident of its own, with (role, words) for each argument."""
    given = {"type": "attack", "incident": "attack", "commitment": 3.0, "tense": "past", "earlier": None, "score": 0.9}
    return FoundEvent(
        trigger=find_words(text, words, number),
        arguments=tuple(make_argument(text, role, phrase) for role, phrase in arguments),
        **{**given, **fields},
    )


def make_mentions(text: str, *rows: tuple[str, str, bool, str | None]) -> tuple[Mention, ...]:
    """Mentions by (words, type, name, entity); words that are listed again stand at their next place."""
    found, seen = [], dict[str, int]()
    for words, kind, name, entity in rows:
        span = find_words(text, words, seen.get(words, 0))
        seen[words] = seen.get(words, 0) + 1
        found.append(Mention(id="", start=span.start, end=span.end, type=kind, name=name, entity=entity))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda m: (m.start, -m.end)))
