"""Documents of corpus/gold as records and as what the heads would find: oracle inputs for every later stage.

    PYTHONPATH=src:. python benchmarks/gold_records.py [--split dev]

prints how much each split holds. `gold_reading` gives a whole reading with the gold claims in it; `found_events` and
`casualty_figures` what perfect heads and rules would have found.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.extract.casualties import CasualtyFigure
from averral.extract.entities import EntityTable, resolve_entities
from averral.extract.event import FoundArgument, FoundEvent
from averral.extract.factuality import LEVEL_SCORES
from averral.extract.mentions import FoundMention
from averral.extract.quotes import kind_of
from averral.extract.sentences import iter_sentences
from averral.records import (
    Argument,
    Attribution,
    Block,
    Casualties,
    Claim,
    Document,
    EntitySpan,
    Event,
    Filler,
    Incident,
    Mention,
    Perpetrator,
    Proposition,
    Reader,
    Reading,
    Span,
    Time,
    Trigger,
    digest_bytes,
    digest_text,
)
from training.gold import GoldCasualties, GoldClaim, GoldDocument, GoldIncident, read_gold

GOLD = Path(__file__).resolve().parent.parent / "corpus" / "gold"
AUTHOR = 0


def gold_documents(*splits: str, folder: Path = GOLD) -> list[GoldDocument]:
    """All documents of the given splits (of all, without any), in the order of the files."""
    documents = [d for path in sorted(folder.glob("*.txt")) for d in read_gold(path)]
    return [d for d in documents if not splits or d.split in splits]


def attribution_id(number: int) -> str | None:
    """Gold attribution 3 is `a3`; 0, the author, is None."""
    return f"a{number}" if number else None


def blocks(text: str) -> tuple[Block, ...]:
    """Every paragraph is a block of the body."""
    found, start = [], 0
    for paragraph in text.split("\n\n"):
        found.append(Block(start, start + len(paragraph), "body"))
        start += len(paragraph) + 2
    return tuple(found)


def sentences(document: GoldDocument) -> tuple[Span, ...]:
    return tuple(iter_sentences(document.text, [Span(b.start, b.end) for b in blocks(document.text)]))


def entity_table(document: GoldDocument) -> EntityTable:
    """The system's own entities over the gold mentions and sources (the gold has none)."""
    found = [FoundMention(Span(m.start, m.end), cast("Any", m.type), m.name, 1.0) for m in document.mentions]
    sources = sorted(Span(*s) for a in document.attributions.values() for s in a.source)
    return resolve_entities(document.text, found, sources)


def mentions(document: GoldDocument, table: EntityTable) -> tuple[Mention, ...]:
    return tuple(
        Mention(id=f"m{i}", start=m.start, end=m.end, type=cast("Any", m.type), name=m.name, entity=entity)
        for i, (m, entity) in enumerate(zip(document.mentions, table.of_mention, strict=True), 1)
    )


def attributions(document: GoldDocument, table: EntityTable) -> tuple[Attribution, ...]:
    """Ids are the numbers of the gold: a1 is [s1 …] [c1 …] [t1 …]."""
    numbers = sorted(document.attributions)
    result = []
    for number in numbers:
        marked = document.attributions[number]
        content = tuple(Span(*s) for s in marked.content)
        source = Span(*marked.source[0]) if marked.source else None
        result.append(
            Attribution(
                id=f"a{number}",
                source=source and EntitySpan(source.start, source.end, table.of_source.get(source)),
                cue=Span(*marked.cue[0]) if marked.cue else None,
                content=content,
                parent=None if marked.parent is None else f"a{numbers[marked.parent]}",
                kind=kind_of(document.text, content),
                basis=cast("Any", marked.basis),
            )
        )
    return tuple(result)


def entity_of(document: GoldDocument, table: EntityTable, words: str | None) -> str | None:
    """The entity of the first mention with these words (a leading "the" aside), None where there is none."""
    if words is None:
        return None
    wanted = _bare(words)
    for mention, entity in zip(document.mentions, table.of_mention, strict=True):
        if entity and _bare(document.text[mention.start : mention.end]) == wanted:
            return entity
    return None


def _bare(words: str) -> str:
    return words.casefold().removeprefix("the ").strip()


def events(document: GoldDocument) -> tuple[Event, ...]:
    """Ids, types, arguments and the author's factuality as the gold has them; dates and places are the incidents'."""
    table = entity_table(document)
    entities = {(m.start, m.end): e for m, e in zip(document.mentions, table.of_mention, strict=True)}
    dates = {t.span: t.edtf for t in document.times}
    return tuple(
        Event(
            id=e.id,
            type=e.type,
            trigger=Trigger(*e.trigger),
            arguments=tuple(
                Argument(role=cast("Any", role), start=s[0], end=s[1], entity=entities.get(s))
                for role, s in e.arguments
            ),
            edtf=next((dates.get(s) for role, s in e.arguments if role == "time"), None),
            factuality=cast("Any", e.factuality),
        )
        for e in document.events.values()
    )


def found_events(document: GoldDocument, *, committed: bool = False) -> tuple[FoundEvent, ...]:
    """What perfect heads would find, in order of `document.events`; `commitment` is 0 unless it is asked for."""
    order = sorted(document.events.values(), key=lambda e: e.trigger)
    place = {e.id: i for i, e in enumerate(order)}
    incident = {v: i for i in document.incidents.values() for v in i.events}
    found = {}
    for event in order:
        of = incident.get(event.id)
        same = [place[v] for v in of.events if place[v] < place[event.id]] if of else []
        found[event.id] = FoundEvent(
            trigger=Span(*event.trigger),
            type=event.type,
            arguments=tuple(
                FoundArgument(cast("Any", role), Span(*s), _actor_kind(document, role, s), 1.0)
                for role, s in event.arguments
            ),
            incident=of.type if of else None,
            commitment=LEVEL_SCORES[innermost(document, event.id)] if committed else 0.0,
            tense=cast("Any", event.tense),
            earlier=max(same, default=None),
            score=1.0,
        )
    return tuple(found[v] for v in document.events)


def innermost(document: GoldDocument, event: str) -> str:
    """How the innermost source that speaks of an event commits to it; without one, how the author does."""
    claims = [c for c in document.claims if c.type == "event" and c.of == event and c.by]
    deepest = max(claims, key=lambda c: document.attributions[c.by].depth, default=None)
    return deepest.factuality if deepest else document.events[event].factuality


def _actor_kind(document: GoldDocument, role: str, span: tuple[int, int]) -> Any:
    if role != "perpetrator":
        return None
    words = _bare(document.text[slice(*span)])
    kinds = [p.kind for i in document.incidents.values() for p in i.perpetrators if _bare(p.text) == words]
    return kinds[0] if kinds else "organization"


def gold_casualties(document: GoldDocument) -> list[tuple[str, GoldCasualties]]:
    """Each figure with the id of its incident, in the order of d1, d2 …"""
    return [(i.id, d) for i in document.incidents.values() for d in i.casualties]


def casualty_figures(document: GoldDocument) -> tuple[CasualtyFigure, ...]:
    """What a perfect `find_casualties` would find, in the order of d1, d2 …

    The trigger is that of the nearest event in the sentence that can cause such harm to the words of the figure; the
    figure's own words where there is none.
    """
    found = []
    for incident, gold in gold_casualties(document):
        span = Span(*gold.span)
        sentence = next((s for s in sentences(document) if s.holds(span)), span)
        trigger = _trigger_of(document, incident, gold, sentence)
        low, high = gold.low, gold.high
        found.append(
            CasualtyFigure(
                kind=cast("Any", gold.kind), low=low, high=high, start=span.start, end=span.end,
                trigger=trigger or span, sentence=sentence, approximate=gold.approximate,
            )
        )  # fmt: skip
    return tuple(found)


def _trigger_of(document: GoldDocument, incident: str, gold: GoldCasualties, sentence: Span) -> Span | None:
    known = [document.events[v] for v in document.incidents[incident].events]
    inside = [e for e in known if sentence.holds(Span(*e.trigger))]
    named = [e for e in inside if any(r == "victim" and _touch(s, gold.span) for r, s in e.arguments)]
    nearest = min(named or inside, key=lambda e: abs(e.trigger[0] - gold.span[0]), default=None)
    return Span(*nearest.trigger) if nearest else None


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def incidents(document: GoldDocument, table: EntityTable) -> tuple[Incident, ...]:
    """Incidents with perpetrators and figures; the ids of claims in them are those of `claims`."""
    return tuple(_incident(document, table, incident, document.claims) for incident in document.incidents.values())


def _incident(document: GoldDocument, table: EntityTable, incident: GoldIncident, claims: list[GoldClaim]) -> Incident:
    def fillers(role: str) -> tuple[Filler, ...]:
        texts = incident.fillers.get(role, ())
        return tuple(Filler(text=t, entity=entity_of(document, table, t)) for t in texts)

    def by(kind: str, of: str, numbers: tuple[int, ...], actor: str | None = None) -> tuple[str, ...]:
        return tuple(
            f"c{i}"
            for i, c in enumerate(claims, 1)
            if (c.type, c.of) == (kind, of) and c.by in numbers and actor in (None, c.actor)
        )

    return Incident(
        id=incident.id,
        type=incident.type,
        stage=cast("Any", incident.stage),
        events=incident.events,
        edtf=incident.edtf,
        place=_place(document, incident.place),
        perpetrators=tuple(
            Perpetrator(
                text=p.text,
                entity=entity_of(document, table, p.text),
                kind=cast("Any", p.kind),
                confidence=cast("Any", p.confidence),
                claims=by("responsibility", incident.id, p.by, p.text),
            )
            for p in incident.perpetrators
        ),
        targets=fillers("target"),
        victims=fillers("victim"),
        instruments=fillers("instrument"),
        casualties=tuple(
            Casualties(
                kind=cast("Any", d.kind),
                low=d.low,
                high=d.high,
                start=d.span[0],
                end=d.span[1],
                claim=next(iter(by("casualties", d.id, (d.by,))), None),
            )
            for d in incident.casualties
        ),
    )


def _place(document: GoldDocument, words: str | None) -> str | None:
    """The mention with these words, else the first inside or around them."""
    if words is None:
        return None
    start = document.text.find(words)
    span = (start, start + len(words))
    near = [(i, m) for i, m in enumerate(document.mentions, 1) if _touch((m.start, m.end), span)]
    exact = [i for i, m in near if (m.start, m.end) == span] or [i for i, _ in near]
    return f"m{exact[0]}" if exact else None


def claims(document: GoldDocument, table: EntityTable) -> tuple[Claim, ...]:
    """The gold claims in the order of their lines: c1 is the first line (the gold gives the author no spans).

    An author's claim has the stretch of its event, figure or incident's first event; a statement that of the text.
    """
    by_id = {a.id: a for a in attributions(document, table)}
    return tuple(_claim(document, table, by_id, number, c) for number, c in enumerate(document.claims, 1))


def _claim(
    document: GoldDocument, table: EntityTable, by_id: dict[str, Attribution], number: int, gold: GoldClaim
) -> Claim:
    of = attribution_id(gold.by)
    span = _claim_span(document, gold) if of is None else None
    chain: list[str] = []
    step = by_id[of] if of else None
    while step is not None:
        chain.insert(0, (step.source.entity if step.source else None) or "unnamed")
        step = by_id[step.parent] if step.parent else None
    figures = {d.id: i for i, d in gold_casualties(document)}
    content = by_id[of].content if of else ()
    return Claim(
        id=f"c{number}",
        start=span.start if span else content[0].start,
        end=span.end if span else content[-1].end,
        attribution=of,
        chain=("author", *chain),
        proposition=Proposition(
            type=cast("Any", gold.type),
            subject=entity_of(document, table, gold.actor),
            incident=figures.get(gold.of or "") or (gold.of if gold.type == "responsibility" else None),
            event=gold.of if gold.type == "event" else None,
        ),
        factuality=cast("Any", gold.factuality),
        tense=cast("Any", gold.tense),
        basis=by_id[of].basis if of else "none",
    )


def _claim_span(document: GoldDocument, gold: GoldClaim) -> Span:
    if gold.type == "event":
        return Span(*document.events[gold.of or ""].trigger)
    if gold.type == "casualties":
        return next(Span(*d.span) for _, d in gold_casualties(document) if d.id == gold.of)
    if gold.type == "responsibility" and document.incidents[gold.of or ""].events:
        first = document.incidents[gold.of or ""].events[0]
        return Span(*document.events[first].trigger)
    return Span(0, len(document.text))


def record_document(document: GoldDocument) -> Document:
    text = document.text
    return Document(
        id=digest_bytes(text.encode()),
        uri=f"{document.id}.txt",
        media_type="text/plain",
        text=text,
        text_sha256=digest_text(text),
        blocks=blocks(text),
        published=document.published,
        language="en",
    )


def gold_reading(document: GoldDocument) -> Reading:
    """Everything that the gold says of a document, as the reading that a perfect system would give."""
    table = entity_table(document)
    return Reading(
        document=record_document(document),
        sentences=tuple((s.start, s.end) for s in sentences(document)),
        mentions=mentions(document, table),
        entities=table.entities,
        times=tuple(
            Time(start=t.span[0], end=t.span[1], edtf=t.edtf, kind=cast("Any", t.kind)) for t in document.times
        ),
        attributions=attributions(document, table),
        events=events(document),
        incidents=incidents(document, table),
        claims=claims(document, table),
        reader=Reader(version="gold", model="gold"),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("train", "dev", "test"), help="default: all")
    args = parser.parse_args()
    counts: Counter[str] = Counter()
    for document in gold_documents(*filter(None, [args.split])):
        reading = gold_reading(document)
        counts["documents"] += 1
        for name in ("sentences", "mentions", "entities", "attributions", "events", "incidents", "claims"):
            counts[name] += len(getattr(reading, name))
        counts["figures"] += len(casualty_figures(document))
    print(", ".join(f"{value} {name}" for name, value in counts.items()))


if __name__ == "__main__":
    main()
