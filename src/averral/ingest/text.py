"""Plain text: the document's text is the decoded file itself, CRLF made LF and nothing else."""

from __future__ import annotations

from averral.ingest.blocks_text import segment_text
from averral.ingest.charset import decode_bytes
from averral.ingest.parsed import Parsed

__all__ = ["read_text", "read_text_string"]


def read_text(data: bytes) -> Parsed:
    """Decode, and give each stretch its role."""
    decoded = decode_bytes(data)
    parsed = read_text_string(decoded.text)
    if decoded.problem is None:
        return parsed
    return Parsed(
        text=parsed.text,
        media_type=parsed.media_type,
        blocks=parsed.blocks,
        metadata=parsed.metadata,
        problems=(decoded.problem, *parsed.problems),
    )


def read_text_string(string: str) -> Parsed:
    """The same for text that is decoded already, such as a cell of a table."""
    text = string.replace("\r\n", "\n")
    segmented = segment_text(text)
    return Parsed(text=text, media_type="text/plain", blocks=segmented.blocks, metadata=segmented.metadata)
