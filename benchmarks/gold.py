"""How much of our own gold (corpus/gold) a reading finds.

    python benchmarks/gold.py inputs --split test OUT
    averral extract OUT > readings.jsonl
    python benchmarks/gold.py score --split test readings.jsonl

`inputs` writes each document as OUT/ID.jsonl: one row with its text, unchanged, and its day of publication, because a
plain text cannot carry a date that its words do not give. A reading is found by the stem of its uri; a gold document
without a reading, or with another text, counts as read empty.

Everything is matched one to one inside a document and micro-averaged over documents. A layer:

attributions     content overlaps; `link` asks for an overlapping source too (two missing ones agree), as score.py does
names            exact span and type of named mentions, without DATE and NUM; descriptions the same
times            spans overlap; `value right` asks for the same EDTF string (two nulls agree)
events           triggers overlap; with the same type; with the same broad type
arguments        of events with overlapping triggers: the role is the same, and so is the thing (below)
factuality       of matched events: how the author commits to them
tense            of matched events: that of the event, or of a claim about it, where there is one
incidents        aligned by the number of their events with overlapping triggers, at least one; then each field: date
                 (EDTF string), place, perpetrators (with and without their confidence), targets, victims, instruments
figures          casualty figures with the same kind, low and high; and given by every speaker that gold names. Rows
                 that give the same value from the same words are one figure with several speakers. The recall is
                 the share of gold figures exactly right

CLAIMS           a claim is right when all of this agrees:
  speaker        both the author, or attributions that are aligned one to one and linked (as above)
  type           event, responsibility, casualties, statement
  argument       event: the triggers overlap. casualties: kind, low and high of one of the claim's figures (linked by
                 the figure's `claim`; without a link, those of the claim's incident that stand in its words).
                 responsibility: the incidents are aligned, and the actor is the same thing (the subject, or
                 without one the perpetrators that rest on the claim); a null actor equals null alone. statement: none
  factuality     the same value; null is wrong
`whatever the factuality`, `whoever says so` and `content alone` leave conditions out, and show where points are lost (a
statement is then the same when the contents of its attribution are aligned). Statements of the author are left out:
gold does not mark them. Relations are left out.

The same thing: a form is shared, articles, punctuation, case and possessive endings aside. Forms of a phrase in a
reading are its text, and the name and aliases of its entity; in gold its text, and mentions of the same type that by
their words can only be the same ("the Column" where one name alone holds "Column"). Arguments are also the same when
they overlap.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.records import Reading, decode_reading
from benchmarks.gold_match import compare
from benchmarks.gold_view import View, view_gold
from benchmarks.reading_view import view_reading
from benchmarks.tally import Figures, Tally, print_figures
from training.gold import GoldDocument, read_gold

HEAD = "claims"


def iter_gold(folder: Path, split: str | None = None) -> Iterator[GoldDocument]:
    """The documents of a split, or of all."""
    for path in sorted(folder.glob("*.txt")):
        yield from (d for d in read_gold(path) if split in (None, d.split))


def write_inputs(documents: Iterable[GoldDocument], out: Path) -> int:
    """Write one table of one row for each document; how many there were."""
    out.mkdir(parents=True, exist_ok=True)
    written = 0
    for document in documents:
        written += 1
        row = {"text": document.text} | ({"date": document.published} if document.published else {})
        (out / f"{document.id}.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    return written


def read_readings(path: Path) -> dict[str, Reading]:
    """Readings by the stem of their uri: `ID` of `OUT/ID.jsonl#1` and of `OUT/ID.txt`."""
    with path.open(encoding="utf-8") as lines:
        readings = [decode_reading(line) for line in lines if line.strip()]
    return {Path(r.document.uri.partition("#")[0]).stem: r for r in readings}


def score(documents: Iterable[GoldDocument], readings: Mapping[str, Reading]) -> Figures:
    """All figures, the head line first."""
    tally, counts = Tally(), {"gold": 0, "read": 0}
    for document in documents:
        gold, reading = view_gold(document), readings.get(document.id)
        is_read = reading is not None and reading.document.text == document.text
        counts["gold"] += 1
        counts["read"] += is_read
        compare(gold, view_reading(reading, document.id) if is_read and reading else _blank(gold), tally)
    figures = tally.figures()
    return {"CLAIMS": figures[HEAD], "documents": counts, **{k: v for k, v in figures.items() if k != HEAD}}


def _blank(gold: View) -> View:
    return View(gold.id, gold.text, {}, (), (), {}, {}, (), ())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("corpus/gold"))
    commands = parser.add_subparsers(dest="command", required=True)
    for name, path in (("inputs", "out"), ("score", "readings")):
        command = commands.add_parser(name)
        command.add_argument("--split", default="test", choices=["train", "dev", "test"])
        command.add_argument(path, type=Path)
        command.add_argument("--json", action="store_true")
    args = parser.parse_args()
    documents = iter_gold(args.gold, args.split)
    if args.command == "inputs":
        print(f"{write_inputs(documents, args.out)} documents in {args.out}", file=sys.stderr)
        return
    figures = score(documents, read_readings(args.readings))
    if args.json:
        print(json.dumps(figures))
    else:
        print_figures(figures)


if __name__ == "__main__":
    main()
