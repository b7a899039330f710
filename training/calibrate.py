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

from averral.encoder.bundle import Bundle, load_bundle
from averral.encoder.session import Encoder
from averral.extract import Extractor
from averral.extract.attributions import FEATURES, FoundAttribution, find_attributions, tag_parts
from averral.extract.section import iter_sections
from averral.extract.voice import FEATURES as VOICE_FEATURES
from averral.extract.voice import hear_author, join_voices
from averral.records import Block, Document, digest_bytes, digest_text
from training.corpora import read_own, read_polnear
from training.examples import Gold
from training.export import write_manifest

MENTION_THRESHOLD = 0.55
"""Best F1 of three values on UNER dev; from 0.45 to 0.55 it moves by 0.4 points."""

EVENT_THRESHOLDS = {"event": 0.45, "incident": 0.6, "filler": 0.45, "filler_target": 0.55, "filler_victim": 0.7}
"""Events on the `dev` happenings of corpus/gold, incidents and fillers on MUC-4 TST1 and TST2; flat around these."""


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


class Judged:
    """Features, right or wrong, and depth of all that was found; how much gold there is at each depth."""

    def __init__(self) -> None:
        self.features: list[tuple[float, ...]] = []
        self.right: list[bool] = []
        self.depth: list[str] = []
        self.gold = {"outer": 0, "nested": 0}

    def add(self, gold: Gold, found: list[FoundAttribution]) -> None:
        """One text; where nesting is not marked, only the outermost attributions are judged."""
        depths = [a.depth for a in gold.attributions or ()]
        self.gold["outer"] += sum(d == 1 for d in depths)
        self.gold["nested"] += sum(d > 1 for d in depths)
        if not gold.nested_known:
            found = [a for a in found if a.depth == 0]
        self.features += [a.features for a in found]
        self.depth += ["nested" if a.depth else "outer" for a in found]
        self.right += judge(gold, found)


def calibrate_attributions(bundle: Bundle, encoder: Encoder, golds: list[Gold]) -> dict[str, dict]:
    """Thresholds and the curve of attributions."""
    judged = Judged()
    for gold in golds:
        found = []
        for section in iter_sections(gold_document(gold), bundle, encoder):
            found += find_attributions(section, bundle, tag_parts(section, bundle))
        judged.add(gold, found)
    x, y, kind = np.array(judged.features), np.array(judged.right, float), np.array(judged.depth)
    weights, bias = fit(x, y)
    chance = 1 / (1 + np.exp(-(x @ weights + bias)))
    thresholds = {}
    for name, gold_count in judged.gold.items():
        chosen = kind == name
        thresholds[name], f1 = best_threshold(chance[chosen], y[chosen], gold_count)
        print(f"{name}: {chosen.sum()} found, {gold_count} gold, threshold {thresholds[name]}, F1 {f1:.3f}")
    print(f"attributions: calibration error {reliability(chance, y):.3f}")
    return {"thresholds": thresholds, "curve": curve(FEATURES, weights, bias)}


def calibrate_averrals(extractor: Extractor, golds: list[Gold]) -> dict:
    """The curve of averrals: right when less than a fifth of one lies in an attributed content."""
    rows, right = [], []
    for gold in golds:
        document = gold_document(gold)
        voices = [
            hear_author(section, tag_parts(section, extractor.bundle))
            for section in iter_sections(document, extractor.bundle, extractor.encoder)
        ]
        voice = join_voices(voices)
        contents = tuple(c for a in gold.attributions or () for c in a.content)
        for claim in extractor.read(document).claims:
            if claim.attribution is None:
                rows.append(voice.features(claim.start, claim.end))
                right.append(5 * overlap(((claim.start, claim.end),), contents) < claim.end - claim.start)
    x, y = np.array(rows), np.array(right, float)
    weights, bias = fit(x, y)
    chance = 1 / (1 + np.exp(-(x @ weights + bias)))
    print(f"averrals: {len(y)} found, {y.mean():.3f} right, calibration error {reliability(chance, y):.3f}")
    return curve(VOICE_FEATURES, weights, bias)


def curve(features: tuple[str, ...], weights: np.ndarray, bias: float) -> dict:
    """A logistic curve as the manifest keeps it."""
    return {"features": features, "weights": [round(float(w), 4) for w in weights], "bias": round(bias, 4)}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--own", type=Path, default=Path("corpus/passages"))
    args = parser.parse_args()
    golds = [*read_polnear(args.data / "polnear/data/dev"), *(g for _, g in read_own(args.own, "dev"))]
    write_manifest(args.bundle, thresholds={}, calibration={})
    bundle = load_bundle(args.bundle)
    chosen = calibrate_attributions(bundle, Encoder(bundle, threads=2), golds)
    calibration = {"attribution": chosen["curve"]}
    thresholds = {**chosen["thresholds"], "mention": MENTION_THRESHOLD, **EVENT_THRESHOLDS}
    write_manifest(args.bundle, thresholds=thresholds, calibration=calibration)
    averral = calibrate_averrals(Extractor.load(args.bundle, threads=2), golds)
    write_manifest(args.bundle, calibration={**calibration, "averral": averral})


if __name__ == "__main__":
    main()
