"""Every relation between actors that a document's sentences state."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.relations.cues import find_cues
from averral.extract.relations.fit import can_relate, is_figure
from averral.extract.relations.line import ACTORS, Line, read_line
from averral.extract.relations.nominal import iter_nominal, iter_ties
from averral.extract.relations.standing import find_date
from averral.extract.relations.verbal import Tie, iter_verbal
from averral.records import Span
from averral.records.ontology.predicates import PREDICATE_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from averral.records import Factuality, Mention, Tense
    from averral.records.ontology.predicates import Predicate

__all__ = ["FoundRelation", "find_relations"]

_OTHERS: Final = frozenset(("LOC", "DATE"))
_SHAPES: Final = frozenset("VNTH")
_ROLE_BEHIND: Final = re.compile(r"\s+(?:of|in|for)\b", re.IGNORECASE)
_ROLE_BEFORE: Final = re.compile(r"(?:\b(?:is|was|are|were|be|been|become|became|becomes|as)|,)\s+$", re.IGNORECASE)
_DEEDS: Final = frozenset(("attacks", "meets"))
"""What is only planned or threatened of these is an event to come, and no relation."""
_SPEAKING: Final = ("speak", "spoke", "talk", "phon", "telephon", "writ", "wrote")
_OTHER_HEAD: Final = re.compile(r"\b(?:of|and|in|from|for)\b|['’]s?\s")
_MOST: Final = 40
"""Actors in one sentence beyond which it is a list, in which nothing is told."""


class FoundRelation(NamedTuple):
    """One relation as one clause states it.

    `subject` and `object` are spans of mentions, `cue` the words that state the relation. `factuality` is that of the
    clause alone, for whoever says it; null where only the layer around it knows ("accused A of arming B").
    `edtf_words` is the time that the clause gives.
    """

    subject: Span
    predicate: Predicate
    object: Span
    cue: Span
    score: float
    factuality: Factuality | None
    tense: Tense | None
    edtf_words: Span | None


def find_relations(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> tuple[FoundRelation, ...]:
    """The relations between actors that the sentences state, in the order of the text; linear in it.

    People, organisations, states and peoples are actors. A relation is left out where it is not clear whose it is.
    Mentions may lie inside each other ("its founder"); order does not matter.
    """
    ordered = sorted(
        (m for m in mentions if (m.type in ACTORS or m.type in _OTHERS) and 0 <= m.start < m.end <= len(text)),
        key=lambda m: (m.start, -m.end),
    )
    starts = [m.start for m in ordered]
    known = frozenset(m.entity for m in ordered if m.name and m.entity is not None)
    found: dict[tuple[Span, Predicate, Span], FoundRelation] = {}
    for sentence in sentences:
        inside = [
            m
            for m in ordered[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if m.end <= sentence.end
        ]
        for each in _read_sentence(text, sentence, inside, known):
            key = _key(each)
            if key not in found:
                found[key] = each
    return tuple(sorted(found.values(), key=lambda each: (each.cue, each.subject, each.object, each.predicate)))


def _key(each: FoundRelation) -> tuple[Span, Predicate, Span]:
    low, high = each.subject, each.object
    if PREDICATE_KINDS[each.predicate].symmetric:
        low, high = sorted((low, high))
    return low, each.predicate, high


def _read_sentence(
    text: str, sentence: Span, inside: Sequence[Mention], known: frozenset[str]
) -> Iterator[FoundRelation]:
    actors = [m for m in inside if m.type in ACTORS and text[m.start : m.end].lower() not in ("who", "which", "that")]
    if not 2 <= len(actors) <= _MOST:
        return
    actors = [m for m in actors if not _is_predicated(text, m)]
    others = [m for m in inside if m.type in _OTHERS]
    heads = _outermost(text, actors)
    outer = read_line(text, sentence, heads, _apart(others), known)
    if _SHAPES & set(outer.codes):
        yield from _finish(outer, (*iter_verbal(outer), *iter_ties(outer)), ())
    leaves = _leaves(actors)
    inner = outer if leaves == heads else read_line(text, sentence, leaves, _apart(others), known)
    wrappers = _wrappers(actors, leaves)
    if inner.codes.count("A") > 1 or (wrappers and "A" in inner.codes):
        yield from _finish(inner, iter_nominal(inner, _wrapping(inner, wrappers)), wrappers)


def _is_predicated(text: str, mention: Mention) -> bool:
    """A role that a sentence gives somebody, and no actor of its own: "Osk, a member of the Front"."""
    if (
        mention.name
        or not _ROLE_BEHIND.match(text, mention.end)
        or not _ROLE_BEFORE.search(text, max(0, mention.start - 12), mention.start)
    ):
        return False
    last = text[mention.start : mention.end].lower().rpartition(" ")[2]
    return any(cue.kind == "role" for cue in find_cues(text, last, mention.end, mention.end, mention.end))


def _finish(line: Line, ties: Iterable[Tie], wrappers: Sequence[Mention]) -> Iterator[FoundRelation]:
    for tie in ties:
        one, other = (
            wrappers[-1 - number] if number < 0 else line.mention(number) for number in (tie.subject, tie.object)
        )
        if not can_relate(one, tie.predicate, other, verbal=tie.verbal):
            continue
        if tie.predicate in _DEEDS and tie.standing.tense == "future":
            continue
        if is_figure(line.text, tie.predicate, other) or _is_interview(line, tie, other):
            continue
        yield FoundRelation(
            Span(one.start, one.end),
            tie.predicate,
            Span(other.start, other.end),
            Span(line.pieces[tie.cue].start, tie.end),
            tie.score,
            *tie.standing,
            find_date(line, tie.cue),
        )


def _is_interview(line: Line, tie: Tie, other: Mention) -> bool:
    """Who speaks to a newspaper gives it news."""
    return tie.predicate == "meets" and other.type == "ORG" and line.pieces[tie.cue].word.startswith(_SPEAKING)


def _outermost(text: str, actors: Sequence[Mention]) -> list[Mention]:
    """Mentions that lie in no other; one that only joins, apposes or describes others gives way to them."""
    kept: list[Mention] = []
    for mention in actors:
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
        elif mention.end <= kept[-1].end and (_heads(text, kept[-1], mention) or _joins(text, kept[-1], mention)):
            kept[-1] = mention
    return kept


def _heads(text: str, outer: Mention, inner: Mention) -> bool:
    """Whether a description ends with the name of what it describes: "the so-called Salt Front"."""
    if outer.name or not inner.name or (inner.end, inner.type) != (outer.end, outer.type):
        return False
    return not _OTHER_HEAD.search(text[outer.start : inner.start])


def _joins(text: str, outer: Mention, inner: Mention) -> bool:
    """Whether the outer mention is a row or an apposition that begins with the inner one: "A and B"."""
    return inner.start == outer.start and text[inner.end : outer.end].startswith((", ", " and "))


def _leaves(actors: Sequence[Mention]) -> list[Mention]:
    """Mentions that hold no other, and names with all that lies in them; none overlaps the one before."""
    named: list[Mention] = []
    for mention in actors:
        if not (named and named[-1].name and mention.end <= named[-1].end):
            named.append(mention)
    kept: list[Mention] = []
    for mention in sorted(named, key=lambda m: (m.end, -m.start)):
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _apart(others: Sequence[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in others:
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return kept


def _wrappers(actors: Sequence[Mention], leaves: Sequence[Mention]) -> list[Mention]:
    return [m for m in actors if any(m.start <= leaf.start and leaf.end <= m.end and m != leaf for leaf in leaves)]


def _wrapping(line: Line, wrappers: Sequence[Mention]) -> Callable[[int, int], int | None]:
    """The mention that is made up by a phrase with its determiners and attributes, as a negative number."""

    def wraps(first: int, last: int) -> int | None:
        start, end = line.pieces[first].start, line.pieces[last].end
        for number, mention in enumerate(wrappers):
            if mention.start <= start and end <= mention.end and end + 60 > mention.end:
                lead = [n for n, p in enumerate(line.pieces[:first]) if p.start >= mention.start]
                if all(line.codes[n] in "dwgyNH" for n in lead):
                    return -1 - number
        return None

    return wraps
