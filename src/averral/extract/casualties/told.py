"""What a word of harm tells: of which people, and how surely."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from averral.extract.casualties.words import HOSPITAL, STRICT
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.line import Line, Mood

__all__ = ["UNSURE", "Told", "fitting"]

UNSURE = word_set("poisoned sickened hit beaten stabbed knifed") | {"made ill", "beaten up"}
"""Of one person these say too little; several of whom nothing worse is told are injured."""
_CODES = {"grabbed": "G", "treated": "G", "shot down": "GP"} | dict.fromkeys(HOSPITAL, "GQRU")
"""The codes of those of whom a word tells enough."""
_ENVOYS = word_set(
    "diplomats diplomat ambassador ambassadors envoy envoys consul consuls attaches journalists correspondents"
)


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
    if word in UNSURE:
        return [i for i in people if line.codes[i] in "GQRUZ" and not line.word(i).startswith(("the ", "these "))]
    if word in _CODES:
        return [index for index in people if line.codes[index] in _CODES[word]]
    if word.startswith(("expel", "deport")):
        return [index for index in people if not _is_envoy(line, index)]
    if word.startswith("hurt"):
        return [index for index in people if line.word(index) not in ("him", "her")]
    strict = not STRICT.isdisjoint(word.split())
    return [index for index in people if not strict or line.codes[index] in "GPQZYR"]


def _is_envoy(line: Line, index: int) -> bool:
    """Whom a state sends home: "expelled nine diplomats" is no flight."""
    return not _ENVOYS.isdisjoint(line.spoken(index, index + 1))
