"""Places of the readings resolved anew, and where the loss lies.

    python benchmarks/places.py GOLD.json READINGS.jsonl OUT.jsonl [--errors]

GOLD.json and the texts are what `eval/inputs.py places` makes, READINGS.jsonl what `averral extract` gives for them.
OUT has the same readings with `places` filled, for `eval/score.py places`. Printed are the shares of all gold toponyms
by what became of them; within 161 km (100 miles) is the usual bar.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections import Counter
from pathlib import Path

import msgspec

from averral.extract.places import resolve_places
from averral.gazetteer import load_gazetteer
from averral.records import Place, Reading, decode_reading, encode_reading

BAR_KM = 161.0


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    (la, lo), (lb, lp) = ((math.radians(x) for x in point) for point in (a, b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def judge(reading: Reading, places: dict[str, Place], toponym: list[float]) -> tuple[str, str]:
    """What became of a gold toponym, and the particulars."""
    start, end, point = int(toponym[0]), int(toponym[1]), (toponym[2], toponym[3])
    name = reading.document.text[start:end]
    over = [m for m in reading.mentions if m.start < end and m.end > start]
    placed = [p for m in over if (p := places.get(m.id)) and p.lat is not None and p.lon is not None]
    if not placed:
        named = [m for m in over if m.name and m.type in ("GPE", "LOC", "FAC")]
        if not named:
            return "no mention of a place", f"{name} {[m.type for m in over]}"
        whole = reading.document.text[named[0].start : named[0].end]
        known = len(load_gazetteer().find(whole).row) > 0
        return ("not placed, in the index" if known else "not in the index"), f"{name} [{whole}]"
    assert placed[0].lat is not None
    assert placed[0].lon is not None
    far = kilometres(point, (placed[0].lat, placed[0].lon))
    return ("right" if far <= BAR_KM else "wrong"), f"{name} {far:.0f} km {point} {placed[0]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("readings", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each toponym that is not right")
    args = parser.parse_args()
    gold = json.loads(args.gold.read_text(encoding="utf-8"))
    counts: Counter[str] = Counter()
    spent = 0.0
    load_gazetteer().find("warm")
    with args.readings.open("rb") as lines, args.out.open("wb") as out:
        for line in lines:
            reading = decode_reading(line)
            text, start = reading.document.text, time.process_time()
            places = resolve_places(text, reading.mentions, blocks=reading.document.blocks)
            spent += time.process_time() - start
            out.write(encode_reading(msgspec.structs.replace(reading, places=places)) + b"\n")
            name = Path(reading.document.uri).stem
            for toponym in gold.get(name, {}).get("places", ()):
                verdict, particulars = judge(reading, {p.mention: p for p in places}, toponym)
                counts[verdict] += 1
                if args.errors and verdict != "right":
                    print(verdict, name, particulars, sep="\t")
    total = sum(counts.values())
    for verdict, count in counts.most_common():
        print(f"{verdict:26s} {count:5d} {100 * count / total:5.1f} %")
    print(f"{spent:.2f} s of CPU to resolve")


if __name__ == "__main__":
    main()
