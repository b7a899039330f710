"""Testimonies made by hand, and a case of them: incidents, actors and origins as the steps before give them."""

from __future__ import annotations

from averral.analysis.actors import CaseActor
from averral.analysis.agreement import weigh_case
from averral.records.agreement import Stance, Testimony
from averral.records.case_incident import CaseIncident
from averral.records.origin import OriginGraph, OriginLink

PEOPLE = {"front": "Salt Front", "guard": "Coast Guard", "mayor": "Ada Quill", "police": "Harbour Police", "orn": "Orn"}


def stance(kind="responsibility", speaker="author", start=0, **fields):
    """Of the incident i1 where nothing else is said; entities are keys of PEOPLE."""
    fields.setdefault("incident", "i1" if kind != "relation" else None)
    if "actor" in fields:
        fields.setdefault("name", PEOPLE.get(fields["actor"], ""))
    return Stance(
        kind=kind, speaker=speaker, voice=PEOPLE.get(speaker, speaker), start=start, end=start + 5,
        claim=fields.pop("claim", f"c{start}"), **fields,
    )  # fmt: skip


def said(actor, answer, speaker="author", start=0, **fields):
    return stance(actor=actor, answer=answer, speaker=speaker, start=start, against=answer == "denied_by", **fields)


def toll(low, high, speaker="author", start=0, figure="killed", **fields):
    return stance("casualties", speaker, start, figure=figure, low=low, high=high, **fields)


def make(*documents, origins=None, links=(), types=None, alone=(), outlets=None):
    """Weigh testimonies; each document is its own origin unless `origins` names another for it."""
    testimonies = [
        Testimony(document=f"d{number}", published=published, stances=tuple(stances))
        for number, (published, *stances) in enumerate(documents)
    ]
    return weigh(testimonies, origins, links, types, alone, outlets)


def weigh(testimonies, origins=None, links=(), types=None, alone=(), outlets=None, *, incident="i1"):
    documents = sorted(testimony.document for testimony in testimonies)
    actors = [
        CaseActor(
            id=f"actor-{key}", name=name, type=(types or {}).get(key, "organization"),
            sightings=tuple(f"{document}#{key}" for document in documents),
            alone="only described" if key in alone else None,
        )
        for key, name in PEOPLE.items()
    ]  # fmt: skip
    case = CaseIncident(
        id="incident-1", title="arson · Lunt", type="arson", stage="accomplished",
        members=tuple(f"{document}#{incident}" for document in documents),
    )  # fmt: skip
    claims = {
        f"{one.document}#{each.claim}": (origins or {}).get(one.document, f"origin-{one.document}")
        for one in testimonies
        for each in one.stances
    }
    graph = OriginGraph(claims=claims, links=tuple(OriginLink(**link) for link in links))
    return weigh_case(testimonies, (case,), actors, graph, outlets)


def tell(contradiction):
    """Kind, both labels, and whether it is an update."""
    return contradiction.kind, {contradiction.a.label, contradiction.b.label}, contradiction.update
