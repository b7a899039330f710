"""How many relations between actors the patterns find, and how many of those are right, between mentions given.

    python benchmarks/relations.py re3d ../shared/data/re3d [--test]
    python benchmarks/relations.py gold corpus/gold --split train [--show]

With --classifier what the bundle's classifier is sure of is added.

re3d        Documents of the Defence Science and Technology Laboratory. One whose id has a SHA-1 that ends in an even
            hexadecimal digit is development, the others are test. Triples of the four commonest kinds that map to ours;
            FightingAgainst and CommWith have no direction. `all` takes the corpus as it is; `actors` leaves out
            relations one of whose sides is no person, organisation, nationality or place (strikes, tanks, buildings).
gold        `rel` lines of corpus/gold. A side is right when its mention overlaps gold's, is the same words but for
            articles and case, or stands beside it in apposition. Symmetric predicates have no direction; each gold
            relation is found once.

Pronouns are mentions of their own in both and count as known. Precision is over what was found of the scored kinds.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.extract import Extractor
from averral.extract.mentions import FoundMention
from averral.extract.related import SURE, state_relations
from averral.extract.relations import PREDICATE_KINDS, PREDICATES, FoundRelation, find_relations
from averral.extract.relations.line import PERSONAL, POSSESSIVE
from averral.extract.section import iter_sections
from averral.extract.sentences import iter_sentences
from averral.extract.ties import FoundTie, find_ties
from averral.records import Mention, Span
from benchmarks.plain_document import plain_document
from training.markup import join_lines, strip_marks
from training.relations import is_development

KINDS = {"FightingAgainst": "fights", "BelongsTo": "member_of", "CommWith": "meets", "InChargeOf": "leads"}
FOLDED = {"attacks": "fights", "negotiates_with": "meets", "coordinates_with": "meets"}
"""Ours that re3d has no kind of its own for."""
TYPES = {"Organisation": "ORG", "Person": "PER", "Location": "GPE", "Nationality": "NORP", "Temporal": "DATE"}
RELATION = re.compile(
    r'rel r\d+ (\w+) ("(?:[^"\\]|\\.)*"(?:#\d+)?) -> ("(?:[^"\\]|\\.)*"(?:#\d+)?) \| (\S+) (\w+)(?: \| |$)'
)
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"(?:#(\d+))?')


class Score(NamedTuple):
    """Counts over documents."""

    right: int
    found: int
    gold: int

    def line(self, name: str) -> str:
        """Precision, recall and F1 in percent."""
        p, r = self.right / max(1, self.found), self.right / max(1, self.gold)
        f = 2 * p * r / max(1e-9, p + r)
        counts = f"({self.right} right, {self.found} found, {self.gold} gold)"
        return f"{name:18} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {100 * f:5.1f}   {counts}"


class Case(NamedTuple):
    """A document with its mentions and gold triples of spans; `levels` of the triples, where gold has them."""

    id: str
    text: str
    mentions: tuple[Mention, ...]
    gold: tuple[tuple[Span, str, Span], ...]
    levels: tuple[tuple[str, str], ...] = ()


Read = Callable[[Case], tuple[FoundRelation, ...]]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """One JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def iter_re3d(folder: Path, *, test: bool, actors: bool) -> Iterator[Case]:
    """The documents of one half."""
    for part in sorted(p for p in folder.iterdir() if p.is_dir()):
        entities, relations = read_rows(part / "entities.json"), read_rows(part / "relations.json")
        for document in read_rows(part / "documents.json"):
            if is_development(document["_id"]) != test:
                here = [e for e in entities if e["documentId"] == document["_id"]]
                ties = [r for r in relations if r["documentId"] == document["_id"] and r["type"] in KINDS]
                yield _re3d_case(document, here, ties, actors=actors)


def _re3d_case(
    document: dict[str, Any], entities: list[dict[str, Any]], relations: list[dict[str, Any]], *, actors: bool
) -> Case:
    mentions = tuple(
        Mention(
            id=f"m{n}",
            start=e["begin"],
            end=e["end"],
            type=TYPES[e["type"]],  # type: ignore[arg-type]
            name=e["value"].rpartition(" ")[2][:1].isupper() or e["value"].lower() in PERSONAL | POSSESSIVE,
        )
        for n, e in enumerate(entities)
        if e["type"] in TYPES
    )
    known = {(m.start, m.end) for m in mentions if m.type != "DATE"}
    gold = dict.fromkeys(
        (Span(r["sourceBegin"], r["sourceEnd"]), KINDS[r["type"]], Span(r["targetBegin"], r["targetEnd"]))
        for r in relations
        if not actors or {(r["sourceBegin"], r["sourceEnd"]), (r["targetBegin"], r["targetEnd"])} <= known
    )
    return Case(document["_id"], document["text"], mentions, tuple(gold))


def iter_gold(folder: Path, split: str) -> Iterator[Case]:
    """Annotated documents of a split; files without a `rel` line are not annotated yet."""
    for path in sorted(folder.glob("*.txt")):
        raw = path.read_text(encoding="utf-8")
        if f"# split: {split}" in raw and "\nrel " in raw:
            for block in re.split(r"^## ", raw, flags=re.MULTILINE)[1:]:
                yield _gold_case(block.splitlines())


def _gold_case(lines: list[str]) -> Case:
    end = next(n for n, line in enumerate(lines) if line.startswith("="))
    marks = strip_marks(join_lines(lines[1:end]))
    mentions = tuple(
        Mention(
            id=f"m{n}",
            start=m.start,
            end=m.end,
            type=m.type,  # type: ignore[arg-type]
            name=m.name or marks.text[m.start : m.end].lower() in PERSONAL | POSSESSIVE,
        )
        for n, m in enumerate(marks.mentions)
    )
    found = [match for line in lines[end:] if (match := RELATION.match(line))]
    gold = tuple((_find(marks.text, m[2]), m[1], _find(marks.text, m[3])) for m in found)
    return Case(lines[0].split("|")[0].strip(), marks.text, mentions, gold, tuple((m[4], m[5]) for m in found))


def _find(text: str, quoted: str) -> Span:
    match = QUOTED.fullmatch(quoted)
    assert match
    words = re.sub(r"\\(.)", r"\1", match[1])
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return Span(*places[int(match[2] or 1) - 1])


def _kind(predicate: str) -> str:
    return FOLDED.get(predicate, predicate)


def score_re3d(cases: Iterator[Case], reader: Read, *, show: bool) -> dict[str, Score]:
    """By kind and over all."""
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        wanted = {_undirected(*g) for g in case.gold}
        read = {
            _undirected(r.subject, _kind(r.predicate), r.object): r
            for r in reader(case)
            if _kind(r.predicate) in KINDS.values()
        }
        gold.update(k for _, k, _ in wanted)
        found.update(k for _, k, _ in read)
        right.update(k for _, k, _ in wanted & set(read))
        for triple in sorted(set(read) - wanted) if show else ():
            print(f"+ {_told(case, triple)}  «{_around(case.text, read[triple])}»")
        for triple in sorted(wanted - set(read)) if show else ():
            print(f"- {_told(case, triple)}")
    return _scores(right, found, gold, tuple(KINDS.values()))


def _undirected(one: Span, kind: str, other: Span) -> tuple[Span, str, Span]:
    if kind in ("fights", "meets"):
        one, other = sorted((one, other))
    return one, kind, other


def _scores(right: Counter[str], found: Counter[str], gold: Counter[str], kinds: tuple[str, ...]) -> dict[str, Score]:
    scores = {"all": Score(right.total(), found.total(), gold.total())}
    return scores | {k: Score(right[k], found[k], gold[k]) for k in kinds if found[k] or gold[k]}


def _read(case: Case, extractor: Extractor | None, sure: float) -> tuple[FoundRelation, ...]:
    blocks = [Span(*m.span()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", case.text)]
    sentences = list(iter_sentences(case.text, blocks))
    if extractor is None:
        return find_relations(case.text, sentences, case.mentions)
    return state_relations(case.text, sentences, case.mentions, _ties(case, extractor), sure)


def _ties(case: Case, extractor: Extractor) -> list[FoundTie]:
    """What the classifier says of the mentions given."""
    document = plain_document(case.id, case.text)
    given = sorted({(m.start, m.end, m.type, m.name) for m in case.mentions})
    mentions = [FoundMention(Span(s, e), kind, name, 1.0) for s, e, kind, name in given]
    ties: list[FoundTie] = []
    for section in iter_sections(document, extractor.bundle, extractor.encoder):
        ties += find_ties(section, mentions, extractor.bundle)
    return ties


def score_gold(cases: Iterator[Case], read: Read, *, show: bool) -> dict[str, Score]:
    """By predicate and over all; `level` and `tense` are shares of the right ones."""
    right, found, gold = Counter[str](), Counter[str](), Counter[str]()
    level = tense = known = 0
    for case in cases:
        left = list(range(len(case.gold)))
        gold.update(k for _, k, _ in case.gold)
        for r in read(case):
            found[r.predicate] += 1
            match = next((n for n in left if _same(case.text, case.gold[n], r)), None)
            if match is None:
                if show:
                    print(f"+ {case.id} {_told(case, r[:3])} {r.factuality} {r.tense}  «{_around(case.text, r)}»")
                continue
            left.remove(match)
            right[r.predicate] += 1
            known += r.factuality is not None
            level += r.factuality == case.levels[match][0]
            tense += r.tense == case.levels[match][1]
        for n in left if show else ():
            print(f"- {case.id} {_told(case, case.gold[n])} {' '.join(case.levels[n])}")
    total = right.total()
    print(f"of {total} right ones: factuality {level} of {known} given, tense {tense}")
    return _scores(right, found, gold, PREDICATES)


def _same(text: str, gold: tuple[Span, str, Span], read: FoundRelation) -> bool:
    if gold[1] != read.predicate:
        return False
    straight = _thing(text, gold[0], read.subject) and _thing(text, gold[2], read.object)
    crossed = _thing(text, gold[0], read.object) and _thing(text, gold[2], read.subject)
    return straight or (PREDICATE_KINDS[read.predicate].symmetric and crossed)


def _thing(text: str, one: Span, other: Span) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return one.overlaps(other) or between in (", ", " ") or _form(text, one) == _form(text, other)


def _form(text: str, span: Span) -> str:
    return re.sub(r"^(?:the|an?) |['’]s$", "", text[span.start : span.end].lower())


def _told(case: Case, triple: tuple[Span, str, Span]) -> str:
    one, kind, other = triple
    return f"{case.text[one.start : one.end]!r} {kind} {case.text[other.start : other.end]!r}"


def _around(text: str, read: FoundRelation) -> str:
    low, high = min(read.subject.start, read.object.start), max(read.subject.end, read.object.end)
    return " ".join(text[max(0, low - 30) : high + 30].split())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=["re3d", "gold"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--test", action="store_true", help="re3d: the test half")
    parser.add_argument("--split", default="train", choices=["train", "dev", "test"])
    parser.add_argument("--show", action="store_true", help="list what is wrong (+) and missing (-)")
    parser.add_argument("--classifier", action="store_true", help="the patterns and the bundle's classifier together")
    parser.add_argument("--sure", type=float, default=SURE, help="the least chance of a tie of the classifier")
    args = parser.parse_args()
    extractor = Extractor.load() if args.classifier else None

    def read(case: Case) -> tuple[FoundRelation, ...]:
        return _read(case, extractor, args.sure)

    if args.corpus == "gold":
        for name, score in score_gold(iter_gold(args.folder, args.split), read, show=args.show).items():
            print(score.line(name))
        return
    for actors in (True, False):
        print("actors" if actors else "all")
        cases = iter_re3d(args.folder, test=args.test, actors=actors)
        for name, score in score_re3d(cases, read, show=args.show and actors).items():
            print(score.line(name))


if __name__ == "__main__":
    main()
