"""Records with defaults for tests, and a reader that needs no model.

`make_reading()` gives a small complete reading in which a ministry relays a witness; every builder takes the fields
that a test is about. `load_fake_reader` reads text files in other processes too, as it can be imported there.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

from averral.errors import BundleError
from averral.ingest import Ingested, Source, read_source
from averral.reading_pool import ReadSource
from averral.records import (
    Attribution,
    Block,
    Claim,
    Document,
    Entity,
    EntitySpan,
    Mention,
    Problem,
    Proposition,
    Reader,
    Reading,
    Span,
    digest_bytes,
    digest_text,
)

TEXT = 'Blast at Port Amaran\n\nThe ministry said a witness told police that "two men left a van". Nobody was charged.'
READER = Reader(version="0.1.0", model="fake")


def make_document(text: str = TEXT, **fields: Any) -> Document:
    """A document whose bytes are its text."""
    given = {
        "id": digest_bytes(text.encode()),
        "uri": "reports/blast.txt",
        "media_type": "text/plain",
        "text": text,
        "text_sha256": digest_text(text),
        "blocks": (Block(0, len(text), "body"),) if text else (),
        "language": "en",
    }
    return Document(**{**given, **fields})


def make_ingested(document: Document, *problems: Problem, data: bytes | None = None) -> Ingested:
    """A document with the bytes that its id digests."""
    return Ingested(document=document, problems=problems, data=document.text.encode() if data is None else data)


def make_problem(**fields: Any) -> Problem:
    """A problem of ingest."""
    return Problem(**{"stage": "ingest", "kind": "empty", "message": "there is no text in it", **fields})


def span_of(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def make_reading(text: str = TEXT, **fields: Any) -> Reading:
    """The reading of TEXT; of any other text, one claim of the author's and no attribution."""
    document = fields.pop("document", None) or make_document(text)
    if text != TEXT:
        return Reading(**{"document": document, "claims": _claim_all(text), "reader": READER, **fields})
    quote, told = (
        span_of(text, '"two men left a van"'),
        span_of(text, 'a witness told police that "two men left a van"'),
    )
    ministry, witness = span_of(text, "The ministry"), span_of(text, "a witness")
    last = span_of(text, "Nobody was charged.")
    given: dict[str, Any] = {
        "document": document,
        "sentences": ((ministry.start, quote.end + 1), (last.start, last.end)),
        "entities": (
            Entity(id="e1", name="ministry", type="organization"),
            Entity(id="e2", name="witness", type="person"),
        ),
        "mentions": (
            Mention(id="m1", start=ministry.start, end=ministry.end, type="ORG", name=False, entity="e1"),
            Mention(id="m2", start=witness.start, end=witness.end, type="PER", name=False, entity="e2"),
        ),
        "attributions": (
            # The inner one first: a store must not depend on the order.
            _attribute("a2", text, "a witness", "told", quote, parent="a1", kind="direct", basis="direct_witness"),
            _attribute("a1", text, "The ministry", "said", told, kind="mixed", basis="official_statement"),
        ),
        "claims": (
            _claim("c1", told, "a1", ("author", "e1"), 0.91),
            _claim("c2", quote, "a2", ("author", "e1", "e2"), 0.8),
            _claim("c3", last, None, ("author",), 0.7),
        ),
        "reader": READER,
    }
    return Reading(**{**given, **fields})


def _attribute(label: str, text: str, source: str, cue: str, content: Span, **fields: Any) -> Attribution:
    found = span_of(text, source)
    entity = {"The ministry": "e1", "a witness": "e2"}[source]
    return Attribution(
        id=label,
        source=EntitySpan(found.start, found.end, entity),
        cue=span_of(text, cue),
        content=(content,),
        **fields,
    )


def _claim(label: str, span: Span, attribution: str | None, chain: tuple[str, ...], probability: float) -> Claim:
    return Claim(
        id=label,
        start=span.start,
        end=span.end,
        attribution=attribution,
        chain=chain,
        proposition=Proposition(type="statement"),
        probability=probability,
    )


def _claim_all(text: str) -> tuple[Claim, ...]:
    return (_claim("c1", Span(0, len(text)), None, ("author",), 0.5),) if text.strip() else ()


def load_fake_reader(marker: str | None = None) -> Callable[[Source], tuple[Ingested, Reading]]:
    """A reader of text files: "boom" in one raises, "kill" ends the process; each loading adds a line to `marker`."""
    if marker:
        with Path(marker).open("a") as file:
            file.write(f"{os.getpid()}\n")
    return read_fake


def read_fake(source: Source) -> tuple[Ingested, Reading]:
    """What TEXT says where the file holds it, else one claim over all of it."""
    data = source.data if source.data is not None else Path(source.path or source.uri).read_bytes()
    text = data.decode()
    if re.search(r"\bboom\b", text):
        raise ValueError("boom")
    if re.search(r"\bkill\b", text):
        os.kill(os.getpid(), signal.SIGKILL)
    document = make_document(text, uri=source.uri)
    return make_ingested(document), make_reading(text, document=document)


def load_ingesting_reader(bundle: Path | None = None, known: Container[str] = frozenset()) -> ReadSource:
    """Stands in for `reading_pool.load_reader`: the real ingest, and readings that need no model."""

    def read_one(source: Source) -> tuple[Ingested, Reading | None]:
        ingested = read_source(source)
        document = ingested.document
        if document.id in known:
            return ingested, None
        return ingested, make_reading(document.text, document=document, problems=ingested.problems)

    return read_one


def load_deadly_reader() -> ReadSource:
    """A model whose loading ends the process."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def load_broken_reader() -> Callable[[Source], tuple[Ingested, Reading]]:
    """A model that cannot be loaded."""
    raise BundleError("the bundle is damaged")
