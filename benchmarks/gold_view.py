"""What a document says, in one shape for gold and for a reading, so that one matching compares any two of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from training.gold import GoldCasualties, GoldClaim, GoldDocument, GoldEvent, GoldIncident
from training.markup import MarkedMention, Span

AUTHOR = "author"
WORD = re.compile(r"\w+(?:['’.-]\w+)*")
POSSESSIVE = re.compile(r"['’]s?$")
ARTICLES = frozenset({"a", "an", "the"})
JOINTS = frozenset({"of", "and", "for", "in"})
SLOTS = ("target", "victim", "instrument")

Value = tuple[str, int | None, int | None]
"""A casualty figure without its speaker: kind, low, high."""


class Thing(NamedTuple):
    """Somebody or something: the forms that name it, and where it stands (null for what belongs to an incident)."""

    forms: frozenset[str]
    span: Span | None = None

    def is_same(self, other: Thing) -> bool:
        """Whether one form is shared, or the two overlap in the text."""
        return bool(self.forms & other.forms) or bool(self.span and other.span and overlaps(self.span, other.span))


class Parts(NamedTuple):
    """An attribution: its spans by role, and its basis."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    basis: str


class Happening(NamedTuple):
    """An event; `factuality` and `tense` are null where they were not read."""

    type: str
    trigger: Span
    factuality: str | None
    tense: str | None
    arguments: tuple[tuple[str, Thing], ...]


class Case(NamedTuple):
    """An incident; `slots` are its targets, victims and instruments, `perpetrators` go with their confidence."""

    type: str
    stage: str
    triggers: tuple[Span, ...]
    edtf: str | None
    place: Thing | None
    perpetrators: tuple[tuple[Thing, str], ...]
    slots: dict[str, tuple[Thing, ...]]


class Figure(NamedTuple):
    """A casualty figure: kind, low and high, and who gives it (AUTHOR, or ids of attributions)."""

    value: Value
    span: Span
    by: frozenset[str]


class Saying(NamedTuple):
    """A claim; of `trigger`, `incident` with `actor`, and `values` those are set that its type needs."""

    by: str
    type: str
    factuality: str | None
    tense: str | None
    trigger: Span | None = None
    incident: str | None = None
    actor: Thing | None = None
    values: frozenset[Value] = frozenset()


@dataclass(frozen=True)
class View:
    """One document as one annotator, or a program, reads it."""

    id: str
    text: str
    attributions: dict[str, Parts]
    mentions: tuple[MarkedMention, ...]
    times: tuple[tuple[Span, str | None], ...]
    events: dict[str, Happening]
    incidents: dict[str, Case]
    figures: tuple[Figure, ...]
    claims: tuple[Saying, ...]


def overlaps(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def normalise(text: str) -> str:
    """Lower case, without articles, punctuation and a possessive ending."""
    words = [POSSESSIVE.sub("", w).lower() for w in WORD.findall(text)]
    return " ".join(w for w in words if w not in ARTICLES) or text.lower().strip()


def join_figures(rows: Iterable[tuple[Value, Span, str | None]]) -> tuple[Figure, ...]:
    """One figure for all rows that give the same value from the same words, with everybody who gives it."""
    speakers: dict[tuple[Value, Span], set[str]] = {}
    for value, span, speaker in rows:
        speakers.setdefault((value, span), set()).update({speaker} if speaker else ())
    return tuple(Figure(value, span, frozenset(by)) for (value, span), by in speakers.items())


# gold


def _gather_forms(document: GoldDocument) -> dict[str, frozenset[str]]:
    """The forms that mean the same by their words: "the Column" is the one name that holds "Column"."""
    named: dict[str, set[str]] = {}
    forms: dict[str, set[str]] = {}
    for m in document.mentions:
        form = normalise(document.text[m.start : m.end])
        forms.setdefault(m.type, set()).add(form)
        if m.name:
            named.setdefault(m.type, set()).add(form)
    groups: dict[str, set[str]] = {}
    for kind, names in named.items():
        wholes = {n for n in names if not any(_words(n) < _words(other) for other in names)}
        for whole, held in _hold(wholes, forms[kind]).items():
            for form in held:
                groups.setdefault(form, {whole}).update(held)
    return {form: frozenset(group) for form, group in groups.items()}


def _hold(wholes: set[str], forms: set[str]) -> dict[str, set[str]]:
    held: dict[str, set[str]] = {whole: {whole} for whole in wholes}
    for form in forms:
        homes = [whole for whole in wholes if _words(form) <= _words(whole)]
        if len(homes) == 1 and _words(form):
            held[homes[0]].add(form)
    return held


def _words(form: str) -> frozenset[str]:
    return frozenset(form.split()) - JOINTS


MakeThing = Callable[..., Thing]


def view_gold(document: GoldDocument) -> View:
    """The view of an annotated document."""
    groups = _gather_forms(document)

    def thing(text: str, span: Span | None = None) -> Thing:
        form = normalise(text)
        return Thing(groups.get(form, frozenset()) | {form}, span)

    figures = {d.id: d for i in document.incidents.values() for d in i.casualties}
    return View(
        id=document.id,
        text=document.text,
        attributions={str(n): Parts(a.source, a.cue, a.content, a.basis) for n, a in document.attributions.items()},
        mentions=document.mentions,
        times=tuple((t.span, t.edtf) for t in document.times),
        events={e.id: _event(document, e, thing) for e in document.events.values()},
        incidents={i.id: _case(document, i, thing) for i in document.incidents.values()},
        figures=join_figures((_value(d), d.span, _speaker(d.by)) for d in figures.values()),
        claims=tuple(_saying(document, c, figures, thing) for c in document.claims),
    )


def _speaker(number: int) -> str:
    return str(number) if number else AUTHOR


def _value(figure: GoldCasualties) -> Value:
    return (figure.kind, figure.low, figure.high)


def _event(document: GoldDocument, event: GoldEvent, thing: MakeThing) -> Happening:
    arguments = tuple((role, thing(document.text[slice(*span)], span)) for role, span in event.arguments)
    return Happening(event.type, event.trigger, event.factuality, event.tense, arguments)


def _case(document: GoldDocument, incident: GoldIncident, thing: MakeThing) -> Case:
    return Case(
        incident.type,
        incident.stage,
        tuple(document.events[v].trigger for v in incident.events),
        incident.edtf,
        thing(incident.place) if incident.place else None,
        tuple((thing(p.text), p.confidence) for p in incident.perpetrators),
        {slot: tuple(map(thing, incident.fillers.get(slot, ()))) for slot in SLOTS},
    )


def _saying(document: GoldDocument, claim: GoldClaim, figures: dict[str, GoldCasualties], thing: MakeThing) -> Saying:
    return Saying(
        _speaker(claim.by),
        claim.type,
        claim.factuality,
        claim.tense,
        trigger=document.events[claim.of].trigger if claim.type == "event" and claim.of else None,
        incident=claim.of if claim.type == "responsibility" else None,
        actor=thing(claim.actor) if claim.actor else None,
        values=frozenset({_value(figures[claim.of])}) if claim.type == "casualties" and claim.of else frozenset(),
    )
