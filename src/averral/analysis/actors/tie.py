"""One reason to join two sightings, by number, before anything is joined."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Tie", "Ties", "tie"]


class Tie(NamedTuple):
    """Two sightings, the lower number first, how surely they are one, and why."""

    score: float
    a: int
    b: int
    reasons: tuple[str, ...]

    @property
    def rank(self) -> tuple[float, int, int]:
        """The surest first."""
        return (-self.score, self.a, self.b)


class Ties(NamedTuple):
    """Those that join where nothing speaks against it, and those for a person to look at."""

    sure: list[Tie]
    unsure: list[Tie]


def tie(score: float, a: int, b: int, *reasons: str) -> Tie:
    """A tie with its ends in order."""
    return Tie(round(score, 3), min(a, b), max(a, b), reasons)
