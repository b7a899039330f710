"""Who in a chain of sources is committed to what, on FactBank's scale (Saurí and Pustejovsky 2009, 2012)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.commitment import Commitment
    from averral.extract.cues import Cue
    from averral.records import Factuality

__all__ = ["LEVEL_SCORES", "Stand", "compose", "join_score", "level_of_score", "stands_of_chain"]

LEVEL_SCORES: Final[dict[Factuality, float]] = {
    "CT+": 3.0, "PR+": 2.0, "PS+": 1.0, "UU": 0.0, "PS-": -1.0, "PR-": -2.0, "CT-": -3.0,
}  # fmt: skip
"""FactBank's scale on the axis of UDS (White et al. 2016)."""
SURE: Final = 1.0
"""The least amount of a head's score for a level: a third of the scale, as the scores of a regression shrink."""
OPPOSED: Final = 2.2
"""The least amount at which a head weighs against what a word says."""
FAR: Final = 3.0
"""A rule and a score that are this far apart contradict each other, and neither is believed."""

_GUESSES: Final = ("PR+", "PS+", "PR-")
"""Levels of those who foretell: "feared that more would die" is as sure of it as fear is."""
_LEVELS: Final[dict[float, Factuality]] = {score: level for level, score in LEVEL_SCORES.items()}


class Stand(NamedTuple):
    """The commitment of one voice of a chain; `marked` where words say so rather than silence."""

    level: Factuality
    marked: bool


def level_of_score(score: float) -> Factuality:
    """A head's score from -3 to 3 as a level; what is no number commits to nothing.

    It says that something happened, that it did not, or leaves it open: "probably" and "perhaps" need words for them.
    """
    return "CT+" if score >= SURE else "CT-" if score <= -SURE else "UU"


def compose(outer: Factuality, inner: Factuality) -> Factuality:
    """What a source that stands to its words as `outer` says commits to, when they say `inner`: the weaker of both.

    Two negatives cancel out ("denied that nobody was hurt"); nothing comes of what is open.
    """
    a, b = LEVEL_SCORES[outer], LEVEL_SCORES[inner]
    size = min(abs(a), abs(b))
    return _LEVELS[size if (a > 0) == (b > 0) else -size] if size else "UU"


def join_score(stand: Stand, score: float | None) -> Factuality:
    """The level of rule and head together.

    Where no word speaks, the head decides: it sees what the rules have no words for. Where one does, the rule holds,
    since a marker is seldom read wrongly; only against a head that is sure of the opposite both give way.
    """
    if score is None:
        return stand.level
    if not stand.marked:
        return level_of_score(score)
    against = LEVEL_SCORES[stand.level] * score < 0 and abs(LEVEL_SCORES[stand.level] - score) > FAR
    return "UU" if against and abs(score) >= OPPOSED else stand.level


def stands_of_chain(clause: Commitment, cues: Sequence[Cue], score: float | None = None) -> tuple[Factuality, ...]:
    """The commitment of each source of a chain and, last, that of the author; `cues` run from the innermost outward.

    Each voice passes on nothing but what its cue presupposes, or what a turned-down claim denies: "X rejects Y's claim
    that" commits X against it, and so does "X denied that Y ordered"; "X denied that Y said" commits X to nothing.
    """
    if not cues:
        return (join_score(Stand(clause.level, clause.marked), score),)
    stands = [_innermost(clause, cues[0], score)]
    for inner, outer in zip(cues, [*cues[1:], None], strict=True):
        stands.append(_passed_on(clause, stands[-1], inner, outer))
    return tuple(stands)


def _innermost(clause: Commitment, cue: Cue, score: float | None) -> Factuality:
    if clause.presupposed:
        return join_score(Stand("CT+", marked=True), score)
    level: Factuality = "UU" if cue.level == "UU" else compose(cue.level, clause.level)
    if (clause.ahead and (cue.ahead or cue.level in _GUESSES)) or (cue.level == "PR-" and clause.level == "PS+"):
        level = cue.level
    return join_score(Stand(level, clause.marked or cue.level != "CT+"), score)


def _passed_on(clause: Commitment, level: Factuality, inner: Cue, outer: Cue | None) -> Factuality:
    """What the next voice outward commits to; None as `outer` is the author."""
    if inner.factive and level in ("CT+", "CT-"):
        return level
    if clause.presupposed and inner.factive:
        return "CT+"
    if outer is not None and outer.rejects and inner.nominal:
        return compose("CT-", level)
    if outer is not None and outer.rejects and inner.ahead and not clause.presupposed:
        return "CT-"
    return "UU"
