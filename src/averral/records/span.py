"""Half-open stretches of a document's text, counted in code points."""

from __future__ import annotations

import msgspec

__all__ = ["EntitySpan", "Span"]


class Span(msgspec.Struct, frozen=True, order=True):
    """The text from `start` up to, not including, `end`; `text[start:end]` is what is shown."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what cannot be a stretch of text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class EntitySpan(msgspec.Struct, frozen=True, order=True):
    """A span and the id of the entity it was resolved to, or null where that is not certain."""

    start: int
    end: int
    entity: str | None = None
