"""What a casefile answers: one record for each kind of row that is listed or found."""

from __future__ import annotations

import msgspec

from averral.records import Problem

__all__ = ["ActorFile", "DocumentRow", "Hit", "ProblemRow"]


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One document of a casefile, with how much was read in it; `id` is the digest of its bytes."""

    id: str
    uri: str
    title: str | None
    publisher: str | None
    published: str | None
    language: str | None
    words: int
    attributions: int
    claims: int
    problems: int
    added: str


class ProblemRow(msgspec.Struct, frozen=True, kw_only=True):
    """A problem and the document that has it."""

    document: str
    uri: str
    problem: Problem


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a search found its words.

    `claim` is the smallest claim that holds the place, with its span in `claim_start` and `claim_end` and its `chain`
    by name; where no claim holds it (a comment, a title), these are null and empty. `start` and `end` are the place
    itself: null where the words stand in the title only. `before`, `match` and `after` show it among its neighbours.
    """

    document: str
    uri: str
    title: str | None
    claim: str | None
    claim_start: int | None
    claim_end: int | None
    chain: tuple[str, ...]
    start: int | None
    end: int | None
    before: str
    match: str
    after: str


class ActorFile(msgspec.Struct, frozen=True, kw_only=True):
    """A table of actors that a person added to the casefile, byte for byte."""

    name: str
    content: bytes
    added: str
