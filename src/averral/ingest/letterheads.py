"""The letterhead of a statement, a communiqué or an order: who issues it, as its first lines say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from averral.ingest.datelines import is_date_line

__all__ = ["find_issuer"]

_LINES = 10
"""Lines from the start that a letterhead and the name of what it heads take up."""
_WORDS = 9
"""Words of the longest line that names a body."""
_LONG = 90
"""Characters from which on a line is text; what kind of statement it is may stand at its beginning."""
_KIND = re.compile(
    r"\A(?:(?:official|joint|public) )?(?:statement|communiqu[eé]|declaration|order of the day|order no|proclamation|"
    r"press (?:release|note)|news release|official notice|communication to the press|leaflet|message (?:of|to)|"
    r"bulletin no|word (?:of|from) the|open letter|letter to|"
    r"(?:first|second|third|fourth|fifth|last) (?:letter|word))\b|"
    r"\A(?:to|TO) (?:all|the|our|my|every|those|whom)",
    re.IGNORECASE,
)
"""What a statement is called, or whom it speaks to ("To all who live by their hands")."""
_STATE = re.compile(
    r"(?:the )?(?:\w+ )?(?:republic|kingdom|states?|federation|union|principality|emirate|sultanate|commonwealth)"
    r"(?: of\b.*)?|government of\b.*",
    re.IGNORECASE,
)
"""The state above the body: "REPUBLIC OF VESTRANY"."""
_PART = re.compile(r"(?:for|to|from|in|on|at|by|re)\b|(?:office of|press|daily|weekly)\b", re.IGNORECASE)
"""Whom or what it is for, where it comes from, and parts of a body."""
_NAME = re.compile(r"[^\W\d_][^\d:;!?|/@#*<>=\"“”.,]*")
_PIECES = re.compile(r"(?<=[\w)])[.,:](?:\s+|$)")


def find_issuer(text: str) -> str | None:
    """The body whose letterhead opens the text, as its line says; None where the text is no such statement.

    It is one where the first lines name a kind of statement ("Communiqué No. 17", "STATEMENT ON …") or speak to
    somebody, and words in front of that are a name in capitals. A line for the state above the body, a motto and a date
    are passed over.
    """
    if text[:1500].isupper():
        return None
    pieces = list(_iter_pieces(text))
    kind = next((place for place, piece in enumerate(pieces) if _KIND.match(piece)), None)
    return next((piece for piece in pieces[:kind] if _is_body(piece)), None) if kind else None


def _iter_pieces(text: str) -> Iterator[str]:
    """The first lines, cut at full stops and commas."""
    lines = [line.strip() for line in text[:2000].splitlines() if line.strip()]
    for line in lines[:_LINES]:
        yield from (piece for piece in _PIECES.split(line[:_LONG]) if piece)
        if len(line) > _LONG:
            return


def _is_body(piece: str) -> bool:
    return (
        piece.isupper()
        and len(piece.split()) <= _WORDS
        and _NAME.fullmatch(piece) is not None
        and not _STATE.fullmatch(piece)
        and not _PART.match(piece)
        and not is_date_line(piece)
    )
