"""Silver labels for what PolNeAR leaves out: the attributions inside its contents.

    python -m training.silver --bundle build/training/first --data ../shared/data --out build/training/silver.json

A content ("the ministry denied that …") read by itself is an ordinary sentence, so the model of the first stage reads it like
one. What it is sure of becomes an attribution of the second depth for the second stage.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from averral.encoder.bundle import load_bundle
from averral.encoder.session import Encoder
from averral.extract.attributions import find_attributions
from averral.extract.section import iter_sections
from averral.records import Span

from training.calibrate import gold_document
from training.corpora import read_polnear
from training.examples import Gold, GoldAttribution

SURE = 0.75
LEADS = ("that ", "how ", "whether ", "why ")


def silver_of(gold: Gold, bundle: object, encoder: Encoder) -> list[dict[str, list[tuple[int, int]]]]:
    """Attributions inside the contents of one text, in its offsets."""
    found = []
    for attribution in gold.attributions or ():
        for start, end in attribution.content:
            if end - start < 30:
                continue
            shift = next((len(lead) for lead in LEADS if gold.text.startswith(lead, start)), 0)
            base = start + shift
            piece = Gold(gold.text[base:end], "content")
            for section in iter_sections(gold_document(piece), bundle, encoder):
                for inner in find_attributions(section, bundle):
                    content, cue, source = inner.features[:3]
                    small = sum(len(s) for s in inner.content) < 0.9 * (end - base)
                    if inner.depth or not inner.cue or not small:
                        continue
                    if content < SURE or cue < SURE or (inner.source and source < SURE):
                        continue
                    found.append(
                        {
                            "source": _moved((inner.source,) if inner.source else (), base),
                            "cue": _moved((inner.cue,), base),
                            "content": _moved(inner.content, base),
                        }
                    )
    return found


def _moved(spans: tuple[Span, ...], base: int) -> list[tuple[int, int]]:
    return [(s.start + base, s.end + base) for s in spans]


def add_silver(golds: list[Gold], path: Path) -> None:
    """Add the silver attributions to the texts that they were read from; their nesting counts as known from then on."""
    silver = json.loads(path.read_text())
    for gold, inner in zip(golds, silver, strict=True):
        gold.attributions = [
            *(gold.attributions or ()),
            *(
                GoldAttribution(*(tuple(map(tuple, a[r])) for r in ("source", "cue", "content")), depth=2)
                for a in inner
            ),
        ]
        gold.nested_known = True


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    bundle = load_bundle(args.bundle)
    encoder = Encoder(bundle, threads=2)
    result = [silver_of(gold, bundle, encoder) for gold in read_polnear(args.data / "polnear/data/train")]
    args.out.write_text(json.dumps(result))
    print(f"{sum(map(len, result))} attributions inside contents of {len(result)} articles")


if __name__ == "__main__":
    main()
