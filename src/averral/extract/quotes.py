"""Quotation marks: which stretches of a text are quoted, and whether a content is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.records import AttributionKind

__all__ = ["iter_quotations", "kind_of", "opens_quotation"]

MARKS = '"“”„«»‟＂'
PAIRS = {"“": "”", "„": "“”", "«": "»", "‟": "”", "＂": "＂", '"': '"'}
MARKED = re.compile(f"[{MARKS}]|''|``")


def iter_quotations(text: str, start: int, end: int, *, goes_on: bool = False) -> Iterator[Span]:
    """Stretches of a block between quotation marks, with the marks.

    A quotation that goes on in the next paragraph is not closed in this one. What never closes runs to the end of the
    block when it opens with the block's first character, or when the next block opens with a mark (`goes_on`).
    """
    opened: int | None = None
    for match in re.finditer(f"[{MARKS}]", text[start:end]):
        place, mark = start + match.start(), match.group()
        if opened is not None and mark in PAIRS[text[opened]]:
            if mark != '"' or not text[place + 1 : place + 2].isalnum():
                yield Span(opened, place + 1)
                opened = None
        elif mark in PAIRS and (mark != '"' or _opens(text, place, start)):
            opened = place
    if opened is not None and (goes_on or not text[start:opened].strip()):
        yield Span(opened, start + len(text[start:end].rstrip()))


def opens_quotation(text: str, start: int) -> bool:
    """Whether a block begins with an opening mark."""
    return text[start : start + 1] in PAIRS


def _opens(text: str, place: int, start: int) -> bool:
    return (place == start or not text[place - 1].isalnum()) and not text[place + 1 : place + 2].isspace()


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
