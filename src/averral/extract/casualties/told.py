"""What a word of harm tells: of which people, and how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from averral.extract.casualties.words import HOSPITAL, STRICT

if TYPE_CHECKING:
    from averral.extract.casualties.line import Line, Mood

__all__ = ["Told", "fitting"]


class Told(NamedTuple):
    """The places of the people in the line, and whether what is told of them happened."""

    people: list[int]
    mood: Mood
    cumulative: bool = False
    acted: bool = False
    """The people are the object of an active verb, so that they are not the subject of the next one."""


def fitting(line: Line, people: list[int], word: str) -> list[int]:
    """Towns and weapons are captured, orders executed: there only nouns for people, and bare numbers, count.

    "It hurt him" says too little of what happened to be an injury, as does one person who is taken to hospital.
    """
    if word in HOSPITAL:
        return [index for index in people if line.codes[index] in "GQRU"]
    if word.startswith("hurt"):
        return [index for index in people if line.word(index) not in ("him", "her")]
    if word == "shot down":
        return [index for index in people if line.codes[index] in "GP"]
    strict = not STRICT.isdisjoint(word.split())
    return [index for index in people if not strict or line.codes[index] in "GPQZYR"]
