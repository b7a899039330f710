"""The documents of corpus/gold as `Gold` targets for every head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from averral.extract.factuality import LEVEL_SCORES
from averral.extract.relations import PREDICATE_KINDS, PREDICATES
from averral.records.ontology import broad_type, incident_type
from training.coreference import antecedents
from training.examples import Gold, GoldAttribution, GoldMention, Marks, Pairs, Span
from training.gold import GoldDocument, GoldPerpetrator, read_gold
from training.relations import group_by_sentence

ACTOR_MENTIONS = frozenset({"PER", "ORG", "GPE", "NORP", "FAC", "LOC"})


def read_happenings(folder: Path, split: str) -> Iterator[Gold]:
    """Documents of one split."""
    for path in sorted(folder.glob("*.txt")):
        for document in read_gold(path):
            if document.split == split:
                yield _gold(document)


def _gold(document: GoldDocument) -> Gold:
    mentions = [(m.name, GoldMention(m.start, m.end, frozenset({m.type}))) for m in document.mentions]
    return Gold(
        document.text,
        "gold",
        attributions=[
            GoldAttribution(a.source, a.cue, a.content, a.depth, a.basis) for a in document.attributions.values()
        ],
        nested_known=True,
        names=[m for name, m in mentions if name],
        descriptions=[m for name, m in mentions if not name],
        marks=_marks(document),
        factuality=[
            (e.trigger, LEVEL_SCORES[_innermost(document, e.id, e.factuality)]) for e in document.events.values()
        ],
        arcs={
            "filler_event": _fillers(document),
            "event_event": _chains(document),
            "mention_antecedent": antecedents(e.mentions for e in document.entities.values()),
        },
        pairs=_pairs(document),
    )


def _pairs(document: GoldDocument) -> Pairs:
    """Relations between the mentions that state them; of a symmetric one both directions hold."""
    actors = sorted((m.start, m.end) for m in document.mentions if m.type in ACTOR_MENTIONS)
    related: dict[tuple[Span, Span], frozenset[str]] = {}
    for relation in document.relations:
        ends = relation.subject, relation.object
        for pair in (ends, ends[::-1]) if PREDICATE_KINDS[relation.predicate].symmetric else (ends,):
            related[pair] = related.get(pair, frozenset()) | {relation.predicate}
    return Pairs(group_by_sentence(document.text, actors), related, frozenset(PREDICATES))


def _innermost(document: GoldDocument, event: str, default: str) -> str:
    """How the innermost source that speaks of an event commits to it; else how the author does."""
    claims = [c for c in document.claims if c.type == "event" and c.of == event and c.by]
    deepest = max(claims, key=lambda c: document.attributions[c.by].depth, default=None)
    return deepest.factuality if deepest else default


def _kinds(document: GoldDocument, role: str, span: Span) -> frozenset[str]:
    if role != "perpetrator":
        return frozenset({role})
    words = document.text[slice(*span)].lower()
    known = {p.kind for i in document.incidents.values() for p in i.perpetrators if p.text.lower() == words}
    return frozenset(known or {"individual", "organization"})


def _marks(document: GoldDocument) -> dict[str, Marks]:
    events = document.events.values()
    incidents = {v: incident_type(i.type) for i in document.incidents.values() for v in i.events}
    fillers: dict[Span, frozenset[str]] = {}
    for event in events:
        for role, span in event.arguments:
            fillers[span] = fillers.get(span, frozenset()) | _kinds(document, role, span)

    def marks(found: list[tuple[Span, frozenset[str]]]) -> Marks:
        return Marks([GoldMention(*span, types) for span, types in found])

    return {
        "events": marks([(e.trigger, frozenset({broad_type(e.type)})) for e in events]),
        "incidents": marks([(e.trigger, frozenset({incidents[e.id]})) for e in events if e.id in incidents]),
        "tense": marks([(e.trigger, frozenset({e.tense})) for e in events]),
        "fillers": marks(list(fillers.items())),
        "confidence": marks(list(_confidences(document).items())),
    }


def _confidences(document: GoldDocument) -> dict[Span, frozenset[str]]:
    """Each perpetrator's words in what gives the confidence: an attribution's source and content, else its events."""
    found: dict[Span, frozenset[str]] = {}
    for incident in document.incidents.values():
        for perpetrator in incident.perpetrators:
            for place in _words_of(document, incident.events, perpetrator):
                found[place] = found.get(place, frozenset()) | {perpetrator.confidence}
    return found


def _words_of(document: GoldDocument, events: tuple[str, ...], perpetrator: GoldPerpetrator) -> list[Span]:
    words = re.compile(rf"(?<!\w){re.escape(perpetrator.text)}(?!\w)", re.IGNORECASE)
    places = [m.span() for m in words.finditer(document.text)]
    said = [document.attributions[n] for n in perpetrator.by if n]
    stretches = [span for a in said for span in (*a.source, *a.content)]
    inside = [p for p in places if any(s <= p[0] and p[1] <= e for s, e in stretches)]
    done = [s for v in events for role, s in document.events[v].arguments if role == "perpetrator" and s in places]
    return inside + done if 0 in perpetrator.by else inside


def _fillers(document: GoldDocument) -> list[tuple[Span, tuple[Span, ...]]]:
    rights: dict[Span, list[Span]] = {}
    for event in document.events.values():
        for _, span in event.arguments:
            rights.setdefault(span, []).append(event.trigger)
    return [(span, tuple(sorted(found))) for span, found in sorted(rights.items())]


def _chains(document: GoldDocument) -> list[tuple[Span, tuple[Span, ...]]]:
    chain = {v: i.events for i in document.incidents.values() for v in i.events}
    rows = []
    for event in sorted(document.events.values(), key=lambda e: e.trigger):
        same = [document.events[v].trigger for v in chain.get(event.id, ())]
        rows.append((event.trigger, tuple(sorted(t for t in same if t < event.trigger))))
    return rows
