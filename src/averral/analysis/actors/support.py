"""Ties of names that say too little: a lone surname, "Interior Ministry", one name of two people in one document.

They join only where the rest of the document speaks for it, and where it speaks for one bearer alone. Each is looked
for under its key and each of the few rarest names around it, so the cost is bounded for each sighting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from averral.analysis.actors.forms import GENERIC
from averral.analysis.actors.likeness import PROPOSE, Comparer
from averral.analysis.actors.names import Name, NameTable
from averral.analysis.actors.surroundings import Surroundings
from averral.analysis.actors.tie import Tie, Ties, tie

__all__ = ["tie_doubtful"]

Key = tuple[str, str]
SUPPORTED = 0.8
"""The score of a doubtful name with just enough support; each further rare neighbour adds a little."""
STEP = 0.02
NEEDED = 1.0
"""Rare neighbours that a doubtful name must share with the one full name that it fits."""
NEEDED_BY_TWO = 1.5
"""And those that two doubtful names must share, as neither says who it is."""
RIVAL = 0.5
"""A second bearer with more than this part of the first one's support makes the choice unsure."""
BEARERS = 20
"""A neighbour that more full names of one key share tells nothing."""
ONLY = 3
"""Full names of a key that are remembered, to tell whether there is one alone."""
_LINKING = frozenset({"of", "the", "for", "and", "in", "at", "on", "to", "a"})


class _Index:
    """Full names by key and neighbour; doubtful sightings by the same, in order of their keys."""

    def __init__(self, table: NameTable, surroundings: Surroundings) -> None:
        self.surroundings = surroundings
        self.key_of = {i: _read_key(name) for name in table.names for i in name.doubtful}
        self.bearers: dict[Key, list[int]] = {key: [] for key in self.key_of.values()}
        self.full: dict[tuple[Key, int], dict[int, int]] = {}
        for number, name in enumerate(table.names):
            if name.strong:
                self._enter(number, name)
        self.names = table.names

    def _enter(self, number: int, name: Name) -> None:
        for key in _list_served(name):
            if key not in self.bearers:
                continue
            self.bearers[key] = [*self.bearers[key], number][:ONLY]
            for member in name.members:
                for neighbour in self.surroundings.list_near(member):
                    found = self.full.setdefault((key, neighbour), {})
                    if len(found) <= BEARERS:
                        found.setdefault(number, member)


class _Vote(NamedTuple):
    """How much speaks for one full name, through which sighting, and what it is."""

    support: float
    name: int
    member: int
    shared: tuple[str, ...]


def _read_key(name: Name) -> Key:
    if name.family == "person" and len(name.words) == 1:
        return ("part", name.folded)
    return (name.family, name.folded if name.strong else _read_kind(name.words))


def _read_kind(words: Sequence[str]) -> str:
    """The kind of thing that a name says: "Ministry of the Interior" and "Interior Ministry" are one kind."""
    return " ".join(sorted({word for word in words if word in GENERIC or word.isdigit()} - _LINKING))


def _list_served(name: Name) -> Iterator[Key]:
    """The keys under which a doubtful name may mean this full one."""
    yield (name.family, name.folded)
    if name.family == "person":
        yield from {("part", name.words[0]), ("part", name.words[-1])} if name.words else ()
        return
    kinds = {_read_kind(name.words), *(_read_kind(short.split()) for short in sorted(name.shorts)[:ONLY])}
    yield from ((name.family, kind) for kind in sorted(kinds) if kind and kind != name.folded)


def tie_doubtful(table: NameTable, hubs: Sequence[int], comparer: Comparer, surroundings: Surroundings) -> Ties:
    """Tie each doubtful sighting to the one full name that its document speaks for, else to others like it."""
    index, ties = _Index(table, surroundings), Ties([], [])
    lone: dict[tuple[Key, int | str], int] = {}
    seen: set[tuple[int, int]] = set()
    for number in sorted(index.key_of):
        votes = _vote(index, number)
        if votes and votes[0].support >= NEEDED:
            _tie_full(number, votes, comparer, ties)
            continue
        bearers = index.bearers[index.key_of[number]]
        if len(bearers) == 1 and hubs[bearers[0]] != number:
            name = table.names[bearers[0]].display
            ties.unsure.append(tie(PROPOSE, number, hubs[bearers[0]], f"{name} is the only full name here that fits"))
        for place, other in _list_alike(index, number, lone):
            pair = (other, number)
            if pair not in seen:
                seen.add(pair)
                _tie_two(index, place, pair, ties)
    return ties


def _vote(index: _Index, number: int) -> list[_Vote]:
    """The full names that share neighbours with a sighting, the best supported first."""
    key, near = index.key_of[number], index.surroundings.list_near(number)
    support: dict[int, float] = {}
    member: dict[int, int] = {}
    shared: dict[int, list[str]] = {}
    for neighbour in near:
        found = index.full.get((key, neighbour), {})
        if len(found) > BEARERS:
            continue
        for name, first in found.items():
            if index.surroundings.folded(neighbour) == index.names[name].folded:
                continue
            support[name] = support.get(name, 0.0) + index.surroundings.weigh(neighbour)
            member.setdefault(name, first)
            shared.setdefault(name, []).append(index.surroundings.words[neighbour])
    votes = (_Vote(support[name], name, member[name], tuple(shared[name])) for name in support)
    return sorted(votes, key=lambda vote: (-vote.support, vote.member))


def _tie_full(number: int, votes: Sequence[_Vote], comparer: Comparer, ties: Ties) -> None:
    first, *others = votes
    close = (vote for vote in others if vote.support > RIVAL * first.support)
    rivals = [vote for vote in close if not comparer.are_compatible(vote.name, first.name)]
    if not rivals:
        ties.sure.append(_support(number, first))
        return
    for vote, rival in ((first, rivals[0]), (rivals[0], first)):
        other = comparer.signatures[rival.name].forms[0]
        unsure = _support(number, vote)
        ties.unsure.append(unsure._replace(score=PROPOSE, reasons=(*unsure.reasons, f"but it may as well be {other}")))


def _support(number: int, vote: _Vote) -> Tie:
    score = min(0.9, SUPPORTED + STEP * vote.support)
    return tie(score, number, vote.member, f"the name fits, and both appear with {', '.join(vote.shared[:3])}")


def _list_alike(index: _Index, number: int, lone: dict[tuple[Key, int | str], int]) -> Iterator[tuple[int | str, int]]:
    """The doubtful sightings of the same key before this one that share a neighbour or the only country with it."""
    key = index.key_of[number]
    countries = index.surroundings.list_countries(number)
    places: list[int | str] = [*index.surroundings.list_near(number)]
    if key[0] == "body" and len(countries) == 1:
        places.append(countries[0])
    for place in places:
        other = lone.get((key, place))
        lone[key, place] = number
        if other is not None:
            yield place, other


def _tie_two(index: _Index, place: int | str, pair: tuple[int, int], ties: Ties) -> None:
    if isinstance(place, str):
        ties.sure.append(tie(SUPPORTED, *pair, f"the same office, and {place} is the only country of both documents"))
        return
    own = {index.key_of[number][1] for number in pair}
    support, shared = index.surroundings.share([pair[0]], [pair[1]], own)
    if support < NEEDED:
        return
    sure = support >= NEEDED_BY_TWO
    score = min(0.9, SUPPORTED + STEP * (support - NEEDED_BY_TWO)) if sure else PROPOSE
    found = tie(score, *pair, f"the same partial name, and both appear with {', '.join(shared[:3])}")
    (ties.sure if sure else ties.unsure).append(found)
