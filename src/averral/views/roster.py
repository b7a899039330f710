"""The roster: which actor of the case each entity of each document is, and how a page refers to both."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from averral.analysis.actors import CaseActor
from averral.records import Document
from averral.views.anchor import anchor_document
from averral.views.document_page import find_title

__all__ = ["Party", "Provenance", "Roster", "find_provenance", "list_documents", "make_party"]


class Party(msgspec.Struct, frozen=True):
    """An actor as others refer to it; one that is not `named` is only described, and lives in one document."""

    id: str
    name: str
    type: str
    named: bool = True


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """The document that something stands in; `number` is its place in the casefile, from 1."""

    number: int
    id: str
    anchor: str
    title: str
    uri: str
    publisher: str | None = None
    published: str | None = None


class Roster:
    """All actors by their sightings."""

    def __init__(self, actors: Iterable[CaseActor]) -> None:
        """Enter actors; none of them share a sighting."""
        self._by_key = {key: actor for actor in actors for key in actor.sightings}

    def find(self, document: str, entity: str | None) -> CaseActor | None:
        """The actor that an entity of a document is; None where the casefile knows of none."""
        return self._by_key.get(f"{document}#{entity}") if entity else None

    def find_party(self, document: str, entity: str | None) -> Party | None:
        """The same, as others refer to it."""
        actor = self.find(document, entity)
        return make_party(actor) if actor else None


def make_party(actor: CaseActor) -> Party:
    """An actor by id, name and type."""
    return Party(actor.id, actor.name, actor.type, actor.alone is None)


def list_documents(actor: CaseActor) -> tuple[str, ...]:
    """The ids of the documents that it is seen in."""
    return tuple(dict.fromkeys(key.rpartition("#")[0] for key in actor.sightings))


def find_provenance(document: Document, number: int) -> Provenance:
    """What is told of a document beside what stands in it."""
    return Provenance(
        number=number,
        id=document.id,
        anchor=anchor_document(document.id),
        title=find_title(document),
        uri=document.uri,
        publisher=document.publisher,
        published=document.published,
    )
