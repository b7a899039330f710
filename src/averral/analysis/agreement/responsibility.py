"""Who is said to have done it: a row for each actor that anybody connects with an incident, and rivals among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from averral.analysis.agreement.case import Known, Told, is_named
from averral.analysis.agreement.position import list_voices, make_contradiction, make_position
from averral.analysis.agreement.shortened import find_whole_names
from averral.analysis.incidents.kinds import find_kin
from averral.records.agreement import ANSWERS, AnswerRow, Contradiction
from averral.records.ontology.predicates import HOSTILE

__all__ = ["find_rivals", "group_answers", "make_rows"]

RIVALS = 8
"""Actors of an incident that are laid beside each other, those with most origins first."""
ACTING = frozenset({"person", "organization", "place"})
"""Types of actors that can be rivals; a people ("group") is too wide to be one."""
LAW = frozenset({"arrest", "release", "trial", "investigation"})
"""Types of incidents in which those who did another one are taken, or those whom they took are freed."""
SMALL_WORDS = frozenset({"the", "a", "of", "for", "and"})
SAID = ("claimed_by", "accused_by", "reported_as_fact_by")
Rows = Mapping[tuple[str, str], Sequence[Told]]
"""Stances by incident and actor."""


def group_answers(
    told: Sequence[Told], known: Known, parts: frozenset[tuple[str, str]] = frozenset()
) -> dict[tuple[str, str], list[Told]]:
    """Stances of responsibility by incident and actor.

    Where one speaker of one document says both that somebody did it and that they did not, one of them was misread. A
    place is somebody only where it speaks somewhere in the case or has bodies (`parts`), as states do, where it claims
    or denies something, or where two documents name it.
    """
    speakers = {one.voiced.speaker for one in told}
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        if one.stance.kind == "responsibility" and one.incident and one.actor:
            found[one.incident, one.actor].append(one)
    found = _join_names(found, known)
    wholes = {whole for _, whole in parts}
    places = {actor for _, actor in found if actor in known.actor_of and known.actor_of[actor].type == "place"}
    return {
        (incident, actor): _settle(some)
        for (incident, actor), some in found.items()
        if actor not in places or actor in speakers or actor in wholes or _count(some) > 1 or _has_word(some)
    }


def _has_word(told: Iterable[Told]) -> bool:
    """Whether it is said to claim something, or not to have done it: nobody says so of a town."""
    return any(one.stance.answer in ("claimed_by", "denied_by") for one in told)


def _join_names(rows: Rows, known: Known) -> dict[tuple[str, str], list[Told]]:
    """Rows of one incident whose actors are called by a longer and a shorter name made one."""
    actors: dict[str, list[str]] = defaultdict(list)
    for incident, actor in rows:
        actors[incident].append(actor)
    whole = {incident: find_whole_names(some, known) for incident, some in actors.items()}
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for (incident, actor), told in rows.items():
        found[incident, whole[incident].get(actor, actor)] += told
    return found


def _settle(told: Sequence[Told]) -> list[Told]:
    """Of one speaker in one document the side that it takes more often, of equals the one that it takes first."""
    sides: dict[tuple[str, str], Counter[bool]] = defaultdict(Counter)
    for one in sorted(told, key=lambda one: one.voiced.start):
        sides[one.voiced.document, one.voiced.speaker][one.stance.against] += 1
    kept = {key: counts.most_common(1)[0][0] for key, counts in sides.items()}
    return [one for one in told if one.stance.against == kept[one.voiced.document, one.voiced.speaker]]


def make_rows(rows: Rows, known: Known) -> tuple[AnswerRow, ...]:
    """The table: by incident, named actors first, those whom most origins name first."""
    found = [_make_row(incident, actor, told, known) for (incident, actor), told in rows.items()]
    return tuple(sorted(found, key=lambda row: (row.incident, not row.named, -count_origins(row), row.name)))


def _make_row(incident: str, actor: str, told: Sequence[Told], known: Known) -> AnswerRow:
    cells = {answer: list_voices(one for one in told if one.stance.answer == answer) for answer in ANSWERS}
    resolved = actor in known.actor_of
    name = known.name(actor, min((one.stance.name for one in told), key=lambda name: (-len(name), name)))
    return AnswerRow(
        incident=incident, actor=actor if resolved else None, name=name, named=is_named(actor, known), **cells
    )


def count_origins(row: AnswerRow) -> int:
    """How many origins connect the actor with the incident, whatever they say."""
    return len({voice.origin for answer in ANSWERS for voice in getattr(row, answer)})


def find_rivals(
    told: Sequence[Told], rows: Rows, known: Known, parts: frozenset[tuple[str, str]] = frozenset()
) -> Iterator[Contradiction]:
    """A claim against its denial, rival actors for one deed, and "nobody has claimed it" against a later claim.

    `parts` are actors that a document calls a part of another one: they are no rivals, nor are who did it and who
    ordered, paid or armed, nor two whom one speaker names together while neither of them claims it alone.
    """
    by_incident: dict[str, list[str]] = defaultdict(list)
    for incident, actor in rows:
        by_incident[incident].append(actor)
    close = _find_close(told) | parts
    for (incident, actor), some in rows.items():
        yield from _find_denial(incident, actor, some, known)
    deeds = {key: [one for one in some if _is_deed(one, known)] for key, some in rows.items()}
    for incident, actors in by_incident.items():
        named = [actor for actor in actors if _is_suspect(deeds[incident, actor], actor, known)]
        named.sort(key=lambda actor: (-len({one.voiced.origin for one in deeds[incident, actor]}), actor))
        for a, b in combinations(sorted(named[:RIVALS]), 2):
            tied = (a, b) in close or (b, a) in close
            if not _are_one(a, b, known) and not (tied and not _are_apart(deeds[incident, a], deeds[incident, b])):
                yield from _oppose(incident, (a, deeds[incident, a]), (b, deeds[incident, b]), known)
    yield from _find_unclaimed(told, rows, known)


def _is_deed(told: Told, known: Known) -> bool:
    """Whether a stance is on a happening of the case incident's own sort: an arrest after an attack is another."""
    mine, case = told.stance.predicate, known.types.get(told.incident or "")
    return mine is None or case is None or _sort(mine) == _sort(case)


def _sort(incident: str) -> str:
    return "law" if incident in LAW else find_kin(incident)


def _find_denial(incident: str, actor: str, told: Sequence[Told], known: Known) -> Iterator[Contradiction]:
    said = [one for one in told if not one.stance.against]
    denied = [one for one in told if one.stance.against]
    if said and denied and is_named(actor, known):
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
    if not is_named(actor, known) or known.actor_of[actor].type not in ACTING:
        return False
    said = [one for one in told if one.stance.answer in SAID and one.stance.factuality not in ("PS+", "UU")]
    if known.actor_of[actor].name.casefold() in known.publishers:
        return _count(said) > 1
    return any(one.stance.answer != "reported_as_fact_by" for one in said) or _count(said) > 1


def _count(told: Iterable[Told]) -> int:
    """The documents that say something."""
    return len({one.voiced.document for one in told})


def _find_close(told: Iterable[Told]) -> set[tuple[str, str]]:
    """Actors that somebody ties to each other as part, leader, friend or backer: they are no rivals."""
    return {
        (one.actor, one.other)
        for one in told
        if one.stance.kind == "relation" and one.actor and one.other and one.stance.predicate not in HOSTILE
    }


def _are_apart(told: Sequence[Told], others: Sequence[Told]) -> bool:
    """Whether one of two that are tied claims it for itself while the other one claims it too, or denies it."""
    claimed, other_claimed = (any(_is_own(one, "claimed_by") for one in side) for side in (told, others))
    denied, other_denied = (any(_is_own(one, "denied_by") for one in side) for side in (told, others))
    return (claimed and (other_claimed or other_denied)) or (other_claimed and denied)


def _is_own(told: Told, answer: str) -> bool:
    return told.stance.answer == answer


def _are_one(a: str, b: str, known: Known) -> bool:
    """Whether a name is part of the other, or one is a person and the other a body that they may act for."""
    one, two = known.actor_of[a], known.actor_of[b]
    words, others = ({word.casefold() for word in actor.name.split()} - SMALL_WORDS for actor in (one, two))
    return words <= others or others <= words or (one.type == "person") != (two.type == "person")


def _oppose(
    incident: str, one: tuple[str, Sequence[Told]], two: tuple[str, Sequence[Told]], known: Known
) -> Iterator[Contradiction]:
    """Rivals where somebody names the one and not the other, and the other way round."""
    (a, told), (b, others) = one, two
    for_a = [each for each in told if each.stance.answer in SAID and not each.stance.behind]
    for_b = [each for each in others if each.stance.answer in SAID and not each.stance.behind]
    speakers, rest = ({each.voiced.speaker for each in side} for side in (for_a, for_b))
    alone = a in speakers - rest or b in rest - speakers
    if not (speakers - rest and rest - speakers) or (speakers & rest and not alone):
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
