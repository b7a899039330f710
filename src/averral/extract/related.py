"""Relations as records: what the patterns and the classifier find, each once a sentence, between entities."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from averral.extract.commitment import Commitment
from averral.extract.relations import PREDICATE_KINDS, FoundRelation, find_relations
from averral.extract.relations.fit import can_relate, is_figure
from averral.records import Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from averral.extract.ties import FoundTie
    from averral.records import Mention, Tense, Time

__all__ = ["Related", "make_relations", "state_relations"]

SURE = 0.7
"""The least chance at which a tie of the classifier stands without a pattern."""


class Related(NamedTuple):
    """A relation with the words that state it, and what its clause says of it (None: the layers around it know)."""

    relation: Relation
    cue: Span
    commitment: Commitment | None
    tense: Tense


def state_relations(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    ties: Sequence[FoundTie],
    sure: float = SURE,
) -> tuple[FoundRelation, ...]:
    """What the patterns find, and what the classifier is sure of where no pattern says anything of the same two.

    Of one and the other way round the likelier stands.
    """
    stated = find_relations(text, sentences, mentions)
    told = {frozenset((one.subject, one.object)) for one in stated}
    tied: dict[frozenset[Span], FoundRelation] = {}
    for one in sorted(_of_ties(text, mentions, ties, sure), key=lambda one: -one.score):
        ends = frozenset((one.subject, one.object))
        if ends not in told:
            tied.setdefault(ends, one)
    return (*stated, *sorted(tied.values(), key=lambda one: (one.cue, one.subject, one.object)))


def _of_ties(text: str, mentions: Iterable[Mention], ties: Iterable[FoundTie], sure: float) -> Iterator[FoundRelation]:
    """The words that state a tie are those between the two; names with nothing between state none."""
    known = {Span(m.start, m.end): m for m in mentions}
    for tie in ties:
        if not _fits(text, known.get(tie.subject), tie, known.get(tie.object)):
            continue
        start, end = min(tie.subject.end, tie.object.end), max(tie.subject.start, tie.object.start)
        words = text[start:end]
        if tie.chance >= sure and words.strip():
            cue = Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
            yield FoundRelation(
                tie.subject, tie.predicate, tie.object, cue, tie.chance, factuality=None, tense=None, edtf_words=None
            )


def _fits(text: str, one: Mention | None, tie: FoundTie, other: Mention | None) -> bool:
    """Whether what the two are allows the tie; what is known of only one of them forbids nothing."""
    if one is None or other is None:
        return True
    return can_relate(one, tie.predicate, other, verbal=False) and not is_figure(text, tie.predicate, other)


def make_relations(
    found: Sequence[FoundRelation], sentences: Sequence[Span], mentions: Sequence[Mention], times: Sequence[Time]
) -> tuple[Related, ...]:
    """The relations r1… in order of the words that state them, of mentions that have an entity."""
    entities = {Span(m.start, m.end): m.entity for m in mentions}
    starts = [sentence.start for sentence in sentences]
    kept: dict[tuple[int, str, tuple[str, ...]], Related] = {}
    for one in found:
        subject, target = entities.get(one.subject), entities.get(one.object)
        if subject is None or target is None or subject == target:
            continue
        ends = (subject, target)
        both = tuple(sorted(ends)) if PREDICATE_KINDS[one.predicate].symmetric else ends
        key = bisect_right(starts, one.subject.start), one.predicate, both
        kept.setdefault(key, _related(one, ends, times))
    ordered = sorted(kept.values(), key=lambda r: (r.relation.start, r.relation.end, r.cue))
    return tuple(
        r._replace(relation=msgspec.structs.replace(r.relation, id=f"r{number}")) for number, r in enumerate(ordered, 1)
    )


def _related(one: FoundRelation, ends: tuple[str, str], times: Sequence[Time]) -> Related:
    spans = (one.subject, one.object, one.cue)
    relation = Relation(
        id="",
        subject=ends[0],
        predicate=one.predicate,
        object=ends[1],
        start=min(s.start for s in spans),
        end=max(s.end for s in spans),
        edtf=_date(one, times),
    )
    commitment = None if one.factuality is None else Commitment(one.factuality, marked=True)
    return Related(relation, one.cue, commitment, one.tense or "present")


def _date(one: FoundRelation, times: Sequence[Time]) -> str | None:
    if one.edtf_words is None:
        return None
    return next((t.edtf for t in times if t.start < one.edtf_words.end and one.edtf_words.start < t.end), None)
