"""What each word of harm tells, from left to right through a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.casualties.line import WINDOW, deed_mood, nominal_mood, state_mood
from averral.extract.casualties.moves import tell_fate, tell_forced, tell_lost, tell_open, tell_taken
from averral.extract.casualties.told import UNSURE, Told, fitting
from averral.extract.casualties.totals import find_listed, tell_label, tell_put, tell_toll
from averral.extract.casualties.victims import (
    find_company,
    find_meant,
    find_objects,
    find_parted,
    find_subjects,
    is_adjacent,
    is_passive,
)
from averral.extract.casualties.words import HOSPITAL, PASSIVE
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from averral.extract.casualties.line import Line, Mood
    from averral.extract.casualties.sentence import Chunk
    from averral.extract.casualties.words import Kind

__all__ = ["Fate", "Fates", "tell_fates"]

Fates = dict[int, "list[Fate]"]
"""By the first word of the people's chunk."""

_INVERTED = re.compile(r"(?:\A|[;.])[ac,]{0,2}Vx\Z")
"""As in "also killed were two guards"."""
_RATES = word_set("per daily annually yearly")
_EACH = word_set("every each a")
_PERIODS = word_set("day week month year")
_APART = word_set("later after before earlier ago")
_OF = re.compile(r"a{0,2}(?:p_{1,2})?a?o")
"""As in "the death of", "the murder in Arda of"."""
_WANTING = word_set("want wants wanted wanting")
_NOT = word_set("without not didn't never nor")
_UNREPORTED = word_set("reported known confirmed reports report yet immediate immediately")
_ORDERED = word_set("order ordered orders ordering for")
_DEATH_SENTENCE = word_set("sentenced condemned sentence sentencing")
_UNKNOWN = word_set("unknown unclear uncertain unresolved")
_AILING = word_set("sick ill unwell")
"""Said of one person or of some of a group these tell of no harm done to them."""
_WARDS = word_set("in at for by on")
"""Behind "were treated" these tell of wounds; people are treated well or badly otherwise."""


class Fate(NamedTuple):
    """What happened to the people of a chunk, by the first word of the chunk of harm."""

    kind: Kind
    trigger: Chunk
    hedged: bool = False
    cumulative: bool = False


def tell_fates(line: Line) -> Fates:
    """Every word of harm, from left to right, finds its people; those of a verb are not sought twice."""
    fates: Fates = {}
    taken: set[int] = set()
    for at, chunk in enumerate(line.chunks):
        tell = _TELLERS.get(chunk.code)
        if tell is None or not chunk.kinds:
            continue
        toll = tell(line, at, taken)
        if toll is None or toll.mood == "unreal" or _is_combined(line, at, toll.people) or _is_rate(line, at, toll):
            continue
        taken.update(toll.people if toll.acted else ())
        for index in toll.people:
            told = fates.setdefault(line.chunks[index].first, [])
            if told and line.word(at) in HOSPITAL | UNSURE:
                continue
            told[:] = [fate for fate in told if _words(line, fate.trigger) not in UNSURE]
            told.extend(Fate(kind, chunk, toll.mood == "hedged", toll.cumulative) for kind in chunk.kinds)
    return fates


def _words(line: Line, chunk: Chunk) -> str:
    return " ".join(word.text for word in line.words[chunk.first : chunk.last])


def _is_combined(line: Line, at: int, people: Iterable[int]) -> bool:
    """As in "60 killed and wounded": no kind of its own. "No one was killed or hurt" is zero of both."""
    if line.codes[at] == "K" or all(line.codes[index] in "Z0YW" for index in people):
        return False
    for near, joint in ((at - 2, at - 1), (at + 2, at + 1)):
        if line.word(near) in UNSURE or line.word(at) in UNSURE:
            continue
        if near < 0 or line.codes[joint : joint + 1] != "c" or line.codes[near : near + 1] not in tuple("VAg"):
            continue
        kinds = {line.chunks[at].kinds, line.chunks[near].kinds}
        if line.word(joint) == "or" or (len(kinds) == 2 and kinds <= {("killed",), ("injured",), ("missing",)}):
            return True
    return False


def _is_rate(line: Line, at: int, told: Told) -> bool:
    """As in "54 deaths per day", "an average of 12 people are killed"."""
    first, last = min((at, *told.people)), max((at, *told.people))
    after, apart = (line.spoken(last + 1, last + reach) for reach in (5, 8))
    if "average" in line.spoken(first - 3, first) or after & _RATES:
        return True
    return bool(after & _EACH and after & _PERIODS) and not apart & _APART


def _tell_deed(line: Line, at: int, taken: set[int]) -> Told | None:
    """Of a participle: passive, active with an object, or right behind its people."""
    word = line.word(at)
    if word == "treated" and _is_used(line, at):
        return None
    if is_passive(line, at) or (_is_shared(line, at) and not find_objects(line, at)):
        people = find_subjects(line, at, taken)
        return Told(fitting(line, [*people, *find_company(line, at)], word), state_mood(line, at))
    listed = _tell_listed(line, at)
    if listed is not None:
        return listed
    if is_adjacent(line, at):
        wanted = not _WANTING.isdisjoint(line.spoken(at - 4, at))
        return Told(fitting(line, find_parted(line, at, taken), word), "unreal" if wanted else state_mood(line, at))
    if _INVERTED.search(line.codes[max(0, at - 4) : at + 2]):
        return Told(fitting(line, find_objects(line, at + 1), word), "real")
    return None if word in PASSIVE else _tell_active(line, at)


def _tell_listed(line: Line, at: int) -> Told | None:
    """As in "Guards killed: two", "put 13 persons down as injured"."""
    if line.codes[at + 1 : at + 2] in (":", ",") and line.codes[max(0, at - 1) : at] not in ("G", "Q", "U"):
        label = tell_label(line, at)
        if label is not None:
            return label
    people = find_listed(line, at)
    return Told(people, "real") if people else None


def _is_used(line: Line, at: int) -> bool:
    """As in "were treated badly", which tells of no wounds."""
    passive = line.codes[at - 1 : at] == "x" or is_adjacent(line, at)
    return passive and line.word(at + 1) not in _WARDS


def _tell_active(line: Line, at: int) -> Told | None:
    if line.codes[max(0, at - 1) : at] == "'":
        return None
    if _is_apposed(line, at):
        return Told([at - 2], "real")
    objects = find_objects(line, at) or find_meant(line, at + 1)
    if objects:
        return Told(fitting(line, objects, line.word(at)), _object_mood(line, at, objects), acted=True)
    return _tell_relative(line, at) or tell_label(line, at)


def _is_apposed(line: Line, at: int) -> bool:
    """As in "Constable Arel, shot dead at the gate on Monday, will be buried"."""
    before = re.search(r"(?:\A|[;.:])[GP],\Z", line.codes[max(0, at - 3) : at])
    return before is not None and re.match(r"p[^,;.:xhmM]{1,12},", line.codes[at + 1 : at + 15]) is not None


def _tell_relative(line: Line, at: int) -> Told | None:
    """As in "the 12 workers it had abducted"."""
    base = max(0, at - 5)
    before = re.search(r"([GQPU])w?(?:uh?|[NP]h)\Z", line.codes[base:at])
    if before is None:
        base = max(0, at - WINDOW)
        before = re.search(r"(G)[we][-_NP][^;:.w]*,h?\Z", line.codes[base:at])
        before = before if before and line.word(base + before.end(1)) == "whom" else None
    return Told([base + before.start(1)], deed_mood(line, at)) if before else None


def _is_shared(line: Line, at: int) -> bool:
    """As in "was shot and killed": the auxiliary stands before the first of two verbs."""
    return re.search(r"x[hxanr]*[_vVDAk]a{0,2}ca{0,2}\Z", line.codes[max(0, at - 8) : at]) is not None


def _tell_act(line: Line, at: int, taken: set[int]) -> Told | None:
    """Of "killing", "kill", "kills": the object."""
    del taken
    if line.codes[at + 1 : at + 2] == "o":
        return _tell_nominal(line, at, set())
    if line.codes[at] == "g" and line.word(at - 1) in ("the", "a", "an"):
        return None
    objects = fitting(line, find_objects(line, at), line.word(at))
    return Told(objects, _object_mood(line, at, objects), acted=True) if objects else None


def _object_mood(line: Line, at: int, objects: list[int]) -> Mood:
    """Zero for "without hurting anyone", "did not hurt anyone"; any other object of a denied verb is nothing."""
    if any(line.codes[index] == "Y" for index in objects):
        denied = line.spoken(at - 4, at) & _NOT
        return "real" if denied else "unreal"
    return deed_mood(line, at)


def _tell_state(line: Line, at: int, taken: set[int]) -> Told | None:
    """Of "dead", "missing", "homeless": those right before it, the subject of "are", or a number behind a colon."""
    mood = state_mood(line, at)
    if line.word(at) == "to death" and line.spoken(at - 8, at) & _DEATH_SENTENCE:
        return None
    listed = tell_label(line, at) if re.match(r",Q(?:[.;]|\Z)", line.codes[at + 1 : at + 4]) else None
    if listed is not None or is_adjacent(line, at):
        return listed or Told(find_parted(line, at, taken), mood)
    if line.word(at) == "dead" and find_meant(line, at - 1):
        return Told(find_meant(line, at - 1), mood)
    wounded = re.search(r"[GQ](?=x?[a_vpo]{1,5}\Z)", line.codes[max(0, at - 7) : at])
    if wounded and line.word(at).startswith("with "):
        return Told([max(0, at - 7) + wounded.start()], mood)
    if is_passive(line, at) and line.codes[at - 1 : at] != "q":
        people = find_subjects(line, at, taken)
        return Told([i for i in people if line.codes[i] in "GQ" or line.word(at) not in _AILING], mood)
    return _tell_set_off(line, at, taken)


def _tell_set_off(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "our dead number 26", "Arel: still missing", "19 people as missing"."""
    mood = state_mood(line, at)
    put = tell_put(line, at, taken)
    if put is not None:
        return put
    if re.search(r"P:a?\Z", line.codes[max(0, at - 3) : at]) and line.codes[at + 1 : at + 2] in ("", ".", ","):
        return Told([line.codes.rindex("P", 0, at)], mood)
    if line.word(at) == "dead" and re.match(r"[.,;]|\Z", line.codes[at + 1 :]):
        stood = re.search(r"[GQP](?=p[-_a]{1,3}\Z)", line.codes[max(0, at - 5) : at])
        if stood:
            return Told(find_parted(line, max(0, at - 5) + stood.end(), taken), mood)
    listed = find_listed(line, at)
    if listed:
        return Told(listed, mood)
    return tell_label(line, at)


def _tell_nominal(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "the deaths of 14 miners", "the bishop's murder", "Deaths: 27"."""
    first = line.word(at)
    put = tell_put(line, at, taken)
    if put is not None:
        return put
    if (
        line.codes[at] == "C"
        and re.match(r"[GQ]", line.codes[at + 1 : at + 2])
        and line.codes[max(0, at - 1) : at]
        in (
            "N",
            "G",
            "P",
            "_",
            ",",
            "",
        )
    ):
        return _tell_act(line, at, taken)
    of = _OF.match(line.codes, at + 1)
    if of:
        if (first == "body" and line.word(at - 1) == "a") or (first == "the fate" and not _is_unknown(line, of.end())):
            return None
        objects = find_objects(line, of.end() - 1, owned=True)
        again = re.match(r"co", line.codes[objects[-1] + 1 :]) if objects else None
        if again:
            objects += find_objects(line, objects[-1] + 2)
        mood = "unreal" if _is_ordered(line, at) else nominal_mood(line, at)
        return Told([index for index in objects if line.codes[index] in "GQPU"], mood)
    if line.codes[max(0, at - 2) : at] == "P'":
        return Told([at - 2], nominal_mood(line, at))
    return tell_label(line, at)


def _is_unknown(line: Line, at: int) -> bool:
    """As in "the fate of seventeen miners is unknown"."""
    return not _UNKNOWN.isdisjoint(line.spoken(at, at + 10))


def _is_ordered(line: Line, at: int) -> bool:
    """An order for an arrest is none yet."""
    return line.chunks[at].kinds == ("arrested",) and bool(line.spoken(at - 3, at) & _ORDERED)


def _tell_counted(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "20 deaths", "five bodies"."""
    del taken
    return Told([at], nominal_mood(line, at))


def _tell_none(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "no casualties"; that none are reported or known is no zero."""
    del taken
    if line.spoken(at - 3, at + 5) & _UNREPORTED:
        return None
    return Told([at], nominal_mood(line, at) if line.word(at).startswith("no ") else "real")


def _tell_any(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "without causing any casualties", "did not cause any injuries"."""
    denied = line.spoken(at - 5, at) & _NOT
    return _tell_none(line, at, taken) if denied else None


_TELLERS: dict[str, Callable[[Line, int, set[int]], Told | None]] = {
    "V": _tell_deed,
    "g": _tell_act,
    "b": _tell_act,
    "s": _tell_act,
    "D": tell_fate,
    "d": tell_fate,
    "A": _tell_state,
    "C": _tell_nominal,
    "O": _tell_nominal,
    "K": _tell_counted,
    "0": _tell_none,
    "W": _tell_any,
    "E": tell_put,
    "L": tell_toll,
    "k": tell_taken,
    "F": tell_forced,
    "X": tell_lost,
    "_": tell_open,
}
