"""That nobody was harmed: "no one", "none of the pupils", "anyone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from averral.extract.casualties.counting import find_whom
from averral.extract.casualties.harm import read_no_casualties
from averral.extract.casualties.phrases import find_noun
from averral.extract.casualties.sentence import Chunk, People
from averral.extract.casualties.words import ZERO_NOUNS

if TYPE_CHECKING:
    from averral.extract.casualties.sentence import Sentence

__all__ = ["read_zero"]

_NOBODY = {("no", "one"), ("nobody",), ("none",), ("no-one",), ("not", "one"), ("noone",)}
_ANYBODY = {("anyone",), ("anybody",), ("any", "one")}
_OPENING = {phrase[0] for phrase in _NOBODY | _ANYBODY} | ZERO_NOUNS.keys() | {"no", "without", "any", "not"}
"""The words with which zero can begin; "casualties" does behind "causing"."""


def read_zero(sentence: Sentence, index: int) -> Chunk | None:
    """As in "no one", "no soldiers", "none of the 46 pupils", "no casualties", "anyone"."""
    if sentence.at(index) not in _OPENING:
        return None
    zero = read_no_casualties(sentence, index)
    if zero is not None:
        return zero
    length = _is_among(sentence, index, _NOBODY)
    if length:
        return _read_none_of(sentence, index, index + length)
    length = _is_among(sentence, index, _ANYBODY)
    if length:
        return Chunk("Y", index, index + length, People(0, 0))
    first = index + (3 if [sentence.at(index + ahead) for ahead in range(3)] == ["not", "a", "single"] else 1)
    led = first > index + 1 or sentence.at(index) in ("no", "any")
    noun = find_noun(sentence, first) if led else None
    if noun is None or noun.thing or noun.category is None:
        return None
    people = People(0, 0, noun=(first, noun.last), category=noun.category)
    return Chunk("Y" if sentence.at(index) == "any" else "Z", index, noun.last, people)


def _read_none_of(sentence: Sentence, index: int, last: int) -> Chunk:
    whom = find_whom(sentence, last) if sentence.at(last) == "of" else None
    if whom is None:
        return Chunk("Z", index, last, People(0, 0))
    return Chunk("Z", index, whom.last, whom.people._replace(low=0, high=0) if whom.people else People(0, 0))


def _is_among(sentence: Sentence, index: int, phrases: set[tuple[str, ...]]) -> int:
    for length in (2, 1):
        if tuple(word.text for word in sentence.words[index : index + length]) in phrases:
            return length
    return 0
