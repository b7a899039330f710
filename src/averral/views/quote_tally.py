"""Quotations out of many documents: the case says which words it rests on, each document is gone through once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from averral.records import Reading, Span
from averral.views.anchor import anchor_document
from averral.views.document_page import find_title
from averral.views.quotation import Quotation, make_quoter

__all__ = ["Excerpt", "QuoteTally"]

Place = tuple[str, int, int]
"""A document's id, and the start and end of words in its text."""


class Excerpt(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a document with who says them: its place in the casefile, its title, its date, its page."""

    number: int
    title: str
    published: str | None
    document: str
    quotation: Quotation


class QuoteTally:
    """Gathers the sentences of places that are wanted; `add` takes the readings one by one."""

    def __init__(self, wanted: Iterable[Place]) -> None:
        self._wanted: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for document, start, end in wanted:
            self._wanted[document].add((start, end))
        self._found: dict[Place, Excerpt] = {}

    def add(self, number: int, reading: Reading) -> None:
        """Take one reading in; `number` is the document's place in the casefile."""
        document = reading.document
        places = self._wanted.get(document.id)
        if not places:
            return
        quoter = make_quoter(reading)
        for start, end in sorted(places):
            for quotation in quoter.quote([Span(start, max(start, end))])[:1]:
                self._found[document.id, start, end] = Excerpt(
                    number=number,
                    title=find_title(document),
                    published=document.published,
                    document=anchor_document(document.id),
                    quotation=quotation,
                )

    def find(self, document: str, start: int, end: int) -> Excerpt | None:
        """The sentence of some words; None where no document that was added has them."""
        return self._found.get((document, start, end))
