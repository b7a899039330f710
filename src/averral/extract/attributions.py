"""Who is credited with which words: spans from the tagger, joined by the linker, nested by containment.

The tagger has one tagging per depth. On the first, the outermost attribution of every passage has its source, cue and
content; on the second, what stands inside those contents; and so on. Each tagging is flat, so taken together they may
nest.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from averral.encoder.tagger import decode_spans
from averral.extract.source_phrase import whole_source
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.encoder.linker import Linker, Near
    from averral.extract.section import Section
    from averral.records import Basis

__all__ = ["FEATURES", "FoundAttribution", "find_attributions", "parents_of", "tag_parts"]

REACH = 160
"""A content's cue and source are sought within so many pieces on either side; training windows are not much longer."""
LAPSE = 6
"""A gap of at most this many words inside a content, without a source or cue in it, is closed."""
SENTENCE_END = re.compile(r"[.!?]")
FAR = 0.1
"""What a cue or source in another sentence counts, where the content's own sentence has one."""
EMPTY = frozenset(("that", "to", "the", "a", "an", "of", "and", "or", "in", "on", "at", "no", ",", ".", "'s", "’s"))
FEATURES = ("content", "cue", "source", "cue_link", "source_link", "nested")

_NOTHING = np.array([0.0] + [-1e4] * 6, np.float32)
"""The log-probabilities of a word that is surely no part of an attribution."""


class FoundAttribution(NamedTuple):
    """An attribution before it has an id; spans in the document's text, `depth` from 0, features as in `FEATURES`."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    depth: int
    basis: Basis
    probability: float
    features: tuple[float, ...]


class _Part(NamedTuple):
    """Pieces `start` to `end`, how surely, and where they stand in the text."""

    start: int
    end: int
    score: float
    span: Span


class _Linked(NamedTuple):
    content: _Part
    cue: int | None
    source: int | None
    cue_score: float
    source_score: float


def tag_parts(section: Section, bundle: Bundle) -> NDArray[np.float32]:
    """Log-probabilities (words, tracks, labels) of being a part of an attribution, at every depth."""
    tagger = bundle.taggers["parts"]
    rows = tagger.log_probabilities(section.heads, bundle.manifest.tracks)
    rows[~section.claims] = _NOTHING
    return rows


def find_attributions(section: Section, bundle: Bundle, rows: NDArray[np.float32]) -> list[FoundAttribution]:
    """All attributions of a section that the bundle's thresholds let through, in order of their first character.

    `rows` are what `tag_parts` gives for it.
    """
    basis = bundle.taggers["basis"].log_probabilities(section.hidden)[:, 0]
    found: list[FoundAttribution] = []
    for depth in range(rows.shape[1]):
        parts = _parts(section, rows[:, depth], bundle.taggers["parts"].labels)
        found += _assemble(section, bundle, parts, depth, basis)
    return sorted(_settle(found, bundle.manifest.thresholds), key=_position)


def _position(a: FoundAttribution) -> tuple[int, int, int]:
    first = min(s.start for s in (a.source, a.cue, *a.content) if s is not None)
    return (first, a.depth, a.content[0].start)


def _parts(section: Section, rows: NDArray[np.float32], labels: tuple[str, ...]) -> dict[str, list[_Part]]:
    parts: dict[str, list[_Part]] = {"source": [], "cue": [], "content": []}
    for span in decode_spans(rows, labels):
        start, end = section.pieces(span.start, span.end)
        if span.label != "content":
            same = section.block[start:end] == section.block[start]
            end = start + int(same.sum())
        if not _is_empty(section, start, end):
            parts[span.label].append(_Part(start, end, span.score, section.tokens.span(start, end)))
    return parts


def _is_empty(section: Section, start: int, end: int) -> bool:
    """Whether a part is made of words that cannot stand alone ("the", "that to"): a slip of the tagger."""
    if end - start > 3:
        return False
    span = section.tokens.span(start, end)
    return all(word in EMPTY for word in section.text[span.start : span.end].lower().split())


def _assemble(
    section: Section, bundle: Bundle, parts: dict[str, list[_Part]], depth: int, basis: NDArray[np.float32]
) -> Iterator[FoundAttribution]:
    groups: dict[tuple[str, int], list[_Linked]] = {}
    for number, linked in enumerate(_link(section, bundle, parts)):
        key = ("cue", linked.cue) if linked.cue is not None else ("content", number)
        groups.setdefault(key, []).append(linked)
    for group in groups.values():
        yield _build(section, bundle, parts, group, depth, basis)


def _link(section: Section, bundle: Bundle, parts: dict[str, list[_Part]]) -> list[_Linked]:
    arrays = {role: np.array([p[:2] for p in found], np.int64).reshape(-1, 2) for role, found in parts.items()}
    cues, sources = (
        _choose(section, bundle.linkers[f"content_{role}"], parts["content"], arrays["content"], arrays[role])
        for role in ("cue", "source")
    )
    _unite(section, parts, cues, sources)
    return [
        _Linked(part, cue, source, cue_score, source_score)
        for part, (cue, cue_score), (source, source_score) in zip(parts["content"], cues, sources, strict=True)
    ]


def _choose(
    section: Section, linker: Linker, contents: list[_Part], rows: NDArray[np.int64], spans: NDArray[np.int64]
) -> list[tuple[int | None, float]]:
    """For each content the number of the likeliest of `spans`, or None where none of them is likelier; how likely."""
    near = linker.choose_near(section.hidden, rows, spans, REACH)
    sentences = section.sentence[spans[:, 0]]
    return [
        _likeliest(section, part, each, sentences) if len(each.chances) else (None, 1.0)
        for part, each in zip(contents, near, strict=True)
    ]


def _likeliest(section: Section, part: _Part, near: Near, sentences: NDArray[np.int64]) -> tuple[int | None, float]:
    """The best of the spans in reach; `sentences` has the sentence of each span."""
    chances, count = near.chances, len(near.chances) - 1
    places = sentences[near.first : near.first + count]
    same = (section.sentence[part.start] <= places) & (places <= section.sentence[part.end - 1])
    if same.any():
        chances[:-1][~same] *= FAR
    chances = chances / chances.sum()
    best = int(chances.argmax())
    return (None if best == count else near.first + best), float(chances[best])


def _unite(
    section: Section,
    parts: dict[str, list[_Part]],
    cues: list[tuple[int | None, float]],
    sources: list[tuple[int | None, float]],
) -> None:
    """Contents inside one quotation that holds no source or cue of this depth have the links of the longest."""
    contents = [part.span for part in parts["content"]]
    heads = [part.span for role in ("source", "cue") for part in parts[role]]
    for quotation in section.quotations:
        inside = [i for i, span in enumerate(contents) if quotation.holds(span)]
        if len(inside) < 2 or any(quotation.holds(span) for span in heads):
            continue
        longest = max(inside, key=lambda i: (len(contents[i]), -i))
        for i in inside:
            cues[i], sources[i] = cues[longest], sources[longest]


def _build(
    section: Section,
    bundle: Bundle,
    parts: dict[str, list[_Part]],
    group: list[_Linked],
    depth: int,
    basis: NDArray[np.float32],
) -> FoundAttribution:
    cue = None if group[0].cue is None else parts["cue"][group[0].cue]
    votes: dict[int, float] = {}
    for linked in group:
        if linked.source is not None:
            weight = linked.source_score * (linked.content.end - linked.content.start)
            votes[linked.source] = votes.get(linked.source, 0.0) + weight
    source = parts["source"][max(votes, key=lambda i: (votes[i], -i))] if votes else None
    sizes = np.array([linked.content.end - linked.content.start for linked in group], np.float64)
    share = sizes / sizes.sum()
    features = (
        float(share @ [linked.content.score for linked in group]),
        cue.score if cue else 0.0,
        source.score if source else 0.0,
        float(share @ [linked.cue_score for linked in group]) if cue else 0.0,
        float(share @ [linked.source_score for linked in group]),
        float(depth > 0),
    )
    calibration = bundle.manifest.calibration.get("attribution")
    probability = calibration.probability(features) if calibration else features[0]
    anchor = [p for p in (cue, source) if p is not None] or [group[0].content]
    rows = np.concatenate([basis[p.start : p.end] for p in anchor])
    return FoundAttribution(
        source and whole_source(section.text, source.span, cue and cue.span),
        cue and cue.span,
        _content(section, [linked.content for linked in group], parts),
        depth,
        cast("Basis", bundle.taggers["basis"].labels[int(rows.mean(0).argmax())]),
        probability,
        features,
    )


def _content(section: Section, pieces: list[_Part], parts: dict[str, list[_Part]]) -> tuple[Span, ...]:
    """Pieces cut at the borders of blocks, with whole quotations, and joined where nothing else lies between them."""
    cut: list[Span] = []
    for part in sorted(pieces):
        borders = np.flatnonzero(np.diff(section.block[part.start : part.end])) + part.start + 1
        cut += [section.tokens.span(s, e) for s, e in itertools.pairwise((part.start, *borders.tolist(), part.end))]
    quotations = [q for q in section.quotations if any(q.holds(span) for span in cut)]
    if len(cut) == 1 and not quotations:
        return tuple(cut)
    own = {part.span for part in pieces}
    taken = [part.span for found in parts.values() for part in found if part.span not in own]
    return _joined(section.text, [_whole_quotation(span, quotations, taken) for span in cut], taken)


def _whole_quotation(span: Span, quotations: list[Span], taken: list[Span]) -> Span:
    """The whole quotation that the content begins or ends with, if no other part is in the rest of it."""
    quotation = next((q for q in quotations if q.holds(span)), None)
    if quotation is None or (span.start > quotation.start + 1 and span.end < quotation.end - 1):
        return span
    return span if any(t.overlaps(quotation) and not t.overlaps(span) for t in taken) else quotation


def _joined(text: str, spans: list[Span], taken: list[Span]) -> tuple[Span, ...]:
    """Pieces in order; a gap in which no part of the same depth lies is a lapse of the tagger."""
    joined = spans[:1]
    for span in spans[1:]:
        gap = Span(joined[-1].end, max(joined[-1].end, span.start))
        if _is_lapse(text[gap.start : gap.end]) and not any(t.overlaps(gap) for t in taken):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _is_lapse(gap: str) -> bool:
    return "\n\n" not in gap and len(gap.split()) <= LAPSE and not SENTENCE_END.search(gap)


def _settle(found: Sequence[FoundAttribution], thresholds: dict[str, float]) -> list[FoundAttribution]:
    """Drop what is too unsure, and of two readings of one cue the less sure."""
    sure = [a for a in found if a.probability >= thresholds.get("nested" if a.depth else "outer", 0.0)]
    kept: list[FoundAttribution] = []
    taken: set[int] = set()
    for a in sorted(sure, key=lambda a: (-a.probability, a.depth, a.content)):
        anchor = a.cue or a.content[0]
        places = range(anchor.start, anchor.end) if a.cue else range(anchor.start, anchor.start + 1)
        if a.cue and taken.intersection(places):
            continue
        if a.cue:
            taken.update(places)
        kept.append(a)
    return kept


def parents_of(found: Sequence[FoundAttribution]) -> list[int | None]:
    """For each attribution the one whose content holds its cue (or, without one, its content) most closely.

    Only a longer content may hold a shorter one, so there are no circles.
    """
    sizes = [sum(len(s) for s in a.content) for a in found]
    order = sorted(range(len(found)), key=lambda i: found[i].content[0].start)
    parents: list[int | None] = [None] * len(found)
    open_pieces: list[tuple[Span, int]] = []
    pieces = sorted((s, i) for i in order for s in found[i].content)
    anchors = sorted((a.cue or a.content[0], i) for i, a in enumerate(found))
    position = 0
    for anchor, i in anchors:
        while position < len(pieces) and pieces[position][0].start <= anchor.start:
            open_pieces.append(pieces[position])
            position += 1
        open_pieces = [(s, j) for s, j in open_pieces if s.end > anchor.start]
        holders = [j for s, j in open_pieces if j != i and sizes[j] > sizes[i] and s.holds(anchor)]
        parents[i] = min(holders, key=lambda j: (sizes[j], j), default=None)
    return parents
