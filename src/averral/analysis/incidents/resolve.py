"""Which happenings of all documents are one: dates, places, those who take part, words, and above all what people say.

1. People's judgements are read first, the latest winning: they make units that are one, and sides that stay apart.
2. Happenings that share a key (place, day, actor, figure, name, word) are compared; see `Index` and `score`.
3. Joining goes from the surest tie down. A tie that would bring together what a person keeps apart, what dates
   exclude, or what one document tells apart is dropped. What is too unsure to join is proposed.

Cost grows with n log n in the happenings. The order of the input changes nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, MutableMapping, Sequence
from typing import NamedTuple

from averral.analysis.actors.actor import Overruled
from averral.analysis.actors.judged import Judged, read_judgements
from averral.analysis.incidents.cluster import Cluster, Clusters
from averral.analysis.incidents.index import Index
from averral.analysis.incidents.outcome import Outcome, Scored, make_incidents, make_proposals
from averral.analysis.incidents.score import JOIN, PROPOSE, WEIGHTS, compare_happenings, score_tie
from averral.records.case_incident import CaseIncident, Happening, IncidentProposal, IncidentTie
from averral.records.judgement import Judgement

__all__ = ["IncidentResolution", "Memory", "resolve_incidents"]

STRONG = 0.9
"""From this score on two happenings of one document are one where both are tied so to the same third."""
TWICE = 1.6
"""Sum of scores of ties that joins two clusters of many documents: two sure ties, as one may be an accident."""
SUPPORT = 1.5
"""Sum of scores of ties that joins where each alone is too unsure."""
LOOSE = 0.1
"""Score of the tie of two happenings of one document below which something in it tells them apart."""
AGAINST = frozenset({"other month", "other year", "before", "far"})
"""What keeps two happenings of one document apart whatever else they share."""


class IncidentResolution(NamedTuple):
    """All incidents of a case in the order of their first member's key, and what is left to a person."""

    incidents: tuple[CaseIncident, ...]
    proposals: tuple[IncidentProposal, ...]
    overruled: tuple[Overruled, ...]


class Resolved(NamedTuple):
    """What came of happenings that ties connect with each other and with no others."""

    incidents: tuple[CaseIncident, ...]
    proposals: tuple[IncidentProposal, ...]


Memory = MutableMapping[Hashable, Resolved]
"""What came of each group of connected happenings, by all that it depends on."""


def resolve_incidents(
    index: Index,
    judgements: Iterable[Judgement] = (),
    ties: Iterable[IncidentTie] | None = None,
    memory: Memory | None = None,
) -> IncidentResolution:
    """All incidents of a case; see the module for how, and `IncidentResolution` for what.

    `ties` are those that `Index.tie` gave when each document was added, in any order; without them all are computed.
    `memory` is a dictionary that is kept between calls for one index: what no new tie and no judgement touches is
    taken from it. The result is the same with and without them. Judgements that are withdrawn, and happenings that
    only a judgement knows, count for nothing.
    """
    judged = read_judgements(judgements, index.happenings)
    known = index.tie() if ties is None else _select_met(ties, index)
    scored = [Scored(score, tie) for tie in known if (score := index.score(tie)) >= PROPOSE]
    past = {} if memory is None else memory
    found = {}
    for keys, some in _split(index.happenings, scored, judged):
        sign = _sign(keys, some, judged)
        found[sign] = past.get(sign) or _resolve(keys, some, judged, index)
    if memory is not None:
        memory.clear()
        memory.update(found)
    incidents = sorted((i for part in found.values() for i in part.incidents), key=lambda incident: incident.members[0])
    proposals = sorted((p for part in found.values() for p in part.proposals), key=lambda p: (-p.score, p.a, p.b))
    return IncidentResolution(tuple(incidents), tuple(proposals), judged.overruled)


def _select_met(ties: Iterable[IncidentTie], index: Index) -> list[IncidentTie]:
    """Each tie once, without those of happenings that are gone or are no longer candidates of each other."""
    found = {(tie.a, tie.b): tie for tie in ties if tie.a in index.happenings and tie.b in index.happenings}
    return [tie for pair, tie in found.items() if index.have_met(*pair)]


def _split(
    happenings: Iterable[str], scored: Iterable[Scored], judged: Judged
) -> Iterator[tuple[tuple[str, ...], list[Scored]]]:
    """Happenings that ties or people's judgements connect, and their ties."""
    parent = {key: judged.unit.get(key, key) for key in happenings}
    parent |= {root: root for root in judged.unit.values()}

    def find(key: str) -> str:
        while (above := parent[key]) != key:
            parent[key] = key = parent[above]
        return key

    for _, tie in scored:
        a, b = find(tie.a), find(tie.b)
        parent[max(a, b)] = min(a, b)
    keys: dict[str, list[str]] = {}
    ties: dict[str, list[Scored]] = {}
    for key in sorted(parent):
        keys.setdefault(find(key), []).append(key)
    for found in scored:
        ties.setdefault(find(found.tie.a), []).append(found)
    for root, some in keys.items():
        yield tuple(some), sorted(ties.get(root, ()), key=lambda found: found.rank)


def _sign(keys: Sequence[str], scored: Sequence[Scored], judged: Judged) -> Hashable:
    """All that the outcome for connected happenings depends on."""
    judgements = tuple(
        (key, unit, judged.sides.get(unit), judged.merged.get(key)) for key in keys if (unit := judged.unit.get(key))
    )
    return keys, tuple((found.score, found.tie.a, found.tie.b) for found in scored), judgements


def _resolve(keys: Sequence[str], scored: Sequence[Scored], judged: Judged, index: Index) -> Resolved:
    clusters = Clusters(_make_clusters(keys, judged, index), _Apart(index, scored))
    joined, left = _join(scored, clusters)
    outcome = Outcome(keys, index, judged, clusters, joined)
    incidents, incident_of = make_incidents(outcome)
    return Resolved(incidents, make_proposals(outcome, left, incident_of))


def _make_clusters(keys: Iterable[str], judged: Judged, index: Index) -> list[Cluster]:
    units: dict[str, list[Happening]] = {}
    for key in keys:
        units.setdefault(judged.unit.get(key, key), []).append(index.happenings[key])
    return [Cluster(some, judged.sides.get(root, ())) for root, some in sorted(units.items())]


def _join(scored: Iterable[Scored], clusters: Clusters) -> tuple[list[Scored], list[Scored]]:
    """Ties that joined something, and those that did not."""
    joined, left = [], []
    for found in scored:
        a, b = clusters.find(found.tie.a), clusters.find(found.tie.b)
        if a == b:
            continue
        enough = clusters.support(a, b, found.score) >= _need(found.score, clusters.are_many(a, b))
        if enough and not clusters.explain_conflict(a, b):
            clusters.join(a, b)
            joined.append(found)
        else:
            left.append(found)
    return joined, left


def _need(score: float, many: bool) -> float:
    """The sum of scores of ties between two clusters that joins them, when a tie of this score comes."""
    if score < JOIN:
        return SUPPORT
    return TWICE if many else JOIN


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
        if score_tie(tie, self._weigh) >= LOOSE or all(WEIGHTS[name] >= 0 for name, _ in tie.terms):
            return False
        return self._near.get(a, set()).isdisjoint(self._near.get(b, ()))
