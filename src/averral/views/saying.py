"""Sayings: claims as they bear on an actor, which makes them, passes them on, is told of in them, or is spoken to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import msgspec

from averral.records import Basis, Claim, Factuality, PropositionType, Reading, Span, Tense
from averral.records.ontology import EVENT_TYPES
from averral.views.anchor import anchor_span
from averral.views.evidence import Evidence, gather_evidence
from averral.views.quotation import Quotation
from averral.views.roster import Provenance, find_provenance
from averral.views.speech import Chain

__all__ = ["Bearing", "Saying", "Utterance", "group_sayings", "iter_bearings", "link_claim"]

_TALK = frozenset({"statement", "verbal_conflict", "verbal_cooperation"})
"""Families of events whose recipient is spoken to; the recipient of others gets goods, men or shelter."""
_SETTING = frozenset({"place", "time", "instrument"})


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One claim. `roles` are those that the actor has in it; `by` is the chain of those who make it."""

    claim: str
    type: PropositionType
    roles: tuple[str, ...]
    by: Chain
    factuality: Factuality | None
    tense: Tense | None
    basis: Basis
    document: Provenance
    quotes: tuple[Quotation, ...]


class Bearing(NamedTuple):
    """How a saying bears on an entity of its document."""

    entity: str
    kind: Literal["by", "passed_on", "about", "to"]
    saying: Saying


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """The sayings of one chain that share their sentence: they are read together."""

    by: Chain
    document: Provenance
    quotes: tuple[Quotation, ...]
    sayings: tuple[Saying, ...]

    @property
    def kinds(self) -> tuple[Saying, ...]:
        """One for each that differs in type, roles or factuality."""
        return tuple({(item.type, item.roles, item.factuality): item for item in reversed(self.sayings)}.values())[::-1]


def group_sayings(sayings: Iterable[Saying]) -> tuple[Utterance, ...]:
    """Sayings by chain and sentence, in the order of the first of each; the words marked are those of the first."""
    groups: dict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for saying in sayings:
        sentence = tuple(quote.words for quote in saying.quotes)
        groups[saying.document.id, saying.by, sentence or saying.claim].append(saying)
    return tuple(
        Utterance(by=group[0].by, document=group[0].document, quotes=group[0].quotes, sayings=tuple(group))
        for group in groups.values()
    )


def iter_bearings(reading: Reading, number: int) -> Iterator[Bearing]:
    """Every claim of a reading under each entity that it bears on; a relation is told in the table of relations."""
    evidence = gather_evidence(reading)
    mentions: dict[str, list[Span]] = defaultdict(list)
    for mention in reading.mentions:
        if mention.entity and mention.start <= mention.end:
            mentions[mention.entity].append(Span(mention.start, mention.end))
    document = find_provenance(reading.document, number)
    incidents = _list_incident_roles(reading)
    for claim in reading.claims:
        quotes = _quote(claim, evidence, ())
        told = _make_saying(claim, document, evidence, quotes)
        for entity, part in _list_speakers(claim):
            yield Bearing(entity, part, told)
        for entity, (kind, roles) in _list_roles(claim, evidence, incidents).items():
            quotes = _quote(claim, evidence, mentions[entity])
            yield Bearing(entity, kind, msgspec.structs.replace(told, roles=tuple(roles), quotes=quotes))


def link_claim(claim: Claim, document: str, quotes: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Quotations that lead to no more than a passage lead to the words of the claim instead."""
    target = anchor_span(document, claim.attribution or claim.id)
    return tuple(
        msgspec.structs.replace(quote, anchor=target) if quote.anchor.startswith(f"{document}-p") else quote
        for quote in quotes
    )


def _make_saying(claim: Claim, document: Provenance, evidence: Evidence, quotes: tuple[Quotation, ...]) -> Saying:
    return Saying(
        claim=claim.id,
        type=claim.proposition.type,
        roles=(),
        by=evidence.quoter.speech.of_claim(claim),
        factuality=claim.factuality,
        tense=claim.tense,
        basis=claim.basis,
        document=document,
        quotes=quotes,
    )


def _quote(claim: Claim, evidence: Evidence, words: tuple[Span, ...] | list[Span]) -> tuple[Quotation, ...]:
    if not claim.start < min(claim.end, len(evidence.quoter.text)):
        return ()
    return link_claim(claim, evidence.quoter.document, evidence.quoter.quote_claim(claim, words))


def _list_speakers(claim: Claim) -> Iterator[tuple[str, Literal["by", "passed_on"]]]:
    """The last of the chain says it, those before pass it on; the document's author is no entity."""
    speakers = [entity for entity in claim.chain[1:] if entity != "unnamed"]
    last = claim.chain[-1] if claim.chain else ""
    for entity in dict.fromkeys(speakers):
        yield entity, "by" if entity == last else "passed_on"


_Roles = dict[str, tuple[Literal["about", "to"], dict[str, None]]]


def _list_roles(claim: Claim, evidence: Evidence, incidents: dict[str, list[tuple[str, str]]]) -> _Roles:
    """The entities that a claim is about, or that what it tells of is said to, with their roles."""
    found: _Roles = {}
    proposition = claim.proposition
    if proposition.type == "relation":
        return found
    if proposition.subject:
        role = "perpetrator" if proposition.type == "responsibility" else "subject"
        found.setdefault(proposition.subject, ("about", {}))[1][role] = None
    event = evidence.events.get(proposition.event or "")
    for argument in event.arguments if event else ():
        if argument.entity and argument.role not in _SETTING:
            talk = argument.role == "recipient" and event is not None and _is_talk(event.type)
            found.setdefault(argument.entity, ("to" if talk else "about", {}))[1][argument.role] = None
    for entity, role in incidents.get(proposition.incident or "", ()):
        found.setdefault(entity, ("about", {}))[1][role] = None
    return found


def _is_talk(kind: str) -> bool:
    known = EVENT_TYPES.get(kind)
    return known is not None and known.family in _TALK


def _list_incident_roles(reading: Reading) -> dict[str, list[tuple[str, str]]]:
    """Entity and role of each who takes part in an incident, by the incident's id."""
    return {
        incident.id: [
            (item.entity, role)
            for role, items in (
                ("perpetrator", incident.perpetrators),
                ("target", incident.targets),
                ("victim", incident.victims),
            )
            for item in items
            if item.entity
        ]
        for incident in reading.incidents
    }
