"""Origins: how well the pairs of documents that share an origin are found in our own dossiers.

    averral extract corpus/dossiers/NAME > NAME.jsonl     (for each dossier)
    python benchmarks/origins.py [--split dev] READINGS [--show]

READINGS is the folder of the .jsonl files, each named like its dossier. A pair of documents counts as found where both
are members of one origin of the system, and as right where the gold has one origin for both. Recall is told for each
kind of member; a pair with members of two kinds counts for the one that says more of how the later has it. Nothing is
learned here, and `--split test` prints figures alone, no errors.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.analysis.actors import make_cast, resolve_actors
from averral.analysis.origins import OriginIndex, compare, make_fingerprint, trace_origins
from averral.gazetteer.actors import load_actors
from averral.records import Reading
from averral.records.origin import OriginGraph
from benchmarks.dossier_gold import DossierGold, list_dossiers, read_documents, read_gold

DOSSIERS = Path(__file__).resolve().parent.parent / "corpus/dossiers"
KINDS = ("exact_copy", "partial_copy", "rewrite", "credit", "relay", "original")
Pair = frozenset[str]


def read_readings(path: Path, known: Iterable[str]) -> list[Reading]:
    wanted = set(known)
    readings = (msgspec.json.decode(line, type=Reading) for line in path.read_bytes().splitlines())
    return [reading for reading in readings if reading.document.id in wanted]


def trace_readings(readings: Iterable[Reading]) -> OriginGraph:
    """The whole analysis as a casefile does it."""
    by_id = {reading.document.id: reading for reading in readings}
    prints = {name: make_fingerprint(reading) for name, reading in by_id.items()}
    ties = (compare((by_id[a], prints[a]), (by_id[b], prints[b])) for a, b in OriginIndex(prints.values()).iter_pairs())
    found = [tie for tie in ties if tie is not None]
    casts = (make_cast(name, r.entities, r.mentions, r.places) for name, r in by_id.items())
    actors = resolve_actors((s for cast in casts for s in cast.iter_sightings()), (), load_actors()).actors
    actor_of = {key: actor.id for actor in actors for key in actor.sightings}
    return trace_origins(prints.values(), found, (), actor_of)


def list_gold_pairs(gold: DossierGold) -> dict[Pair, set[str]]:
    """Each pair of documents that share an origin, and by which kinds."""
    found: dict[Pair, set[str]] = defaultdict(set)
    for origin in gold.origins:
        for one, two in combinations(origin.members, 2):
            if one.document != two.document:
                found[frozenset((one.document, two.document))].add(min((one.kind, two.kind), key=KINDS.index))
    return found


def list_found_pairs(graph: OriginGraph, name_of: Mapping[str, str]) -> set[Pair]:
    groups = ([name_of[member.document] for member in origin.members] for origin in graph.origins)
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}


def tell(name: str, right: int, found: int, wanted: int) -> None:
    precision, recall = (right / number if number else 0.0 for number in (found, wanted))
    score = 2 * precision * recall / (precision + recall) if right else 0.0
    print(f"{name:20} precision {100 * precision:5.1f}  recall {100 * recall:5.1f}  F1 {100 * score:5.1f}   "
          f"({right} right of {found} found, {wanted} in the gold)")  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--show", action="store_true", help="print the pairs that are missed or wrong (dev only)")
    given = parser.parse_args()
    total = [0, 0, 0]
    by_kind: dict[str, list[int]] = {kind: [0, 0] for kind in KINDS}
    for folder in list_dossiers(DOSSIERS, given.split):
        path = given.readings / f"{folder.name}.jsonl"
        if not path.exists():
            print(f"{folder.name:20} no readings at {path.name}")
            continue
        gold = read_gold(folder)
        name_of = {document.id: name for name, document in read_documents(folder).items()}
        started = time.process_time()
        graph = trace_readings(read_readings(path, name_of))
        wanted, found = list_gold_pairs(gold), list_found_pairs(graph, name_of)
        counts = len(found & wanted.keys()), len(found), len(wanted)
        tell(folder.name, *counts)
        total = [a + b for a, b in zip(total, counts, strict=True)]
        for pair, kinds in wanted.items():
            for kind in kinds:
                by_kind[kind][0] += pair in found
                by_kind[kind][1] += 1
        if given.show and given.split == "dev":
            print(f"  {time.process_time() - started:.1f} s")
            print(*(f"  missed {sorted(pair)}" for pair in sorted(wanted.keys() - found, key=sorted)), sep="\n")
            print(*(f"  wrong  {sorted(pair)}" for pair in sorted(found - wanted.keys(), key=sorted)), sep="\n")
    tell("all", *total)
    for kind, (right, wanted_of) in by_kind.items():
        if wanted_of:
            print(f"  recall of {kind:14} {100 * right / wanted_of:5.1f}  ({right} of {wanted_of} pairs)")


if __name__ == "__main__":
    main()
