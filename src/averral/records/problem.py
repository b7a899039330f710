"""What could not be read, kept as a record so that nothing is lost in silence."""

from __future__ import annotations

import msgspec

__all__ = ["Problem"]


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that went wrong with one document.

    `stage` is the part of the system that met it (ingest, extract); `kind` a short fixed word that programs may
    match on (empty, binary, too_large, charset, truncated, …); `message` a sentence for people; the offsets say where
    in the document's text, when there is a where.
    """

    stage: str
    kind: str
    message: str
    start: int | None = None
    end: int | None = None
