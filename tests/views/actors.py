"""Two readings that tell of one brigade: a ministry accuses it in one, a spokesman denies for it in the other."""

from __future__ import annotations

import re

from averral.analysis.actors import CaseActor, make_sightings, resolve_actors
from averral.gazetteer.actors import Actors
from averral.records import (
    Argument,
    Attribution,
    Block,
    Claim,
    Entity,
    EntitySpan,
    Event,
    Incident,
    Mention,
    Perpetrator,
    Proposition,
    Reading,
    Relation,
    Span,
    Trigger,
)
from tests.builders import READER, make_document, span_of

ONE = (
    "The Oleth Brigade shelled Marn, the Ministry of Roads said. The ministry told the Oleth Brigade to leave. "
    "Veshland may fund the Oleth Brigade."
)
TWO = "The Oleth Brigade, led by Tarn Obel, said it had not shelled Marn. Veshland does not fund the Oleth Brigade."


TOLD = Proposition(type="event", event="v2")


def make_case_readings() -> tuple[Reading, Reading]:
    """The two, in the order in which they are added."""
    return make_accusation(), make_denial()


def resolve_case(*readings: Reading) -> tuple[CaseActor, ...]:
    """Their actors, without a gazetteer and without judgements."""
    sightings = [s for r in readings for s in make_sightings(r.document.id, r.entities, r.mentions, r.places)]
    return resolve_actors(sightings, (), Actors(())).actors


def make_accusation() -> Reading:
    """Published by a paper; the brigade is perpetrator and recipient, the ministry speaks."""
    shelled, ordered = _event("v1", ONE, "shelled", "attack"), _event("v2", ONE, "told", "demand")
    content, source = span_of(ONE, "The Oleth Brigade shelled Marn"), span_of(ONE, "the Ministry of Roads")
    return Reading(
        document=_document(ONE, "reports/one.txt", publisher="The Courier", published="2031-05-13"),
        sentences=_sentences(ONE),
        entities=(
            Entity(id="e1", name="Oleth Brigade", type="organization", subtype="armed_group"),
            Entity(id="e2", name="Ministry of Roads", type="organization", subtype="ministry"),
            Entity(id="e3", name="Veshland", type="place"),
        ),
        mentions=_mentions(ONE, {"e1": "Oleth Brigade", "e2": "Ministry of Roads", "e3": "Veshland"}),
        attributions=(
            Attribution(
                id="a1", source=EntitySpan(source.start, source.end, "e2"), cue=span_of(ONE, "said"),
                content=(content,), kind="indirect",
            ),
        ),
        events=(
            _with(shelled, "perpetrator", "e1", span_of(ONE, "The Oleth Brigade")),
            _with(ordered, "recipient", "e1", span_of(ONE, "the Oleth Brigade")),
        ),
        incidents=(
            Incident(
                id="i1", type="attack", stage="accomplished", events=("v1",), edtf="2031-05-12",
                perpetrators=(
                    Perpetrator(
                        text="Oleth Brigade", entity="e1", kind="organization", confidence="suspected_or_accused"
                    ),
                ),
            ),
        ),
        relations=(_relation("r1", ONE, "Veshland may fund the Oleth Brigade", "e3", "funds", "e1", edtf="2029"),),
        claims=(
            _claim("c1", content, "a1", ("author", "e2"), _responsible("e1", "i1"), "CT+"),
            _claim("c2", span_of(ONE, "The ministry told the Oleth Brigade to leave."), None, ("author",), TOLD, "CT+"),
            _claim("c3", span_of(ONE, ONE[-36:]), None, ("author",), _related("e3", "r1"), "PS+"),
        ),
        reader=READER,
    )  # fmt: skip


def make_denial() -> Reading:
    """Of no publisher and no date; the brigade speaks, and its leader is named."""
    content, source = span_of(TWO, "it had not shelled Marn"), span_of(TWO, "The Oleth Brigade")
    led = span_of(TWO, "The Oleth Brigade, led by Tarn Obel")
    return Reading(
        document=_document(TWO, "reports/two.txt"),
        sentences=_sentences(TWO),
        entities=(
            Entity(id="e1", name="Oleth Brigade", type="organization", aliases=("the brigade",)),
            Entity(id="e2", name="Tarn Obel", type="person"),
            Entity(id="e3", name="Veshland", type="place"),
        ),
        mentions=_mentions(TWO, {"e1": "Oleth Brigade", "e2": "Tarn Obel", "e3": "Veshland"}),
        attributions=(
            Attribution(
                id="a1", source=EntitySpan(source.start, source.end, "e1"), cue=span_of(TWO, "said"),
                content=(content,), kind="indirect",
            ),
        ),
        relations=(
            _relation("r1", TWO, TWO[led.start : led.end], "e2", "leads", "e1"),
            _relation("r2", TWO, "Veshland does not fund the Oleth Brigade", "e3", "funds", "e1"),
        ),
        claims=(
            _claim("c1", content, "a1", ("author", "e1"), Proposition(type="statement"), "CT-"),
            _claim("c2", led, None, ("author",), _related("e2", "r1"), "CT+", tense="past"),
            _claim("c3", span_of(TWO, TWO[-41:]), None, ("author",), _related("e3", "r2"), "CT-"),
        ),
        reader=READER,
    )  # fmt: skip


def _document(text, uri, **fields):
    return make_document(text, uri=uri, blocks=(Block(0, len(text), "body"),), **fields)


def _sentences(text):
    return tuple((found.start(), found.end()) for found in re.finditer(r"[^.]+\.", text))


def _mentions(text, names):
    kinds = {"Tarn Obel": "PER", "Veshland": "GPE"}
    return tuple(
        Mention(
            id=f"m{found.start()}", start=found.start(), end=found.end(), type=kinds.get(name, "ORG"), entity=entity
        )
        for entity, name in names.items()
        for found in re.finditer(name, text)
    )


def _event(label, text, word, kind):
    found = span_of(text, word)
    return Event(id=label, type=kind, trigger=Trigger(found.start, found.end), factuality="CT+")


def _with(event, role, entity, span):
    part = Argument(role=role, start=span.start, end=span.end, entity=entity)
    return Event(id=event.id, type=event.type, trigger=event.trigger, arguments=(part,), factuality=event.factuality)


def _relation(label, text, words, subject, predicate, target, *, edtf=None):
    span = span_of(text, words)
    return Relation(
        id=label, subject=subject, predicate=predicate, object=target, start=span.start, end=span.end, edtf=edtf
    )


def _responsible(subject, incident):
    return Proposition(type="responsibility", subject=subject, incident=incident)


def _related(subject, relation):
    return Proposition(type="relation", subject=subject, relation=relation)


def _claim(label, span: Span, attribution, chain, proposition, factuality, *, tense="present"):
    return Claim(
        id=label, start=span.start, end=span.end, attribution=attribution, chain=chain, proposition=proposition,
        factuality=factuality, tense=tense,
    )  # fmt: skip
