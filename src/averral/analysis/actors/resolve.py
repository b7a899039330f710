"""Which sightings of all documents are the same actor: names, registers, surroundings, and above all what people say.

1. People's judgements are read first, the latest winning: they make units that are one, and sides that stay apart.
2. Sightings are sorted by name; those of one name that tells its bearer apart are one, unless a document has two.
3. Different names that share a rare key are compared; names that say too little look for support around them.
4. Joining goes from the surest tie down. A tie that would bring together what a person, a register, a document or
   incompatible names keep apart is dropped. What is too unsure to join is proposed.

Cost grows with n log n in the sightings: each name meets a bounded number of others, each sighting a bounded number of
neighbours. The order of the input changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from averral.analysis.actors.actor import Resolution
from averral.analysis.actors.cluster import NAMES_CLASH, Clusters, Group
from averral.analysis.actors.forms import find_family, read_form
from averral.analysis.actors.judged import Judged, read_judgements
from averral.analysis.actors.likeness import JOIN, NAME_RULES, Comparer, NameRules, sign
from averral.analysis.actors.names import FindsActors, Name, NameTable, tabulate_names
from averral.analysis.actors.namesakes import tie_names
from averral.analysis.actors.outcome import Outcome, explain_name, make_actors, make_proposals
from averral.analysis.actors.sighting import Sighting
from averral.analysis.actors.support import tie_doubtful
from averral.analysis.actors.surroundings import Surroundings
from averral.analysis.actors.tie import Tie, Ties, tie
from averral.records.judgement import Judgement

__all__ = ["resolve_actors"]


class _Case(NamedTuple):
    """Everything that is known before anything is joined; sightings are known by their place in the order of keys."""

    sightings: tuple[Sighting, ...]
    table: NameTable
    surroundings: Surroundings
    judged: Judged
    number_of: Mapping[str, int]
    hubs: tuple[int, ...]


def resolve_actors(
    sightings: Iterable[Sighting],
    judgements: Iterable[Judgement],
    gazetteer: FindsActors,
    rules: NameRules = NAME_RULES,
) -> Resolution:
    """All actors of a case; see the module for how, and `Resolution` for what.

    A sighting that is given twice counts once. Judgements that are withdrawn, and sightings that only a judgement
    knows, count for nothing.
    """
    case = _read_case(sightings, judgements, gazetteer)
    comparer = Comparer(rules, map(sign, case.table.names))
    ties = _tie_all(case, comparer)
    clusters = Clusters(*_make_groups(case, comparer), comparer, _Twins(case.sightings))
    joined, dropped = _join(sorted(ties.sure, key=lambda found: found.rank), clusters)
    outcome = Outcome(case.sightings, case.table, case.judged, clusters, joined)
    actors, actor_of = make_actors(outcome)
    proposals = make_proposals((*ties.unsure, *dropped), actor_of, clusters)
    return Resolution(actors, proposals, case.judged.overruled)


def _read_case(sightings: Iterable[Sighting], judgements: Iterable[Judgement], gazetteer: FindsActors) -> _Case:
    by_key: dict[str, Sighting] = {}
    for sighting in sightings:
        key = sighting.key
        known = by_key.setdefault(key, sighting)
        if known is not sighting and repr(sighting) < repr(known):
            by_key[key] = sighting
    keys = sorted(by_key)
    ordered = tuple(by_key[key] for key in keys)
    number_of = {key: number for number, key in enumerate(keys)}
    table = tabulate_names(ordered, gazetteer)
    judged = read_judgements(judgements, number_of)
    hubs = tuple(_choose_hub(name, keys, judged) for name in table.names)
    return _Case(ordered, table, Surroundings(ordered), judged, number_of, hubs)


def _choose_hub(name: Name, keys: Sequence[str], judged: Judged) -> int:
    """The sighting that stands for a name: one that nobody has judged, else one of the largest judged unit."""
    members = name.members or name.doubtful
    free = next((number for number in members if keys[number] not in judged.unit), None)
    if free is not None:
        return free
    sides = {number: judged.sides.get(judged.unit[keys[number]], frozenset()) for number in members}
    common = Counter(sides.values())
    return min(members, key=lambda number: (-common[sides[number]], number))


def _tie_all(case: _Case, comparer: Comparer) -> Ties:
    named = tie_names(case.table.names, case.hubs, comparer, case.surroundings)
    doubtful = tie_doubtful(case.table, case.hubs, comparer, case.surroundings)
    hubs = zip(case.table.names, case.hubs, strict=True)
    same = [found for name, hub in hubs for found in _tie_judged(case, name, hub)]
    return Ties([*same, *named.sure, *doubtful.sure], [*named.unsure, *doubtful.unsure])


def _tie_judged(case: _Case, name: Name, hub: int) -> Iterator[Tie]:
    """Sightings that a person has judged are joined one by one, those on the same sides first."""
    score, reason = explain_name(name)
    hubs = {_list_sides(case, hub): hub}
    for number in name.members:
        if number == hub or case.sightings[number].key not in case.judged.unit:
            continue
        nearest = hubs.setdefault(_list_sides(case, number), number)
        yield tie(score, hub if nearest == number else nearest, number, reason)


def _list_sides(case: _Case, number: int) -> frozenset[int]:
    unit = case.judged.unit.get(case.sightings[number].key, "")
    return case.judged.sides.get(unit, frozenset())


def _make_groups(case: _Case, comparer: Comparer) -> tuple[list[int], dict[int, Group]]:
    """The root of each sighting, and the groups: units of people's judgements, bearers of one name, and the rest."""
    roots = list(range(len(case.sightings)))
    bundles = _bundle(case)
    groups = {}
    for numbers in bundles:
        for number in numbers:
            roots[number] = numbers[0]
        groups[numbers[0]] = _make_group(case, numbers, comparer)
    return roots, groups


def _bundle(case: _Case) -> list[list[int]]:
    units: dict[str, list[int]] = {}
    for key in sorted(case.judged.unit):
        units.setdefault(case.judged.unit[key], []).append(case.number_of[key])
    judged = {number for numbers in units.values() for number in numbers}
    bundles = list(units.values())
    for name in case.table.names:
        free = [number for number in name.members if number not in judged]
        bundles += [free] if free else []
        bundles += [[number] for number in name.doubtful if number not in judged]
    return bundles + [[number] for number in case.table.why if number not in judged]


def _make_group(case: _Case, numbers: Sequence[int], comparer: Comparer) -> Group:
    documents: dict[int, tuple[int, ...]] = {}
    for number in numbers:
        document = case.surroundings.document_of[number]
        documents[document] = (*documents.get(document, ()), number)
    names = sorted({case.table.name_of[number] for number in numbers} - {-1})
    signature = names[0] if len(names) == 1 else comparer.enter(names, _list_families(case, numbers))
    return Group(documents, signature, _list_sides(case, numbers[0]), _find_country(case, names, numbers))


def _list_families(case: _Case, numbers: Sequence[int]) -> frozenset[str]:
    return frozenset(find_family(case.sightings[number].type) for number in numbers)


def _find_country(case: _Case, names: Sequence[int], numbers: Sequence[int]) -> str | None:
    """The one country of an office that no country is named with, where its document has just one."""
    if len(numbers) > 1 or len(names) != 1:
        return None
    name = case.table.names[names[0]]
    countries = case.surroundings.list_countries(numbers[0])
    return countries[0] if name.family == "body" and not name.strong and len(countries) == 1 else None


def _join(ties: Sequence[Tie], clusters: Clusters) -> tuple[list[Tie], list[Tie]]:
    """Those that joined something, and those that a person may want to look at, as names stood in their way."""
    joined, dropped = [], []
    for found in ties:
        a, b = clusters.find(found.a), clusters.find(found.b)
        if a == b:
            continue
        conflict = clusters.explain_conflict(a, b)
        if conflict is None:
            clusters.join(a, b)
            joined.append(found)
        elif conflict == NAMES_CLASH:
            dropped.append(found._replace(score=JOIN, reasons=(*found.reasons, f"but {conflict}")))
    return joined, dropped


class _Twins:
    """Whether two sightings of one document cannot be one: the very same name twice, or two full names of persons."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self._sightings = sightings

    def __call__(self, a: int, b: int) -> bool:
        one, two = self._sightings[a], self._sightings[b]
        if one.type != two.type or not (one.named and two.named):
            return False
        family = find_family(one.type)
        first, second = read_form(one.name, family), read_form(two.name, family)
        if first.whole == second.whole:
            return True
        words, others = set(first.words), set(second.words)
        full = family == "person" and first.strength == second.strength == "strong"
        return full and not (words <= others or others <= words)
