"""Ids derived from content, so that reading the same bytes twice gives the same bytes."""

from __future__ import annotations

import hashlib

__all__ = ["digest_bytes", "digest_text"]


def digest_bytes(data: bytes) -> str:
    """`sha256:` and the hexadecimal digest of the bytes: the id of a document."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def digest_text(text: str) -> str:
    """Hexadecimal SHA-256 of the text as UTF-8; a lone surrogate counts as its three-byte form."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
