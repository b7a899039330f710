"""The origins of a case on a page: who passes on what, why that is held to be so, and copies beside their sources."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

import msgspec

from averral.records import Reading
from averral.records.origin import Origin, OriginGraph, OriginLink, OriginMember, Passage
from averral.views.anchor import anchor_document, anchor_origin
from averral.views.overview import DocumentEntry
from averral.views.quotation import Run

__all__ = ["Copy", "LinkEntry", "MemberEntry", "OriginEntry", "OriginList", "PassageTally", "make_origin_list"]

_WORDS = re.compile(r"\s+|[^\W_]+|[^\w\s]|_")
_LONGEST = 6_000
"""Characters of a passage that are laid beside its source; a longer one is cut."""
_SHOWN = 3
"""Passages of one link that are shown, the longest."""


class MemberEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A document of an origin: how it stands to it, and the number of the one it was taken from."""

    number: int
    title: str
    anchor: str
    kinds: tuple[str, ...]
    of: int | None


class Copy(msgspec.Struct, frozen=True, kw_only=True):
    """A passage and its source, with the words marked that differ; `kept` is the share of words that both have."""

    passage: tuple[Run, ...]
    source: tuple[Run, ...]
    kept: float


class LinkEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Why a document rests on another one or on an outlet; `source` is a number, else null."""

    number: int
    source: int | None
    outlet: str | None
    kind: str
    directed: bool
    certainty: float
    reasons: tuple[str, ...]
    copies: tuple[Copy, ...]


class OriginEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An origin that more than one document passes on."""

    id: str
    anchor: str
    what: str
    kind: str
    members: tuple[MemberEntry, ...]
    links: tuple[LinkEntry, ...]


class OriginList(msgspec.Struct, frozen=True, kw_only=True):
    """Origins of several documents, the largest first; how many have one; links that correct or withdraw."""

    origins: tuple[OriginEntry, ...]
    alone: int
    corrections: tuple[LinkEntry, ...]


class PassageTally:
    """Keeps the words of shared passages as the readings go by; `add` takes them one by one."""

    def __init__(self, links: Iterable[OriginLink]) -> None:
        self._wanted: dict[str, set[tuple[int, int]]] = defaultdict(set)
        self._texts: dict[tuple[str, int, int], str] = {}
        for link in links:
            for passage in choose_passages(link.passages) if link.source else ():
                self._wanted[link.document].add((passage.start, passage.end))
                self._wanted[link.source or ""].add((passage.source_start, passage.source_end))

    def add(self, reading: Reading) -> None:
        """Take one reading in."""
        document = reading.document
        for start, end in self._wanted.get(document.id, ()):
            self._texts[document.id, start, end] = document.text[start : min(end, start + _LONGEST)]

    def find(self, document: str, start: int, end: int) -> str:
        """The words of a passage."""
        return self._texts.get((document, start, end), "")


def choose_passages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The longest, in the order of the text."""
    longest = sorted(passages, key=lambda passage: (-passage.length, passage.start))[:_SHOWN]
    return tuple(sorted(longest))


def make_origin_list(graph: OriginGraph, tally: PassageTally, documents: Iterable[DocumentEntry]) -> OriginList:
    """All origins that several documents share, each with the links between its members."""
    known = {document.digest: document for document in documents}
    shared = [origin for origin in graph.origins if len({member.document for member in origin.members}) > 1]
    by_document: dict[str, list[OriginLink]] = defaultdict(list)
    for link in graph.links:
        by_document[link.document].append(link)
    entries = [_make_entry(origin, by_document, tally, known) for origin in shared]
    corrections = [link for link in graph.links if link.kind == "supersedes"]
    return OriginList(
        origins=tuple(sorted(entries, key=lambda entry: (-len(entry.members), entry.id))),
        alone=len(graph.origins) - len(shared),
        corrections=tuple(_make_link(link, tally, known) for link in corrections),
    )


def _make_entry(
    origin: Origin,
    links: Mapping[str, list[OriginLink]],
    tally: PassageTally,
    known: Mapping[str, DocumentEntry],
) -> OriginEntry:
    inside = {member.document for member in origin.members}
    kinds = {member.kind for member in origin.members}
    between = [
        link
        for document in sorted(inside)
        for link in links.get(document, ())
        if link.kind in kinds and (link.source in inside or (link.source is None and origin.kind == "outlet"))
    ]
    return OriginEntry(
        id=origin.id,
        anchor=anchor_origin(origin.id),
        what=origin.what,
        kind=origin.kind,
        members=_make_members(origin.members, known),
        links=tuple(_make_link(link, tally, known) for link in between),
    )


def _make_members(members: Iterable[OriginMember], known: Mapping[str, DocumentEntry]) -> tuple[MemberEntry, ...]:
    groups: dict[str, list[OriginMember]] = defaultdict(list)
    for member in members:
        groups[member.document].append(member)
    found = []
    for document, some in groups.items():
        of = Counter(member.of for member in some if member.of).most_common(1)
        entry = known.get(document)
        found.append(
            MemberEntry(
                number=entry.number if entry else 0,
                title=entry.title if entry else document,
                anchor=anchor_document(document),
                kinds=tuple(dict.fromkeys(member.kind for member in some)),
                of=_number(of[0][0], known) if of else None,
            )
        )
    return tuple(sorted(found, key=lambda member: (member.kinds != ("original",), member.number)))


def _number(document: str | None, known: Mapping[str, DocumentEntry]) -> int | None:
    entry = known.get(document or "")
    return entry.number if entry else None


def _make_link(link: OriginLink, tally: PassageTally, known: Mapping[str, DocumentEntry]) -> LinkEntry:
    return LinkEntry(
        number=_number(link.document, known) or 0,
        source=_number(link.source, known),
        outlet=link.outlet,
        kind=link.kind,
        directed=link.directed,
        certainty=link.certainty,
        reasons=link.reasons,
        copies=tuple(
            lay_side_by_side(
                tally.find(link.document, passage.start, passage.end),
                tally.find(link.source or "", passage.source_start, passage.source_end),
            )
            for passage in choose_passages(link.passages)
            if link.source
        ),
    )


def lay_side_by_side(passage: str, source: str) -> Copy:
    """Two passages cut into runs, marked where the one has words that the other has not."""
    a, b = _WORDS.findall(passage), _WORDS.findall(source)
    matcher = SequenceMatcher(None, [_fold(word) for word in a], [_fold(word) for word in b], autojunk=False)
    left: list[Run] = []
    right: list[Run] = []
    same = 0
    for kind, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        marked = kind != "equal"
        same += 0 if marked else sum(word.strip() != "" for word in a[a_start:a_end])
        for runs, words in ((left, a[a_start:a_end]), (right, b[b_start:b_end])):
            if words:
                runs.append(Run("".join(words), marked and any(word.strip() for word in words)))
    total = max(sum(word.strip() != "" for word in a), sum(word.strip() != "" for word in b))
    return Copy(passage=tuple(left), source=tuple(right), kept=round(same / total, 3) if total else 0.0)


def _fold(word: str) -> str:
    """White space is white space, and case makes no difference."""
    return word.casefold() if word.strip() else " "
