"""The page of one document: its text with marks, and the cards that stand beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Protocol, TypeVar

import msgspec

from averral.records import READ_ROLES, Document, Reader, Reading
from averral.views.anchor import anchor_document, anchor_row
from averral.views.card import Card, make_cards
from averral.views.document_name import name_document
from averral.views.happening import (
    EventCard,
    PlaceNote,
    TimeNote,
    make_event_cards,
    make_place_notes,
    make_time_notes,
)
from averral.views.mark import find_marks
from averral.views.nesting import nest_attributions
from averral.views.passage import Passage, cover_blocks, make_passages
from averral.views.problem_list import ProblemEntry, list_problems

__all__ = ["DocumentPage", "Row", "Section", "count_averrals", "find_title", "make_document_page", "measure_attributed"]

_MUTED = frozenset({"comment", "boilerplate"})


class Row(msgspec.Struct, frozen=True):
    """A passage and the cards of the attributions and events that begin in it, with its times and places."""

    passage: Passage
    cards: tuple[Card, ...] = ()
    events: tuple[EventCard, ...] = ()
    times: tuple[TimeNote, ...] = ()
    places: tuple[PlaceNote, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether nothing stands beside it."""
        return not (self.cards or self.events or self.times or self.places)


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Rows that follow one another.

    A muted section holds what is not the report; `roles` counts its blocks, and `glimpse` is how it begins.
    """

    muted: bool
    rows: tuple[Row, ...]
    roles: tuple[tuple[str, int], ...] = ()
    glimpse: str = ""


class DocumentPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown of one document.

    `attributed` is the share of its text that somebody is credited with; `incidents` are the ids and types of its
    incidents with the anchors of their rows.
    """

    number: int
    anchor: str
    title: str
    document: Document
    reader: Reader
    sections: tuple[Section, ...]
    problems: tuple[ProblemEntry, ...]
    attributions: int
    averrals: int
    attributed: float
    events: int = 0
    incidents: tuple[tuple[str, str, str], ...] = ()


def make_document_page(reading: Reading, number: int) -> DocumentPage:
    """Lay out one reading; `number` is the document's place in the casefile, from 1."""
    document = reading.document
    nesting = nest_attributions(reading.attributions)
    passages = make_passages(document.text, cover_blocks(document), find_marks(reading, nesting))
    return DocumentPage(
        number=number,
        anchor=anchor_document(document.id),
        title=find_title(document),
        document=document,
        reader=reading.reader,
        sections=_make_sections(_make_rows(passages, reading, make_cards(reading, nesting))),
        problems=list_problems(reading, number),
        attributions=len(reading.attributions),
        averrals=count_averrals(reading),
        attributed=measure_attributed(reading),
        events=len(reading.events),
        incidents=tuple(
            (incident.id, incident.type, anchor_row(anchor_document(document.id), incident.id))
            for incident in reading.incidents
        ),
    )


def find_title(document: Document) -> str:
    """What the document is called: its title, else its first headline, else the end of its address."""
    if document.title:
        return document.title
    headlines = (document.text[block.start : block.end] for block in document.blocks if block.role == "headline")
    return next((" ".join(words.split()) for words in headlines if words.strip()), name_document(document.uri))


def count_averrals(reading: Reading) -> int:
    """How many statements the document makes in its author's own voice."""
    return sum(1 for claim in reading.claims if claim.attribution is None)


def measure_attributed(reading: Reading) -> float:
    """Share of the report's characters that lie in the content of an attribution; 0 for a document without words."""
    text = reading.document.text
    total = sum(block.end - block.start for block in cover_blocks(reading.document) if block.role in READ_ROLES)
    pieces = sorted((piece.start, min(piece.end, len(text))) for item in reading.attributions for piece in item.content)
    covered = here = 0
    for start, end in pieces:
        covered += max(0, end - max(start, here))
        here = max(here, end)
    return min(1.0, covered / total) if total else 0.0


def _make_sections(rows: Sequence[Row]) -> tuple[Section, ...]:
    sections = []
    for muted, group in groupby(rows, key=lambda row: row.passage.role in _MUTED and row.bare):
        members = tuple(group)
        if not muted:
            sections.append(Section(muted=False, rows=members))
            continue
        roles = Counter(row.passage.role for row in members)
        glimpse = " ".join(members[0].passage.words.split())
        sections.append(Section(muted=True, rows=members, roles=tuple(roles.items()), glimpse=glimpse))
    return tuple(sections)


def _make_rows(passages: Sequence[Passage], reading: Reading, cards: Sequence[Card]) -> list[Row]:
    """Put each card and note beside the passage where its words begin; nested cards follow the outer one."""
    beside = zip(
        passages,
        _place(passages, cards),
        _place(passages, make_event_cards(reading)),
        _place(passages, make_time_notes(reading)),
        _place(passages, make_place_notes(reading)),
        strict=True,
    )
    return [Row(*row) for row in beside]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)


def _place(passages: Sequence[Passage], items: Sequence[Placed]) -> list[tuple[Placed, ...]]:
    """The items of each passage; one that begins in none stands beside the passage before it."""
    beside: list[list[Placed]] = [[] for _ in passages]
    starts = [passage.start for passage in passages]
    for item in items:
        if beside:
            beside[max(0, bisect_right(starts, item.start) - 1)].append(item)
    return [tuple(found) for found in beside]
