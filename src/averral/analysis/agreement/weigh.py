"""How the documents of a case agree, what contradicts what, and how many origins stand behind each side.

1. Every stance gets its incident of the case, its actors, its speaker and the origin that it rests on.
2. Stances on the same thing are grouped; origins are counted, never copies. Where all of several documents rest on one
   origin, that is said, with the path.
3. Contradictions are of stated kinds: rival perpetrators; a claim against its denial; figures whose ranges do not meet;
   days, hours or sides that exclude each other; a tie against its denial. A later, higher figure of the same source, a
   correction, and a claim after "nobody has claimed it" are updates.

Cost grows with the stances: only the few positions on one thing are laid beside each other, never all stances. The
order of documents changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from averral.analysis.actors import CaseActor
from averral.analysis.agreement.bodies import speak_for_bodies
from averral.analysis.agreement.case import hear_case, hear_sayings, know, list_parts
from averral.analysis.agreement.clashes import find_event_denials, find_relation_clashes
from averral.analysis.agreement.denials import find_denials
from averral.analysis.agreement.figures import find_toll_clashes
from averral.analysis.agreement.groups import make_groups
from averral.analysis.agreement.moments import find_moment_clashes
from averral.analysis.agreement.responsibility import find_rivals, group_answers, make_rows
from averral.analysis.agreement.sides import find_side_clashes
from averral.analysis.agreement.tolls import list_tolls, make_toll_rows
from averral.records.agreement import CLASH_KINDS, Agreement, Contradiction, Testimony
from averral.records.case_incident import CaseIncident
from averral.records.origin import OriginGraph

__all__ = ["weigh_case"]


def weigh_case(
    testimonies: Iterable[Testimony],
    incidents: Iterable[CaseIncident],
    actors: Iterable[CaseActor],
    origins: OriginGraph,
    outlets: Mapping[str, str] | None = None,
) -> Agreement:
    """Weigh the testimonies of a case; see the module for how.

    `outlets` are names of who published a document, by its id: what one outlet says on two days is one source's.
    """
    known = know(incidents, actors, origins, outlets)
    heard = tuple(testimonies)
    told = speak_for_bodies(hear_case(heard, known), known)
    parts = list_parts(heard, known)
    rows = group_answers(told, known, parts)
    tolls = list_tolls(told)
    superseded = frozenset(link.source for link in origins.links if link.kind == "supersedes" and link.source)
    found = {
        one.id: one
        for one in (
            *find_rivals(told, rows, known, parts),
            *find_toll_clashes(tolls, superseded),
            *find_relation_clashes(told, known, parts),
            *find_event_denials(told),
            *find_moment_clashes(told),
            *find_side_clashes(told),
            *find_denials(hear_sayings(heard, known)),
        )
    }
    return Agreement(
        groups=make_groups(told, known),
        contradictions=tuple(
            sorted(found.values(), key=lambda one: (one.incident or "~", one.update, one.kind, one.id))
        ),
        responsibility=make_rows(rows, known),
        tolls=make_toll_rows(tolls),
    )


def _rank(one: Contradiction) -> tuple[str, bool, int, int, str]:
    """By incident; contradictions before updates, then by kind, then those with most origins first."""
    origins = min(len(one.a.origins), len(one.b.origins))
    return one.incident or "~", one.update, CLASH_KINDS.index(one.kind), -origins, one.id
