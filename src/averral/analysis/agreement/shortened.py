"""Actors of one incident of which one is called by a part of the other's name: "the Column" and "Free Hill Column"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from averral.analysis.agreement.case import Known, is_named

__all__ = ["find_whole_names"]

GENERIC = frozenset(
    ("army", "ministry", "government", "police", "front", "council", "party", "movement", "group", "union", "office",
     "force", "forces", "company", "agency", "service", "committee", "court", "state", "guard", "news", "radio")
)  # fmt: skip
"""Words that many bodies share, so that they alone name none."""
SMALL = frozenset(("the", "a", "of", "for", "and", "in"))
BODIES = frozenset(("organization", "place"))


def find_whole_names(actors: Iterable[str], known: Known) -> Mapping[str, str]:
    """Leads from an actor to the one of the same incident that has its name and more, where there is just one.

    Of actors with the same name the smallest id stands for all. Persons are left alone: a shared surname is no proof.
    """
    named = [actor for actor in sorted(set(actors)) if is_named(actor, known) and known.actor_of[actor].type in BODIES]
    words = {actor: _list_words(known.actor_of[actor].name) for actor in named}
    found: dict[str, str] = {}
    for actor in named:
        mine = words[actor]
        same = [other for other in named if words[other] == mine]
        longer = [other for other in named if mine < words[other] and mine - GENERIC]
        wholes = {frozenset(words[other]) for other in longer}
        if len(wholes) == 1:
            found[actor] = min(longer)
        elif len(same) > 1 and mine and not longer:
            found[actor] = min(same)
    return {actor: found.get(whole, whole) for actor, whole in found.items() if found.get(whole, whole) != actor}


def _list_words(name: str) -> frozenset[str]:
    return frozenset(word.strip(".,’'\"“”()").casefold() for word in name.split()) - SMALL
