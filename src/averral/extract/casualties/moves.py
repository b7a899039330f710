"""People who were taken, driven out, lost, or who fled: verbs that say so only with the right words behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.extract.casualties.line import deed_mood, state_mood
from averral.extract.casualties.nouns import THINGS
from averral.extract.casualties.told import Told
from averral.extract.casualties.victims import find_objects, find_subjects
from averral.extract.casualties.words import LOSABLE
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.line import Line

__all__ = ["tell_fate", "tell_forced", "tell_lost", "tell_taken"]

_REFUGE = word_set("their the to from into across fighting violence shelling homes since")
_HOMES = word_set("home homes house houses village villages town towns camp camps area out")
_FLEE = re.compile(r"flee|leave|abandon|evacuate|relocate|seek")
_CARRIERS = word_set("ambulance air road sea land force surprise")
_TOWARDS = word_set("to there")
_TAKERS = ("by", "from", "away", "at")


def tell_fate(line: Line, at: int, taken: set[int]) -> Told | None:
    """Of "died", "disappeared", "fled": the subject."""
    people = find_subjects(line, at, taken)
    if line.word(at).startswith("fled") or "homes" in line.word(at):
        people = [index for index in people if _is_displaced(line, index, at)]
    return Told(people, state_mood(line, at) if line.codes[at] == "D" else deed_mood(line, at))


def _is_displaced(line: Line, index: int, at: int) -> bool:
    """Whether people left their homes, rather than a scene or a prison: gunmen flee too."""
    people = line.chunks[index].people
    if people is None or people.category in ("attackers", "security_forces") or people.low == people.high == 1:
        return False
    follows = line.spoken(at + 1, at + 3)
    return "homes" in line.word(at) or (bool(follows & _REFUGE) and not follows & {"scene", "foot"})


def tell_taken(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "276 girls were taken", "took 30 men from the street"; not to a hospital, nor part, place or ill."""
    if "x" in line.codes[max(0, at - 4) : at]:
        follows = line.codes[at + 1 : at + 2]
        if follows not in ("", *".,;ac") and line.word(at + 1) not in _TAKERS:
            return None
        people = _persons(line, find_subjects(line, at, taken))
        led = people and line.word(people[0] - 1) in ("where", "to")
        carried = line.word(at + 1) == "by" and line.word(at + 2) in THINGS | _CARRIERS
        carried = carried or (follows in ("a", "c") and not _TOWARDS.isdisjoint(line.spoken(at + 1, at + 9)))
        return None if led or carried or _is_arrest(line, at) else Told(people, state_mood(line, at))
    people = _persons(line, find_objects(line, at))
    after = people[-1] + 1 if people else 0
    if not people or line.word(after) not in ("from", "away") or line.word(after + 1) in ("office", "power"):
        return None
    return Told(people, deed_mood(line, at), acted=True)


def _is_arrest(line: Line, at: int) -> bool:
    """As in "were captured and taken away"."""
    return any(line.chunks[index].kinds == ("arrested",) for index in range(max(0, at - 4), at))


def tell_forced(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "forced 2,000 families from their homes", "were driven out", "forced them to flee"."""
    if "x" in line.codes[max(0, at - 4) : at]:
        people, after, mood = find_subjects(line, at, taken), at + 1, state_mood(line, at)
    else:
        people = find_objects(line, at)
        after, mood = (people[-1] + 1 if people else at), deed_mood(line, at)
    fled = line.word(after) == "to" and _FLEE.match(line.word(after + 1)) is not None
    left = line.word(after) in ("from", "out", "into") and not _HOMES.isdisjoint(line.spoken(after, after + 6))
    return Told(_persons(line, people), mood) if fled or left else None


def tell_lost(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "the army lost five men"; seats, votes and time are lost otherwise."""
    del taken
    people = [index for index in _persons(line, find_objects(line, at)) if _head(line, index) in LOSABLE]
    return Told(people, deed_mood(line, at))


def _persons(line: Line, people: list[int]) -> list[int]:
    return [index for index in people if line.codes[index] in "GP"]


def _head(line: Line, index: int) -> str:
    people = line.chunks[index].people
    return line.words[people.noun[1] - 1].text if people is not None and people.noun is not None else ""
