"""Text cut into segments, each with the spans that cover it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

__all__ = ["Segment", "cut_segments"]


class Segment(msgspec.Struct, frozen=True):
    """A stretch of text over which the set of covering spans does not change.

    `covers` holds positions in the sequence of spans that was cut by, in rising order.
    """

    start: int
    end: int
    covers: tuple[int, ...] = ()


def cut_segments(length: int, spans: Sequence[tuple[int, int]], cuts: Sequence[int] = ()) -> Iterator[Segment]:
    """Cut the text at every edge of every span, and at `cuts`; the segments laid end to end are the text.

    One sweep over the sorted edges: the cost grows with the edges and with the depth of overlap, not with the product
    of spans and text. Spans may nest, cross, repeat and lie partly outside the text; empty ones cover nothing.
    """
    clipped = [(max(0, start), min(length, end)) for start, end in spans]
    starts = sorted((start, index) for index, (start, end) in enumerate(clipped) if start < end)
    edges = {edge for pair in clipped if pair[0] < pair[1] for edge in pair}
    edges.update(cut for cut in cuts if 0 < cut < length)
    edges.add(length)
    active: tuple[int, ...] = ()
    begun, here = 0, 0
    for edge in sorted(edges):
        if edge > here:
            yield Segment(here, edge, active)
            here = edge
        opened = []
        while begun < len(starts) and starts[begun][0] == edge:
            opened.append(starts[begun][1])
            begun += 1
        kept = [index for index in active if clipped[index][1] > edge]
        active = tuple(sorted(kept + opened)) if opened else tuple(kept)
