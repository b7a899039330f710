"""What a page or a report shows, as records: readings in, views out, no markup."""

from averral.views.card import Card
from averral.views.document_page import DocumentPage, Row, Section, make_document_page
from averral.views.mark import Mark
from averral.views.overview import DocumentEntry, Overview, make_overview
from averral.views.passage import Passage, Token
from averral.views.problem_list import ProblemEntry
from averral.views.source_index import Occurrence, SourceEntry, SourceGroup, SourceIndex
from averral.views.voice import Voice

__all__ = [
    "Card",
    "DocumentEntry",
    "DocumentPage",
    "Mark",
    "Occurrence",
    "Overview",
    "Passage",
    "ProblemEntry",
    "Row",
    "Section",
    "SourceEntry",
    "SourceGroup",
    "SourceIndex",
    "Token",
    "Voice",
    "make_document_page",
    "make_overview",
]
