"""The tables of a casefile, named and commented so that the file reads naturally in Datasette.

Ids that a reading gives ("a1", "c3") are unique inside one document only, so they are kept as `label` beside a number
that joins the tables. Every `start` and `end` counts code points of the document's `text`, half-open. The tables are
made by the migrations; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "actor_files",
    "attributions",
    "blocks",
    "chains",
    "claims",
    "contents",
    "decisions",
    "documents",
    "entities",
    "mentions",
    "metadata",
    "origin_ties",
    "problems",
    "readings",
    "results",
    "sentences",
    "source_bytes",
    "traces",
]

metadata = MetaData()


def _document(*, index: bool = True) -> Column[int]:
    return Column("document", Integer, ForeignKey("documents.id"), nullable=False, index=index)


def _span() -> tuple[Column[int], Column[int]]:
    return Column("start", Integer, nullable=False), Column("end", Integer, nullable=False)


def _labelled(name: str, comment: str, columns: Sequence[Column[Any]]) -> Table:
    """A table of things that a reading names: number, document, label, and what else there is."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        _document(index=False),
        Column("label", Text, nullable=False, comment="its id in the reading"),
        *columns,
        UniqueConstraint("document", "label", name=f"unique_{name}_label"),
        comment=comment,
    )


source_bytes = Table(
    "source_bytes",
    metadata,
    Column("digest", Text, primary_key=True, comment="sha256: and the digest of the bytes before compression"),
    Column("size", Integer, nullable=False, comment="bytes before compression"),
    Column("zlib", LargeBinary, nullable=False, comment="the bytes, compressed by zlib (RFC 1950)"),
    comment="What was read, byte for byte, so that nothing is lost and everything can be read again.",
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, comment="title, or where there is none, the place it came from"),
    Column("digest", Text, ForeignKey("source_bytes.digest"), nullable=False, unique=True, comment="document id"),
    Column("uri", Text, nullable=False, index=True, comment="where it came from"),
    Column("media_type", Text, nullable=False),
    Column("title", Text),
    Column("byline", Text, comment="authors, separated by '; '"),
    Column("publisher", Text),
    Column("published", Text, comment="EDTF, as the document gives it"),
    Column("language", Text, comment="ISO 639-1"),
    Column("words", Integer, nullable=False, comment="words in the blocks that are read"),
    Column("text", Text, nullable=False, comment="what all offsets count in"),
    Column("text_sha256", Text, nullable=False),
    Column("added", Text, nullable=False, comment="UTC, ISO 8601"),
    comment="One report each: its clean text and where it came from.",
)

blocks = Table(
    "blocks",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    *_span(),
    Column("role", Text, nullable=False, comment="headline, body, comment, boilerplate, …"),
    comment="Stretches of a document with their role; nothing is read out of comments and boilerplate.",
)

sentences = Table(
    "sentences",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    *_span(),
    comment="The sentences that were read; sentences_with_text shows their words.",
)

entities = _labelled(
    "entities",
    "Whom and what a document names; the same name in two documents is two rows.",
    (
        Column("name", Text, nullable=False, index=True),
        Column("type", Text, nullable=False),
        Column("subtype", Text),
        Column("aliases", Text, comment="other names in the document, separated by '; '"),
    ),
)

mentions = _labelled(
    "mentions",
    "Where an entity is named, described or meant.",
    (
        *_span(),
        Column("text", Text, nullable=False),
        Column("type", Text, nullable=False, comment="PER, ORG, GPE, LOC, FAC, NORP, EVENT, WEAPON, …"),
        Column("is_name", Integer, nullable=False, comment="1 for a name, 0 for a description or pronoun"),
        Column("entity", Integer, ForeignKey("entities.id"), index=True),
    ),
)

attributions = _labelled(
    "attributions",
    "Who is credited with which words: source and cue here, the words in contents.",
    (
        Column("source_start", Integer),
        Column("source_end", Integer),
        Column("source", Text, comment="null where nobody is named (reportedly)"),
        Column("entity", Integer, ForeignKey("entities.id"), index=True, comment="whom the source was resolved to"),
        Column("cue_start", Integer),
        Column("cue_end", Integer),
        Column("cue", Text),
        Column("parent", Integer, ForeignKey("attributions.id"), index=True, comment="whose content holds this one"),
        Column("depth", Integer, nullable=False, comment="1 for one that stands in no other"),
        Column("kind", Text, nullable=False, comment="direct, mixed, indirect"),
        Column("basis", Text, nullable=False, comment="how the source would know"),
    ),
)

contents = Table(
    "contents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attribution", Integer, ForeignKey("attributions.id"), nullable=False),
    Column("position", Integer, nullable=False, comment="0 for the first piece"),
    *_span(),
    Column("text", Text, nullable=False),
    UniqueConstraint("attribution", "position", name="unique_contents_position"),
    comment="The words that an attribution credits somebody with, in one or more pieces.",
)

claims = _labelled(
    "claims",
    "One proposition each, with the chain of those who put it forward.",
    (
        *_span(),
        Column("text", Text, nullable=False, comment="the document's text from start to end"),
        Column("chain", Text, nullable=False, comment="from the author inward, for reading: author → ministry"),
        Column("attribution", Integer, ForeignKey("attributions.id"), index=True, comment="null: the author's own"),
        Column("proposition", Text, nullable=False, comment="responsibility, event, casualties, relation, statement"),
        Column("factuality", Text, comment="CT+ PR+ PS+ CT- PR- PS- UU; null where it was not read"),
        Column("tense", Text),
        Column("basis", Text, nullable=False),
        Column("probability", Float, comment="calibrated chance that span and chain are right"),
    ),
)

chains = Table(
    "chains",
    metadata,
    Column("claim", Integer, ForeignKey("claims.id"), primary_key=True),
    Column("position", Integer, primary_key=True, comment="0 for the author"),
    Column("name", Text, nullable=False, index=True, comment="author, unnamed, or the entity's name"),
    Column("entity", Integer, ForeignKey("entities.id"), index=True),
    comment="Each claim's chain, one row for each relay.",
)

problems = Table(
    "problems",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    Column("stage", Text, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    comment="What could not be read.",
)

readings = Table(
    "readings",
    metadata,
    Column("document", Integer, ForeignKey("documents.id"), primary_key=True),
    Column("version", Text, nullable=False, comment="of averral"),
    Column("model", Text, nullable=False),
    Column("json", Text, nullable=False, comment="the whole reading, schema averral.reading/1"),
    comment="What averral extract prints for the document, unchanged; the other tables are drawn from it.",
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False, index=True, comment="merge, join, reject, rating, resolution, undo, …"),
    Column("body", Text, nullable=False, comment="what was decided, as JSON; which fields depends on the kind"),
    Column("target", Integer, ForeignKey("decisions.id"), index=True, comment="of undo and redo: which decision"),
    Column("user", Text, nullable=False, comment="who decided; never a program"),
    Column("made", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("reason", Text, nullable=False),
    comment="Everything that people decided, in order; nothing is changed or deleted, undoing is a row of its own.",
)

actor_files = Table(
    "actor_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, comment="the file's name"),
    Column("digest", Text, nullable=False, unique=True, comment="sha256: and the digest of the content"),
    Column("content", LargeBinary, nullable=False, comment="the file as it was added, CSV or YAML"),
    Column("added", Text, nullable=False, comment="UTC, ISO 8601"),
    comment="Actors that people know beside those of the gazetteer.",
)

traces = Table(
    "traces",
    metadata,
    Column("document", Integer, ForeignKey("documents.id"), primary_key=True),
    Column("part", Text, primary_key=True, comment="cast, happenings, fingerprint, testimony, forecasts, moments"),
    Column("version", Integer, nullable=False, comment="of what is kept; another one is made anew"),
    Column("revised", Text, nullable=False, comment="the decisions about the reading that were heeded, by number"),
    Column("json", Text, nullable=False, comment="what the analysis of the case needs of the document"),
    comment="Drawn from the readings so that a case can be analysed without going through them; may be deleted.",
)

origin_ties = Table(
    "origin_ties",
    metadata,
    Column("a", Integer, ForeignKey("documents.id"), primary_key=True),
    Column("b", Integer, ForeignKey("documents.id"), primary_key=True, index=True),
    Column("json", Text, nullable=False, comment="null where the two share nothing after all"),
    comment="What two documents share word for word or in substance, before it is weighed; may be deleted.",
)

results = Table(
    "results",
    metadata,
    Column("kind", Text, primary_key=True, comment="actors, incidents, origins, agreement"),
    Column(
        "state", Text, nullable=False, comment="digest of all that it was worked out from; another one is out of date"
    ),
    Column("json", Text, nullable=False),
    comment="What the last analysis came to, so that it need not be worked out for each command; may be deleted.",
)
