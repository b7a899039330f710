"""What a document is called where its whole address would be too long."""

from __future__ import annotations

__all__ = ["name_document"]


def name_document(uri: str) -> str:
    """The last part of an address, with the one before it where that is a mere number, as posts have: "coast/2210"."""
    whole = uri.rstrip("/")
    before, _, last = whole.rpartition("/")
    if last.isdigit() and before:
        last = f"{before.rpartition('/')[2]}/{last}"
    return last or uri
