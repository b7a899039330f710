"""Which documents tell an earlier report in other words: its rare words, and its names and numbers in its order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import sqrt
from typing import Final, NamedTuple

from averral.analysis.origins.copied import Taking, tell_direction
from averral.analysis.origins.pile import Pile
from averral.records.origin import Fingerprint, OriginTie

__all__ = ["list_rewrites"]

TERMS: Final = 0.28
"""Share of the words, by weight, that a rewrite has of its source, or the source of it, whichever says less."""
FACTS: Final = 0.4
"""Share of the names and numbers, by weight, that stand in the same order in both."""
ORDERED: Final = 7
"""Names and numbers in one order below which order says nothing."""
CHANCE: Final = 0.5
"""So many more than chance gives, in the same order, say something."""
SHORT: Final = 0.7
"""Share of the words from which on a short text says nothing of its own."""
NEAR: Final = 0.5
"""A text at least this long beside the other may be another of one form, where no order of names shows more."""
FORM: Final = 0.9
"""Share of the words from which on even these tell the same: the names in a form are more than what is left."""
WEIGHT: Final = 10.0
"""Weight of shared words that it takes for that."""
LIKELY: Final = 0.25
"""Share of the words, unweighted, below which nothing is weighed."""


class _Likeness(NamedTuple):
    """Shares of words and facts, the weight of the words, and the share of words that says enough without facts."""

    terms: float
    facts: float
    weight: float
    enough: float

    @property
    def is_rewrite(self) -> bool:
        return (self.terms >= TERMS and self.facts >= FACTS) or (self.terms >= self.enough and self.weight >= WEIGHT)


def list_rewrites(pile: Pile, copies: Iterable[Taking]) -> list[Taking]:
    """Each document with the one earlier report that it tells again; those that are copies already are left out."""
    copies = list(copies)
    copied = {taking.taker for taking in copies if taking.whole}
    shares = {(taking.taker, taking.source): _share_passages(pile, taking) for taking in copies}
    best: dict[int, list[tuple[float, int, Taking]]] = defaultdict(list)
    for tie in pile.ties:
        early, late = pile.rank_both(tie)
        likeness = None if late in copied else _compare(pile, tie, shares.get((late, early), 0.0))
        if likeness is not None and likeness.is_rewrite:
            best[late].append((-likeness.terms - likeness.facts, early, _describe(pile, tie, likeness)))
    return [min(found)[2] for _, found in sorted(best.items())]


def _share_passages(pile: Pile, taking: Taking) -> float:
    """Share of the words of the shorter document that stand in copied passages."""
    least = min(pile.documents[taking.taker].words, pile.documents[taking.source].words)
    return min(1.0, sum(passage.words for passage in taking.passages) / max(1, least))


def _compare(pile: Pile, tie: OriginTie, copied: float) -> _Likeness | None:
    """How alike two documents are beside what is copied; null where that is too little to look closer."""
    early, late = pile.rank_both(tie)
    a, b = pile.documents[early], pile.documents[late]
    if len(tie.terms) < LIKELY * min(len(a.terms), len(b.terms)):
        return None
    weight = _weigh(pile, tie, tie.terms)
    terms = weight / (min(_weigh(pile, tie, a.terms), _weigh(pile, tie, b.terms)) or 1)
    facts = _weigh(pile, tie, tie.facts) / (min(_weigh(pile, tie, a.facts), _weigh(pile, tie, b.facts)) or 1)
    terms, facts = (max(0.0, share - copied) / (1 - copied) if copied < 1 else 0.0 for share in (terms, facts))
    enough = FORM if min(a.words, b.words) >= NEAR * max(a.words, b.words) else SHORT
    return _Likeness(terms, facts if _is_ordered(tie, a, b) else 0.0, weight * (1 - copied), enough)


def _is_ordered(tie: OriginTie, a: Fingerprint, b: Fingerprint) -> bool:
    """Whether more names and numbers stand in one order than would by chance.

    The longest increasing run of k things in random order has fewer than 2 sqrt(k) (Logan and Shepp 1977; Vershik and
    Kerov 1977).
    """
    return len(tie.facts) >= max(ORDERED, 2 * sqrt(len(set(a.facts).intersection(b.facts))) + CHANCE)


def _weigh(pile: Pile, tie: OriginTie, terms: Iterable[str]) -> float:
    early, late = pile.rank_both(tie)
    return pile.weigh_all(terms, early, late)


def _describe(pile: Pile, tie: OriginTie, likeness: _Likeness) -> Taking:
    early, late = pile.rank_both(tie)
    directed, why = tell_direction(pile, late, early)
    certainty = min(0.95, 0.4 + likeness.terms / 2 + likeness.facts / 2)
    said = f"{likeness.terms:.0%} of the words, by how rare they are, stand in the other too"
    order = f"{len(tie.facts)} names and numbers stand in the same order in both"
    reasons = (said, order, *why) if likeness.facts else (said, *why)
    taker, source = late, early
    if not directed and not likeness.facts and pile.documents[early].words < pile.documents[late].words:
        taker, source = early, late  # who says less has it from who says more
    return Taking(taker, source, "rewrite", (), directed, round(certainty, 3), reasons, whole=True)
