"""From files, pages and tables to documents with text, metadata and block roles."""

from averral.ingest.listing import iter_sources
from averral.ingest.parsed import Ingested, Metadata, Parsed
from averral.ingest.read import read_source
from averral.ingest.readers import READERS, Reader
from averral.ingest.source import MAX_BYTES, Columns, Source, TableRow

__all__ = [
    "MAX_BYTES",
    "READERS",
    "Columns",
    "Ingested",
    "Metadata",
    "Parsed",
    "Reader",
    "Source",
    "TableRow",
    "iter_sources",
    "read_source",
]
