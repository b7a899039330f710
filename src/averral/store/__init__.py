"""Casefiles: tables, transactions, and what is written, judged, listed and found in them."""

from averral.store.actor_files import (
    State,
    add_actor_file,
    find_state,
    list_actor_files,
    list_publishers,
)
from averral.store.decisions import add_decision, list_decisions, list_missing_entities
from averral.store.results import find_result, keep_result
from averral.store.rows import ActorFile, DocumentRow, Hit, ProblemRow
from averral.store.search import search
from averral.store.session import Session, open_session
from averral.store.traces import (
    TraceRow,
    iter_origin_ties,
    iter_trace_parts,
    list_stale_traces,
    write_origin_ties,
    write_trace,
)
from averral.store.view import (
    find_source,
    get_document_number,
    get_reading,
    iter_documents,
    iter_problems,
    list_digests,
    list_document_numbers,
)
from averral.store.writer import add_reading

__all__ = [
    "ActorFile",
    "DocumentRow",
    "Hit",
    "ProblemRow",
    "Session",
    "State",
    "TraceRow",
    "add_actor_file",
    "add_decision",
    "add_reading",
    "find_result",
    "find_source",
    "find_state",
    "get_document_number",
    "get_reading",
    "iter_documents",
    "iter_origin_ties",
    "iter_problems",
    "iter_trace_parts",
    "keep_result",
    "list_actor_files",
    "list_decisions",
    "list_digests",
    "list_document_numbers",
    "list_missing_entities",
    "list_publishers",
    "list_stale_traces",
    "open_session",
    "search",
    "write_origin_ties",
    "write_trace",
]
