"""Noun phrases for people: where they end, and whether they name one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.casualties import nouns
from averral.extract.casualties.sentence import Chunk, People
from averral.extract.casualties.words import ATTRIBUTES, FUNCTION, PHRASES
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.nouns import Category
    from averral.extract.casualties.sentence import Sentence, Unit
    from averral.extract.casualties.words import Kind

__all__ = ["MORE", "Noun", "find_noun", "is_noun", "is_open", "read_name", "read_person", "read_state"]

_AGED = word_set(
    "boy girl child lad youth baby toddler infant man woman pupil schoolboy schoolgirl student apprentice recruit"
)
OLDEST = 110
"""No age is higher."""
MODIFIERS = 5
"""Words between a number and its noun: "two unarmed off-duty traffic police officers"."""
MORE = word_set("other others more further additional remaining")
_ADJECTIVES = MORE | word_set("last alleged suspected presumed reported known confirmed former")
"""May stand between a number and its noun, though they have codes of their own."""
_ORDINALS = word_set("second third fourth fifth other")
_PRONOUNS = word_set("i he she him her himself herself")
_TITLES = word_set(
    "mr mrs ms miss dr msgr monsignor fr rev sen gov gen col lt capt sgt cpl prof sir don dona sheikh mullah"
)
_PARENTS = word_set("father mother parent parents dad mum mom widow widower grandmother grandfather")
_HEALTH = word_set("sick ill")
"""Before a noun these count nobody: "two sick clerks were let go"."""
_STATES = ATTRIBUTES | _HEALTH
_AMBIGUOUS = word_set(
    "major general private national native local human female male individual criminal minor official militant rebel "
    "guerrilla terrorist insurgent extremist separatist paramilitary subversive civilian student elder juvenile"
)
"""These are also adjectives before a noun."""


class Noun(NamedTuple):
    """A noun phrase that ends before word `last`; without a category the noun is unknown, a thing is no person."""

    last: int
    category: Category | None
    plural: bool
    thing: bool = False
    unit: Unit = "people"
    kinds: tuple[Kind, ...] = ()
    harm: int | None = None


def find_noun(sentence: Sentence, first: int) -> Noun | None:
    """The noun phrase that starts at a word, up to its head; None where no noun is in reach."""
    best: Noun | None = None
    kinds: tuple[Kind, ...] = ()
    harm: int | None = None
    for index in range(first, min(first + MODIFIERS + 1, len(sentence.words))):
        word = sentence.at(index)
        if _ends_phrase(sentence, index) or (index in sentence.quantities and index > first):
            break
        noun = _read_noun(word, index)
        if noun is not None:
            noun = noun._replace(kinds=kinds, harm=harm)
            best = noun._replace(category=best.category) if best is not None and word == "general" else noun
            if _ends_noun(sentence, index, noun):
                break
        elif word in ATTRIBUTES and best is None:
            kinds, harm = (PHRASES[word,][1],), index
        elif best is not None and best.last == index and (word in ATTRIBUTES or not _is_modifier(sentence, index)):
            break
    return best


def _ends_phrase(sentence: Sentence, index: int) -> bool:
    word = sentence.at(index)
    if not word[:1].isalnum() or (word in FUNCTION and word not in _ADJECTIVES):
        return True
    return (word,) in PHRASES and word not in _STATES and not is_noun(sentence, index)


def _ends_noun(sentence: Sentence, index: int, noun: Noun) -> bool:
    """Whether nothing can follow a head: a plural, unless it is "police" and a noun comes next."""
    word = sentence.at(index)
    if noun.thing:
        return _is_plural_thing(word)
    return noun.plural and not (word in nouns.ADJUNCTS and _is_led_by(sentence, index + 1))


def _read_noun(word: str, index: int) -> Noun | None:
    if word in nouns.UNITS:
        unit: Unit = "families" if word.startswith("famil") else "households"
        return Noun(index + 1, "civilians", word.endswith("s"), unit=unit)
    person = nouns.find_person(word)
    if person is not None:
        return Noun(index + 1, *person)
    if word.endswith(("-year-old", "-year-olds", "-month-old", "-day-old")):
        return Noun(index + 1, "unknown", plural=word.endswith("s"))
    return Noun(index + 1, None, plural=False, thing=True) if word in nouns.THINGS else None


def is_noun(sentence: Sentence, index: int) -> bool:
    """Whether a word is a listed noun, for people or things."""
    return _read_noun(sentence.at(index), index) is not None


def _is_led_by(sentence: Sentence, index: int) -> bool:
    return is_noun(sentence, index) or sentence.at(index) in nouns.ADJUNCTS


def _is_plural_thing(word: str) -> bool:
    return (word.endswith("s") and word[:-1] in nouns.THINGS) or (word.endswith("es") and word[:-2] in nouns.THINGS)


def _is_modifier(sentence: Sentence, index: int) -> bool:
    """Whether an unknown word behind a noun for people still leads to the head: "rebel Zandari fighters"."""
    before, word = sentence.at(index - 1), sentence.at(index)
    person = nouns.find_person(before)
    led = before in nouns.ADJUNCTS or (person is not None and not person[1])
    return led and not word.endswith("ed") and (word in nouns.ADJUNCTS or _is_led_by(sentence, index + 1))


def is_open(sentence: Sentence, index: int) -> bool:
    """Whether a word may go on a noun phrase."""
    word = sentence.at(index)
    return bool(word) and word[0].isalpha() and word not in FUNCTION and (word,) not in PHRASES


def read_name(sentence: Sentence, index: int) -> Chunk | None:
    """A name that was found before, with its title, or capitalised words with an age: "Tomas Arel, 34,"."""
    start = index
    if sentence.at(index) in _TITLES:
        start += 1 + (sentence.at(index + 1) == ".")
    last = sentence.names.get(start) or sentence.names.get(index) or _find_aged(sentence, index)
    return Chunk("P", index, last, People(1, 1, noun=(index, last), plural=False)) if last else None


def _find_aged(sentence: Sentence, index: int) -> int | None:
    """Where a name ends behind which an age stands."""
    last = index
    while last < len(sentence.words) and last < index + 4 and sentence.is_capital(last):
        last += 1
    aged = last > index + 1 and sentence.at(last) == "," and re.fullmatch(r"\d{1,2}", sentence.at(last + 1))
    return last if aged and sentence.at(last + 2) in (",", ".") and sentence.at(index) not in FUNCTION else None


def read_state(sentence: Sentence, index: int) -> Chunk | None:
    """As in "the dead", "those arrested", where no noun follows."""
    if sentence.at(index) not in ("the", "those"):
        return None
    state = PHRASES.get((sentence.at(index + 1),))
    if state is None or state[0] not in "VA" or sentence.at(index + 1) not in _STATES:
        return None
    return None if find_noun(sentence, index + 2) is not None else Chunk("E", index, index + 2, kinds=(state[1],))


def read_person(sentence: Sentence, index: int) -> Chunk | None:
    """One person or uncounted people, with or without "a", "the", "his"."""
    alone = _read_pronoun(sentence, index)
    if alone is not None:
        return alone
    word = sentence.at(index)
    led = FUNCTION.get(word) == "-" and word not in ("no", "any")
    start = index + led
    if led and start in sentence.quantities:
        return None
    if not led and (word in ATTRIBUTES or not is_noun(sentence, index)):
        return None
    noun = find_noun(sentence, start)
    if noun is None:
        return None
    return Chunk("_", index, noun.last) if noun.category is None else _name_person(sentence, index, start, noun)


def _read_pronoun(sentence: Sentence, index: int) -> Chunk | None:
    """As in "he", "another was", "a third was"."""
    word = sentence.at(index)
    if word in _PRONOUNS and (word != "her" or not is_open(sentence, index + 1)):
        return Chunk("P", index, index + 1, People(1, 1, noun=(index, index + 1), plural=False))
    if FUNCTION.get(word) == "-" and sentence.at(index + 1) in _ORDINALS and not is_open(sentence, index + 2):
        return Chunk("P", index, index + 2, People(1, 1, plural=False))
    if word == "another" and not is_open(sentence, index + 1 + sentence.at(index + 1).endswith("ly")):
        return Chunk("P", index, index + 1, People(1, 1, plural=False))
    return None


def _name_person(sentence: Sentence, index: int, start: int, noun: Noun) -> Chunk:
    head = sentence.at(noun.last - 1)
    if noun.plural or noun.unit != "people" or head in nouns.ADJUNCTS - {"guerrilla", "rebel", "student"}:
        return Chunk(
            "N", index, noun.last, People(None, None, noun=(start, noun.last), category=noun.category or "unknown")
        )
    last = noun.last
    while is_open(sentence, last) and sentence.is_capital(last):
        last += 1
    last = sentence.names.get(last, last)
    person = People(1, 1, noun=(start, last), category=noun.category or "unknown", plural=False)
    if last == noun.last and _is_adjunct(sentence, start == index, last):
        return Chunk("_", index, last)
    aged = _find_age(sentence, last)
    if aged is not None:
        return Chunk("P", index, aged, person, noun.kinds, noun.harm)
    if head in _PARENTS and sentence.at(last) == "of" and last + 1 in sentence.quantities:
        return Chunk("P", index, sentence.quantities[last + 1][0], person)
    return Chunk("P", index, last, person, noun.kinds, noun.harm)


def _find_age(sentence: Sentence, last: int) -> int | None:
    """Where "of nine" ends behind a person, an age and no number of others."""
    if sentence.at(last) != "of" or last + 1 not in sentence.quantities:
        return None
    end, quantity = sentence.quantities[last + 1]
    young = quantity.low == quantity.high and quantity.low is not None and quantity.low <= OLDEST
    closed = not is_open(sentence, end) and sentence.at(end) not in MORE
    return end if young and closed and sentence.at(last - 1) in _AGED else None


def _is_adjunct(sentence: Sentence, bare: bool, last: int) -> bool:
    """Whether a singular noun only modifies the unknown word behind it: "a major offensive", "rebel fire"."""
    if not is_open(sentence, last) or sentence.at(last).endswith(("ed", "s")):
        return False
    written = sentence.text[sentence.words[last].start : sentence.words[last].end]
    return written.islower() and (bare or sentence.at(last - 1) in _AMBIGUOUS)
