"""Place names as keys: what is left of a name when spelling habits are taken away."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Generic", "fold_name", "loose_key", "split_generic"]

_LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H", "ə": "a", "Ə": "A", "&": " and ",
})  # fmt: skip
_SILENT = re.compile(r"['’‘`´ʻʼʾʿˈ′\u0300-\u036f\u200b-\u200f]")
_INNER_STOP = re.compile(r"(?<=\w\w)\.(?=\w)")
_GAP = re.compile(r"[\W_]+")
_SHORT = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft", "sainte": "ste"}
_ARTICLES = frozenset({"al", "el", "ul"})
_SUN = re.compile(r"a(d|n|r|s|sh|t|z|dh|th)")
"""The Arabic article takes on the first consonant of the next word: ar-Ramadi, an-Nasiriyah, ash-Shatrah."""


@lru_cache(maxsize=20_000)
def fold_name(name: str) -> str:
    """The key of a name: no case, marks, hyphens, apostrophes or stops; "Saint" as "st", ar-R… and el- as "al".

    "the" in front goes. The same key is no proof of the same name; it only says which names to look at.
    """
    text = unicodedata.normalize("NFKD", name.translate(_LETTERS)).casefold()
    text = _INNER_STOP.sub(" ", _SILENT.sub("", text)).replace(".", "")
    words = [_SHORT.get(word, word) for word in _GAP.split(text) if word]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and _is_arabic_article(words[0], words[1]):
        words[0] = "al"
    return " ".join(words)


def _is_arabic_article(word: str, following: str) -> bool:
    sun = _SUN.fullmatch(word)
    return word in _ARTICLES or (sun is not None and following.startswith(sun.group(1)))


_SOUNDS = (
    (re.compile(r"kh"), "h"),
    (re.compile(r"[qg]h?"), "k"),
    (re.compile(r"([dts])h"), r"\1"),
    (re.compile("ph"), "f"),
)
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouyw]+")


def loose_key(name: str) -> str:
    """The consonants of a name, for names that are spelled by ear: Hodeidah, Hudayda and al-Hudaydah are one.

    Empty where fewer than three sounds are left. It begins with a mark that no key of `fold_name` has, as it says far
    less than that: it is for places whose own script is Arabic, where nothing else is found.
    """
    sounds = fold_name(name).removeprefix("al ").replace(" al ", "").replace(" ", "")
    for pattern, plain in _SOUNDS:
        sounds = pattern.sub(plain, sounds)
    first = "a" if _VOWELS.match(sounds) else ""
    bones = first + _VOWELS.sub("", _DOUBLE.sub(r"\1", sounds))
    bones = bones.removesuffix("h")
    return f"~{bones}" if len(bones) > 2 else ""


class Generic(NamedTuple):
    """A name without the word that says what it names, and that word in the singular, small."""

    name: str
    word: str


_DIVISION_WORDS = """
    province governorate county district region state oblast prefecture department canton
    municipality republic krai okrug raion rayon division vilayet wilaya parish borough commune
    subdistrict subdivision territory emirate voivodeship township
"""
_SETTLEMENT_WORDS = "city town village municipality township metropolitan area suburb neighborhood neighbourhood"
_FACILITY_WORDS = """
    hospital airport university prison camp base market mosque port harbor harbour station stadium jail
    barracks embassy consulate clinic laboratory refinery dam cathedral church zoo airfield checkpoint college
    refugee international military air naval army central general regional medical center centre
"""
DIVISION_WORDS = frozenset(_DIVISION_WORDS.split())
"""What follows or precedes the name of a division ("Norlan Province", "Province of Norlan")."""
SETTLEMENT_WORDS = frozenset(_SETTLEMENT_WORDS.split())
FACILITY_WORDS = frozenset(_FACILITY_WORDS.split())
"""Facilities that are as a rule named after the town that they stand in; streets and squares are not."""
_WORDS = DIVISION_WORDS | SETTLEMENT_WORDS | FACILITY_WORDS
_OF = re.compile(r"(?i)^(?:the\s+)?(?P<word>[a-z]+)\s+of\s+(?P<name>.+)$")
_LAST = re.compile(r"^(?P<name>.+?)(?:['’]s)?[\s-]+(?P<word>[^\W\d_]+)$")


def split_generic(name: str) -> Generic | None:
    """Take "Norlan Province" and "the province of Norlan" as (Norlan, province); null where no such word is there.

    One word is taken off at a time: (Norlan General, hospital) comes of "Norlan General Hospital".
    """
    for pattern in (_OF, _LAST):
        match = pattern.match(name)
        if match is not None:
            word = _singular(match["word"].lower())
            if word in _WORDS:
                return Generic(match["name"].strip(), word)
    return None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in _WORDS else word
