"""From the words of a text to the event types that they may name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from averral.extract.triggers.attacks import ATTACK_WORDS
from averral.extract.triggers.conflict import CONFLICT_WORDS
from averral.extract.triggers.cooperation import COOPERATION_WORDS
from averral.extract.triggers.inflection import Part, lemma_variants
from averral.extract.triggers.society import SOCIETY_WORDS
from averral.extract.triggers.talk import TALK_WORDS
from averral.extract.triggers.words import TriggerWords

__all__ = ["LEXICON", "TriggerMatch", "TriggerSense", "find_event_type", "find_triggers", "iter_lemmas"]

LEXICON: Mapping[str, TriggerWords] = MappingProxyType(
    ATTACK_WORDS | CONFLICT_WORDS | TALK_WORDS | COOPERATION_WORDS | SOCIETY_WORDS
)
"""The words of each event type, by its id."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
GAP = re.compile(r"[\s\-‐‑–\u00ad]{1,8}")
"""What may stand between the words of a trigger; a line may end there, a sentence may not."""


class TriggerSense(NamedTuple):
    """One event type that a surface form may name; weak where the words alone do not tell that it does."""

    type: str
    lemma: str
    part: Part
    weak: bool


class TriggerMatch(NamedTuple):
    """Words of a text, and what they may name: the senses that are not weak come first."""

    start: int
    end: int
    senses: tuple[TriggerSense, ...]


def iter_lemmas(words: TriggerWords) -> Iterator[tuple[Part, str, str]]:
    """Part of speech, lemma (with the `*` of its head) and mark (`?`, `~` or none) of each entry."""
    columns: tuple[tuple[Part, str], ...] = (
        ("verb", words.verbs),
        ("noun", words.nouns),
        ("phrase", words.phrases),
    )
    for part, column in columns:
        for entry in " ".join(column.replace("-", " ").split()).split(", "):
            if entry:
                lemma = entry.rstrip("?~")
                yield part, lemma, entry[len(lemma) :]


def find_event_type(surface: str) -> tuple[TriggerSense, ...]:
    """The event types that a word or a few words may name, in any form and case; none for words that name no event."""
    return _read_index()[0].get(" ".join(word for _, _, word in _iter_words(surface)), ())


def find_triggers(text: str, start: int = 0, end: int | None = None) -> tuple[TriggerMatch, ...]:
    """The triggers of a stretch of text from left to right, the longest of those that begin at the same word.

    Triggers do not overlap. The time is linear in the text, since no trigger is longer than a few words.
    """
    index, longest = _read_index()
    words = tuple(_iter_words(text, start, end))
    found: list[TriggerMatch] = []
    place = 0
    while place < len(words):
        match, length = _match_at(text, words[place : place + longest.get(words[place][2], 0)], index)
        if match:
            found.append(match)
        place += length
    return tuple(found)


def _match_at(
    text: str, words: tuple[tuple[int, int, str], ...], index: Mapping[str, tuple[TriggerSense, ...]]
) -> tuple[TriggerMatch | None, int]:
    """The longest trigger that begins with the first word, and the number of words to go on by."""
    joined = 1
    while joined < len(words) and GAP.fullmatch(text, words[joined - 1][1], words[joined][0]):
        joined += 1
    for length in range(min(joined, len(words)), 0, -1):
        senses = index.get(" ".join(word for _, _, word in words[:length]))
        if senses:
            return TriggerMatch(words[0][0], words[length - 1][1], senses), length
    return None, 1


def _iter_words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Start, end and key of each word; a possessive ending belongs to no trigger."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        word = POSSESSIVE.sub("", match[0])
        yield match.start(), match.start() + len(word), _fold(word)


def _fold(word: str) -> str:
    """Lower case, without accents, and with straight apostrophes."""
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(part for part in parts if not unicodedata.combining(part)).replace("’", "'")
    return word.lower()


@cache
def _read_index() -> tuple[Mapping[str, tuple[TriggerSense, ...]], Mapping[str, int]]:
    """The senses of each surface form, and the number of words of the longest form that begins with each word."""
    index: dict[str, dict[tuple[str, Part], TriggerSense]] = {}
    for event, words in LEXICON.items():
        for surface, sense in _iter_senses(event, words):
            known = index.setdefault(surface, {})
            if (event, sense.part) not in known or not sense.weak:
                known[event, sense.part] = sense
    longest: dict[str, int] = {}
    for surface in index:
        first, *rest = surface.split(" ")
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return {s: tuple(sorted(known.values(), key=lambda sense: sense.weak)) for s, known in index.items()}, longest


def _iter_senses(event: str, words: TriggerWords) -> Iterator[tuple[str, TriggerSense]]:
    for part, lemma, mark in iter_lemmas(words):
        forms = lemma_variants(lemma, part)
        plain = lemma_variants(lemma, "noun") if mark == "~" else ()
        for form in forms:
            yield form, TriggerSense(event, forms[0], part, mark == "?" or form in plain)
