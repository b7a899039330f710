"""Which names are worth comparing: names that share a key. Cost grows with the names, not with their pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from averral.analysis.names.acronym import list_acronyms
from averral.analysis.names.alignment import join_words
from averral.analysis.names.designation import GENERIC_WORDS, WEAK_WORDS, read_designation
from averral.analysis.names.given_names import find_full_names
from averral.analysis.names.likeness import LONGEST
from averral.analysis.names.person_name import read_person_name
from averral.analysis.names.sound import coarse_bones
from averral.analysis.names.spelling import clean_name, fold_homoglyphs

__all__ = ["name_keys"]

_CLASSES = str.maketrans("pfvwtdzscjxZSCJgkqhyeiou", "bbbbdddddddddddkkkkaaaaa")
_MOST_WORDS = 6
_COMMON_TEXT = """
    ministry department army party brigade division battalion regiment corp force police front movement liberation
    organization national people united republic council committee union association bank university government state
    military security international federal command defense interior
    internal foreign health justice finance education trade
"""
_COMMON = frozenset(_COMMON_TEXT.split())
"""Words that so many organisations share that two of them make no key without a third that is rarer."""


def name_keys(name: str, type: str) -> frozenset[str]:  # noqa: A002 - an entity's type is called so everywhere
    """Short keys, at least one of which two spellings of one name share; none where there is no name.

    A person has one for each pair of names (the consonants of one, the first sound of the other), so that neither a
    common given name nor a common surname alone brings thousands together. An organisation has pairs of words and its
    acronym; a place the consonants of all its words.
    """
    text = fold_homoglyphs(clean_name(name)) if len(name) <= LONGEST else ""
    if not any(map(str.isalpha, text)):
        return frozenset()
    keys = _person_keys(text) if type == "person" else _designation_keys(text, type)
    return frozenset(f"{type}:{key}" for key in keys)


def _person_keys(name: str) -> Iterator[str]:
    person = read_person_name(name)
    words = [*person.soft_titles, *person.words]
    if len(words) > _MOST_WORDS:
        words = words[: _MOST_WORDS // 2] + words[-_MOST_WORDS // 2 :]
    if not words:
        return
    yield f"={coarse_bones(join_words(words).plain)}"
    for word, other in permutations(words, 2):
        yield from _pair_keys(word.plain, other.plain)
    for at, _ in enumerate(words[1:]):
        joined = join_words(words[at : at + 2]).plain
        for other in (*words[:at], *words[at + 2 :]):
            yield from _pair_keys(joined, other.plain)


def _pair_keys(word: str, other: str) -> Iterator[str]:
    """The consonants of one name with the first sound of another; an initial has no consonants to go by."""
    if len(word) > 1:
        for form in {*find_full_names(word), word}:
            for full in {*find_full_names(other), other}:
                yield f"{coarse_bones(form)}+{full[0].translate(_CLASSES)}"


def _designation_keys(name: str, kind: str) -> Iterator[str]:
    read = read_designation(name, kind=kind)
    yield from (f"@{acronym}" for acronym in read.acronyms | list_acronyms(read.every_word, WEAK_WORDS))
    yield from (f"@{word}" for word in read.every_word if len(read.every_word) == 1)
    words = [word.plain for word in read.words]
    telling = [word for word in words if word not in GENERIC_WORDS.get(kind, ())] or words
    marks = [*read.numbers, *sorted(read.directions), *(code for codes in read.countries for code in sorted(codes))]
    if not marks:
        yield from _whole_keys("".join(telling), kind)
    if kind != "place":
        yield from _word_pairs(sorted(set(telling))[:_MOST_WORDS], marks)


def _whole_keys(joined: str, kind: str) -> Iterator[str]:
    """All words as one; in a place's name h and g may be one letter in two languages (Ukrainian and Russian)."""
    yield f"={coarse_bones(joined)}"
    if kind == "place":
        yield f"={coarse_bones(joined.replace('g', 'h'))}"


def _word_pairs(words: Sequence[str], marks: Sequence[str]) -> Iterator[str]:
    for one, other in combinations(words, 2):
        pair = "+".join(sorted((coarse_bones(one), coarse_bones(other))))
        common = one in _COMMON and other in _COMMON
        yield from (f"{pair}+{mark}" for mark in marks) if common and marks else (pair,)
    yield from (f"{coarse_bones(word)}+{mark}" for word in words for mark in marks)
