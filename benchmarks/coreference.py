"""How often the pronouns of GAP (Webster et al. 2018) are given to the right person.

    python benchmarks/coreference.py --data ../shared/data [--bundle DIR] [--wrong 20]

Each text of the validation set has a pronoun and two names. A name is taken to be meant when the reading gives the
pronoun and a mention that overlaps the name one and the same entity. F1 is over all names, then over those beside
feminine and masculine pronouns; the bias is the ratio of these two.

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
from averral.records import Block, Document, Reading, digest_bytes, digest_text

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


def document(case: Case) -> Document:
    """The text as one block of body."""
    data = case.text.encode()
    return Document(
        id=digest_bytes(data),
        uri=case.id,
        media_type="text/plain",
        text=case.text,
        text_sha256=digest_text(case.text),
        blocks=(Block(0, len(case.text), "body"),),
        language="en",
    )


def entities_at(reading: Reading, span: tuple[int, int]) -> set[str]:
    """The entities of the mentions that overlap a span."""
    return {m.entity for m in reading.mentions if m.entity and m.start < span[1] and m.end > span[0]}


def pronoun_entities(reading: Reading, span: tuple[int, int]) -> set[str]:
    """The entities of the mentions that are just this pronoun."""
    return {m.entity for m in reading.mentions if m.entity and (m.start, m.end) == span}


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
    args = parser.parse_args()
    extractor = Extractor.load(args.bundle)
    counts: dict[str, Counter[tuple[bool, bool]]] = {"all": Counter(), "feminine": Counter(), "masculine": Counter()}
    for case in read_cases(args.data):
        reading = extractor.read(document(case))
        own = pronoun_entities(reading, case.pronoun)
        gender = "feminine" if case.text[slice(*case.pronoun)].lower() in FEMININE else "masculine"
        for span, meant in zip(case.names, case.meant, strict=True):
            found = not own.isdisjoint(entities_at(reading, span))
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
