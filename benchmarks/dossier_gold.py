"""The gold of a dossier: what an analysis of its documents should find, and whether its quotations stand in them.

    python benchmarks/dossier_gold.py corpus/dossiers/port-amaran

The format is told in corpus/dossiers/README.md. Exits with 1 where a quotation is not found once, or a name is unknown.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec
import yaml

from averral.ingest import iter_sources, read_source
from averral.records import Document
from averral.records.ontology import EVENT_TYPES

__all__ = ["DossierGold", "find_quote", "list_dossiers", "list_faults", "read_documents", "read_gold"]

MemberKind = Literal["original", "exact_copy", "partial_copy", "rewrite", "credit", "relay"]
ClashKind = Literal["perpetrator", "denial", "casualties", "date", "place", "relation"]


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one document beside its text."""

    published: str | None = None
    genre: str
    publisher: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a document; `by` is who says them, where that matters."""

    document: str
    quote: str
    by: str | None = None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A document of an origin, how it came by it, and the words that show it."""

    document: str
    kind: MemberKind
    of: str | None = None
    quote: str | None = None


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a piece of information entered the pile, and who passes it on."""

    id: str
    what: str
    members: tuple[Member, ...]


class GoldIncident(msgspec.Struct, frozen=True, kw_only=True):
    """One happening and the words that tell of it."""

    id: str
    type: str
    edtf: str | None = None
    place: str | None = None
    mentions: tuple[Place, ...]


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as one document gives it."""

    incident: str
    kind: Literal["killed", "injured", "abducted", "missing", "arrested", "displaced"]
    low: int | None
    high: int | None
    by: str
    document: str
    quote: str


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of two positions that cannot both hold, with all claims that take it."""

    position: str
    claims: tuple[Place, ...]


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Two positions; `update` where the later one replaces the earlier, which is no contradiction."""

    kind: ClashKind
    incident: str | None = None
    update: bool = False
    a: Side
    b: Side


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one actor and one incident, by whom."""

    incident: str
    actor: str
    claimed_by: tuple[Place, ...] = ()
    accused_by: tuple[Place, ...] = ()
    denied_by: tuple[Place, ...] = ()
    reported_as_fact_by: tuple[Place, ...] = ()


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """A prediction and when it falls due."""

    by: str
    document: str
    quote: str
    until: str | None = None


class DossierGold(msgspec.Struct, frozen=True, kw_only=True):
    """Everything in the gold of a dossier."""

    split: Literal["dev", "test"]
    topic: str
    documents: dict[str, About]
    origins: tuple[Origin, ...] = ()
    incidents: tuple[GoldIncident, ...] = ()
    tolls: tuple[Toll, ...] = ()
    contradictions: tuple[Clash, ...] = ()
    responsibility: tuple[Answer, ...] = ()
    forecasts: tuple[Forecast, ...] = ()


def list_dossiers(root: Path, split: str) -> list[Path]:
    """The folders under `root` with gold of a split, by name."""
    folders = (path.with_name(path.name.removesuffix(".gold.yaml")) for path in sorted(root.glob("*.gold.yaml")))
    return [folder for folder in folders if read_gold(folder).split == split]


def read_gold(folder: Path) -> DossierGold:
    """The gold of a folder, which lies beside it as FOLDER.gold.yaml.

    Raises:
        msgspec.ValidationError: it breaks the format; the message has the path to the fault.
    """
    text = folder.with_name(f"{folder.name}.gold.yaml").read_text("utf-8")
    return msgspec.convert(_write_dates(yaml.safe_load(text)), DossierGold)


def read_documents(folder: Path) -> dict[str, Document]:
    """Every document of a folder by the name that the gold has for it."""
    found: dict[str, Document] = {}
    for path in sorted(folder.iterdir()):
        some = [read_source(source).document for source in iter_sources([str(path)])]
        named = (path.name,) if len(some) == 1 else tuple(f"{path.name}#{n}" for n in range(1, len(some) + 1))
        found |= dict(zip(named, some, strict=True))
    return found


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Where the words stand in the text, any white space for a space; None where they do not, or more than once."""
    found = list(re.finditer(r"\s+".join(map(re.escape, quote.split())), text))
    return found[0].span() if len(found) == 1 else None


def list_faults(gold: DossierGold, documents: dict[str, Document]) -> Iterator[str]:
    """What is wrong with the gold, in words."""
    yield from (f"no such document: {name}" for name in gold.documents.keys() - documents.keys())
    yield from (f"not in gold.documents: {name}" for name in documents.keys() - gold.documents.keys())
    for name, quote in _iter_quotes(gold):
        if name not in documents:
            yield f"no such document: {name}"
        elif find_quote(documents[name].text, quote) is None:
            yield f"{name}: not there, or more than once: {quote!r}"
    known = {incident.id for incident in gold.incidents}
    used = [row.incident for rows in (gold.tolls, gold.contradictions, gold.responsibility) for row in rows]
    yield from (f"no such incident: {name}" for name in used if name is not None and name not in known)
    yield from (f"no such type: {i.type}" for i in gold.incidents if i.type not in EVENT_TYPES)


def _iter_quotes(gold: DossierGold) -> Iterator[tuple[str, str]]:
    places = [m for o in gold.origins for m in o.members if m.quote]
    yield from ((m.document, m.quote or "") for m in places)
    rows = [p for i in gold.incidents for p in i.mentions]
    rows += [p for c in gold.contradictions for side in (c.a, c.b) for p in side.claims]
    for a in gold.responsibility:
        rows += [*a.claimed_by, *a.accused_by, *a.denied_by, *a.reported_as_fact_by]
    yield from ((p.document, p.quote) for p in rows)
    yield from ((t.document, t.quote) for t in gold.tolls)
    yield from ((f.document, f.quote) for f in gold.forecasts)


def _write_dates(value: object) -> object:
    """YAML reads 2031-05-13 as a date; the gold has EDTF strings."""
    if isinstance(value, dict):
        return {key: _write_dates(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_write_dates(entry) for entry in value]
    return value.isoformat() if isinstance(value, date) else value


def main() -> None:
    """Command line."""
    bad = 0
    for name in sys.argv[1:]:
        gold, documents = read_gold(Path(name)), read_documents(Path(name))
        faults = list(list_faults(gold, documents))
        bad += len(faults)
        print(f"{name}: {len(documents)} documents, {len(gold.origins)} origins, {len(gold.incidents)} incidents,")
        print(f"  {len(gold.contradictions)} contradictions, {len(gold.tolls)} figures, {len(faults)} faults")
        print(*(f"  {fault}" for fault in faults), sep="\n")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()
