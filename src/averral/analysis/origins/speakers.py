"""Whether two tellings name the same speaker: one actor, or names of which the shorter is mostly in the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from averral.analysis.incidents.words import stem_word
from averral.analysis.origins.credits import MEDIA_WORDS
from averral.analysis.origins.pile import Pile
from averral.records.origin import Telling

__all__ = ["Speakers"]

SHARED: Final = 0.6
"""Share of the shorter name, by weight, that must be in the other: "the minister" is in "the interior minister", which
"the foreign minister" is not."""
_GENERIC = frozenset(map(stem_word, MEDIA_WORDS))
"""Many outlets are an agency or a radio: such a word makes no two of them one."""


class Speakers:
    """Compares speakers of a pile; `actor_of` leads from sightings to who they turned out to be."""

    def __init__(self, pile: Pile, actor_of: Mapping[str, str]) -> None:
        self._pile, self._actor_of = pile, actor_of
        outlets = [outlet for some in pile.outlets for outlet in some]
        self._heads = {*outlets, *(outlet[-1:] for outlet in outlets)}

    def find_actor(self, rank: int, telling: Telling) -> str | None:
        """The actor that speaks, where the reading has an entity for it."""
        if telling.entity is None:
            return None
        return self._actor_of.get(f"{self._pile.documents[rank].document}#{telling.entity}")

    def are_same(self, a: tuple[int, Telling], b: tuple[int, Telling]) -> bool:
        """Whether both are one actor, or have names that fit."""
        one, two = self.find_actor(*a), self.find_actor(*b)
        if one is not None and one == two:
            return True
        return self.fit(a[1].names, b[1].names, a[0], b[0])

    def is_press(self, telling: Telling) -> bool:
        """Whether a credit names an outlet: it has a word of the press, or is the name of one of the pile."""
        if telling.kind == "slug" or _GENERIC.intersection(telling.names):
            return True
        return telling.names in self._heads or telling.names[-1:] in self._heads

    def is_outlet(self, a: tuple[int, Telling], rank: int) -> bool:
        """Whether the speaker is who published the document of that rank."""
        telling = a[1]
        outlets = self._pile.outlets[rank]
        if telling.kind in ("credit", "slug"):
            return any(set(outlet) <= set(telling.names) or telling.names == outlet[-1:] for outlet in outlets)
        return any(self.fit(telling.names, outlet, a[0], rank) for outlet in outlets)

    def fit(self, one: Collection[str], two: Collection[str], a: int, b: int) -> bool:
        """Whether the names say the same of documents a and b; names without a word that tells fit nothing."""
        if not one or not two:
            return False
        weights = {word: self._weigh(word, a, b) for word in (*one, *two)}
        shared = sum(weights[word] for word in set(one).intersection(two))
        least = min(sum(weights[word] for word in name) for name in (one, two))
        return shared > 0 and shared >= SHARED * least

    def _weigh(self, word: str, a: int, b: int) -> float:
        return 0.0 if word in _GENERIC else self._pile.weigh(word, a, b)
