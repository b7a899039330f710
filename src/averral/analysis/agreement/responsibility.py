"""Who is said to have done it: a row for each actor that anybody connects with an incident, and rivals among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from averral.analysis.agreement.case import Known, Told
from averral.analysis.agreement.position import list_voices, make_contradiction, make_position
from averral.records.agreement import ANSWERS, AnswerRow, Contradiction
from averral.records.ontology.predicates import HOSTILE

__all__ = ["find_rivals", "group_answers", "make_rows"]

RIVALS = 8
"""Actors of an incident that are laid beside each other, those with most origins first."""
ACTING = frozenset({"person", "organization", "place"})
"""Types of actors that can be rivals; a people ("group") is too wide to be one."""
SAID = ("claimed_by", "accused_by", "reported_as_fact_by")
Rows = Mapping[tuple[str, str], Sequence[Told]]
"""Stances by incident and actor."""


def group_answers(told: Sequence[Told], known: Known) -> dict[tuple[str, str], list[Told]]:
    """Stances of responsibility by incident and actor.

    Where one speaker of one document says both that somebody did it and that they did not, the two cancel: one of them
    was misread. A place is somebody only where it speaks somewhere in the case, as states do.
    """
    speakers = {one.voiced.speaker for one in told}
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        if one.stance.kind == "responsibility" and one.incident and one.actor:
            actor = known.actor_of.get(one.actor)
            if actor is None or actor.type != "place" or actor.id in speakers:
                found[one.incident, one.actor].append(one)
    return {key: kept for key, some in found.items() if (kept := _cancel(some))}


def _cancel(told: Sequence[Told]) -> list[Told]:
    sides: dict[tuple[str, str], set[bool]] = defaultdict(set)
    for one in told:
        sides[one.voiced.document, one.voiced.speaker].add(one.stance.against)
    return [one for one in told if len(sides[one.voiced.document, one.voiced.speaker]) == 1]


def make_rows(rows: Rows, known: Known) -> tuple[AnswerRow, ...]:
    """The table: by incident, named actors first, those whom most origins name first."""
    found = [_make_row(incident, actor, told, known) for (incident, actor), told in rows.items()]
    return tuple(sorted(found, key=lambda row: (row.incident, not row.named, -count_origins(row), row.name)))


def _make_row(incident: str, actor: str, told: Sequence[Told], known: Known) -> AnswerRow:
    cells = {answer: list_voices(one for one in told if one.stance.answer == answer) for answer in ANSWERS}
    resolved = actor in known.actor_of
    name = known.name(actor, min((one.stance.name for one in told), key=lambda name: (-len(name), name)))
    return AnswerRow(
        incident=incident, actor=actor if resolved else None, name=name, named=_is_named(actor, known), **cells
    )


def count_origins(row: AnswerRow) -> int:
    """How many origins connect the actor with the incident, whatever they say."""
    return len({voice.origin for answer in ANSWERS for voice in getattr(row, answer)})


def find_rivals(told: Sequence[Told], rows: Rows, known: Known) -> Iterator[Contradiction]:
    """A claim against its denial, rival actors for one deed, and "nobody has claimed it" against a later claim."""
    by_incident: dict[str, list[str]] = defaultdict(list)
    for incident, actor in rows:
        by_incident[incident].append(actor)
    close = _find_close(told)
    for (incident, actor), some in rows.items():
        yield from _find_denial(incident, actor, some, known)
    for incident, actors in by_incident.items():
        named = [actor for actor in actors if _is_suspect(rows[incident, actor], actor, known)]
        named.sort(key=lambda actor: (-len({one.voiced.origin for one in rows[incident, actor]}), actor))
        for a, b in combinations(sorted(named[:RIVALS]), 2):
            if (a, b) not in close and (b, a) not in close and not _are_one(a, b, known):
                yield from _oppose(incident, (a, rows[incident, a]), (b, rows[incident, b]), known)
    yield from _find_unclaimed(told, rows, known)


def _find_denial(incident: str, actor: str, told: Sequence[Told], known: Known) -> Iterator[Contradiction]:
    said = [one for one in told if not one.stance.against]
    denied = [one for one in told if one.stance.against]
    if said and denied and _is_named(actor, known):
        name = known.name(actor, told[0].stance.name)
        yield make_contradiction(
            "denial",
            incident,
            (make_position(f"{name} did it", said), make_position(f"{name} did not do it", denied)),
            f"some say that {name} did it, others deny it",
        )


def _is_suspect(told: Sequence[Told], actor: str, known: Known) -> bool:
    """Whether somebody who bears a name is said to have done it, by more than one report in its own voice.

    A people is nobody who did it, and who put a document out does not claim everything in it.
    """
    if not _is_named(actor, known) or known.actor_of[actor].type not in ACTING:
        return False
    said = [one for one in told if one.stance.answer in SAID and one.stance.factuality not in ("PS+", "UU")]
    if known.actor_of[actor].name.casefold() in known.publishers:
        return _count(said) > 1
    return any(one.stance.answer != "reported_as_fact_by" for one in said) or _count(said) > 1


def _count(told: Iterable[Told]) -> int:
    """The documents that say something."""
    return len({one.voiced.document for one in told})


def _is_named(actor: str, known: Known) -> bool:
    found = known.actor_of.get(actor)
    return found is not None and found.alone is None and found.name != found.name.lower()


def _find_close(told: Iterable[Told]) -> set[tuple[str, str]]:
    """Actors that somebody ties to each other as part, leader, friend or backer: they are no rivals."""
    return {
        (one.actor, one.other)
        for one in told
        if one.stance.kind == "relation" and one.actor and one.other and one.stance.predicate not in HOSTILE
    }


def _are_one(a: str, b: str, known: Known) -> bool:
    """Whether a name is part of the other, or one is a person and the other a body that they may act for."""
    one, two = known.actor_of[a], known.actor_of[b]
    words, others = ({word.casefold() for word in actor.name.split()} for actor in (one, two))
    return words <= others or others <= words or (one.type == "person") != (two.type == "person")


def _oppose(
    incident: str, one: tuple[str, Sequence[Told]], two: tuple[str, Sequence[Told]], known: Known
) -> Iterator[Contradiction]:
    """Rivals where somebody names the one and not the other, and the other way round."""
    (a, told), (b, others) = one, two
    for_a = [each for each in told if each.stance.answer in SAID]
    for_b = [each for each in others if each.stance.answer in SAID]
    speakers, rest = ({each.voiced.speaker for each in side} for side in (for_a, for_b))
    if not (speakers - rest and rest - speakers):
        return
    first, second = known.name(a, ""), known.name(b, "")
    yield make_contradiction(
        "perpetrator",
        incident,
        (
            make_position(f"{first} did it", [e for e in for_a if e.voiced.speaker not in rest]),
            make_position(f"{second} did it", [e for e in for_b if e.voiced.speaker not in speakers]),
        ),
        f"some say that {first} did it, others that {second} did",
    )


def _find_unclaimed(told: Iterable[Told], rows: Rows, known: Known) -> Iterator[Contradiction]:
    """That nobody has claimed it is overtaken by a claim: an update."""
    silent: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.stance.kind == "unclaimed" and one.incident:
            silent[one.incident].append(one)
    for (incident, actor), some in rows.items():
        claims = [one for one in some if one.stance.answer == "claimed_by"]
        if claims and incident in silent and _is_suspect(some, actor, known):
            name = known.name(actor, some[0].stance.name)
            yield make_contradiction(
                "perpetrator",
                incident,
                (make_position("nobody has claimed it", silent[incident]), make_position(f"{name} claims it", claims)),
                f"{name} claims what nobody had claimed",
                "a claim comes after it was said that there was none",
            )
