"""What a page or a report shows, as records: readings in, views out, no markup."""

from averral.views.actor_index import ActorEntry, ProposalEntry, find_near_names, make_actor_index, make_proposal_entry
from averral.views.actor_page import ActorPage, ActorTally, make_actor_page
from averral.views.card import Card
from averral.views.casebook import Casebook, CasebookTally, CaseFindings
from averral.views.document_page import DocumentPage, Row, Section, make_document_page
from averral.views.happening import EventCard, PlaceNote, TimeNote
from averral.views.incident_table import IncidentRow, make_incident_rows, sort_rows
from averral.views.mark import Mark
from averral.views.overview import DocumentEntry, Overview, make_overview
from averral.views.passage import Passage, Token
from averral.views.problem_list import ProblemEntry
from averral.views.quotation import Quotation
from averral.views.relation_table import RelationRow, Telling, make_relation_rows
from averral.views.saying import Saying
from averral.views.source_index import Occurrence, SourceEntry, SourceGroup, SourceIndex
from averral.views.voice import Voice
from averral.views.who_is_who import WhoIsWho, make_who_is_who

__all__ = [
    "ActorEntry",
    "ActorPage",
    "ActorTally",
    "Card",
    "CaseFindings",
    "Casebook",
    "CasebookTally",
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
    "ProposalEntry",
    "Quotation",
    "RelationRow",
    "Row",
    "Saying",
    "Section",
    "SourceEntry",
    "SourceGroup",
    "SourceIndex",
    "Telling",
    "TimeNote",
    "Token",
    "Voice",
    "WhoIsWho",
    "find_near_names",
    "make_actor_index",
    "make_actor_page",
    "make_document_page",
    "make_incident_rows",
    "make_overview",
    "make_proposal_entry",
    "make_relation_rows",
    "make_who_is_who",
    "sort_rows",
]
