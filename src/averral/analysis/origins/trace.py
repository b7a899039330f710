"""Where each piece of information entered a pile of documents, and who only passes it on.

1. Copies: passages that documents share are taken from the earliest document that has them; standing text of one
   outlet is left out. 2. Rewrites: the rare words of a report, its names and numbers in its order. 3. Statements:
tellings of one speaker that share words on compatible days, and the document that is the statement itself. 4. Credits
to outlets. 5. Corrections. 6. What people decided. 7. The origin of each claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

from averral.analysis.origins.copied import Taking, list_copies
from averral.analysis.origins.credited import list_credits
from averral.analysis.origins.echoes import are_fit, list_echoes
from averral.analysis.origins.gather import Gathered, gather
from averral.analysis.origins.judged import Judged, heed_judgements
from averral.analysis.origins.lineage import Lineage, pair_tellings
from averral.analysis.origins.pile import Pile
from averral.analysis.origins.resting import Resting
from averral.analysis.origins.rewritten import list_rewrites
from averral.analysis.origins.speakers import Speakers
from averral.analysis.origins.statements import find_times, list_statements
from averral.analysis.origins.superseded import list_replacements
from averral.records.origin import Fingerprint, OriginGraph, OriginJudgement, OriginLink, OriginTie

__all__ = ["trace_origins"]

_NOBODY: Mapping[str, str] = MappingProxyType({})


def trace_origins(
    fingerprints: Iterable[Fingerprint],
    ties: Iterable[OriginTie],
    judgements: Iterable[OriginJudgement] = (),
    actor_of: Mapping[str, str] = _NOBODY,
) -> OriginGraph:
    """The origins of a pile, the links between its documents, and the origin that each claim rests on.

    An origin is where a piece of information entered the pile: the own report of a document, with the documents that
    copy it, rewrite it or credit it; a statement that several relay; an outlet that is credited and has no document
    here that fits. A document may belong to several. Counting sources is counting these.

    Args:
        fingerprints: one for each document, from `make_fingerprint`.
        ties: one for each pair of candidates that share anything, from `compare`; others' are left out.
        judgements: what people decided; the later of two that contradict counts, and one that is withdrawn never.
        actor_of: the actor of each sighting, that is "document#entity", where it is known.

    Returns:
        The same graph for the same documents in any order. The cost grows with the number of ties and tellings.
    """
    pile = Pile(fingerprints, ties)
    copies = list_copies(pile)
    takings = [*copies, *list_rewrites(pile, copies)]
    twins = pair_tellings(pile, takings)
    speakers = Speakers(pile, actor_of)
    days_of = partial(find_times, pile, Lineage(takings))
    statements = list_statements(list_echoes(pile, speakers), twins, partial(are_fit, pile, speakers), days_of)
    gathered = gather(pile, takings, statements, list_credits(pile), twins)
    judged = heed_judgements(judgements, pile, gathered)
    return OriginGraph(
        origins=gathered.drafts.finish(),
        links=_list_links((*gathered.links, *list_replacements(pile)), judged),
        claims=_rest_claims(pile, gathered, takings, judged),
        overruled=judged.overruled,
    )


def _list_links(links: Iterable[OriginLink], judged: Judged) -> tuple[OriginLink, ...]:
    kept = (link for link in links if not _is_cut(link, judged))
    return tuple(sorted((*kept, *judged.links), key=_order_link))


def _is_cut(link: OriginLink, judged: Judged) -> bool:
    if link.source is None:
        return False
    return (link.document, link.source) in judged.cut or (link.source, link.document) in judged.cut


def _order_link(link: OriginLink) -> tuple[str, str, str, str, tuple[object, ...]]:
    return link.document, link.source or "", link.outlet or "", link.kind, link.spans


def _rest_claims(pile: Pile, gathered: Gathered, takings: list[Taking], judged: Judged) -> dict[str, str]:
    """The first origin of each claim that its document is still in after what people decided."""
    drafts = gathered.drafts.by_id
    claims = {}
    for rank, claim, names in Resting(pile, gathered, takings).iter_claims():
        found = (judged.find(name) for name in names)
        own = judged.own[rank]
        origin = next((name for name in found if name in drafts and rank in drafts[name].members), own)
        claims[f"{pile.documents[rank].document}#{claim.claim}"] = origin
    return claims
