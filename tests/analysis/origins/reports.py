"""Readings of small reports, and the whole analysis over them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from averral.analysis.origins import OriginIndex, compare, make_fingerprint, trace_origins
from averral.records import Attribution, Block, Claim, Entity, EntitySpan, Mention, Proposition, Reading, Span, Time
from averral.records.origin import OriginGraph, OriginJudgement, OriginTie
from tests.builders import READER, make_document, span_of

FIRE = (
    "Flames took the upper floor of the rope works at Dunmarrow shortly after two in the morning, and the roof of "
    "the tar store fell in before the second engine had crossed the swing bridge. Eleven labourers were carried out"
    " by the river gate; four of them had stopped breathing. The night foreman counted thirty-eight names against "
    "his slate and found six without an answer. Neighbours formed a chain with milk churns until the hydrant in "
    "Tallow Row gave water. By dawn the wall towards the canal was leaning, and masons had begun to shore it up "
    "with ship's timber."
)
HARBOUR = (
    "The dredger that blocked the mouth of Cantle harbour for nine days was towed clear on the evening tide. Fishermen "
    "who had slept aboard lit their lamps and sounded horns. The harbour board will ask the owner for the cost of "
    "three tugs, a diver and some four hundred crates of spoiled herring."
)


def make_report(
    text: str,
    says: Iterable[tuple[str, str]] = (),
    names: Iterable[tuple[str, str]] = (),
    times: Iterable[tuple[str, str]] = (),
    **fields: Any,
) -> Reading:
    """A reading of a text: `says` are speakers and what they say, `names` words with their type, `times` with EDTF.

    A claim goes with every attribution, and one of the author's own with the first sentence.
    """
    document = make_document(text, uri=f"reports/{len(text)}.txt", **fields)
    speakers = list(dict.fromkeys(speaker for speaker, _ in says))
    known = dict(names) | dict.fromkeys(speakers, "ORG")
    entity_of = {name: f"e{number}" for number, name in enumerate(known, start=1)}
    mentions = [
        Mention(id=f"m{number}", start=(at := span_of(text, name)).start, end=at.end, type=kind, entity=entity_of[name])
        for number, (name, kind) in enumerate(known.items(), start=1)
    ]
    attributions = tuple(_attribute(f"a{n}", text, *pair, entity_of) for n, pair in enumerate(says, start=1))
    return Reading(
        document=document,
        sentences=_split(text),
        entities=tuple(Entity(id=entity_of[name], name=name, type="organization") for name in known),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
        times=tuple(Time(start=(at := span_of(text, w)).start, end=at.end, edtf=e, kind="date") for w, e in times),
        attributions=attributions,
        claims=_list_claims(text, attributions),
        reader=READER,
    )


def _attribute(name: str, text: str, speaker: str, content: str, entity_of: Mapping[str, str]) -> Attribution:
    at = span_of(text, speaker)
    return Attribution(
        id=name,
        source=EntitySpan(at.start, at.end, entity_of[speaker]),
        cue=None,
        content=(span_of(text, content),),
        kind="indirect",
    )


def _split(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in re.finditer(r"[^\s.][^.\n]*\.?", text))


def _list_claims(text: str, attributions: Sequence[Attribution]) -> tuple[Claim, ...]:
    sentences = _split(text)
    found = [("c0", Span(*sentences[0]), None)] if sentences else []
    found += [(f"c{n}", given.content[0], given.id) for n, given in enumerate(attributions, start=1)]
    return tuple(
        Claim(
            id=name, start=span.start, end=span.end, attribution=attribution, chain=("author",),
            proposition=Proposition(type="statement"),
        )
        for name, span, attribution in found
    )  # fmt: skip


def tie_all(readings: Iterable[Reading]) -> list[OriginTie]:
    """What the candidates share."""
    by_id = {reading.document.id: (reading, make_fingerprint(reading)) for reading in readings}
    pairs = OriginIndex(found for _, found in by_id.values()).iter_pairs()
    ties = (compare(by_id[a], by_id[b]) for a, b in pairs)
    return [tie for tie in ties if tie is not None]


def trace(
    *readings: Reading, judgements: Iterable[OriginJudgement] = (), actor_of: Mapping[str, str] | None = None
) -> OriginGraph:
    """The origins of a pile, from the readings on."""
    return trace_origins(map(make_fingerprint, readings), tie_all(readings), judgements, actor_of or {})


def judge(number: int, kind: str, left: str, right: str, **fields: Any) -> OriginJudgement:
    """A judgement made in the order of its numbers."""
    given: dict[str, Any] = {"user": "ana", "made": f"2033-05-{number:02}T10:00:00Z", "reason": "seen by hand"}
    return OriginJudgement(id=number, kind=kind, left=left, right=right, **{**given, **fields})


def find_members(graph: OriginGraph, reading: Reading) -> dict[str, str]:
    """How the documents stand to the origin that a document's first claim rests on, by document."""
    name = graph.claims[f"{reading.document.id}#c0"]
    (origin,) = [origin for origin in graph.origins if origin.id == name]
    return {member.document: member.kind for member in origin.members}


def share_origin(graph: OriginGraph, one: Reading, two: Reading) -> bool:
    """Whether some origin has both documents."""
    both = {one.document.id, two.document.id}
    return any(both <= {member.document for member in origin.members} for origin in graph.origins)


def make_blocks(text: str, *starts: tuple[str, str]) -> tuple[Block, ...]:
    """Blocks from the words that each begins with, and its role, to the next."""
    places = [(text.index(words), role) for words, role in starts]
    ends = [*(place for place, _ in places[1:]), len(text)]
    return tuple(Block(start, end, role) for (start, role), end in zip(places, ends, strict=True))
