"""Train the judge of responsibility on the train happenings of our gold, and put it into a bundle.

    python -m training.responsibility --bundle src/averral/encoder/model [--gold corpus/gold]

Every attribution that the bundle finds, with every actor in its words and with its speaker, is an example: what the
speaker makes of the actor is that of the gold's claim of responsibility whose attribution and actor are the same, else
"none". The model is a multinomial logistic regression over the standardised means of the vectors of cue, content and
actor, and over flags, with a ridge of 1 / (2 C). The encoder is left as it is.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import msgspec
import numpy as np
import torch

from averral.encoder.bundle import load_bundle
from averral.encoder.judge import Judge
from averral.encoder.session import Encoder
from averral.extract import Extractor
from averral.extract.responsibility.judged import CLASSES, Candidate, Hearing, Judged
from averral.extract.responsibility.leanings import JUDGE, Leanings
from averral.records import Reading
from benchmarks.gold import iter_gold
from benchmarks.gold_match import align
from benchmarks.gold_view import Saying, Thing, normalise, view_gold
from benchmarks.plain_document import plain_document
from benchmarks.reading_view import view_reading
from training.export import write_manifest
from training.gold import GoldDocument

C = 0.003
"""Of 0.001, 0.003 and 0.03 the best on the train happenings, each left out in its turn, and on the dev happenings."""
KINDS = {"CT+": "did", "PR+": "did", "PS+": "may have done", "CT-": "did not", "PR-": "did not", "UU": "open"}


class Example(NamedTuple):
    """The vectors of a candidate one behind the other with its flags (n,), and the number of its class."""

    vector: np.ndarray
    kind: int


def probe(width: int) -> Judge:
    """A judge whose scores are the vectors themselves: those of cue, content and actor one behind the other."""
    blank, one = np.zeros((width, width), np.float32), np.eye(width, dtype=np.float32)
    blocks = [np.concatenate([one if place == at else blank for place in range(3)]) for at in range(3)]
    return Judge(*blocks, np.zeros((3 * width, 0), np.float32), np.zeros(3 * width, np.float32))


def iter_examples(documents: Sequence[GoldDocument], folder: Path) -> Iterator[Example]:
    """The candidates of all documents, as the bundle reads them."""
    bundle = load_bundle(folder)
    judges = {**bundle.judges, JUDGE: probe(384)}
    extractor = Extractor(msgspec.structs.replace(bundle, judges=judges), Encoder(bundle))
    for document in documents:
        heard: list[tuple[Candidate, np.ndarray]] = []

        def record(leanings: Leanings, _: Judge, hearing: Hearing, into: list = heard) -> Judged:
            for one in hearing.iter_candidates():
                actor = leanings.sources[one.said] if one.mention is None else leanings.actors[one.mention]
                into.append((one, np.concatenate([leanings.said[one.said] + actor, one.flags])))
            return Judged((), frozenset())

        with patch("averral.extract.story.judge_all", record):
            plain = plain_document(document.id, document.text)
            reading = extractor.read(msgspec.structs.replace(plain, published=document.published))
        kinds = label(document, reading, [one for one, _ in heard])
        yield from (Example(vector, kind) for (_, vector), kind in zip(heard, kinds, strict=True))


def label(document: GoldDocument, reading: Reading, candidates: Sequence[Candidate]) -> list[int]:
    """The number of each candidate's class."""
    gold = view_gold(document)
    contents = align(gold, view_reading(reading, document.id)).contents
    claims = [one for one in gold.claims if one.type == "responsibility" and one.actor]
    entities = {entity.id: entity for entity in reading.entities}

    def find(one: Candidate) -> int:
        entity = entities.get(one.actor.entity or "")
        names = (one.actor.text, *((entity.name, *entity.aliases) if entity else ()))
        thing = Thing(frozenset(map(normalise, names)), (one.place.start, one.place.end))
        found = next((g for g in claims if contents.get(g.by) == f"a{one.said + 1}" and is_about(g, thing)), None)
        return CLASSES.index(KINDS.get(found.factuality or "", "open")) if found else 0

    return [find(one) for one in candidates]


def is_about(claim: Saying, thing: Thing) -> bool:
    """Whether a claim of the gold names the same actor."""
    return claim.actor is not None and claim.actor.is_same(thing)


def fit(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights (classes, n) and bias (classes,) for vectors as they are; fitted on standardised ones."""
    mean, spread = x.mean(0), x.std(0)
    spread[spread < 1e-6] = 1.0
    inputs, targets = torch.tensor((x - mean) / spread, dtype=torch.float32), torch.tensor(y)
    weight = torch.zeros(len(CLASSES), x.shape[1], requires_grad=True)
    bias = torch.zeros(len(CLASSES), requires_grad=True)
    steps = torch.optim.LBFGS([weight, bias], max_iter=500, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        steps.zero_grad()
        loss = torch.nn.functional.cross_entropy(inputs @ weight.T + bias, targets, reduction="sum")
        loss = loss + weight.square().sum() / (2 * C)
        loss.backward()
        return loss

    steps.step(closure)
    weights = weight.detach().numpy() / spread
    return weights, bias.detach().numpy() - weights @ mean


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--gold", type=Path, default=Path("corpus/gold"))
    args = parser.parse_args()
    examples = list(iter_examples(list(iter_gold(args.gold, "train")), args.bundle))
    print(f"{len(examples)} examples: {dict(Counter(CLASSES[one.kind] for one in examples))}")
    weights, bias = fit(np.array([one.vector for one in examples]), np.array([one.kind for one in examples]))
    cue, content, actor, flags = np.split(weights, [384, 768, 1152], 1)
    judge = Judge(cue, content, actor, flags, bias)
    with np.load(args.bundle / "heads.npz", allow_pickle=False) as known:
        arrays = {name: known[name] for name in known.files if not name.startswith(f"{JUDGE}.")}
    arrays |= {f"{JUDGE}.{part}": np.ascontiguousarray(a, np.float32) for part, a in judge._asdict().items()}
    np.savez(args.bundle / "heads.npz", **arrays)
    write_manifest(args.bundle, judges={JUDGE: CLASSES})


if __name__ == "__main__":
    main()
