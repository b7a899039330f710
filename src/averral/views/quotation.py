"""Quotations: the sentence that a value was read from, with its words marked, and who says it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from averral.records import Claim, Reading, Span
from averral.views.anchor import anchor_document, anchor_passage, anchor_place
from averral.views.nesting import nest_attributions
from averral.views.part import find_parts
from averral.views.passage import cover_blocks
from averral.views.speech import Chain, Speech, hear_reading

__all__ = ["Quotation", "Quoter", "Run", "make_quoter"]

_LONG = 420
"""Characters from which on a sentence is cut down to the surroundings of its words."""
_AROUND = 150
"""Characters left on each side of the words then."""


class Run(msgspec.Struct, frozen=True):
    """Some words of a sentence, marked or not."""

    text: str
    marked: bool = False


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a document. `anchor` leads to its marked words in the text; `chain` is empty for the author."""

    runs: tuple[Run, ...]
    anchor: str
    chain: Chain

    @property
    def words(self) -> str:
        """The sentence."""
        return "".join(run.text for run in self.runs)


class Quoter(msgspec.Struct, frozen=True):
    """What is needed to quote one document; `marked` are the places that its page marks."""

    text: str
    document: str
    sentences: Sequence[Span]
    passages: Sequence[Span]
    marked: frozenset[tuple[int, int]]
    speech: Speech

    def quote(self, spans: Iterable[Span], chain: Chain | None = None) -> tuple[Quotation, ...]:
        """The sentences of these words in the order of the text, one for each sentence and chain.

        `chain` is who says it, where a claim tells; otherwise whoever the words are credited to at their place.
        """
        groups: dict[tuple[Span, Chain], list[Span]] = defaultdict(list)
        for span in sorted({span for span in spans if span.start < min(span.end, len(self.text))}):
            said_by = self.speech.of_place(span.start, span.end) if chain is None else chain
            groups[self.find_sentence(span), said_by].append(span)
        return tuple(self._make(sentence, words, said_by) for (sentence, said_by), words in groups.items())

    def quote_claim(self, claim: Claim, words: Iterable[Span]) -> tuple[Quotation, ...]:
        """What a claim says: those of `words` that stand in its sentence, else the claim itself."""
        content = Span(claim.start, min(claim.end, len(self.text))) if claim.start < len(self.text) else Span(0, 0)
        sentence = self.find_sentence(content)
        near = [span for span in words if sentence.overlaps(span)]
        return self.quote(near or [content], self.speech.of_claim(claim))

    def find_sentence(self, span: Span) -> Span:
        """From the sentence where the words begin to the one where they end; outside sentences, the passage."""
        first, last = _find_holder(self.sentences, span.start), _find_holder(self.sentences, span.end - 1)
        if first is None or last is None:
            first = last = _find_holder(self.passages, span.start) or span
        return Span(min(first.start, span.start), max(last.end, span.end))

    def _make(self, sentence: Span, words: Sequence[Span], chain: Chain) -> Quotation:
        first = words[0]
        known = (first.start, first.end) in self.marked
        passage = _find_holder(self.passages, first.start) or Span(0, 0)
        target = anchor_place(self.document, first.start, first.end) if known else None
        return Quotation(
            runs=tuple(_cut_runs(self.text, sentence, words)),
            anchor=target or anchor_passage(self.document, passage.start),
            chain=chain,
        )


def make_quoter(reading: Reading) -> Quoter:
    """Prepare a reading for being quoted."""
    nesting = nest_attributions(reading.attributions)
    document = reading.document
    return Quoter(
        text=document.text,
        document=anchor_document(document.id),
        sentences=[Span(start, end) for start, end in sorted(reading.sentences)],
        passages=[Span(block.start, block.end) for block in cover_blocks(document)],
        marked=frozenset(find_parts(reading)),
        speech=hear_reading(reading, nesting),
    )


def _find_holder(spans: Sequence[Span], place: int) -> Span | None:
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and place < spans[index].end else None


def _cut_runs(text: str, sentence: Span, words: Sequence[Span]) -> Iterator[Run]:
    """The sentence in turns of plain and marked words; overlapping ones count once."""
    start, end = sentence.start, min(sentence.end, len(text))
    if end - start > _LONG:
        start, end = max(start, words[0].start - _AROUND), min(end, max(words[-1].end, words[0].end) + _AROUND)
    here = start
    if start > sentence.start:
        yield Run("… ")
    for span in words:
        stop = min(span.end, end)
        if stop <= here:
            continue
        if span.start > here:
            yield Run(text[here : span.start])
        yield Run(text[max(here, span.start) : stop], marked=True)
        here = stop
    if here < end:
        yield Run(text[here:end])
    if end < min(sentence.end, len(text)):
        yield Run(" …")
