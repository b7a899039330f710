"""From what was joined to records: each incident of the case with its votes and links, and what is proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from string import capwords
from typing import NamedTuple

from averral.analysis.actors.judged import Judged
from averral.analysis.incidents.cluster import Clusters
from averral.analysis.incidents.explain import explain_tie
from averral.analysis.incidents.index import Index
from averral.gazetteer import fold_name
from averral.records import digest_text
from averral.records.case_incident import (
    CaseIncident,
    Given,
    Happening,
    IncidentLink,
    IncidentProposal,
    IncidentTie,
)

__all__ = ["Outcome", "Scored", "make_incidents", "make_proposals"]

SHORT = 4
"""Letters of the longest abbreviation of a place."""
ID_LENGTH = 16
"""Hexadecimal digits of an incident's id; among a million two are the same with a chance of 1 in 40 million."""
Value = Callable[[Happening], str | None]


class Scored(NamedTuple):
    """A tie and how sure it is in this case."""

    score: float
    tie: IncidentTie

    @property
    def rank(self) -> tuple[float, str, str]:
        """The surest first."""
        return (-self.score, self.tie.a, self.tie.b)


class Outcome(NamedTuple):
    """Everything that is known when joining has ended; `joined` are the ties between clusters that did it."""

    keys: Sequence[str]
    pile: Index
    judged: Judged
    clusters: Clusters
    joined: Sequence[Scored]


def make_incidents(outcome: Outcome) -> tuple[tuple[CaseIncident, ...], dict[str, str]]:
    """The incidents in the order of their first member, and the incident's id for each root."""
    members: dict[str, list[str]] = {}
    for key in outcome.keys:
        members.setdefault(outcome.clusters.find(key), []).append(key)
    links: dict[str, list[IncidentLink]] = {}
    for key, link in _iter_links(outcome):
        links.setdefault(outcome.clusters.find(key), []).append(link)
    made = {root: _make_incident(outcome, keys, links.get(root, [])) for root, keys in members.items()}
    return tuple(made.values()), {root: incident.id for root, incident in made.items()}


def _iter_links(outcome: Outcome) -> Iterator[tuple[str, IncidentLink]]:
    """People's links, and those that were found."""
    for key in outcome.keys:
        judgement = outcome.judged.merged.get(key)
        if judgement is None:
            continue
        said = (f"{judgement.user}: {judgement.reason}",)
        unit = outcome.judged.unit[key]
        yield key, IncidentLink(a=unit, b=key, score=1.0, reasons=said, judgement=judgement.id)
    for score, tie in outcome.joined:
        reasons = explain_tie(tie, outcome.pile)
        yield tie.a, IncidentLink(a=tie.a, b=tie.b, score=round(score, 3), reasons=reasons)


def _make_incident(outcome: Outcome, keys: Sequence[str], links: Sequence[IncidentLink]) -> CaseIncident:
    happenings = [outcome.pile.happenings[key] for key in keys]
    types = vote(happenings, lambda happening: happening.type, str)
    dates = vote(happenings, lambda happening: happening.edtf, str)
    places = vote(happenings, lambda happening: happening.place, fold_name)
    stages = vote(happenings, lambda happening: happening.stage, str)
    edtf, place = (given[0].value if given else None for given in (dates, places))
    return CaseIncident(
        id="incident-" + digest_text(keys[0])[:ID_LENGTH],
        title=" · ".join(filter(None, (types[0].value.replace("_", " "), _word_place(place), _word_date(edtf)))),
        type=types[0].value,
        stage=next(happening.stage for happening in happenings if happening.stage == stages[0].value),
        edtf=edtf,
        place=place,
        types=types,
        dates=dates,
        places=places,
        members=tuple(keys),
        links=tuple(links),
    )


def _word_place(place: str | None) -> str | None:
    """A place in a title: of a report in capitals like a name; what is as short as "USA" is as it is."""
    return capwords(place) if place and place.isupper() and len(place) > SHORT else place


def _word_date(edtf: str | None) -> str | None:
    """A date in a title: an interval that is open on one side in words, all else as it is."""
    start, slash, end = (edtf or "").partition("/")
    if not slash:
        return edtf
    if start in ("", ".."):
        return f"until {end}"
    return f"from {start}" if end in ("", "..") else f"{start} to {end}"


def vote(happenings: Iterable[Happening], value: Value, fold: Callable[[str], str]) -> tuple[Given, ...]:
    """All values that are given, those of most documents first, then those that more is told of.

    Values that fold to the same are one, written as the most have it.
    """
    given: dict[str, list[Happening]] = {}
    for happening in happenings:
        found = value(happening)
        if found:
            given.setdefault(fold(found), []).append(happening)
    ranked = sorted(given.items(), key=lambda pair: (-_count_documents(pair[1]), -_count_events(pair[1]), pair[0]))
    return tuple(Given(_choose_form(some, value), tuple(happening.key for happening in some)) for _, some in ranked)


def _count_documents(happenings: Iterable[Happening]) -> int:
    return len({happening.document for happening in happenings})


def _count_events(happenings: Iterable[Happening]) -> int:
    return sum(happening.events for happening in happenings)


def _choose_form(happenings: Iterable[Happening], value: Value) -> str:
    forms = Counter(form for happening in happenings if (form := value(happening)))
    return min(forms, key=lambda form: (-forms[form], form.isupper(), form))


def make_proposals(
    outcome: Outcome, unsure: Iterable[Scored], incident_of: Mapping[str, str]
) -> tuple[IncidentProposal, ...]:
    """The best tie of each two incidents that nothing keeps apart, the surest first."""
    best: dict[tuple[str, str], IncidentProposal] = {}
    for found in sorted(unsure, key=lambda found: found.rank):
        a, b = sorted((outcome.clusters.find(found.tie.a), outcome.clusters.find(found.tie.b)))
        pair = (incident_of[a], incident_of[b])
        if a == b or pair in best or outcome.clusters.explain_conflict(a, b):
            continue
        reasons = explain_tie(found.tie, outcome.pile)
        best[pair] = IncidentProposal(a=pair[0], b=pair[1], score=round(found.score, 3), reasons=reasons)
    return tuple(best.values())
