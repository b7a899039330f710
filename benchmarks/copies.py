"""Copies: how many planted copies are found among real texts, and how many texts are linked that share nothing.

    python benchmarks/copies.py DATA [--texts 20000] [--planted 2000] [--show 40] [--seed 7]

DATA holds the public corpora of training/corpora.py. Real texts are taken from all of them (fixed seed); each planted
copy is a stretch of 10 to 100 % of one text, with 0 to 30 % of its words changed (four in five replaced, the rest left
out or added), put into another real text that is not in the pile itself. A planted copy is found where a link of
trace_origins leads to its source, or to a text that shares that stretch with the source; sources have 100 words or
more. Links between real texts are natural duplicates or false: a passage of 18 words or more, word for word, is a
duplicate, as the corpora share sentences; "doubtful" are those under 25 words that are not word for word, and --show
prints them, and links between texts that have not even 8 words in a row in common, for a person to read.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.analysis.origins import OriginIndex, compare, make_fingerprint, trace_origins
from averral.analysis.origins.wording import hash_runs, read_wording
from averral.records import Block, Document, Reader, Reading, digest_bytes, digest_text
from averral.records.origin import Fingerprint, OriginLink, OriginTie, Passage
from benchmarks.plain_texts import load_texts

RUN = 8
"""Words in a row that two texts have only where one of them, or both, took them from somewhere."""
LEAST = 100
"""Words of a text that may be copied from."""
SHARES = (0.1, 0.3, 0.5, 0.7, 1.0)
CHANGES = (0.0, 0.05, 0.1, 0.2, 0.3)
READER = Reader(version="0", model="none")


class Planted(NamedTuple):
    """A text with a stretch of another in it."""

    text: str
    source: int
    share: float
    change: float
    words: int


def plant(texts: Sequence[str], hosts: Sequence[str], count: int, seed: int) -> list[Planted]:
    rng = random.Random(seed)
    sources = [number for number, text in enumerate(texts) if len(text.split()) >= LEAST]
    vocabulary = sorted({word for text in texts[:2_000] for word in text.split()})
    found = []
    for number in range(count):
        source = rng.choice(sources)
        words = texts[source].split()
        share, change = rng.uniform(0.1, 1), rng.uniform(0, 0.3)
        length = max(1, round(share * len(words)))
        start = rng.randrange(len(words) - length + 1)
        copied = [new for word in words[start : start + length] for new in alter(word, change, vocabulary, rng)]
        host = hosts[number % len(hosts)].split()
        place = rng.randrange(len(host) + 1)
        text = " ".join([*host[:place], *copied, *host[place:]])
        found.append(Planted(text, source, share, change, length))
    return found


def alter(word: str, change: float, vocabulary: Sequence[str], rng: random.Random) -> list[str]:
    if rng.random() >= change:
        return [word]
    chance = rng.random()
    other = rng.choice(vocabulary)
    return [other] if chance < 0.8 else [] if chance < 0.9 else [word, other]


def make_reading(text: str) -> Reading:
    document = Document(
        id=digest_bytes(text.encode()), uri="", media_type="text/plain", text=text, text_sha256=digest_text(text),
        blocks=(Block(0, len(text), "body"),) if text else (),
    )  # fmt: skip
    return Reading(document=document, reader=READER)


def compare_all(readings: dict[str, Reading], prints: dict[str, Fingerprint]) -> tuple[list[OriginTie], int]:
    pairs = list(OriginIndex(prints.values()).iter_pairs())
    ties = (compare((readings[a], prints[a]), (readings[b], prints[b])) for a, b in pairs)
    return [tie for tie in ties if tie is not None], len(pairs)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--planted", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    hosts = min(given.planted, 2_000)
    texts = load_texts(given.data, given.texts + hosts, given.seed)
    texts, hosts_texts = texts[: len(texts) - hosts], texts[len(texts) - hosts :]
    planted = plant(texts, hosts_texts, given.planted, given.seed)
    long = sum(len(text.split()) >= LEAST for text in texts)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts):,} real texts ({long:,} of {LEAST} words or more, {words:,} words), {len(planted):,} planted")
    measure(texts, planted, given.show)


def measure(texts: Sequence[str], planted: Sequence[Planted], show: int) -> None:
    started = time.process_time()
    readings = {(made := make_reading(text)).document.id: made for text in [*texts, *(p.text for p in planted)]}
    begun = time.process_time()
    prints = {name: make_fingerprint(reading) for name, reading in readings.items()}
    printed = time.process_time()
    ties, pairs = compare_all(readings, prints)
    done = time.process_time()
    links = [link for link in trace_origins(prints.values(), ties).links if link.source and link.kind != "supersedes"]
    traced = time.process_time()
    ids = [digest_bytes(text.encode()) for text in texts]
    names = {digest_bytes(p.text.encode()): p for p in planted}
    linked = defaultdict(set)
    for link in links:
        linked[link.document].add(link.source or "")
        linked[link.source or ""].add(link.document)
    tell_recall([(p, is_found(name, ids[p.source], linked)) for name, p in names.items()])
    false = sum(not is_found(name, ids[p.source], linked) and bool(linked[name]) for name, p in names.items())
    print(f"planted with links, but none to the source: {false}")
    real = [link for link in links if link.document not in names and link.source not in names]
    tell_real(real, readings, show)
    print(f"{pairs:,} pairs compared of {len(readings):,} documents; seconds: readings {begun - started:.1f}, "
          f"fingerprints {printed - begun:.1f}, index and comparison {done - printed:.1f}, graph {traced - done:.1f}; "
          f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB")  # fmt: skip
    tell_adding(readings, prints)


def tell_real(real: Sequence[OriginLink], readings: dict[str, Reading], show: int) -> None:
    copies = [link for link in real if link.passages]
    doubtful = [link for link in copies if is_doubtful(find_longest(link))]
    others = [link for link in real if not link.passages and not share_run(link, readings)]
    print(f"links between real texts: {len(real):,}, of them {len(copies):,} by passages, {len(doubtful):,} of these "
          f"doubtful; {len(others):,} without a run of {RUN} words in common")  # fmt: skip
    doubtful.sort(key=lambda link: find_longest(link).words / find_longest(link).length)
    for link in [*others[:show], *doubtful[:show]]:
        print(f"- {link.kind} {link.reasons}")
        texts = [readings[name].document.text for name in (link.document, link.source or "")]
        if link.passages:
            longest = find_longest(link)
            print(f"    {texts[0][longest.start : longest.end]!r}\n    "
                  f"{texts[1][longest.source_start : longest.source_end]!r}")  # fmt: skip
        else:
            print(f"    {texts[0][:300]!r}\n    {texts[1][:300]!r}")


def share_run(link: OriginLink, readings: dict[str, Reading]) -> bool:
    texts = (readings[name].document.text for name in (link.document, link.source or ""))
    one, two = (set(hash_runs(read_wording(text, [(0, len(text))]).keys, RUN).tolist()) for text in texts)
    return not one.isdisjoint(two)


def find_longest(link: OriginLink) -> Passage:
    return max(link.passages, key=lambda passage: passage.words)


def is_doubtful(passage: Passage) -> bool:
    return passage.words < 25 and passage.words < passage.length


def is_found(name: str, source: str, linked: dict[str, set[str]]) -> bool:
    return source in linked[name] or bool(linked[name] & linked[source])


def tell_recall(found: Sequence[tuple[Planted, bool]]) -> None:
    total, hits = Counter[tuple[float, float]](), Counter[tuple[float, float]]()
    for planted, hit in found:
        cell = (next(s for s in SHARES if planted.share <= s), next(c for c in CHANGES if planted.change <= c))
        total[cell] += 1
        hits[cell] += hit
    print("recall by share copied (rows) and words changed (columns, up to)")
    print("        " + "".join(f"{change:>14.0%}" for change in CHANGES[1:]))
    for share in SHARES:
        cells = [(hits[share, c], total[share, c]) for c in CHANGES[1:]]
        print(f"≤ {share:5.0%} " + "".join(f"{100 * h / n if n else 0:7.1f} ({n:4})" for h, n in cells))
    wanted = [hit for planted, hit in found if planted.share >= 0.3 and planted.change <= 0.1]
    print(f"at 30 % copied or more, 10 % changed or fewer: {sum(wanted)} of {len(wanted)}, "
          f"{100 * sum(wanted) / max(1, len(wanted)):.1f} %")  # fmt: skip


def tell_adding(readings: dict[str, Reading], prints: dict[str, Fingerprint]) -> None:
    names = sorted(prints)
    kept, added = names[100:10_100], names[:100]
    index = OriginIndex(prints[name] for name in kept)
    started = time.process_time()
    for name in added:
        new = make_fingerprint(readings[name])
        for other in index.find(new):
            compare((readings[other], prints[other]), (readings[name], new))
        index.add(new)
    spent = (time.process_time() - started) / len(added)
    print(f"adding one document to {len(kept):,}: {1000 * spent:.1f} ms, fingerprint and comparison included")


if __name__ == "__main__":
    main()
