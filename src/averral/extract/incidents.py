"""Incidents: the rows that a conflict coder wants, from the events of one document that are the same happening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.event_places import Scouted, Sites
from averral.extract.event_times import choose_date
from averral.extract.happening import OUTCOMES, arguments_of
from averral.extract.stage import WARNINGS, find_stage
from averral.records import Casualties, Filler, Incident

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from averral.extract.casualties import CasualtyFigure
    from averral.extract.event import FoundEvent
    from averral.extract.happening import Happening
    from averral.extract.participants import Participant, Participants
    from averral.records import Perpetrator

__all__ = ["Scene", "make_incidents"]

AFTERMATH: Final = frozenset({
    "release", "rescue", "escape", "surrender", "withdrawal", "discovery_of_bodies", "disappearance", "displacement",
    "investigation", "trial", "sentence", "acquittal",
})  # fmt: skip
"""What follows on a deed another day or elsewhere, and so does not say when or where the deed was."""


class Scene(NamedTuple):
    """What incidents are made of: events by number, when and where each was (EDTF or None, mention id or None).

    `tolls` has the figures of each happening, `perpetrators` those who are said to have done it.
    """

    text: str
    events: Sequence[FoundEvent]
    dates: Sequence[str | None]
    places: Sequence[str | None]
    participants: Participants
    tolls: Mapping[int, Sequence[CasualtyFigure]]
    perpetrators: Sequence[Sequence[Perpetrator]]


def make_incidents(scene: Scene, happenings: Sequence[Happening]) -> tuple[Incident, ...]:
    """One record for each happening, in order, with ids i1…; claims are filled in later."""
    sites = Sites(scene.text, scene.participants.mentions)
    return tuple(_incident(scene, sites, number, happening) for number, happening in enumerate(happenings))


def _incident(scene: Scene, sites: Sites, number: int, happening: Happening) -> Incident:
    tiers = _tiers(scene, happening)
    events = [scene.events[i] for i in happening.events]
    return Incident(
        id=f"i{number + 1}",
        type=happening.type,
        stage=find_stage(scene.text, events),
        events=tuple(f"v{i + 1}" for i in happening.events),
        edtf=choose_date([scene.dates[i] for i in tier] for tier in tiers),
        place=sites.choose([Scouted(scene.events[i], scene.places[i]) for i in tier] for tier in tiers),
        perpetrators=tuple(scene.perpetrators[number]),
        targets=tuple(_fillers(scene, happening, "target")),
        victims=tuple(_fillers(scene, happening, "victim")),
        instruments=tuple(_fillers(scene, happening, "instrument")),
        casualties=tuple(
            Casualties(kind=f.kind, low=f.low, high=f.high, start=f.start, end=f.end)
            for f in scene.tolls.get(number, ())
        ),
    )


def _tiers(scene: Scene, happening: Happening) -> tuple[list[int], list[int]]:
    """The numbers of the deeds, and of what they led to at once; words about a deed, and its aftermath, are neither."""
    aside = (WARNINGS | AFTERMATH) - {happening.type}
    told = [i for i in happening.events if scene.events[i].type not in aside]
    deeds = [i for i in told if scene.events[i].type not in OUTCOMES]
    return deeds, [i for i in told if i not in deeds]


def _found(scene: Scene, happening: Happening, role: str) -> list[Participant]:
    """The participants with a role, each once, by a name where it has one: the same words, or entity, are one."""
    kept: list[Participant] = []
    seen: dict[str, int] = {}
    for argument in arguments_of(happening, scene.events, role):
        found = scene.participants.find(argument)
        if found.pronoun:
            continue
        keys = {found.text.casefold(), *([found.entity] if found.entity else [])}
        number = min((seen[key] for key in keys if key in seen), default=len(kept))
        if number == len(kept):
            kept.append(found)
        elif found.name and not kept[number].name:
            kept[number] = found
        seen |= dict.fromkeys(keys, number)
    return kept


def _fillers(scene: Scene, happening: Happening, role: str) -> Iterator[Filler]:
    for found in _found(scene, happening, role):
        yield Filler(text=found.text, entity=found.entity, name=found.name)
