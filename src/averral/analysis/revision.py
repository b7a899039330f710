"""A reading as people corrected it: what they reject is gone with all that rests on it, what they correct is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from averral.errors import InputError
from averral.records import Claim, Reading
from averral.records.revision import Revision

__all__ = ["Refused", "Revised", "find_item", "revise_reading"]

T = TypeVar("T")
KINDS = ("mentions", "entities", "attributions", "events", "incidents", "relations", "claims")
"""The lists of a reading whose items have ids."""
ABOUT = ("incident", "event", "relation")
"""What a claim can be about; it goes with it."""
FIXED = frozenset({"id", "claims", "events"})
"""Fields that no correction changes: they follow from the other items."""


class Refused(NamedTuple):
    """A revision that changed nothing, and why."""

    revision: Revision
    reason: str


class Revised(NamedTuple):
    """The reading after the revisions; the keys of what a person accepted or corrected; what was refused."""

    reading: Reading
    confirmed: frozenset[str]
    refused: tuple[Refused, ...]


def find_item(reading: Reading, item: str) -> tuple[str, dict[str, Any]]:
    """The list that an item of a reading is in, and the item with its fields as JSON has them.

    Raises:
        InputError: the reading has no item of that id.
    """
    for kind in KINDS:
        for found in getattr(reading, kind):
            if found.id == item:
                return kind, msgspec.to_builtins(found)
    raise InputError(f"no mention, entity, attribution, event, incident, relation or claim {item!r} in this document")


def revise_reading(reading: Reading, revisions: Iterable[Revision]) -> Revised:
    """Heed what people say of single items, in the order of the decisions; one that is withdrawn counts for nothing.

    Of one item the last word counts: an item that was rejected and later accepted or corrected stays. A correction that
    breaks the contract of a reading (a span outside the text, a value that the field does not take, an id that nothing
    has) is refused and the rest goes on. What rests on a rejected item goes with it: a claim about it or attributed by
    it, a figure or a perpetrator that only such claims give, a relation between entities of which one is gone.
    """
    last: dict[str, Revision] = {}
    refused: list[Refused] = []
    for revision in sorted(revisions, key=lambda one: one.id):
        if revision.withdrawn is not None:
            continue
        item = revision.item.rpartition("#")[2]
        try:
            find_item(reading, item)
            if revision.kind == "correct":
                reading = _correct(reading, item, revision.changes)
        except InputError as error:
            refused.append(Refused(revision, str(error)))
        else:
            last[item] = revision
    rejected = {item for item, revision in last.items() if revision.kind == "reject"}
    confirmed = frozenset(revision.item for item, revision in last.items() if item not in rejected)
    return Revised(_drop(reading, rejected) if rejected else reading, confirmed, tuple(refused))


def _correct(reading: Reading, item: str, changes: Mapping[str, Any]) -> Reading:
    kind, fields = find_item(reading, item)
    for path, value in changes.items():
        _set(fields, path, value)
    whole = [fields if found.id == item else msgspec.to_builtins(found) for found in getattr(reading, kind)]
    record = type(next(found for found in getattr(reading, kind) if found.id == item))
    try:
        changed = msgspec.convert(whole, tuple[record, ...])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise InputError(f"{item} cannot be corrected so: {error}") from error
    _check(reading, fields, item)
    return msgspec.structs.replace(reading, **{kind: changed})


def _set(fields: dict[str, Any], path: str, value: object) -> None:
    """Set a field, or by a path with dots a field inside it ("source.entity")."""
    *outer, name = path.split(".")
    place: Any = fields
    for step in outer:
        place = place.get(step) if isinstance(place, dict) else None
    if not isinstance(place, dict) or name not in place or path in FIXED:
        raise InputError(
            f"there is no field {path!r} that can be corrected: {', '.join(sorted(fields.keys() - FIXED))}"
        )
    place[name] = value


def _check(reading: Reading, fields: Mapping[str, Any], item: str) -> None:
    """Refuse spans outside the text and ids that nothing has."""
    size = len(reading.document.text)
    known = {found.id for kind in KINDS for found in getattr(reading, kind)} | {"author", "unnamed"}
    for part in _iter_parts(fields):
        if isinstance(part.get("start"), int) and not 0 <= part["start"] < part.get("end", 0) <= size:
            raise InputError(f"{item} cannot be corrected so: {part['start']}-{part.get('end')} is no span of the text")
        named = [
            part.get(name) for name in ("entity", "subject", "object", "place", "parent", "attribution", "incident")
        ]
        for name in (*named, *part.get("chain", ())):
            if isinstance(name, str) and name not in known:
                raise InputError(f"{item} cannot be corrected so: nothing has the id {name!r} in this document")


def _iter_parts(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _iter_parts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _iter_parts(inner)


def _drop(reading: Reading, gone: set[str]) -> Reading:
    """Without some items and what rests on them."""
    parents = {found.id: found.parent for found in reading.attributions}
    attributions = tuple(
        msgspec.structs.replace(
            found,
            parent=_find_parent(found.parent, parents, gone),
            source=_without(found.source, gone) if found.source else None,
        )
        for found in _keep(reading.attributions, gone)
    )
    relations = tuple(_keep(reading.relations, gone, lambda found: (found.subject, found.object)))
    gone = gone | ({found.id for found in reading.relations} - {found.id for found in relations})
    claims = tuple(
        msgspec.structs.replace(
            found,
            chain=tuple("unnamed" if link in gone else link for link in _make_chain(found, reading, gone)),
            proposition=_without(found.proposition, gone, "subject"),
        )
        for found in _keep(
            reading.claims, gone,
            lambda found: (found.attribution, *(getattr(found.proposition, name) for name in ABOUT)),
        )
    )  # fmt: skip
    gone = gone | ({found.id for found in reading.claims} - {found.id for found in claims})
    return msgspec.structs.replace(
        reading,
        mentions=tuple(_without(found, gone) for found in _keep(reading.mentions, gone)),
        entities=tuple(_keep(reading.entities, gone)),
        places=tuple(found for found in reading.places if found.mention not in gone),
        attributions=attributions,
        events=tuple(
            msgspec.structs.replace(
                _without(found, gone, "place"), arguments=tuple(_without(part, gone) for part in found.arguments)
            )
            for found in _keep(reading.events, gone)
        ),
        incidents=tuple(_shrink(found, gone) for found in _keep(reading.incidents, gone)),
        relations=relations,
        claims=claims,
    )


def _keep(
    items: Iterable[T], gone: set[str], rests_on: Callable[[T], Iterable[str | None]] = lambda _: ()
) -> Iterator[T]:
    for item in items:
        if item.id not in gone and gone.isdisjoint(rests_on(item)):  # type: ignore[attr-defined]
            yield item


def _make_chain(claim: Claim, reading: Reading, gone: set[str]) -> tuple[str, ...]:
    """The chain without the relays whose attributions are gone; those that are left run from the outside in."""
    known = {found.id: found for found in reading.attributions}
    around = []
    attribution = known.get(claim.attribution or "")
    while attribution is not None:
        around.append(attribution.id)
        attribution = known.get(attribution.parent or "")
    if len(claim.chain) != len(around) + 1 or gone.isdisjoint(around):
        return claim.chain
    links = zip(reversed(around), claim.chain[1:], strict=True)
    return (claim.chain[0], *(link for number, link in links if number not in gone))


def _find_parent(parent: str | None, parents: Mapping[str, str | None], gone: set[str]) -> str | None:
    while parent in gone:
        parent = parents.get(parent or "")
    return parent


def _without(record: T, gone: set[str], name: str = "entity") -> T:
    """The record with null for an id that is gone."""
    return msgspec.structs.replace(record, **{name: None}) if getattr(record, name) in gone else record  # type: ignore[type-var]


def _shrink(incident: Any, gone: set[str]) -> Any:
    """Without events, claims, entities, and what only claims that are gone say."""
    return msgspec.structs.replace(
        _without(incident, gone, "place"),
        events=tuple(event for event in incident.events if event not in gone),
        perpetrators=tuple(
            msgspec.structs.replace(_without(found, gone), claims=tuple(c for c in found.claims if c not in gone))
            for found in incident.perpetrators
            if not found.claims or not gone.issuperset(found.claims)
        ),
        casualties=tuple(found for found in incident.casualties if found.claim not in gone),
        **{
            name: tuple(_without(found, gone) for found in getattr(incident, name))
            for name in ("targets", "victims", "instruments")
        },
    )
