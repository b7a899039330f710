"""Whether names of one person, organisation or place are told from like names, on pairs written by hand.

    python benchmarks/names.py [--keys]

Reads `corpus/names/pairs.csv`. Printed are the shares of pairs that `compare_names` puts on the right side of `SAME`,
by split and by type, the pairs of the dev split that are wrong, and the speed; the test split's are never shown, as
the code must not learn them. Pairs that are the same and share no key of `name_keys` would never be compared: they
are counted. With --keys, the lost pairs of the dev split are listed too.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from averral.analysis.names import SAME, Likeness, compare_names, name_keys

PAIRS = Path(__file__).parents[1] / "corpus/names/pairs.csv"
ROUNDS = 20


class Pair(NamedTuple):
    a: str
    b: str
    type: str
    same: bool
    split: str
    region: str
    why: str

    def compare(self) -> Likeness:
        return compare_names(self.a, self.b, self.type)

    def is_right(self) -> bool:
        return (self.compare().score >= SAME) == self.same

    def has_key(self) -> bool:
        return bool(name_keys(self.a, self.type) & name_keys(self.b, self.type))


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Pair(**{**row, "same": row["same"] == "yes"}) for row in csv.DictReader(file)]


def print_share(label: str, pairs: list[Pair]) -> None:
    right = sum(pair.is_right() for pair in pairs)
    print(f"{label:32} {right:4} of {len(pairs):4}  {right / len(pairs):6.1%}")


def print_split(split: str, pairs: list[Pair]) -> None:
    print_share(split, pairs)
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups["same" if pair.same else "different"].append(pair)
        groups[pair.type].append(pair)
    for label, group in sorted(groups.items()):
        print_share(f"  {split} {label}", group)
    same = [pair for pair in pairs if pair.same]
    print(f"  {split} same, sharing a key: {sum(pair.has_key() for pair in same)} of {len(same)}")


def print_speed(pairs: list[Pair]) -> None:
    started = time.process_time()
    for _ in range(ROUNDS):
        for pair in pairs:
            pair.compare()
    spent = time.process_time() - started
    print(f"pairs a second of processor time, words seen before: {ROUNDS * len(pairs) / spent:,.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", action="store_true", help="list same pairs of dev that share no key")
    args = parser.parse_args()
    pairs = read_pairs()
    print(f"{PAIRS.name} sha256 {hashlib.sha256(PAIRS.read_bytes()).hexdigest()[:16]}, same from {SAME}")
    dev = [pair for pair in pairs if pair.split == "dev"]
    print_split("dev", dev)
    print_split("test", [pair for pair in pairs if pair.split == "test"])
    for pair in dev:
        if not pair.is_right():
            told = f"same: {pair.same} | {tuple(pair.compare())}"
            print(f"wrong: {pair.a} | {pair.b} | {pair.type} | {told}")
        if args.keys and pair.same and not pair.has_key():
            print(f"no key: {pair.a} | {pair.b} | {pair.type}")
    print_speed(pairs)


if __name__ == "__main__":
    main()
