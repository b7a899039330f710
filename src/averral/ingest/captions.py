"""Lines that belong to a picture, a map, a chart or a clip."""

from __future__ import annotations

import re

__all__ = ["is_caption", "opens_caption"]

_KIND = (
    r"(?:file\s+|handout\s+)?(?:photo(?:graph)?|image|picture|map|graphic|video|chart|illustration|infographic|"
    r"cartoon|fig(?:ure)?\.?\s*\d+|caption)s?"
)
_OPENS = re.compile(
    rf"^[(\[]?{_KIND}(?:\s+(?:credit|source|caption|courtesy|by))?\s*(?:[:/]|(?<=\d)\.)\s*\S|"
    rf"^[(\[]?{_KIND}\s+(?:credit|source|caption|courtesy(?:\s+of)?)\b\W*\S?|^\(?(?:photo|picture|"
    rf"image)s?\s+by\s+[A-Z]",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\(|\b)(?:photo(?:graph)?|picture|image|graphic|illustration|credit|map)s?(?:\s+(?:credit|by|"
    r"courtesy of))?\s*(?::|\bby\b)\s*(?:[A-Z]\.\s?)*[A-Z](?:[^.!?]|\b[A-Z]\.|\.(?=[A-Z])){1,60}\)?\.?$",
    re.IGNORECASE,
)
_CREDIT_CASED = re.compile(
    r"(?i:(?:photo(?:graph)?|picture|image|graphic|illustration|credit|map|source)s?(?:\s+(?:credit|by|"
    r"courtesy of))?)\s*(?::|(?i:\bby\b))\s*[A-Z@]"
)
_SHOWS = re.compile(
    r"^(?:video|photo|image|map|footage|picture)s?\s+(?:shows?|showing)\b.*\bsource:\s*\S", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^!\[[^\]]*\]\([^)]*\)$")
_BARE = re.compile(r"^(?:image|photo|picture|video)\s+(?:caption|source|credit|copyright)\b\W*$", re.IGNORECASE)
_MAX = 320


def is_caption(text: str) -> bool:
    """Whether the line is a caption or the credit of a picture."""
    if len(text) > _MAX:
        return False
    if _MARKDOWN.match(text) or _OPENS.match(text) or _SHOWS.match(text):
        return True
    return _CREDIT.search(text[-110:]) is not None and _CREDIT_CASED.search(text[-110:]) is not None


def opens_caption(text: str) -> bool:
    """Whether the line only announces a caption, which the next line holds."""
    return _BARE.match(text) is not None
