"""The table of relations: one row for each tie between two actors, with everybody who tells of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from averral.records import Claim, Factuality, Reading, Relation, Span, Tense
from averral.views.date import find_bounds
from averral.views.predicate import SYMMETRIC, Sign, find_sign
from averral.views.quotation import Quotation, Quoter, make_quoter
from averral.views.roster import Party, Provenance, Roster, find_provenance
from averral.views.saying import link_claim
from averral.views.speech import Chain

__all__ = ["RelationRow", "Standing", "Telling", "iter_tellings", "keep_until", "make_relation_rows"]

Standing = Literal["affirmed", "denied", "disputed", "open"]
"""Somebody says that it is or was so; somebody says that it is not; both; neither (asked, feared, planned)."""


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A relation as one claim has it. `claim` is null where the reading has the relation and nobody who says it."""

    subject: Party
    predicate: str
    object: Party
    relation: str
    claim: str | None
    by: Chain
    factuality: Factuality | None
    tense: Tense | None
    edtf: str | None
    document: Provenance
    quotes: tuple[Quotation, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What tellings of one relation share; the order of the two counts only where the predicate has a direction."""
        ends = (self.subject.id, self.object.id)
        return (self.predicate, *(sorted(ends) if self.predicate in SYMMETRIC else ends))


class RelationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One relation. `sign` is that of the predicate where it holds; `standing` says what its tellers make of it."""

    anchor: str
    subject: Party
    predicate: str
    object: Party
    sign: Sign
    standing: Standing
    dates: tuple[str, ...]
    documents: int
    tellings: tuple[Telling, ...]

    @property
    def sources(self) -> tuple[tuple[int, str], ...]:
        """The documents that tell of it: numbers and anchors."""
        return tuple(dict.fromkeys((item.document.number, item.document.anchor) for item in self.tellings))


def iter_tellings(reading: Reading, number: int, roster: Roster) -> Iterator[Telling]:
    """Every claim about a relation of one document whose ends are two actors of the case."""
    if not reading.relations:
        return
    claims: dict[str, list[Claim | None]] = defaultdict(list)
    for stated in reading.claims:
        claims[stated.proposition.relation or ""].append(stated)
    quoter, document = make_quoter(reading), find_provenance(reading.document, number)
    for relation in reading.relations:
        subject = roster.find_party(reading.document.id, relation.subject)
        target = roster.find_party(reading.document.id, relation.object)
        if subject is None or target is None or subject.id == target.id:
            continue
        for claim in claims.get(relation.id, [None]):
            yield Telling(
                subject=subject,
                predicate=relation.predicate,
                object=target,
                relation=relation.id,
                claim=claim.id if claim else None,
                by=quoter.speech.of_claim(claim) if claim else quoter.speech.of_place(relation.start, relation.end),
                factuality=claim.factuality if claim else None,
                tense=claim.tense if claim else None,
                edtf=relation.edtf,
                document=document,
                quotes=_quote(relation, claim, quoter),
            )


def keep_until(tellings: Iterable[Telling], day: date) -> tuple[Iterator[Telling], list[Telling]]:
    """Those that had begun on a day, and, filled while they are gone through, those whose day nobody can tell.

    What counts is the first day that the relation's date may mean (of one that is open at its beginning, the last);
    without a date, the day on which the document was published.
    """
    undated: list[Telling] = []

    def sift() -> Iterator[Telling]:
        for telling in tellings:
            began = _find_day(telling.edtf) or _find_day(telling.document.published)
            if began is None:
                undated.append(telling)
            elif began <= day:
                yield telling

    return sift(), undated


def make_relation_rows(tellings: Iterable[Telling]) -> tuple[RelationRow, ...]:
    """One row for each relation, those that most documents tell first."""
    same: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        same[telling.key].append(telling)
    rows = (_make_row(group) for group in same.values())
    return tuple(sorted(rows, key=_find_order))


def _find_order(row: RelationRow) -> tuple[int, int, str, str, str, str]:
    names = (row.subject.name.casefold(), row.predicate, row.object.name.casefold())
    return (-row.documents, -len(row.tellings), *names, row.anchor)


def _make_row(tellings: list[Telling]) -> RelationRow:
    first = tellings[0]
    return RelationRow(
        anchor="r" + hashlib.sha256("|".join(first.key).encode("utf-8", "surrogatepass")).hexdigest()[:12],
        subject=first.subject,
        predicate=first.predicate,
        object=first.object,
        sign=find_sign(first.predicate),
        standing=_find_standing(tellings),
        dates=tuple(dict.fromkeys(telling.edtf for telling in tellings if telling.edtf)),
        documents=len({telling.document.id for telling in tellings}),
        tellings=tuple(tellings),
    )


def _find_standing(tellings: list[Telling]) -> Standing:
    signs = {telling.factuality[-1] for telling in tellings if telling.factuality}
    if {"+", "-"} <= signs:
        return "disputed"
    return "affirmed" if "+" in signs else "denied" if "-" in signs else "open"


def _find_day(edtf: str | None) -> date | None:
    first, last = find_bounds(edtf)
    return first or last


def _quote(relation: Relation, claim: Claim | None, quoter: Quoter) -> tuple[Quotation, ...]:
    if not 0 <= relation.start < min(relation.end, len(quoter.text)):
        return ()
    quotes = quoter.quote([Span(relation.start, relation.end)], quoter.speech.of_claim(claim) if claim else None)
    return link_claim(claim, quoter.document, quotes) if claim else quotes
