"""Outlets that a document says it has something from, with or without a document of theirs in the pile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from averral.analysis.incidents.words import stem_word
from averral.analysis.origins.credits import MEDIA_WORDS
from averral.analysis.origins.pile import OutletKey, Pile
from averral.records.origin import Telling

__all__ = ["Credit", "list_credits"]

_MEDIA = frozenset(map(stem_word, MEDIA_WORDS))
MOST_WORDS: Final = 4
"""Words of a name that may be an outlet's; what is longer ran on into the sentence."""


class Credit(NamedTuple):
    """A document, by rank, and the number of the telling that names the outlet; `name` as the texts have it."""

    rank: int
    telling: int
    outlet: OutletKey
    name: str


def list_credits(pile: Pile) -> list[Credit]:
    """Every credit to an outlet. Names are outlets that sign a document of the pile, or have a word of the press.

    A slug in a dateline is one too, where the document says that somebody else published it.
    """
    names = _name_outlets(pile)
    found = []
    for rank, document in enumerate(pile.documents):
        for number, telling in enumerate(document.tellings):
            outlet = _find_outlet(pile, rank, telling, names)
            if outlet is not None:
                found.append(Credit(rank, number, outlet, names.get(outlet) or telling.speaker))
    return _choose_names(found)


def _name_outlets(pile: Pile) -> dict[OutletKey, str]:
    """What each outlet that has a document is called: the first name of it in the order of documents."""
    found: dict[OutletKey, str] = {}
    for document, keys in zip(pile.documents, pile.outlets, strict=True):
        for key, name in zip(keys, document.outlets, strict=False):
            found.setdefault(key, name)
    return found


def _find_outlet(pile: Pile, rank: int, telling: Telling, names: Mapping[OutletKey, str]) -> OutletKey | None:
    if telling.kind not in ("credit", "slug", "speech") or not telling.names:
        return None
    key = frozenset(telling.names)
    is_own = any(key <= own or own <= key for own in pile.outlets[rank])
    is_named = key in names or telling.kind == "slug" or bool(key & _MEDIA and key - _MEDIA)
    return key if is_named and not is_own and len(key) <= MOST_WORDS and _is_press(telling, key) else None


def _is_press(telling: Telling, key: OutletKey) -> bool:
    """Whether it is a medium; who speaks for itself (a ministry, a group) is a speaker, and found as such."""
    return telling.kind == "slug" or bool(key & _MEDIA) or telling.kind == "credit"


def _choose_names(found: Iterable[Credit]) -> list[Credit]:
    """The same credits with one name for each outlet: the commonest, of equally common ones the first in the alphabet."""
    found = list(found)
    names: dict[OutletKey, dict[str, int]] = defaultdict(dict)
    for credit in found:
        names[credit.outlet][credit.name] = names[credit.outlet].get(credit.name, 0) + 1
    best = {key: min(some, key=lambda name: (-some[name], name)) for key, some in names.items()}
    return [credit._replace(name=best[credit.outlet]) for credit in found]
