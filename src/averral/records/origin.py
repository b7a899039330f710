"""Where pieces of information entered a pile of documents: what is kept of each, what joins two, what comes out."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

__all__ = [
    "LINK_KINDS",
    "ClaimSpan",
    "Fingerprint",
    "LinkKind",
    "MemberKind",
    "Notice",
    "Origin",
    "OriginGraph",
    "OriginJudgement",
    "OriginKind",
    "OriginLink",
    "OriginMember",
    "OriginTie",
    "OverruledOrigin",
    "Passage",
    "SharedTelling",
    "Stretch",
    "Telling",
    "TellingKind",
]

TellingKind = Literal["speech", "quote", "mention", "credit", "slug"]
"""How words are passed on: by an attribution, in quotation marks that no attribution explains, by naming a statement,
by crediting an outlet, or under an outlet's slug in the dateline."""
LinkKind = Literal["exact_copy", "partial_copy", "rewrite", "credit", "relay", "supersedes", "judged"]
LINK_KINDS: tuple[str, ...] = get_args(LinkKind)
MemberKind = Literal["original", "exact_copy", "partial_copy", "rewrite", "credit", "relay", "supersedes", "judged"]
OriginKind = Literal["report", "statement", "outlet"]
"""A document's own reporting, a statement that somebody made on one occasion, an outlet that has no document here."""


class Stretch(msgspec.Struct, frozen=True, array_like=True, order=True):
    """The text from `start` up to, not including, `end`."""

    start: int
    end: int


class Passage(msgspec.Struct, frozen=True, array_like=True, order=True):
    """The same words in two documents: [start, end) of the one, [source_start, source_end) of the other.

    `words` of them both have; `length` is the number of words on the longer side.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    words: int
    length: int


class Telling(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words that a document has from somebody: who, what it is about, when it was said.

    `speaker` is who is named, as the text has it; `names` are the words of that name as keys, `entity` the reading's.
    `terms` are stems and numbers of the sentences, `quotes` keys of the runs of words in quotation marks, `said` the
    EDTF days that the sentence gives for the telling, `latest` the last day that it names at all.
    """

    kind: TellingKind
    start: int
    end: int
    speaker: str = ""
    names: tuple[str, ...] = ()
    entity: str | None = None
    terms: tuple[str, ...] = ()
    quotes: tuple[int, ...] = ()
    said: tuple[str, ...] = ()
    latest: str | None = None
    attribution: str | None = None


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Words by which a document corrects or withdraws an earlier one."""

    kind: Literal["correction", "retraction", "update"]
    start: int
    end: int


class ClaimSpan(msgspec.Struct, frozen=True, array_like=True):
    """A claim of the reading: its id, its span, and the number of the telling that it is part of."""

    claim: str
    start: int
    end: int
    telling: int | None = None


class Fingerprint(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is kept of one document to find what it shares with others.

    `outlets` are names of who published it, the surest first. `shingles` are keys of chosen runs of words with their
    places, `keys` those of statements and facts, both packed. `facts` are names and numbers in the order of the text,
    `terms` the stems and numbers of all of it. `words` are those that are read.
    """

    document: str
    words: int = 0
    outlets: tuple[str, ...] = ()
    title: str | None = None
    published: str | None = None
    shingles: bytes = b""
    keys: bytes = b""
    tellings: tuple[Telling, ...] = ()
    facts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    claims: tuple[ClaimSpan, ...] = ()


class SharedTelling(msgspec.Struct, frozen=True, array_like=True):
    """Two tellings, by number, that may pass on the same words; null is the whole document as its outlet's word."""

    a: int | None
    b: int | None
    names: tuple[str, ...]
    terms: tuple[str, ...]
    quotes: tuple[int, ...]


class OriginTie(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What two documents share, before it is weighed against the pile; `a` is the earlier in the order of documents."""

    a: str
    b: str
    passages: tuple[Passage, ...] = ()
    tellings: tuple[SharedTelling, ...] = ()
    facts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class OriginLink(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a document shares an origin with another one, or rests on an outlet that has no document here.

    `source` is the document that it was taken from, where `directed`; else the other of the two. `spans` are the words
    in the document that show it. `certainty` is from 0 to 1 and is not calibrated. A person's link names the judgement.
    """

    document: str
    source: str | None = None
    outlet: str | None = None
    kind: LinkKind
    directed: bool = False
    passages: tuple[Passage, ...] = ()
    spans: tuple[Stretch, ...] = ()
    certainty: float = 1.0
    reasons: tuple[str, ...] = ()
    judgement: int | None = None


class OriginMember(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document of an origin and how it stands to it.

    `of` is the document that it was taken from, `spans` the words that rest on it.
    """

    document: str
    kind: MemberKind
    of: str | None = None
    spans: tuple[Stretch, ...] = ()
    certainty: float = 1.0


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a piece of information entered the pile, and the documents that pass it on.

    `id` comes from the content, so the same documents give the same id in any order. `what` says it in words.
    """

    id: str
    kind: OriginKind
    what: str
    members: tuple[OriginMember, ...]


class OriginJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision: `join` two documents, or a document and an origin, or `cut` what joins them.

    `left` is a document; `right` a document or the id of an origin. The later of two that contradict each other counts:
    by `made` (UTC, ISO 8601), of one time by `id`. One that is `withdrawn` counts for nothing and is kept.
    """

    id: int
    kind: Literal["cut", "join"]
    left: str
    right: str
    user: str
    made: str
    reason: str
    withdrawn: str | None = None
    withdrawn_by: str | None = None


class OverruledOrigin(msgspec.Struct, frozen=True):
    """A judgement that changed nothing, and why."""

    judgement: OriginJudgement
    reason: str


class OriginGraph(msgspec.Struct, frozen=True, kw_only=True):
    """All links and origins of a pile; `claims` leads from "document#claim" to the id of the origin it rests on."""

    origins: tuple[Origin, ...] = ()
    links: tuple[OriginLink, ...] = ()
    claims: dict[str, str] = {}
    overruled: tuple[OverruledOrigin, ...] = ()
