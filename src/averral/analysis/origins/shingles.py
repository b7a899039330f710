"""Which runs of words stand for a text: chosen by their content alone, so that copies choose the same ones."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from averral.analysis.origins.wording import Wording, hash_runs

__all__ = ["SHINGLE", "WINDOW", "pack_shingles", "unpack_shingles", "winnow"]

SHINGLE: Final = 5
"""Words of a run. Of 20,000 real texts, few unrelated ones share two runs of five words."""
WINDOW: Final = 4
"""Of so many runs in a row one at least is chosen: whatever shares SHINGLE + WINDOW - 1 = 8 words is met."""
_TOP = np.uint64(32)

Shingles = npt.NDArray[np.uint32]


def winnow(wording: Wording) -> tuple[Shingles, Shingles]:
    """The keys of the chosen runs, and where in the text each starts.

    Winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for document fingerprinting"): of each
    window of runs the one with the least key, the last of equals.
    """
    runs = hash_runs(wording.keys, SHINGLE)
    if not len(runs):
        return np.zeros(0, np.uint32), np.zeros(0, np.uint32)
    width = min(WINDOW, len(runs))
    windows = np.lib.stride_tricks.sliding_window_view(runs, width)
    last = width - 1 - np.argmin(windows[:, ::-1], axis=1)
    chosen = np.unique(np.arange(len(windows)) + last)
    return (runs[chosen] >> _TOP).astype(np.uint32), wording.starts[chosen].astype(np.uint32)


def pack_shingles(keys: Shingles, starts: Shingles) -> bytes:
    """Both as little-endian bytes, the keys first: four bytes each."""
    return keys.astype("<u4").tobytes() + starts.astype("<u4").tobytes()


def unpack_shingles(packed: bytes) -> tuple[Shingles, Shingles]:
    """Keys and starts; what is cut off counts as nothing."""
    values = np.frombuffer(packed[: len(packed) // 8 * 8], "<u4").astype(np.uint32)
    return values[: len(values) // 2], values[len(values) // 2 :]
