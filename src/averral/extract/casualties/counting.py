"""Numbers with what they count: people, the dead, or others out of whom they are some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from averral.extract.casualties import nouns
from averral.extract.casualties.harm import is_idle
from averral.extract.casualties.phrases import MORE, find_noun, is_noun, is_open
from averral.extract.casualties.sentence import Chunk, People
from averral.extract.casualties.words import FUNCTION, IRREAL, PHRASES
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.nouns import Category
    from averral.extract.casualties.phrases import Noun
    from averral.extract.casualties.sentence import Sentence
    from averral.extract.quantities import Quantity

__all__ = ["find_whom", "read_collective", "read_counted"]

_LEADS = word_set("a an the his her its their our my another all these those any")
_SECOND_LEADS = word_set("the other further additional first remaining last")
_LYING = word_set("lay lie lies lying buried climbed stepped crawled hid hidden trapped pinned")
"""Before "under two bodies" these tell of a place, not of a number below two."""
_BETWEEN = word_set("more other further additional dead civilian confirmed of")


def read_counted(sentence: Sentence, index: int) -> Chunk | None:
    """A number with what stands before it ("the", "his", "another") and the noun that it counts."""
    start = index
    if index not in sentence.quantities and sentence.at(start) in _LEADS:
        start += 1
        start += sentence.at(start) in _SECOND_LEADS
    if start not in sentence.quantities:
        return None
    last, quantity = sentence.quantities[start]
    counted = _read_out_of(sentence, index, last, quantity) or _read_state_noun(sentence, index, last, quantity)
    return counted or _read_group(sentence, index, last, quantity)


def _read_group(sentence: Sentence, index: int, last: int, quantity: Quantity) -> Chunk:
    people = People(quantity.low, quantity.high, quantity.approximate, plural=(quantity.low, quantity.high) != (1, 1))
    first = last + (sentence.at(last) == "of")
    more = first
    while sentence.at(more) in MORE:
        more += 1
    noun = find_noun(sentence, more)
    if noun is None or (noun.category is not None and noun.plural != people.plural):
        return _read_bare(sentence, index, last, more, people)
    if noun.category is None:
        return Chunk("T", index, noun.last)
    end, noun = _join_nouns(sentence, noun)
    people = people._replace(noun=(more, end), category=noun.category or "unknown", unit=noun.unit)
    return Chunk("G", index, end, people, noun.kinds, noun.harm)


def _join_nouns(sentence: Sentence, noun: Noun) -> tuple[int, Noun]:
    """As in "7,000 men and boys" are counted together where both nouns stand bare."""
    after = sentence.at(noun.last + 1)
    if (
        noun.plural
        and sentence.at(noun.last) in ("and", "or", "&")
        and after in nouns.PLURALS
        and after not in nouns.ADJUNCTS
    ):
        follows = sentence.at(noun.last + 2)
        known = follows in FUNCTION or (follows,) in PHRASES or not follows[:1].isalpha()
        if known and FUNCTION.get(follows) != "S":
            same = nouns.PLURALS[after] == noun.category
            return noun.last + 2, noun if same else noun._replace(category="unknown")
    return noun.last, noun


def _read_bare(sentence: Sentence, index: int, last: int, first: int, people: People) -> Chunk:
    """A number without a known noun: alone, with "others", or with an unknown noun of one to three words at `first`."""
    if sentence.at(first - 1) in MORE:
        return Chunk("G", index, first, people)
    end = first
    for ahead in range(first, min(first + 3, len(sentence.words))):
        word = sentence.at(ahead)
        if not is_open(sentence, ahead) or is_noun(sentence, ahead):
            break
        if sentence.is_capital(ahead) or (word.endswith("s") and not word.endswith("ss")):
            end = ahead + 1
    if end > first and not sentence.at(first).endswith(("ed", "ing", "ly")):
        return Chunk("U", index, end, people._replace(noun=(first, end)))
    listed = sentence.at(last) == "of" and sentence.at(last + 1) in ("dead", "wounded", "injured", "missing")
    return Chunk("Q", index, last + listed, people)


def _read_out_of(sentence: Sentence, index: int, last: int, quantity: Quantity) -> Chunk | None:
    """As in "three of them", "two of the wounded", "one of his bodyguards", "four of the five guards"."""
    if sentence.at(last) != "of":
        return None
    whom = find_whom(sentence, last)
    if whom is None or whom.people is None:
        return None
    plural = (quantity.low, quantity.high) != (1, 1)
    people = whom.people._replace(low=quantity.low, high=quantity.high, approximate=quantity.approximate, plural=plural)
    return Chunk(whom.code, index, whom.last, people, whom.kinds, whom.harm)


def find_whom(sentence: Sentence, of: int) -> Chunk | None:
    """What follows "of" where it names a known set of people, not merely a noun ("dozens of people")."""
    start = of + 1
    if sentence.at(start) in ("them", "whom", "those", "these", "us", "ours", "theirs", "mine"):
        state = PHRASES.get((sentence.at(start + 1),))
        if state is not None and sentence.at(start) in ("those", "these") and state[0] in "VA":
            return Chunk("H", of, start + 2, People(None, None), (state[1],), start + 1)
        return Chunk("R", of, start + 1, People(None, None))
    if FUNCTION.get(sentence.at(start)) != "-":
        return None
    start += 1
    start += sentence.at(start) in ("own", "other")
    if start in sentence.quantities:
        start = sentence.quantities[start][0]
    noun = find_noun(sentence, start)
    if noun is not None and not noun.thing and noun.category is not None:
        return Chunk(
            "G", of, noun.last, People(None, None, noun=(start, noun.last), category=noun.category, unit=noun.unit)
        )
    return _read_state_set(sentence, of, start) if noun is None else None


def _read_state_set(sentence: Sentence, of: int, start: int) -> Chunk | None:
    """As in "of the wounded", "of the bodies"."""
    code, kind = PHRASES.get((sentence.at(start),), ("", None))
    if kind is None or is_open(sentence, start + 1):
        return None
    if sentence.at(start) in ("bodies", "corpses"):
        return Chunk("K", of, start + 1, People(None, None), (kind,), start)
    return Chunk("H", of, start + 1, People(None, None), (kind,), start) if code in "VA" else None


def _read_state_noun(sentence: Sentence, index: int, last: int, quantity: Quantity) -> Chunk | None:
    """As in "20 deaths", "five more bodies", "12 arrests"; not "two UN bodies" nor "two attempted murders"."""
    start = last
    while sentence.at(start) in _BETWEEN:
        start += 1
    for _ in range(2):
        known = start in sentence.quantities or is_noun(sentence, start) or sentence.at(start) in IRREAL
        start += is_open(sentence, start) and not known
    code, kind = PHRASES.get((sentence.at(start),), ("", None))
    if start > last and sentence.at(start) in ("bodies", "body", "lives") and is_open(sentence, start - 1):
        return None
    if kind is None or code != "C" or is_idle(sentence, start, start + 1):
        return None
    if sentence.at(index) in ("under", "over") and sentence.at(index - 1) in _LYING:
        return None
    civilian: Category = (
        "civilians" if "civilian" in (sentence.at(place) for place in range(last, start)) else "unknown"
    )
    people = People(quantity.low, quantity.high, quantity.approximate, category=civilian)
    return Chunk("K", index, start + 1, people, (kind,), start)


def read_collective(sentence: Sentence, index: int) -> Chunk | None:
    """As in "a family of six", "a group of twelve miners"."""
    start = index + (sentence.at(index) in ("a", "an", "the", "another", "one"))
    while start < index + 3 and sentence.at(start) not in nouns.COLLECTIVES:
        start += 1
    if sentence.at(start) not in nouns.COLLECTIVES or sentence.at(start + 1) != "of" or start == index:
        return None
    counted = read_counted(sentence, start + 2)
    if counted is None or counted.code not in "GQ" or counted.people is None:
        return None
    people = counted.people._replace(plural=None)
    if sentence.at(start) == "family":
        people = people._replace(category="civilians")
    return Chunk("G", index, counted.last, people, counted.kinds)
