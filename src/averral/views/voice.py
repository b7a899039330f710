"""Voices: who is credited, as far as the document says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from averral.records import Attribution, Claim, Entity, Reading
from averral.views.anchor import anchor_voice

__all__ = ["UNNAMED", "Cast", "Voice", "VoiceKind", "cast_voices", "find_voice"]

VoiceKind = Literal["named", "unresolved", "unnamed"]
"""A name; words that name nobody ("officials", "he") or were not resolved; nobody at all ("reportedly")."""


class Voice(msgspec.Struct, frozen=True):
    """One who speaks. Voices with the same key are counted as one across documents, and only those."""

    key: str
    name: str
    kind: VoiceKind
    type: str | None = None

    @property
    def anchor(self) -> str:
        """The id of its entry in the index of sources."""
        return anchor_voice(self.key)


UNNAMED = Voice("unnamed", "no source given", "unnamed")


class Cast(msgspec.Struct, frozen=True):
    """What is needed to name the voices of one document."""

    text: str
    entities: Mapping[str, Entity]
    described: frozenset[str]
    claims: Mapping[str, Claim]


def cast_voices(reading: Reading) -> Cast:
    """Gather the names of a reading's entities, and which of them are only ever described."""
    named = {mention.entity for mention in reading.mentions if mention.name}
    described = {mention.entity for mention in reading.mentions if mention.entity not in named}
    return Cast(
        text=reading.document.text,
        entities={entity.id: entity for entity in reading.entities},
        described=frozenset(item for item in described if item is not None),
        claims={claim.attribution: claim for claim in reading.claims if claim.attribution},
    )


def find_voice(attribution: Attribution, cast: Cast) -> Voice:
    """Who the attribution credits: its entity, else the entity that ends its claim's chain, else its literal words.

    Only a name joins documents: two texts that each quote "a witness" do not quote the same one, so descriptions are
    kept apart as unresolved, grouped by their words.
    """
    source = attribution.source
    entity = cast.entities.get(_find_entity_id(attribution, cast))
    words = " ".join(cast.text[source.start : source.end].split()) if source is not None else ""
    if entity is not None and entity.id not in cast.described:
        return Voice(f"named:{entity.type}:{_fold(entity.name)}", entity.name, "named", entity.type)
    words = words if entity is None else entity.name
    return Voice(f"unresolved:{_fold(words)}", words, "unresolved") if words else UNNAMED


def _find_entity_id(attribution: Attribution, cast: Cast) -> str:
    if attribution.source is not None and attribution.source.entity is not None:
        return attribution.source.entity
    claim = cast.claims.get(attribution.id)
    return claim.chain[-1] if claim is not None and claim.chain else ""


def _fold(name: str) -> str:
    """What counts as the same name: case, spacing and a leading article make no difference."""
    return " ".join(name.split()).casefold().removeprefix("the ")
