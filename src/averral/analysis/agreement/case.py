"""Stances of single documents made stances of the case: who speaks, of which incident, from which origin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from averral.analysis.actors import CaseActor
from averral.analysis.agreement.belonging import fold_name
from averral.records.agreement import Saying, Stance, Testimony, Voiced
from averral.records.case_incident import CaseIncident
from averral.records.origin import OriginGraph

__all__ = ["Heard", "Known", "Told", "hear_case", "hear_sayings", "is_named", "know", "list_parts"]

AUTHOR, UNNAMED = "author", "unnamed"


class Told(NamedTuple):
    """A stance with what the case knows of it; `actor` and `other` are ids of actors, or keys of words."""

    stance: Stance
    voiced: Voiced
    incident: str | None
    actor: str | None
    other: str | None


class Heard(NamedTuple):
    """A sentence with what the case knows of it."""

    saying: Saying
    voiced: Voiced
    incident: str | None


class Known(NamedTuple):
    """What the case knows: incidents by happening, actors by sighting and id, origins, names of outlets."""

    incident_of: Mapping[str, CaseIncident]
    actor_of: Mapping[str, CaseActor]
    origins: OriginGraph
    outlets: Mapping[str, str]
    publishers: frozenset[str]
    named: Mapping[str, CaseActor]
    types: Mapping[str, str]

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
    bodies = _index_names(actor for actor in found if actor.type == "organization")
    happened = tuple(incidents)
    incident_of = {key: one for one in happened for key in one.members}
    types = {one.id: one.type for one in happened}
    return Known(incident_of, by_key, origins, named, publishers, bodies, types)


def _index_names(actors: Iterable[CaseActor]) -> dict[str, CaseActor]:
    """Organisations by those of their names that no other one has."""
    owners: dict[str, set[str]] = {}
    by_id = {actor.id: actor for actor in actors}
    for actor in by_id.values():
        for name in {fold_name(name) for name in (actor.name, *actor.aliases)}:
            owners.setdefault(name, set()).add(actor.id)
    return {name: by_id[min(ids)] for name, ids in owners.items() if len(ids) == 1}


def is_named(actor: str, known: Known) -> bool:
    """Whether an actor bears a name, and is not only described."""
    found = known.actor_of.get(actor)
    return found is not None and found.alone is None and found.name != found.name.lower()


def hear_case(testimonies: Iterable[Testimony], known: Known) -> tuple[Told, ...]:
    """Every stance of the case, in the order of documents' ids and of the text."""
    ordered = sorted(testimonies, key=lambda testimony: testimony.document)
    own = _find_own_origins(known.origins)
    return tuple(
        told for one in ordered for told in _hear(one, known, own.get(one.document, f"document:{one.document}"))
    )


def list_parts(testimonies: Iterable[Testimony], known: Known) -> frozenset[tuple[str, str]]:
    """Actors that a document calls a part of another one, with that one."""
    pairs = (
        tuple(known.actor_of.get(f"{one.document}#{entity}") for entity in pair)
        for one in testimonies
        for pair in one.parts
    )
    return frozenset((part.id, whole.id) for part, whole in pairs if part and whole)


def _hear(testimony: Testimony, known: Known, own: str) -> Iterator[Told]:
    document = testimony.document
    for stance in testimony.stances:
        incident = known.incident_of.get(f"{document}#{stance.incident}") if stance.incident else None
        voiced = _voice(testimony, stance, known, own)
        actor = _find_actor(document, stance.actor, stance.name, known) if stance.kind != "place" else None
        actor = voiced.speaker if stance.actor == AUTHOR else actor
        other = _find_actor(document, stance.other, "", known)
        yield Told(stance, voiced, incident.id if incident else None, actor, other)


def _voice(testimony: Testimony, stance: Stance, known: Known, own: str) -> Voiced:
    """Who says it, in which words, and where it entered the case."""
    document = testimony.document
    claim = f"{document}#{stance.claim}" if stance.claim else None
    speaker, voice = _find_speaker(testimony, stance, known)
    return Voiced(
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


def hear_sayings(testimonies: Iterable[Testimony], known: Known) -> Iterator[Heard]:
    """Every sentence of the case, in the order of documents' ids and of the text."""
    own = _find_own_origins(known.origins)
    for testimony in sorted(testimonies, key=lambda one: one.document):
        document = testimony.document
        for saying in testimony.sayings:
            incident = known.incident_of.get(f"{document}#{saying.incident}") if saying.incident else None
            stance = Stance(
                kind="event", speaker=saying.speaker, voice=saying.voice, start=saying.start, end=saying.end,
                claim=saying.claim,
            )  # fmt: skip
            yield Heard(
                saying, _voice(testimony, stance, known, own.get(document, f"document:{document}")),
                incident.id if incident else None,
            )  # fmt: skip


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
        body = known.named.get(fold_name(testimony.publisher or ""))
        if body is not None:
            return body.id, body.name
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
