"""Agreement and contradiction of dossiers from readings as they are, and whose fault each miss is.

    python benchmarks/contradictions.py --split dev [--by gold|machine] [--readings READINGS.jsonl …] [--errors]

`--by gold` takes the incident clusters and the origins of the gold, so that this step is measured alone: an incident of
a reading belongs to the gold's incident of which it has most mentions (an event in the quotation, else the nearest one
in its sentences). `--by machine` takes those that averral finds itself. What counts as right is told in
dossier_case.py, which measures the whole way.

A gold position or cell is "unread" where no stance of such a kind stands in the sentences of its quotations,
"elsewhere" where the ones that do belong to other incidents of the case, and "here" else: then it is this step that
lost it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.analysis.actors import CaseActor, make_sightings, resolve_actors
from averral.analysis.agreement import make_testimony, weigh_case
from averral.analysis.incidents import Index, make_happenings, resolve_incidents
from averral.analysis.origins import OriginIndex, compare, make_fingerprint, trace_origins
from averral.gazetteer.actors import load_actors
from averral.records import Reading, decode_reading, digest_text
from averral.records.agreement import ANSWERS, Testimony
from averral.records.case_incident import CaseIncident
from averral.records.origin import Fingerprint, OriginGraph, OriginTie
from benchmarks.case_incidents import Dossier, Told, find_incident, load_dossiers, widen
from benchmarks.dossier_case import Analysed, score_contradictions, score_responsibility
from benchmarks.dossier_gold import Place, find_quote, list_dossiers, read_documents

ROOT = Path(__file__).resolve().parent.parent / "corpus/dossiers"
Found = tuple[tuple[CaseIncident, ...], OriginGraph]
Way = Callable[["Pile"], Found]
"""What gives the incidents and origins of a pile."""
KINDS = {
    "perpetrator": {"responsibility", "unclaimed", "event"},
    "denial": {"responsibility", "event"},
    "casualties": {"casualties"},
    "date": {"date"},
    "place": {"place"},
    "relation": {"relation"},
}
"""The kinds of stances that a contradiction of a kind can rest on."""


class Pile(NamedTuple):
    """A dossier with the names of its documents by id, what is kept of each, and its actors."""

    dossier: Dossier
    names: Mapping[str, str]
    fingerprints: Mapping[str, Fingerprint]
    actors: tuple[CaseActor, ...]


def make_pile(dossier: Dossier, root: Path = ROOT) -> Pile:
    """Everything that comes before incidents and origins."""
    names = {document.id: name for name, document in read_documents(root / dossier.name).items()}
    readings = dossier.readings.values()
    sightings = [s for r in readings for s in make_sightings(r.document.id, r.entities, r.mentions, r.places)]
    actors = resolve_actors(sightings, (), load_actors()).actors
    return Pile(dossier, names, {r.document.id: make_fingerprint(r) for r in readings}, actors)


def use_machine(pile: Pile) -> Found:
    """Incidents and origins as averral finds them."""
    readings = pile.dossier.readings
    actor_of = {key: actor.id for actor in pile.actors for key in actor.sightings}
    index = Index([make_happenings(reading, actor_of) for reading in readings.values()])
    pairs = OriginIndex(pile.fingerprints.values()).iter_pairs()
    ties = [compare(*((readings[d], pile.fingerprints[d]) for d in pair)) for pair in pairs]
    known: list[OriginTie] = [tie for tie in ties if tie is not None]
    origins = trace_origins(pile.fingerprints.values(), known, (), actor_of)
    return resolve_incidents(index).incidents, origins


def use_gold(pile: Pile) -> Found:
    """Incidents and origins as the gold has them."""
    return tuple(_cluster(pile.dossier)), _trace(pile)


def _cluster(dossier: Dossier) -> Iterator[CaseIncident]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for told in dossier.told:
        incident = find_incident(dossier.readings[told.document], told)
        if incident:
            votes[f"{told.document}#{incident}"][told.incident] += 1
    groups: dict[str, list[str]] = defaultdict(list)
    for reading in dossier.readings.values():
        for incident in reading.incidents:
            key = f"{reading.document.id}#{incident.id}"
            groups[votes[key].most_common(1)[0][0] if key in votes else key].append(key)
    types = {incident.id: incident.type for incident in dossier.gold.incidents}
    for name, members in sorted(groups.items()):
        yield CaseIncident(
            id=name, title=name, type=types.get(name, "event"), stage="accomplished", members=tuple(sorted(members))
        )


def _trace(pile: Pile) -> OriginGraph:
    """The origin of each claim: one whose quotation shares its sentence, else that of the report, else its document."""
    claims: dict[str, str] = {}
    ids = {name: document for document, name in pile.names.items()}
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    whole: dict[str, str] = {}
    for origin in pile.dossier.gold.origins:
        for member in origin.members:
            document = ids[member.document]
            where = find_quote(pile.dossier.readings[document].document.text, member.quote) if member.quote else None
            if where:
                spans[document].append((*where, f"origin-{origin.id}"))
            elif member.kind in ("exact_copy", "rewrite", "original"):
                whole.setdefault(document, f"origin-{origin.id}")
    for document, reading in pile.dossier.readings.items():
        own = whole.get(document, f"origin-{digest_text(document)[:16]}")
        for claim in reading.claims:
            start, end = widen(reading, Told(document, "", claim.start, claim.end))
            near = [name for s, e, name in spans[document] if s < end and start < e]
            claims[f"{document}#{claim.id}"] = near[0] if near else own
    return OriginGraph(claims=claims)


def weigh(pile: Pile, way: Way) -> tuple[Analysed, dict[str, Testimony]]:
    """The agreement of a pile, in the form that is scored, and the testimonies behind it."""
    incidents, origins = way(pile)
    readings = pile.dossier.readings
    testimonies = {document: make_testimony(reading) for document, reading in readings.items()}
    outlets = {document: found.outlets[0] for document, found in pile.fingerprints.items() if found.outlets}
    agreement = weigh_case(testimonies.values(), incidents, pile.actors, origins, outlets)
    texts = {pile.names[document]: reading.document.text for document, reading in readings.items()}
    found = Analysed(pile.dossier.gold, dict(pile.names), texts, {}, agreement, _match(pile.dossier, incidents))
    return found, testimonies


def _match(dossier: Dossier, incidents: Iterable[CaseIncident]) -> dict[str, str]:
    """The gold's incident for each of the system's: the one of which it has most mentions."""
    case = {key: one.id for one in incidents for key in one.members}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for told in dossier.told:
        incident = find_incident(dossier.readings[told.document], told)
        if incident:
            votes[case[f"{told.document}#{incident}"]][told.incident] += 1
    return {system: counts.most_common(1)[0][0] for system, counts in votes.items()}


class Blame:
    """Where what the gold has was lost."""

    def __init__(self, pile: Pile, testimonies: Mapping[str, Testimony], incidents: Iterable[CaseIncident]) -> None:
        self._pile, self._testimonies = pile, testimonies
        listed = tuple(incidents)
        self._case = {key: one.id for one in listed for key in one.members}
        self._gold = _match(pile.dossier, listed)
        self._ids = {name: document for document, name in pile.names.items()}

    def place(self, claims: Iterable[Place], kinds: set[str], incident: str | None) -> str:
        """Whether quotations are unread, are read of another incident, or are here."""
        seen = [self._place_one(claim, kinds, incident) for claim in claims]
        return next((state for state in ("here", "elsewhere") if state in seen), "unread")

    def _place_one(self, claim: Place, kinds: set[str], incident: str | None) -> str:
        document = self._ids[claim.document]
        reading = self._pile.dossier.readings[document]
        where = find_quote(reading.document.text, claim.quote) or (0, 0)
        start, end = widen(reading, Told(document, "", *where))
        near = [s for s in self._testimonies[document].stances if s.kind in kinds and s.start < end and start < s.end]
        if not near:
            return "unread"
        own = {self._gold.get(self._case.get(f"{document}#{stance.incident}", "")) for stance in near}
        return "here" if incident is None or incident in own else "elsewhere"


def blame(pile: Pile, testimonies: Mapping[str, Testimony], way: Way, *, errors: bool) -> Counter[str]:
    """Counts of where gold cells and both sides of gold contradictions are lost or kept."""
    where = Blame(pile, testimonies, way(pile)[0])
    counts: Counter[str] = Counter()
    for row in pile.dossier.gold.responsibility:
        for column in ANSWERS:
            places = getattr(row, column)
            if places:
                state = where.place(places, {"responsibility"}, row.incident)
                counts[f"cell {state}"] += 1
                if errors:
                    quotes = [(place.document[:6], place.quote) for place in places]
                    print(f"  {state:9} cell {row.incident} {row.actor} {column} {quotes}")
    for clash in pile.dossier.gold.contradictions:
        if not clash.update:
            sides = [where.place(side.claims, KINDS[clash.kind], clash.incident) for side in (clash.a, clash.b)]
            state = max(sides, key=("here", "elsewhere", "unread").index)
            counts[f"{clash.kind} {state}"] += 1
            if errors:
                print(f"  {sides} {clash.kind} {clash.incident} {clash.a.position} || {clash.b.position}")
    return counts


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--by", choices=("gold", "machine"), default="gold")
    parser.add_argument("--only", help="one dossier")
    parser.add_argument("--readings", type=Path, nargs="*", default=())
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    known = {}
    for path in args.readings:
        for line in path.read_bytes().splitlines():
            reading: Reading = decode_reading(line)
            known[reading.document.id] = reading
    way = use_gold if args.by == "gold" else use_machine
    clashes: Counter[str] = Counter()
    cells: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    folders = [folder for folder in list_dossiers(ROOT, args.split) if args.only in (None, folder.name)]
    for dossier in load_dossiers(folders, known):
        print(dossier.name)
        pile = make_pile(dossier)
        found, testimonies = weigh(pile, way)
        mine = score_contradictions(found, strict=False, errors=args.errors)
        print_clashes(mine, brief=True)
        own = score_responsibility(found, errors=args.errors)
        print_cells(own)
        clashes, cells = clashes + mine, cells + own
        lost += blame(pile, testimonies, way, errors=args.errors)
    print("all")
    print_clashes(clashes)
    print_cells(cells)
    print("gold cells:", *(f"{state} {lost[f'cell {state}']}" for state in ("here", "elsewhere", "unread")))
    for kind in KINDS:
        print(f"gold {kind}:", *(f"{state} {lost[f'{kind} {state}']}" for state in ("here", "elsewhere", "unread")))


def print_clashes(counts: Counter[str], *, brief: bool = False) -> None:
    """Precision and recall, in percent, with how many they are of."""
    for kind in ("clash", *(() if brief else (f"clash {name}" for name in KINDS)), "update"):
        right, hit = counts[f"{kind} right"], counts[f"{kind} found"]
        system, gold = right + counts[f"{kind} wrong"], hit + counts[f"{kind} missed"]
        print(f"  {kind:18} P {_percent(right, system)} ({system})  R {_percent(hit, gold)} ({gold})")


def print_cells(counts: Counter[str]) -> None:
    """Shares of cells."""
    print(
        f"  cells right {_percent(counts['found'], counts['gold'])} ({counts['gold']})  precision"
        f" {_percent(counts['right'], counts['system'])} ({counts['system']})"
    )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "  –  "


if __name__ == "__main__":
    main()
