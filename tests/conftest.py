"""What holds for every test: any reading that it makes keeps the contract."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from averral.records import Reading, reading
from tests.schema import check_reading


class CheckingCodec:
    """Stands in for the JSON encoder and decoder of readings, and checks each reading that passes."""

    def __init__(self, codec: Any) -> None:
        self._codec = codec

    def encode(self, record: Reading) -> bytes:
        check_reading(record)
        return self._codec.encode(record)

    def decode(self, line: bytes | str) -> Reading:
        record = self._codec.decode(line)
        check_reading(record)
        return record


@pytest.fixture(scope="session", autouse=True)
def every_reading_keeps_the_contract() -> Iterator[None]:
    """Checks what is encoded, decoded (so also what other processes read) or extracted anywhere in the run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_ENCODER", CheckingCodec(reading._ENCODER))
        patch.setattr(reading, "_DECODER", CheckingCodec(reading._DECODER))
        extractor = getattr(import_module("averral.extract"), "Extractor", None)
        if extractor is not None:
            patch.setattr(extractor, "read", _check_results(extractor.read))
        yield


def _check_results(read: Any) -> Any:
    def read_and_check(*arguments: Any, **named: Any) -> Reading:
        result = read(*arguments, **named)
        check_reading(result)
        return result

    return read_and_check
