"""The casebook: what the documents of a case come to together, gathered while its readings go by once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from averral.analysis.forecasts import make_ledger, score_forecasts
from averral.analysis.hypotheses import weigh_hypotheses
from averral.analysis.timeline import Timeline
from averral.records import Reading
from averral.records.agreement import Agreement
from averral.records.case_incident import CaseIncident
from averral.records.decision import Decision
from averral.records.forecast import Forecast, Resolution
from averral.records.hypothesis import Matrix
from averral.records.judgement import SourceGrade
from averral.records.origin import OriginGraph
from averral.views.agreement_view import AgreementView, list_places, make_agreement_view
from averral.views.anchor import anchor_incident
from averral.views.case_incidents import IncidentEntry, make_incident_entries
from averral.views.chronology import Chronology, make_chronology
from averral.views.ledger import Ledger, make_ledger_view
from averral.views.map import Map, MapSite, make_map
from averral.views.matrix import MatrixView, make_matrix_view
from averral.views.origin_list import OriginList, PassageTally, make_origin_list
from averral.views.overview import Overview
from averral.views.quote_tally import QuoteTally

__all__ = ["CaseFindings", "Casebook", "CasebookTally"]


class CaseFindings(msgspec.Struct, frozen=True, kw_only=True):
    """What an analysis of the case found, and what people decided.

    `as_of` is the day that forecasts are due before, `letters` are grades by the id of the actor, `confirmed` keys of
    what a person accepted or corrected.
    """

    as_of: date
    incidents: tuple[CaseIncident, ...] = ()
    origins: OriginGraph = OriginGraph()
    timeline: Timeline = Timeline(extents=(), undated=())
    forecasts: tuple[Forecast, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    matrices: tuple[tuple[str, Matrix], ...] = ()
    decisions: tuple[Decision, ...] = ()
    agreement: Agreement = Agreement()
    letters: dict[str, SourceGrade] = {}
    confirmed: frozenset[str] = frozenset()


class Casebook(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown of the case as a whole."""

    incidents: tuple[IncidentEntry, ...]
    agreement: AgreementView
    origins: OriginList
    chronology: Chronology
    map: Map | None
    ledger: Ledger
    matrices: tuple[MatrixView, ...]
    decisions: tuple[Decision, ...]


class CasebookTally:
    """Gathers the words that the casebook quotes; `add` takes the readings one by one."""

    def __init__(self, findings: CaseFindings) -> None:
        self._findings = findings
        forecasts = ((one.document, one.start, one.end) for one in findings.forecasts)
        self._quotes = QuoteTally((*forecasts, *list_places(findings.agreement)))
        self._passages = PassageTally(findings.origins.links)

    def add(self, number: int, reading: Reading) -> None:
        """Take one reading in; `number` is the document's place in the casefile."""
        self._quotes.add(number, reading)
        self._passages.add(reading)

    def finish(self, overview: Overview) -> Casebook:
        """Lay out what was gathered; the overview has the documents and the rows of their incidents."""
        found = self._findings
        anchors = {incident.id: anchor_incident(incident.id) for incident in found.incidents}
        titles = {incident.id: incident.title for incident in found.incidents}
        ledger = make_ledger(found.forecasts, found.resolutions, found.as_of)
        return Casebook(
            incidents=make_incident_entries(found.incidents, overview.documents),
            agreement=make_agreement_view(
                found.agreement, self._quotes, overview.documents, found.letters, found.confirmed
            ),
            origins=make_origin_list(found.origins, self._passages, overview.documents),
            chronology=make_chronology(found.timeline, anchors),
            map=make_map(_list_sites(found.incidents, overview)),
            ledger=make_ledger_view(ledger, score_forecasts(found.forecasts, found.resolutions), self._quotes),
            matrices=tuple(
                make_matrix_view(
                    question, titles.get(question, question) or "The case", matrix, weigh_hypotheses(matrix)
                )
                for question, matrix in found.matrices
            ),
            decisions=found.decisions,
        )


def _list_sites(incidents: Iterable[CaseIncident], overview: Overview) -> Sequence[MapSite]:
    """Each incident of the case at every point that its documents give for it, or once without a point."""
    known = {document.digest: document.anchor for document in overview.documents}
    rows = {row.anchor: row for row in overview.incidents}
    sites: dict[tuple[str, float | None, float | None], MapSite] = {}
    for incident in incidents:
        for member in incident.members:
            document, _, label = member.rpartition("#")
            row = rows.get(f"{known.get(document, '')}-{label}-row")
            place = row.place.place if row and row.place else None
            key = incident.id, place.lat if place else None, place.lon if place else None
            sites.setdefault(
                key,
                MapSite(
                    title=incident.title,
                    anchor=anchor_incident(incident.id),
                    place=row.place.text if row and row.place else "",
                    lat=key[1],
                    lon=key[2],
                    precision=place.precision if place else None,
                ),
            )
    placed = {identity for identity, lat, _ in sites if lat is not None}
    return [site for (identity, lat, _), site in sites.items() if lat is not None or identity not in placed]
