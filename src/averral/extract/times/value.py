"""What a time expression comes to, and how EDTF and ISO 8601 write it."""

from __future__ import annotations

from typing import NamedTuple

from averral.extract.times.calendar import Stretch

__all__ = ["Choice", "Range", "Value", "Written"]


class Range(NamedTuple):
    """From one stretch to another; null is open ("..") or, where `gap` is empty, unknown."""

    start: Stretch | None
    end: Stretch | None
    gap: str = ".."

    def edtf(self) -> str:
        """An EDTF interval."""
        return f"{self.start.start() if self.start else self.gap}/{self.end.end() if self.end else self.gap}"


class Choice(NamedTuple):
    """One of several days ("[]") or all of them ("{}")."""

    days: tuple[Stretch, ...]
    brackets: str

    def edtf(self) -> str:
        """An EDTF set."""
        return self.brackets[0] + ",".join(d.edtf() for d in self.days) + self.brackets[1]


class Written(NamedTuple):
    """A duration, a recurring set or a time of day without a date, as ISO 8601 writes it."""

    text: str

    def edtf(self) -> str:
        """The text."""
        return self.text


Value = Stretch | Range | Choice | Written
