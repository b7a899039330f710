"""From what was joined to records: each actor with its name and its links, and what is proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from averral.analysis.actors.actor import CaseActor, Link, Proposal
from averral.analysis.actors.cluster import NAMES_CLASH, Clusters
from averral.analysis.actors.judged import Judged
from averral.analysis.actors.names import KnownActor, Name, NameTable
from averral.analysis.actors.sighting import Sighting
from averral.analysis.actors.tie import Tie
from averral.records import digest_text

__all__ = ["Outcome", "explain_name", "make_actors", "make_proposals"]

SAME_NAME = 0.95
"""Two documents that use one name that tells its bearer apart."""
SAME_REGISTER = 0.99
"""Two documents whose name is one entry of a register."""
ID_LENGTH = 16
"""Hexadecimal digits of an actor's id; among a million actors two are the same with a chance of 1 in 40 million."""


class Outcome(NamedTuple):
    """Everything that is known when joining has ended; `joined` are the ties between groups that did it."""

    sightings: Sequence[Sighting]
    table: NameTable
    judged: Judged
    clusters: Clusters
    joined: Sequence[Tie]


def explain_name(name: Name) -> tuple[float, str]:
    """How surely all that bear a name are one, and why."""
    if name.known is not None:
        return SAME_REGISTER, f"the gazetteer of actors has both as {name.known.name}"
    if name.place is not None:
        return SAME_REGISTER, f"both are the place {name.place} of GeoNames"
    return SAME_NAME, f"both are called “{name.display}”"


def make_actors(outcome: Outcome) -> tuple[tuple[CaseActor, ...], dict[int, str]]:
    """The actors in the order of their first sighting, and the actor's id for each root."""
    find = outcome.clusters.find
    members: dict[int, list[int]] = {}
    for number in range(len(outcome.sightings)):
        members.setdefault(find(number), []).append(number)
    links: dict[int, list[Link]] = {}
    for number, link in _iter_links(outcome):
        links.setdefault(find(number), []).append(link)
    actors, actor_of = [], {}
    for root, numbers in members.items():
        actor = _make_actor(outcome, numbers, links.get(root, []))
        actors.append(actor)
        actor_of[root] = actor.id
    return tuple(actors), actor_of


def _iter_links(outcome: Outcome) -> Iterator[tuple[int, Link]]:
    """People's links, those of one name, and those that were found."""
    keys = [sighting.key for sighting in outcome.sightings]
    for number, key in enumerate(keys):
        judgement = outcome.judged.merged.get(key)
        if judgement is not None:
            reasons = (f"{judgement.user}: {judgement.reason}",)
            unit = outcome.judged.unit[key]
            yield number, Link(a=unit, b=key, score=1.0, reasons=reasons, judgement=judgement.id)
    for name in outcome.table.names:
        free = [number for number in name.members if keys[number] not in outcome.judged.unit]
        score, reason = explain_name(name)
        reasons = (reason,)
        for number in free[1:]:
            yield number, Link(a=keys[free[0]], b=keys[number], score=score, reasons=reasons)
    for found in outcome.joined:
        yield found.a, Link(a=keys[found.a], b=keys[found.b], score=found.score, reasons=found.reasons)


def _make_actor(outcome: Outcome, numbers: Sequence[int], links: Sequence[Link]) -> CaseActor:
    sightings = [outcome.sightings[number] for number in numbers]
    names = [outcome.table.names[found] for number in numbers if (found := outcome.table.name_of[number]) >= 0]
    known = _find_known(names)
    subtypes = Counter(sighting.subtype for sighting in sightings if sighting.subtype)
    name = known.name if known else _choose_name(outcome, numbers)
    return CaseActor(
        id="actor-" + digest_text(sightings[0].key)[:ID_LENGTH],
        name=name,
        type=_choose(Counter(sighting.type for sighting in sightings)) or "unknown",
        subtype=_choose(subtypes) or (known.kind if known else None),
        aliases=_list_aliases(sightings, name),
        country=known.country if known else None,
        gazetteer=known.id if known else None,
        sightings=tuple(sighting.key for sighting in sightings),
        links=tuple(links),
        alone=outcome.table.why.get(numbers[0]) if not names else None,
    )


def _find_known(names: Sequence[Name]) -> KnownActor | None:
    known = {name.known.id: name.known for name in names if name.known is not None}
    return next(iter(known.values())) if len(known) == 1 else None


def _choose_name(outcome: Outcome, numbers: Sequence[int]) -> str:
    """The commonest full name, else the commonest partial one; of two the longer."""
    counts: Counter[tuple[int, str]] = Counter()
    for number in numbers:
        found = outcome.table.name_of[number]
        rank = 2 if found < 0 else 0 if outcome.table.names[found].strong else 1
        counts[rank, outcome.sightings[number].name] += 1
    return min(counts, key=lambda form: (form[0], -counts[form], -len(form[1]), form[1]))[1]


def _choose(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _list_aliases(sightings: Sequence[Sighting], name: str) -> tuple[str, ...]:
    forms = Counter(form for sighting in sightings for form in (sighting.name, *sighting.aliases))
    return tuple(sorted((form for form in forms if form != name), key=lambda form: (-forms[form], form)))


def make_proposals(ties: Iterable[Tie], actor_of: Mapping[int, str], clusters: Clusters) -> tuple[Proposal, ...]:
    """The best tie of each two actors that nothing but their names keeps apart, the surest first."""
    best: dict[tuple[str, str], Proposal] = {}
    for found in sorted(ties, key=lambda found: found.rank):
        a, b = clusters.find(found.a), clusters.find(found.b)
        if a == b or clusters.explain_conflict(a, b) not in (None, NAMES_CLASH):
            continue
        pair = (actor_of[min(a, b)], actor_of[max(a, b)])
        best.setdefault(pair, Proposal(a=pair[0], b=pair[1], score=found.score, reasons=found.reasons))
    return tuple(best.values())
