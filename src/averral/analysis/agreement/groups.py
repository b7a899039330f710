"""All who say the same of the same thing, with the origins that stand behind it, and confirmation that goes round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from averral.analysis.agreement.case import Known, Told
from averral.analysis.agreement.position import list_voices
from averral.analysis.agreement.tie import tell_tie
from averral.records import digest_text
from averral.records.agreement import Circle, Group, StanceKind
from averral.records.origin import OriginGraph, OriginLink

__all__ = ["make_groups"]

ID_LENGTH = 16
"""Hexadecimal digits of an id; among a million two are the same with a chance of 1 in 40 million."""
Key = tuple[StanceKind, str | None, str]


def make_groups(told: Iterable[Told], known: Known) -> tuple[Group, ...]:
    """One for each thing that at least two stances are on: incident and actor, figure, day, place, or a tie."""
    found: dict[Key, list[Told]] = defaultdict(list)
    labels: dict[Key, str] = {}
    for one in told:
        key, label = _name(one, known)
        if key is not None:
            found[key].append(one)
            labels[key] = min(labels.get(key, label), label)
    links = _index_links(known.origins)
    groups = [_make_group(key, labels[key], some, links) for key, some in found.items() if len(some) > 1]
    return tuple(sorted(groups, key=lambda group: (group.incident or "~", group.kind, group.label, group.id)))


def _name(one: Told, known: Known) -> tuple[Key | None, str]:
    """What a stance is on, as a key and in words; None where it is on nothing that others could speak of too."""
    stance, incident = one.stance, one.incident
    if stance.kind == "relation" and one.actor and one.other and stance.predicate:
        key: Key = ("relation", None, f"{one.actor}|{stance.predicate}|{one.other}")
        return key, tell_tie(one.actor, stance.predicate, one.other, known)
    if incident is None:
        return None, ""
    value, label = _name_value(one, known)
    return ((stance.kind, incident, value) if value else None), label


def _name_value(one: Told, known: Known) -> tuple[str | None, str]:
    """What is said of an incident."""
    stance = one.stance
    if stance.kind == "responsibility":
        return one.actor, f"{known.name(one.actor, stance.name)} did it"
    if stance.kind == "casualties":
        high = "" if stance.high is None else str(stance.high)
        number = f"at least {stance.low}" if stance.high is None else high
        return f"{stance.figure}|{stance.low}|{high}|{stance.name}", f"{number} {stance.figure}"
    if stance.kind == "date":
        return stance.edtf, f"on {stance.edtf}"
    if stance.kind == "place":
        return str(stance.geonames or stance.name.casefold()), f"at {stance.name}"
    return None, ""


def _make_group(key: Key, label: str, told: Sequence[Told], links: Mapping[str, Sequence[OriginLink]]) -> Group:
    kind, incident, value = key
    asserted = [one for one in told if not one.stance.against]
    origins = {one.voiced.origin for one in asserted}
    return Group(
        id=f"group-{digest_text(f'{kind}|{incident}|{value}')[:ID_LENGTH]}",
        kind=kind,
        incident=incident,
        label=label,
        asserted=list_voices(asserted),
        denied=list_voices(one for one in told if one.stance.against),
        origins_for=tuple(sorted(origins)),
        origins_against=tuple(sorted({one.voiced.origin for one in told if one.stance.against})),
        circle=_find_circle(asserted, links) if len(origins) == 1 else None,
    )


def _index_links(origins: OriginGraph) -> dict[str, list[OriginLink]]:
    found: dict[str, list[OriginLink]] = defaultdict(list)
    for link in origins.links:
        found[link.document].append(link)
    return found


def _find_circle(told: Sequence[Told], links: Mapping[str, Sequence[OriginLink]]) -> Circle | None:
    """The way from each document to the one that it rests on, where several documents rest on one origin."""
    documents = list(dict.fromkeys(voice.document for voice in list_voices(told)))
    if len(documents) < 2:
        return None
    inside = set(documents)
    path = []
    for document in documents:
        found = [link for link in links.get(document, ()) if link.source in inside or link.outlet]
        best = min(found, key=lambda link: (-link.certainty, link.kind, link.source or ""), default=None)
        if best is not None:
            path.append((document, best.kind, best.source or best.outlet or ""))
    return Circle(origin=told[0].voiced.origin, documents=tuple(documents), path=tuple(path))
