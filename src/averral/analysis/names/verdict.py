"""What comparing two names comes to, on the way to a `Likeness`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

__all__ = ["DIFFERENT", "PART", "VARIANT", "Verdict"]

DIFFERENT: Final = 0.1
PART: Final = 0.35
VARIANT: Final = "transliteration variants of one name"


class Verdict(NamedTuple):
    """A score in 0..1 and the reasons for it, the weightiest first."""

    score: float
    reasons: tuple[str, ...]

    def with_factors(self, factors: Iterable[tuple[bool, float, str]]) -> Verdict:
        """Multiply by each factor that applies, and give its reason; a verdict of nothing in common stays as it is."""
        score, reasons = self
        for applies, factor, reason in factors:
            if applies and self.score:
                score, reasons = score * factor, (*reasons, reason)
        return Verdict(score, reasons)
