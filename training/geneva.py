"""GENEVA (Parekh et al. 2023): events with arguments in sentences annotated for FrameNet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from averral.records.ontology import GENEVA_TYPES, broad_type
from training.corpora import NO_SPACE_BEFORE
from training.examples import BROAD_TYPES, FILLERS, Gold, GoldMention, Marks, Span

DOERS = frozenset({"individual", "organization"})
ROLES = {
    **dict.fromkeys(
        ("Assailant", "Killer", "Terrorist", "Agent", "Authorities", "Destroyer", "Helper", "Supplier"), DOERS
    ),
    **dict.fromkeys(("Victim", "Deceased", "Suspect"), frozenset({"victim"})),
    **dict.fromkeys(("Weapon", "Instrument"), frozenset({"instrument"})),
    **dict.fromkeys(("Recipient", "Benefited_party"), frozenset({"recipient", "beneficiary"})),
    "Place": frozenset({"place"}),
    "Time": frozenset({"time"}),
    "Patient": frozenset({"target"}),
}
UNSEEN = frozenset(BROAD_TYPES) - {broad_type(e) for e in GENEVA_TYPES.values() if e}
"""Broad types that no GENEVA label maps to: its sentences may hold them unmarked."""


def read_geneva(data: Path) -> Iterator[Gold]:
    """Training sentences; events of types that are not ours are left unmarked."""
    for line in (data / "geneva/train_union.jsonl").read_text(encoding="utf-8").splitlines():
        yield _gold(json.loads(line))


def _gold(item: dict) -> Gold:
    text, places = "", []
    for token in item["tokens"]:
        text += " " if text and token not in NO_SPACE_BEFORE else ""
        places.append((len(text), len(text) + len(token)))
        text += token

    def span(mark: dict) -> Span:
        return places[mark["start"]][0], places[mark["end"] - 1][1]

    entities = {e["id"]: span(e) for e in item["entity_mentions"]}
    events, fillers, arcs = [], {}, {}
    for event in item["event_mentions"]:
        kind = GENEVA_TYPES.get(event["event_type"])
        if not kind or kind == "statement":
            continue
        trigger = span(event["trigger"])
        events.append(GoldMention(*trigger, frozenset({broad_type(kind)})))
        for argument in event["arguments"]:
            if argument["role"] in ROLES and argument["entity_id"] in entities:
                place = entities[argument["entity_id"]]
                fillers[place] = fillers.get(place, frozenset()) | ROLES[argument["role"]]
                arcs.setdefault(place, []).append(trigger)
    return Gold(
        text,
        "geneva",
        marks={
            "events": Marks(events, UNSEEN),
            "fillers": Marks([GoldMention(*p, roles) for p, roles in fillers.items()], frozenset(FILLERS)),
        },
        arcs={"filler_event": [(left, tuple(sorted(rights))) for left, rights in arcs.items()]},
    )
