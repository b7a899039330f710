"""Who is who across documents: its cost on invented piles, and its quality on our own gold.

    python benchmarks/actors.py [--documents 1000 10000 100000]
    python benchmarks/actors.py --gold train
    python benchmarks/actors.py --gold train --readings READINGS.jsonl
    python benchmarks/actors.py --merge 10000

The piles are invented (fixed seed): names of the dossiers and names made of syllables, eight entities a document, in
stories that share people, groups and places; with titles, initials, variants of spelling, lone surnames, acronyms,
offices and descriptions. Each size runs in a process of its own; seconds are those of the processor, memory is the
highest resident size. Growth no faster than n log n means that "of n log n" does not rise by more than a half.

--gold resolves the entities of gold documents as their annotators have them (what is measured is this step alone), or
those of readings. B³ (Bagga and Baldwin 1998) is over entities of documents, those of named ones in the second line;
with readings over the mentions that both have.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.analysis.actors import Resolution, Sighting, make_sightings, resolve_actors
from averral.casefile import Casefile
from averral.gazetteer.actors import load_actors
from averral.ingest import Ingested
from averral.records import Document, Entity, Mention, Reader, Reading, decode_reading, digest_bytes, digest_text
from training.gold import GoldDocument, read_gold

SIZES = (1_000, 10_000, 100_000)
ENTITIES = 8
ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "h",
    "j",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sk",
    "st",
    "t",
    "v",
    "z",
    "sh",
)
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
CODAS = ("n", "r", "l", "s", "k", "m", "th", "nd", "rt", "")
TITLES = ("President", "Colonel", "Dr", "General", "Minister", "Mr", "Mrs", "Judge")
BODIES = (
    "{} Liberation Front", "{} People's Army", "Free {} Brigades", "{} Relief Committee", "Union of {} Dockers",
    "{} Directorate of External Studies", "Movement for a Free {}", "{} Press Bureau", "{} National Police",
)  # fmt: skip
OFFICES = ("Interior Ministry", "Ministry of Defence", "the army", "police", "Foreign Ministry", "Supreme Court")
DESCRIPTIONS = ("a security official", "an eyewitness", "gunmen", "they")


class Score(NamedTuple):
    """Precision, recall and F1, as fractions, and over how many items."""

    precision: float
    recall: float
    f1: float
    items: int


def b_cubed(gold: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]) -> Score:
    """B³ of two partitions, each a cluster for every item; items that only one of them has are left out.

    For each item, how much of its found cluster is of its gold cluster (precision), and the other way round (recall).
    """
    items = gold.keys() & found.keys()
    if not items:
        return Score(0.0, 0.0, 0.0, 0)
    both = Counter((gold[item], found[item]) for item in items)
    golds, founds = Counter(gold[item] for item in items), Counter(found[item] for item in items)
    precision = sum(n * n / founds[f] for (_, f), n in both.items()) / len(items)
    recall = sum(n * n / golds[g] for (g, _), n in both.items()) / len(items)
    return Score(precision, recall, 2 * precision * recall / (precision + recall), len(items))


def cluster_of(found: Resolution) -> dict[Hashable, Hashable]:
    return {key: actor.id for actor in found.actors for key in actor.sightings}


class Pile:
    """An invented pile: everybody in it, and how documents call them."""

    def __init__(self, documents: int) -> None:
        self.rng = random.Random(7)
        self.documents = documents
        words = [self.word() for _ in range(400 + int(20 * math.sqrt(documents)))]
        given = [self.word() for _ in range(300)]
        own = dossier_names()
        count = documents // 2 + 50
        self.people = [f"{self.pick(given)} {self.pick(words)}" for _ in range(count)]
        self.people[: len(own)] = own
        self.bodies = [self.pick(BODIES).format(self.pick(words)) for _ in range(count // 4 + 20)]
        self.places = [self.pick(words) for _ in range(count // 4 + 20)]
        self.stories = [self.story() for _ in range(documents // 20 + 1)]

    def pick(self, values: Sequence[Any]) -> Any:
        return self.rng.choice(values)

    def word(self) -> str:
        parts = (self.pick(ONSETS) + self.pick(VOWELS) + self.pick(CODAS) for _ in range(self.rng.randint(2, 3)))
        return "".join(parts).capitalize()

    def zipf(self, size: int) -> int:
        return min(size - 1, int(size ** self.rng.random()) - 1)

    def story(self) -> list[tuple[str, int]]:
        """Ten people, four bodies and four places of one affair; a few are in very many."""
        kinds = (("person", self.people, 10), ("organization", self.bodies, 4), ("place", self.places, 4))
        rare = [(kind, self.rng.randrange(len(pool))) for kind, pool, most in kinds for _ in range(most)]
        return rare + [(kind, self.zipf(len(pool))) for kind, pool, _ in kinds]

    def call(self, kind: str, number: int) -> tuple[str, tuple[str, ...]]:
        """How a document calls somebody, and what else it calls them."""
        roll = self.rng.random()
        if kind == "person":
            name = self.people[number]
            first, last = name.split()[0], name.split()[-1]
            if roll < 0.12:
                return last, ()
            if roll < 0.22:
                return f"{self.pick(TITLES)} {name}", (last,)
            if roll < 0.27:
                return f"{first[0]}. {last}", ()
            return (vary(name, self.rng), ()) if roll < 0.33 else (name, (last,))
        if kind == "organization":
            name = self.bodies[number]
            short = "".join(word[0] for word in name.split() if word[0].isupper())
            return (short, ()) if roll < 0.15 else (name, (short,) if roll < 0.5 else ())
        return self.places[number], ()

    def sightings(self) -> Iterator[tuple[Sighting, str]]:
        """Every sighting, and who it really is."""
        for document in range(self.documents):
            cast = self.rng.sample(self.pick(self.stories), ENTITIES - 2)
            rows = [(kind, f"{kind}{n}", *self.call(kind, n)) for kind, n in dict.fromkeys(cast)]
            rows.append(("organization", f"office{document}", self.pick(OFFICES), ()))
            rows.append(("person", f"nobody{document}", self.pick(DESCRIPTIONS), ()))
            neighbours = tuple(sorted(name for _, _, name, _ in rows[:-1]))
            for number, (kind, who, name, aliases) in enumerate(rows):
                yield Sighting(
                    document=f"sha256:{document:064x}", entity=f"e{number}", name=name, type=kind, aliases=aliases,
                    named=not who.startswith("nobody"), neighbours=neighbours,
                ), who  # fmt: skip


def dossier_names() -> list[str]:
    """People and others that the texts of the dossiers name in full."""
    texts = [path.read_text() for path in sorted(Path("corpus/dossiers").rglob("*.txt"))]
    found = Counter(name for text in texts for name in re.findall(r"\b[A-Z][a-z]+ [A-Z][a-z]{3,}\b", text))
    return [name for name, count in found.most_common(200) if count > 1]


def vary(name: str, rng: random.Random) -> str:
    """One letter otherwise: another vowel, or a letter twice."""
    at = rng.randrange(1, len(name))
    return name[:at] + ("e" if name[at] in "aiou" else name[at] * 2) + name[at + 1 :]


def measure(documents: int) -> None:
    """Resolve one pile, and print a line of JSON."""
    pile = list(Pile(documents).sightings())
    sightings, real = [sighting for sighting, _ in pile], {sighting.key: who for sighting, who in pile}
    del pile
    gazetteer = load_actors()
    gazetteer.find("warm")
    started = time.process_time()
    found = resolve_actors(sightings, (), gazetteer)
    seconds = time.process_time() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    named = {key: who for key, who in real.items() if not who.startswith(("nobody", "office"))}
    score = b_cubed(named, cluster_of(found))
    figures = {"documents": documents, "sightings": len(sightings), "actors": len(found.actors), "seconds": seconds}
    print(json.dumps({**figures, "mib": memory, "proposals": len(found.proposals), "score": score._asdict()}))


def measure_growth(sizes: Iterable[int]) -> None:
    """Each size in a process of its own, so that memory is that of one pile."""
    print(
        "documents  sightings    actors  proposals  seconds   µs/sighting  of n log n      MiB  B³ F1 of the pile",
        flush=True,
    )
    base = None
    for size in sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        one = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        n = one["sightings"]
        rate = one["seconds"] / (n * math.log(n))
        base = base or rate
        print(
            f"{size:9,}  {n:9,}  {one['actors']:8,}  {one['proposals']:9,}  {one['seconds']:7.1f}  "
            f"{1e6 * one['seconds'] / n:11.0f}  {rate / base:10.2f}  {one['mib']:7.0f}  {100 * one['score']['f1']:6.1f}"
        )


def measure_merge(count: int) -> None:
    """One judgement about so many entities in a casefile, and its undoing."""
    pile = Pile(count // ENTITIES)
    with tempfile.TemporaryDirectory() as folder, Casefile.open(Path(folder) / "case.db", create=True) as case:
        for document in range(count // ENTITIES):
            names = [pile.pick(pile.people) for _ in range(ENTITIES)]
            text = f"{document}: " + ", ".join(names)
            entities = [Entity(id=f"e{n}", name=name, type="person") for n, name in enumerate(names)]
            mentions = [Mention(id=f"m{n}", start=0, end=1, type="PER", entity=f"e{n}") for n in range(ENTITIES)]
            record = Document(
                id=digest_bytes(text.encode()), uri=f"{document}.txt", media_type="text/plain", text=text,
                text_sha256=digest_text(text),
            )  # fmt: skip
            reading = Reading(
                document=record,
                entities=tuple(entities),
                mentions=tuple(mentions),
                reader=Reader(version="0", model="-"),
            )
            case.add(Ingested(document=record, problems=(), data=text.encode()), reading)
        keys = [key for actor in case.actors.list() for key in actor.sightings]
        before = case.actors.list()
        started = time.process_time()
        judgement = case.actors.merge(keys[::2], keys[1::2], "benchmark", "all of them")
        merged = time.process_time()
        actors = len(case.actors.list())
        resolved = time.process_time()
        case.undo(judgement.id, "benchmark")
        undone = time.process_time()
        same = case.actors.list() == before
        print(f"entities merged in one judgement  {len(keys)} into {actors}")
        print(f"judging, seconds                  {merged - started:.2f}")
        print(f"resolving afterwards              {resolved - merged:.2f}")
        print(f"undoing                           {undone - resolved:.2f}")
        print(f"resolving afterwards              {time.process_time() - undone:.2f}; as before: {same}")


def gold_documents(split: str) -> list[GoldDocument]:
    paths = sorted(Path("corpus/gold").glob("*.txt"))
    chosen = [path for path in paths if f"# split: {split}\n" in path.read_text()[:2000]]
    return [document for path in chosen for document in read_gold(path) if document.entities]


def score_gold(split: str) -> None:
    """Entities as the annotators joined them in each document, resolved across documents."""
    sightings, gold = [], {}
    for document in gold_documents(split):
        types = {(m.start, m.end): m for m in document.mentions}
        rows = []
        for number, entity in enumerate(document.entities.values()):
            marks = [types[span] for span in entity.mentions if span in types]
            forms = [document.text[m.start : m.end] for m in marks if m.name]
            rows.append((f"e{number}", entity, list(dict.fromkeys(" ".join(form.split()) for form in forms))))
        neighbours = tuple(sorted(max(forms, key=len) for _, _, forms in rows if forms))
        for label, entity, forms in rows:
            name = (
                max(forms, key=len) if forms else document.text[slice(*entity.mentions[0])] if entity.mentions else "it"
            )
            sighting = Sighting(
                document=document.id, entity=label, name=name, type=entity.type, subtype=entity.subtype,
                aliases=tuple(form for form in forms if form != name), named=bool(forms), neighbours=neighbours,
            )  # fmt: skip
            sightings.append(sighting)
            gold[sighting.key] = entity.id
    found = resolve_actors(sightings, (), load_actors())
    named = {s.key for s in sightings if s.named}
    report("all entities", b_cubed(gold, cluster_of(found)))
    report("named entities", b_cubed({key: who for key, who in gold.items() if key in named}, cluster_of(found)))
    report("each by itself", b_cubed(gold, {key: key for key in gold}))


def score_readings(split: str, path: Path) -> None:
    """Mentions of gold that a reading has too, by the actor that their entity was resolved to."""
    readings = [decode_reading(line) for line in path.open("rb")]
    sightings = [s for r in readings for s in make_sightings(r.document.id, r.entities, r.mentions, r.places)]
    actors = cluster_of(resolve_actors(sightings, (), load_actors()))
    by_text = {reading.document.text.strip(): reading for reading in readings}
    gold, found = {}, {}
    for document in gold_documents(split):
        reading = by_text.get(document.text.strip())
        if reading is None:
            continue
        shift = len(reading.document.text) - len(reading.document.text.lstrip())
        marks = {(m.start - shift, m.end - shift): m.entity for m in reading.mentions if m.entity}
        for entity in document.entities.values():
            for span in entity.mentions:
                if span in marks:
                    item = (document.id, span)
                    gold[item] = entity.id
                    found[item] = actors[f"{reading.document.id}#{marks[span]}"]
    report("mentions", b_cubed(gold, found))


def report(what: str, score: Score) -> None:
    figures = "  ".join(f"{100 * value:5.1f}" for value in score[:3])
    print(f"{what:16} B³ P R F1  {figures}  ({score.items} items)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=SIZES)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--merge", type=int)
    parser.add_argument("--gold", choices=("train", "dev", "test"))
    parser.add_argument("--readings", type=Path)
    args = parser.parse_args()
    if args.one:
        measure(args.one)
    elif args.merge:
        measure_merge(args.merge)
    elif args.gold and args.readings:
        score_readings(args.gold, args.readings)
    elif args.gold:
        score_gold(args.gold)
    else:
        measure_growth(args.documents)


if __name__ == "__main__":
    main()
