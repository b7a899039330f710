"""Cut a long sequence of word pieces into overlapping windows, and put what was read back together."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Window", "plan_windows"]


class Window(NamedTuple):
    """Pieces `start` to `end` are read together; of them `keep_start` to `keep_end` are kept."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def plan_windows(count: int, size: int, overlap: int) -> tuple[Window, ...]:
    """Cover `count` pieces by windows of at most `size`, each sharing `overlap` pieces with the next.

    Windows are of like length, so a text a little longer than one window does not end in a stub. Each piece is kept
    from the window in which it stands farther from the border, so it was read with at least `overlap // 2` pieces on
    either side.
    """
    if count <= 0:
        return ()
    if count <= size:
        return (Window(0, count, 0, count),)
    number = -(-(count - overlap) // (size - overlap))
    length = -(-(count + (number - 1) * overlap) // number)
    starts = [round(i * (count - length) / (number - 1)) for i in range(number)]
    borders = [0, *((starts[i] + starts[i - 1] + length) // 2 for i in range(1, number)), count]
    return tuple(Window(s, s + length, borders[i], borders[i + 1]) for i, s in enumerate(starts))
