"""Place names as a text uses them: which mentions share one, and what the words around say of where it lies.

"Norlan, Lirria", "Norlan in the north of Lirria" and "the Lirrian town of Norlan" each name what holds Norlan; "the
state of Norlan" and "Norlan Province" say what kind of place is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from averral.gazetteer import find_demonym, fold_name
from averral.records import Block, Mention

__all__ = ["CONTAINER", "Toponym", "find_toponyms"]

PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
COUNTRY_TYPES = frozenset({"ORG"})
"""Types of mentions that are looked at because they may be a country, and are otherwise no places."""
CONTAINER = "container"
"""The type of a toponym that only stands behind another's comma, and is no mention."""
DATELINE_WEIGHT = 3.0
"""A dateline says where the report is from: it counts as this many mentions."""
LONGEST = 80
"""Characters of a mention that may still be a place's name."""
REACH = 120
"""Characters between two names beyond which neither says where the other lies."""
DIVISION_NOUNS = frozenset({"province", "governorate", "county", "district", "state", "oblast", "prefecture"})
SETTLEMENT_NOUNS = frozenset(
    {"city", "town", "village", "suburb", "capital", "hamlet", "neighborhood", "neighbourhood"}
)
_EDGE = " \t\r\n,;:.()[]\"“”'‘’*_"
_STOPPED = re.compile(r"(?:\b[A-Z]\.)+$")
_TRAILING = re.compile(
    r"(?:\s+(?:and|or|the|of|in|at|on|by|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday))+$"
)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?)\s+(?=[A-Z])")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_SMALL = r"(?:[a-z][a-z-]*\s+)"
_BETWEEN = re.compile(rf"\s*,\s*|\s*\(\s*|\s*,?\s+{_SMALL}{{0,6}}?(?:in|of)\s+(?:the\s+)?{_SMALL}{{0,3}}")
"""What stands between a name and what holds it: "Norlan, Lirria", "Norlan, a town in the north of Lirria"."""
_OWNER = re.compile(rf"['’]s?\s+{_SMALL}{{0,4}}")
"""Between a holder and a name: "Lirria's second city Norlan"."""
_PARTING = re.compile(r"\b(?:and|or|between|from|to|against|with|outside|near|than|out|across|capital)\b")
"""Words in a gap that part two places, or (capital) name the holder's centre and not the holder."""
_HALF_NAMED = re.compile(r"(?:[Tt]he |[Aa]n? )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2} [a-z]+(?: [a-z]+)?$")
_LINK = re.compile(r"\s*,?\s+(?:and|or|as well as)\s+(?:in\s+)?(?:the\s+)?")
_COMMA = re.compile(r"\s*,\s+(?:the\s+)?")
_NEXT_NAME = re.compile(r"\s*[,(]\s*((?:[A-Z][\w’'.-]*)(?:\s+(?:of\s+|and\s+)?[A-Z][\w’'.-]*){0,2})")
_NOUN_AFTER = re.compile(r"(?:['’]s)?\s+([a-z]+)\b")
_NOUN_BEFORE = re.compile(r"\b([a-z]+)\s+of\s+(?:the\s+)?$")
_PEOPLE_BEFORE = re.compile(
    r"\b([A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s+(?:[a-z][a-z-]*\s+){0,3}"
    r"(?:city|town|village|capital|province|port|region|district|state|suburb|island|resort)\s+(?:of\s+)?$"
)
"""Before a name: "the Lirrian port city of Norlan"."""


class Toponym(NamedTuple):
    """A name and the mentions (by position) that bear it in one sense.

    `noun` is "division" in "the province of Norlan", "settlement" in "Norlan city", else empty; `within` has the
    numbers of the toponyms that are said to hold it, `beside` of those listed with it; `countries` the codes of the
    countries whose people's it is said to be; `personal` says that a person of this document bears the name too.
    """

    name: str
    type: str
    noun: str = ""
    mentions: tuple[int, ...] = ()
    weight: float = 0.0
    within: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()
    countries: frozenset[str] = frozenset()
    personal: bool = False


class _Use(NamedTuple):
    """One mention: its name without what does not belong to it, and the names behind its own commas."""

    position: int
    start: int
    end: int
    name: str
    type: str
    noun: str
    holders: tuple[str, ...]


def find_toponyms(text: str, mentions: Sequence[Mention], blocks: Sequence[Block] = ()) -> tuple[Toponym, ...]:
    """The document's toponyms in order of their first mention; mentions without a place in the text are passed over."""
    uses = sorted(_iter_uses(text, mentions), key=lambda use: (use.start, -use.end))
    register = _Register(_last_names(text, mentions))
    datelines = [block for block in blocks if block.role == "dateline"]
    numbers = [register.add(use, _weight(use, datelines), _peoples_before(text, use.start)) for use in uses]
    taken = {use.start for use in uses} | {m.start for m in mentions if m.type == "PER"}
    for use, number in zip(uses, numbers, strict=True):
        outer = [register.add_holder(name) for name in use.holders] or _next_holder(text, use, taken, register)
        for inside, holder in pairwise([number, *outer]):
            register.join(inside, holder)
    _join_neighbours(text, uses, numbers, register)
    return tuple(draft.finish() for draft in register.drafts)


def _join_neighbours(text: str, uses: Sequence[_Use], numbers: Sequence[int], register: _Register) -> None:
    """Holders that are mentions themselves, and the items of a list, of which a comma says less."""
    gaps = [text[a.end : b.start] if b.start - a.end <= REACH else "." for a, b in pairwise(uses)]
    listed = _listed(gaps)
    for gap, inside, holder, one_of_many in zip(gaps, numbers, numbers[1:], listed, strict=False):
        if one_of_many:
            register.put_beside(inside, holder)
        if _PARTING.search(gap) is None and _BETWEEN.fullmatch(gap):
            register.join(inside, holder)
        if _OWNER.fullmatch(gap):
            register.join(holder, inside)


def _listed(gaps: Sequence[str]) -> list[bool]:
    """Which gaps stand in a list: a run of commas that ends in "and", or a lone "and"."""
    listed = [_LINK.fullmatch(gap) is not None for gap in gaps]
    for number in range(len(gaps) - 2, -1, -1):
        listed[number] = listed[number] or (listed[number + 1] and _COMMA.fullmatch(gaps[number]) is not None)
    return listed


class _Draft:
    """A toponym in the making."""

    __slots__ = ("beside", "countries", "mentions", "name", "noun", "personal", "type", "weight", "within")

    def __init__(self, name: str, kind: str, noun: str = "", *, personal: bool = False) -> None:
        self.name, self.type, self.noun, self.personal = name, kind, noun, personal
        self.mentions: list[int] = []
        self.weight = 0.0
        self.within: set[int] = set()
        self.beside: set[int] = set()
        self.countries: set[str] = set()

    def finish(self) -> Toponym:
        return Toponym(
            self.name,
            self.type,
            self.noun,
            tuple(self.mentions),
            self.weight,
            frozenset(self.within),
            frozenset(self.beside),
            frozenset(self.countries),
            self.personal,
        )


class _Register:
    """Drafts by number; there is one for each key and noun."""

    def __init__(self, persons: frozenset[str]) -> None:
        self.numbers: dict[tuple[str, str, bool], int] = {}
        self.drafts: list[_Draft] = []
        self.persons = persons

    def add(self, use: _Use, weight: float, countries: Iterable[str]) -> int:
        key = fold_name(use.name)
        draft = _Draft(use.name, use.type, use.noun, personal=key in self.persons)
        number = self._number((key, use.noun, use.type in COUNTRY_TYPES), draft)
        draft = self.drafts[number]
        draft.mentions.append(use.position)
        draft.weight += weight
        draft.countries.update(countries)
        return number

    def add_holder(self, name: str) -> int:
        return self._number((fold_name(name), CONTAINER, False), _Draft(name, CONTAINER))

    def _number(self, key: tuple[str, str, bool], draft: _Draft) -> int:
        number = self.numbers.setdefault(key, len(self.drafts))
        if number == len(self.drafts):
            self.drafts.append(draft)
        return number

    def join(self, inside: int, holder: int) -> None:
        if inside != holder:
            self.drafts[inside].within.add(holder)

    def put_beside(self, one: int, other: int) -> None:
        if one != other:
            self.drafts[one].beside.add(other)
            self.drafts[other].beside.add(one)


def _iter_uses(text: str, mentions: Sequence[Mention]) -> Iterator[_Use]:
    for position, m in enumerate(mentions):
        words = text[m.start : m.end] if 0 <= m.start < m.end <= len(text) else ""
        if m.type not in PLACE_TYPES | COUNTRY_TYPES or not (m.name or _is_half_named(m, words)):
            continue
        name, *holders = (_clean(part) for part in re.split(r"\s*[,(]\s*", words))
        if name and len(name) <= LONGEST:
            noun = _noun_around(text, m.start, m.end)
            yield _Use(position, m.start, m.end, name, m.type, noun, tuple(filter(None, holders)))


def _is_half_named(mention: Mention, words: str) -> bool:
    """Whether a description begins with a name: "the Norlan hospital"."""
    return mention.type == "FAC" and _HALF_NAMED.match(words) is not None


def _clean(words: str) -> str:
    words = _TRAILING.sub("", " ".join(words.split()))
    words = _ARTICLE.sub("", words)
    bare = _POSSESSIVE.sub("", words).strip(_EDGE)
    return bare + "." if _STOPPED.search(bare + ".") and words.startswith(bare + ".") else bare


def _noun_around(text: str, start: int, end: int) -> str:
    """Whether a noun right beside the name says "division" or "settlement"; empty where none does."""
    after = _NOUN_AFTER.match(text, end)
    before = _NOUN_BEFORE.search(text[max(0, start - 40) : start])
    nouns = {match[1] for match in (after, before) if match}
    if nouns & DIVISION_NOUNS:
        return "division"
    return "settlement" if nouns & SETTLEMENT_NOUNS else ""


def _next_holder(text: str, use: _Use, taken: set[int], register: _Register) -> list[int]:
    """What stands behind the name's comma, where that is not the name of something else."""
    match = _NEXT_NAME.match(text, use.end)
    return [register.add_holder(_clean(match[1]))] if match and match.start(1) not in taken else []


def _peoples_before(text: str, start: int) -> tuple[str, ...]:
    match = _PEOPLE_BEFORE.search(text[max(0, start - 80) : start])
    return find_demonym(match[1]) if match else ()


def _weight(use: _Use, datelines: Sequence[Block]) -> float:
    dated = any(b.start <= use.start < b.end for b in datelines)
    return DATELINE_WEIGHT if dated else 1.0


def _last_names(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """Folded last names of the persons who have more than one."""
    words = (fold_name(text[m.start : m.end]).split() for m in mentions if m.type == "PER" and m.name)
    return frozenset(name[-1] for name in words if len(name) > 1)
