"""Which stretch holds which: contents hold events and figures, averrals hold what the author tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from averral.records import Attribution, Span

__all__ = ["content_pieces", "find_holders"]

T = TypeVar("T")


def content_pieces(attributions: Iterable[Attribution]) -> list[tuple[Span, int, str]]:
    """Each piece of each content with the length of the whole content and the attribution's id."""
    return [(piece, sum(len(s) for s in a.content), a.id) for a in attributions for piece in a.content]


def find_holders(targets: Sequence[Span], pieces: Iterable[tuple[Span, int, T]]) -> list[tuple[T, Span] | None]:
    """For each target the owner of the smallest piece that holds it, and that piece; None where none does.

    One sweep from left to right, so that the cost does not grow with targets times pieces.
    """
    ordered = sorted(pieces, key=lambda piece: piece[0])
    found: list[tuple[T, Span] | None] = [None] * len(targets)
    opened: list[tuple[Span, int, T]] = []
    position = 0
    for number in sorted(range(len(targets)), key=lambda i: targets[i]):
        target = targets[number]
        while position < len(ordered) and ordered[position][0].start <= target.start:
            opened.append(ordered[position])
            position += 1
        opened = [piece for piece in opened if piece[0].end > target.start]
        holding = [piece for piece in opened if piece[0].holds(target)]
        if holding:
            span, _, owner = min(holding, key=lambda piece: (piece[1], len(piece[0])))
            found[number] = (owner, span)
    return found
