"""Words of harm in a sentence: verbs and states, tolls, and that nothing happened to anybody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.extract.casualties import nouns
from averral.extract.casualties.holding import HOLDING, KEEPING, SHUT, is_captive, read_held
from averral.extract.casualties.sentence import Chunk, People
from averral.extract.casualties.words import PHRASES, ZERO_NOUNS
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.sentence import Sentence

__all__ = ["is_deed", "is_idle", "read_no_casualties", "read_phrase", "speaks_of_harm"]

_LABELS = word_set(
    "row penalty sentence sentences squad squads threat threats certificate camp camps warrant warrants weapon "
    "trial trials "
    "case charge charges rate rates suspect suspects armor armour count politic record records"
)
"""Behind "death", "murder", "body" and "arrest" these make another thing of them: "death row"."""
_LIVES = re.compile(r"claim|cost|took|taken|taking|los[etsi]|loss")
_WOUNDS = word_set("injuries wounds burns cuts fractures bruises concussion shrapnel")
_GRAVE = word_set("bullet gunshot shrapnel head serious severe grave minor slight light burn stab multiple")
"""Before wounds that people "have"."""
_CAUSING = ("cause", "causing", "inflict", "inflicting")

_CALLS = word_set("call calls message messages request requests mail email emails letter letters fire phone telephone")
"""Who does not return these is not missing."""

_POLICE = word_set("police policemen policewomen officers gendarmes constables detectives")
_AMID = word_set("in between up on out off unawares")
"""Who is caught in a crossfire is not arrested."""

_COMMON = word_set(
    "the their his her been was were had down away out off with into from behind under beneath sent never leave gave "
    "failed answer"
)
_TELLING = {
    max(phrase, key=lambda word: (word not in _COMMON, len(word)))
    for phrase in (*PHRASES, *(tuple(noun.split()) for noun in ZERO_NOUNS))
}
_TELLING |= HOLDING | _WOUNDS | KEEPING | {"toll", "shot", "buried", "burying", "admitted"}
_WORD = re.compile(r"[^\W_]+")
_LENGTHS = {
    first: tuple(sorted({len(phrase) for phrase in PHRASES if phrase[0] == first and len(phrase) < 6}, reverse=True))
    for first in {phrase[0] for phrase in PHRASES}
}
"""The lengths of the phrases that a word begins, the longest first."""
_LOOSE = word_set("caught hit beaten treated poisoned sickened removed cleared shelter shelters sheltered")
"""Said of much else: they tell of harm in the passive and right before a number."""
_PASSIVE = word_set("was were be been being")
_HAVING = ("have", "had", "has")
_SUFFERED = ("suffered", "sustained", "received", "treated", *_HAVING, "recovering")
_LEFT_OPEN = ("shot", "buried", "burying")
"""What became of people these say only with the right words beside them."""
_OPENING = (
    _LENGTHS.keys()
    | HOLDING
    | KEEPING
    | {"admitted", "toll", "body", "number", "total", "count", "taken", "kept", *_LEFT_OPEN, *_SUFFERED}
)
"""The words with which words of harm can begin."""


def speaks_of_harm(text: str) -> bool:
    """Whether the most telling word of any words of harm stands in a text; in most sentences none does."""
    return not _TELLING.isdisjoint(_WORD.findall(text.casefold()))


def read_phrase(sentence: Sentence, index: int) -> Chunk | None:
    """Words of harm, the longest first; "the number of dead" and "death toll" before them.

    "Shot" alone leaves open what became of people, but most often they are counted for their deaths.
    """
    word = sentence.at(index)
    if word not in _OPENING:
        return None
    led = (
        _read_admitted(sentence, index)
        or _read_toll(sentence, index)
        or _read_suffered(sentence, index)
        or read_held(sentence, index)
    )
    if led is not None:
        return led
    for length in _LENGTHS.get(word, ()):
        entry = PHRASES.get(tuple(word.text for word in sentence.words[index : index + length]))
        if entry is not None and index + length <= len(sentence.words):
            code, kind = entry
            if is_idle(sentence, index, index + length) or (word in _LOOSE and not _is_counting(sentence, index)):
                return None
            kind = "abducted" if word in SHUT and is_captive(sentence, index, index + length) else kind
            kind = "arrested" if kind == "abducted" and _is_of_police(sentence, index, index + length) else kind
            return Chunk(code, index, index + length, None, (kind,))
    return Chunk("_", index, index + 1, kinds=("killed",)) if word in _LEFT_OPEN else None


def _is_of_police(sentence: Sentence, index: int, last: int) -> bool:
    """As in "hauled off by the police", "police seized": who is taken by them is arrested."""
    after = [sentence.at(place) for place in range(last, last + 6)]
    agents = after[after.index("by") + 1 :][:3] if "by" in after else ()
    return sentence.at(index - 1) in _POLICE or not _POLICE.isdisjoint(agents)


def is_deed(sentence: Sentence, index: int) -> bool:
    """Whether a possessor is the one harmed: "the bishop's murder", not "the bishop's brother"."""
    return PHRASES.get((sentence.at(index),), ("",))[0] in ("O", "C", "b")


def is_idle(sentence: Sentence, index: int, last: int) -> bool:
    """As in "saved the lives of", "death row", "did not return calls"."""
    word = sentence.at(index)
    if word == "caught":
        return sentence.at(last) in _AMID or sentence.at(index - 1) not in _PASSIVE
    if sentence.at(last - 1) in ("return", "returned"):
        return any(sentence.at(place) in _CALLS for place in range(last, last + 3))
    if word == "lives":
        return not _is_lives_lost(sentence, index)
    return word in ("death", "murder", "body", "arrest") and last == index + 1 and sentence.at(last) in _LABELS


def _is_lives_lost(sentence: Sentence, index: int) -> bool:
    near = (*range(index - 8, index), *range(index + 1, index + 5))
    return any(_LIVES.match(sentence.at(place)) for place in near)


def _read_toll(sentence: Sentence, index: int) -> Chunk | None:
    first = sentence.at(index)
    if first == "toll" and sentence.at(index - 1) not in ("casualty", "injury", "heavy"):
        return Chunk("L", index, index + 1, kinds=("killed",))
    if (first, sentence.at(index + 1)) in (("death", "toll"), ("body", "count")):
        return Chunk("L", index, index + 2, kinds=("killed",))
    return _read_number(sentence, index) if first in ("number", "total", "count") else None


def _read_number(sentence: Sentence, index: int) -> Chunk | None:
    """As in "the number arrested", "the number of people killed"."""
    state = PHRASES.get((sentence.at(index + 1),))
    if state is not None and state[0] in "VA" and sentence.at(index - 1) == "the":
        return Chunk("L", index, index + 2, kinds=(state[1],))
    if sentence.at(index + 1) not in ("of", "number"):
        return None
    for last in range(index + 2, index + 7):
        code, kind = PHRASES.get((sentence.at(last),), ("", None))
        if kind is not None and code in "VAC":
            return Chunk("L", index, last + 1, kinds=(kind,))
        known = sentence.at(last) in ("of", "the", "those", "confirmed", "reported")
        if not known and nouns.find_person(sentence.at(last)) is None and not _leads_person(sentence, last):
            return None
    return None


def _leads_person(sentence: Sentence, index: int) -> bool:
    """As in "the number of Front members killed"."""
    person = nouns.find_person(sentence.at(index + 1))
    return person is not None and person[1] and sentence.is_capital(index)


def _is_counting(sentence: Sentence, index: int) -> bool:
    ahead = index + 1 + (sentence.at(index + 1) in ("the", "some", "all", "another"))
    passive = {sentence.at(place) for place in range(index - 3, index)} & _PASSIVE
    return bool(passive) or ahead in sentence.quantities or index + 1 in sentence.quantities


def _read_admitted(sentence: Sentence, index: int) -> Chunk | None:
    """As in the list "admitted, 47; deceased, two" of a hospital."""
    label = sentence.at(index) == "admitted" and sentence.at(index + 1) in (",", ":")
    if not label or index + 2 not in sentence.quantities or sentence.at(index - 1) not in ("", ":", ";", "."):
        return None
    return Chunk("V", index, index + 1, kinds=("injured",))


def _read_suffered(sentence: Sentence, index: int) -> Chunk | None:
    """As in "suffered serious burns", "were treated for injuries"."""
    if sentence.at(index) not in _SUFFERED:
        return None
    for last in range(index + 1, index + 6):
        if sentence.at(last) in _WOUNDS:
            return Chunk("D", index, last + 1, kinds=("injured",))
        if sentence.at(index) in _HAVING and sentence.at(last) not in _GRAVE:
            return None
        if sentence.at(last) in (",", ".", ";", "no", "10") or last in sentence.quantities:
            return None
    return None


def read_no_casualties(sentence: Sentence, index: int) -> Chunk | None:
    """As in "no casualties", "without loss of life", "any civilian injuries"."""
    if sentence.at(index) in ZERO_NOUNS and sentence.at(index - 1) in _CAUSING:
        return Chunk("W", index, index + 1, People(0, 0), ZERO_NOUNS[sentence.at(index)])
    if sentence.at(index) not in ("no", "without", "any"):
        return None
    first = index + 1 + (sentence.at(index + 1) in ("any", "human"))
    person = None if sentence.at(first) in ZERO_NOUNS else nouns.find_person(sentence.at(first))
    last = first + (person is not None)
    spelled = " ".join(sentence.at(last + ahead) for ahead in range(3))
    noun = spelled if spelled in ZERO_NOUNS else sentence.at(last)
    kinds = ZERO_NOUNS.get(noun)
    end = last + len(noun.split())
    if kinds is None or sentence.at(end) == "toll" or (noun == "lives" and not _is_lives_lost(sentence, last)):
        return None
    who = People(0, 0, noun=(first, last) if person else None, category=person[0] if person else "unknown")
    return Chunk("W" if sentence.at(index) == "any" else "0", index, end, who, kinds)
