"""Origins while they are being put together: who belongs to which, until people's judgements have been heard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from averral.records import digest_text
from averral.records.origin import Fingerprint, MemberKind, Origin, OriginKind, OriginMember, Stretch

__all__ = ["SHOWN", "Draft", "Drafts", "OriginKey", "make_member"]

ID_LENGTH: Final = 16
"""Hexadecimal digits of an origin's id; among a million origins two are the same with a chance of 1 in 40 million."""

SHOWN: Final = 80
"""Characters of a name or a title that an origin is called by."""

OriginKey = tuple[str, ...]
"""What an origin's id is made of: its kind, and the document, the words or the outlet where it begins."""

_STRENGTH: Final = ("original", "exact_copy", "rewrite", "partial_copy", "credit", "relay", "supersedes", "judged")


class Draft:
    """One origin: `root` is the rank of the document whose own report it is, `members` are by rank."""

    __slots__ = ("id", "kind", "members", "root", "what")

    def __init__(self, key: OriginKey, kind: OriginKind, what: str, root: int | None) -> None:
        self.id = f"origin-{digest_text(chr(31).join(key))[:ID_LENGTH]}"
        self.kind, self.what, self.root = kind, what, root
        self.members: dict[int, OriginMember] = {}

    def add(self, rank: int, member: OriginMember) -> None:
        """Take a document in; one that is there keeps the stronger kind and gets the spans of both."""
        known = self.members.get(rank)
        if known is None:
            self.members[rank] = member
            return
        first, second = sorted((known, member), key=lambda one: (_STRENGTH.index(one.kind), one.of or "", one.spans))
        spans = tuple(sorted({*known.spans, *member.spans}))
        certainty = max(known.certainty, member.certainty)
        self.members[rank] = OriginMember(
            document=first.document, kind=first.kind, of=first.of or second.of, spans=spans, certainty=certainty
        )

    def finish(self) -> Origin:
        """The origin, its members in the order of documents."""
        members = tuple(self.members[rank] for rank in sorted(self.members))
        return Origin(id=self.id, kind=self.kind, what=self.what, members=members)


class Drafts:
    """All origins of a pile by their id, and which of them each document is in."""

    def __init__(self) -> None:
        self.by_id: dict[str, Draft] = {}

    def open(self, key: OriginKey, kind: OriginKind, what: str, root: int | None = None) -> Draft:
        """The draft of a key; made where there is none yet."""
        fresh = Draft(key, kind, what, root)
        return self.by_id.setdefault(fresh.id, fresh)

    def open_report(self, document: Fingerprint, rank: int) -> Draft:
        """The origin of a document's own report."""
        draft = self.open(("report", document.document), "report", _name_report(document), rank)
        if rank not in draft.members:
            draft.add(rank, OriginMember(document=document.document, kind="original"))
        return draft

    def map_documents(self) -> dict[int, list[Draft]]:
        """The origins of each document, in order of their ids."""
        found: dict[int, list[Draft]] = {}
        for name in sorted(self.by_id):
            for rank in self.by_id[name].members:
                found.setdefault(rank, []).append(self.by_id[name])
        return found

    def finish(self) -> tuple[Origin, ...]:
        """All origins that have members, in order of their first documents and ids."""
        drafts = sorted(self.by_id.values(), key=lambda draft: (min(draft.members, default=-1), draft.id))
        return tuple(draft.finish() for draft in drafts if draft.members)


def _name_report(document: Fingerprint) -> str:
    by = document.outlets[0] if document.outlets else "an unnamed outlet"
    title = f": {document.title[:SHOWN]}" if document.title else ""
    day = f" of {document.published}" if document.published else ""
    return f"the report by {by[:SHOWN]}{day}{title}"


def make_member(
    document: str, kind: MemberKind, of: str | None, spans: Iterable[Stretch], certainty: float
) -> OriginMember:
    """A member whose spans are sorted and stand there once."""
    return OriginMember(
        document=document, kind=kind, of=of, spans=tuple(sorted(set(spans))), certainty=round(certainty, 3)
    )
