"""All names of a case, each with its sightings: names are scored, of which there are far fewer than sightings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from averral.analysis.actors.forms import Form, find_family, read_form
from averral.analysis.actors.sighting import Sighting

__all__ = ["FindsActors", "KnownActor", "Name", "NameTable", "tabulate_names"]

LOOKED_UP = frozenset({"body", "unknown"})
"""Families that the gazetteer of actors is asked about: "Tehran" is a government only where the reader says so."""
FORMS = 4
"""Full forms of a name that are compared: the commonest, and the commonest aliases."""


class KnownActor(Protocol):
    """An actor of the gazetteer, as far as it is needed here."""

    @property
    def id(self) -> str:
        """Its id in the gazetteer."""

    @property
    def name(self) -> str:
        """Its neutral name."""

    @property
    def kind(self) -> str | None:
        """Its subtype."""

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2."""


class FindsActors(Protocol):
    """The gazetteer of actors, as far as it is needed here."""

    def find(self, name: str, /) -> Sequence[KnownActor]:
        """All that have the name."""


class Name:
    """One name, with the numbers of the sightings that bear it.

    `aliases` are its other full forms in the documents, `shorts` those that say too little. `members` are joined
    without more ado. `doubtful` bear the name too, but need support: one name of two people in one document, or a name
    that says too little.
    """

    __slots__ = (
        "aliases", "doubtful", "family", "folded", "known", "members", "place", "shorts", "strong", "words", "written",
    )  # fmt: skip

    def __init__(self, family: str, form: Form, known: KnownActor | None, place: int | None) -> None:
        self.family, self.folded, self.words, self.known, self.place = family, form.folded, form.words, known, place
        self.strong = form.strength == "strong" or known is not None or place is not None
        self.members: list[int] = []
        self.doubtful: list[int] = []
        self.written: Counter[str] = Counter()
        self.aliases: Counter[str] = Counter()
        self.shorts: Counter[str] = Counter()

    @property
    def display(self) -> str:
        """How it is written most often."""
        return min(self.written, key=lambda name: (-self.written[name], -len(name), name))

    def list_forms(self) -> tuple[str, ...]:
        """The commonest way of writing it, and full aliases, the commonest first."""
        known = (self.known.name,) if self.known else ()
        others = sorted(self.aliases, key=lambda name: (-self.aliases[name], name))
        return tuple(dict.fromkeys((self.display, *known, *others)))[:FORMS]


class NameTable(NamedTuple):
    """`name_of` gives the number of each sighting's name, -1 for none; `why` says why there is none."""

    names: tuple[Name, ...]
    name_of: tuple[int, ...]
    why: Mapping[int, str]


def tabulate_names(sightings: Sequence[Sighting], gazetteer: FindsActors) -> NameTable:
    """Sort sightings, which are in order of their keys, by name."""
    found: dict[tuple[str, object], int] = {}
    names: list[Name] = []
    name_of, why = [-1] * len(sightings), {}
    for number, sighting in enumerate(sightings):
        family = find_family(sighting.type)
        form = read_form(sighting.name, family)
        if not sighting.named or form.strength == "none":
            why[number] = form.why or "what is only described is somebody of its own document"
            continue
        known = find_known(sighting, family, form, gazetteer)
        place = sighting.geonames if known is None else None
        key = _make_key(family, form, known, place)
        index = found.setdefault(key, len(names))
        if index == len(names):
            names.append(Name(family, form, known, place))
        _enter(names[index], number, sighting, family)
        name_of[number] = index
    for name in names:
        _set_doubtful_aside(name, sightings)
    return NameTable(tuple(names), tuple(name_of), why)


def _make_key(family: str, form: Form, known: KnownActor | None, place: int | None) -> tuple[str, object]:
    if known is not None:
        return ("=", known.id)
    return ("@", place) if place is not None else (family, form.folded)


def _enter(name: Name, number: int, sighting: Sighting, family: str) -> None:
    name.members.append(number)
    name.written[sighting.name] += 1
    for alias in sighting.aliases:
        form = read_form(alias, family)
        if form.strength == "strong":
            name.aliases[alias] += 1
        elif form.strength == "weak":
            name.shorts[form.folded] += 1


def find_known(sighting: Sighting, family: str, form: Form, gazetteer: FindsActors) -> KnownActor | None:
    """The one actor of the gazetteer that a sighting can be; of several, or of an office, the one of its country."""
    if family not in LOOKED_UP:
        return None
    for name in (sighting.name, *sighting.aliases):
        written = form if name is sighting.name else read_form(name, family)
        if written.strength == "none":
            continue
        fits = tuple(gazetteer.find(name))
        if len(fits) > 1 or (fits and written.strength == "weak"):
            fits = tuple(actor for actor in fits if actor.country in sighting.countries)
        if len({actor.id for actor in fits}) == 1:
            return fits[0]
    return None


def _set_doubtful_aside(name: Name, sightings: Sequence[Sighting]) -> None:
    if not name.strong:
        name.members, name.doubtful = [], name.members
        return
    doubtful = {number for pair in _iter_doubles(name.members, sightings) for number in pair}
    if doubtful:
        name.doubtful = sorted(doubtful)
        name.members = [number for number in name.members if number not in doubtful]


def _iter_doubles(members: Sequence[int], sightings: Sequence[Sighting]) -> Iterable[tuple[int, int]]:
    """Sightings of one document that bear the very same name: its reader held them to be two."""
    first: dict[tuple[str, str], int] = {}
    document = ""
    for number in members:
        sighting = sightings[number]
        if sighting.document != document:
            document = sighting.document
            first.clear()
        family = find_family(sighting.type)
        other = first.setdefault((sighting.type, read_form(sighting.name, family).whole), number)
        if other != number:
            yield other, number
