"""The overview of a casefile: its numbers, documents, sources, problems and the manifest of what was read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from averral.records import Reading
from averral.views.anchor import anchor_document
from averral.views.card import make_cards
from averral.views.document_page import count_averrals, find_title, measure_attributed
from averral.views.incident_table import IncidentRow, make_incident_rows, sort_rows
from averral.views.nesting import nest_attributions
from averral.views.problem_list import ProblemEntry, list_problems
from averral.views.source_index import SourceIndex, SourceTally

__all__ = ["DocumentEntry", "Overview", "make_overview"]


class DocumentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One document in the index of documents and in the manifest."""

    number: int
    anchor: str
    title: str
    uri: str
    publisher: str | None
    published: str | None
    byline: tuple[str, ...]
    language: str | None
    digest: str
    text_digest: str
    words: int
    attributions: int
    averrals: int
    attributed: float
    problems: int
    incidents: int


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown of a casefile before its texts. `manifest` digests the digests: it names the whole pile."""

    documents: tuple[DocumentEntry, ...]
    incidents: tuple[IncidentRow, ...]
    sources: SourceIndex
    problems: tuple[ProblemEntry, ...]
    readers: tuple[str, ...]
    manifest: str

    @property
    def attributions(self) -> int:
        """How many attributions there are in all documents."""
        return sum(row.attributions for row in self.documents)

    @property
    def averrals(self) -> int:
        """How many statements the documents' authors make in their own voice."""
        return sum(row.averrals for row in self.documents)


def make_overview(readings: Iterable[Reading]) -> Overview:
    """Go once through the readings; only the rows of the indexes are kept."""
    tally = SourceTally()
    rows: list[DocumentEntry] = []
    incidents: list[IncidentRow] = []
    problems: list[ProblemEntry] = []
    readers: dict[str, None] = {}
    for number, reading in enumerate(readings, start=1):
        tally.add(number, make_cards(reading, nest_attributions(reading.attributions)))
        rows.append(_make_row(number, reading))
        incidents.extend(make_incident_rows(reading, number, rows[-1].title))
        problems.extend(list_problems(reading, number))
        readers[f"averral {reading.reader.version}, model {reading.reader.model}"] = None
    return Overview(
        documents=tuple(rows),
        incidents=sort_rows(incidents),
        sources=tally.finish(),
        problems=tuple(problems),
        readers=tuple(readers),
        manifest=_digest_manifest(rows),
    )


def _make_row(number: int, reading: Reading) -> DocumentEntry:
    document = reading.document
    return DocumentEntry(
        number=number,
        anchor=anchor_document(document.id),
        title=find_title(document),
        uri=document.uri,
        publisher=document.publisher,
        published=document.published,
        byline=document.byline,
        language=document.language,
        digest=document.id,
        text_digest=document.text_sha256,
        words=len(document.text.split()),
        attributions=len(reading.attributions),
        averrals=count_averrals(reading),
        attributed=measure_attributed(reading),
        problems=len(reading.problems),
        incidents=len(reading.incidents),
    )


def _digest_manifest(rows: Iterable[DocumentEntry]) -> str:
    """SHA-256 over the documents' ids, sorted, each with a line break: the order of adding makes no difference."""
    digest = hashlib.sha256()
    for line in sorted(row.digest for row in rows):
        digest.update(f"{line}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
