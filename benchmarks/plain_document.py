"""A text as a document of body text, for benchmarks that have texts and no files."""

from __future__ import annotations

import re

from averral.records import Block, Document, digest_bytes, digest_text

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")


def plain_document(name: str, text: str) -> Document:
    """The text with a block for each paragraph; `name` is its uri."""
    data = text.encode()
    return Document(
        id=digest_bytes(data),
        uri=name,
        media_type="text/plain",
        text=text,
        text_sha256=digest_text(text),
        blocks=tuple(Block(m.start(), m.end(), "body") for m in PARAGRAPH.finditer(text)),
        language="en",
    )
