"""The chain of an attribution, and the averrals of the author as claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.records import Claim, Proposition, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from averral.records import Attribution

__all__ = ["averrals", "chain_of"]

AUTHOR, UNNAMED = "author", "unnamed"
WORD = re.compile(r"\w+")
LEAST_WORDS = 4
"""A remainder of fewer words between attributions is a joint ("and on Monday"), not an averral."""
STATEMENT = Proposition(type="statement")
EDGES = " \t\r\n,;:—–-."


def chain_of(attribution: Attribution, by_id: Mapping[str, Attribution]) -> tuple[str, ...]:
    """From the author inward, an entity id or "unnamed" for each relay."""
    chain: list[str] = []
    step: Attribution | None = attribution
    while step is not None:
        entity = step.source.entity if step.source else None
        chain.append(entity or UNNAMED)
        step = by_id[step.parent] if step.parent else None
    return (AUTHOR, *reversed(chain))


def averrals(text: str, sentences: Sequence[Span], attributions: Sequence[Attribution]) -> Iterator[Claim]:
    """What no attribution covers, sentence by sentence: the author says it."""
    taken = sorted(
        (part.start, part.end)
        for a in attributions
        if a.parent is None
        for part in (a.source, a.cue, *a.content)
        if part is not None
    )
    first = 0
    for sentence in sentences:
        while first < len(taken) and taken[first][1] <= sentence.start:
            first += 1
        for start, end in _gaps(sentence, taken, first):
            span = _trim(text, start, end)
            if span and len(WORD.findall(text, span.start, span.end)) >= LEAST_WORDS:
                yield Claim(
                    id="",
                    start=span.start,
                    end=span.end,
                    attribution=None,
                    chain=(AUTHOR,),
                    proposition=STATEMENT,
                )


def _gaps(sentence: Span, taken: Sequence[tuple[int, int]], first: int) -> Iterator[tuple[int, int]]:
    position = sentence.start
    for number in range(first, len(taken)):
        start, end = taken[number]
        if start >= sentence.end:
            break
        if start > position:
            yield position, start
        position = max(position, end)
    if position < sentence.end:
        yield position, sentence.end


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(EDGES))
    right = len(piece.rstrip(" \t\r\n,;:—–-"))
    return Span(start + left, start + right) if left < right else None
