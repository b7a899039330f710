"""Counts of agreement by layer, and the figures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

Figures = dict[str, Mapping[str, float]]


@dataclass
class Tally:
    """Counts of F1 layers, and the pairs of labels (gold, found) of accuracy layers."""

    hit: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    labels: dict[str, list[tuple[str | None, str | None]]] = field(default_factory=dict)

    def add(self, layer: str, hit: int, gold: int, found: int) -> None:
        """Count one document's hits in a layer."""
        self.hit[layer] += hit
        self.gold[layer] += gold
        self.found[layer] += found

    def compare(self, layer: str, gold: str | None, found: str | None) -> None:
        """Keep the labels of a matched pair."""
        self.labels.setdefault(layer, []).append((gold, found))

    def figures(self) -> Figures:
        """Percentages, micro-averaged: precision, recall and F1; accuracy and kappa of labels on matched pairs."""
        layers: Figures = {layer: self._f1(layer) for layer in self.gold}
        for layer, pairs in self.labels.items():
            right = sum(g == f for g, f in pairs)
            layers[layer] = {"n": len(pairs), "accuracy": percent(right, len(pairs)), "kappa": kappa(pairs)}
        return layers

    def _f1(self, layer: str) -> dict[str, float]:
        hit, gold, found = self.hit[layer], self.gold[layer], self.found[layer]
        return {
            "gold": gold,
            "found": found,
            "p": percent(hit, found),
            "r": percent(hit, gold),
            "f1": percent(2 * hit, gold + found),
        }


def percent(part: int, whole: int) -> float:
    """A share with one decimal, 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0


def kappa(pairs: list[tuple[str | None, str | None]]) -> float:
    """Cohen's kappa (1960), times 100; 100 where both always give the same one label."""
    total = len(pairs)
    if not total:
        return 0.0
    left, right = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    seen = sum(g == f for g, f in pairs) / total
    chance = sum(left[label] * right[label] for label in left) / total**2
    return round(100 * (seen - chance) / (1 - chance), 1) if chance < 1 else 100.0


def print_figures(figures: Figures) -> None:
    """One layer a line."""
    for layer, values in figures.items():
        print(f"{layer:42s}" + "".join(f" {name} {value:>6g}" for name, value in values.items()))
