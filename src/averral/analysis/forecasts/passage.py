"""Claims about the time to come as passages: what one source says in one sentence is one passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from averral.analysis.forecasts.wording import is_forward
from averral.records import Attribution, Claim, Reading

__all__ = ["Passage", "find_passages"]


class Passage(NamedTuple):
    """A stretch with the claims it was read from; the attribution is null where the author speaks.

    `first` says that it begins where the claims begin, and not in a later sentence of theirs.
    """

    start: int
    end: int
    claims: tuple[Claim, ...]
    attribution: Attribution | None
    first: bool = True


def find_passages(reading: Reading) -> tuple[Passage, ...]:
    """The passages in the order of the text: claims of one source that stand in one piece of a sentence.

    Semicolons divide a sentence into pieces. What the author says is taken with the whole piece where most of that is
    the author's own. Where a sentence goes on after somebody's words with nothing but white space between, the rest is
    one with them.
    """
    pieces = _Pieces(reading)
    hulls = sorted(_iter_hulls(reading, pieces), key=lambda passage: (passage.start, passage.end, passage.claims[0].id))
    joined = tuple(_join(reading, _drop_echoes(hulls, pieces)))
    credited = [passage for passage in joined if passage.attribution is not None]
    held = {pieces.find(passage.start) for passage in credited}
    return tuple(_widen(pieces, passage, held) for passage in joined)


def _iter_hulls(reading: Reading, pieces: _Pieces) -> Iterator[Passage]:
    groups: dict[tuple[str, int], list[Claim]] = {}
    for claim in reading.claims:
        if claim.tense == "future" or is_forward(reading.document.text[claim.start : claim.end]):
            for number in pieces.list(claim.start, claim.end):
                groups.setdefault((claim.attribution or "", number), []).append(claim)
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    for (name, number), claims in groups.items():
        start, end = min(claim.start for claim in claims), max(claim.end for claim in claims)
        span = pieces.clip(number, start, end)
        yield Passage(*span, tuple(claims), attributions.get(name), first=span[0] == start)


def _drop_echoes(passages: Sequence[Passage], pieces: _Pieces) -> Iterator[Passage]:
    """Without what is read as the author's where it overlaps somebody's words in the same piece."""
    credited: dict[int, list[Passage]] = {}
    for passage in passages:
        if passage.attribution is not None:
            credited.setdefault(pieces.find(passage.start), []).append(passage)
    for passage in passages:
        others = credited.get(pieces.find(passage.start), ()) if passage.attribution is None else ()
        if not any(other.start < passage.end and passage.start < other.end for other in others):
            yield passage


def _join(reading: Reading, passages: Iterable[Passage]) -> Iterator[Passage]:
    text, waiting = reading.document.text, None
    for passage in passages:
        follows = waiting is not None and waiting.attribution is not None and passage.attribution is None
        if waiting and follows and _is_next(text, waiting, passage):
            waiting = waiting._replace(end=passage.end, claims=(*waiting.claims, *passage.claims))
            continue
        if waiting:
            yield waiting
        waiting = passage
    if waiting:
        yield waiting


def _is_next(text: str, one: Passage, other: Passage) -> bool:
    """Nothing but white space between, and no end of a sentence before it."""
    gap = text[one.end : other.start]
    return one.end <= other.start and not gap.strip() and text[one.start : one.end].rstrip()[-1:] not in ".!?;:"


def _widen(pieces: _Pieces, passage: Passage, held: set[int]) -> Passage:
    number = pieces.find(passage.start)
    if passage.attribution is not None or passage.claims[0].attribution is not None or number in held:
        return passage
    start, end = pieces.widen(number, passage.start, passage.end)
    return passage._replace(start=start, end=end)


class _Pieces:
    """Sentences cut at semicolons, and how much of each is attributed to somebody."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._spans = sorted(piece for span in reading.sentences for piece in self._split(*span))
        self._starts = [start for start, _ in self._spans]
        self._credited = [0] * len(self._spans)
        for attribution in reading.attributions:
            for span in attribution.content:
                for number in self.list(span.start, span.end):
                    if number >= 0:
                        start, end = self._spans[number]
                        self._credited[number] += min(end, span.end) - max(start, span.start)

    def _split(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        while (cut := self._text.find(";", start, end)) >= 0:
            yield start, cut
            start = cut + 1
        yield start, end

    def list(self, start: int, end: int) -> list[int]:
        """The pieces that a stretch reaches into; −1 where it reaches into none."""
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, max(start, end - 1))
        found = [number for number in range(max(first, 0), last) if self._spans[number][1] > start]
        return found or [-1]

    def find(self, start: int) -> int:
        """The piece of a character, or −1."""
        return self.list(start, start + 1)[0]

    def clip(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The part of a stretch that lies in a piece, without white space at its ends."""
        if number >= 0:
            start, end = max(start, self._spans[number][0]), min(end, self._spans[number][1])
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())

    def widen(self, number: int, start: int, end: int) -> tuple[int, int]:
        """The whole piece, without white space and marks of a list around it, where most of it is the author's."""
        if number < 0:
            return start, end
        first, last = self._spans[number]
        if 2 * self._credited[number] > last - first:
            return start, end
        words = self._text[first:last]
        first += len(words) - len(words.lstrip(" \t\r\n-*•–"))
        return first, first + len(self._text[first:last].rstrip())
