"""Readings from marked text: `[s1 The mayor] [c1 said] [t1 that …]`, as in corpus/passages, with ids a1, a2, …"""

from __future__ import annotations

import re
from collections import defaultdict

from averral.records import (
    Attribution,
    Block,
    Claim,
    Entity,
    EntitySpan,
    Mention,
    Problem,
    Proposition,
    Reading,
    Span,
)
from tests.builders import READER, make_document

_EDGE = re.compile(r"\[([sct])(\d+(?:,\d+)*) |\]")


def parse_marked(marked: str) -> tuple[str, dict[str, dict[str, list[Span]]]]:
    """The plain text, and the spans of each attribution by part: s, c or t."""
    text, here = "", 0
    open_parts: list[tuple[str, list[str], int]] = []
    parts: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for edge in _EDGE.finditer(marked):
        text += marked[here : edge.start()]
        here = edge.end()
        if edge.group(1):
            open_parts.append((edge.group(1), edge.group(2).split(","), len(text)))
        else:
            part, numbers, start = open_parts.pop()
            for number in numbers:
                parts[number][part].append(Span(start, len(text)))
    return text + marked[here:], parts


def make_attributions(marked: str, entities: dict[str, str]) -> tuple[str, tuple[Attribution, ...]]:
    """`entities` gives the entity id of an attribution's source by the attribution's number."""
    text, parts = parse_marked(marked)
    made = []
    for number, spans in sorted(parts.items(), key=lambda item: int(item[0])):
        source = spans["s"][0] if spans["s"] else None
        content = tuple(spans["t"])
        first = min(span.start for group in spans.values() for span in group)
        holders = [
            (len(piece), other)
            for other, theirs in parts.items()
            for piece in theirs["t"]
            if other != number and piece.start <= first and all(s.end <= piece.end for s in [*content, *spans["c"]])
        ]
        made.append(
            Attribution(
                id=f"a{number}",
                source=EntitySpan(source.start, source.end, entities.get(number)) if source else None,
                cue=spans["c"][0] if spans["c"] else None,
                content=content,
                parent=f"a{min(holders)[1]}" if holders else None,
                kind="direct" if content and text[content[0].start] in "“\"'" else "indirect",
                basis="official_statement" if number == "1" else "none",
            )
        )
    return text, tuple(made)


def make_reading(
    marked: str,
    *,
    uri: str = "reports/one.txt",
    sources: dict[str, str] | None = None,
    names: dict[str, str] | None = None,
    problems: tuple[Problem, ...] = (),
    **fields,
) -> Reading:
    """`names` are entities by id; `sources` gives attributions (by number) the entity of their source."""
    text, attributions = make_attributions(marked, sources or {})
    blocks = tuple(Block(m.start(), m.end(), "body") for m in re.finditer(r"\S(?:.*\S)?", text))
    return Reading(
        document=make_document(text, **{"uri": uri, "blocks": blocks, **fields}),
        entities=tuple(Entity(id=key, name=name, type="organization") for key, name in (names or {}).items()),
        attributions=attributions,
        claims=tuple(make_claim(item, number) for number, item in enumerate(attributions, start=1)),
        problems=problems,
        reader=READER,
    )


def make_claim(attribution: Attribution, number: int) -> Claim:
    pieces = attribution.content or (Span(0, 0),)
    entity = attribution.source.entity if attribution.source else None
    return Claim(
        id=f"c{number}",
        start=pieces[0].start,
        end=pieces[-1].end,
        attribution=attribution.id,
        chain=("author", entity or "unnamed"),
        proposition=Proposition(type="statement"),
        basis=attribution.basis,
        probability=0.9,
    )


def make_averral(start: int, end: int, number: int) -> Claim:
    return Claim(
        id=f"c{number}",
        start=start,
        end=end,
        attribution=None,
        chain=("author",),
        proposition=Proposition(type="statement"),
    )


def name_entity(reading: Reading, entity: str, *, name: bool) -> Mention:
    """A mention that names or only describes an entity."""
    return Mention(id="m1", start=0, end=min(3, len(reading.document.text)), type="ORG", name=name, entity=entity)
