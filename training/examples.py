"""A gold text in one form for every corpus, and its targets as arrays over word pieces.

Corpora differ in what they mark. A target therefore is a *set* of labels that the gold allows (a bit mask per piece);
the loss asks only that the model put its weight inside the set. A corpus that knows LOC but not GPE allows both, one
that marks no dates allows DATE wherever it has nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from tokenizers import Tokenizer

from averral.encoder.tokens import Tokens, is_caseless, tokenize
from averral.records import BASES, MENTION_TYPES

PART_LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
MENTION_LABELS = ("O", *(f"{p}-{t}" for t in MENTION_TYPES for p in "BI"))
TRACKS = 4
ROLES = ("source", "cue", "content")
Span = tuple[int, int]


@dataclass(frozen=True)
class GoldAttribution:
    """Spans by role, the depth of nesting from 1, and the basis where the corpus gives one."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    depth: int = 1
    basis: str | None = None


@dataclass(frozen=True)
class GoldMention:
    """A span and the types it may have."""

    start: int
    end: int
    types: frozenset[str]


@dataclass
class Gold:
    """A text with what is known of it; None stands for "this corpus does not say"."""

    text: str
    corpus: str
    attributions: list[GoldAttribution] | None = None
    nested_known: bool = False
    names: list[GoldMention] | None = None
    outside_names: frozenset[str] = frozenset()
    descriptions: list[GoldMention] | None = None
    cuts: list[int] = field(default_factory=list)


@dataclass
class Example:
    """Arrays over n pieces. Masks are bit sets of allowed labels; 0 means that nothing is known and no loss is taken.

    parts: (TRACKS, n); names, descriptions: (n,); basis: (n,) label index or -1. links: for each attribution
    (track, content piece spans, cue piece span or None, source piece span or None).
    """

    tokens: Tokens
    parts: np.ndarray
    names: np.ndarray
    descriptions: np.ndarray
    basis: np.ndarray
    links: list[tuple[int, list[Span], Span | None, Span | None]]
    corpus: str


def piece_span(tokens: Tokens, span: Span) -> Span | None:
    """The pieces that a stretch of text covers; None when it covers none."""
    first = int(np.searchsorted(tokens.ends, span[0], side="right"))
    last = int(np.searchsorted(tokens.starts, span[1], side="left"))
    return (first, last) if first < last else None


def _all(labels: tuple[str, ...]) -> int:
    return (1 << len(labels)) - 1


def _mark(row: np.ndarray, span: Span, begin: int, inside: int) -> None:
    row[span[0]] = begin
    row[span[0] + 1 : span[1]] = inside


def _mention_masks(
    count: int, tokens: Tokens, mentions: list[GoldMention] | None, outside: frozenset[str]
) -> np.ndarray:
    if mentions is None:
        return np.zeros(count, np.int64)
    index = {label: i for i, label in enumerate(MENTION_LABELS)}
    free = 1 + sum(1 << index[f"{p}-{t}"] for t in outside for p in "BI")
    row = np.full(count, free, np.int64)
    for mention in sorted(mentions, key=lambda m: m.end - m.start, reverse=False):
        span = piece_span(tokens, (mention.start, mention.end))
        if span is None or (row[span[0] : span[1]] != free).any():
            continue
        extra = 1 if "O" in mention.types else 0
        types = mention.types - {"O"}
        _mark(
            row,
            span,
            sum(1 << index[f"B-{t}"] for t in types) + extra,
            sum(1 << index[f"I-{t}"] for t in types) + extra,
        )
    return row


def _mark_parts(parts: np.ndarray, spans: dict[str, list[Span]], depth: int) -> int:
    """Mark an attribution on the track of its depth, or on the first free one below; the track."""
    track = min(depth, TRACKS) - 1
    while track < TRACKS - 1 and any((parts[track, s:e] > 1).any() for r in ("cue", "content") for s, e in spans[r]):
        track += 1
    for number, role in enumerate(ROLES):
        begin, inside = 1 << (1 + 2 * number), 1 << (2 + 2 * number)
        for s, e in spans[role]:
            if (parts[track, s:e] == 1).all():
                _mark(parts[track], (s, e), begin, inside)
    return track


def _part_masks(count: int, tokens: Tokens, gold: Gold) -> tuple[np.ndarray, list, np.ndarray]:
    basis = np.full(count, -1, np.int64)
    if gold.attributions is None:
        return np.zeros((TRACKS, count), np.int64), [], basis
    parts = np.ones((TRACKS, count), np.int64)
    links = []
    for attribution in sorted(gold.attributions, key=lambda a: a.depth):
        spans = {r: [p for s in getattr(attribution, r) if (p := piece_span(tokens, s))] for r in ROLES}
        if not spans["content"]:
            continue
        track = _mark_parts(parts, spans, attribution.depth)
        if not gold.nested_known:
            for s, e in spans["content"]:
                parts[track + 1 :, s:e] = 0
        if attribution.basis is not None:
            anchor = (spans["cue"] + spans["source"]) or [(s, s + 1) for s, _ in spans["content"][:1]]
            for s, e in anchor:
                basis[s:e] = BASES.index(attribution.basis)
        links.append((track, spans["content"], next(iter(spans["cue"]), None), next(iter(spans["source"]), None)))
    return parts, links, basis


def build_example(tokenizer: Tokenizer, gold: Gold) -> Example:
    """Targets for a whole text."""
    tokens = tokenize(tokenizer, gold.text, [(0, len(gold.text))], caseless=is_caseless(gold.text))
    count = len(tokens.ids)
    parts, links, basis = _part_masks(count, tokens, gold)
    names = _mention_masks(count, tokens, gold.names, gold.outside_names)
    descriptions = _mention_masks(count, tokens, gold.descriptions, frozenset())
    return Example(tokens, parts, names, descriptions, basis, links, gold.corpus)


def cut_example(example: Example, start: int, end: int) -> Example:
    """Pieces start to end; a link survives when all its parts do."""

    def move(span: Span | None) -> Span | None:
        return None if span is None else (span[0] - start, span[1] - start)

    def inside(span: Span | None) -> bool:
        return span is None or (start <= span[0] and span[1] <= end)

    links = [
        (t, [move(c) for c in contents], move(cue), move(source))
        for t, contents, cue, source in example.links
        if inside(cue) and inside(source) and all(map(inside, contents))
    ]
    return Example(
        example.tokens.slice(start, end),
        example.parts[:, start:end],
        example.names[start:end],
        example.descriptions[start:end],
        example.basis[start:end],
        links,
        example.corpus,
    )
