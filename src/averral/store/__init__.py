"""Casefiles: tables, transactions, and what is written, listed and found in them."""

from averral.store.rows import DocumentRow, Hit, ProblemRow
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
    "DocumentRow",
    "Hit",
    "ProblemRow",
    "Session",
    "add_reading",
    "find_source",
    "get_document_number",
    "get_reading",
    "iter_documents",
    "iter_problems",
    "list_digests",
    "list_document_numbers",
    "open_session",
    "search",
]
