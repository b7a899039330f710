"""Margin cards: one attribution each, beside the text that it was read from."""

from __future__ import annotations

import msgspec

from averral.records import AttributionKind, Basis, Reading, Span
from averral.views.anchor import anchor_card, anchor_document, anchor_span
from averral.views.nesting import Nested, Nesting, find_anchor
from averral.views.voice import Voice, cast_voices, find_voice

__all__ = ["Card", "make_cards"]


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution as it is shown: who, through whom, how, and the words.

    `chain` runs from the outside in and ends with the speaker; the document's author, who relays all of them, is left
    out of it. `quote` is the content as it stands in the text, its pieces joined by " … ".
    """

    anchor: str
    mark: str
    start: int
    number: str
    level: int
    chain: tuple[Voice, ...]
    quote: str
    cue: str | None
    kind: AttributionKind
    basis: Basis
    probability: float | None
    parent: str | None
    parent_number: str | None

    @property
    def speaker(self) -> Voice:
        """Whose words they are."""
        return self.chain[-1]

    @property
    def relays(self) -> tuple[Voice, ...]:
        """Through whom they came, outermost first."""
        return self.chain[:-1]


def make_cards(reading: Reading, nesting: Nesting) -> tuple[Card, ...]:
    """A card for each attribution, in the order of their numbers."""
    cast = cast_voices(reading)
    document = anchor_document(reading.document.id)
    voices = {key: find_voice(nested.attribution, cast) for key, nested in nesting.by_id.items()}
    probabilities = {claim.attribution: claim.probability for claim in reading.claims}

    def make(nested: Nested) -> Card:
        item = nested.attribution
        lineage = nesting.lineage(item.id)
        outer = lineage[-2] if len(lineage) > 1 else None
        return Card(
            anchor=anchor_card(document, item.id),
            mark=anchor_span(document, item.id),
            start=find_anchor(item),
            number=nested.number,
            level=nested.level,
            chain=tuple(voices[step.attribution.id] for step in lineage),
            quote=" … ".join(_words(cast.text, piece) for piece in item.content),
            cue=_words(cast.text, item.cue) if item.cue is not None else None,
            kind=item.kind,
            basis=item.basis,
            probability=probabilities.get(item.id),
            parent=anchor_card(document, outer.attribution.id) if outer is not None else None,
            parent_number=outer.number if outer is not None else None,
        )

    return tuple(make(nested) for nested in nesting.by_id.values())


def _words(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(text[span.start : span.end].split())
