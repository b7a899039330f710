"""What sort of organisation a name names: by the gazetteer where it knows the name, else by a word of the name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from averral.extract.entities.form import form_words
from averral.gazetteer import load_actors

if TYPE_CHECKING:
    from averral.gazetteer import Actor
    from averral.records import Entity

__all__ = ["known_actor", "with_subtype"]

_WORDS = {
    "intelligence_agency": "intelligence counterintelligence mukhabarat",
    "court": "court tribunal chamber assize judiciary",
    "police": "police gendarmerie constabulary carabinieri militsiya sheriff",
    "military_unit": """
        army navy airforce brigade battalion regiment division corps squadron garrison marines infantry armoured
        commandos command fleet military
    """,
    "government_body": """
        ministry government department parliament assembly senate presidency cabinet prefecture council municipality
        authority directorate embassy commissariat office administration bureau secretariat
    """,
    "media_outlet": """
        radio television tv news newspaper times herald tribune gazette mirror post telegraph courier journal daily
        broadcasting channel press magazine tidings bulletin
    """,
    "party": "party coalition bloc",
    "armed_group": """
        front liberation guerrilla resistance insurgents fedayeen brigades martyrs mujahideen jihad column rebels
    """,
    "militia": "militia militias paramilitary volunteers",
    "international_organization": "nations union league alliance commonwealth",
    "ngo": "committee rights watch relief foundation charity association society trust observatory aid",
    "religious_body": "church diocese mosque patriarchate caritas synod monastery",
    "company": "company corporation inc ltd plc bank airlines industries group gmbh oil mining",
}
KIND_OF_WORD = {word: kind for kind, words in _WORDS.items() for word in words.split()}
RANK = tuple(_WORDS)
"""Of several words the kind that stands first here decides: "Army Intelligence" is no army."""


@lru_cache(maxsize=1 << 14)
def known_actor(name: str) -> Actor | None:
    """The one actor of the gazetteer that bears a name; None where there is none, or where there are several."""
    found = load_actors().find(name, cased=True)
    return found[0] if len(found) == 1 else None


def with_subtype(entity: Entity) -> Entity:
    """An organisation with its subtype where that is plain; anything else as it is."""
    if entity.type != "organization" or entity.subtype is not None:
        return entity
    return msgspec.structs.replace(entity, subtype=_of_actor(entity) or _of_words(form_words(entity.name)))


def _of_actor(entity: Entity) -> str | None:
    for name in (entity.name, *entity.aliases):
        actor = known_actor(name)
        if actor is not None and actor.kind is not None:
            return str(actor.kind)
    return None


def _of_words(words: tuple[str, ...]) -> str | None:
    found = {KIND_OF_WORD[word] for word in words if word in KIND_OF_WORD}
    return min(found, key=RANK.index, default=None)
