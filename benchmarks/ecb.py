"""Which mentions of actions in ECB+ (Cybulska and Vossen 2014) are one event, with gold mentions given.

    python benchmarks/ecb.py --data ../shared/data [--split Dev]
    python benchmarks/ecb.py --data ../shared/data --fit

Each mention becomes a happening with what its sentence and its document have: the stem of its words, the stems and the
capitalised words around it, and the words that its document has more than others. These are compared and weighed by
`analysis.incidents`, with weights of their own, which --fit fits on the training topics: a mention is one word, and
its document tells of it beside many other actions. Neither topics nor subtopics are given: all documents are one pile.
"same word" joins all mentions of a stem, "same word and story" those in documents that are much alike.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from averral.analysis.incidents.marks import Rarity
from averral.analysis.incidents.score import compare_happenings, weigh_shared
from averral.analysis.incidents.words import iter_stems, stem_word
from averral.records.case_incident import Happening
from benchmarks.partitions import conll

TERMS = ("start", "shared triggers", "shared words", "shared names", "shared scene", "same document")
WEIGHTS: Mapping[str, float] = dict(zip(TERMS, (-4.1, -0.84, -0.1, 17.6, 1.31, -11.89), strict=True))
"""As --fit gives them on the training topics."""
STORY = 30
"""Words of a document by which it is known."""
LIGHT = frozenset(map(stem_word, ("be", "is", "was", "were", "are", "been", "has", "have", "had", "do", "did", "get")))


def read_mentions(data: Path, split: str) -> tuple[dict[str, Happening], dict[Hashable, Hashable]]:
    """The happening and the gold chain of each mention, by its key."""
    folder = data / "ecbplus"
    sentences: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in (folder / f"ECB_{split}_corpus.txt").read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if len(parts) >= 4:
            sentences[parts[0]][int(parts[1])].append(parts[3])
    stories = tell_stories(
        {document: " ".join(itertools.chain(*found.values())) for document, found in sentences.items()}
    )
    mentions = json.loads((folder / f"ECB_{split}_Event_gold_mentions.json").read_text(encoding="utf-8"))
    happenings, gold = {}, {}
    for number, mention in enumerate(m for m in mentions if m["mention_type"].startswith(("ACT", "NEG"))):
        document = mention["doc_id"]
        tokens = sentences[document][mention["sent_id"]]
        inside = set(mention["tokens_number"])
        around = [token for place, token in enumerate(tokens) if place not in inside]
        happening = Happening(
            document=document,
            incident=f"{number:05}",
            type="event",
            triggers=find_triggers(mention["tokens_str"]),
            words=tuple(sorted(set(iter_stems(" ".join(around))))),
            scene=tuple(sorted({stem for token in around[1:] if token[:1].isupper() for stem in iter_stems(token)})),
            about=stories[document],
        )
        happenings[happening.key] = happening
        gold[happening.key] = mention["coref_chain"]
    return happenings, gold


def find_triggers(words: str) -> tuple[str, ...]:
    """The stems of a mention's words, without auxiliaries where there are others."""
    stems = {stem_word(word) for word in words.split()}
    return tuple(sorted(stems - LIGHT or stems))


def tell_stories(texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The words that each document has more than others: tf-idf (Sparck Jones 1972)."""
    counts = {document: Counter(iter_stems(text)) for document, text in texts.items()}
    spread = Counter(word for count in counts.values() for word in count)
    stories = {}
    for document, count in counts.items():
        weights = {word: n * math.log(len(texts) / spread[word]) for word, n in count.items()}
        stories[document] = tuple(sorted(sorted(weights, key=lambda word: (-weights[word], word))[:STORY]))
    return stories


def iter_pairs(happenings: Mapping[str, Happening]) -> Iterator[tuple[str, str]]:
    """Mentions that share a stem, or whose sentences share two words and their documents a story."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(happenings):
        for stem in happenings[key].triggers:
            blocks[stem].append(key)
    yield from {pair for keys in blocks.values() for pair in itertools.combinations(keys, 2)}


def describe(a: Happening, b: Happening, rarity: Rarity) -> dict[str, float]:
    """The terms of a pair by name."""
    tie = compare_happenings(a, b)
    if tie is None:
        return {}
    found = {"start": 1.0, "same document": float(a.document == b.document), **dict(tie.terms)}
    found |= dict(weigh_shared(tie, rarity.weigh))
    if a.document == b.document:
        found["shared names"] = 1.0
    return {name: found.get(name, 0.0) for name in TERMS}


def enter(happenings: Mapping[str, Happening]) -> Rarity:
    """How rare what is, over all mentions."""
    rarity = Rarity()
    for _, some in itertools.groupby(sorted(happenings.values(), key=lambda h: h.key), key=lambda h: h.document):
        rarity.add(list(some))
    return rarity


def fit(happenings: Mapping[str, Happening], gold: Mapping[Hashable, Hashable]) -> dict[str, float]:
    """Weights by logistic regression, with a weak pull to nothing."""
    rarity = enter(happenings)
    pairs = sorted(iter_pairs(happenings))
    terms = np.array([[*describe(happenings[a], happenings[b], rarity).values()] for a, b in pairs])
    same = np.array([gold[a] == gold[b] for a, b in pairs], dtype=float)
    weights = np.zeros(len(TERMS))
    for _ in range(60):
        chances = 1 / (1 + np.exp(-terms @ weights))
        slope = terms.T @ (chances - same) + 0.1 * weights
        curve = (terms.T * (chances * (1 - chances))) @ terms + 0.1 * np.eye(len(TERMS))
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(TERMS, (round(float(weight), 2) for weight in weights), strict=True))


def cluster(
    happenings: Mapping[str, Happening], weights: Mapping[str, float], least: float
) -> dict[Hashable, Hashable]:
    """Average linkage from the surest pair down, each pair of clusters by the mean score of all their pairs."""
    rarity = enter(happenings)
    scores: dict[str, dict[str, float]] = defaultdict(dict)
    for a, b in sorted(iter_pairs(happenings)):
        points = sum(weights[name] * value for name, value in describe(happenings[a], happenings[b], rarity).items())
        scores[a][b] = scores[b][a] = 1 / (1 + math.exp(-points))
    members = {key: [key] for key in happenings}
    queue = [(-total, a, b, 1, 1) for a in scores for b, total in scores[a].items() if a < b]
    heapify(queue)
    while queue and -queue[0][0] >= least:
        _, a, b, first, second = heappop(queue)
        if len(members.get(a, ())) != first or len(members.get(b, ())) != second:
            continue
        members[a] += members.pop(b)
        for other, total in scores.pop(b).items():
            del scores[other][b]
            if other != a:
                scores[a][other] = scores[other][a] = scores[a].get(other, 0.0) + total
        for other, total in scores[a].items():
            low, high = min(a, other), max(a, other)
            mean = total / (len(members[a]) * len(members[other]))
            heappush(queue, (-mean, low, high, len(members[low]), len(members[high])))
    return {key: root for root, keys in members.items() for key in keys}


def join_words(happenings: Mapping[str, Happening], alike: float) -> dict[Hashable, Hashable]:
    """All mentions of one stem whose documents share so much of their stories."""
    found: dict[Hashable, Hashable] = {}
    groups: dict[str, list[tuple[set[str], str]]] = defaultdict(list)
    for key in sorted(happenings):
        happening = happenings[key]
        stem, story = happening.triggers[0], set(happening.about)
        root = next((root for other, root in groups[stem] if len(other & story) >= alike * STORY), key)
        groups[stem].append((story, root))
        found[key] = root
    return found


def show(name: str, gold: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> None:
    """One line for each score."""
    scores = conll(gold, found)
    parts = "  ".join(f"{metric} {score.f1:6.1%}" for metric, score in scores.items())
    print(f"{name:24} {parts}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="Dev")
    parser.add_argument("--fit", action="store_true", help="fit the weights on the training topics first")
    parser.add_argument("--least", type=float, default=0.25, help="mean score from which on clusters are joined")
    args = parser.parse_args(arguments)
    weights = WEIGHTS
    if args.fit:
        weights = fit(*read_mentions(args.data, "Train"))
        print(weights)
    happenings, gold = read_mentions(args.data, args.split)
    print(f"{len(gold)} mentions of {len({h.document for h in happenings.values()})} documents")
    show("one each", gold, {key: key for key in gold})
    show("same word", gold, join_words(happenings, 0.0))
    show("same word and story", gold, join_words(happenings, 0.2))
    show("weighed", gold, cluster(happenings, weights, args.least))


if __name__ == "__main__":
    main()
