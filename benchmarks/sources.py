"""How often the source of an attribution is given to the right entity, on our own gold.

    python benchmarks/gold.py inputs --split test OUT && averral extract OUT > readings.jsonl
    python benchmarks/sources.py --split test readings.jsonl [--wrong 20]

Looked at are gold attributions whose source is a mention, or begins with or holds one, that belongs to an entity, and
that a found attribution matches (contents and sources overlap, best overlap first, one to one). The found entity is
right when most of its mentions that gold knows are of gold's entity and, where gold names that entity in the document,
one of them is such a name. A source without an entity is wrong where gold has one.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.records import Attribution, Reading, decode_reading
from benchmarks.gold_records import gold_documents
from training.gold import GoldDocument
from training.markup import MarkedAttribution, Span

KINDS = ("pronoun", "name", "description")
PRONOUNS = frozenset(["i", "we", "he", "she", "it", "they", "who", "his", "her", "its", "their", "our", "my"])


def gold_entity(document: GoldDocument, source: Span) -> str | None:
    """The entity of the mention that a source is; else of the person named in it; else of what it begins with."""
    inside = [(s, e) for entity in document.entities.values() for s, e in entity.mentions]
    inside = [span for span in inside if source[0] <= span[0] and span[1] <= source[1]]
    people = {(m.start, m.end) for m in document.mentions if m.name and m.type == "PER"}
    best = max(inside, key=lambda s: (s == source, s in people, -s[0], s[1] - s[0]), default=None)
    return document.find_entity(best) if best else None


def overlap(one: Span, other: Span) -> int:
    """Characters in common."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def pairs(document: GoldDocument, reading: Reading) -> Iterator[tuple[MarkedAttribution, Attribution]]:
    """Gold and found attributions whose contents and sources overlap, the best first."""
    scored = []
    for n, gold in enumerate(document.attributions.values()):
        for k, found in enumerate(reading.attributions):
            if not gold.source or found.source is None:
                continue
            source = overlap(gold.source[0], (found.source.start, found.source.end))
            content = sum(overlap(g, (f.start, f.end)) for g in gold.content for f in found.content)
            if source and content:
                scored.append((content + source, -n, -k))
    taken: set[tuple[str, int]] = set()
    golds = list(document.attributions.values())
    for _, n, k in sorted(scored, reverse=True):
        if ("gold", n) not in taken and ("found", k) not in taken:
            taken |= {("gold", n), ("found", k)}
            yield golds[-n], reading.attributions[-k]


def is_right(document: GoldDocument, reading: Reading, entity: str, found: str | None) -> bool:
    """Whether the found entity is gold's."""
    spans = [(m.start, m.end) for m in reading.mentions if m.entity == found]
    spans += [(a.source.start, a.source.end) for a in reading.attributions if a.source and a.source.entity == found]
    known = [e for span in set(spans) if (e := gold_entity(document, span)) is not None]
    if found is None or not known:
        return False
    named = {(m.start, m.end) for m in document.mentions if m.name} & set(document.entities[entity].mentions)
    most = Counter(known).most_common(1)[0][0] == entity
    return most and (not named or any(overlap(one, span) for one in named for span in spans))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path)
    parser.add_argument("--split", default="test")
    parser.add_argument("--wrong", type=int, default=0)
    args = parser.parse_args()
    lines = args.readings.read_bytes().splitlines()
    readings = {Path(r.document.uri.partition("#")[0]).stem: r for r in map(decode_reading, lines)}
    count: Counter[tuple[str, bool]] = Counter()
    attributions = 0
    for document in gold_documents(args.split):
        attributions += sum(
            bool(a.source and gold_entity(document, a.source[0])) for a in document.attributions.values()
        )
        reading = readings.get(document.id)
        for gold, found in pairs(document, reading) if reading else ():
            entity = gold_entity(document, gold.source[0])
            if entity is None:
                continue
            words = document.text[slice(*gold.source[0])]
            names = any(m.name and overlap((m.start, m.end), gold.source[0]) for m in document.mentions)
            kind = "pronoun" if words.lower() in PRONOUNS else "name" if names else "description"
            right = is_right(document, reading, entity, found.source.entity)
            count[kind, right] += 1
            if not right and args.wrong > 0:
                args.wrong -= 1
                print(f"{document.id}: {words!r} is {entity}; found {found.source.entity}")
    for kind in KINDS:
        right, wrong = count[kind, True], count[kind, False]
        print(f"{kind:12} {right:4} of {right + wrong:4}  {right / max(1, right + wrong):6.1%}")
    right, seen = sum(n for (_, ok), n in count.items() if ok), sum(count.values())
    share = right / max(1, attributions)
    print(f"{'all':12} {right:4} of {seen:4}  {right / max(1, seen):6.1%}   (of all {attributions}: {share:.1%})")


if __name__ == "__main__":
    main()
