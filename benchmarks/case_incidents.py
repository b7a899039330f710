"""Which incidents of which documents are one: scored against the gold of dossiers, and its cost.

    python benchmarks/case_incidents.py corpus/dossiers --split dev [--readings READINGS.jsonl] [--show]
    python benchmarks/case_incidents.py corpus/dossiers --growth 1000 3000 10000 --readings READINGS.jsonl

B³ (Bagga and Baldwin 1998) over the gold mentions of all dossiers. "machine" takes the incidents as they were read: a
gold mention is in the cluster of the incident that has an event with its trigger inside the quotation or overlapping
it, else of the nearest trigger in the sentences of the quotation, else in one of its own. "oracle" takes one incident
of a document for each gold incident that it tells of, with what the reading has for the events there: what is measured
is this step alone. "one each" puts every mention into a cluster of its own, "one for all" those of a dossier into one.
Without --readings the documents are read first. Growth repeats the dossiers' readings with other names and days.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import msgspec

from averral.analysis.actors import make_sightings, resolve_actors
from averral.analysis.incidents import Index, Memory, make_happenings, resolve_incidents
from averral.extract import Extractor
from averral.gazetteer.actors import load_actors
from averral.records import Event, Incident, Reading, Trigger, decode_reading
from averral.records.case_incident import Happening
from averral.records.ontology import incident_type
from benchmarks.actors import Score, b_cubed
from benchmarks.dossier_gold import DossierGold, find_quote, list_dossiers, read_documents, read_gold

Clusters = dict[Hashable, Hashable]


class Told(NamedTuple):
    """A gold mention: its document, the gold incident, and where the quotation stands."""

    document: str
    incident: str
    start: int
    end: int


class Dossier(NamedTuple):
    """A dossier with its readings by document id."""

    name: str
    gold: DossierGold
    readings: Mapping[str, Reading]
    told: tuple[Told, ...]


def load_dossiers(folders: Iterable[Path], known: Mapping[str, Reading]) -> Iterator[Dossier]:
    """Dossiers with all their readings; what is not known is read."""
    extractor: Extractor | None = None
    for folder in folders:
        documents, gold = read_documents(folder), read_gold(folder)
        readings = {}
        for document in documents.values():
            if document.id not in known:
                extractor = extractor or Extractor.load(None)
            readings[document.id] = known.get(document.id) or extractor.read(document)  # type: ignore[union-attr]
        told = []
        for incident in gold.incidents:
            for mention in incident.mentions:
                where = find_quote(documents[mention.document].text, mention.quote)
                if where is not None:
                    told.append(Told(documents[mention.document].id, incident.id, *where))
        yield Dossier(folder.name, gold, readings, tuple(told))


def find_incident(reading: Reading, told: Told) -> str | None:
    """The incident with an event in the quotation, else with the nearest in its sentences."""
    owner = {event: incident.id for incident in reading.incidents for event in incident.events}
    events = [(event.trigger, owner[event.id]) for event in reading.events if event.id in owner]
    inside = Counter(i for trigger, i in events if trigger.start < told.end and trigger.end > told.start)
    if inside:
        return min(inside, key=lambda incident: (-inside[incident], incident))
    start, end = widen(reading, told)
    near = [(max(told.start - t.end, t.start - told.end), i) for t, i in events if t.start < end and t.end > start]
    return min(near)[1] if near else None


def widen(reading: Reading, told: Told) -> tuple[int, int]:
    """The sentences of a quotation."""
    touched = [s for s in reading.sentences if s[0] < told.end and s[1] > told.start]
    return (touched[0][0], touched[-1][1]) if touched else (told.start, told.end)


def make_oracle(dossier: Dossier) -> tuple[dict[str, Reading], Clusters]:
    """Readings whose incidents are those of the gold, and which of them each mention belongs to."""
    groups: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for told in dossier.told:
        groups[told.document][told.incident].append(told)
    types = {incident.id: incident.type for incident in dossier.gold.incidents}
    readings, keys = {}, {}
    for document, reading in dossier.readings.items():
        incidents: list[Incident] = []
        added: list[Event] = []
        for name, some in groups[document].items():
            incidents.append(fill_incident(reading, some, f"i{len(incidents)}", incident_type(types[name]), added))
            keys |= dict.fromkeys(some, f"{document}#{incidents[-1].id}")
        events = (*reading.events, *added)
        readings[document] = msgspec.structs.replace(reading, incidents=tuple(incidents), events=events)
    return readings, keys


def fill_incident(reading: Reading, some: Sequence[Told], name: str, kind: str, added: list[Event]) -> Incident:
    """An incident with what the reading has for the events that the quotations tell; with none, only its type."""
    events = [e for e in reading.events if any(e.trigger.start < t.end and e.trigger.end > t.start for t in some)]
    if not events:
        spans = [widen(reading, told) for told in some]
        events = [e for e in reading.events if any(e.trigger.start < end and e.trigger.end > s for s, end in spans)]
    if not events:
        trigger = Trigger(start=some[0].start, end=some[0].end)
        added.append(Event(id=f"gold-{name}", type=kind, trigger=trigger))
        return Incident(id=name, type=kind, stage="accomplished", events=(added[-1].id,))
    ids = {event.id for event in events}
    whole = [incident for incident in reading.incidents if ids & set(incident.events)]
    own = max(whole, key=lambda incident: len(ids & set(incident.events)), default=None)
    tolls = tuple(c for i in whole for c in i.casualties if any(t.start < c.end and c.start < t.end for t in some))
    dates = Counter(event.edtf for event in events if event.edtf)
    places = Counter(event.place for event in events if event.place)
    return Incident(
        id=name,
        type=own.type if own else incident_type(events[0].type),
        stage=own.stage if own else "accomplished",
        events=tuple(event.id for event in events),
        edtf=dates.most_common(1)[0][0] if dates else own.edtf if own and set(own.events) <= ids else None,
        place=places.most_common(1)[0][0] if places else own.place if own and set(own.events) <= ids else None,
        perpetrators=own.perpetrators if own else (),
        targets=own.targets if own else (),
        victims=own.victims if own else (),
        instruments=own.instruments if own else (),
        casualties=tolls,
    )


def list_happenings(readings: Iterable[Reading]) -> list[tuple[Happening, ...]]:
    """Those of each reading, with actors resolved over all."""
    readings = list(readings)
    sightings = [s for r in readings for s in make_sightings(r.document.id, r.entities, r.mentions, r.places)]
    found = resolve_actors(sightings, (), load_actors())
    actor_of = {key: actor.id for actor in found.actors for key in actor.sightings}
    return [make_happenings(reading, actor_of) for reading in readings]


def cluster(readings: Iterable[Reading]) -> dict[str, str]:
    """The case incident of each happening's key."""
    found = resolve_incidents(Index(list_happenings(readings)))
    return {key: incident.id for incident in found.incidents for key in incident.members}


def score_dossier(dossier: Dossier) -> dict[str, tuple[Clusters, Clusters]]:
    """Gold and found clusters of the mentions, by way of scoring."""
    gold: Clusters = {told: (dossier.name, told.incident) for told in dossier.told}
    case = cluster(dossier.readings.values())
    machine: Clusters = {}
    for told in dossier.told:
        incident = find_incident(dossier.readings[told.document], told)
        machine[told] = case[f"{told.document}#{incident}"] if incident else told
    readings, keys = make_oracle(dossier)
    oracle_case = cluster(readings.values())
    oracle: Clusters = {told: oracle_case[str(keys[told])] for told in dossier.told}
    found = {"machine": machine, "oracle": oracle}
    found |= {"one each": {told: told for told in gold}, "one for all": dict.fromkeys(gold, dossier.name)}
    return {way: (gold, clusters) for way, clusters in found.items()}


def print_score(name: str, score: Score) -> None:
    """One line in percent."""
    print(f"{name:34} P {score.precision:6.1%}  R {score.recall:6.1%}  F1 {score.f1:6.1%}  ({score.items} mentions)")


def show_clusters(dossier: Dossier, clusters: Clusters) -> None:
    """What each found cluster has of which gold incidents."""
    groups: dict[Hashable, list[Told]] = defaultdict(list)
    for told, found in clusters.items():
        groups[found].append(told)  # type: ignore[arg-type]
    for some in sorted(groups.values(), key=len, reverse=True):
        print("   ", dict(Counter(told.incident for told in some)))
    print("    of", dict(Counter(told.incident for told in dossier.told)))


def grow(dossiers: Sequence[Dossier], sizes: Sequence[int]) -> None:
    """Print seconds for piles of so many documents, and for one document more."""
    piles = [list_happenings(dossier.readings.values()) for dossier in dossiers]
    base = 0.0
    for size in sizes:
        documents = list(synthesise(piles, size))
        start = time.process_time()
        index = Index(documents)
        loaded = time.process_time()
        ties = index.tie()
        tied = time.process_time()
        memory: Memory = {}
        found = resolve_incidents(index, (), ties, memory)
        done = time.process_time()
        new = next(synthesise(piles, 1, salt="new"))
        more = index.tie(index.add(new))
        added = time.process_time()
        resolve_incidents(index, (), (*ties, *more), memory)
        last = time.process_time()
        count = sum(map(len, documents))
        per = (done - start) / (count * math.log2(count)) if count > 1 else 0.0
        base = base or per
        largest = max((len(incident.members) for incident in found.incidents), default=0)
        print(
            f"{size:6} documents, {count:6} happenings, {len(ties):7} ties, {len(found.incidents):6} incidents "
            f"(largest {largest}): index {loaded - start:.2f} s, ties {tied - loaded:.2f} s, clusters "
            f"{done - tied:.2f} s; of n log n {per / base:.2f}; one more: ties {added - done:.3f} s, "
            f"clusters {last - added:.2f} s"
        )


def synthesise(piles: Sequence[Sequence[Sequence[Happening]]], size: int, salt: str = "") -> Iterator[list[Happening]]:
    """So many documents: dossier after dossier, each time with names, actors, words and days of its own."""
    made = 0
    for turn in range(size + 1):
        for pile in piles:
            for happenings in pile:
                if not happenings:
                    continue
                if made == size:
                    return
                made += 1
                yield [rename(happening, turn, f"{salt}{turn}") for happening in happenings]


def rename(happening: Happening, turn: int, mark: str) -> Happening:
    """The same happening of another affair: other names, two thirds other words, other days."""

    def move(day: date | None) -> date | None:
        return day + timedelta(days=turn * 61 % 40_000 - 20_000) if day else None

    return msgspec.structs.replace(
        happening,
        document=f"{happening.document}-{mark}",
        first=move(happening.first),
        last=move(happening.last),
        reported=move(happening.reported),
        places=tuple(f"{place} {mark}" for place in happening.places),
        geonames=(),
        lat=None,
        lon=None,
        actors=tuple(f"{actor}-{mark}" for actor in happening.actors),
        words=tuple(f"{word}{mark}" if number % 3 else word for number, word in enumerate(happening.words)),
        scene=tuple(f"{word}{mark}" for word in happening.scene),
        dates=tuple(str(move(date.fromisoformat(day))) for day in happening.dates),
        about=tuple(f"{name} {mark}" for name in happening.about),
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--readings", type=Path, nargs="*", default=[], help="readings that need not be read again")
    parser.add_argument("--show", action="store_true", help="show what each found cluster has")
    parser.add_argument("--growth", type=int, nargs="*", default=[], help="sizes of piles to time instead")
    args = parser.parse_args()
    lines = (line for path in args.readings for line in path.open("rb"))
    known = {reading.document.id: reading for reading in map(decode_reading, lines)}
    dossiers = list(load_dossiers(list_dossiers(args.root, args.split), known))
    if args.growth:
        grow(dossiers, args.growth)
        return
    everything: dict[str, tuple[Clusters, Clusters]] = defaultdict(lambda: ({}, {}))
    for dossier in dossiers:
        for way, (gold, found) in score_dossier(dossier).items():
            print_score(f"{dossier.name}, {way}", b_cubed(gold, found))
            if args.show and way in ("machine", "oracle"):
                show_clusters(dossier, found)
            everything[way][0].update(gold)
            everything[way][1].update({told: (dossier.name, cluster) for told, cluster in found.items()})
    for way, (gold, found) in everything.items():
        print_score(f"all, {way}", b_cubed(gold, found))


if __name__ == "__main__":
    main()
