"""Ties between different names: those that share a rare key are compared, never all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from averral.analysis.actors.forms import read_form
from averral.analysis.actors.likeness import JOIN, PROPOSE, Comparer, fold_forms
from averral.analysis.actors.names import Name
from averral.analysis.actors.surroundings import Surroundings
from averral.analysis.actors.tie import Tie, Ties, tie

__all__ = ["iter_candidates", "tie_names"]

CANDIDATES = 8
"""Names that each name is compared with at most, those with the rarest common key first."""
BLOCK = 40
"""Of a longer block only neighbours in the order of the alphabet are compared."""
WINDOW = 3
"""How many neighbours those are."""
MARGIN = 0.05
"""A name that fits two that cannot be one must fit the better one by so much."""
ALIAS = 0.9
"""A full form in common: one document says that both are one."""
SUPPORT = 0.05
"""What one shared rare neighbour adds to a score; two are the most that count."""
WITNESSES = 20
"""Sightings of each name whose neighbours are looked at."""


def iter_candidates(names: Sequence[Name], comparer: Comparer) -> Iterator[tuple[int, int]]:
    """Pairs of strong names that share a key; their number is bounded for each name."""
    blocks: dict[str, list[int]] = {}
    keys_of: dict[int, list[str]] = {}
    for number, name in enumerate(names):
        if name.strong:
            keys_of[number] = sorted({key for form in name.list_forms() for key in _list_keys(form, name, comparer)})
            for key in keys_of[number]:
                blocks.setdefault(key, []).append(number)
    for key, block in blocks.items():
        if len(block) > BLOCK:
            blocks[key] = sorted(block, key=lambda number: (names[number].folded, number))
    places = {key: {n: at for at, n in enumerate(block)} for key, block in blocks.items() if len(block) > BLOCK}
    for number, keys in keys_of.items():
        for other in _choose(number, sorted(keys, key=lambda key: (len(blocks[key]), key)), blocks, places):
            yield number, other


def _list_keys(form: str, name: Name, comparer: Comparer) -> list[str]:
    return [*comparer.list_keys(form, name.family), "=" + read_form(form, name.family).folded]


def _choose(number: int, keys: list[str], blocks: dict[str, list[int]], places: dict[str, dict[int, int]]) -> list[int]:
    chosen: dict[int, None] = {}
    for key in keys:
        block = blocks[key]
        if key in places:
            at = places[key][number]
            block = block[at + 1 : at + 1 + WINDOW]
        for other in block:
            if other != number:
                chosen.setdefault(other)
            if len(chosen) == CANDIDATES:
                return list(chosen)
    return list(chosen)


def tie_names(names: Sequence[Name], hubs: Sequence[int], comparer: Comparer, surroundings: Surroundings) -> Ties:
    """Score the candidates; `hubs` gives the sighting that stands for each name."""
    scored: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {}
    for a, b in iter_candidates(names, comparer):
        pair = (min(a, b), max(a, b))
        if pair not in scored:
            scored[pair] = _score(names, pair, comparer, surroundings)
    sure = {pair: found for pair, found in scored.items() if found[0] >= JOIN}
    rivals = _find_rivals(sure, comparer)
    ties = Ties([], [])
    for pair, (score, reasons) in scored.items():
        if pair in rivals:
            ties.unsure.append(_make(hubs, pair, score, (*reasons, rivals[pair])))
        elif score >= PROPOSE:
            (ties.sure if score >= JOIN else ties.unsure).append(_make(hubs, pair, score, reasons))
    return ties


def _make(hubs: Sequence[int], pair: tuple[int, int], score: float, reasons: tuple[str, ...]) -> Tie:
    return tie(score, hubs[pair[0]], hubs[pair[1]], *reasons)


def _score(
    names: Sequence[Name], pair: tuple[int, int], comparer: Comparer, surroundings: Surroundings
) -> tuple[float, tuple[str, ...]]:
    one, two = (comparer.signatures[number] for number in pair)
    if not comparer.are_compatible(*pair):
        return 0.0, ()
    score, reasons = comparer.compare_best(one, two)
    common = fold_forms(one) & fold_forms(two)
    if common and score < ALIAS:
        score, reasons = ALIAS, (f"both are called “{min(common)}”",)
    if PROPOSE - 2 * SUPPORT <= score < JOIN + MARGIN:
        a, b = (names[number] for number in pair)
        support, shared = surroundings.share(_witnesses(a), _witnesses(b), {a.folded, b.folded})
        if support:
            score = min(1.0, score + SUPPORT * min(2.0, support))
            reasons = (*reasons, f"both appear with {_enumerate(shared)}")
    return score, reasons


def _witnesses(name: Name) -> list[int]:
    return (name.members or name.doubtful)[:WITNESSES]


def _enumerate(shared: Sequence[str]) -> str:
    return ", ".join(shared[:3])


def _find_rivals(
    sure: dict[tuple[int, int], tuple[float, tuple[str, ...]]], comparer: Comparer
) -> dict[tuple[int, int], str]:
    """Pairs in which one name fits another one nearly as well, and those two cannot be one."""
    fits: dict[int, list[tuple[float, int]]] = {}
    for (a, b), (score, _) in sure.items():
        fits.setdefault(a, []).append((-score, b))
        fits.setdefault(b, []).append((-score, a))
    rivals = {}
    for number, found in fits.items():
        found.sort()
        best, first = found[0]
        for score, other in found[1:]:
            if score - best < MARGIN and _are_two(first, other, comparer):
                for one, rival in ((first, other), (other, first)):
                    name = comparer.signatures[rival].forms[0]
                    rivals[min(number, one), max(number, one)] = f"but it may as well be {name}"
    return rivals


def _are_two(a: int, b: int, comparer: Comparer) -> bool:
    """Whether two names are not one bearer's: for persons in doubt, for others only where they exclude each other."""
    if not comparer.are_compatible(a, b):
        return True
    one, two = comparer.signatures[a], comparer.signatures[b]
    return "person" in one.families and comparer.compare_best(one, two)[0] < JOIN
