"""Quotation marks: which stretches of a text are quoted, and whether a content is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.records import AttributionKind, Span

__all__ = ["kind_of"]

MARKS = '"“”„«»‟＂'
MARKED = re.compile(f"[{MARKS}]|''|``")


def kind_of(text: str, content: Sequence[Span]) -> AttributionKind:
    """Direct: quotation marks open before the first word and close behind the last; mixed: some inside; or indirect."""
    pieces = [text[s.start : s.end].strip() for s in content]
    first, last = content[0], content[-1]
    opens = _is_mark(pieces[0][:2], text[max(0, first.start - 2) : first.start])
    closes = _closes(pieces[-1], text[last.end : last.end + 3])
    if opens and closes:
        return "direct"
    if opens or closes or any(MARKED.search(piece) for piece in pieces):
        return "mixed"
    return "indirect"


def _is_mark(head: str, before: str) -> bool:
    return head[:1] in MARKS or head in ("''", "``") or before[-1:] in tuple(MARKS) or before in ("''", "``")


def _closes(piece: str, after: str) -> bool:
    tail = piece.rstrip(" .,;:!?")
    return tail[-1:] in tuple(MARKS) or tail.endswith("''") or after[:1] in tuple(MARKS) or after.startswith("''")
