"""Happenings made by hand: two documents on one affair share a place, a day, an actor and some words."""

from __future__ import annotations

from datetime import date

from averral.analysis.incidents import Index, resolve_incidents
from averral.records.case_incident import Happening, Toll
from averral.records.judgement import Judgement

WORDS = ("customs", "ferry", "clerk", "petrol", "inlet", "lantern", "jetty")


def happen(document, incident="i1", day="2031-05-12", place="lunt", actors=("actor-front",), words=WORDS, **fields):
    on = date.fromisoformat(day) if day else None
    reported = fields.pop("reported", "2031-05-14")
    return Happening(
        document=document,
        incident=incident,
        type=fields.pop("type", "arson"),
        edtf=day,
        first=on,
        last=on,
        published=reported,
        reported=date.fromisoformat(reported) if reported else None,
        place=place,
        places=(place,) if place else (),
        actors=tuple(actors),
        nouns=fields.pop("nouns", ("hall",)),
        tolls=fields.pop("tolls", (Toll("killed", 3, 3),)),
        triggers=fields.pop("triggers", ("burn",)),
        words=tuple(words),
        scene=fields.pop("scene", ("front", "lunt")),
        dates=(day,) if day else (),
        about=fields.pop("about", ("salt front", "lunt", "ada quill")),
        chief=fields.pop("chief", True),
        events=1,
        **fields,
    )


def judge(number, kind, left, right, withdrawn=None):
    return Judgement(
        id=number, kind=kind, left=tuple(left), right=tuple(right), user="ann", made=f"2031-06-{number:02}T00:00:00Z",
        reason="x", withdrawn=withdrawn,
    )  # fmt: skip


def group(happenings, judgements=()):
    """The keys of each incident."""
    by_document = {}
    for happening in happenings:
        by_document.setdefault(happening.document, []).append(happening)
    found = resolve_incidents(Index(by_document.values()), judgements)
    return {frozenset(incident.members) for incident in found.incidents}
