"""How fast this machine reads: end to end beside the encoder alone, in one run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import msgspec

from averral.encoder.bundle import load_bundle
from averral.encoder.session import Encoder
from averral.extract import Extractor
from averral.extract.section import readable_spans
from averral.ingest import read_source
from averral.records import encode_reading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.encoder.tokens import Tokens
    from averral.ingest import Source

__all__ = ["Speed", "measure_speed"]


class Speed(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the blocks that are read, seconds of wall time on one core, and their ratios.

    `encoder_share` is the part of the whole time that the encoder takes: how near reading comes to the encoder alone.
    """

    documents: int
    words: int
    pieces: int
    seconds: float
    words_per_second: float
    encoder_words_per_second: float
    encoder_share: float


class _TimedEncoder(Encoder):
    """Adds up the time spent in the encoder."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__(bundle, threads=1)
        self.seconds, self.pieces = 0.0, 0

    def encode(self, tokens: Tokens) -> NDArray[np.float32]:
        start = time.perf_counter()
        hidden = super().encode(tokens)
        self.seconds += time.perf_counter() - start
        self.pieces += len(tokens.ids)
        return hidden


def measure_speed(sources: Iterable[Source], bundle: Path | None = None) -> Speed:
    """Read every source from its bytes to its line of JSON, one core, and tell how long it took.

    The first document is read once before the clock starts, so that loading is not counted.

    Raises:
        BundleError: the model cannot be loaded.
    """
    loaded = load_bundle(bundle)
    encoder = _TimedEncoder(loaded)
    extractor = Extractor(loaded, encoder)
    documents = words = 0
    start = time.perf_counter()
    for source in sources:
        if not documents:
            extractor.read(read_source(source).document)
            encoder.seconds, encoder.pieces, start = 0.0, 0, time.perf_counter()
        ingested = read_source(source)
        encode_reading(extractor.read(ingested.document, ingested.problems))
        documents += 1
        words += sum(len(ingested.document.text[s.start : s.end].split()) for s in readable_spans(ingested.document))
    seconds = max(time.perf_counter() - start, 1e-9)
    return Speed(
        documents=documents,
        words=words,
        pieces=encoder.pieces,
        seconds=round(seconds, 3),
        words_per_second=round(words / seconds, 1),
        encoder_words_per_second=round(words / max(encoder.seconds, 1e-9), 1),
        encoder_share=round(encoder.seconds / seconds, 3),
    )
