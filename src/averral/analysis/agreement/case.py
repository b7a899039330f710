"""Stances of single documents made stances of the case: who speaks, of which incident, from which origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from averral.analysis.actors import CaseActor
from averral.records.agreement import Stance, Testimony, Voiced
from averral.records.case_incident import CaseIncident
from averral.records.origin import OriginGraph

__all__ = ["Known", "Told", "hear_case", "know"]

AUTHOR, UNNAMED = "author", "unnamed"


class Told(NamedTuple):
    """A stance with what the case knows of it; `actor` and `other` are ids of actors, or keys of words."""

    stance: Stance
    voiced: Voiced
    incident: str | None
    actor: str | None
    other: str | None


class Known(NamedTuple):
    """What the case knows: incidents by happening, actors by sighting and id, origins, names of outlets."""

    incident_of: Mapping[str, CaseIncident]
    actor_of: Mapping[str, CaseActor]
    origins: OriginGraph
    outlets: Mapping[str, str]
    publishers: frozenset[str]

    def name(self, actor: str | None, words: str) -> str:
        """What an actor is called in the case."""
        found = self.actor_of.get(actor or "")
        return found.name if found else words


def know(
    incidents: Iterable[CaseIncident],
    actors: Iterable[CaseActor],
    origins: OriginGraph,
    outlets: Mapping[str, str] | None = None,
) -> Known:
    """Index what was found before."""
    found = tuple(actors)
    by_key = {key: actor for actor in found for key in (actor.id, *actor.sightings)}
    named = outlets or {}
    publishers = frozenset(name.casefold() for name in named.values())
    return Known({key: one for one in incidents for key in one.members}, by_key, origins, named, publishers)


def hear_case(testimonies: Iterable[Testimony], known: Known) -> tuple[Told, ...]:
    """Every stance of the case, in the order of documents' ids and of the text."""
    ordered = sorted(testimonies, key=lambda testimony: testimony.document)
    own = _find_own_origins(known.origins)
    return tuple(
        told for one in ordered for told in _hear(one, known, own.get(one.document, f"document:{one.document}"))
    )


def _hear(testimony: Testimony, known: Known, own: str) -> Iterator[Told]:
    document = testimony.document
    for stance in testimony.stances:
        claim = f"{document}#{stance.claim}" if stance.claim else None
        incident = known.incident_of.get(f"{document}#{stance.incident}") if stance.incident else None
        speaker, voice = _find_speaker(testimony, stance, known)
        voiced = Voiced(
            key=claim or f"{document}#{stance.incident or stance.start}",
            document=document,
            start=stance.start,
            end=stance.end,
            speaker=speaker,
            voice=voice,
            origin=known.origins.claims.get(claim or "", own),
            said=stance.said or testimony.published,
            chain=stance.chain,
            basis=stance.basis,
            factuality=stance.factuality,
        )
        actor = _find_actor(document, stance.actor, stance.name, known) if stance.kind != "place" else None
        other = _find_actor(document, stance.other, "", known)
        yield Told(stance, voiced, incident.id if incident else None, actor, other)


def _find_own_origins(origins: OriginGraph) -> dict[str, str]:
    """Where what a document says in its own voice entered the case: the origin of most of its claims."""
    counts: dict[str, Counter[str]] = {}
    for key, origin in origins.claims.items():
        counts.setdefault(key.rpartition("#")[0], Counter())[origin] += 1
    return {document: min(found, key=lambda origin: (-found[origin], origin)) for document, found in counts.items()}


def _find_speaker(testimony: Testimony, stance: Stance, known: Known) -> tuple[str, str]:
    """An actor's id where one speaks; else a key that is the same for one outlet, and for nobody else."""
    document = testimony.document
    entity = testimony.issuer if stance.speaker == AUTHOR and testimony.issuer else stance.speaker
    actor = known.actor_of.get(f"{document}#{entity}")
    if actor is not None:
        return actor.id, actor.name
    if stance.speaker == AUTHOR:
        outlet = known.outlets.get(document) or testimony.publisher
        return f"author:{outlet.casefold() if outlet else document}", outlet or "the author"
    return (
        f"{document}#{stance.speaker}#{stance.start}",
        "somebody unnamed" if stance.voice == UNNAMED else stance.voice,
    )


def _find_actor(document: str, entity: str | None, words: str, known: Known) -> str | None:
    """Whom a stance is about: an actor, else the last word of what describes them."""
    if entity is not None:
        actor = known.actor_of.get(f"{document}#{entity}")
        return actor.id if actor else f"{document}#{entity}"
    return f"words:{words.rsplit(maxsplit=1)[-1].casefold()}" if words.split() else None
