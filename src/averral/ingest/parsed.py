"""What a reader makes of one document's bytes, before the document gets its id and language."""

from __future__ import annotations

import msgspec

from averral.records import Block, Document, Problem

__all__ = ["INGEST_STAGE", "Ingested", "Metadata", "Parsed", "ingest_problem"]

INGEST_STAGE = "ingest"
"""The `stage` of every problem that this package records."""


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says about itself; each field is empty or null where it says nothing."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """These values, and those of `other` where there is none."""
        return Metadata(
            title=self.title or other.title,
            byline=self.byline or other.byline,
            publisher=self.publisher or other.publisher,
            published=self.published or other.published,
        )


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """Text, its blocks and the metadata, as one reader found them."""

    text: str
    media_type: str
    blocks: tuple[Block, ...] = ()
    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()


class Ingested(msgspec.Struct, frozen=True, kw_only=True):
    """A document, what went wrong with it, and the bytes that its id digests."""

    document: Document
    problems: tuple[Problem, ...]
    data: bytes


def ingest_problem(kind: str, message: str, start: int | None = None, end: int | None = None) -> Problem:
    """A problem of this stage."""
    return Problem(stage=INGEST_STAGE, kind=kind, message=message, start=start, end=end)
