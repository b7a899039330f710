"""How a word sounds, roughly, and how far two sounds are apart: for names that many alphabets and ears have spelled.

The rules fold what transliterations of Arabic, Persian, Russian, Ukrainian, Turkish, Korean and German names disagree
about: doubled letters, q and k, kh and h, ee and i, -ov and -off. What they do not fold has a price; vowels cost less
than consonants, and neighbours (o and u, g and k) less than strangers.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["coarse_bones", "hear_word", "measure_likeness"]

_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^abd[aeiou]?l(?=[b-df-hj-np-tv-z]..)", "abd"),
        (r"ph", "f"),
        (r"shch|stch|chtch|sch|sh", "S"),
        (r"^hs|^x", "S"),
        (r"tch|ch|cz", "C"),
        (r"dzh|zh|dj|j", "J"),
        (r"tz|ts", "Z"),
        (r"kh", "h"),
        (r"[dt]h", lambda found: found[0][0]),
        (r"gh|g", "g"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"(?<=vi)c$", "C"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"(?:ie|i|y|e|o)(?:v|w|ff)$|yiv$", "ov"),
        (r"sk(?:y|i|yy|yi|ii|iy|ij|yj)$", "ski"),
        (r"(?:ey|ei|iy|yi|yy|ii|ij|ay|ai)$", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"ee", "i"),
        (r"oo|ou", "u"),
        (r"(.)\1+", r"\1"),
        (r"aw|au", "o"),
        (r"[ae][iy]+", "e"),
        (r"i[yJ]a", "ia"),
        (r"iy|yi|ie|ye", "i"),
        (r"y", "i"),
        (r"ae", "e"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = frozenset("aeiou")
_NEAR = {
    "ou": 0.2, "ei": 0.2, "ae": 0.25, "ao": 0.5, "au": 0.5, "ai": 0.5, "eo": 0.75,
    "gk": 0.3, "hk": 0.5, "gh": 0.5, "dt": 0.5, "bp": 0.5, "fv": 0.4, "bv": 0.6, "sz": 0.35, "Ss": 0.5, "CJ": 0.4,
    "Ck": 0.5, "Jg": 0.4, "Ji": 0.5, "Zs": 0.4, "CS": 0.4, "Zz": 0.3, "Jz": 0.4, "uv": 0.3, "dz": 0.5, "CZ": 0.4,
}  # fmt: skip
"""Prices of exchanging two sounds, the letters of each pair in the order of their code points."""
_VOWEL_EXCHANGE, _CONSONANT_EXCHANGE = 1.0, 1.5
_VOWEL_ADDED, _BREATH_ADDED, _CONSONANT_ADDED = 0.5, 0.4, 1.25
_END_ADDED = 1.0
"""A vowel more at the end makes another word more often than one inside (a country and its people, two towns)."""


@lru_cache(maxsize=65536)
def hear_word(plain: str) -> str:
    """The sounds of a word in plain letters; capitals are sounds that Latin letters write with two (S is sh)."""
    heard = plain
    for pattern, sound in _RULES:
        heard = pattern.sub(sound, heard)
    return heard or plain


_COARSE = str.maketrans({
    "g": "k", "q": "k", "p": "b", "f": "b", "v": "b", "t": "d", "Z": "s", "z": "s", "S": "s", "C": "s", "J": "s",
    "a": None, "e": None, "i": None, "o": None, "u": None, "h": None,
})  # fmt: skip


@lru_cache(maxsize=65536)
def coarse_bones(plain: str) -> str:
    """The consonants in a few large classes; a vowel in front is "a". What `measure_likeness` calls alike shares them.

    Nearly always: a consonant more or less makes other bones, and only other words of the name save the pair.
    """
    heard = hear_word(plain)
    bones = re.sub(r"(.)\1+", r"\1", heard[1:].translate(_COARSE))
    first = heard[:1]
    if first in _VOWELS:
        return "a" + bones
    front = "k" if first == "h" else first.translate(_COARSE)
    return front + bones.removeprefix(front)


@lru_cache(maxsize=65536)
def measure_likeness(one: str, other: str) -> float:
    """1 for words that sound the same, less by the price of turning one into the other, over the longer's length."""
    if one == other:
        return 1.0
    a, b = hear_word(one), hear_word(other)
    if a == b:
        return 0.97
    longest = max(len(a), len(b))
    if abs(len(a) - len(b)) > 1 + longest // 3:
        return 0.0
    return max(0.0, 0.97 - _price(a, b) / longest)


def _price(a: str, b: str) -> float:
    row = [0.0]
    for index, sound in enumerate(b):
        row.append(row[-1] + _added(sound, index == len(b) - 1))
    for i, x in enumerate(a):
        adding = _added(x, i == len(a) - 1)
        last, row = row, [row[0] + adding]
        for j, y in enumerate(b):
            ends = i == len(a) - 1 and j == len(b) - 1
            exchange = last[j] if x == y else last[j] + _exchanged(x, y, at_end=ends)
            row.append(min(exchange, last[j + 1] + adding, row[j] + _added(y, j == len(b) - 1)))
    return row[-1]


def _added(sound: str, at_end: bool) -> float:
    if sound in _VOWELS:
        return _END_ADDED if at_end else _VOWEL_ADDED
    return _BREATH_ADDED if sound == "h" else _CONSONANT_ADDED


def _exchanged(x: str, y: str, *, at_end: bool) -> float:
    """A vowel at the end tells Mario from Maria, so that it costs twice as much there."""
    both_vowels = x in _VOWELS and y in _VOWELS
    price = _NEAR.get(x + y if x < y else y + x, _VOWEL_EXCHANGE if both_vowels else _CONSONANT_EXCHANGE)
    return 2 * price if at_end and both_vowels else price
