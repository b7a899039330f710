"""A sentence as a string of codes, one for each word, actor, trigger or cue."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.responsibility.openings import find_cue
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["ACTOR", "TRIGGER", "Line", "Piece", "read_line"]

ACTOR, TRIGGER = "A", "T"
_STRONG = frozenset("ZUCnBSv")
"""Cues that stay cues where an event's trigger begins at the same place."""


def _start(span: Span) -> int:
    return span.start


class Piece(NamedTuple):
    """A stretch of the text and its code; `number` is that of the actor or trigger among those given."""

    start: int
    end: int
    number: int


class Line(NamedTuple):
    """One sentence: `codes[i]` is the code of `pieces[i]`."""

    span: Span
    codes: str
    pieces: tuple[Piece, ...]

    def span_of(self, first: int, last: int | None = None) -> Span:
        """The text from one piece to another."""
        return Span(self.pieces[first].start, self.pieces[first if last is None else last].end)


def read_line(text: str, sentence: Span, actors: Sequence[Span], triggers: Sequence[Span]) -> Line:
    """The pieces of a sentence; `actors` and `triggers` are in order, and an actor hides what lies inside it."""
    actor, trigger = (bisect_left(spans, sentence.start, key=_start) for spans in (actors, triggers))
    codes: list[str] = []
    pieces: list[Piece] = []
    place = sentence.start
    while cue := find_cue(text, place, sentence.end):
        (start, end, code), number = cue, -1
        while actor < len(actors) and actors[actor].start < start:
            actor += 1
        while trigger < len(triggers) and triggers[trigger].start < start:
            trigger += 1
        if actor < len(actors) and actors[actor].start == start and actors[actor].end <= sentence.end:
            code, end, number = ACTOR, max(actors[actor].end, start + 1), actor
        elif code not in _STRONG and trigger < len(triggers) and triggers[trigger].start == start:
            code, end, number = TRIGGER, max(triggers[trigger].end, start + 1), trigger
        codes.append(code)
        pieces.append(Piece(start, min(end, sentence.end), number))
        place = end
    return Line(sentence, "".join(codes), tuple(pieces))
