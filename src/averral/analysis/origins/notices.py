"""Words by which a document says that it corrects, withdraws or replaces an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from averral.records import Document
from averral.records.origin import Notice

__all__ = ["list_notices"]

HEAD: Final = 300
"""Characters from the start in which "update" and a bare "correction" speak of the document itself."""
NoticeKind = Literal["correction", "retraction", "update"]
_ANYWHERE: Final[tuple[tuple[NoticeKind, re.Pattern[str]], ...]] = (
    (
        "correction",
        re.compile(
            r"\bCORRECTION\b|\b(?:Correction|Corrects|Clarification):|"
            r"\bcorrects? (?:the |an |our )?(?:story|report|version|figure|toll)|"
            r"\b[Ii]n an earlier (?:version|report|take)|\bearlier (?:version|report)s? of this|"
            r"\b(?:should|must) be read accordingly|"
            r"\b[Ww]e regret the error|\ban earlier (?:version|report) (?:wrongly|incorrectly|gave|said)",
        ),
    ),
    (
        "retraction",
        re.compile(
            r"\bRETRACTION\b|\bRetraction:|\b[Ww]e (?:withdraw|retract|have withdrawn|are withdrawing)\b|\bKILL\b|"
            r"\bhas been withdrawn by (?:us|this (?:paper|newspaper|agency))|"
            r"\bwithdraws? (?:its|our|the) (?:story|report|article)"
        ),
    ),
)  # fmt: skip
_AT_HEAD = re.compile(r"\b(?:UPDATE(?: \d+)?|replaces (?:all )?(?:earlier|previous) (?:takes?|versions?)|NIGHT LEAD)\b")


def list_notices(document: Document) -> tuple[Notice, ...]:
    """All of them, in order. Only what is in the report's own words is looked at, not the comments under it."""
    skipped = [(block.start, block.end) for block in document.blocks if block.role == "comment"]
    return tuple(
        notice
        for notice in _iter_notices(document.text)
        if not any(start <= notice.start < end for start, end in skipped)
    )


def _iter_notices(text: str) -> Iterator[Notice]:
    found = [Notice(kind=kind, start=m.start(), end=m.end()) for kind, p in _ANYWHERE for m in p.finditer(text)]
    found += [Notice(kind="update", start=m.start(), end=m.end()) for m in _AT_HEAD.finditer(text, 0, HEAD)]
    yield from sorted(found, key=lambda notice: (notice.start, notice.end, notice.kind))
