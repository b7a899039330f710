"""A reading in which a ministry, citing a witness, tells of a shelling, and its author of one long before."""

from __future__ import annotations

import msgspec

from averral.records import (
    Argument,
    Casualties,
    Claim,
    Event,
    Filler,
    Incident,
    Mention,
    Perpetrator,
    Place,
    Proposition,
    Reading,
    Time,
    Trigger,
)
from tests.builders import span_of
from tests.views.builders import make_reading

MARKED = (
    "[s1 The ministry] [c1 said] [t1 that [s2 a driver] [c2 saw] [t2 gunmen shell Oleth on Monday, killing at least 31 "
    "people]]. About 40 were hurt. The army denied it.\n\nIn 2021 a mine killed two miners."
)


def make_incident_reading(**fields) -> Reading:
    """`v1`, `v2` and `v3` are the shelling, the killing and the mine; `i1` and `i2` the two incidents."""
    names = {"e1": "The ministry", "e2": "a driver", "e3": "gunmen", "e9": "Oleth"}
    reading = make_reading(MARKED, sources={"1": "e1", "2": "e2"}, names=names, published="2031-05-13")
    text = reading.document.text
    events = (
        _event(text, "v1", "shelling", "shell", "UU", perpetrator="gunmen", place="Oleth", time="on Monday"),
        _event(text, "v2", "killing", "killing", "CT+", victim="at least 31 people"),
        _event(text, "v3", "mine_explosion", "killed", "CT+", instrument="a mine", victim="two miners", time="2021"),
    )
    oleth = span_of(text, "Oleth")
    given = {
        "sentences": tuple(
            (span.start, span.end)
            for span in (
                span_of(text, text.partition(" About")[0]),
                span_of(text, "About 40 were hurt."),
                span_of(text, "The army denied it."),
                span_of(text, "In 2021 a mine killed two miners."),
            )
        ),
        "mentions": (Mention(id="m1", start=oleth.start, end=oleth.end, type="GPE", entity="e9"),),
        "places": (Place(mention="m1", geonames=7, lat=30.5, lon=47.25, country="IQ", precision="settlement"),),
        "times": (_time(text, "on Monday", "2031-05-12"), _time(text, "2021", "2021")),
        "events": events,
        "incidents": (make_incident(text), _make_old(text)),
        "claims": (
            *reading.claims,
            _claim(text, "c3", "About 40 were hurt", None, Proposition(type="casualties", incident="i1")),
            _claim(text, "c4", "gunmen shell Oleth", "a2", Proposition(type="responsibility", incident="i1")),
        ),
    }
    return msgspec.structs.replace(reading, **{**given, **fields})


def make_incident(text: str, **fields) -> Incident:
    dead, hurt = span_of(text, "at least 31 people"), span_of(text, "About 40")
    given = {
        "id": "i1",
        "type": "shelling",
        "stage": "attempted",
        "events": ("v1", "v2"),
        "edtf": "2031-05-12",
        "place": "m1",
        "perpetrators": (
            Perpetrator(
                text="gunmen", entity="e3", kind="individual", confidence="suspected_or_accused", claims=("c4",)
            ),
        ),
        "targets": (Filler(text="Oleth", entity="e9"),),
        "victims": (Filler(text="people", name=False),),
        "casualties": (
            Casualties(kind="killed", low=31, high=None, start=dead.start, end=dead.end, claim="c2"),
            Casualties(kind="injured", low=40, high=40, start=hurt.start, end=hurt.end, claim="c3"),
        ),
    }
    return Incident(**{**given, **fields})


def _make_old(text: str) -> Incident:
    miners = span_of(text, "two miners")
    return Incident(
        id="i2",
        type="mine_explosion",
        stage="accomplished",
        events=("v3",),
        edtf="2021",
        instruments=(Filler(text="a mine", name=False),),
        casualties=(Casualties(kind="killed", low=2, high=2, start=miners.start, end=miners.end),),
    )


def _event(text: str, label: str, kind: str, trigger: str, factuality: str, **roles: str) -> Event:
    span = span_of(text, trigger)
    arguments = tuple(
        Argument(role=role, start=found.start, end=found.end)
        for role, words in roles.items()
        for found in (span_of(text, words),)
    )
    return Event(id=label, type=kind, trigger=Trigger(span.start, span.end), arguments=arguments, factuality=factuality)


def _time(text: str, words: str, edtf: str) -> Time:
    span = span_of(text, words)
    return Time(start=span.start, end=span.end, edtf=edtf, kind="date")


def _claim(text: str, label: str, words: str, attribution: str | None, proposition: Proposition) -> Claim:
    span = span_of(text, words)
    return Claim(
        id=label,
        start=span.start,
        end=span.end,
        attribution=attribution,
        chain=("author",),
        proposition=proposition,
        factuality="CT+",
    )
