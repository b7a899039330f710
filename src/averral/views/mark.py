"""Marks: which stretches of a text are sources, cues, contents, averrals and parts of events, and how they lie."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

import msgspec

from averral.records import Reading
from averral.views.anchor import anchor_card, anchor_document, anchor_piece, anchor_place, anchor_span
from averral.views.nesting import Nested, Nesting
from averral.views.part import Part, find_parts

__all__ = ["Mark", "MarkKind", "find_marks"]

MarkKind = Literal["averral", "content", "source", "cue", "part"]
_RANK: dict[MarkKind, int] = {"averral": 0, "content": 1, "source": 2, "cue": 3, "part": 4}


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One marked stretch.

    `anchors` are its permalinks: more than one where a source serves several attributions. `numbers` are those of its
    attributions. `lane` says on which line a content is drawn, from 1; contents that share a character never share
    a lane. `cards` are the anchors of its attributions' or events' cards; `piece` counts the pieces of a content
    from 1. `parts` says what the words of a part are; the numbers of a trigger are the ids of its events.
    """

    kind: MarkKind
    start: int
    end: int
    anchors: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    lane: int = 0
    piece: int = 1
    parts: tuple[Part, ...] = ()


def find_marks(reading: Reading, nesting: Nesting) -> tuple[Mark, ...]:
    """All marks of a document, in order, with those that hold others before them."""
    document = anchor_document(reading.document.id)
    contents = [mark for nested in nesting.by_id.values() for mark in _content_marks(document, nested)]
    frames = _join_same(_frame_marks(document, nesting))
    marks = [*_averral_marks(document, reading), *contents, *frames, *_part_marks(document, reading)]
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, _RANK[mark.kind], mark.lane))
    return tuple(_choose_lanes(ordered))


def _averral_marks(document: str, reading: Reading) -> Iterable[Mark]:
    for claim in reading.claims:
        if claim.attribution is None:
            yield Mark(kind="averral", start=claim.start, end=claim.end, anchors=(anchor_span(document, claim.id),))


def _content_marks(document: str, nested: Nested) -> Iterable[Mark]:
    item = nested.attribution
    for piece, span in enumerate(item.content, start=1):
        yield Mark(
            kind="content",
            start=span.start,
            end=span.end,
            anchors=(anchor_piece(document, item.id, piece),),
            numbers=(nested.number,),
            cards=(anchor_card(document, item.id),),
            lane=nested.level,
            piece=piece,
        )


def _frame_marks(document: str, nesting: Nesting) -> Iterable[Mark]:
    """Sources and cues."""
    for nested in nesting.by_id.values():
        item = nested.attribution
        for kind, span in (("source", item.source), ("cue", item.cue)):
            if span is not None:
                yield Mark(
                    kind="source" if kind == "source" else "cue",
                    start=span.start,
                    end=span.end,
                    anchors=(anchor_span(document, item.id, kind),),
                    numbers=(nested.number,),
                    cards=(anchor_card(document, item.id),),
                )


def _part_marks(document: str, reading: Reading) -> Iterable[Mark]:
    """Triggers, arguments, figures, times and places; those of an event lead to its card."""
    known = {event.id for event in reading.events}
    for (start, end), parts in find_parts(reading).items():
        events = dict.fromkeys(part.of for part in parts if part.of in known)
        yield Mark(
            kind="part",
            start=start,
            end=end,
            anchors=(anchor_place(document, start, end),),
            numbers=tuple(dict.fromkeys(part.of for part in parts if part.kind == "trigger")),
            cards=tuple(anchor_card(document, event) for event in events),
            parts=parts,
        )


def _join_same(marks: Iterable[Mark]) -> Iterable[Mark]:
    """One mark where several attributions share a source or a cue."""
    same: dict[tuple[MarkKind, int, int], list[Mark]] = defaultdict(list)
    for mark in marks:
        same[mark.kind, mark.start, mark.end].append(mark)
    for group in same.values():
        anchors = tuple(anchor for mark in group for anchor in mark.anchors)
        numbers = tuple(number for mark in group for number in mark.numbers)
        cards = tuple(card for mark in group for card in mark.cards)
        yield msgspec.structs.replace(group[0], anchors=anchors, numbers=numbers, cards=cards)


def _choose_lanes(marks: Iterable[Mark]) -> Iterable[Mark]:
    """Give each content the first free lane from its level on, so that nested and crossing ones lie apart."""
    busy: list[tuple[int, int]] = []
    taken: set[int] = set()
    for mark in marks:
        if mark.kind != "content" or mark.start >= mark.end:
            yield mark
            continue
        while busy and busy[0][0] <= mark.start:
            taken.discard(heapq.heappop(busy)[1])
        lane = mark.lane
        while lane in taken:
            lane += 1
        taken.add(lane)
        heapq.heappush(busy, (mark.end, lane))
        yield msgspec.structs.replace(mark, lane=lane)
