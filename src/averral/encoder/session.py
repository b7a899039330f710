"""The encoder itself, run by onnxruntime over windows of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnxruntime

from averral.encoder.windows import plan_windows
from averral.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.encoder.tokens import Tokens

__all__ = ["Encoder"]

CLS, SEP = 101, 102
BATCH = 4
"""Small batches of windows of like length beat large ones on a CPU (RESEARCH.md section 4)."""

EXACT = ("session.x64quantprecision", "1")
"""Processors without instructions for eight-bit products (AVX2, AVX-512 without VNNI) round large ones off unless
onnxruntime is told to be exact: slower there by a sixth, and every machine reads the same."""


class Encoder:
    """One session; give each process its own."""

    def __init__(self, bundle: Bundle, threads: int = 1) -> None:
        """Open the bundle's encoder.

        Raises:
            BundleError: onnxruntime refuses the file.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry(*EXACT)
        path = bundle.folder / "encoder.onnx"
        try:
            self._session = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
            )
        except Exception as error:  # onnxruntime's own classes derive from Exception alone
            raise BundleError(
                f"the encoder of the model bundle at {bundle.folder} cannot be opened: {error}"
            ) from error
        self._size, self._overlap = bundle.manifest.window, bundle.manifest.overlap

    def encode(self, tokens: Tokens) -> NDArray[np.float32]:
        """Hidden states (n, width) of a text of n pieces.

        A text is never batched with another: int8 scales are shared inside a batch, and a reading must not depend on
        its neighbours.
        """
        windows = plan_windows(len(tokens.ids), self._size, self._overlap)
        parts: list[NDArray[np.float32]] = []
        for first in range(0, len(windows), BATCH):
            batch = windows[first : first + BATCH]
            hidden = self.run([tokens.slice(w.start, w.end) for w in batch])
            parts += [
                rows[w.keep_start - w.start + 1 : w.keep_end - w.start + 1]
                for w, rows in zip(batch, hidden, strict=True)
            ]
        return np.concatenate(parts) if parts else np.zeros((0, 1), np.float32)

    def run(self, windows: Sequence[Tokens]) -> NDArray[np.float32]:
        """Hidden states (windows, longest + 2, width) of one batch, with [CLS] and [SEP] around each."""
        length = max(len(w.ids) for w in windows) + 2
        ids, shapes, mask = (np.zeros((len(windows), length), np.int64) for _ in range(3))
        for row, window in enumerate(windows):
            n = len(window.ids)
            ids[row, 0], ids[row, 1 : n + 1], ids[row, n + 1] = CLS, window.ids, SEP
            shapes[row, 1 : n + 1] = window.shapes
            mask[row, : n + 2] = 1
        result: NDArray[np.float32] = self._session.run(None, {"ids": ids, "shapes": shapes, "mask": mask})[0]
        return result
