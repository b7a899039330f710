"""People who were taken, driven out, lost, or who fled: verbs that say so only with the right words behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.extract.casualties.line import WINDOW, deed_mood, nominal_mood, state_mood
from averral.extract.casualties.nouns import THINGS
from averral.extract.casualties.told import Told
from averral.extract.casualties.victims import find_meant, find_objects, find_subjects
from averral.extract.casualties.words import LOSABLE
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.line import Line

__all__ = ["tell_fate", "tell_forced", "tell_lost", "tell_open", "tell_taken"]

_SHARED = re.compile(r"([GP])x[_vV][^,;.:qwVDAxhGQPUNZ]{0,8}ca?\Z")
_REFUGE = word_set("their the to from into across fighting violence shelling homes since")
_HOMES = word_set("home homes house houses village villages town towns camp camps area out")
_FLEE = re.compile(r"flee|leave|abandon|evacuate|relocate|seek")
_CARRIERS = word_set("ambulance air road sea land force surprise")
_FIGHTS = word_set(
    "fight fighting battle combat action clash gunfight firefight shootout shooting skirmish ambush assault "
    "defence attack"
)
_MOURNERS = word_set("we i he she they families relatives mothers neighbours parishioners villagers friends")
_LEAVING = word_set(
    "customers clients supporters voters readers viewers subscribers users employees staff players jobs workers "
    "deputies candidates delegates followers passengers pupils students teachers"
)
"""Whom one may lose to others."""
_OWN = word_set("ours theirs own us them")
_SHOTS = word_set("fired fire firing volley volleys shots shot shooting gunfire")
_LISTS = word_set("list lists register roll hall room stadium camp hospital ward")
"""These hold people otherwise than jailers do."""
_CAPTIVES = word_set("prisoners captives hostages detainees prisoner captive hostage")
CROWD = 20
"""So many who leave a place for good, or are removed from it, are displaced."""
_FLIGHT = ("fled", "left the", "ran for", "running for", "had to move", "reached", "crossed")
_REFUGEES = word_set("refugees evacuees fugitives families households villagers residents civilians exiles")
MANY = 10
"""So many who were shot at once were put to death."""
_OFFICES = word_set("office offices post posts duty list lists roll rolls register registers payroll command party")
_HELD = word_set("hostages captives hostage captive")
_IDLE_HOLDING = word_set("esteem regard contempt honour office post court belief view opinion talks press")
_HIDINGS = word_set(
    "quarry forest woods wood bush reeds ravine cellar warehouse hideout mountains hills swamp jungle cave shed"
)
_LASTING = word_set("until till since days weeks months years captive hostage prisoner")
_TOWARDS = word_set("to there")
_TAKERS = ("by", "from", "away", "off", "at", "across", "north", "south", "east", "west")


def tell_fate(line: Line, at: int, taken: set[int]) -> Told | None:
    """Of "died", "disappeared", "fled": the subject."""
    people = find_subjects(line, at, taken)
    if line.word(at) in ("fallen", "fell"):
        people = [index for index in people if line.codes[index] in "GZR" and _is_fallen(line, at)]
    if line.codes[at] == "D" and not people:
        people = _find_shared(line, at)
    if line.word(at) == "drowned" and not people:
        people = [index for index in find_objects(line, at) if line.codes[index] in "GP"]
    if line.word(at).startswith(_FLIGHT) or "homes" in line.word(at):
        people = [index for index in people if _is_displaced(line, index, at)]
    return Told(people, state_mood(line, at) if line.codes[at] == "D" else deed_mood(line, at))


def _is_fallen(line: Line, at: int) -> bool:
    """Whether fighters fell, not into a ditch nor ill."""
    fought = not _FIGHTS.isdisjoint(line.spoken(at + 1, at + 4))
    shot = not _SHOTS.isdisjoint(line.spoken(at - 16, at))
    return line.word(at) == "fallen" or fought or shot or re.match(r"[.,;ac]|\Z", line.codes[at + 1 :]) is not None


def _find_shared(line: Line, at: int) -> list[int]:
    """The subject of an earlier verb, as in "the judge was shot in his car and died"."""
    base = max(0, at - WINDOW)
    match = _SHARED.search(line.codes[base:at])
    return [base + match.start(1)] if match else []


def _is_displaced(line: Line, index: int, at: int) -> bool:
    """Whether people left their homes, rather than a scene or a prison: gunmen flee too."""
    people = line.chunks[index].people
    if people is None or people.category in ("attackers", "security_forces") or people.low == people.high == 1:
        return False
    many = _is_crowd(line, index)
    if line.word(at).startswith(("reached", "crossed")):
        return many and _head(line, index) in _REFUGEES
    if line.word(at).startswith(("ran", "running", "had")):
        return True
    if many and (line.word(at).startswith("left") or re.match(r"[.,;]|\Z", line.codes[at + 1 :])):
        return True
    follows = line.spoken(at + 1, at + 3)
    return "homes" in line.word(at) or (bool(follows & _REFUGE) and not follows & {"scene", "foot"})


def tell_taken(line: Line, at: int, taken: set[int]) -> Told | None:
    """Of "took", "taken", and of "hold", "held"."""
    return (_tell_held if line.word(at).startswith(("h", "k")) else _tell_taken)(line, at, taken)


def _tell_taken(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "276 girls were taken", "took 30 men from the street"; not to a hospital, nor part, place or ill."""
    if "x" in line.codes[max(0, at - 4) : at]:
        follows = line.codes[at + 1 : at + 2]
        if line.chunks[at].kinds == ("arrested",):
            return Told(_persons(line, find_subjects(line, at, taken)), state_mood(line, at))
        hidden = line.word(at + 1) in ("to", "into") and not _HIDINGS.isdisjoint(line.spoken(at + 2, at + 5))
        if follows not in ("", *".,;ac") and line.word(at + 1) not in _TAKERS and not hidden:
            return None
        subjects = find_subjects(line, at, taken)
        people = _persons(line, subjects) or [i for i in subjects if line.codes[i] == "Q" and line.codes[i + 1] in "xk"]
        led = people and line.word(people[0] - 1) in ("where", "to")
        carried = line.word(at + 1) == "by" and line.word(at + 2) in THINGS | _CARRIERS
        carried = carried or (follows in ("a", "c") and not _TOWARDS.isdisjoint(line.spoken(at + 1, at + 9)))
        return None if led or carried or _is_arrest(line, at) else Told(people, state_mood(line, at))
    gone = re.match(r"[,.;]|\Z", line.codes[at + 1 :]) or line.word(at + 1) in ("off", "away")
    if re.search(r"[GQ]\Z", line.codes[:at]) and gone and line.word(at) == "taken":
        return Told([at - 1], "real")
    people = _persons(line, find_objects(line, at))
    return Told(people, deed_mood(line, at), acted=True) if people and _is_carried_off(line, people[-1]) else None


def _is_carried_off(line: Line, last: int) -> bool:
    """Whether people who were taken are hostages, or were taken "from", "away", "with them"; not from office."""
    after = last + 1
    if _head(line, last) in _HELD or (line.word(after) == "with" and line.word(after + 1) in ("them", "him", "her")):
        return True
    return line.word(after) in ("from", "away") and line.word(after + 1) not in ("office", "power")


def _tell_held(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "are holding 27 people", "the 23 hostages are still held"; a meeting is held too, a person in esteem."""
    if line.word(at) == "held" and "x" in line.codes[max(0, at - 4) : at]:
        subjects = [i for i in find_subjects(line, at, taken) if line.codes[i] == "G" or _is_kept(line, i, at)]
        idle = line.spoken(at + 1, at + 5) & _IDLE_HOLDING
        return None if idle else Told(subjects, state_mood(line, at))
    reduced = re.search(r"[GQR](?=,?a{0,2}\Z)", line.codes[max(0, at - 4) : at])
    if line.word(at) == "held" and reduced and re.match(r"[,.;apcq]|\Z", line.codes[at + 1 :]):
        return Told([max(0, at - 4) + reduced.start()], "real")
    whom = re.search(r"G(?=[we][-uNPG_]{1,2}\Z)", line.codes[max(0, at - 5) : at])
    if whom:
        return Told([max(0, at - 5) + whom.start()], deed_mood(line, at))
    people = [i for i in find_objects(line, at) if line.codes[i] in "GQ" or _is_locked(line, i)]
    prisoners = any(_head(line, index) in _CAPTIVES for index in people)
    listed = not prisoners and not _LISTS.isdisjoint(line.spoken(at - 12, at))
    return Told(people, deed_mood(line, at), acted=True) if people and not listed else None


def _is_kept(line: Line, index: int, at: int) -> bool:
    """As in "Tomas Arel was held in the embassy from May to July"; not in esteem, to account, responsible."""
    noun = line.chunks[index].people
    named = noun is not None and noun.noun is not None and line.codes[index] == "P" and index + 1 < at
    placed = line.word(at + 1) in ("in", "at", "by") and line.word(at + 2).startswith(("the", "a ", "an "))
    return named and placed


def _is_locked(line: Line, index: int) -> bool:
    """As in "it held an engineer in the oil press until August"; nobody is so held in esteem or in the chair."""
    placed = line.word(index + 1) in ("in", "at") or line.codes[index + 1 : index + 3] == "p_"
    lasting = not _LASTING.isdisjoint(line.spoken(index + 1, index + 12))
    idle = line.spoken(index + 1, index + 6) & _IDLE_HOLDING
    return line.codes[index] == "P" and placed and lasting and not idle


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
    persons = [index for index in people if line.codes[index] in "GPU"]
    gone = all(_is_crowd(line, index) for index in persons) and _is_put_out(line, at, after)
    return Told(persons, mood) if fled or left or gone else None


def _is_put_out(line: Line, at: int, after: int) -> bool:
    """As in "drove some 300 squatters from the yard", "removed 900 persons", "were turned out into the frost"."""
    word, follows = line.word(at), line.spoken(after, after + 6)
    if word in ("turned out", "thrown out"):
        return after == at + 1 and line.word(after) != "to"
    if not follows.isdisjoint(_OFFICES) or "to" in follows:
        return False
    return (
        word in ("removed", "cleared")
        or word.startswith("shelter")
        or (word.startswith("dr") and line.word(after) == "from")
    )


def _is_crowd(line: Line, index: int) -> bool:
    people = line.chunks[index].people
    return people is not None and (people.unit != "people" or (people.low or 0) >= CROWD)


def tell_lost(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "the army lost five men", "we lost four of ours", "the loss of two fighters"; votes are lost otherwise."""
    del taken
    named = line.word(at) == "loss"
    if named and line.codes[at + 1 : at + 2] != "o":
        return None
    if line.codes[at + 1 : at + 2] in ("Q", "R") and not _OWN.isdisjoint(line.spoken(at + 1, at + 4)):
        return Told([at + 1], deed_mood(line, at))
    people = [i for i in _persons(line, find_objects(line, at + named)) if _is_losable(line, i)]
    return Told(people, nominal_mood(line, at) if named else deed_mood(line, at))


def _is_losable(line: Line, index: int) -> bool:
    """Whom one loses to death: kin and fighters, and several of any trade but those whom a business may lose."""
    head = _head(line, index)
    return head in LOSABLE or (line.codes[index] == "G" and _is_several(line, index) and head not in _LEAVING)


def tell_open(line: Line, at: int, taken: set[int]) -> Told | None:
    """Of "shot" and "buried"."""
    return _tell_shot(line, at, taken) if line.word(at) == "shot" else _tell_buried(line, at)


def _tell_buried(line: Line, at: int) -> Told | None:
    """As in "we buried nineteen people": those who do it for others mourn them; an avalanche buries the living."""
    if _MOURNERS.isdisjoint(line.spoken(at - 4, at)):
        return None
    people = [index for index in find_objects(line, at) if line.codes[index] == "G"]
    return Told(people, deed_mood(line, at), acted=True)


def _tell_shot(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "they shot four sailors", "had eleven prisoners shot", "eleven prisoners were shot".

    Of one person, of fewer in the passive, and where wounds or deaths are told too, shots leave open what became of
    them.
    """
    if "x" in line.codes[max(0, at - 3) : at]:
        return _tell_all_shot(line, at, taken)
    before = re.search(r"[GQ](?=q?\Z)", line.codes[max(0, at - 2) : at])
    if any("injured" in chunk.kinds for chunk in line.chunks) or (line.word(at + 1) == "at" and not before):
        return None
    people = [max(0, at - 2) + before.start()] if before else find_objects(line, at) or find_meant(line, at + 1)
    few = not before and not any("killed" in chunk.kinds for chunk in line.chunks[at:] if chunk.code in ("D", "A"))
    shot = [i for i in people if _is_put_to_death(line, i) or (few and line.codes[i] in "GQ" and _is_several(line, i))]
    return Told(shot, deed_mood(line, at), acted=not before)


def _tell_all_shot(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "seventeen recruits were shot there"; no other harm is told."""
    if any(chunk.kinds for index, chunk in enumerate(line.chunks) if index != at and chunk.code != "_"):
        return None
    return Told([i for i in find_subjects(line, at, taken) if _is_put_to_death(line, i)], state_mood(line, at))


def _is_several(line: Line, index: int) -> bool:
    people = line.chunks[index].people
    return (
        people is not None
        and (people.low or 0) > 1
        and (line.codes[index] == "G" or line.word(index).startswith("the "))
    )


def _is_put_to_death(line: Line, index: int) -> bool:
    people = line.chunks[index].people
    many = people is not None and (people.low or 0) >= MANY and line.codes[index] in "GQ"
    return many or (line.codes[index] == "G" and _head(line, index) in _CAPTIVES)


def _persons(line: Line, people: list[int]) -> list[int]:
    return [index for index in people if line.codes[index] in "GP"]


def _head(line: Line, index: int) -> str:
    people = line.chunks[index].people
    return line.words[people.noun[1] - 1].text if people is not None and people.noun is not None else ""
