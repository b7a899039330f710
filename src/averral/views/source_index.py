"""The index of sources: who speaks, how often, directly or through whom, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from averral.records import AttributionKind, Basis
from averral.views.card import Card
from averral.views.voice import Voice

__all__ = ["Occurrence", "SourceEntry", "SourceGroup", "SourceIndex", "SourceTally"]


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution to a source, with what it takes to find it."""

    document: int
    mark: str
    number: str
    quote: str
    kind: AttributionKind
    basis: Basis
    relays: tuple[Voice, ...]


class SourceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One voice.

    `direct`, `mixed` and `indirect` count how it is quoted; `firsthand` how often a document quotes it itself,
    `through` how often others stand between, by who they are; `relayed` how often it passes on the words of others.
    """

    voice: Voice
    total: int
    direct: int
    mixed: int
    indirect: int
    firsthand: int
    through: tuple[tuple[str, int], ...]
    relayed: int
    bases: tuple[tuple[Basis, int], ...]
    documents: int
    occurrences: tuple[Occurrence, ...]


class SourceGroup(msgspec.Struct, frozen=True):
    """Voices of one kind, the most frequent first."""

    kind: str
    rows: tuple[SourceEntry, ...]

    @property
    def total(self) -> int:
        """How many attributions the group has."""
        return sum(row.total for row in self.rows)


class SourceIndex(msgspec.Struct, frozen=True):
    """All voices of a casefile: named ones, unresolved ones, and where no source is given."""

    groups: tuple[SourceGroup, ...]

    def find_group(self, kind: str) -> SourceGroup:
        """The group of that kind; empty if nobody is in it."""
        return next((group for group in self.groups if group.kind == kind), SourceGroup(kind, ()))


class SourceTally:
    """Gathers voices document by document, so that no more than one document is held at a time."""

    def __init__(self) -> None:
        self._voices: dict[str, Voice] = {}
        self._found: dict[str, list[Occurrence]] = {}
        self._relayed: Counter[str] = Counter()

    def add(self, document: int, cards: Iterable[Card]) -> None:
        """Count the attributions of one document, given by its number."""
        for card in cards:
            self._add_card(document, card)

    def finish(self) -> SourceIndex:
        """The index of all that was added."""
        rows = sorted(
            (self._make_row(voice) for voice in self._voices.values()),
            key=lambda row: (-row.total, row.voice.name.casefold(), row.voice.key),
        )
        kinds = ("named", "unresolved", "unnamed")
        return SourceIndex(tuple(SourceGroup(kind, tuple(r for r in rows if r.voice.kind == kind)) for kind in kinds))

    def _add_card(self, document: int, card: Card) -> None:
        key = card.speaker.key
        self._voices.setdefault(key, card.speaker)
        self._relayed.update({voice.key for voice in card.relays})
        self._found.setdefault(key, []).append(
            Occurrence(
                document=document,
                mark=card.mark,
                number=card.number,
                quote=card.quote,
                kind=card.kind,
                basis=card.basis,
                relays=card.relays,
            )
        )

    def _make_row(self, voice: Voice) -> SourceEntry:
        found = self._found[voice.key]
        kinds = Counter(item.kind for item in found)
        return SourceEntry(
            voice=voice,
            total=len(found),
            direct=kinds["direct"],
            mixed=kinds["mixed"],
            indirect=kinds["indirect"],
            firsthand=sum(1 for item in found if not item.relays),
            through=_rank(" › ".join(voice.name for voice in item.relays) for item in found if item.relays),
            relayed=self._relayed[voice.key],
            bases=tuple(Counter(item.basis for item in found).most_common()),
            documents=len({item.document for item in found}),
            occurrences=tuple(found),
        )


def _rank(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(names).most_common())
