"""Choose thresholds and calibrate probabilities of a bundle on development data.

    python -m training.calibrate --bundle src/averral/encoder/model --data ../shared/data

Development data are PolNeAR dev (flat: only the outermost attributions are judged) and the `dev` topics of
corpus/passages (all depths). An attribution counts as right when its content and its source both overlap one gold
attribution's, one to one. Mentions are judged by exact span and type on the `dev` topics, averrals by no gold content
touching them. The chance of being right is a logistic regression on each head's raw scores (Platt 1999).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from averral.encoder.bundle import load_bundle
from averral.encoder.session import Encoder
from averral.extract.attributions import FEATURES, FoundAttribution, find_attributions
from averral.extract.section import iter_sections
from averral.records import Block, Document, digest_bytes, digest_text
from training.corpora import read_own, read_polnear
from training.examples import Gold
from training.export import write_manifest


def gold_document(gold: Gold) -> Document:
    """A gold text as one document of body text, a block for each line."""
    blocks, start = [], 0
    for line in gold.text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), "body"))
        start += len(line) + 1
    data = gold.text.encode()
    return Document(
        id=digest_bytes(data), uri="", media_type="text/plain", text=gold.text, text_sha256=digest_text(gold.text),
        blocks=tuple(blocks), language="en",
    )  # fmt: skip


def overlap(a: tuple, b: tuple) -> int:
    """Characters that two groups of spans share."""
    return sum(max(0, min(e, f) - max(s, g)) for s, e in a for g, f in b)


def judge(gold: Gold, found: list[FoundAttribution]) -> list[bool]:
    """Which of the found attributions are right."""
    right = [False] * len(found)
    pairs = []
    for i, g in enumerate(gold.attributions or ()):
        for j, f in enumerate(found):
            content = overlap(g.content, tuple((s.start, s.end) for s in f.content))
            source = overlap(g.source, ((f.source.start, f.source.end),)) if f.source else 0
            if content and (source or not (g.source or f.source)):
                cue = overlap(g.cue, ((f.cue.start, f.cue.end),)) if f.cue else 0
                pairs.append((content + source + cue, i, j))
    used = set()
    for _, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if i not in used and not right[j]:
            used.add(i)
            right[j] = True
    return right


def fit(features: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, float]:
    """Logistic regression by Newton's method with a little ridge."""
    x = np.c_[features, np.ones(len(features))]
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (right - p) - 1e-2 * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-2 * np.eye(len(w))
        step = np.linalg.solve(hessian, gradient)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w[:-1], float(w[-1])


def best_threshold(chance: np.ndarray, right: np.ndarray, gold: int) -> tuple[float, float]:
    """The threshold with the best F1, and that F1."""
    best = (0.0, 0.0)
    for threshold in np.arange(0.05, 0.9, 0.01):
        kept = chance >= threshold
        hit = right[kept].sum()
        f1 = 2 * hit / (kept.sum() + gold) if kept.sum() + gold else 0.0
        if f1 > best[1]:
            best = (round(float(threshold), 2), float(f1))
    return best


def reliability(chance: np.ndarray, right: np.ndarray) -> float:
    """Expected calibration error over ten equal bins."""
    bins = np.minimum((chance * 10).astype(int), 9)
    return float(sum(abs(chance[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins)))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--own", type=Path, default=Path("corpus/passages"))
    args = parser.parse_args()
    write_manifest(args.bundle, thresholds={}, calibration={})
    bundle = load_bundle(args.bundle)
    encoder = Encoder(bundle, threads=2)
    rows: list[tuple[float, ...]] = []
    right: list[bool] = []
    group: list[str] = []
    gold_count = {"outer": 0, "nested": 0}
    golds = [*read_polnear(args.data / "polnear/data/dev"), *(g for _, g in read_own(args.own, "dev"))]
    for gold in golds:
        document = gold_document(gold)
        found = [a for section in iter_sections(document, bundle, encoder) for a in find_attributions(section, bundle)]
        if not gold.nested_known:
            found = [a for a in found if a.depth == 0]
            gold_count["outer"] += len(gold.attributions or ())
        else:
            gold_count["outer"] += sum(a.depth == 1 for a in gold.attributions or ())
            gold_count["nested"] += sum(a.depth > 1 for a in gold.attributions or ())
        rows += [a.features for a in found]
        group += ["nested" if a.depth else "outer" for a in found]
        right += judge(gold, found)
    x, y, kind = np.array(rows), np.array(right, float), np.array(group)
    weights, bias = fit(x, y)
    chance = 1 / (1 + np.exp(-(x @ weights + bias)))
    thresholds = {}
    for name in ("outer", "nested"):
        chosen = kind == name
        thresholds[name], f1 = best_threshold(chance[chosen], y[chosen], gold_count[name])
        print(f"{name}: {chosen.sum()} found, {gold_count[name]} gold, threshold {thresholds[name]}, F1 {f1:.3f}")
    print(
        f"calibration error {reliability(chance, y):.3f}; weights {dict(zip(FEATURES, weights.round(2), strict=True))}"
    )
    calibration = {"features": FEATURES, "weights": [round(float(w), 4) for w in weights], "bias": round(bias, 4)}
    write_manifest(args.bundle, thresholds=thresholds, calibration={"attribution": calibration})


if __name__ == "__main__":
    main()
