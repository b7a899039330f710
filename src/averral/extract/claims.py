"""Every attributed content and every averral of the author as a claim with its chain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.records import Claim, Proposition, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from averral.records import Attribution

__all__ = ["attributed_claims", "averrals", "chain_of"]

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


def attributed_claims(attributions: Sequence[Attribution], probabilities: Sequence[float]) -> Iterator[Claim]:
    """One claim for each attribution; ids are given later."""
    by_id = {a.id: a for a in attributions}
    for attribution, probability in zip(attributions, probabilities, strict=True):
        yield Claim(
            id="",
            start=attribution.content[0].start,
            end=attribution.content[-1].end,
            attribution=attribution.id,
            chain=chain_of(attribution, by_id),
            proposition=STATEMENT,
            basis=attribution.basis,
            probability=round(probability, 3),
        )


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
