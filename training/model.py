"""The encoder and its heads in torch, for training alone; averral.encoder runs the same weights without torch.

The encoder is BERT's (Devlin et al. 2019) with the weights of all-MiniLM-L6-v2, plus an embedding of word shape. It is
written out here because bfloat16 weights with float32 masters train twice as fast on two cores with AMX as autocast
does.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from averral.encoder.tokens import SHAPES
from averral.extract.relations import PREDICATES
from averral.records import BASES
from training.examples import ARCS, PART_LABELS, TAGS, TRACKS

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
PAIR_WIDTH = 128
DISTANCE_BUCKETS = 9
PAIR_FEATURES = 2 * DISTANCE_BUCKETS + 4
LINKERS = ("content_cue", "content_source", *ARCS)
CLASSIFIERS = {"subject_object": ("none", *PREDICATES)}
"""Classifiers of pairs with their classes."""
TAGGERS = {
    "parts": TRACKS * len(PART_LABELS),
    "basis": len(BASES),
    "factuality": 1,
    **{name: len(labels) for name, labels in TAGS.items()},
}
NOISE: list[Tensor] = []


def cheap_dropout(x: Tensor, rate: float) -> Tensor:
    """Dropout by a stretch of a ready-made random mask: drawing fresh numbers costs more than the layer on a CPU."""
    if not NOISE:
        NOISE.append((torch.rand(1 << 24) > rate).to(x.dtype) / (1 - rate))
    pool = NOISE[0]
    size = x.numel()
    start = int(torch.randint(0, pool.numel() - size, ()).item()) if size < pool.numel() else 0
    return x * pool[start : start + size].view(x.shape) if size < pool.numel() else x


class Layer(nn.Module):
    """One transformer layer, post-norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor, rate: float) -> Tensor:
        """X (batch, length, 384) → the same; `bias` (batch, 1, 1, length) is added to the attention scores."""
        batch, length, width = x.shape
        size = width // HEADS
        q, k, v = self.query_key_value(x).view(batch, length, 3, HEADS, size).permute(2, 0, 3, 1, 4).unbind(0)
        weights = (torch.matmul(q, k.transpose(-1, -2)) * (1 / math.sqrt(size)) + bias).softmax(-1)
        mixed = self.output(torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, width))
        x = self.norm_attention(x + (cheap_dropout(mixed, rate) if rate else mixed))
        hidden = self.down(functional.gelu(self.up(x)))
        return self.norm(x + (cheap_dropout(hidden, rate) if rate else hidden))


class Encoder(nn.Module):
    """ids, shapes, mask (batch, length) → hidden (batch, length, 384)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, rate: float = 0.0) -> Tensor:
        """Hidden states (batch, length, 384) of ids, shapes and mask (batch, length)."""
        places = torch.arange(ids.shape[1])
        x = self.norm(self.words(ids) + self.positions(places) + self.shapes(shapes))
        if rate:
            x = cheap_dropout(x, rate)
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias, rate)
        return x

    def load_base(self, path: Path) -> None:
        """Take the weights of a BERT checkpoint in safetensors form."""
        base = load_file(str(path))
        base = {k.removeprefix("bert."): v for k, v in base.items()}
        with torch.no_grad():
            self.words.weight.copy_(base["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0]
            )
            _copy(self.norm, base, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                prefix = f"encoder.layer.{number}"
                names = [f"{prefix}.attention.self.{part}" for part in ("query", "key", "value")]
                layer.query_key_value.weight.copy_(torch.cat([base[f"{n}.weight"] for n in names]))
                layer.query_key_value.bias.copy_(torch.cat([base[f"{n}.bias"] for n in names]))
                _copy(layer.output, base, f"{prefix}.attention.output.dense")
                _copy(layer.norm_attention, base, f"{prefix}.attention.output.LayerNorm")
                _copy(layer.up, base, f"{prefix}.intermediate.dense")
                _copy(layer.down, base, f"{prefix}.output.dense")
                _copy(layer.norm, base, f"{prefix}.output.LayerNorm")


def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(base[f"{name}.weight"])
    module.bias.copy_(base[f"{name}.bias"])


class Linker(nn.Module):
    """Scores pairs of spans; the score of "none of them" is 0."""

    def __init__(self) -> None:
        super().__init__()
        self.left = nn.Linear(2 * WIDTH, PAIR_WIDTH)
        self.right = nn.Linear(2 * WIDTH, PAIR_WIDTH, bias=False)
        self.features = nn.Linear(PAIR_FEATURES, PAIR_WIDTH, bias=False)
        self.score = nn.Linear(PAIR_WIDTH, 1)

    def forward(self, left: Tensor, right: Tensor, features: Tensor) -> Tensor:
        """Scores (n, m) of left (n, 768) with right (m, 768), given their features (n, m, PAIR_FEATURES)."""
        hidden = self.left(left)[:, None] + self.right(right)[None] + self.features(features)
        return self.score(functional.relu(hidden)).squeeze(-1)


class Classifier(nn.Module):
    """Scores the classes of pairs of spans by both, their distance, and the mean of what stands between them."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        self.left = nn.Linear(2 * WIDTH, PAIR_WIDTH)
        self.right = nn.Linear(2 * WIDTH, PAIR_WIDTH, bias=False)
        self.between = nn.Linear(WIDTH, PAIR_WIDTH, bias=False)
        self.distance = nn.Embedding(2 * DISTANCE_BUCKETS, PAIR_WIDTH)
        self.score = nn.Linear(PAIR_WIDTH, classes)
        self.dropout = nn.Dropout(0.2)
        nn.init.zeros_(self.distance.weight)

    def forward(self, left: Tensor, right: Tensor, between: Tensor, distance: Tensor) -> Tensor:
        """Scores (n, classes) of left and right (n, 768), the mean between (n, 384) and the step of distance (n,)."""
        hidden = self.left(self.dropout(left)) + self.right(self.dropout(right)) + self.distance(distance)
        return self.score(self.dropout(functional.relu(hidden + self.between(self.dropout(between)))))


class Model(nn.Module):
    """The encoder with its taggers (linear), linkers and classifiers.

    The one output of "factuality" is a score from -3 to 3.
    """

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.taggers = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in TAGGERS.items()})
        self.linkers = nn.ModuleDict({name: Linker() for name in LINKERS})
        self.classifiers = nn.ModuleDict({name: Classifier(len(kinds)) for name, kinds in CLASSIFIERS.items()})

    def load_weights(self, path: Path) -> None:
        """Weights of a checkpoint; heads that are younger than it keep their random start."""
        missing, unknown = self.load_state_dict(torch.load(path), strict=False)
        if unknown or any(name.startswith("encoder.") for name in missing):
            raise ValueError(f"{path}: not a checkpoint of this model: {[*unknown, *missing][:3]}")


def pair_features(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> Tensor:
    """(n, m, PAIR_FEATURES): which side and how far, in doubling steps, and how many of `right` stand between."""
    a = torch.tensor(left).view(-1, 1, 2)
    b = torch.tensor(right).view(1, -1, 2)
    behind = b[..., 0] >= a[..., 1]
    before = b[..., 1] <= a[..., 0]
    gap = torch.where(
        behind, b[..., 0] - a[..., 1], torch.where(before, a[..., 0] - b[..., 1], torch.zeros((), dtype=torch.long))
    )
    step = torch.ceil(torch.log2(gap.float() + 1)).long().clamp(max=DISTANCE_BUCKETS - 1)
    bucket = step + torch.where(behind, DISTANCE_BUCKETS, 0)
    order = torch.zeros_like(gap)
    for j in range(len(right)):
        closer = (gap < gap[:, j : j + 1]) & (behind == behind[:, j : j + 1]) & (before == before[:, j : j + 1])
        order[:, j] = closer.sum(1).clamp(max=3)
    return torch.cat([functional.one_hot(bucket, 2 * DISTANCE_BUCKETS), functional.one_hot(order, 4)], -1).float()
