"""Chains of nested attributions on our own passages.

    python benchmarks/passages.py [--split test] [--bundle DIR] [--show N]

A gold attribution's chain is right when one found attribution overlaps its content best (by the Jaccard index of their
tokens, one to one, at least one half), has the same number of levels, and the source of every level, outermost first,
is the same: `exact` asks for the same words, punctuation aside, `overlapping` for at least one shared word; two missing
sources agree. Figures are over the passages that hold a nested attribution; recall over gold attributions, precision
over found ones.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.extract import Extractor
from averral.records import Attribution, Document, Reading
from benchmarks.plain_document import plain_document
from training.markup import MarkedAttribution, Passage, read_passages

TOKEN = re.compile(r"\w+")
Words = frozenset[int]


def passage_document(passage: Passage) -> Document:
    """A passage as a document of body text."""
    return plain_document(passage.id, passage.text)


def cover(text: str, spans: list[tuple[int, int]]) -> Words:
    """The words of a text, by number, that spans touch."""
    return frozenset(
        i for i, m in enumerate(TOKEN.finditer(text)) if any(m.start() < e and m.end() > s for s, e in spans)
    )


def gold_chain(text: str, attributions: tuple[MarkedAttribution, ...], a: MarkedAttribution) -> list[Words]:
    """Sources from the outermost inward."""
    chain = [cover(text, list(a.source))]
    while a.parent is not None:
        a = attributions[a.parent]
        chain.append(cover(text, list(a.source)))
    return chain[::-1]


def found_chain(text: str, by_id: dict[str, Attribution], a: Attribution) -> list[Words]:
    """Sources from the outermost inward."""
    chain = []
    step: Attribution | None = a
    while step is not None:
        chain.append(cover(text, [(step.source.start, step.source.end)] if step.source else []))
        step = by_id[step.parent] if step.parent else None
    return chain[::-1]


def matches(gold: list[Words], found: list[Words]) -> list[tuple[int, int]]:
    """Best pairs by Jaccard index of at least one half, one to one."""
    scored = [(len(g & f) / len(g | f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g and g & f]
    pairs, left, right = [], set(), set()
    for score, i, j in sorted(scored, key=lambda t: (-t[0], t[1], t[2])):
        if score >= 0.5 and i not in left and j not in right:
            pairs.append((i, j))
            left.add(i)
            right.add(j)
    return pairs


def score_passage(passage: Passage, reading: Reading, n: Counter[str]) -> None:
    """Add one passage's counts."""
    text, found, gold = passage.text, reading.attributions, passage.attributions
    by_id = {a.id: a for a in found}
    pairs = matches(
        [cover(text, list(a.content)) for a in gold],
        [cover(text, [(s.start, s.end) for s in a.content]) for a in found],
    )
    n["found"] += len(found)
    n["gold"] += len(gold)
    n["nested gold"] += sum(a.depth > 1 for a in gold)
    n["nested found"] += sum(a.parent is not None for a in found)
    for i, j in pairs:
        wanted, got = gold_chain(text, gold, gold[i]), found_chain(text, by_id, found[j])
        exact = wanted == got
        loose = len(wanted) == len(got) and all(a & b or not (a or b) for a, b in zip(wanted, got, strict=True))
        n["content"] += 1
        n["exact"] += exact
        n["overlapping"] += loose
        n["basis"] += gold[i].basis == found[j].basis
        if gold[i].depth > 1:
            n["nested exact"] += exact
            n["nested overlapping"] += loose


def report(n: Counter[str]) -> dict[str, float]:
    """Percentages."""

    def share(part: str, whole: str) -> float:
        return round(100 * n[part] / n[whole], 1) if n[whole] else 0.0

    return {
        "gold": n["gold"],
        "found": n["found"],
        "content matched": share("content", "gold"),
        "chains exactly right, recall": share("exact", "gold"),
        "chains exactly right, precision": share("exact", "found"),
        "chains overlapping, recall": share("overlapping", "gold"),
        "nested only: gold": n["nested gold"],
        "nested only: found": n["nested found"],
        "nested only: exactly right": share("nested exact", "nested gold"),
        "nested only: overlapping": share("nested overlapping", "nested gold"),
        "basis right, of matched": share("basis", "content"),
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="test")
    parser.add_argument("--passages", type=Path, default=Path("corpus/passages"))
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--all", action="store_true", help="flat passages too")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    extractor = Extractor.load(args.bundle)
    n: Counter[str] = Counter()
    for path in sorted(args.passages.glob("*.txt")):
        for passage in read_passages(path):
            if passage.split == args.split and (args.all or any(a.depth > 1 for a in passage.attributions)):
                n["passages"] += 1
                score_passage(passage, extractor.read(passage_document(passage)), n)
    result = {"passages": n["passages"], **report(n)}
    if args.json:
        print(json.dumps(result))
    else:
        for key, value in result.items():
            print(f"{key:34s} {value}")


if __name__ == "__main__":
    main()
