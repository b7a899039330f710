"""Train the encoder and its heads.

    python -m training.train --data ../shared/data --base DIR --out build/model --recipe training/recipe.toml

The recipe's stages run one after another; each starts from the weights of the one before. A checkpoint is written every
few minutes, and `--resume CHECKPOINT --stage N` goes on from it.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
import tomllib
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from averral.encoder.linker import distance_steps
from averral.encoder.tokens import concatenate_tokens, load_tokenizer
from training import corpora, swap, wrap
from training.coreference import read_ecb, read_gap
from training.examples import NO_PREDICATE, PART_LABELS, TAGS, TRACKS, Example, Span, build_example, cut_example
from training.factuality import read_factuality
from training.geneva import read_geneva
from training.gum import read_gum
from training.happenings import read_happenings
from training.model import TAGGERS, Model, pair_features
from training.muc4_marks import read_muc4
from training.relations import read_dse, read_knowledgenet, read_re3d_relations, read_redocred_relations

CLS, SEP, MASK = 101, 102, 103
OWN_VARIANTS = 7
GOLD_VARIANTS = 3


def join_examples(parts: list[Example]) -> Example:
    """Several short examples as one text."""
    links, base = [], 0
    arcs: dict[str, list] = defaultdict(list)
    pairs: list = []
    for part in parts:

        def move(span: tuple[int, int] | None, base: int = base) -> tuple[int, int] | None:
            return None if span is None else (span[0] + base, span[1] + base)

        links += [(t, [move(c) for c in contents], move(cue), move(source)) for t, contents, cue, source in part.links]
        for name, rows in part.arcs.items():
            arcs[name] += [(move(left), tuple(move(r) for r in rights)) for left, rights in rows]
        pairs += [(move(left), move(right), mask) for left, right, mask in part.pairs]
        base += len(part.tokens.ids)
    return Example(
        concatenate_tokens([p.tokens for p in parts]),
        np.concatenate([p.parts for p in parts], 1),
        {name: np.concatenate([p.tags[name] for p in parts]) for name in TAGS},
        *(np.concatenate([getattr(p, name) for p in parts]) for name in ("basis", "factuality")),
        links,
        arcs,
        pairs,
        parts[0].corpus,
    )


class Pool:
    """Windows of one corpus in random order, for ever."""

    def __init__(self, examples: list[Example], size: int, rng: random.Random) -> None:
        self.examples, self.size, self.rng = examples, size, rng
        self.queue: list[Example] = []

    def take(self) -> Example:
        """The next window."""
        if not self.queue:
            self.queue = self._fill()
        return self.queue.pop()

    def _fill(self) -> list[Example]:
        windows, short = [], []
        for example in self.rng.sample(self.examples, len(self.examples)):
            count = len(example.tokens.ids)
            if count <= self.size:
                short.append(example)
                continue
            start = -self.rng.randrange(self.size // 2)
            while start < count:
                windows.append(cut_example(example, max(0, start), min(count, start + self.size)))
                start += self.size - 24
        group: list[Example] = []
        length = 0
        for example in short:
            if group and length + len(example.tokens.ids) > self.size:
                windows.append(join_examples(group))
                group, length = [], 0
            group.append(example)
            length += len(example.tokens.ids)
        if group:
            windows.append(join_examples(group))
        windows = [w for w in windows if len(w.tokens.ids) > 4]
        self.rng.shuffle(windows)
        return windows


class Batch:
    """Windows as padded tensors, with [CLS] and [SEP] around each, and a share of their pieces hidden behind [MASK]."""

    def __init__(self, windows: list[Example], hidden: float, rng: random.Random) -> None:
        self.windows = windows
        length = max(len(w.tokens.ids) for w in windows) + 2
        shape = (len(windows), length)
        ids, shapes = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        self.mask = torch.zeros(shape)
        targets = {n: np.zeros(shape, np.int64) for n in TAGS}
        factuality = np.full(shape, np.nan, np.float32)
        parts = np.zeros((len(windows), TRACKS, length), np.int64)
        basis = np.full(shape, -1, np.int64)
        for i, w in enumerate(windows):
            n = len(w.tokens.ids)
            row = w.tokens.ids.astype(np.int64)
            hide = np.random.default_rng(rng.randrange(1 << 30)).random(n) < hidden
            ids[i, 1 : n + 1] = np.where(hide, MASK, row)
            ids[i, 0], ids[i, n + 1] = CLS, SEP
            own = w.tokens.shapes.astype(np.int64)
            shapes[i, 1 : n + 1] = np.where(own < 5, 0, own) if rng.random() < 0.12 else own
            self.mask[i, : n + 2] = 1
            parts[i, :, 1 : n + 1] = w.parts
            for name, row in w.tags.items():
                targets[name][i, 1 : n + 1] = row
            factuality[i, 1 : n + 1] = w.factuality
            basis[i, 1 : n + 1] = w.basis
        self.ids, self.shapes = torch.from_numpy(ids), torch.from_numpy(shapes)
        self.parts, self.basis = torch.from_numpy(parts), torch.from_numpy(basis)
        self.factuality = torch.from_numpy(factuality)
        self.targets = {n: torch.from_numpy(t) for n, t in targets.items()}


def masked_loss(logits: Tensor, masks: Tensor) -> tuple[Tensor, int]:
    """Sum of -log of the probability inside the allowed set, over pieces where something is known."""
    known = masks > 0
    if not known.any():
        return logits.sum() * 0.0, 0
    logits, masks = logits[known].float(), masks[known]
    bits = (masks[:, None] >> torch.arange(logits.shape[-1])) & 1
    inside = logits.masked_fill(bits == 0, -1e9)
    return (torch.logsumexp(logits, -1) - torch.logsumexp(inside, -1)).sum(), int(known.sum())


def span_vectors(hidden: Tensor, spans: list[tuple[int, int]]) -> Tensor:
    """First and last piece of each span, side by side; spans count from behind [CLS]."""
    index = torch.tensor(spans)
    return torch.cat([hidden[index[:, 0] + 1], hidden[index[:, 1]]], -1)


def disturb_content(pieces: list[Span], rng: random.Random) -> list[Span]:
    """Pieces as an imperfect tagger would give them: now and then cut in two, or with a border moved."""
    result = []
    for start, end in pieces:
        if end - start > 6 and rng.random() < 0.2:
            cut = rng.randrange(start + 2, end - 2)
            result += [(start, cut), (cut + rng.randrange(2), end)]
        elif end - start > 4 and rng.random() < 0.1:
            result.append((start + rng.randrange(2), end - rng.randrange(2)))
        else:
            result.append((start, end))
    return result


def add_distractors(candidates: list[Span], count: int, rng: random.Random) -> list[Span]:
    """The candidates and two random short spans that are none, as an imperfect tagger would find."""
    result = list(candidates)
    for _ in range(2):
        start = rng.randrange(max(1, count - 4))
        end = min(count, start + rng.randint(1, 3))
        if all(end <= s or e <= start for s, e in result):
            result.append((start, end))
    return sorted(result)


def link_loss(model: Model, hidden: Tensor, window: Example, rng: random.Random) -> tuple[Tensor, int]:
    """Cross-entropy of each content's cue and source among those of its track, or none."""
    total, count = hidden.sum() * 0.0, 0
    by_track: dict[int, list] = defaultdict(list)
    for track, contents, cue, source in window.links:
        by_track[track].append((disturb_content(contents, rng), cue, source))
    for rows in by_track.values():
        contents = [(c, cue, source) for pieces, cue, source in rows for c in pieces]
        left = span_vectors(hidden, [c for c, _, _ in contents])
        for name, column in (("content_cue", 1), ("content_source", 2)):
            known = sorted({row[column] for row in rows if row[column]})
            candidates = add_distractors(known, len(window.tokens.ids), rng)
            features = pair_features([c[0] for c in contents], candidates)
            scores = model.linkers[name](left, span_vectors(hidden, candidates), features)
            scores = torch.cat([scores, torch.zeros(len(contents), 1)], -1)
            gold = torch.tensor([candidates.index(c[column]) if c[column] else len(candidates) for c in contents])
            total = total + functional.cross_entropy(scores, gold, reduction="sum")
            count += len(contents)
    return total, count


def arc_loss(model: Model, hidden: Tensor, window: Example, rng: random.Random) -> tuple[Tensor, int]:
    """-log of the probability that each left span chooses one of its right spans, or none where it has none."""
    total, count = hidden.sum() * 0.0, 0
    for name, rows in window.arcs.items():
        known = {r for _, rights in rows for r in rights} | (
            {left for left, _ in rows} if name in ("event_event", "mention_antecedent") else set()
        )
        if not rows or not known:
            continue
        candidates = add_distractors(sorted(known), len(window.tokens.ids), rng)
        lefts = [left for left, _ in rows]
        scores = model.linkers[name](
            span_vectors(hidden, lefts), span_vectors(hidden, candidates), pair_features(lefts, candidates)
        )
        scores = torch.cat([scores, torch.zeros(len(lefts), 1)], -1)
        allowed = torch.zeros_like(scores, dtype=torch.bool)
        for i, (left, rights) in enumerate(rows):
            for j, candidate in enumerate(candidates):
                allowed[i, j] = candidate in rights
                if candidate == left or (name == "mention_antecedent" and candidate[0] >= left[0]):
                    scores[i, j] = scores[i, j] * 0 - 1e4
            allowed[i, -1] = not rights
        total = total + (torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~allowed, -1e9), -1)).sum()
        count += len(lefts)
    return total, count


def mean_between(hidden: Tensor, left: Span, right: Span) -> Tensor:
    """The mean of the pieces between two spans, zeros where there are none; spans count from behind [CLS]."""
    start, end = min(left[1], right[1]) + 1, max(left[0], right[0]) + 1
    return hidden[start:end].mean(0) if start < end else torch.zeros(hidden.shape[-1])


def pair_loss(model: Model, hidden: Tensor, window: Example, rng: random.Random) -> tuple[Tensor, int]:
    """-log of the probability of what each pair may be; of pairs that may be nothing at most 40 are looked at."""
    some = [p for p in window.pairs if not p[2] & NO_PREDICATE]
    rest = [p for p in window.pairs if p[2] & NO_PREDICATE]
    pairs = [*some, *rng.sample(rest, min(40, len(rest)))]
    lefts, rights = [p[0] for p in pairs], [p[1] for p in pairs]
    scores = model.classifiers["subject_object"](
        span_vectors(hidden, lefts),
        span_vectors(hidden, rights),
        torch.stack([mean_between(hidden, left, right) for left, right in zip(lefts, rights, strict=True)]),
        torch.from_numpy(distance_steps(np.array(lefts), np.array(rights))),
    )
    return masked_loss(scores, torch.tensor([p[2] for p in pairs]))


def batch_loss(
    model: Model, batch: Batch, hidden: Tensor, pairs: float, rng: random.Random
) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum of all heads' losses, and each head's own for the log."""
    losses: dict[str, Tensor] = {}
    logits = {name: model.taggers[name](hidden) for name in TAGGERS}
    parts = logits["parts"].view(*logits["parts"].shape[:2], TRACKS, len(PART_LABELS)).transpose(1, 2)
    for track in range(TRACKS):
        total, count = masked_loss(parts[:, track], batch.parts[:, track])
        losses[f"parts{track + 1}"] = total / max(count, 200)
    for name in TAGS:
        total, count = masked_loss(logits[name], batch.targets[name])
        if count:
            losses[name] = total / max(count, 30 if name in ("tense", "confidence") else 200)
    scored = ~torch.isnan(batch.factuality)
    if scored.any():
        given = logits["factuality"].squeeze(-1)[scored]
        losses["factuality"] = functional.smooth_l1_loss(given, batch.factuality[scored], reduction="sum") / max(
            int(scored.sum()), 10
        )
    known = batch.basis >= 0
    if known.any():
        losses["basis"] = functional.cross_entropy(logits["basis"][known], batch.basis[known], reduction="sum") / max(
            int(known.sum()), 30
        )
    linked = [link_loss(model, hidden[i], w, rng) for i, w in enumerate(batch.windows) if w.links]
    if linked:
        losses["links"] = sum(t for t, _ in linked) / max(sum(c for _, c in linked), 10)
    joined = [arc_loss(model, hidden[i], w, rng) for i, w in enumerate(batch.windows) if w.arcs]
    if joined:
        losses["arcs"] = sum(t for t, _ in joined) / max(sum(c for _, c in joined), 10)
    related = [pair_loss(model, hidden[i], w, rng) for i, w in enumerate(batch.windows) if w.pairs]
    if related:
        losses["pairs"] = sum(t for t, _ in related) / max(sum(c for _, c in related), 20)
    weights = {
        "events": 1.0,
        "fillers": 1.5,
        "incidents": 1.0,
        "tense": 0.1,
        "confidence": 0.3,
        "factuality": 0.3,
        "arcs": 0.3,
        "pairs": pairs,
        "parts1": 1.0,
        "parts2": 1.0,
        "parts3": 1.0,
        "parts4": 1.0,
        "names": 1.5,
        "descriptions": 0.7,
        "basis": 0.1,
        "links": 0.15,
    }
    return sum(weights[n] * v for n, v in losses.items()), {n: float(v.detach()) for n, v in losses.items()}


class Trainer:
    """bfloat16 encoder with float32 masters; heads stay in float32."""

    def __init__(self, model: Model, rate: float, head_rate: float) -> None:
        self.model = model
        self.encoder = [p for n, p in model.encoder.named_parameters() if not n.startswith("words.")]
        model.encoder.words.weight.requires_grad_(False)
        self.masters = [p.detach().float().clone() for p in self.encoder]
        model.encoder.to(torch.bfloat16)
        heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
        self.rates = (rate, head_rate)
        self.optimizer = torch.optim.AdamW(
            [{"params": self.masters, "weight_decay": 0.01}, {"params": heads, "weight_decay": 0.01}],
            lr=rate,
            fused=True,
        )

    def step(self, batch: Batch, share: float, stage: dict, rng: random.Random) -> dict[str, float]:
        """One update at `share` of the peak learning rate."""
        hidden = self.model.encoder(batch.ids, batch.shapes, batch.mask, stage["dropout"]).float()
        loss, log = batch_loss(self.model, batch, hidden, stage.get("pairs", 0.5), rng)
        loss.backward()
        for master, weight in zip(self.masters, self.encoder, strict=True):
            master.grad = weight.grad.float() if weight.grad is not None else None
            weight.grad = None
        torch.nn.utils.clip_grad_norm_([*self.masters, *self.optimizer.param_groups[1]["params"]], 1.0)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimizer.step()
        self.optimizer.zero_grad()
        with torch.no_grad():
            for master, weight in zip(self.masters, self.encoder, strict=True):
                weight.copy_(master)
        return log

    def save(self, path: Path) -> None:
        """All weights in float32."""
        state = {k: v.float() for k, v in self.model.state_dict().items()}
        names = [f"encoder.{n}" for n, _ in self.model.encoder.named_parameters() if not n.startswith("words.")]
        state.update(zip(names, self.masters, strict=True))
        torch.save(state, path)


def load_pools(args: argparse.Namespace, tokenizer: object, size: int, rng: random.Random) -> dict[str, Pool]:
    """A pool for each corpus of the recipe."""
    data = args.data
    polnear = list(corpora.read_polnear(data / "polnear/data/train"))
    golds = {"redocred": list(corpora.read_redocred(data)), "re3d": list(corpora.read_re3d(data))}
    golds |= {"uner": list(corpora.read_uner(data)), "gum": list(read_gum(data))}
    golds |= {name: list(corpora.read_columns(data, name)) for name in corpora.COLUMN_CORPORA}
    own = [gold for folder in args.own for _, gold in corpora.read_own(folder, "train")]
    words = swap.name_words([*own, *golds["redocred"], *golds["uner"], *golds["crossner_dev"]])
    golds["own"] = [*own, *(swap.swap_names(gold, words, rng) for _ in range(OWN_VARIANTS) for gold in own)]
    sentences = [s for gold in polnear for s in wrap.split_sentences(gold)]
    frames = wrap.find_frames(sentences)
    golds["polnear"] = polnear
    golds["wrapped"] = [wrap.make_nested(sentences, frames, rng, 90) for _ in range(6000)]
    happenings = list(read_happenings(args.gold, "train"))
    golds["gold"] = [
        *happenings,
        *(swap.swap_names(gold, words, rng) for _ in range(GOLD_VARIANTS) for gold in happenings),
    ]
    golds |= {"muc4": list(read_muc4(data)), "geneva": list(read_geneva(data)), "uds": list(read_factuality(data))}
    golds |= {"gap": list(read_gap(data)), "ecb": list(read_ecb(data)), "dse": list(read_dse(data))}
    golds |= {"knowledgenet": list(read_knowledgenet(data)), "redocred_relations": list(read_redocred_relations(data))}
    golds |= {"re3d_relations": list(read_re3d_relations(data))}
    pools = {}
    for name, texts in golds.items():
        examples = [build_example(tokenizer, gold) for gold in texts]
        print(
            name,
            len(examples),
            "texts",
            sum(len(e.tokens.ids) for e in examples),
            "pieces",
            file=sys.stderr,
            flush=True,
        )
        if examples:
            pools[name] = Pool(examples, size, rng)
    return pools


def run_stage(trainer: Trainer, pools: dict[str, Pool], stage: dict, out: Path, rng: random.Random) -> None:
    """One stage of the recipe: a mixture of corpora for so many pieces, or minutes, with warm-up and decay."""
    mixture = {n: w for n, w in stage["mixture"].items() if n in pools}
    names, weights = list(mixture), list(mixture.values())
    done, step, began, saved = 0, 0, time.time(), time.time()
    average: dict[str, float] = {}
    budget = stage["pieces"]
    while done < budget:
        windows = [pools[n].take() for n in rng.choices(names, weights, k=stage["batch"])]
        batch = Batch(windows, stage.get("hidden", 0.02), rng)
        progress = done / budget
        warm = min(1.0, (done + 1) / stage["warm"])
        share = warm * (stage["end"] + (1 - stage["end"]) * (1 - progress))
        log = trainer.step(batch, share, stage, rng)
        done += sum(len(w.tokens.ids) for w in windows)
        step += 1
        for name, value in log.items():
            average[name] = value if name not in average else 0.98 * average[name] + 0.02 * value
        if step % 25 == 0:
            speed = done / (time.time() - began)
            shown = " ".join(f"{n} {v:.3f}" for n, v in sorted(average.items()))
            print(
                f"{stage['name']} step {step} {done / budget:.1%} {speed:.0f} pieces/s {shown}",
                file=sys.stderr,
                flush=True,
            )
        if time.time() - saved > 300:
            trainer.save(out / "checkpoint.pt")
            saved = time.time()
        if math.isnan(sum(log.values())):
            raise ArithmeticError(f"loss is not a number: {log}")
    trainer.save(out / f"{stage['name']}.pt")


def average_weights(shares: dict[Path, float], target: Path) -> None:
    """The weighted mean of several stages' weights; nothing happens until all of them are there.

    A head that only some of them have is the mean of these.
    """
    if all(path.exists() for path in shares):
        states = [(share, torch.load(path)) for path, share in shares.items()]
        names = {name for _, state in states for name in state}
        torch.save({name: _mean([(w, s[name]) for w, s in states if name in s]) for name in sorted(names)}, target)


def _mean(weighted: list[tuple[float, Tensor]]) -> Tensor:
    return sum(share * tensor for share, tensor in weighted) / sum(share for share, _ in weighted)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--own", type=Path, nargs="+", default=[Path("corpus/passages"), Path("corpus/drills")])
    parser.add_argument("--gold", type=Path, default=Path("corpus/gold"))
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--recipe", type=Path, default=Path("training/recipe.toml"))
    parser.add_argument("--stage", help="run this stage alone")
    parser.add_argument("--resume", type=Path)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    recipe = tomllib.loads(args.recipe.read_text())
    rng = random.Random(recipe["seed"])
    torch.manual_seed(recipe["seed"])
    torch.set_num_threads(recipe["threads"])
    model = Model()
    model.encoder.load_base(args.base / "model.safetensors")
    if args.resume:
        model.load_weights(args.resume)
    pools = load_pools(args, load_tokenizer(args.base / "tokenizer.json"), recipe["window"], rng)
    stages = [s for s in recipe["stages"] if args.stage in (None, s["name"])]
    for stage in stages:
        if "start" in stage and not args.resume:
            average_weights({args.out / f"{name}.pt": s for name, s in stage["start"].items()}, args.out / "start.pt")
            model.load_weights(args.out / "start.pt")
        trainer = Trainer(model, stage["rate"], stage["head_rate"])
        run_stage(trainer, pools, stage, args.out, rng)
        model = Model()
        model.load_weights(args.out / f"{stage['name']}.pt")
    average_weights({args.out / f"{name}.pt": s for name, s in recipe["average"].items()}, args.out / "averaged.pt")


if __name__ == "__main__":
    main()
