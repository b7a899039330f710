"""Variants of our own passages with other people's and places' names, so that a small corpus is not learnt by heart."""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterable

from training.examples import Gold, GoldAttribution, GoldMention, Marks, Pairs, Span

WORD = re.compile(r"[^\W\d_]+")
KINDS = {"PER": "PER", "GPE": "PLACE", "LOC": "PLACE"}


def name_words(golds: Iterable[Gold]) -> dict[str, list[str]]:
    """Words of people's and of places' names that are never written small: the pool to draw from."""
    small: set[str] = set()
    found: dict[str, set[str]] = {"PER": set(), "PLACE": set()}
    for gold in golds:
        small.update(w for w in WORD.findall(gold.text) if w.islower())
        for mention in gold.names or ():
            kind = {KINDS.get(t) for t in mention.types}
            for word in WORD.findall(gold.text[mention.start : mention.end]):
                if word.istitle() and len(word) > 2:
                    for k in ("PER", "PLACE"):
                        if k in kind and "O" not in mention.types:
                            found[k].add(word)
    return {kind: sorted(w for w in words if w.lower() not in small) for kind, words in found.items()}


def _choose(gold: Gold, pool: dict[str, list[str]], rng: random.Random) -> dict[str, str]:
    """For each word of a name that the pool knows, in small letters, the word that stands for it."""
    known = {w.lower(): kind for kind, words in pool.items() for w in words}
    mapping: dict[str, str] = {}
    for mention in gold.names or ():
        for kind in sorted({KINDS[t] for t in mention.types if t in KINDS}):
            for word in WORD.findall(gold.text[mention.start : mention.end]):
                if word[:1].isupper() and len(word) > 2 and word.lower() in known:
                    mapping.setdefault(word.lower(), rng.choice(pool[kind]))
    return mapping


def swap_names(gold: Gold, pool: dict[str, list[str]], rng: random.Random) -> Gold:
    """The same passage with other words in the names of people and places, one word by the same other everywhere."""
    mapping = _choose(gold, pool, rng)
    pieces, edges, shifts, last, shift = [], [0], [0], 0, 0
    for match in WORD.finditer(gold.text):
        new = mapping.get(match.group().lower())
        if new is None or not match.group()[0].isupper():
            continue
        new = new.upper() if match.group().isupper() else new
        pieces += [gold.text[last : match.start()], new]
        last = match.end()
        shift += len(new) - len(match.group())
        edges.append(match.end())
        shifts.append(shift)
    pieces.append(gold.text[last:])

    def move(place: int) -> int:
        return place + shifts[bisect_right(edges, place) - 1]

    def move_all(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((move(s), move(e)) for s, e in spans)

    def move_mentions(mentions: list[GoldMention] | None) -> list[GoldMention] | None:
        return mentions and [GoldMention(move(m.start), move(m.end), m.types) for m in mentions]

    attributions = gold.attributions and [
        GoldAttribution(move_all(a.source), move_all(a.cue), move_all(a.content), a.depth, a.basis)
        for a in gold.attributions
    ]

    def move_arcs(rows: list[tuple[Span, tuple[Span, ...]]]) -> list[tuple[Span, tuple[Span, ...]]]:
        return [((move(s), move(e)), move_all(rights)) for (s, e), rights in rows]

    def move_pairs(pairs: Pairs | None) -> Pairs | None:
        if pairs is None:
            return None
        related = {move_all(ends): kinds for ends, kinds in pairs.related.items()}
        return Pairs(tuple(move_all(group) for group in pairs.groups), related, pairs.known)

    return Gold(
        "".join(pieces),
        gold.corpus,
        attributions=attributions,
        nested_known=gold.nested_known,
        names=move_mentions(gold.names),
        outside_names=gold.outside_names,
        descriptions=move_mentions(gold.descriptions),
        marks={name: Marks(move_mentions(marks.spans) or [], marks.outside) for name, marks in gold.marks.items()},
        factuality=[((move(s), move(e)), score) for (s, e), score in gold.factuality],
        arcs={name: move_arcs(rows) for name, rows in gold.arcs.items()},
        pairs=move_pairs(gold.pairs),
    )
