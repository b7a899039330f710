"""The analysis of a dossier against its gold: contradictions, updates, and who is said to have done it.

    python benchmarks/dossier_case.py --split dev [--errors]

Each dossier is read and analysed whole, as `averral add` and `averral analyse` do it. Incidents of the gold are found
by their mentions: an incident of the system is that gold incident of which it has most.

A contradiction of the system is right where the gold has one of the same kind, not marked as an update, of whose sides
each shares a sentence of a document with one of its sides; several of the system may be right by one of the gold, which
counts once for recall. What is an update in the gold and a contradiction here counts as wrong. Incidents need not
agree, as a wrong cluster is counted elsewhere; with --strict they must.

A cell of responsibility is an actor of an incident and a column (claimed, accused, denied, reported as fact). It is
right where the gold fills it and so does the system, with at least one of the documents; "cells right" is the share of
the gold's cells. Precision is over the system's cells of actors that the gold knows for the incident, and over all.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.casefile import Casefile
from averral.ingest import iter_sources
from averral.reading_pool import load_reader
from averral.records.agreement import ANSWERS, Agreement, Contradiction, Voiced
from benchmarks.dossier_gold import Clash, DossierGold, Place, find_quote, list_dossiers, read_gold

ROOT = Path(__file__).resolve().parent.parent / "corpus/dossiers"
_END = re.compile(r"[.!?][\"”’']?\s|\n")
STOP = frozenset({"the", "of", "a", "an", "and", "its", "to", "in"})


class Analysed(NamedTuple):
    """A dossier with its texts, and what the system made of it."""

    gold: DossierGold
    names: dict[str, str]
    texts: dict[str, str]
    spans: dict[str, list[tuple[int, int]]]
    agreement: Agreement
    incident_of: dict[str, str]


def analyse(folder: Path) -> Analysed:
    """Read a dossier into a casefile that is thrown away."""
    gold, reader = read_gold(folder), load_reader(None)
    names: dict[str, str] = {}
    texts: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as place, Casefile.open(Path(place) / "case.db", create=True) as casefile:
        for path in sorted(folder.iterdir()):
            sources = list(iter_sources([str(path)]))
            for number, source in enumerate(sources, start=1):
                ingested, reading = reader(source)
                assert ingested is not None
                assert reading is not None
                casefile.add(ingested, reading)
                name = path.name if len(sources) == 1 else f"{path.name}#{number}"
                names[ingested.document.id], texts[name] = name, ingested.document.text
        spans = _list_spans(casefile, names)
        agreement = casefile.agreement.weigh()
        incident_of = {key: one.id for one in casefile.incidents.list() for key in one.members}
    return Analysed(gold, names, texts, spans, agreement, _match_incidents(gold, texts, spans, incident_of))


def _list_spans(casefile: Casefile, names: dict[str, str]) -> dict[str, list[tuple[int, int]]]:
    """The triggers of each happening, by "name of the document|document#incident"."""
    found: dict[str, list[tuple[int, int]]] = {}
    for reading in casefile.iter_readings():
        events = {event.id: event.trigger for event in reading.events}
        for incident in reading.incidents:
            key = f"{names[reading.document.id]}|{reading.document.id}#{incident.id}"
            found[key] = [(events[event].start, events[event].end) for event in incident.events]
    return found


def _match_incidents(
    gold: DossierGold, texts: dict[str, str], spans: dict[str, list[tuple[int, int]]], incident_of: dict[str, str]
) -> dict[str, str]:
    """The gold's incident for each of the system's: the one of whose mentions it has most triggers."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for incident in gold.incidents:
        for mention in incident.mentions:
            quote = find_quote(texts[mention.document], mention.quote)
            for key, triggers in spans.items():
                name, _, happening = key.partition("|")
                if quote and name == mention.document and any(s < quote[1] and quote[0] < e for s, e in triggers):
                    votes[incident_of[happening]][incident.id] += 1
    return {system: counts.most_common(1)[0][0] for system, counts in votes.items()}


def _overlap(found: Analysed, stances: Iterable[Voiced], claims: Iterable[Place]) -> bool:
    places = [(claim.document, _find_sentence(found.texts[claim.document], claim.quote)) for claim in claims]
    return any(
        quote and found.names[stance.document] == name and stance.start < quote[1] and quote[0] < stance.end
        for stance in stances
        for name, quote in places
    )


def _find_sentence(text: str, quote: str) -> tuple[int, int] | None:
    """From the end of the sentence before a quotation to the end of its own."""
    found = find_quote(text, quote)
    if found is None:
        return None
    start = max((end.end() for end in _END.finditer(text, 0, found[0])), default=0)
    end = _END.search(text, max(found[1] - 1, found[0]))
    return start, end.end() if end else len(text)


def _is_match(found: Analysed, one: Contradiction, gold: Clash, *, strict: bool) -> bool:
    if one.kind != gold.kind and {one.kind, gold.kind} != {"denial", "relation"}:
        return False
    if strict and gold.incident and found.incident_of.get(one.incident or "") != gold.incident:
        return False
    a, b = one.a.stances, one.b.stances
    return (_overlap(found, a, gold.a.claims) and _overlap(found, b, gold.b.claims)) or (
        _overlap(found, a, gold.b.claims) and _overlap(found, b, gold.a.claims)
    )


def score_contradictions(found: Analysed, *, strict: bool, errors: bool) -> Counter[str]:
    """Counts: right, wrong and missed contradictions; the same for updates; and contradictions that were updates."""
    counts: Counter[str] = Counter()
    hit: set[int] = set()
    for one in found.agreement.contradictions:
        matches = [n for n, g in enumerate(found.gold.contradictions) if _is_match(found, one, g, strict=strict)]
        right = [n for n in matches if found.gold.contradictions[n].update == one.update]
        hit |= set(right)
        kind = "update" if one.update else "clash"
        counts[f"{kind} {'right' if right else 'wrong'}"] += 1
        counts[f"{kind} {one.kind} {'right' if right else 'wrong'}"] += 1
        counts["clash that is an update"] += bool(not one.update and matches and not right)
        if errors and not right:
            print(f"  wrong {kind} {one.kind}: {one.a.label} | {one.b.label}{' (is an update)' if matches else ''}")
    for number, gold in enumerate(found.gold.contradictions):
        kind = "update" if gold.update else "clash"
        counts[f"{kind} {'found' if number in hit else 'missed'}"] += 1
        counts[f"{kind} {gold.kind} {'found' if number in hit else 'missed'}"] += 1
        if errors and number not in hit and not gold.update:
            print(f"  missed {gold.kind}: {gold.a.position} | {gold.b.position}")
    return counts


def _words(name: str) -> set[str]:
    return {word.strip("’'.,()").casefold() for word in name.split()} - STOP


class Cell(NamedTuple):
    """An actor of an incident and a column, with the documents that fill it."""

    incident: str
    actor: str
    column: str
    documents: frozenset[str]


def _iter_cells(found: Analysed) -> Iterator[Cell]:
    for row in found.agreement.responsibility:
        incident = found.incident_of.get(row.incident)
        for column in ANSWERS:
            voices = getattr(row, column)
            if voices:
                documents = frozenset(found.names[voice.document] for voice in voices)
                yield Cell(incident or f"?{row.incident}", row.name, column, documents)


def score_responsibility(found: Analysed, *, errors: bool) -> Counter[str]:
    """Counts of cells: of the gold, found; of the system, right, wrong, and about actors that the gold has."""
    counts: Counter[str] = Counter()
    system = list(_iter_cells(found))
    used: set[Cell] = set()
    for row in found.gold.responsibility:
        for column in ANSWERS:
            places = getattr(row, column)
            mine = [c for c in system if c.incident == row.incident and _words(c.actor) & _words(row.actor)]
            right = [c for c in mine if c.column == column and c.documents & {place.document for place in places}]
            if places:
                counts["gold"] += 1
                counts["found"] += bool(right)
                counts[f"gold {column}"] += 1
                counts[f"found {column}"] += bool(right)
                used |= set(right)
                if errors and not right:
                    print(f"  missed {column}: {row.actor} ({row.incident}) in {[p.document for p in places]}")
    actors = {(row.incident, word) for row in found.gold.responsibility for word in _words(row.actor)}
    for cell in system:
        known = any((cell.incident, word) in actors for word in _words(cell.actor))
        counts["system"] += 1
        counts["system known"] += known
        counts["right"] += cell in used
        if errors and cell not in used:
            print(f"  wrong {cell.column}: {cell.actor} ({cell.incident}) in {sorted(cell.documents)}")
    return counts


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "test"), default="dev")
    parser.add_argument("--only", help="one dossier")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    clashes: Counter[str] = Counter()
    cells: Counter[str] = Counter()
    for folder in list_dossiers(ROOT, args.split):
        if args.only in (None, folder.name):
            if args.errors:
                print(folder.name)
            found = analyse(folder)
            clashes += score_contradictions(found, strict=args.strict, errors=args.errors)
            cells += score_responsibility(found, errors=args.errors)
    for kind in ("clash", "update"):
        right, wrong = clashes[f"{kind} right"], clashes[f"{kind} wrong"]
        hit, missed = clashes[f"{kind} found"], clashes[f"{kind} missed"]
        shares = _percent(right, right + wrong), _percent(hit, hit + missed)
        print(f"{kind:8} P {shares[0]} ({right + wrong}) R {shares[1]} ({hit + missed})")
        for name in ("perpetrator", "denial", "casualties", "date", "place", "relation"):
            r, w = clashes[f"{kind} {name} right"], clashes[f"{kind} {name} wrong"]
            h, m = clashes[f"{kind} {name} found"], clashes[f"{kind} {name} missed"]
            print(f"    {name:12} P {_percent(r, r + w)} ({r + w}) R {_percent(h, h + m)} ({h + m})")
    print(f"contradictions that the gold has as updates: {clashes['clash that is an update']}")
    print(f"responsibility: cells right {_percent(cells['found'], cells['gold'])} of {cells['gold']}", end="; ")
    print(f"precision {_percent(cells['right'], cells['system'])} of {cells['system']}", end="; ")
    print(f"of actors that the gold has {_percent(cells['right'], cells['system known'])}")
    for column in ANSWERS:
        share = _percent(cells[f"found {column}"], cells[f"gold {column}"])
        print(f"    {column:20} {share} of {cells[f'gold {column}']}")


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}" if whole else "  –  "


if __name__ == "__main__":
    main()
