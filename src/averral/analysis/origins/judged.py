"""What people decided about origins: documents that are put into one, and documents that are taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from averral.analysis.origins.draft import Draft
from averral.analysis.origins.gather import Gathered
from averral.analysis.origins.pile import Pile
from averral.records.origin import OriginJudgement, OriginLink, OriginMember, OverruledOrigin

__all__ = ["Judged", "heed_judgements"]

Other = Draft | int
"""What a document is joined with or cut from: an origin, or the rank of another document."""


class Judged(NamedTuple):
    """What came of the judgements.

    `own` leads from a document's rank to the origin of its own report, `merged` from an origin that is no more to the
    one that took it in; `cut` are pairs of documents whose links do not count; `links` are those that people made.
    """

    own: Mapping[int, str]
    merged: Mapping[str, str]
    cut: frozenset[tuple[str, str]]
    links: tuple[OriginLink, ...]
    overruled: tuple[OverruledOrigin, ...]

    def find(self, origin: str) -> str:
        """The origin that stands for one that may have been merged."""
        seen = {origin}
        while (origin := self.merged.get(origin, origin)) not in seen:
            seen.add(origin)
        return origin


def heed_judgements(judgements: Iterable[OriginJudgement], pile: Pile, gathered: Gathered) -> Judged:
    """Change the origins as people decided.

    Heard in the order of time, of one time by id, so that a later judgement undoes what it contradicts; what is
    withdrawn is not heard. Documents that are joined share the report of the earlier one, and what was taken from the
    later one goes with it; a document that is cut from where it had everything stands on its own report again.
    """
    bench = _Bench(pile, gathered)
    standing = sorted((j for j in judgements if j.withdrawn is None), key=lambda j: (j.made, j.id))
    for judgement in standing:
        bench.hear(judgement)
    reasons = ((judgement, bench.explain_failure(judgement)) for judgement in standing)
    overruled = tuple(OverruledOrigin(judgement, reason) for judgement, reason in reasons if reason is not None)
    links = tuple(bench.iter_links())
    return Judged(bench.own, bench.merged, frozenset(bench.cut), links, overruled)


class _Bench:
    """Hears one judgement after the other."""

    def __init__(self, pile: Pile, gathered: Gathered) -> None:
        self.pile, self.gathered = pile, gathered
        self.by_id = gathered.drafts.by_id
        self.own = dict(gathered.own)
        self.merged: dict[str, str] = {}
        self.cut: set[tuple[str, str]] = set()
        self.made: dict[tuple[int, str], tuple[OriginJudgement, int | None]] = {}

    def hear(self, judgement: OriginJudgement) -> None:
        pair = self._find_pair(judgement)
        if isinstance(pair, str):
            return
        if judgement.kind == "join":
            self._join(*pair, judgement)
        else:
            self._part(*pair)

    def explain_failure(self, judgement: OriginJudgement) -> str | None:
        """Why a judgement has no effect at the end; null where all is as it says."""
        pair = self._find_pair(judgement)
        if isinstance(pair, str):
            return pair
        rank, other = pair
        together = rank in other.members if isinstance(other, Draft) else bool(self._share(rank, other))
        if together == (judgement.kind == "join"):
            return None
        if isinstance(other, Draft) and other.root == rank:
            return "the origin is the document's own report"
        return "a later judgement joins them" if together else "a later judgement cuts them"

    def iter_links(self) -> Iterator[OriginLink]:
        """The links that people made and did not undo, one for each document and origin."""
        for (rank, name), (judgement, of) in sorted(self.made.items(), key=lambda pair: pair[0]):
            yield OriginLink(
                document=self.pile.documents[rank].document,
                source=None if of is None else self.pile.documents[of].document,
                outlet=self.by_id[name].what if of is None and name in self.by_id else None,
                kind="judged",
                reasons=(f"{judgement.user} joined them: {judgement.reason}",),
                judgement=judgement.id,
            )

    def _find_pair(self, judgement: OriginJudgement) -> tuple[int, Other] | str:
        """The later document and the earlier one, or the document and the origin; in words, what is not there."""
        left, right = self.pile.rank.get(judgement.left), self.pile.rank.get(judgement.right)
        if left is None:
            return f"there is no document {judgement.left}"
        if right is not None:
            return (max(left, right), min(left, right)) if left != right else "both are the same document"
        draft = self._find_draft(judgement.right)
        return (left, draft) if draft is not None else f"there is no document or origin {judgement.right}"

    def _find_draft(self, name: str) -> Draft | None:
        seen = {name}
        while (name := self.merged.get(name, name)) not in seen:
            seen.add(name)
        return self.by_id.get(name)

    def _share(self, a: int, b: int) -> list[Draft]:
        return [self.by_id[name] for name in sorted(self.by_id) if {a, b} <= self.by_id[name].members.keys()]

    def _join(self, rank: int, other: Other, judgement: OriginJudgement) -> None:
        draft = other if isinstance(other, Draft) else self.by_id[self.own[other]]
        of = None if isinstance(other, Draft) else other
        self.cut.discard(self._name_pair(rank, of))
        for one in (of, rank):
            if one is not None and one not in draft.members:
                source = None if one == of or of is None else self.pile.documents[of].document
                draft.add(one, OriginMember(document=self.pile.documents[one].document, kind="judged", of=source))
        if draft.kind != "statement":
            self._merge(rank, draft)
        self.made[rank, draft.id] = judgement, of

    def _merge(self, rank: int, draft: Draft) -> None:
        """The document's own report, if it has one, becomes part of the origin with all that was taken from it."""
        old = self.by_id[self.own[rank]]
        self.own[rank] = draft.id
        if old is draft or old.root != rank:
            return
        for member in sorted(old.members):
            if member not in draft.members:
                draft.add(member, old.members[member])
            if self.own[member] == old.id:
                self.own[member] = draft.id
        self.merged[old.id] = draft.id
        del self.by_id[old.id]

    def _part(self, rank: int, other: Other) -> None:
        if isinstance(other, Draft):
            self._drop(rank, other)
            return
        self.cut.add(self._name_pair(rank, other))
        for draft in self._share(rank, other):
            self._drop(other if draft.root == rank else rank, draft)

    def _drop(self, rank: int, draft: Draft) -> None:
        if draft.root == rank:
            return
        draft.members.pop(rank, None)
        self.made.pop((rank, draft.id), None)
        if self.own[rank] == draft.id:
            fresh = self.gathered.drafts.open_report(self.pile.documents[rank], rank)
            self.merged.pop(fresh.id, None)
            self.own[rank] = fresh.id

    def _name_pair(self, rank: int, other: int | None) -> tuple[str, str]:
        two = "" if other is None else self.pile.documents[other].document
        return self.pile.documents[rank].document, two
