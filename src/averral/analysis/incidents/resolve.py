"""Which happenings of all documents are one: dates, places, those who take part, words, and above all what people say.

1. People's judgements are read first, the latest winning: they make units that are one, and sides that stay apart.
2. Happenings that share a key (place, day, actor, figure, name, word) are compared; see `Index` and `score`.
3. Joining goes from the surest tie down. A tie that would bring together what a person keeps apart, what dates
   exclude, or what one document tells apart is dropped. What is too unsure to join is proposed.

Cost grows with n log n in the happenings. The order of the input changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from averral.analysis.actors.actor import Overruled
from averral.analysis.actors.judged import Judged, read_judgements
from averral.analysis.incidents.cluster import TOO_FEW, Cluster, Clusters
from averral.analysis.incidents.index import Index
from averral.analysis.incidents.outcome import Outcome, make_incidents, make_proposals
from averral.analysis.incidents.score import JOIN, PROPOSE, WEIGHTS, compare_happenings, score_tie
from averral.records.case_incident import CaseIncident, Happening, IncidentProposal, IncidentTie
from averral.records.judgement import Judgement

__all__ = ["IncidentResolution", "resolve_incidents"]

STRONG = 0.9
"""From this score on two happenings of one document are one where both are tied so to the same third."""
LOOSE = 0.1
AGAINST = frozenset({"other month", "other year", "before", "far"})
"""What keeps two happenings of one document apart whatever else they share."""


class IncidentResolution(NamedTuple):
    """All incidents of a case in the order of their first member's key, and what is left to a person."""

    incidents: tuple[CaseIncident, ...]
    proposals: tuple[IncidentProposal, ...]
    overruled: tuple[Overruled, ...]


class Scored(NamedTuple):
    """A tie and how sure it is in this case."""

    score: float
    tie: IncidentTie

    @property
    def rank(self) -> tuple[float, str, str]:
        """The surest first."""
        return (-self.score, self.tie.a, self.tie.b)


def resolve_incidents(
    index: Index, judgements: Iterable[Judgement] = (), ties: Iterable[IncidentTie] | None = None
) -> IncidentResolution:
    """All incidents of a case; see the module for how, and `IncidentResolution` for what.

    `ties` are those that `Index.tie` gave when each document was added, in any order; without them all are computed.
    The result is the same. Judgements that are withdrawn, and happenings that only a judgement knows, count for
    nothing.
    """
    judged = read_judgements(judgements, index.happenings)
    known = index.tie() if ties is None else _select_met(ties, index)
    scored = sorted(_score_all(known, index), key=lambda found: found.rank)
    clusters = Clusters(_make_clusters(index.happenings, judged), _Apart(index, scored))
    joined, dropped = _join([found for found in scored if found.score >= JOIN], clusters)
    outcome = Outcome(index, judged, clusters, [(found.score, found.tie) for found in joined])
    incidents, incident_of = make_incidents(outcome)
    unsure = [found for found in scored if found.score < JOIN]
    proposals = make_proposals(outcome, [(found.score, found.tie) for found in (*unsure, *dropped)], incident_of)
    return IncidentResolution(incidents, proposals, judged.overruled)


def _select_met(ties: Iterable[IncidentTie], index: Index) -> list[IncidentTie]:
    """Each tie once, without those of happenings that are gone or are no longer candidates of each other."""
    found = {(tie.a, tie.b): tie for tie in ties if tie.a in index.happenings and tie.b in index.happenings}
    return [tie for pair, tie in found.items() if index.have_met(*pair)]


def _score_all(ties: Iterable[IncidentTie], index: Index) -> list[Scored]:
    scored = (Scored(score_tie(tie, index.rarity.weigh), tie) for tie in ties)
    return [found for found in scored if found.score >= PROPOSE]


def _make_clusters(happenings: Mapping[str, Happening], judged: Judged) -> list[Cluster]:
    units: dict[str, list[Happening]] = {}
    for key in sorted(happenings):
        units.setdefault(judged.unit.get(key, key), []).append(happenings[key])
    return [Cluster(some, judged.sides.get(root, ())) for root, some in sorted(units.items())]


def _join(scored: Sequence[Scored], clusters: Clusters) -> tuple[list[Scored], list[Scored]]:
    """Ties that joined something, and those that a person may want to look at."""
    joined, dropped = [], []
    for found in scored:
        a, b = clusters.find(found.tie.a), clusters.find(found.tie.b)
        if a == b or clusters.explain_conflict(a, b):
            continue
        if clusters.lack_support(a, b):
            dropped.append(found)
        else:
            clusters.join(a, b)
            joined.append(found)
    return joined, dropped


class _Apart:
    """Whether two happenings of one document must stay two.

    They are one where they are plainly so, that is where their own tie joins; or where each is strongly tied to the
    same third and their dates and places do not exclude each other.
    """

    def __init__(self, index: Index, scored: Iterable[Scored]) -> None:
        happenings = self._happenings = index.happenings
        self._weigh = index.rarity.weigh
        self._near: dict[str, set[str]] = {}
        self._one: set[tuple[str, str]] = set()
        for score, tie in scored:
            if happenings[tie.a].document == happenings[tie.b].document:
                self._one |= {(tie.a, tie.b)} if score >= JOIN else set()
            elif score >= STRONG:
                self._near.setdefault(tie.a, set()).add(tie.b)
                self._near.setdefault(tie.b, set()).add(tie.a)

    def __call__(self, a: str, b: str) -> bool:
        if (min(a, b), max(a, b)) in self._one:
            return False
        tie = compare_happenings(self._happenings[a], self._happenings[b])
        if tie is None or any(name in AGAINST for name, _ in tie.terms):
            return True
        if score_tie(tie, self._weigh) >= LOOSE:
            return False
        return self._near.get(a, set()).isdisjoint(self._near.get(b, ()))
