"""Whether two tellings name the same speaker: one actor, or names of which the shorter is mostly in the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from averral.analysis.incidents.words import stem_word
from averral.analysis.origins.credits import MEDIA_STEMS
from averral.analysis.origins.pile import Pile
from averral.records.origin import Telling

__all__ = ["Speakers", "names_press"]

SHARED: Final = 0.6
"""Share of the shorter name, by weight, that must be in the other: "the minister" is in "the interior minister", which
"the foreign minister" is not."""
_OFFICES = frozenset(
    map(
        stem_word,
        (
            "administration", "agency", "army", "authority", "authorities", "brigade", "bureau", "command",
            "commission", "committee", "company", "council", "court", "department", "federation", "force", "forces",
            "foundation", "front", "government", "group", "guard", "hospital", "inquiry", "judge", "league",
            "minister", "ministry", "movement", "office", "organisation", "organization", "party", "police",
            "prefect", "prefecture", "president", "prosecutor", "province", "railway", "region", "republic",
            "service", "society", "state", "station", "union", "unit",
        ),
    )
) | {"minist"}  # fmt: skip
"""Kinds of bodies and offices: one of them alone may be any that has been named, but two with names of their own are
not one for that."""
_NOBODY = frozenset(
    map(
        stem_word,
        (
            "boy", "boys", "child", "children", "citizen", "civilian", "civilians", "clerk", "doctor", "driver",
            "employee", "eyewitness", "father", "fighter", "fighters", "girl", "guest", "journalist", "lady", "lawyer",
            "local", "locals", "man", "medic", "militant", "mother", "neighbour", "neighbours", "nurse", "owner",
            "passenger", "passengers", "people", "person", "policeman", "prisoner", "rescuer", "reporter", "reporters",
            "resident", "residents", "shopkeeper", "soldier", "soldiers", "survivor", "survivors", "trader", "villager",
            "villagers", "wife", "witness", "witnesses", "woman", "women", "worker", "workers",
        ),
    )
)  # fmt: skip
"""Words for people that say nothing of who they are."""


def names_press(telling: Telling) -> bool:
    """Whether the name has a word of the press, or stands as an agency's slug."""
    return telling.kind == "slug" or bool(MEDIA_STEMS.intersection(telling.names))


def _names_medium(name: Collection[str], outlet: Collection[str]) -> bool:
    """Whether a name has the word of the press that an outlet has: the town of the Cantle Lamp is not that paper."""
    media = MEDIA_STEMS.intersection(outlet)
    return not media or not media.isdisjoint(name)


def _are_apart(one: Collection[str], two: Collection[str]) -> bool:
    """Whether both name kinds of offices, and none that is the same: a town's fire brigade is not its prefecture."""
    offices = [_OFFICES.intersection(name) for name in (one, two)]
    return bool(offices[0] and offices[1] and not offices[0] & offices[1])


def _tell_apart(one: Collection[str], two: Collection[str]) -> tuple[Collection[str], Collection[str]]:
    """Both without kinds of offices, where both have more than that."""
    rest = [[word for word in name if word not in _OFFICES] for name in (one, two)]
    return (rest[0], rest[1]) if rest[0] and rest[1] else (one, two)


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
        """Whether an outlet is named: a name with a word of the press, or for a credit the name of one of the pile."""
        if names_press(telling):
            return True
        if telling.kind != "credit":
            return False
        return telling.names in self._heads or telling.names[-1:] in self._heads

    def is_outlet(self, a: tuple[int, Telling], rank: int) -> bool:
        """Whether the speaker is who published the document of that rank."""
        telling = a[1]
        outlets = self._pile.outlets[rank]
        if telling.kind in ("credit", "slug"):
            return any(set(outlet) <= set(telling.names) or telling.names == outlet[-1:] for outlet in outlets)
        return any(self.fit(telling.names, o, a[0], rank) for o in outlets if _names_medium(telling.names, o))

    def fit(self, one: Collection[str], two: Collection[str], a: int, b: int) -> bool:
        """Whether the names say the same of documents a and b; names without a word that tells fit nothing."""
        if set(one).isdisjoint(two) or _are_apart(one, two):
            return False
        one, two = _tell_apart(one, two)
        both = set(one).intersection(two)
        if not both:
            return False
        weights = {word: self._weigh(word, a, b) for word in (*one, *two)}
        shared = sum(weights[word] for word in both)
        least = min(sum(weights[word] for word in name) for name in (one, two))
        return shared > 0 and shared >= SHARED * least

    def _weigh(self, word: str, a: int, b: int) -> float:
        """Nothing for words of the press, as many outlets are a radio, and for those that name nobody."""
        return 0.0 if word in MEDIA_STEMS or word in _NOBODY else self._pile.weigh(word, a, b)
