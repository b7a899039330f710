"""How surely a predicate happened, against readers' judgements.

    PYTHONPATH=src:. python benchmarks/factuality.py ../shared/data [--bundle DIR] [--split dev]

For UDS-IH2 (Rudinger et al. 2018), and as a check on two corpora that nothing was trained on, UW (Lee et al. 2015) and
MEANTIME (Minard et al. 2016): Pearson's r and the mean absolute error of the head's score, from -3 to 3, at the first
piece of each annotated predicate. A text is one sentence, as the corpora give it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.encoder.bundle import Bundle, load_bundle
from averral.encoder.session import Encoder
from averral.encoder.tokens import is_caseless, tokenize
from training.examples import Gold, piece_span
from training.factuality import read_factuality

CORPORA = ("UDS_IH2", "UW", "MEANTIME")


def score_text(bundle: Bundle, encoder: Encoder, gold: Gold) -> list[tuple[float, float]]:
    """Pairs of the judgement and the head's score."""
    text = gold.text
    tokens = tokenize(bundle.tokenizer, text, [(0, len(text))], caseless=is_caseless(text))
    scores = bundle.taggers["factuality"].scores(encoder.encode(tokens))[:, 0]
    places = [(piece_span(tokens, span), judged) for span, judged in gold.factuality]
    return [(judged, float(scores[place[0]])) for place, judged in places if place]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--bundle", type=Path)
    parser.add_argument("--split", default="dev")
    args = parser.parse_args()
    bundle = load_bundle(args.bundle)
    encoder = Encoder(bundle, threads=2)
    for corpus in CORPORA:
        golds = read_factuality(args.data, args.split, corpus, size=1)
        pairs = np.array([pair for gold in golds for pair in score_text(bundle, encoder, gold)])
        r = np.corrcoef(pairs[:, 0], pairs[:, 1])[0, 1]
        error = np.abs(pairs[:, 0] - np.clip(pairs[:, 1], -3, 3)).mean()
        print(f"{corpus:10} {args.split}: {len(pairs)} predicates, r {r:.3f}, mean absolute error {error:.2f}")


if __name__ == "__main__":
    main()
