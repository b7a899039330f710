"""MUC-4's keys as marks: fillers where their strings stand, and the triggers that they belong to.

The keys say what an incident is, not where. Triggers are found by the lexicon: those of the template's type near its
fillers are its anchors; those elsewhere stay open; in a report without templates none is an anchor.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from averral.extract.triggers import TriggerMatch, find_triggers
from averral.records.ontology import broad_type, incident_type
from training.examples import Gold, GoldMention, Marks, Span
from training.muc4 import Report, Template, read_reports

SENTENCE = re.compile(r"[.?!]\s+|\n\s*\n")
TYPES = {"forced_work_stoppage": "restriction"}
"""The incident type of a MUC type where it is not called the same."""
OUTCOMES = frozenset({"killing", "death", "injury", "destruction", "massacre", "assassination", "disappearance"})
"""What any attack may lead to: such a trigger beside an incident's filler is one of its events."""
ROLES = {"description": "victim"}
LEXICAL = frozenset({"attack", "kidnapping", "robbery"})
"""Broad types whose plain words are taken for events wherever they stand; all others are left open."""
REACH = 2
UNSEEN = frozenset({"place", "time", "recipient", "beneficiary"})
"""Roles that no slot has as words of the text."""


@dataclass
class _Anchor:
    """A trigger with the types that incidents it can belong to may have, and the templates that it is an anchor of."""

    span: Span
    sentence: int
    types: frozenset[str]
    outcome: bool
    templates: list[int] = field(default_factory=list)


def read_muc4(data: Path, folder: str = "dev") -> Iterator[Gold]:
    """Reports with marks for events, fillers and incidents."""
    for report in read_reports(data / "muc4/TASK/CORPORA" / folder):
        yield _gold(report)


def _gold(report: Report) -> Gold:
    borders = [m.end() for m in SENTENCE.finditer(report.text)]
    matches = find_triggers(report.text)
    anchors = [a for m in matches if (a := _anchor(m, bisect_right(borders, m.start)))]
    fillers = [_places(report, template) for template in report.templates]
    for number, template in enumerate(report.templates):
        sentences = [bisect_right(borders, s) for spans in fillers[number].values() for s, _ in spans]
        _attach(number, {TYPES.get(t, t) for t in template.types}, sentences, anchors)
    marks, arcs = _fillers(fillers, anchors, borders)
    return Gold(
        report.text,
        "muc4",
        marks={
            "events": _events(matches),
            "incidents": _incidents(report, anchors),
            "fillers": marks,
            "confidence": _confidences(report, anchors, borders),
        },
        arcs={"filler_event": arcs, "event_event": _chains(anchors)},
    )


def _anchor(match: TriggerMatch, sentence: int) -> _Anchor | None:
    strong = [s for s in match.senses if not s.weak] or list(match.senses)
    types = frozenset(incident_type(s.type) for s in strong)
    outcome = any(s.type in OUTCOMES for s in strong)
    return _Anchor((match.start, match.end), sentence, types, outcome) if types else None


def _places(report: Report, template: Template) -> dict[str, list[Span]]:
    """The places of a template's fillers by role; of strings for one filler, one inside another is left out."""
    found: dict[str, list[Span]] = defaultdict(list)
    for slot, values in template.fillers.items():
        for strings in values:
            spans = {span for string in strings for span in report.found(string)}
            found[ROLES.get(slot, slot)] += [
                s for s in sorted(spans) if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)
            ]
    return found


def _attach(number: int, types: set[str], sentences: list[int], anchors: list[_Anchor]) -> None:
    """Note the template at its anchors: those in its fillers' sentences, else the nearest, else the first."""
    own = [a for a in anchors if a.types & types]
    near = [a for a in own if a.sentence in sentences]
    if not near and own:
        distance = [min((abs(a.sentence - s) for s in sentences), default=0) for a in own]
        near = [own[distance.index(min(distance))]] if min(distance) <= REACH else []
    outcomes = [a for a in anchors if a.outcome and a.sentence in sentences and a not in near]
    for anchor in (*near, *outcomes):
        anchor.templates.append(number)


def _fillers(
    fillers: list[dict[str, list[Span]]], anchors: list[_Anchor], borders: list[int]
) -> tuple[Marks, list[tuple[Span, tuple[Span, ...]]]]:
    """A filler is marked where an anchor of its template is near, or where it stands first, and left open elsewhere."""
    types: dict[Span, set[str]] = defaultdict(set)
    sure: set[Span] = set()
    arcs: dict[Span, set[Span]] = defaultdict(set)
    for number, roles in enumerate(fillers):
        own = [a for a in anchors if number in a.templates]
        for role, spans in roles.items():
            near = []
            for span in spans:
                types[span].add(role)
                sentence = bisect_right(borders, span[0])
                linked = [a.span for a in own if abs(a.sentence - sentence) <= REACH]
                if linked:
                    near.append(span)
                    arcs[span].update(linked)
            sure.update(near or spans[:1])
    spans = [GoldMention(*s, frozenset(t if s in sure else {*t, "O"})) for s, t in types.items()]
    return Marks(spans, UNSEEN), [(left, tuple(sorted(rights))) for left, rights in sorted(arcs.items())]


def _confidences(report: Report, anchors: list[_Anchor], borders: list[int]) -> Marks:
    """How surely an organisation did it, where it stands near its template's anchors, or where it stands first."""
    types: dict[Span, frozenset[str]] = {}
    for number, template in enumerate(report.templates):
        sentences = {a.sentence for a in anchors if number in a.templates}
        for labels, strings in template.confidences:
            places = sorted({span for string in strings for span in report.found(string)})
            near = [p for p in places if min((abs(bisect_right(borders, p[0]) - s) for s in sentences), default=9) <= 1]
            for place in near or places[:1]:
                types[place] = types.get(place, frozenset()) | labels
    return Marks([GoldMention(*place, labels) for place, labels in types.items()])


def _events(matches: tuple[TriggerMatch, ...]) -> Marks:
    """What the lexicon is sure of; words that may name an event are left open."""
    spans = []
    for match in matches:
        strong = {broad_type(s.type) for s in match.senses if not s.weak}
        every = {broad_type(s.type) for s in match.senses} - {"statement"}
        plain = len(strong) == 1 and strong <= LEXICAL
        if every:
            spans.append(GoldMention(match.start, match.end, frozenset(strong if plain else {*every, "O"})))
    return Marks(spans)


def _incidents(report: Report, anchors: list[_Anchor]) -> Marks:
    given = [{TYPES.get(t, t) for t in template.types} for template in report.templates]
    possible = set().union(*given)
    optional = {n for n, template in enumerate(report.templates) if template.optional}
    spans = []
    for anchor in anchors:
        types = set().union(*(given[n] for n in anchor.templates))
        if not anchor.templates:
            types = (anchor.types & possible) | (possible if anchor.outcome else set()) | {"O"}
        elif set(anchor.templates) <= optional:
            types.add("O")
        spans.append(GoldMention(*anchor.span, frozenset(types)))
    return Marks(spans)


def _chains(anchors: list[_Anchor]) -> list[tuple[Span, tuple[Span, ...]]]:
    rows = []
    known = [a for a in anchors if a.templates]
    for i, anchor in enumerate(known):
        same = tuple(b.span for b in known[:i] if set(b.templates) & set(anchor.templates))
        rows.append((anchor.span, same))
    return rows
