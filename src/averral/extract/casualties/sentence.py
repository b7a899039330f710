"""A sentence as words with the counts and names in it, and what it is cut into.

The codes of chunks, beside those of words of harm and small words in `words`:

=====  ====================================================================================
``G``  counted people: "at least 31 people", "his two brothers", "a family of six"
``U``  counted, the noun unknown: "12 Zandari"; people where the verb takes only people
``Q``  a number alone: "12", "at least 60"
``P``  one person: "a soldier", "the bishop", "she", a name
``N``  people without a number: "villagers", "many"
``R``  a number out of others: "three of them"; ``H`` out of a state: "two of the wounded"
``E``  a state as a noun: "the dead", "those arrested"
``K``  a counted noun of harm: "20 deaths", "five bodies"
``Z``  nobody: "no one", "no civilians"; ``Y`` anybody
``0``  "no casualties"; ``W`` "any casualties"
``T``  counted things; ``L`` "death toll", "number of dead"
``v``  a word that looks like another verb; ``_`` any other word; ``,;:.'`` marks
=====  ====================================================================================
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from averral.extract.casualties.nouns import Category
    from averral.extract.casualties.words import Kind
    from averral.extract.numerals import Word
    from averral.extract.quantities import Quantity

__all__ = ["Chunk", "People", "Sentence", "Unit"]

Unit = Literal["people", "families", "households"]


class People(NamedTuple):
    """How many, and who: `noun` is first and last word (not included) of the noun without its number, or None."""

    low: int | None
    high: int | None
    approximate: bool = False
    noun: tuple[int, int] | None = None
    category: Category = "unknown"
    unit: Unit = "people"
    plural: bool | None = True
    """None where both "was" and "were" may follow: "a group of six"."""


class Chunk(NamedTuple):
    """Words first to last (not included); `kinds` are what the words themselves say happened."""

    code: str
    first: int
    last: int
    people: People | None = None
    kinds: tuple[Kind, ...] = ()
    harm: int | None = None
    """The word of harm inside counted people: "wounded" of "twelve wounded soldiers"."""


class Sentence(NamedTuple):
    """A sentence before it is cut, by numbers of words."""

    text: str
    words: list[Word]
    quantities: dict[int, tuple[int, Quantity]]
    """By first word: the word after the last one, and the quantity."""
    names: dict[int, int]
    """By first word: the word after the last one."""

    def at(self, index: int) -> str:
        """The word at a place, or nothing outside the sentence."""
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def is_capital(self, index: int) -> bool:
        """Whether a word has one capital and small letters, as names have in a text that has both."""
        return self.text[self.words[index].start : self.words[index].end].istitle()
