"""How often the pronouns of GAP (Webster et al. 2018) are given to the right person.

    python benchmarks/coreference.py --data ../shared/data [--bundle DIR] [--wrong 20]

Each text of the validation set has a pronoun and two names. A name is taken to be meant when the reading gives the
pronoun and a mention that overlaps the name one and the same entity. F1 is over all names, then over those beside
feminine and masculine pronouns; the bias is the ratio of these two. With --names-given only the linker is asked, for
which of the two names has more of its chances; neither where both have less than a tenth.

"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.extract import Extractor
from averral.extract.mentions import FoundMention, find_mentions
from averral.extract.section import iter_sections
from averral.records import Reading, Span
from benchmarks.plain_document import plain_document

LEAST = 0.1
FEMININE = frozenset({"she", "her", "hers"})


class Case(NamedTuple):
    """A text with the spans of its pronoun and its two names, and whether each is meant."""

    id: str
    text: str
    pronoun: tuple[int, int]
    names: tuple[tuple[int, int], tuple[int, int]]
    meant: tuple[bool, bool]


def read_cases(data: Path) -> Iterator[Case]:
    """The validation set, in order."""
    with (data / "gap/gap-validation.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            starts = {name: int(row[f"{name}-offset"]) for name in ("Pronoun", "A", "B")}
            spans = {name: (start, start + len(row[name])) for name, start in starts.items()}
            meant = row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"
            yield Case(row["ID"], row["Text"], spans["Pronoun"], (spans["A"], spans["B"]), meant)


def entities_at(reading: Reading, span: tuple[int, int]) -> set[str]:
    """The entities of the mentions that overlap a span."""
    return {m.entity for m in reading.mentions if m.entity and m.start < span[1] and m.end > span[0]}


def pronoun_entities(reading: Reading, span: tuple[int, int]) -> set[str]:
    """The entities of the mentions that are just this pronoun."""
    return {m.entity for m in reading.mentions if m.entity and (m.start, m.end) == span}


def choose_name(case: Case, extractor: Extractor) -> list[bool]:
    """Which of the two names the linker takes the pronoun for; a name's chances are those of all mentions like it."""
    linker, pronoun = (
        extractor.bundle.linkers["mention_antecedent"],
        FoundMention(Span(*case.pronoun), "PER", False, 1.0),
    )
    given = [FoundMention(Span(*span), "PER", True, 1.0) for span in case.names]
    masses = [0.0, 0.0]
    for section in iter_sections(plain_document(case.id, case.text), extractor.bundle, extractor.encoder):
        found = find_mentions(section, extractor.bundle)
        apart = [m for m in found if not any(m.span.overlaps(other.span) for other in (*given, pronoun))]
        names = sorted([*apart, *given], key=lambda m: m.span)
        spans = section.piece_spans([m.span for m in (pronoun, *names)])
        for mention, chance in zip(
            names, linker.choose(section.hidden, spans[:1], spans[1:])[0].tolist(), strict=False
        ):
            words = set(case.text[mention.span.start : mention.span.end].lower().split())
            for number, span in enumerate(case.names) if mention.name and mention.type == "PER" else ():
                own = set(case.text[slice(*span)].lower().split())
                masses[number] += chance * (words <= own or own <= words)
    best = max(masses)
    return [best >= LEAST and masses[0] == best, best >= LEAST and masses[0] < best]


def show(name: str, count: Counter[tuple[bool, bool]]) -> float:
    """Print precision, recall and F1 of (meant, found) pairs; the F1."""
    right, found, wanted = count[True, True], count[False, True], count[True, False]
    precision, recall = right / max(1, right + found), right / max(1, right + wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:10} precision {precision:6.1%}  recall {recall:6.1%}  F1 {f1:6.1%}")
    return f1


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--wrong", type=int, default=0, help="show so many wrong answers")
    parser.add_argument("--names-given", action="store_true", help="ask the linker alone, for one of the two names")
    args = parser.parse_args()
    extractor = Extractor.load(args.bundle)
    counts: dict[str, Counter[tuple[bool, bool]]] = {"all": Counter(), "feminine": Counter(), "masculine": Counter()}
    for case in read_cases(args.data):
        chosen = choose_name(case, extractor) if args.names_given else None
        reading = extractor.read(plain_document(case.id, case.text)) if chosen is None else None
        own = pronoun_entities(reading, case.pronoun) if reading else set()
        gender = "feminine" if case.text[slice(*case.pronoun)].lower() in FEMININE else "masculine"
        for number, (span, meant) in enumerate(zip(case.names, case.meant, strict=True)):
            found = chosen[number] if reading is None else not own.isdisjoint(entities_at(reading, span))
            for name in ("all", gender):
                counts[name][meant, found] += 1
            if found != meant and args.wrong > 0:
                args.wrong -= 1
                kind = "missed" if meant else "false"
                print(f"{case.id} {kind}: {case.text[slice(*span)]} ({'read' if own else '-'})")
    figures = {name: show(name, count) for name, count in counts.items()}
    print(f"bias {figures['feminine'] / max(1e-9, figures['masculine']):.2f}")


if __name__ == "__main__":
    main()
