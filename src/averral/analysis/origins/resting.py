"""Which origin each claim rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from averral.analysis.origins.copied import Taking
from averral.analysis.origins.gather import Gathered
from averral.analysis.origins.pile import Pile
from averral.records.origin import ClaimSpan

__all__ = ["Resting"]

MOSTLY: Final = 0.5
"""Share of a claim that must lie in a passage, or in the words of a telling, to rest on them."""


class Resting:
    """Where claims rest.

    In this order: the statement or outlet that they are told to be of, the report that their passage is from, and else
    the report that the whole document comes down to, most often its own.
    """

    def __init__(self, pile: Pile, gathered: Gathered, takings: list[Taking]) -> None:
        self._pile, self._gathered = pile, gathered
        self._passages: dict[int, list[Taking]] = {}
        for taking in takings:
            self._passages.setdefault(taking.taker, []).append(taking)

    def iter_claims(self) -> Iterator[tuple[int, ClaimSpan, tuple[str, ...]]]:
        """Every claim with the rank of its document and the origins it may rest on, by id; the first counts.

        There is none where it rests on the report that the document comes down to.
        """
        for rank, document in enumerate(self._pile.documents):
            for claim in document.claims:
                found = [*self._iter_told(rank, claim), *self._iter_taken(rank, claim)]
                yield rank, claim, tuple(dict.fromkeys(found))

    def _iter_told(self, rank: int, claim: ClaimSpan) -> Iterator[str]:
        """The origin of the telling that the claim is part of, then of those around it, the narrowest first."""
        origin_of = self._gathered.origin_of
        if claim.telling is not None and (rank, claim.telling) in origin_of:
            yield origin_of[rank, claim.telling]
        around = [
            (telling.end - telling.start, number)
            for number, telling in enumerate(self._pile.documents[rank].tellings)
            if (rank, number) in origin_of and telling.kind != "mention" and _lies_in(claim, telling.start, telling.end)
        ]
        yield from (origin_of[rank, number] for _, number in sorted(around))

    def _iter_taken(self, rank: int, claim: ClaimSpan) -> Iterator[str]:
        for taking in self._passages.get(rank, ()):
            inside = any(_lies_in(claim, passage.start, passage.end) for passage in taking.passages)
            if inside and taking.kind != "relay":
                yield self._gathered.own[taking.source]


def _lies_in(claim: ClaimSpan, start: int, end: int) -> bool:
    return min(claim.end, end) - max(claim.start, start) > MOSTLY * (claim.end - claim.start)
