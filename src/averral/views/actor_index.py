"""The index of actors, finding one by a name as people type it, and pairs that may be one with their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

import msgspec

from averral.analysis.actors import CaseActor, Proposal
from averral.gazetteer import fold_name
from averral.records import Reading, Span
from averral.views.quotation import Quotation, make_quoter
from averral.views.roster import list_documents

__all__ = [
    "ActorEntry",
    "ProposalEntry",
    "find_near_names",
    "make_actor_index",
    "make_proposal_entry",
    "quote_sighting",
]

_NEAR = 5


class ActorEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One actor in the index."""

    id: str
    name: str
    type: str
    subtype: str | None
    country: str | None
    aliases: tuple[str, ...]
    documents: int
    sightings: int


class ProposalEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Two actors that may be one, why, and one quotation of each where there are words to quote."""

    a: ActorEntry
    b: ActorEntry
    score: float
    reasons: tuple[str, ...]
    quotes: tuple[Quotation | None, Quotation | None]


def make_actor_index(actors: Iterable[CaseActor]) -> tuple[ActorEntry, ...]:
    """All actors, those of most documents first."""
    entries = map(_make_entry, actors)
    return tuple(sorted(entries, key=lambda e: (-e.documents, -e.sightings, e.name.casefold(), e.id)))


def find_near_names(wanted: str, actors: Iterable[CaseActor]) -> tuple[str, ...]:
    """Names that hold what was typed, or are spelled much like it; the nearest first."""
    names = {fold_name(form): actor.name for actor in actors for form in (*actor.aliases, actor.name)}
    key = fold_name(wanted)
    holding = sorted((name for name in names if key and key in name), key=lambda name: (len(name), name))
    close = get_close_matches(key, names, n=_NEAR, cutoff=0.75)
    return tuple(dict.fromkeys(names[name] for name in (*close, *holding)))[:_NEAR]


def make_proposal_entry(
    proposal: Proposal, find_actor: Callable[[str], CaseActor], find_reading: Callable[[str], Reading]
) -> ProposalEntry:
    """A proposal as a person looks at it; `find_actor` takes an actor's id, `find_reading` a document's."""
    a, b = find_actor(proposal.a), find_actor(proposal.b)
    return ProposalEntry(
        a=_make_entry(a),
        b=_make_entry(b),
        score=proposal.score,
        reasons=proposal.reasons,
        quotes=(_quote(a, find_reading), _quote(b, find_reading)),
    )


def quote_sighting(reading: Reading, entity: str) -> Quotation | None:
    """The first sentence that names an entity, else the first that mentions it."""
    mentions = [mention for mention in reading.mentions if mention.entity == entity and mention.start < mention.end]
    best = min(mentions, key=lambda mention: (not mention.name, mention.start), default=None)
    if best is None:
        return None
    quotes = make_quoter(reading).quote([Span(best.start, best.end)])
    return quotes[0] if quotes else None


def _make_entry(actor: CaseActor) -> ActorEntry:
    return ActorEntry(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        subtype=actor.subtype,
        country=actor.country,
        aliases=actor.aliases,
        documents=len(list_documents(actor)),
        sightings=len(actor.sightings),
    )


def _quote(actor: CaseActor, find_reading: Callable[[str], Reading]) -> Quotation | None:
    document, _, entity = actor.sightings[0].rpartition("#")
    return quote_sighting(find_reading(document), entity)
