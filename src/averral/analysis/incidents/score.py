"""How surely two happenings are one: what speaks for it and against it, weighed and added up."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Sized

from averral.analysis.incidents.dates import compare_dates
from averral.analysis.incidents.kinds import compare_kinds, find_kin
from averral.analysis.incidents.marks import list_marks
from averral.analysis.incidents.places import compare_places
from averral.analysis.incidents.term import Term
from averral.analysis.incidents.tolls import compare_tolls
from averral.analysis.incidents.words import iter_stems
from averral.records.case_incident import Happening, IncidentTie

__all__ = ["JOIN", "PROPOSE", "WEIGHTS", "compare_happenings", "iter_terms", "score_tie", "weigh_shared"]

ENOUGH = 1.5
"""Sum of the weights of shared actors, or of words of names, that says all they can say."""
LEAST = 8
"""Words that a text is taken to have at least, so that one shared word is not all."""
COPIED = 0.4
"""Share of common words from which on they are taken to be copied."""
COPIED_WORDS = 6
"""Words that there must be for that."""
JOIN = 0.75
"""From this score on a tie joins."""
PROPOSE = 0.5
"""From this score on a tie is shown to a person."""

KINDS = {
    "same day": 0, "same month": 0, "shared dates": 0,
    "same place": 1, "shared place": 1, "shared scene": 1,
    "shared actors": 2,
    "same toll": 3,
    "shared words": 4, "shared nouns": 4,
    "shared names": 5,
}  # fmt: skip
"""What tells of one happening independently of the rest: when, where, who, how many, which words, which affair."""
ENOUGH_ALONE = frozenset({"same words", "told on"})
"""What needs nothing beside it: copied words, and what one document tells on."""
TELLING = 0.4
"""Points from which on something tells."""
_RAREST = {"p": "shared place", "t": "shared triggers", "n": "shared nouns", "y": "shared dates", "k": "shared type"}
_SUMMED = {"a": "shared actors", "s": "shared scene"}
WEIGHTS = {
    "alone": -2.0,
    "same words": 5.0,
    "start": -1.4,
    "type": 0.1,
    "other type": -2.5,
    "stage": -0.5,
    "same day": 2.0,
    "same month": 1.0,
    "same year": 0.9,
    "fresh": 2.0,
    "near day": 0.0,
    "other month": -1.8,
    "other year": -2.2,
    "before": -2.2,
    "stale": -2.0,
    "same place": 2.0,
    "far": -4.0,
    "other place": -0.6,
    "same toll": 1.4,
    "like toll": 0.8,
    "other toll": -0.1,
    "shared place": 3.0,
    "shared actors": 0.3,
    "shared type": 0.9,
    "shared scene": 1.2,
    "shared dates": 1.8,
    "shared nouns": 0.7,
    "shared triggers": 0.3,
    "shared words": 6.5,
    "shared names": 2.5,
    "chief": 0.5,
    "chief of affair": 2.0,
    "type of affair": 2.0,
    "told on": 2.2,
}


def compare_happenings(a: Happening, b: Happening, shared: Collection[str] | None = None) -> IncidentTie | None:
    """What two happenings have in common and what speaks against it; null for groups of types that never are one.

    `shared` are the marks that both have, where they are known already.
    """
    if find_kin(a.type) != find_kin(b.type):
        return None
    a, b = (a, b) if a.key < b.key else (b, a)
    shared = _cut_echoes(set(list_marks(a)).intersection(list_marks(b)) if shared is None else shared)
    if a.document == b.document:
        shared = {mark for mark in shared if not mark.startswith("d:")}
    return IncidentTie(
        a=a.key,
        b=b.key,
        terms=tuple((term.name, round(term.value, 3)) for term in iter_terms(a, b)),
        shared=tuple(sorted(shared)),
        sizes=(_measure(a.words, b.words), _measure(a.about, b.about)),
    )


def _cut_echoes(shared: Collection[str]) -> set[str]:
    """Without words and names that only say again what a place, a name or a trigger has said."""
    places = {mark[2:] for mark in shared if mark[0] == "p"}
    said = {stem for place in places for stem in iter_stems(place)}
    names = {mark[2:] for mark in shared if mark[0] == "s"}
    triggers = {mark[2:] for mark in shared if mark[0] == "t"}
    echoes = {f"s:{stem}" for stem in said} | {f"w:{stem}" for stem in (*said, *names, *triggers)}
    return set(shared) - echoes - {f"d:{place}" for place in places}


def _measure(a: Sized, b: Sized) -> float:
    """The smaller of two sizes, by which what they share is divided."""
    return float(max(LEAST, min(len(a), len(b))))


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

    `weigh` says how rare a mark is in the case, from 0 to 1. Where all that tells is of one kind, `alone` is taken off.
    """
    points, kinds, plain = WEIGHTS["start"], set(), False
    for name, value in (*tie.terms, *weigh_shared(tie, weigh)):
        found = WEIGHTS[name] * value
        points += found
        if found >= TELLING:
            kinds.add(KINDS.get(name))
            plain = plain or name in ENOUGH_ALONE
    if not plain and len(kinds - {None}) < 2:
        points += WEIGHTS["alone"]
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, points))))


def weigh_shared(tie: IncidentTie, weigh: Callable[[str], float]) -> Iterator[tuple[str, float]]:
    """What the two share, by its kind, each from 0 to 1: the rarest place, noun and trigger; actors; words and names.

    Words and names count by the share that is common, weighed by rarity: sum of weights / sqrt(|A| |B|).
    """
    weights: dict[str, list[float]] = {}
    for mark in tie.shared:
        weights.setdefault(mark[0], []).append(weigh(mark))
    yield from ((_RAREST[letter], max(some)) for letter, some in weights.items() if letter in _RAREST)
    yield from ((_SUMMED[letter], min(1.0, sum(s) / ENOUGH)) for letter, s in weights.items() if letter in _SUMMED)
    if "w" in weights:
        yield "shared words", min(1.0, sum(weights["w"]) / tie.sizes[0])
    if "d" in weights:
        affair = min(1.0, sum(weights["d"]) / tie.sizes[1])
        yield "shared names", affair
        if "k" in weights:
            yield "type of affair", affair * max(weights["k"])
        if any(name == "chief" for name, _ in tie.terms):
            yield "chief of affair", affair
