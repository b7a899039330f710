"""A gold text in one form for every corpus, and its targets as arrays over word pieces.

Corpora differ in what they mark. A target therefore is a *set* of labels that the gold allows (a bit mask per piece);
the loss asks only that the model put its weight inside the set. A corpus that knows LOC but not GPE allows both, one
that marks no dates allows DATE wherever it has nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations
from typing import get_args

import numpy as np
from tokenizers import Tokenizer

from averral.encoder.tokens import Tokens, is_caseless, tokenize
from averral.extract.relations import PREDICATES
from averral.records import BASES, MENTION_TYPES
from averral.records.incident import Confidence
from averral.records.ontology import EVENT_TYPES, NARROW_INCIDENTS

PART_LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
MENTION_LABELS = ("O", *(f"{p}-{t}" for t in MENTION_TYPES for p in "BI"))
BROAD_TYPES = tuple(t.id for t in EVENT_TYPES.values() if t.parent is None and t.id != "statement")
EVENT_LABELS = ("O", *BROAD_TYPES)
"""The tagger knows broad types; the words of the trigger tell the narrow ones apart (averral.extract.triggers)."""
FILLERS = (
    "individual", "organization", "target", "victim", "instrument", "place", "time", "recipient", "beneficiary",
)  # fmt: skip
"""Roles of the contract, with the perpetrator told apart by kind, as MUC-4 does."""
FILLER_LABELS = ("O", *(f"{p}-{t}" for t in FILLERS for p in "BI"))
INCIDENT_LABELS = ("O", *NARROW_INCIDENTS, *BROAD_TYPES)
"""An incident has a broad type, or one of the few narrow ones that coders keep apart."""
TENSE_LABELS = ("past", "present", "future")
CONFIDENCE_LABELS: tuple[str, ...] = get_args(Confidence)
"""How surely a perpetrator is said to be one, at the words for it."""
TAGS = {
    "names": MENTION_LABELS,
    "descriptions": MENTION_LABELS,
    "events": EVENT_LABELS,
    "fillers": FILLER_LABELS,
    "incidents": INCIDENT_LABELS,
    "tense": TENSE_LABELS,
    "confidence": CONFIDENCE_LABELS,
}
"""Taggers that take marks with sets of types; only names, descriptions and fillers have begin and inside."""
ARCS = ("filler_event", "event_event", "mention_antecedent")
NO_PREDICATE = 1
"""The bit of "none of them" in the mask of a pair; predicate i has bit i + 1."""
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
class Marks:
    """Marks of one tagger over a text; `outside` are types that an unmarked word may have all the same."""

    spans: list[GoldMention]
    outside: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pairs:
    """Relations between mentions: groups of mentions whose pairs were all looked at, and what holds of some.

    `related` maps (subject, object) to the predicates that it may be; `known` are the predicates that the corpus marks:
    of a pair that is not in `related` nothing else is sure but that it is none of them.
    """

    groups: tuple[tuple[Span, ...], ...]
    related: dict[tuple[Span, Span], frozenset[str]]
    known: frozenset[str]


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
    marks: dict[str, Marks] = field(default_factory=dict)
    factuality: list[tuple[Span, float]] = field(default_factory=list)
    arcs: dict[str, list[tuple[Span, tuple[Span, ...]]]] = field(default_factory=dict)
    pairs: Pairs | None = None


@dataclass
class Example:
    """Arrays over n pieces. Masks are bit sets of allowed labels; 0 means that nothing is known and no loss is taken.

    parts: (TRACKS, n); tags: (n,) for each of TAGS; basis: (n,) label index or -1; factuality: (n,) score, NaN where
    unknown. links: for each attribution (track, content piece spans, cue piece span or None, source span or None);
    arcs: for each of ARCS (left span, right spans, none of them for "nothing"). pairs: (subject, object, bit mask of
    the predicates allowed).
    """

    tokens: Tokens
    parts: np.ndarray
    tags: dict[str, np.ndarray]
    basis: np.ndarray
    factuality: np.ndarray
    links: list[tuple[int, list[Span], Span | None, Span | None]]
    arcs: dict[str, list[tuple[Span, tuple[Span, ...]]]]
    pairs: list[tuple[Span, Span, int]]
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


def _tag_masks(count: int, tokens: Tokens, marks: Marks | None, labels: tuple[str, ...]) -> np.ndarray:
    if marks is None:
        return np.zeros(count, np.int64)
    index = {label: i for i, label in enumerate(labels)}
    flat = labels[-1].partition("-")[0] not in ("B", "I")

    def bits(types: Iterable[str], prefix: str) -> int:
        return sum(1 << index[t if flat or t == "O" else f"{prefix}-{t}"] for t in types)

    free = bits({*marks.outside, "O"}, "B") | bits({*marks.outside, "O"}, "I") if "O" in index else 0
    row = np.full(count, free, np.int64)
    taken = np.zeros(count, bool)
    for mention in sorted(marks.spans, key=lambda m: m.end - m.start):
        span = piece_span(tokens, (mention.start, mention.end))
        if span is None or taken[span[0] : span[1]].any():
            continue
        taken[span[0] : span[1]] = True
        _mark(row, span, bits(mention.types, "B"), bits(mention.types, "I"))
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
    marks = dict(gold.marks)
    if gold.names is not None:
        marks["names"] = Marks(gold.names, gold.outside_names)
    if gold.descriptions is not None:
        marks["descriptions"] = Marks(gold.descriptions)
    tags = {name: _tag_masks(count, tokens, marks.get(name), labels) for name, labels in TAGS.items()}
    factuality = np.full(count, np.nan, np.float32)
    for span, score in gold.factuality:
        if place := piece_span(tokens, span):
            factuality[place[0]] = score
    arcs = {name: _arcs(tokens, rows) for name, rows in gold.arcs.items()}
    pairs = [] if gold.pairs is None else list(_pairs(tokens, gold.pairs))
    return Example(tokens, parts, tags, basis, factuality, links, arcs, pairs, gold.corpus)


def _pairs(tokens: Tokens, pairs: Pairs) -> Iterator[tuple[Span, Span, int]]:
    """Every ordered pair of two mentions of a group that do not overlap, with what it may be."""
    unknown = frozenset(PREDICATES) - pairs.known
    for group in pairs.groups:
        for subject, other in permutations(group, 2):
            left, right = piece_span(tokens, subject), piece_span(tokens, other)
            if left is None or right is None or (left[0] < right[1] and right[0] < left[1]):
                continue
            related = pairs.related.get((subject, other))
            mask = sum(1 << PREDICATES.index(p) + 1 for p in related or unknown)
            yield left, right, mask if related else mask | NO_PREDICATE


def _arcs(tokens: Tokens, rows: list[tuple[Span, tuple[Span, ...]]]) -> list[tuple[Span, tuple[Span, ...]]]:
    result = []
    for left, rights in rows:
        if place := piece_span(tokens, left):
            found = (piece_span(tokens, right) for right in rights)
            result.append((place, tuple(sorted({r for r in found if r and r != place}))))
    return result


def cut_example(example: Example, start: int, end: int) -> Example:
    """Pieces start to end; a link survives when all its parts do, an arc when its left side and one right side do."""

    def move(span: Span | None) -> Span | None:
        return None if span is None else (span[0] - start, span[1] - start)

    def inside(span: Span | None) -> bool:
        return span is None or (start <= span[0] and span[1] <= end)

    links = [
        (t, [move(c) for c in contents], move(cue), move(source))
        for t, contents, cue, source in example.links
        if inside(cue) and inside(source) and all(map(inside, contents))
    ]
    arcs = {
        name: [
            (move(left), tuple(move(r) for r in rights if inside(r)))
            for left, rights in rows
            if inside(left) and (not rights or any(map(inside, rights)))
        ]
        for name, rows in example.arcs.items()
    }
    pairs = [(move(left), move(right), mask) for left, right, mask in example.pairs if inside(left) and inside(right)]
    return Example(
        example.tokens.slice(start, end),
        example.parts[:, start:end],
        {name: row[start:end] for name, row in example.tags.items()},
        example.basis[start:end],
        example.factuality[start:end],
        links,
        arcs,
        pairs,
        example.corpus,
    )
