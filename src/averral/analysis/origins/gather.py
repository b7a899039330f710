"""Puts documents into origins: their own reports, statements that several relay, outlets that they credit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log
from typing import Final, NamedTuple

from averral.analysis.origins.copied import Taking
from averral.analysis.origins.credited import Credit
from averral.analysis.origins.draft import SHOWN, Draft, Drafts, make_member
from averral.analysis.origins.echoes import Node, find_telling
from averral.analysis.origins.lineage import Lineage
from averral.analysis.origins.pile import Pile
from averral.analysis.origins.speakers import names_press
from averral.analysis.origins.statements import Statement
from averral.records.origin import MemberKind, OriginLink, Stretch, Telling

__all__ = ["Gathered", "gather"]

NAMED: Final = 0.8
"""Certainty of a credit to an outlet that is named but has no document here; a guess."""
MUCH: Final = 0.5
"""Share of a report's length below which a rewrite is too short to have all that the report relays."""
REPORTS: Final = ("exact_copy", "rewrite")
"""Kinds of taking by which a document has all of a report."""
FIRM: Final = 8.0
"""Weight of what two tellings share at which they are one statement with a certainty of three quarters."""


class Gathered(NamedTuple):
    """Origins in the making, links, the origin of each document's report, and the origin that each telling is of."""

    drafts: Drafts
    own: Mapping[int, str]
    links: tuple[OriginLink, ...]
    origin_of: Mapping[Node, str]


class _Work:
    """What is being gathered."""

    def __init__(self, pile: Pile, takings: Sequence[Taking], lineage: Lineage) -> None:
        self.pile, self.lineage = pile, lineage
        self.sources: dict[int, set[int]] = {}
        for taking in takings:
            self.sources.setdefault(taking.taker, set()).add(taking.source)
        self.drafts = Drafts()
        self.links: list[OriginLink] = []
        self.origin_of: dict[Node, str] = {}
        self.certainty: dict[tuple[str, int], float] = {}

    def open_report(self, rank: int) -> Draft:
        """The origin of the report that a document comes down to."""
        root = self.lineage.find_root(rank)
        return self.drafts.open_report(self.pile.documents[root], root)

    def add(self, draft: Draft, rank: int, member: MemberKind, of: int | None, spans: Iterable[Stretch] = ()) -> None:
        """Take a document into an origin; `of` is the rank of the one that it was taken from."""
        source = None if of is None or of == rank else self.pile.documents[of].document
        certainty = self.certainty.get((draft.id, rank), 1.0)
        draft.add(rank, make_member(self.pile.documents[rank].document, member, source, spans, certainty))


def gather(
    pile: Pile,
    takings: Sequence[Taking],
    statements: Iterable[Statement],
    credited: Iterable[Credit],
    twins: Mapping[Node, Node],
) -> Gathered:
    """All origins of a pile and the links between its documents."""
    work = _Work(pile, takings, Lineage(takings))
    own = {rank: work.open_report(rank).id for rank in range(len(pile.documents))}
    for taking in takings:
        _add_taking(work, taking)
    for statement in statements:
        _add_statement(work, statement, twins)
    _add_credits(work, credited)
    _hand_down(work)
    return Gathered(work.drafts, own, tuple(work.links), work.origin_of)


def _add_taking(work: _Work, taking: Taking) -> None:
    spans = tuple(Stretch(passage.start, passage.end) for passage in taking.passages)
    taker, source = (work.pile.documents[rank].document for rank in (taking.taker, taking.source))
    work.links.append(
        OriginLink(
            document=taker,
            source=source,
            kind=taking.kind,
            directed=taking.directed,
            passages=taking.passages,
            spans=spans,
            certainty=taking.certainty,
            reasons=taking.reasons,
        )
    )
    if taking.kind in ("exact_copy", "partial_copy", "rewrite"):
        draft = work.open_report(taking.source)
        draft.add(taking.taker, make_member(taker, taking.kind, source, spans, taking.certainty))


def _add_statement(work: _Work, statement: Statement, twins: Mapping[Node, Node]) -> None:
    """An origin for what several documents relay: the report of the one that is the statement itself, if one is."""
    ranks = {rank for rank, _ in statement.nodes}
    whole = next((rank for rank, number in statement.nodes if number is None), None)
    own = [node for node in statement.nodes if node not in twins]
    if len(ranks) < 2 or (whole is None and len({work.lineage.find_root(rank) for rank, _ in own}) < 2):
        return
    draft = work.open_report(whole) if whole is not None else _open_statement(work, own)
    first = whole if whole is not None else own[0][0]
    reasons = _weigh_ranks(statement)
    work.certainty |= {(draft.id, rank): _rate(reasons[rank][0]) for rank in ranks & reasons.keys()}
    for node in statement.nodes:
        telling = find_telling(work.pile, node)
        kind: MemberKind = "credit" if telling and names_press(telling) else "relay"
        source = twins[node][0] if node in twins else whole
        if telling is not None:
            work.add(draft, node[0], kind, source, [Stretch(telling.start, telling.end)])
        work.origin_of[node] = draft.id
    _link_statement(work, statement, first, whole, reasons)


def _weigh_ranks(statement: Statement) -> dict[int, tuple[float, tuple[str, ...]]]:
    """The weightiest echo of each document, with its reasons."""
    best: dict[int, tuple[float, tuple[str, ...]]] = {}
    for echo in statement.echoes:
        for rank in (echo.a[0], echo.b[0]):
            best[rank] = max(best.get(rank, (0.0, ())), (echo.weight, echo.reasons))
    return best


def _rate(weight: float) -> float:
    """1 - 2^(-2 weight / FIRM): from nothing to near certainty, three quarters at FIRM; an order, not a probability."""
    return round(1 - exp(-2 * log(2) * weight / FIRM), 3)


def _open_statement(work: _Work, own: Sequence[Node]) -> Draft:
    rank, number = own[0]
    telling = find_telling(work.pile, (rank, number))
    assert telling is not None
    key = ("statement", work.pile.documents[rank].document, str(telling.start), str(telling.end), telling.kind)
    named = [t.speaker for t in (find_telling(work.pile, node) for node in own) if t and t.names]
    speaker = min(named, key=lambda name: (-named.count(name), name)) if named else "somebody"
    day = f" of {telling.said[0]}" if telling.said else ""
    return work.drafts.open(key, "statement", f"words of {speaker[:SHOWN]}{day}")


def _link_statement(
    work: _Work, statement: Statement, first: int, whole: int | None, why: Mapping[int, tuple[float, tuple[str, ...]]]
) -> None:
    """One link from each document to the first, or to the one that is the statement itself."""
    spans: dict[int, set[Stretch]] = {}
    for node in statement.nodes:
        telling = find_telling(work.pile, node)
        spans.setdefault(node[0], set()).update([Stretch(telling.start, telling.end)] if telling else ())
    for rank in sorted(spans.keys() - {first}):
        weight, reasons = why.get(rank, (FIRM, ("it is part of a copied passage",)))
        one, two = (work.pile.documents[other].document for other in (rank, first))
        work.links.append(
            OriginLink(
                document=one,
                source=two,
                kind="relay",
                directed=whole is not None,
                spans=tuple(sorted(spans[rank])),
                certainty=_rate(weight),
                reasons=reasons,
            )
        )


def _add_credits(work: _Work, credited: Iterable[Credit]) -> None:
    """Outlets as origins, unless what they are credited with has been found in the pile; one link for each document."""
    spans: dict[tuple[int, str, str], set[Stretch]] = {}
    for credit in credited:
        telling = find_telling(work.pile, (credit.rank, credit.telling))
        if telling is None or _is_found(work, credit, telling):
            continue
        key = ("outlet", work.pile.documents[credit.first].document, *credit.outlet)
        draft = work.drafts.open(key, "outlet", f"{credit.name[:SHOWN]} (no document of it fits)")
        work.origin_of[credit.rank, credit.telling] = draft.id
        spans.setdefault((credit.rank, draft.id, credit.name), set()).add(Stretch(telling.start, telling.end))
    for (rank, origin, name), some in sorted(spans.items()):
        work.add(work.drafts.by_id[origin], rank, "credit", None, some)
        work.links.append(
            OriginLink(
                document=work.pile.documents[rank].document,
                outlet=name,
                kind="credit",
                directed=True,
                spans=tuple(sorted(some)),
                certainty=NAMED,
                reasons=(f"it credits {name[:SHOWN]}",),
            )
        )


def _is_found(work: _Work, credit: Credit, telling: Telling) -> bool:
    """Whether what is credited rests on an origin already, or the slug's outlet has the report that was copied."""
    if (credit.rank, credit.telling) in work.origin_of:
        return True
    sources = work.sources.get(credit.rank, ())
    return telling.kind == "slug" and any(credit.outlet in work.pile.outlets[rank] for rank in sources)


def _hand_down(work: _Work) -> None:
    """What a whole report relays, its copies and rewrites relay too."""
    near = work.drafts.map_documents()
    for rank in sorted(taking.taker for taking in work.lineage.parent.values() if taking.kind in REPORTS):
        root = work.lineage.find_root(rank)
        if work.pile.documents[rank].words < MUCH * work.pile.documents[root].words:
            continue
        for draft in near.get(root, ()):
            if draft.root != root and rank not in draft.members and rank != root:
                member = draft.members[root]
                kind = "relay" if member.kind == "original" else member.kind
                work.add(draft, rank, kind, root)
