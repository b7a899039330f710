"""What comes out of weighing: each hypothesis with its two scores, and what the order hangs on."""

from __future__ import annotations

import msgspec

from averral.analysis.hypotheses.cell import Cell
from averral.analysis.hypotheses.flip import Flip
from averral.analysis.hypotheses.removal import Removal
from averral.analysis.hypotheses.stability import Stability

__all__ = ["LineWeight", "RaterScore", "Standing", "Weighing"]


class RaterScore(msgspec.Struct, frozen=True, kw_only=True):
    """What one rater's ratings alone come to; null where that rater rated nothing of it, or nothing with a ρ."""

    rater: str
    inconsistency: float | None
    share: float | None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """One hypothesis: its place by inconsistency, both scores, and on how much they rest.

    `rank` and `inconsistency` are null where nobody has rated it; `share` also where no rated item has a ρ.
    `low` and `high` are the smallest and the largest share that a rater gives it. The counts are of lines of evidence.
    """

    hypothesis: str
    rank: int | None
    inconsistency: float | None
    share: float | None
    low: float | None
    high: float | None
    raters: tuple[RaterScore, ...]
    rated: int
    not_applicable: int
    unrated: int
    reasons: tuple[str, ...]


class LineWeight(msgspec.Struct, frozen=True, kw_only=True):
    """A line of evidence with its diagnosticity: null where no two hypotheses were rated on it."""

    id: str
    origin: str | None
    items: tuple[str, ...]
    sources: tuple[str, ...]
    diagnosticity: float | None
    reasons: tuple[str, ...] = ()


class Weighing(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the matrix shows. Standings are in their order, lines from the most diagnostic to the least.

    `leaders` have the least negative score, and are empty where nothing is rated. `none_of_these` is the share of
    "none of these" where no hypothesis says it. `linchpins` are items without which not the same would lead.
    `strays` are ids of ratings whose item or hypothesis is gone. `accepted` of `ratings` ratings that count began as a
    program's suggestion; a person accepted each.
    """

    standings: tuple[Standing, ...]
    leaders: tuple[str, ...]
    none_of_these: float | None
    lines: tuple[LineWeight, ...]
    cells: tuple[Cell, ...]
    removals: tuple[Removal, ...]
    linchpins: tuple[str, ...]
    stability: Stability | None
    flip: Flip | None
    ratings: int
    accepted: int
    strays: tuple[int, ...]
    reasons: tuple[str, ...]
