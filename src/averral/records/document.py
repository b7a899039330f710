"""One report: its clean text, where it came from, and the role of each stretch of it."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

__all__ = ["BLOCK_ROLES", "NAMED_ROLES", "READ_ROLES", "Block", "BlockRole", "Document"]

BlockRole = Literal[
    "headline", "byline", "dateline", "subheading", "body", "quotation", "caption", "comment", "boilerplate"
]
BLOCK_ROLES: tuple[str, ...] = get_args(BlockRole)
READ_ROLES: frozenset[str] = frozenset({"headline", "subheading", "body", "quotation", "caption"})
"""Roles that claims are read from; bylines and datelines are metadata, comments and boilerplate are not the report."""
NAMED_ROLES: frozenset[str] = READ_ROLES | {"byline", "dateline"}
"""Roles that mentions are read from: a dateline claims nothing, but it names a place and a day."""


class Block(msgspec.Struct, frozen=True, order=True):
    """A stretch of the document's text with one role; blocks are in order and never overlap."""

    start: int
    end: int
    role: BlockRole


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One report as it was read.

    `id` is `sha256:` and the digest of the source bytes (of the row, for one row of a table). `published` is an EDTF
    date that the document itself gives, never a guess. `language` is an ISO 639-1 code or null when it cannot be told.
    """

    id: str
    uri: str
    media_type: str
    text: str
    text_sha256: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
