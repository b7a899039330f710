"""Relations that a verb states: active, passive, relative, governed by another verb, or of two subjects together."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from averral.extract.relations.parties import Subject, find_antecedent, find_objects, find_subject
from averral.extract.relations.standing import Standing, stand_of_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from averral.extract.relations.cues import Cue
    from averral.extract.relations.line import Line
    from averral.records.ontology.predicates import Predicate

__all__ = ["Tie", "iter_verbal"]

_BY: Final = re.compile(r"[ywDLpgd]{0,4}?(?:[,&yV]{1,9})?b")
_WAYS: Final = frozenset(("to", "into", "through", "towards", "toward", "over", "across"))
"""“Led us to the trench” is about a way."""
_MORE: Final = re.compile(r"[,&y]{1,3}V")


class Tie(NamedTuple):
    """A relation between two pieces of a line; `cue` is the piece that says so, up to `end`."""

    subject: int
    predicate: Predicate
    object: int
    cue: int
    end: int
    score: float
    standing: Standing
    verbal: bool = False


def iter_verbal(line: Line) -> Iterator[Tie]:
    """What the verbs of a sentence say, one after the other."""
    for at, code in enumerate(line.codes):
        if code == "V":
            yield from _read(line, at)


def _read(line: Line, at: int) -> Iterator[Tie]:
    plain = next((cue for cue in line.pieces[at].cues if cue.kind == "verb"), None)
    joint = next((cue for cue in line.pieces[at].cues if cue.kind == "joint"), None)
    cue = plain or joint
    if cue is None:
        return
    passive = _passive(line, at, cue)
    if passive == "agentless":
        return
    subject = find_subject(line, at, gerund=cue.form == "gerund", passive=passive is not None)
    if subject is None:
        return
    if passive is not None:
        agents = find_objects(line, passive)
        if plain:
            yield from _cross(line, at, plain, Subject(agents, subject.start), subject.actors, subject)
        return
    objects = _objects(line, at, subject)
    if plain and objects:
        yield from _cross(line, at, plain, subject, objects, subject)
    elif joint and len(subject.actors) > 1:
        standing = stand_of_verb(line, at, joint, subject)
        for one, other in combinations(subject.actors[:4], 2):
            yield Tie(one, joint.predicate, other, at, joint.end, subject.score, standing, verbal=True)


def _passive(line: Line, at: int, cue: Cue) -> int | Literal["agentless"] | None:
    """The piece of "by"; "agentless" where there is no doer, None for an active verb."""
    if cue.form != "past" or line.pieces[at].word in ("was", "were", "been"):
        return None
    i = at - 1
    while line.code(i) in "ynD&V," and at - i < 8:
        i -= 1
    if line.code(i) == "h":
        return None
    if by := _BY.match(line.codes, at + 1, at + 12):
        return by.end() - 1
    return "agentless" if line.code(i) == "e" else None


def _objects(line: Line, at: int, subject: Subject) -> tuple[int, ...]:
    """What follows the verb or one joined with it, or what a relative in front of the subject stands for."""
    relative = subject.start - 1
    while line.code(relative) in "dwg":
        relative -= 1
    if line.code(relative) == "r" and line.pieces[relative].word in ("which", "whom"):
        i = relative - 1 - (line.code(relative - 1) == ",")
        if line.code(i) == "A" and (line.pieces[relative].word == "whom" or find_antecedent(line, relative) == i):
            return (i,)
    if found := find_objects(line, at):
        return found
    more = _MORE.match(line.codes, at + 1)
    if more:
        return find_objects(line, more.end() - 1) or _objects_further(line, more.end() - 1)
    return ()


def _objects_further(line: Line, at: int) -> tuple[int, ...]:
    more = _MORE.match(line.codes, at + 1)
    return find_objects(line, more.end() - 1) if more else ()


def _cross(line: Line, at: int, cue: Cue, doers: Subject, objects: tuple[int, ...], clause: Subject) -> Iterator[Tie]:
    """A relation for every doer and object; the standing is that of the whole clause."""
    standing = stand_of_verb(line, at, cue, clause)
    for doer in doers.actors:
        for other in objects:
            if cue.predicate == "leads" and line.code(other + 1) in "tp" and line.pieces[other + 1].word in _WAYS:
                continue
            one, two = (other, doer) if cue.inverse else (doer, other)
            yield Tie(one, cue.predicate, two, at, cue.end, clause.score, standing, verbal=True)
