"""A name as words in plain Latin letters, whatever script, accents and look-alike letters it came in.

Other scripts are spelled in Latin letters by `anyascii` (ISC licence, tables only), sign by sign: good enough for
alphabets and Chinese characters, without the vowels that Arabic and Hebrew leave out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

__all__ = ["Word", "clean_name", "fold_homoglyphs", "has_latin", "plain_form", "split_words"]

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_GAP = re.compile(r"[\s\-‐‑‒–—―/_·•,;:()\[\]{}|]+")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SYLLABLE = re.compile(r"[A-Z][a-z]*|[^A-Z]+")
_UNVOWELLED = re.compile(r"[\u0590-\u074f\u0750-\u077f\u08a0-\u08ff]")
_GLUED = re.compile(r"\b([AE]l)(?=[A-Z][a-z])")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ə": "a", "Ə": "A", "Ё": "Ye", "ё": "ye", "’": "'", "‘": "'", "ʼ": "'"})
_LIKE_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјкорсхуһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανι",
    "ABESIJKMHOPCTXYaesijkopcxyhdqwABEZHIKMNOPTYXoavi",
)
"""Cyrillic and Greek letters that a reader takes for Latin ones (after the confusables of Unicode TR39)."""


class Word(NamedTuple):
    """A word of a name: as written, its plain letters, and the particle before it that is not compared ("al")."""

    text: str
    plain: str
    particle: str = ""

    @property
    def is_initial(self) -> bool:
        """Whether one letter stands for a name."""
        return len(self.plain) == 1 and self.plain.isalpha()

    @property
    def is_unvowelled(self) -> bool:
        """Whether it came in a script that leaves vowels out."""
        return _UNVOWELLED.search(self.text) is not None


def has_latin(text: str) -> bool:
    """Whether a Latin letter is in it."""
    return _LATIN.search(text) is not None


def clean_name(name: str) -> str:
    """Compatibility forms made one, unseen marks out, single blanks."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", name)).split())


def fold_homoglyphs(name: str) -> str:
    """Cyrillic and Greek letters inside words that are otherwise Latin, or all of whose letters only look Latin."""
    if name.isascii() or not _LATIN.search(name):
        return name
    return " ".join(_fold_word(word) for word in name.split(" "))


def _fold_word(word: str) -> str:
    folded = word.translate(_LIKE_LATIN)
    foreign = [letter for letter in folded if letter.isalpha() and not _LATIN.match(letter)]
    mixed = _LATIN.search(word) is not None
    return folded if folded != word and (mixed or not foreign) else word


@lru_cache(maxsize=65536)
def plain_form(text: str) -> str:
    """Small letters a to z and digits."""
    plain = text if text.isascii() else anyascii(text.translate(_LETTERS))
    return _NOT_PLAIN.sub("", plain.lower())


def split_words(name: str) -> list[Word]:
    """The words of a clean name; hyphens part words, apostrophes do not, and Chinese and Korean signs are words."""
    pieces = [piece for text in _GAP.split(_GLUED.sub(r"\1 ", name)) for piece in _split_syllables(text)]
    return [Word(text, plain) for text in pieces if (plain := plain_form(_POSSESSIVE.sub("", text)))]


def _split_syllables(text: str) -> list[str]:
    return _SYLLABLE.findall(anyascii(text)) if _UNSPACED.search(text) else [text]
