"""How alike two partitions of the same mentions are: MUC, B³ and CEAFe, and their mean, the CoNLL score.

No scorer on PyPI is small, kept up and usable as a library (the reference scorer is a Perl program), so the three are
here; each follows its paper, and singletons count as they do in Pradhan et al. 2014 (a MUC link needs two mentions).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

from benchmarks.actors import Score, b_cubed

__all__ = ["ceaf_e", "conll", "muc"]

Partition = Mapping[Hashable, Hashable]


def conll(gold: Partition, found: Partition) -> dict[str, Score]:
    """The three scores by name, and "CoNLL", whose F1 is the mean of theirs (Pradhan et al. 2012)."""
    scores = {"MUC": muc(gold, found), "B3": b_cubed(gold, found), "CEAFe": ceaf_e(gold, found)}
    means = (sum(score[n] for score in scores.values()) / 3 for n in range(3))
    return scores | {"CoNLL": Score(*means, items=len(gold))}


def muc(gold: Partition, found: Partition) -> Score:
    """Vilain et al. 1995: the links that are kept, of those that are needed to hold each cluster together."""
    recall, precision = _keep_links(gold, found), _keep_links(found, gold)
    return _score(precision, recall, len(gold))


def _keep_links(of: Partition, by: Partition) -> float:
    groups = _group(of)
    needed = sum(len(group) - 1 for group in groups.values())
    kept = sum(len(group) - len({by[item] for item in group}) for group in groups.values())
    return kept / needed if needed else 0.0


def ceaf_e(gold: Partition, found: Partition) -> Score:
    """Luo 2005 with phi 4: clusters are paired one to one so that the sum of 2 |A ∩ B| / (|A| + |B|) is greatest."""
    golds, founds = Counter(gold.values()), Counter(found.values())
    both = Counter((gold[item], found[item]) for item in gold)
    likeness = {pair: 2 * n / (golds[pair[0]] + founds[pair[1]]) for pair, n in both.items()}
    best = sum(_assign(part) for part in _split(likeness))
    return _score(best / len(founds) if founds else 0.0, best / len(golds) if golds else 0.0, len(gold))


def _split(likeness: Mapping[tuple[Hashable, Hashable], float]) -> list[dict[tuple[Hashable, Hashable], float]]:
    """The pairs by connected component, as clusters that share nothing are never paired."""
    parent: dict[tuple[int, Hashable], tuple[int, Hashable]] = {}

    def find(node: tuple[int, Hashable]) -> tuple[int, Hashable]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for a, b in likeness:
        parent[find((0, a))] = find((1, b))
    parts: dict[tuple[int, Hashable], dict[tuple[Hashable, Hashable], float]] = defaultdict(dict)
    for pair, value in likeness.items():
        parts[find((0, pair[0]))][pair] = value
    return list(parts.values())


def _assign(likeness: Mapping[tuple[Hashable, Hashable], float]) -> float:
    """The greatest sum of a one-to-one pairing (Kuhn 1955, with the potentials of Jonker and Volgenant 1987)."""
    rows, columns = list({a for a, _ in likeness}), list({b for _, b in likeness})
    size = max(len(rows), len(columns))
    cost = [
        [-likeness.get((rows[i], columns[j]), 0.0) if i < len(rows) and j < len(columns) else 0.0 for j in range(size)]
        for i in range(size)
    ]
    up, down, match = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        _augment(cost, row, (up, down), match)
    return -sum(cost[match[j] - 1][j - 1] for j in range(1, size + 1))


def _augment(cost: list[list[float]], row: int, potentials: tuple[list[float], list[float]], match: list[int]) -> None:
    up, down = potentials
    size = len(cost)
    least, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    match[0], here = row, 0
    while match[here]:
        used[here] = True
        delta, there = float("inf"), 0
        for j in range(1, size + 1):
            if used[j]:
                continue
            value = cost[match[here] - 1][j - 1] - up[match[here]] - down[j]
            if value < least[j]:
                least[j], way[j] = value, here
            if least[j] < delta:
                delta, there = least[j], j
        for j in range(size + 1):
            if used[j]:
                up[match[j]] += delta
                down[j] -= delta
            else:
                least[j] -= delta
        here = there
    while here:
        match[here] = match[way[here]]
        here = way[here]


def _group(partition: Partition) -> dict[Hashable, list[Hashable]]:
    groups: dict[Hashable, list[Hashable]] = defaultdict(list)
    for item, cluster in partition.items():
        groups[cluster].append(item)
    return groups


def _score(precision: float, recall: float, items: int) -> Score:
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0, items)
