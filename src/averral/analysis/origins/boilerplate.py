"""Standing text of an outlet: what many of its documents have in common is no copy of one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

import numpy as np

from averral.analysis.origins.pile import OutletKey, Pile
from averral.analysis.origins.shingles import Shingles, unpack_shingles
from averral.records.origin import OriginTie, Passage

__all__ = ["Boilerplate"]

DOCUMENTS: Final = 3
"""Documents of one outlet that must have a passage for it to be standing text."""
NAMELESS: Final = 6
"""The same among documents that do not say whose they are, which may well be of different outlets."""
SHARE: Final = 0.5
"""A passage that is more than this of either document is no standing text."""
NOBODY: Final[OutletKey] = ()


class Boilerplate:
    """Counts, for each outlet with enough documents, how many of them have a run of words."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self._members: dict[OutletKey, list[int]] = defaultdict(list)
        for rank, keys in enumerate(pile.outlets):
            for key in keys or (NOBODY,):
                self._members[key].append(rank)
        self._counts: dict[OutletKey, Counter[int]] = {}

    def is_standing(self, tie: OriginTie, passage: Passage) -> bool:
        """Whether the passage is in many documents of the outlet that both are of, and little of either."""
        early, late = self._pile.rank_both(tie)
        least = min(self._pile.documents[early].words, self._pile.documents[late].words)
        if passage.words > SHARE * least:
            return False
        return any(self._is_common(late, passage, key) for key in self._share_outlets(early, late))

    def _share_outlets(self, early: int, late: int) -> list[OutletKey]:
        one, two = self._pile.outlets[early], self._pile.outlets[late]
        return [key for key in one if key in two] if one or two else [NOBODY]

    def _is_common(self, late: int, passage: Passage, key: OutletKey) -> bool:
        needed = DOCUMENTS if key else NAMELESS
        if len(self._members[key]) < needed:
            return False
        keys, starts = unpack_shingles(self._pile.documents[late].shingles)
        inside: Shingles = keys[(starts >= passage.start) & (starts < passage.end)]
        counts = self._count(key)
        return len(inside) > 0 and bool(np.median([counts[run] for run in inside.tolist()]) >= needed)

    def _count(self, key: OutletKey) -> Counter[int]:
        if key not in self._counts:
            counts = self._counts[key] = Counter()
            for rank in self._members[key]:
                counts.update(set(unpack_shingles(self._pile.documents[rank].shingles)[0].tolist()))
        return self._counts[key]
