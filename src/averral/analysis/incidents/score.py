"""How surely two happenings are one: what speaks for it and against it, weighed and added up."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sized

from averral.analysis.incidents.dates import compare_dates
from averral.analysis.incidents.kinds import compare_kinds, find_kin
from averral.analysis.incidents.marks import list_marks
from averral.analysis.incidents.places import compare_places
from averral.analysis.incidents.term import Term
from averral.analysis.incidents.tolls import compare_tolls
from averral.records.case_incident import Happening, IncidentTie

__all__ = ["JOIN", "PROPOSE", "WEIGHTS", "can_matter", "compare_happenings", "iter_terms", "score_tie", "weigh_shared"]

ACTORS = 1.5
"""Sum of the weights of shared actors that says all they can say."""
COPIED = 0.4
"""Share of common words from which on they are taken to be copied."""
COPIED_WORDS = 6
"""Words that there must be for that."""
JOIN = 0.8
"""From this score on a tie joins."""
PROPOSE = 0.5
"""From this score on a tie is shown to a person."""

KINDS = (
    ("same day", "same month"),
    ("shared place", "same place"),
    ("shared actors",),
    ("same toll",),
    ("shared words", "shared nouns"),
    ("shared names",),
    ("same words",),
    ("same words",),
    ("told on",),
    ("told on",),
)
"""What tells of one happening independently of the rest: when, where, who, how many, with which words, in which
affair. One alone is never enough, but for copied words and for what one document tells on."""
TELLING = 0.4
"""Points from which on something tells."""
WEIGHTS = {
    "alone": -3.0,
    "same words": 6.0,
    "start": -2.0,
    "type": 0.5,
    "other type": -2.0,
    "stage": -1.5,
    "same day": 3.2,
    "same month": 2.0,
    "same year": 1.0,
    "fresh": 2.0,
    "near day": 0.3,
    "other month": -2.2,
    "other year": -2.5,
    "before": -3.5,
    "stale": -1.5,
    "same place": 2.0,
    "far": -4.0,
    "other place": -1.0,
    "same toll": 2.7,
    "like toll": 1.0,
    "other toll": -0.7,
    "shared place": 2.2,
    "shared actors": 1.3,
    "shared nouns": 1.4,
    "shared triggers": 0.2,
    "shared words": 6.0,
    "shared names": 2.5,
    "chief": 1.3,
    "told on": 5.0,
}


def compare_happenings(a: Happening, b: Happening) -> IncidentTie | None:
    """What two happenings have in common and what speaks against it; null for groups of types that never are one."""
    if find_kin(a.type) != find_kin(b.type):
        return None
    a, b = (a, b) if a.key < b.key else (b, a)
    shared = set(list_marks(a)).intersection(list_marks(b))
    if a.document == b.document:
        shared = {mark for mark in shared if not mark.startswith("d:")}
    return IncidentTie(
        a=a.key,
        b=b.key,
        terms=tuple((term.name, round(term.value, 3)) for term in iter_terms(a, b)),
        shared=tuple(sorted(shared)),
        sizes=(_measure(a.words, b.words), _measure(a.about, b.about)),
    )


def _measure(a: Sized, b: Sized) -> float:
    """The geometric mean of two sizes, by which what they share is divided."""
    return round(math.sqrt(len(a) * len(b)), 3)


def iter_terms(a: Happening, b: Happening) -> Iterator[Term]:
    """What the two alone decide, whatever else is in the case."""
    yield from compare_kinds(a, b)
    yield from compare_dates(a, b)
    yield from compare_places(a, b)
    yield from compare_tolls(a, b)
    yield from compare_words(a, b)
    if a.document == b.document:
        yield from compare_telling(a, b)
    elif a.chief and b.chief:
        yield Term("chief", 1.0, "each is what its document tells most of")


def compare_words(a: Happening, b: Happening) -> Iterator[Term]:
    """Nearly the same words around the events are copied, however many copies there are: |A ∩ B| / |A ∪ B|."""
    if min(len(a.words), len(b.words)) >= COPIED_WORDS:
        shared = len(set(a.words).intersection(b.words))
        share = shared / (len(a.words) + len(b.words) - shared)
        if share > COPIED:
            value = (share - COPIED) / (1 - COPIED)
            yield Term("same words", value, f"{share:.0%} of the words around them are the same")


def compare_telling(a: Happening, b: Happening) -> Iterator[Term]:
    """What a report goes on to tell without a date of its own, it mostly tells of its chief matter."""
    if not (a.chief or b.chief):
        return
    aside = b if a.chief else a
    if aside.first is None and aside.last is None:
        value = 0.7 if set(aside.places) - {*a.places} and set(aside.places) - {*b.places} else 1.0
        yield Term("told on", value, "one document tells it on from its chief matter, without a date of its own")


def score_tie(tie: IncidentTie, weigh: Callable[[str], float]) -> float:
    """How surely the two are one, from 0 to 1: 1 / (1 + exp(-points)), the points of a logistic model.

    `weigh` says how rare a mark is in the case, from 0 to 1.
    """
    found = {name: WEIGHTS[name] * value for name, value in (*tie.terms, *weigh_shared(tie, weigh))}
    kinds = sum(max((found.get(name, 0.0) for name in names), default=0.0) >= TELLING for names in KINDS)
    points = WEIGHTS["start"] + sum(found.values()) + (WEIGHTS["alone"] if kinds < 2 else 0.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, points))))


def can_matter(tie: IncidentTie) -> bool:
    """Whether the tie would be worth showing if all that is shared were as rare as can be."""
    return score_tie(tie, lambda _: 1.0) >= PROPOSE


def weigh_shared(tie: IncidentTie, weigh: Callable[[str], float]) -> Iterator[tuple[str, float]]:
    """What the two share, by its kind, each from 0 to 1: the rarest place, noun and trigger; actors; words and names.

    Words and names count by the share that is common, weighed by rarity: sum of weights / sqrt(|A| |B|).
    """
    weights: dict[str, list[float]] = {}
    for mark in tie.shared:
        weights.setdefault(mark[0], []).append(weigh(mark))
    for letter, name in (("p", "shared place"), ("t", "shared triggers"), ("n", "shared nouns")):
        if letter in weights:
            yield name, max(weights[letter])
    if "a" in weights:
        yield "shared actors", min(1.0, sum(weights["a"]) / ACTORS)
    for size, letter, name in zip(tie.sizes, "wd", ("shared words", "shared names"), strict=True):
        if letter in weights and size:
            yield name, min(1.0, sum(weights[letter]) / size)
