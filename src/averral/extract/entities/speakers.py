"""Whose "I" and "we" are: of whoever is quoted, of whoever has the word in an interview, else of the author."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.mentions import FoundMention
    from averral.records import Block

__all__ = ["SELVES", "SINGULAR", "Page", "Speech", "fold_article"]

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SELVES = SINGULAR | PLURAL
LABEL = re.compile(r"(?:\A|(?<=\n))[ \t]*([^\W\d_][\w .,'’()-]{0,48}?):[ \t]+(?=\S)")
TURNS = 2
"""From so many labels on a page is an interview or a transcript."""
SIGNATURE = re.compile(r"\s*(?:for|signed,?|on behalf of|[-–—])\s", re.IGNORECASE)
SHORT = 90
"""A last block of at most so many characters may be a signature."""
ENDED = re.compile(r"\s*(?:[.:,–—-]|\n|$)")
HEAD = 24
"""A sender's name begins within so many characters of a statement."""


BODIES = frozenset({"ORG", "NORP", "GPE"})


def fold_article(name: str) -> str:
    """A name for comparing: without case, line breaks and a leading article."""
    return " ".join(name.split()).casefold().removeprefix("the ")


class Speech(NamedTuple):
    """A stretch that a source is credited with."""

    content: Span
    source: Span


class Page:
    """Where the author of a page and those who have the word on it are named."""

    def __init__(
        self, text: str, mentions: Sequence[FoundMention], blocks: Sequence[Block], issuer: str | None = None
    ) -> None:
        """Find the labels of turns, the byline, the head and the signature."""
        self.text, self.mentions, self.blocks, self.issuer = text, mentions, blocks, issuer
        labels = [Span(*m.span(1)) for m in LABEL.finditer(text)]
        self.labels = labels if len(labels) >= TURNS else []
        self.label_starts = [label.start for label in self.labels]
        self._bylines = [Span(b.start, b.end) for b in blocks if b.role == "byline"]

    def turn(self, place: int) -> Span | None:
        """The label of the turn that a place stands in."""
        number = bisect_right(self.label_starts, place) - 1
        return self.labels[number] if number >= 0 and self.labels[number].end < place else None

    @cached_property
    def person(self) -> int | None:
        """The mention that names the person who writes "I"."""
        return self._named("PER", self._bylines)

    @cached_property
    def body(self) -> int | None:
        """The mention of the body that writes "we": it issues, begins or signs the page, or is in the byline."""
        issuing = self._issuing()
        if issuing is not None:
            return issuing
        for number, mention in enumerate(self.mentions):
            if mention.span.start > self._first() + HEAD:
                break
            if mention.name and mention.type == "ORG" and ENDED.match(self.text, mention.span.end):
                return number
        last = [Span(b.start, b.end) for b in self.blocks[-1:] if b.end - b.start <= SHORT]
        signed = [s for s in last if SIGNATURE.match(self.text, s.start)]
        return self._named("ORG", [*signed, *self._bylines])

    def _issuing(self) -> int | None:
        name = fold_article(self.issuer or "")
        named = (n for n, m in enumerate(self.mentions) if m.name and m.type in BODIES)
        return next((n for n in named if name and fold_article(self._words(n)) == name), None)

    def _words(self, number: int) -> str:
        span = self.mentions[number].span
        return self.text[span.start : span.end]

    def _first(self) -> int:
        return self.blocks[0].start if self.blocks else 0

    def _named(self, kind: str, spans: Sequence[Span]) -> int | None:
        return next(
            (
                number
                for span in spans
                for number, m in enumerate(self.mentions)
                if m.name and m.type == kind and span.holds(m.span)
            ),
            None,
        )
