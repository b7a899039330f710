"""From a place in a document's text back to the element of the page that it came from."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

__all__ = ["Piece", "Place", "SourceMap"]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the text that was copied, character for character, from one text node of the page.

    `element` counts the page's elements in document order from 0; `tail` is true where the text stands behind that
    element, before its next sibling, and false where it stands inside it, before its first child. `offset` counts code
    points in that text node. Copying keeps every character but turns each white space character into a blank.
    """

    start: int
    end: int
    element: int
    tail: bool
    offset: int


class Place(msgspec.Struct, frozen=True):
    """One character of the page: its element, the side of it, and the offset in that text node."""

    element: int
    tail: bool
    offset: int


class SourceMap(msgspec.Struct, frozen=True):
    """The pieces of a text in order; what lies between two pieces (blank lines, tabs) is ours."""

    pieces: tuple[Piece, ...]

    def find_piece(self, start: int) -> Piece | None:
        """The piece that holds this offset of the text; null for a separator."""
        index = bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1
        if index < 0 or start >= self.pieces[index].end:
            return None
        return self.pieces[index]

    def find_place(self, start: int) -> Place | None:
        """Where in the page the character at this offset stands; null for a separator."""
        piece = self.find_piece(start)
        if piece is None:
            return None
        return Place(piece.element, piece.tail, piece.offset + start - piece.start)

    def list_pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that a span touches, in order."""
        first = max(bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1, 0)
        last = bisect_right(self.pieces, end - 1, key=lambda piece: piece.start)
        return tuple(piece for piece in self.pieces[first:last] if piece.start < end and start < piece.end)
