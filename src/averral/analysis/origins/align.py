"""Passages that two texts share word for word or nearly, with their places in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np

from averral.analysis.origins.wording import Wording, hash_runs

__all__ = ["Match", "align"]

SEED: Final = 3
"""Words of a run that both texts must have for an alignment to start there."""
REPEATS: Final = 6
"""Places of one run in one text that are looked at: a text that repeats itself without end costs no more."""
GAP: Final = 7
"""Changed words in a row that a passage may have."""
SLIP: Final = 4
"""Words that one text may have more than the other in such a gap."""
LEAST: Final = 18
"""Words that both must have: at 9 words in 10 kept, a passage of 20 words. Set phrases and long names are shorter."""
KEPT: Final = 0.75
"""Share of a passage's words that both have, on the side that has more of them."""
SHORT: Final = 25
"""Words below which a passage must be kept more strictly, as set phrases with other names in them are no copies."""
SHORT_KEPT: Final = 0.9
"""The share that must be kept then: at most one word in ten is another one."""
OPEN: Final = 16
"""Passages that are followed at once."""


class _Run(NamedTuple):
    """Words that both have, one after the other: from the word numbered `a` in the one, `b` in the other."""

    a: int
    b: int
    length: int


class Match(NamedTuple):
    """A passage in numbers of words, half-open; `words` of them both texts have."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int


def align(a: Wording, b: Wording, least: int = LEAST) -> tuple[Match, ...]:
    """All passages of at least `least` shared words, in the order of the first text; none overlaps another.

    Seed and extend: runs of three words that both have are joined along the text where the words between them are few
    (GAP) and about as many in both (SLIP). The longest passage wins where two want the same words.
    """
    if min(len(a), len(b)) < least:
        return ()
    chains = _chain(_list_runs(a, b))
    found = [match for match in map(_measure, chains) if match.words >= least and _is_dense(match)]
    return _choose(found)


def _list_runs(a: Wording, b: Wording) -> list[_Run]:
    """Maximal runs of shared words, by their start in `a`."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, key in enumerate(hash_runs(b.keys, SEED).tolist()):
        places[key].append(place)
    pairs = [
        (there - here, here)
        for here, key in enumerate(hash_runs(a.keys, SEED).tolist())
        for there in places.get(key, ())[:REPEATS]
    ]
    if not pairs:
        return []
    seeds = np.array(sorted(pairs), np.int64)
    breaks = np.flatnonzero((np.diff(seeds[:, 0]) != 0) | (np.diff(seeds[:, 1]) != 1)) + 1
    firsts, lasts = np.r_[0, breaks], np.r_[breaks, len(seeds)]
    runs = [
        _Run(int(seeds[first, 1]), int(seeds[first].sum()), int(last - first) + SEED - 1)
        for first, last in zip(firsts, lasts, strict=True)
    ]
    return sorted(runs)


def _chain(runs: Iterable[_Run]) -> list[list[_Run]]:
    """Runs that follow each other in both texts; each goes to the open chain that it fits best."""
    done: list[list[_Run]] = []
    still: list[list[_Run]] = []
    for run in runs:
        still = [chain for chain in still if run.a - chain[-1].a - chain[-1].length <= GAP][-OPEN:]
        fitting = [(slip, number) for number, chain in enumerate(still) if (slip := _slip(chain[-1], run)) is not None]
        if fitting:
            still[min(fitting)[1]].append(run)
        else:
            still.append([run])
            done.append(still[-1])
    return done


def _slip(before: _Run, run: _Run) -> int | None:
    """By how much the gaps on both sides differ; null where the run cannot follow."""
    here, there = run.a - before.a - before.length, run.b - before.b - before.length
    if run.a <= before.a or run.b <= before.b or there > GAP or abs(here - there) > SLIP:
        return None
    return abs(here - there)


def _measure(chain: Sequence[_Run]) -> Match:
    words, a_end, b_end = 0, 0, 0
    for run in chain:
        covered = max(0, a_end - run.a, b_end - run.b)
        words += max(0, run.length - covered)
        a_end, b_end = max(a_end, run.a + run.length), max(b_end, run.b + run.length)
    return Match(chain[0].a, a_end, chain[0].b, b_end, words)


def _is_dense(match: Match) -> bool:
    kept = KEPT if match.words >= SHORT else SHORT_KEPT
    return match.words >= kept * max(match.a_end - match.a_start, match.b_end - match.b_start)


def _choose(found: Iterable[Match]) -> tuple[Match, ...]:
    taken: list[Match] = []
    for match in sorted(found, key=lambda match: (-match.words, match)):
        if not any(_overlap(match, other) for other in taken):
            taken.append(match)
    return tuple(sorted(taken))


def _overlap(one: Match, two: Match) -> bool:
    here = one.a_start < two.a_end and two.a_start < one.a_end
    return here or (one.b_start < two.b_end and two.b_start < one.b_end)


def iter_spans(matches: Iterable[Match], a: Wording, b: Wording) -> Iterator[tuple[int, int, int, int]]:
    """The passages in code points: from the first letter of their first word to the last of their last."""
    for match in matches:
        yield (
            int(a.starts[match.a_start]), int(a.ends[match.a_end - 1]),
            int(b.starts[match.b_start]), int(b.ends[match.b_end - 1]),
        )  # fmt: skip
