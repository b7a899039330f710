"""What a page or a report shows, as records: readings in, views out, no markup."""

from averral.views.card import Card
from averral.views.document_page import DocumentPage, Row, Section, make_document_page
from averral.views.happening import EventCard, PlaceNote, TimeNote
from averral.views.incident_table import IncidentRow, make_incident_rows, sort_rows
from averral.views.mark import Mark
from averral.views.overview import DocumentEntry, Overview, make_overview
from averral.views.passage import Passage, Token
from averral.views.problem_list import ProblemEntry
from averral.views.quotation import Quotation
from averral.views.source_index import Occurrence, SourceEntry, SourceGroup, SourceIndex
from averral.views.voice import Voice

__all__ = [
    "Card",
    "DocumentEntry",
    "DocumentPage",
    "EventCard",
    "IncidentRow",
    "Mark",
    "Occurrence",
    "Overview",
    "Passage",
    "PlaceNote",
    "ProblemEntry",
    "Quotation",
    "Row",
    "Section",
    "SourceEntry",
    "SourceGroup",
    "SourceIndex",
    "TimeNote",
    "Token",
    "Voice",
    "make_document_page",
    "make_incident_rows",
    "make_overview",
    "sort_rows",
]
