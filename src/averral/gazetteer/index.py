"""The compiled gazetteer: plain arrays, mapped into memory, that are opened in a moment and never unpickled.

A name is looked up by the hash of its key: 16 bits choose a bucket, 32 more are compared inside it, so that of a
million names that are not there fewer than one is taken for another. `training/compile_places.py` writes the files.
"""

from __future__ import annotations

import enum
import hashlib
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["NONE", "ROW", "Index", "NameKind", "PlaceKind", "build_index", "hash_name", "read_index", "write_index"]

NONE: Final = 65535
"""The country or division of what has none."""
KIND_BITS: Final = 3
ROW: Final = np.dtype([
    ("geonames", "<u4"), ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("name", "<u4"),
    ("country", "<u2"), ("division", "<u2"), ("kind", "u1"), ("size", "u1"),
])  # fmt: skip
"""`country` and `division` are numbers of rows (countries come first, divisions second), `name` and `size` where the
name's UTF-8 lies in `names`; `geonames` is 0 where the sources give no id."""


class PlaceKind(enum.IntEnum):
    """What a row is; a division is of the first level, a district of the second."""

    COUNTRY = 0
    DIVISION = 1
    REGION = 2
    DISTRICT = 3
    SETTLEMENT = 4
    CAPITAL = 5


class NameKind(enum.IntEnum):
    """How a name stands to its place.

    Its own; one of our tables'; another of GeoNames'; its own without "Province" or "al-"; an abbreviation ("TX");
    and one that only sounds alike (`names.loose_key`).
    """

    MAIN = 0
    ALIAS = 1
    ALTERNATE = 2
    BARE = 3
    SHORT = 4
    LOOSE = 5


class Index(NamedTuple):
    """`buckets` has 65,537 borders in `keys`; `postings` are as long as `keys`, each a row and a kind of name."""

    rows: NDArray[Any]
    names: NDArray[np.uint8]
    codes: NDArray[Any]
    buckets: NDArray[np.uint32]
    keys: NDArray[np.uint32]
    postings: NDArray[np.uint32]

    def find(self, key: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The rows that bear a name with this key, and how each bears it."""
        bucket, rest = hash_name(key)
        start, end = int(self.buckets[bucket]), int(self.buckets[bucket + 1])
        found = self.postings[start:end][self.keys[start:end] == rest].astype(np.int64)
        return found >> KIND_BITS, found & (1 << KIND_BITS) - 1

    def name(self, row: int) -> str:
        """The name of a row."""
        start, size = int(self.rows["name"][row]), int(self.rows["size"][row])
        return bytes(self.names[start : start + size]).decode()

    def code(self, country: int) -> str | None:
        """The ISO 3166-1 code of the country in a row, null for NONE."""
        return bytes(self.codes[country]).decode() if country != NONE else None


def hash_name(key: str) -> tuple[int, int]:
    """Bucket and rest of the hash."""
    value = int.from_bytes(hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=6).digest(), "big")
    return value >> 32, value & 0xFFFFFFFF


def build_index(rows: NDArray[Any], names: bytes, codes: list[str], keys: dict[tuple[str, int], int]) -> Index:
    """`keys` has the kind of name of each (folded name, row)."""
    entries = sorted((*hash_name(key), row << KIND_BITS | kind) for (key, row), kind in keys.items())
    table = np.array(entries, np.int64).reshape(-1, 3)
    buckets = np.searchsorted(table[:, 0], np.arange(65537)).astype("<u4")
    return Index(
        rows,
        np.frombuffer(names, np.uint8),
        np.array(codes, "S2"),
        buckets,
        table[:, 1].astype("<u4"),
        table[:, 2].astype("<u4"),
    )


def write_index(index: Index, folder: Path) -> None:
    """One `places.FIELD.npy` for each array."""
    for field, array in index._asdict().items():
        np.save(folder / f"places.{field}.npy", array, allow_pickle=False)


def read_index(folder: Path) -> Index:
    """Map the files of `write_index`; pages are read from disk as look-ups touch them."""
    fields = (np.load(folder / f"places.{field}.npy", mmap_mode="r", allow_pickle=False) for field in Index._fields)
    # The plain view of a mapped array is the same memory, and is cut several times as fast.
    return Index(*(np.asarray(field) for field in fields))
