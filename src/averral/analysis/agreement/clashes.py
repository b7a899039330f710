"""Relations and events that cannot both be so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from averral.analysis.agreement.case import Known, Told, is_named
from averral.analysis.agreement.position import make_contradiction, make_position
from averral.analysis.agreement.shortened import find_whole_names
from averral.analysis.agreement.tie import is_symmetric, tell_tie
from averral.analysis.incidents.words import iter_stems
from averral.records.agreement import Contradiction
from averral.records.edtf import Days, days_overlap, edtf_days

__all__ = ["find_event_denials", "find_relation_clashes"]

HURT = frozenset({"death", "injury", "massacre"})
"""Types of events of which figures are laid beside each other instead."""
DEEDS = frozenset({"attacks", "fights", "meets", "negotiates_with"})
"""Predicates that tell of what somebody did, which is laid beside each other by incident."""
KINDS = {"funds": "supports", "arms": "supports", "trains": "supports", "directs": "leads"}
"""Ties that are laid beside each other as one: whoever arms also supports."""
DECADE = 3653
"""Days between two relations that do not clash any more: what held then need not hold now."""


def find_relation_clashes(
    told: Iterable[Told], known: Known, parts: frozenset[tuple[str, str]] = frozenset()
) -> Iterator[Contradiction]:
    """A tie between two actors against its denial, in either direction where it has none.

    `parts` leads from a part to its whole: who says that a state's bureau paid says that the state did.
    """
    groups: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    heard = tuple(told)
    ties = [one for one in heard if one.stance.kind == "relation"]
    names = find_whole_names([name for one in ties for name in (one.actor, one.other) if name], known)
    whole = {**dict(sorted(parts)), **names}
    for one in ties:
        if one.stance.kind == "relation" and one.actor and one.other and one.stance.predicate:
            a, b = whole.get(one.actor, one.actor), whole.get(one.other, one.other)
            predicate = KINDS.get(one.stance.predicate, one.stance.predicate)
            if is_symmetric(predicate):
                a, b = min(a, b), max(a, b)
            groups[a, predicate, b].append(one)
    for (a, predicate, b), some in sorted(groups.items()):
        if predicate in DEEDS or not (is_named(a, known) and is_named(b, known)):
            continue
        said = [one for one in some if not one.stance.against and one.stance.factuality not in ("UU", "PS+")]
        denied = [one for one in some if one.stance.against]
        if said and denied and any(_can_be_one_time(one, two) for one in said for two in denied):
            label = tell_tie(a, predicate, b, known)
            yield make_contradiction(
                "relation",
                None,
                (make_position(label, said), make_position(f"not so: {label}", denied)),
                f"some say that {label}, others deny it",
            )


def _can_be_one_time(one: Told, two: Told) -> bool:
    a, b = (edtf_days(told.stance.edtf) for told in (one, two))
    return a is None or b is None or _gap(a, b) < DECADE


def _gap(a: Days, b: Days) -> int:
    if days_overlap(a, b) or None in (a.first, a.last, b.first, b.last):
        return 0
    early, late = sorted((a, b), key=lambda days: (days.first, days.last))
    return (late.first - early.last).days if late.first and early.last else 0


def find_event_denials(told: Iterable[Told]) -> Iterator[Contradiction]:
    """That something of an incident happened against its denial, where different speakers say so."""
    groups: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in told:
        if one.stance.kind == "event" and one.incident and one.stance.predicate not in HURT:
            groups[one.incident, _find_stem(one)].append(one)
    for (incident, stem), some in sorted(groups.items()):
        if not stem:
            continue
        word = min((one.stance.name for one in some), key=lambda name: (len(name), name))
        said = [one for one in some if not one.stance.against]
        denied = [one for one in some if one.stance.against]
        speakers, others = ({one.voiced.speaker for one in side} for side in (said, denied))
        if speakers - others and others - speakers:
            yield make_contradiction(
                "denial",
                incident,
                (
                    make_position(f"“{word}” is said to have happened", said),
                    make_position(f"“{word}” is said not to have happened", denied),
                ),
                f"some tell of “{word}”, others say that there was none",
            )


def _find_stem(one: Told) -> str:
    return min(iter_stems(one.stance.name), default="")
