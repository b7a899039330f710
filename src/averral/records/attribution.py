"""Who is credited with which words."""

from __future__ import annotations

from typing import Literal

import msgspec

from averral.records.claim import Basis
from averral.records.span import EntitySpan, Span

__all__ = ["Attribution", "AttributionKind"]

AttributionKind = Literal["direct", "mixed", "indirect"]
"""All of the content in quotation marks, some of it, none of it."""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """A source, a cue and a content; `parent` is the attribution whose content holds this one."""

    id: str
    source: EntitySpan | None
    cue: Span | None
    content: tuple[Span, ...]
    parent: str | None = None
    kind: AttributionKind
    basis: Basis = "none"
