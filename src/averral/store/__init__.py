"""Casefiles: tables, transactions, and what is written, judged, listed and found in them."""

from averral.store.entities import (
    State,
    add_actor_file,
    find_state,
    iter_entities,
    list_actor_files,
    list_publishers,
)
from averral.store.judgements import add_grade, add_judgement, list_grades, list_judgements, withdraw_judgement
from averral.store.rows import ActorFile, DocumentRow, Hit, ProblemRow, ReadEntities
from averral.store.search import search
from averral.store.session import Session, open_session
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
    "ReadEntities",
    "Session",
    "State",
    "add_actor_file",
    "add_grade",
    "add_judgement",
    "add_reading",
    "find_source",
    "find_state",
    "get_document_number",
    "get_reading",
    "iter_documents",
    "iter_entities",
    "iter_problems",
    "list_actor_files",
    "list_digests",
    "list_document_numbers",
    "list_grades",
    "list_judgements",
    "list_publishers",
    "open_session",
    "search",
    "withdraw_judgement",
]
