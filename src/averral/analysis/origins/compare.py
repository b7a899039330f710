"""Two documents side by side: the passages, tellings and facts that both have, with nothing weighed yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from averral.analysis.origins.align import Match, align
from averral.analysis.origins.index import precedence
from averral.analysis.origins.shingles import unpack_shingles
from averral.analysis.origins.standing import closes_both, fills_form, says_something
from averral.analysis.origins.terms import list_name_words
from averral.analysis.origins.wording import Wording, list_read_spans, read_wording
from averral.records import Reading
from averral.records.origin import Fingerprint, OriginTie, Passage, SharedTelling, Telling

__all__ = ["compare"]

TERMS: Final = 12
"""Shared terms of two tellings that are kept."""
MOST: Final = 60
"""Shared tellings of two documents that are kept."""
SPOKEN: Final = 1
"""Terms that a telling must share with a whole document to be its word."""
NAMELESS: Final = 3
"""Terms that two tellings must share where no name is the same."""
FACTS: Final = 3
"""Names and numbers in the same order above which two documents have something in common whatever else."""

Side = tuple[Reading, Fingerprint]


def compare(one: Side, two: Side) -> OriginTie | None:
    """What two documents share, or null where they share nothing; the order of the two makes no difference."""
    if one[1].document == two[1].document:
        return None
    early, late = sorted((one, two), key=lambda side: precedence(side[1]))
    tie = OriginTie(
        a=early[1].document,
        b=late[1].document,
        passages=_list_passages(early, late),
        tellings=_list_tellings(early[1], late[1]),
        facts=_share_order(early[1].facts, late[1].facts),
        terms=tuple(sorted(set(early[1].terms).intersection(late[1].terms))),
    )
    return tie if tie.passages or tie.tellings or len(tie.facts) > FACTS else None


def _list_passages(early: Side, late: Side) -> tuple[Passage, ...]:
    """The passages, if any: two texts without a chosen run of words in common have none that is long enough."""
    one, two = (unpack_shingles(side[1].shingles)[0] for side in (early, late))
    if not len(np.intersect1d(one, two)):
        return ()
    a, b = (_word(side[0].document.text, tuple(list_read_spans(side[0].document))) for side in (late, early))
    matches = align(a, b)
    if len(matches) == 1 and closes_both(matches[0].words, (matches[0].a_end, matches[0].b_end), (len(a), len(b))):
        return ()
    found = (_place(match, a, b) for match in matches)
    return tuple(passage for passage in found if _is_own(passage, late[0].document.text, early[0].document.text))


def _is_own(passage: Passage, late: str, early: str) -> bool:
    """Whether a passage tells of something, and of the same in both texts."""
    here, there = late[passage.start : passage.end], early[passage.source_start : passage.source_end]
    return says_something(here) and not fills_form(here, there)


@lru_cache(maxsize=64)
def _word(text: str, spans: tuple[tuple[int, int], ...]) -> Wording:
    return read_wording(text, spans)


def _place(match: Match, a: Wording, b: Wording) -> Passage:
    return Passage(
        int(a.starts[match.a_start]), int(a.ends[match.a_end - 1]),
        int(b.starts[match.b_start]), int(b.ends[match.b_end - 1]),
        match.words, max(match.a_end - match.a_start, match.b_end - match.b_start),
    )  # fmt: skip


def _list_tellings(a: Fingerprint, b: Fingerprint) -> tuple[SharedTelling, ...]:
    found = [*_iter_pairs(a, b), *_iter_spoken(a, b), *(_flip(shared) for shared in _iter_spoken(b, a))]
    found.sort(key=lambda shared: (-4 * len(shared.quotes) - len(shared.terms), repr(shared)))
    return tuple(found[:MOST])


class _Keys(NamedTuple):
    """What two tellings may share, as sets."""

    names: frozenset[str]
    terms: frozenset[str]
    quotes: frozenset[int]
    said: frozenset[str]
    is_known: bool


def _read_keys(telling: Telling) -> _Keys:
    return _Keys(
        names=frozenset(telling.names),
        terms=frozenset(telling.terms),
        quotes=frozenset(telling.quotes),
        said=frozenset(telling.said),
        is_known=telling.entity is not None,
    )


def _iter_pairs(a: Fingerprint, b: Fingerprint) -> Iterator[SharedTelling]:
    theirs = [_read_keys(telling) for telling in b.tellings]
    for here, one in enumerate(map(_read_keys, a.tellings)):
        for there, two in enumerate(theirs):
            shared = _share(one, two, here, there)
            if shared is not None:
                yield shared


def _share(one: _Keys, two: _Keys, here: int, there: int) -> SharedTelling | None:
    is_named, is_quoted = not one.names.isdisjoint(two.names), not one.quotes.isdisjoint(two.quotes)
    if not (is_quoted or is_named or (one.is_known and two.is_known)):
        return None
    terms = one.terms & two.terms
    if not is_quoted and (len(terms) < NAMELESS if not is_named else not terms and one.said.isdisjoint(two.said)):
        return None
    names, quotes = one.names & two.names, one.quotes & two.quotes
    return SharedTelling(here, there, tuple(sorted(names)), tuple(sorted(terms)[:TERMS]), tuple(sorted(quotes)[:TERMS]))


def _iter_spoken(a: Fingerprint, b: Fingerprint) -> Iterator[SharedTelling]:
    """Tellings of `a` that may be the word of `b` as a whole: its outlet is who speaks."""
    outlets = [set(list_name_words(outlet)) for outlet in b.outlets]
    whole = set(b.terms)
    for number, telling in enumerate(a.tellings):
        names = set(telling.names)
        shared = max(
            (outlet & names for outlet in outlets), key=lambda words: (len(words), sorted(words)), default=None
        )
        terms = sorted(whole.intersection(telling.terms))
        if shared and (len(terms) >= SPOKEN or telling.said):
            yield SharedTelling(number, None, tuple(sorted(shared)), tuple(terms[:TERMS]), ())


def _flip(shared: SharedTelling) -> SharedTelling:
    return SharedTelling(shared.b, shared.a, shared.names, shared.terms, shared.quotes)


def _share_order(a: Sequence[str], b: Sequence[str]) -> tuple[str, ...]:
    """The facts that both have, as many of them as stand in the same order in both (longest increasing run)."""
    place = {fact: number for number, fact in enumerate(a)}
    both = [(place[fact], fact) for fact in b if fact in place]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (there, _) in enumerate(both):
        at = bisect_left(tails, there)
        tails[at:] = [there, *tails[at + 1 :]] if at < len(tails) else [there]
        ends[at:] = [number, *ends[at + 1 :]] if at < len(ends) else [number]
        before.append(ends[at - 1] if at else -1)
    run: list[str] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        run.append(both[number][1])
        number = before[number]
    return tuple(reversed(run))
