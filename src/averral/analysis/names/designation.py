"""The parts of what an organisation, place, facility or group is called: words, numbers, directions, countries."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from averral.analysis.names.spelling import Word, split_words
from averral.gazetteer import find_demonym, load_gazetteer

__all__ = ["GENERIC_WORDS", "WEAK_WORDS", "Designation", "read_designation"]

_WEAK_WORDS_TEXT = """
    the a an of for and in on at to de da do dos das del della di la le les las los el y e i et en und der die das
    fur pour para o al ul as ar ash az ad ez ed en
"""
WEAK_WORDS = frozenset(_WEAK_WORDS_TEXT.split())
GENERIC_WORDS = {
    "organization": frozenset({"group", "organization", "movement", "party", "militant", "force", "network"}),
    "place": frozenset({"city", "town", "village"}),
    "facility": frozenset({"international", "complex", "compound"}),
    "group": frozenset({"people", "tribe", "community", "ethnic"}),
}
"""What may be left out of a name without making it another; "province" and "brigade" may not."""
_LEGAL_FORMS_TEXT = """
    ag gmbh ltd limited inc incorporated llc llp plc corp corporation co company sa sarl sas spa srl bv nv ab oy asa
    as kg ooo oao zao pao pjsc jsc ojsc pt tbk sdn bhd pte pvt kk
"""
_LEGAL_FORMS = frozenset(_LEGAL_FORMS_TEXT.split())
_NUMBER_WORDS = """
    one/first two/second three/third four/fourth five/fifth six/sixth seven/seventh eight/eighth nine/ninth ten/tenth
    eleven/eleventh twelve/twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
_NUMBERS = {word: str(number) for number, pair in enumerate(_NUMBER_WORDS.split(), 1) for word in pair.split("/")}
_ROMAN = {"II": "2", "III": "3", "IV": "4", "VI": "6", "VII": "7", "VIII": "8", "IX": "9", "XI": "11", "XII": "12"}
_ORDINAL = re.compile(r"0*(\d+)(?:st|nd|rd|th)?")
_DIRECTIONS = {
    form: way
    for way in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "central")
    for form in (way, f"{way}ern")
} | {"upper": "upper", "lower": "lower", "inner": "inner", "outer": "outer"}
_SPELLINGS = (
    (re.compile(r"^(de|of)fen[cs]e$"), r"\1fense"),
    (re.compile(r"is(ation|e|ed|ing)$"), r"iz\1"),
    (re.compile(r"^(lab|harb|hon|arm)our"), r"\1or"),
    (re.compile(r"^cent(?:re|er)$"), "center"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"^mechani[sz]"), "mechaniz"),
)
_FORMS = {
    "saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "airfield": "airbase",
    }  # fmt: skip
_JOINED = {("air", "base"): "airbase", ("air", "field"): "airbase", ("co", "operation"): "cooperation",
           ("foreign", "affair"): "foreign",
           ("internal", "affair"): "internal", ("external", "affair"): "external"}  # fmt: skip
_BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]?[A-ZÀ-Þ\-/]*[A-ZÀ-Þ](?:-?[A-Z0-9]+)?")
_STOPPED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_PLURAL = re.compile(r"(?<=[a-z]{3}[^sui])s$")
_PEOPLE_PLURAL = re.compile(r"(?<=[a-z]{3})(?<!s)s$")
_MOST_WORDS = 14
_LONGEST_COUNTRY = 4


class Designation(NamedTuple):
    """`words` are compared; numbers, directions and countries must not clash; `container` is what a comma adds."""

    words: tuple[Word, ...]
    every_word: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    directions: frozenset[str] = frozenset()
    countries: tuple[frozenset[str], ...] = ()
    container: tuple[str, ...] = ()
    acronyms: frozenset[str] = frozenset()
    """Acronyms that the name gives in brackets, or is itself."""


@lru_cache(maxsize=16384)
def read_designation(name: str, *, kind: str) -> Designation:
    """Take a clean name apart; `kind` is an entity's type. Only an organisation's countries are looked up."""
    bare, acronyms = _take_acronym(_STOPPED.sub(lambda found: found[0].replace(".", ""), name))
    bare, container = _take_container(bare) if kind in ("place", "facility") else (bare, ())
    words = split_words(bare)[: _MOST_WORDS * 2]
    if len(words) == 1 and _ACRONYM.fullmatch(words[0].text):
        acronyms |= {words[0].plain}
    every = tuple(word.plain for word in words)
    countries, words = _take_countries(words) if kind == "organization" else ((), words)
    words = _drop_legal_forms(words) if kind == "organization" else words
    strong = [word for word in words if word.plain not in WEAK_WORDS] or words
    parts = [_sort_word(word, kind) for word in strong]
    return Designation(
        words=_join_pairs([word for part, word in parts if part == "word"])[:_MOST_WORDS],
        every_word=every,
        numbers=tuple(word.plain for part, word in parts if part == "number"),
        directions=frozenset(word.plain for part, word in parts if part == "direction"),
        countries=countries,
        container=container,
        acronyms=acronyms,
    )


def _take_acronym(name: str) -> tuple[str, frozenset[str]]:
    """An acronym in brackets is another name for the same; anything else in brackets is a part of the name."""
    found = [match for match in _BRACKET.finditer(name) if _ACRONYM.fullmatch((match[1] or match[2] or "").strip())]
    acronyms = frozenset("".join(word.plain for word in split_words(match[0])) for match in found)
    for match in reversed(found):
        name = f"{name[: match.start()]} {name[match.end() :]}"
    return name, acronyms


def _take_container(name: str) -> tuple[str, tuple[str, ...]]:
    inner, comma, outer = name.partition(",")
    if not comma or not split_words(inner):
        return name, ()
    return inner, tuple(word.plain for word in split_words(outer) if word.plain not in WEAK_WORDS)


@lru_cache(maxsize=16384)
def _find_countries(text: str) -> frozenset[str]:
    if len(text) < 3 and text not in ("US", "UK"):
        return frozenset()
    country = load_gazetteer().find_country(text)
    return frozenset(find_demonym(text)) | (frozenset((country,)) if country else frozenset())


def _take_countries(words: list[Word]) -> tuple[tuple[frozenset[str], ...], list[Word]]:
    """Countries and their people ("Iraqi", "Russian Federation"), the longest name first; a name keeps one word."""
    countries: list[frozenset[str]] = []
    rest: list[Word] = []
    at = 0
    while at < len(words):
        size, codes = _longest_country(words, at)
        if codes and len(words) > size:
            countries.append(codes)
        else:
            rest.extend(words[at : at + size])
        at += size
    return tuple(countries), rest


def _longest_country(words: list[Word], at: int) -> tuple[int, frozenset[str]]:
    if words[at].text[:1].isupper():
        for size in range(min(_LONGEST_COUNTRY, len(words) - at), 0, -1):
            if words[at + size - 1].text[:1].isupper():
                codes = _find_countries(" ".join(word.text for word in words[at : at + size]))
                if codes:
                    return size, codes
    return 1, frozenset()


def _drop_legal_forms(words: list[Word]) -> list[Word]:
    while len(words) > 1 and words[-1].plain in _LEGAL_FORMS:
        words = words[:-1]
    return words


def _sort_word(word: Word, kind: str) -> tuple[str, Word]:
    plain = _NUMBERS.get(word.plain) or _ROMAN.get(word.text)
    ordinal = _ORDINAL.fullmatch(word.plain)
    if plain or ordinal:
        return "number", word._replace(plain=plain or (ordinal[1] if ordinal else ""))
    if word.plain in _DIRECTIONS:
        return "direction", word._replace(plain=_DIRECTIONS[word.plain])
    return "word", word._replace(plain=_one_spelling(word.plain, kind))


def _one_spelling(plain: str, kind: str) -> str:
    if kind != "place":
        plain = (_PEOPLE_PLURAL if kind == "group" else _PLURAL).sub("", plain)
    for pattern, spelling in _SPELLINGS:
        plain = pattern.sub(spelling, plain)
    return _FORMS.get(plain, plain)


def _join_pairs(words: list[Word]) -> tuple[Word, ...]:
    joined: list[Word] = []
    for word in words:
        pair = _JOINED.get((joined[-1].plain, word.plain)) if joined else None
        if pair:
            joined[-1] = Word(f"{joined[-1].text} {word.text}", pair)
        else:
            joined.append(word)
    return tuple(joined)
