"""Two views of one document side by side: what agrees, counted layer by layer.

`gold` is one view, `found` the other; every figure but precision and recall is the same when they change places.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from averral.records.ontology import EVENT_TYPES
from benchmarks.gold_view import AUTHOR, SLOTS, WORD, Case, Figure, Parts, Saying, Thing, View, overlaps
from benchmarks.tally import Tally
from training.markup import MarkedMention, Span

A = TypeVar("A")
B = TypeVar("B")
K = TypeVar("K", bound=Hashable)
Pairs = dict[str, str]
VALUES = ("DATE", "NUM")
PROPOSITIONS = ("event", "responsibility", "casualties", "statement")


class Alignment(NamedTuple):
    """Which of gold's ids is which of found's: attributions by content, of these the linked ones, events, incidents."""

    contents: Pairs
    attributions: Pairs
    events: Pairs
    incidents: Pairs

    def is_same_speaker(self, gold: str, found: str) -> bool:
        """Whether both are the author, or one and the same attribution."""
        return gold == found == AUTHOR or (gold != AUTHOR and self.attributions.get(gold) == found)


def count_matches(gold: Sequence[A], found: Sequence[B], same: Callable[[A, B], bool]) -> int:
    """The most pairs that are the same, one to one."""
    return len(match_most(gold, found, same))


def match_most(gold: Sequence[A], found: Sequence[B], same: Callable[[A, B], bool]) -> list[tuple[A, B]]:
    """A largest one-to-one matching (Kuhn's augmenting paths)."""
    rows = [[j for j, f in enumerate(found) if same(g, f)] for g in gold]
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in rows[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return [(gold[i], found[j]) for j, i in sorted(taken.items(), key=lambda item: item[1])]


def match_heaviest(weights: Mapping[tuple[K, K], float]) -> dict[K, K]:
    """One to one, the heaviest pair first; among equals the first."""
    pairs: dict[K, K] = {}
    for (g, f), weight in sorted(weights.items(), key=lambda item: -item[1]):
        if weight > 0 and g not in pairs and f not in pairs.values():
            pairs[g] = f
    return pairs


def align(gold: View, found: View) -> Alignment:
    """The one-to-one alignments that every layer rests on."""
    contents = _align_contents(gold, found)
    linked = {g: f for g, f in contents.items() if _same_source(gold.text, gold.attributions[g], found.attributions[f])}
    events = match_heaviest({
        (g, f): 1 + (a.type == b.type) + (a.trigger == b.trigger)
        for g, a in gold.events.items()
        for f, b in found.events.items()
        if overlaps(a.trigger, b.trigger)
    })  # fmt: skip
    incidents = match_heaviest({
        (g, f): shared + 0.1 * (a.type == b.type)
        for g, a in gold.incidents.items()
        for f, b in found.incidents.items()
        if (shared := count_matches(a.triggers, b.triggers, overlaps))
    })  # fmt: skip
    return Alignment(contents, linked, events, incidents)


def _cover(text: str, spans: Iterable[Span]) -> frozenset[int]:
    wanted = list(spans)
    return frozenset(m.start() for m in WORD.finditer(text) if any(overlaps(m.span(), s) for s in wanted))


def _align_contents(gold: View, found: View) -> Pairs:
    """As score.py does it: contents overlap; the more words of all roles are shared, the sooner."""
    left, right = (
        {
            key: [_cover(gold.text, role) for role in (a.content, a.cue, a.source)]
            for key, a in view.attributions.items()
        }
        for view in (gold, found)
    )
    return match_heaviest({
        (g, f): sum(len(x & y) for x, y in zip(a, b, strict=True))
        for g, a in left.items()
        for f, b in right.items()
        if a[0] & b[0]
    })  # fmt: skip


def _words_by_role(text: str, a: Parts) -> tuple[frozenset[int], ...]:
    return tuple(_cover(text, role) for role in (a.content, a.cue, a.source))


def _same_source(text: str, gold: Parts, found: Parts) -> bool:
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return bool(_cover(text, gold.source) & _cover(text, found.source))


def compare(gold: View, found: View, tally: Tally) -> None:
    """Add one document's counts to every layer."""
    alignment = align(gold, found)
    _compare_attributions(gold, found, alignment, tally)
    _compare_mentions(gold.mentions, found.mentions, tally)
    _compare_times(gold, found, tally)
    _compare_events(gold, found, alignment, tally)
    _compare_incidents(gold, found, alignment, tally)
    _compare_figures(gold.figures, found.figures, alignment, tally)
    compare_claims(gold.claims, found.claims, alignment, tally)


def _compare_attributions(gold: View, found: View, alignment: Alignment, tally: Tally) -> None:
    sizes = len(gold.attributions), len(found.attributions)
    tally.add("attributions: content", len(alignment.contents), *sizes)
    tally.add("attributions: link", len(alignment.attributions), *sizes)
    for g, f in alignment.contents.items():
        tally.compare("basis", gold.attributions[g].basis, found.attributions[f].basis)


def _compare_mentions(gold: Iterable[MarkedMention], found: Iterable[MarkedMention], tally: Tally) -> None:
    for layer, name in (("names", True), ("descriptions", False)):
        left, right = (
            {(m.start, m.end, m.type) for m in mentions if m.name == name and m.type not in VALUES}
            for mentions in (gold, found)
        )
        tally.add(layer, len(left & right), len(left), len(right))


def _compare_times(gold: View, found: View, tally: Tally) -> None:
    sizes = len(gold.times), len(found.times)
    tally.add("times: found", count_matches(gold.times, found.times, lambda g, f: overlaps(g[0], f[0])), *sizes)
    right = count_matches(gold.times, found.times, lambda g, f: overlaps(g[0], f[0]) and g[1] == f[1])
    tally.add("times: value right", right, *sizes)


def broaden(kind: str) -> str:
    """The broad type that a type is a kind of, or itself."""
    known = EVENT_TYPES.get(kind)
    return (known.parent if known else None) or kind


def _compare_events(gold: View, found: View, alignment: Alignment, tally: Tally) -> None:
    pairs = [(gold.events[g], found.events[f]) for g, f in alignment.events.items()]
    sizes = len(gold.events), len(found.events)
    tally.add("events: trigger", len(pairs), *sizes)
    tally.add("events: trigger and type", sum(g.type == f.type for g, f in pairs), *sizes)
    tally.add("events: trigger and broad type", sum(broaden(g.type) == broaden(f.type) for g, f in pairs), *sizes)
    tally.add(
        "events: arguments",
        sum(count_matches(g.arguments, f.arguments, _same_argument) for g, f in pairs),
        *(sum(len(e.arguments) for e in view.events.values()) for view in (gold, found)),
    )
    for g, f in pairs:
        tally.compare("type", g.type, f.type)
        tally.compare("author factuality", g.factuality, f.factuality)
        if f.tense is not None:
            tally.compare("tense", g.tense, f.tense)


def _same_argument(gold: tuple[str, Thing], found: tuple[str, Thing]) -> bool:
    return gold[0] == found[0] and gold[1].is_same(found[1])


def _compare_incidents(gold: View, found: View, alignment: Alignment, tally: Tally) -> None:
    pairs = [(gold.incidents[g], found.incidents[f]) for g, f in alignment.incidents.items()]
    views = list(gold.incidents.values()), list(found.incidents.values())
    sizes = len(views[0]), len(views[1])
    tally.add("incidents: aligned", len(pairs), *sizes)
    tally.add("incidents: type", sum(g.type == f.type for g, f in pairs), *sizes)
    tally.add("incidents: broad type", sum(broaden(g.type) == broaden(f.type) for g, f in pairs), *sizes)
    tally.add("incidents: stage", sum(g.stage == f.stage for g, f in pairs), *sizes)
    dates = [sum(c.edtf is not None for c in view) for view in views]
    tally.add("incidents: date", sum(g.edtf is not None and g.edtf == f.edtf for g, f in pairs), *dates)
    for layer, read, same in _SLOTS:
        hits = sum(count_matches(read(g), read(f), same) for g, f in pairs)
        tally.add(layer, hits, *(sum(len(read(c)) for c in view) for view in views))


Slot = tuple[str, Callable[[Case], Sequence[tuple[Thing, str]]], Callable[[tuple[Thing, str], tuple[Thing, str]], bool]]


def _same_name(gold: tuple[Thing, str], found: tuple[Thing, str]) -> bool:
    return gold[0].is_same(found[0])


def _same_pair(gold: tuple[Thing, str], found: tuple[Thing, str]) -> bool:
    return gold[1] == found[1] and gold[0].is_same(found[0])


def _read_slot(slot: str) -> Callable[[Case], Sequence[tuple[Thing, str]]]:
    return lambda case: [(thing, slot) for thing in case.slots[slot]]


_SLOTS: tuple[Slot, ...] = (
    ("incidents: place", lambda case: [(case.place, "")] if case.place else [], _same_name),
    ("incidents: perpetrators", lambda case: case.perpetrators, _same_name),
    ("incidents: perpetrators and confidence", lambda case: case.perpetrators, _same_pair),
    *((f"incidents: {slot}s", _read_slot(slot), _same_name) for slot in SLOTS),
)


def _compare_figures(gold: Sequence[Figure], found: Sequence[Figure], alignment: Alignment, tally: Tally) -> None:
    def same(g: Figure, f: Figure) -> bool:
        return g.value == f.value and all(any(alignment.is_same_speaker(a, b) for b in f.by) for a in g.by)

    sizes = len(gold), len(found)
    tally.add("figures: value", count_matches(gold, found, lambda g, f: g.value == f.value), *sizes)
    tally.add("figures: value and speaker", count_matches(gold, found, same), *sizes)


def compare_claims(gold: Sequence[Saying], found: Sequence[Saying], alignment: Alignment, tally: Tally) -> None:
    """Claims, with and without each of the conditions."""
    left, right = ([c for c in claims if _is_scored(c)] for claims in (gold, found))

    def speaker(g: Saying, f: Saying) -> bool:
        return alignment.is_same_speaker(g.by, f.by)

    def content(g: Saying, f: Saying) -> bool:
        return g.type == f.type and _same_argument_of_claim(g, f, alignment)

    def whole(g: Saying, f: Saying) -> bool:
        return g.factuality == f.factuality and speaker(g, f) and content(g, f)

    tests: dict[str, Callable[[Saying, Saying], bool]] = {
        "claims": whole,
        "claims, whatever the factuality": lambda g, f: speaker(g, f) and content(g, f),
        "claims, whoever says so": lambda g, f: g.factuality == f.factuality and content(g, f),
        "claims, content alone": content,
    }
    for layer, same in tests.items():
        tally.add(layer, count_matches(left, right, same), len(left), len(right))
    for kind in PROPOSITIONS:
        some, others = ([c for c in claims if c.type == kind] for claims in (left, right))
        tally.add(f"claims: {kind}", count_matches(some, others, whole), len(some), len(others))
    for layer, author in (("claims: the author's", True), ("claims: attributed", False)):
        some, others = ([c for c in claims if (c.by == AUTHOR) == author] for claims in (left, right))
        tally.add(layer, count_matches(some, others, whole), len(some), len(others))
    for g, f in match_most(left, right, tests["claims, whatever the factuality"]):
        tally.compare("claim factuality", g.factuality, f.factuality)
        tally.compare("claim tense", g.tense, f.tense)


def _is_scored(claim: Saying) -> bool:
    return claim.type in PROPOSITIONS and not (claim.type == "statement" and claim.by == AUTHOR)


def _same_argument_of_claim(gold: Saying, found: Saying, alignment: Alignment) -> bool:
    if gold.type == "event":
        return bool(gold.trigger and found.trigger and overlaps(gold.trigger, found.trigger))
    if gold.type == "casualties":
        return bool(gold.values & found.values)
    if gold.type == "responsibility":
        aligned = bool(gold.incident) and alignment.incidents.get(gold.incident or "") == found.incident
        if gold.actor is None or found.actor is None:
            return aligned and gold.actor is found.actor
        return aligned and gold.actor.is_same(found.actor)
    return alignment.contents.get(gold.by) == found.by
