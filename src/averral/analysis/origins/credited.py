"""Outlets that a document says it has something from, with or without a document of theirs in the pile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from averral.analysis.origins.credits import MEDIA_STEMS
from averral.analysis.origins.pile import OutletKey, Pile
from averral.records.origin import Telling

__all__ = ["Credit", "list_credits"]

TOPIC: Final = 0.17
"""How much of what they are about two documents must share to have one report of an outlet, where it is not here."""
MOST_WORDS: Final = 4
"""Words of a name that may be an outlet's; what is longer ran on into the sentence."""


class Credit(NamedTuple):
    """A document, by rank, and the number of the telling that names the outlet; `name` as the texts have it.

    `first` is the earliest of the documents that credit it about the same matter.
    """

    rank: int
    telling: int
    outlet: OutletKey
    name: str
    first: int


def list_credits(pile: Pile) -> list[Credit]:
    """Every credit to an outlet. Names are outlets that sign a document of the pile, or have a word of the press.

    A slug in a dateline is one too, where the document says that somebody else published it.
    """
    outlets = frozenset(key for keys in pile.outlets for key in keys)
    found = []
    for rank, document in enumerate(pile.documents):
        for number, telling in enumerate(document.tellings):
            outlet = _find_outlet(pile, rank, telling, outlets)
            if outlet is not None:
                found.append(Credit(rank, number, outlet, telling.speaker, rank))
    return _group(pile, _choose_names(found))


def _group(pile: Pile, found: list[Credit]) -> list[Credit]:
    """The same credits with the earliest document that is about the same matter and credits the same outlet."""
    ranks: dict[OutletKey, set[int]] = defaultdict(set)
    for credit in found:
        ranks[credit.outlet].add(credit.rank)
    near: dict[int, set[int]] = defaultdict(set)
    several = {rank for some in ranks.values() if len(some) > 1 for rank in some}
    for tie in pile.ties:
        early, late = pile.rank_both(tie)
        if early in several and late in several and pile.measure_topic(tie) >= TOPIC:
            near[late].add(early)
    first: dict[tuple[OutletKey, int], int] = {}
    for outlet, some in ranks.items():
        for rank in sorted(some):
            first[outlet, rank] = min((first[outlet, other] for other in near[rank] & some), default=rank)
    return [credit._replace(first=first[credit.outlet, credit.rank]) for credit in found]


def _find_outlet(pile: Pile, rank: int, telling: Telling, outlets: frozenset[OutletKey]) -> OutletKey | None:
    """The outlet that a telling credits: one of the pile, or a name with a word of the press; never its own."""
    if telling.kind not in ("credit", "slug", "speech") or not 0 < len(telling.names) <= MOST_WORDS:
        return None
    key, words = telling.names, set(telling.names)
    is_press = telling.kind == "slug" or bool(words & MEDIA_STEMS and words - MEDIA_STEMS)
    is_own = any(words <= set(own) or set(own) <= words for own in pile.outlets[rank])
    is_known = telling.kind == "credit" and key in outlets
    return key if (is_press or is_known) and not is_own else None


def _choose_names(found: Iterable[Credit]) -> list[Credit]:
    """The same credits with one name for each outlet: the commonest, of equally common ones the first by letters."""
    found = list(found)
    names: dict[OutletKey, dict[str, int]] = defaultdict(dict)
    for credit in found:
        names[credit.outlet][credit.name] = names[credit.outlet].get(credit.name, 0) + 1
    best = {key: min(some, key=lambda name: (-some[name], name)) for key, some in names.items()}
    return [credit._replace(name=best[credit.outlet]) for credit in found]
