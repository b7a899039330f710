"""Which documents may share an origin with a given one, found without touching the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from averral.analysis.origins.shingles import unpack_shingles
from averral.records.edtf import edtf_days
from averral.records.origin import Fingerprint

__all__ = ["OriginIndex", "list_pairs", "precedence"]

HOLDERS: Final = 6
"""Earliest documents of one key that all others of that key are laid beside: 500 copies make some 3,000 pairs."""
SHARED: Final = (2, 2)
"""Keys that two documents must share: runs of words, and marks of statements and facts."""
PENDING: Final = 500
"""Documents that are held apart before they are sorted in."""

Array = npt.NDArray[np.uint64]


def precedence(fingerprint: Fingerprint) -> tuple[str, str, str]:
    """What puts documents in order: the first day of publication (unknown ones last), its EDTF, then the id."""
    days = edtf_days(fingerprint.published)
    first = days.first.isoformat() if days and days.first else "~"
    return first, fingerprint.published or "", fingerprint.document


class _Postings:
    """Keys and the numbers of the documents that have them: a sorted table, and what came since."""

    def __init__(self, keys: Sequence[npt.NDArray[np.uint32]]) -> None:
        lengths = [len(some) for some in keys]
        numbers = np.repeat(np.arange(len(keys), dtype=np.uint64), lengths)
        flat = np.concatenate([*keys, np.zeros(0, np.uint32)]).astype(np.uint64)
        self.table: Array = np.unique((flat << np.uint64(32)) | numbers)
        self._since: dict[int, list[int]] = defaultdict(list)

    def add(self, number: int, keys: npt.NDArray[np.uint32]) -> None:
        for key in np.unique(keys).tolist():
            self._since[key].append(number)

    def iter_holders(self, keys: npt.NDArray[np.uint32]) -> Iterator[list[int]]:
        """For each key the numbers of those that have it."""
        some = np.unique(keys).astype(np.uint64)
        firsts = np.searchsorted(self.table, some << np.uint64(32))
        lasts = np.searchsorted(self.table, (some + np.uint64(1)) << np.uint64(32))
        for key, first, last in zip(some.tolist(), firsts.tolist(), lasts.tolist(), strict=True):
            since = self._since.get(key, ())
            if last > first or since:
                yield [*(self.table[first:last] & np.uint64(0xFFFFFFFF)).tolist(), *since]

    def list_pairs(self, least: int) -> Array:
        """Pairs of numbers, the lower in the upper half, of which one is among the HOLDERS of `least` shared keys."""
        keys, numbers = self.table >> np.uint64(32), self.table & np.uint64(0xFFFFFFFF)
        opens = np.r_[True, keys[1:] != keys[:-1]] if len(keys) else np.zeros(0, bool)
        starts = np.flatnonzero(opens)
        place = np.arange(len(keys)) - np.repeat(starts, np.diff(np.r_[starts, len(keys)]))
        found = []
        for holder in range(HOLDERS):
            later = np.flatnonzero(place > holder)
            found.append((numbers[later - place[later] + holder] << np.uint64(32)) | numbers[later])
        pairs, counts = np.unique(np.concatenate(found), return_counts=True)
        return pairs[counts >= least]


class OriginIndex:
    """Documents by the runs of words and the marks of their statements; grows by one document at a time.

    Two documents are candidates where one of them is among the HOLDERS earliest of enough keys that both have (SHARED),
    so that what all documents of an outlet have, or 500 copies of one text, costs a bounded number of pairs for each.
    """

    def __init__(self, fingerprints: Iterable[Fingerprint] = ()) -> None:
        self._fingerprints = sorted({found.document: found for found in fingerprints}.values(), key=precedence)
        self._settle()

    def __len__(self) -> int:
        return len(self._fingerprints)

    def add(self, fingerprint: Fingerprint) -> None:
        """Take one more document in; one that is known already is left as it is."""
        if fingerprint.document in self._number_of:
            return
        number = len(self._fingerprints)
        self._number_of[fingerprint.document] = number
        self._fingerprints.append(fingerprint)
        self._order.append(precedence(fingerprint))
        for postings, keys in zip(self._postings, _read_keys(fingerprint), strict=True):
            postings.add(number, keys)
        if number - self._settled > PENDING:
            self._fingerprints.sort(key=precedence)
            self._settle()

    def find(self, fingerprint: Fingerprint) -> tuple[str, ...]:
        """Ids of the documents to compare this one with, sorted; it may be in the index or not."""
        own = precedence(fingerprint)
        found: set[int] = set()
        for postings, keys, least in zip(self._postings, _read_keys(fingerprint), SHARED, strict=True):
            counts: Counter[int] = Counter()
            for holders in postings.iter_holders(keys):
                counts.update(self._choose(holders, own))
            found |= {number for number, count in counts.items() if count >= least}
        return tuple(sorted(self._fingerprints[number].document for number in found))

    def iter_pairs(self) -> Iterator[tuple[str, str]]:
        """All pairs of candidates, the earlier document first, in order."""
        if len(self._fingerprints) > self._settled:
            self._fingerprints.sort(key=precedence)
            self._settle()
        found = [postings.list_pairs(least) for postings, least in zip(self._postings, SHARED, strict=True)]
        pairs = np.unique(np.concatenate(found))
        for pair in pairs.tolist():
            first, second = pair >> 32, pair & 0xFFFFFFFF
            yield self._fingerprints[first].document, self._fingerprints[second].document

    def _settle(self) -> None:
        self._number_of = {found.document: number for number, found in enumerate(self._fingerprints)}
        self._order = [precedence(found) for found in self._fingerprints]
        self._settled = len(self._fingerprints)
        keys = [_read_keys(found) for found in self._fingerprints]
        self._postings = tuple(_Postings([some[kind] for some in keys]) for kind in range(2))

    def _choose(self, holders: Iterable[int], own: tuple[str, str, str]) -> list[int]:
        """All others where the document itself is among the earliest, else the earliest."""
        others = [number for number in holders if self._order[number] != own]
        earlier = sum(self._order[number] < own for number in others)
        if earlier < HOLDERS or len(others) <= HOLDERS:
            return others
        return sorted(others, key=self._order.__getitem__)[:HOLDERS]


def list_pairs(fingerprints: Iterable[Fingerprint]) -> frozenset[tuple[str, str]]:
    """All pairs of candidates in a pile, the earlier document first."""
    return frozenset(OriginIndex(fingerprints).iter_pairs())


def _read_keys(fingerprint: Fingerprint) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint32]]:
    packed = fingerprint.keys[: len(fingerprint.keys) // 4 * 4]
    return unpack_shingles(fingerprint.shingles)[0], np.frombuffer(packed, "<u4").astype(np.uint32)
