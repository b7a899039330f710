"""Read the annotated documents of corpus/gold (the guide is README.md there).

python -m training.gold corpus/gold/*.txt     checks files and prints what they hold
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from averral.records import Factuality, Tense
from averral.records.incident import ArgumentRole, Confidence
from averral.records.ontology.predicates import PREDICATE_KINDS, PREDICATES
from training.markup import (
    GENRES,
    MarkedAttribution,
    MarkedMention,
    MarkupError,
    Span,
    join_lines,
    nest_attributions,
    read_bases,
    strip_marks,
)

FACTUALITIES: tuple[str, ...] = get_args(Factuality)
TENSES: tuple[str, ...] = get_args(Tense)
ROLES: tuple[str, ...] = get_args(ArgumentRole)
CONFIDENCES: tuple[str, ...] = get_args(Confidence)
STAGES = ("accomplished", "attempted", "threatened")
TIME_KINDS = ("date", "time", "duration", "interval", "set")
CASUALTY_KINDS = ("killed", "injured", "abducted", "missing", "arrested", "displaced")
PROPOSITIONS = ("responsibility", "event", "casualties", "statement")
ENTITY_TYPES = ("person", "organization", "place", "facility", "group", "weapon", "vehicle", "event")
ORGANIZATIONS = (
    "state", "government_body", "military_unit", "police", "intelligence_agency", "court", "party", "armed_group",
    "militia", "company", "media_outlet", "international_organization", "ngo", "religious_body",
)  # fmt: skip
"""Subtypes; an organization of another kind has none."""
SYMMETRIC: frozenset[str] = frozenset(kind.id for kind in PREDICATE_KINDS.values() if kind.symmetric)
COUNTED = ("attributions", "times", "events", "incidents", "claims", "entities", "relations")
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"(?:#(\d+|all))?')
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FIGURE = re.compile(r"(~?)(\d*)(-?)(\d*)")


@dataclass(frozen=True)
class GoldTime:
    """A time expression and its EDTF value; None where nothing anchors it."""

    span: Span
    edtf: str | None
    kind: str


@dataclass(frozen=True)
class GoldEvent:
    """A trigger, its type, the author's commitment, tense, and (role, span) for each argument."""

    id: str
    type: str
    trigger: Span
    factuality: str
    tense: str
    arguments: tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class GoldPerpetrator:
    """Who did it according to whom; `by` holds attribution numbers, 0 for the author."""

    text: str
    kind: str
    confidence: str
    by: tuple[int, ...]


@dataclass(frozen=True)
class GoldCasualties:
    """A figure as one claim gives it; `by` is an attribution number, 0 for the author."""

    id: str
    kind: str
    low: int | None
    high: int | None
    approximate: bool
    span: Span
    by: int


@dataclass
class GoldIncident:
    """One happening as this document tells it."""

    id: str
    type: str
    stage: str
    events: tuple[str, ...] = ()
    edtf: str | None = None
    place: str | None = None
    fillers: dict[str, list[str]] = field(default_factory=dict)
    perpetrators: list[GoldPerpetrator] = field(default_factory=list)
    casualties: list[GoldCasualties] = field(default_factory=list)


@dataclass(frozen=True)
class GoldClaim:
    """A proposition that attribution `by` (0: the author) puts forward; `of` is an incident, event or figure."""

    by: int
    type: str
    of: str | None
    actor: str | None
    factuality: str
    tense: str


@dataclass(frozen=True)
class GoldEntity:
    """A thing that is spoken of, and its mentions in this document; its id is the same in all documents."""

    id: str
    name: str
    type: str
    subtype: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True)
class GoldRelation:
    """A tie between two entities that the words state; the spans are those of two of their mentions."""

    id: str
    predicate: str
    subject: Span
    object: Span
    entities: tuple[str, str]
    factuality: str
    tense: str
    by: tuple[int, ...]
    edtf: str | None = None


@dataclass
class GoldDocument:
    """One document with everything that its lines say; offsets count code points of `text`."""

    id: str
    genre: str
    happening: str
    split: str
    published: str | None
    text: str
    attributions: dict[int, MarkedAttribution]
    mentions: tuple[MarkedMention, ...]
    triggers: dict[int, Span]
    times: list[GoldTime] = field(default_factory=list)
    events: dict[str, GoldEvent] = field(default_factory=dict)
    incidents: dict[str, GoldIncident] = field(default_factory=dict)
    claims: list[GoldClaim] = field(default_factory=list)
    declared: dict[str, GoldEntity] = field(default_factory=dict)
    entities: dict[str, GoldEntity] = field(default_factory=dict)
    relations: list[GoldRelation] = field(default_factory=list)

    def find(self, quoted: str, near: int | None = None) -> Span:
        """Where `"words"` or `"words"#2` stands: the first place, or the nearest to `near`.

        Raises:
            MarkupError: it is not there.
        """
        words, place = _unquote(quoted)
        if place == "all":
            raise MarkupError(f"{quoted}: only mentions of an entity are named by #all")
        edge_left, edge_right = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
        found = [m.span() for m in re.finditer(edge_left + re.escape(words) + edge_right, self.text)]
        number = int(place) if place else None
        if not words or not found or (number and number > len(found)):
            raise MarkupError(f"{quoted} is not in the text")
        if number:
            return found[number - 1]
        return found[0] if near is None else min(found, key=lambda s: min(abs(s[0] - near), abs(s[1] - near)))

    def find_mentions(self, quoted: str) -> list[Span]:
        """Mentions of `"words"` (the first), `"words"#2` (the second), or `"words"#all`; dates and numbers are none.

        Raises:
            MarkupError: there is no such mention.
        """
        words, place = _unquote(quoted)
        spans = [(m.start, m.end) for m in self.mentions if m.type not in ("DATE", "NUM")]
        found = [span for span in spans if self.text[slice(*span)] == words]
        number = int(place) if place and place != "all" else 1
        if not 0 < number <= len(found):
            raise MarkupError(f"{quoted} is no mention in the text")
        return found if place == "all" else [found[number - 1]]

    def find_entity(self, mention: Span) -> str | None:
        """Id of the entity that a mention belongs to."""
        return next((e.id for e in self.entities.values() if mention in e.mentions), None)


def _unquote(quoted: str) -> tuple[str, str | None]:
    """Words between the marks, and what stands behind `#`."""
    match = QUOTED.fullmatch(quoted.strip())
    if not match:
        raise MarkupError(f"{quoted!r} is not in quotation marks")
    return re.sub(r"\\(.)", r"\1", match[1]), match[2]


def _one_of(value: str, values: tuple[str, ...], what: str) -> str:
    if value not in values:
        raise MarkupError(f"unknown {what} {value!r}")
    return value


def _known(document: GoldDocument, numbers: list[str]) -> tuple[int, ...]:
    result = tuple(0 if n == "author" else int(n) for n in numbers)
    for n in result:
        if n and n not in document.attributions:
            raise MarkupError(f"there is no attribution {n}")
    return result


def _split_quotes(line: str) -> list[str]:
    """Words of a line, with `"…"` and `"…"#2` kept whole."""
    return [m.group() for m in re.finditer(r'"(?:[^"\\]|\\.)*"(?:#(?:\d+|all))?|\S+', line)]


def _fields(line: str) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in _split_quotes(line):
        if word == "|":
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def _time(document: GoldDocument, fields: list[list[str]]) -> None:
    quoted, value, kind = fields[0]
    near = max((t.span[1] for t in document.times), default=0)
    marks = {(m.start, m.end) for m in document.mentions if m.type == "DATE"}
    words = document.text[slice(*document.find(quoted))]
    later = sorted(s for s in marks if document.text[slice(*s)] == words and s[0] >= near)
    span = later[0] if later and "#" not in quoted else document.find(quoted)
    if span not in marks:
        raise MarkupError(f"time {quoted} is no DATE mark")
    document.times.append(GoldTime(span, None if value == "-" else value, _one_of(kind, TIME_KINDS, "kind of time")))


def _event(document: GoldDocument, fields: list[list[str]]) -> None:
    name, kind = fields[0]
    if not name.startswith("v") or (number := int(name[1:])) not in document.triggers:
        raise MarkupError(f"event {name} has no trigger in the text")
    trigger = document.triggers[number]
    factuality, tense, arguments = "UU", "past", []
    for first, *rest in fields[1:]:
        if first == "fact":
            factuality = _one_of(rest[0], FACTUALITIES, "factuality")
        elif first in TENSES:
            tense = first
        else:
            arguments.append((_one_of(first, ROLES, "role"), document.find(rest[0], trigger[0])))
    if name in document.events:
        raise MarkupError(f"event {name} is there twice")
    document.events[name] = GoldEvent(name, kind, trigger, factuality, tense, tuple(arguments))


def _incident(document: GoldDocument, fields: list[list[str]]) -> None:
    name, kind, stage = fields[0]
    incident = GoldIncident(name, kind, _one_of(stage, STAGES, "stage"))
    for first, *rest in fields[1:]:
        if first == "events":
            incident.events = tuple(rest)
            if missing := [v for v in rest if v not in document.events]:
                raise MarkupError(f"incident {name}: no event {missing[0]}")
        elif first == "edtf":
            incident.edtf = rest[0]
        elif first == "place":
            incident.place = document.text[slice(*document.find(rest[0]))]
        else:
            _one_of(first, ("target", "victim", "instrument"), "field of an incident")
            incident.fillers.setdefault(first, []).append(document.text[slice(*document.find(rest[0]))])
    document.incidents[name] = incident


def _of(document: GoldDocument, name: str) -> GoldIncident:
    if name not in document.incidents:
        raise MarkupError(f"there is no incident {name}")
    return document.incidents[name]


def _by(document: GoldDocument, fields: list[list[str]]) -> tuple[int, ...]:
    if len(fields) < 2 or fields[1][:1] != ["by"]:
        raise MarkupError("the line does not say by whom")
    return _known(document, fields[1][1:])


def _perpetrator(document: GoldDocument, fields: list[list[str]]) -> None:
    name, quoted, kind, confidence = fields[0]
    text = document.text[slice(*document.find(quoted))]
    _one_of(kind, ("organization", "individual"), "kind of perpetrator")
    _one_of(confidence, CONFIDENCES, "confidence")
    _of(document, name).perpetrators.append(GoldPerpetrator(text, kind, confidence, _by(document, fields)))


def _casualties(document: GoldDocument, fields: list[list[str]]) -> None:
    name, kind, figure, quoted = fields[0]
    match = FIGURE.fullmatch(figure)
    if not match or not (match[2] or match[4]):
        raise MarkupError(f"{figure!r} is no figure")
    low = int(match[2]) if match[2] else None
    high = int(match[4]) if match[4] else (low if not match[3] else None)
    total = sum(len(i.casualties) for i in document.incidents.values())
    (by,) = _by(document, fields)
    _one_of(kind, CASUALTY_KINDS, "kind of casualties")
    _of(document, name).casualties.append(
        GoldCasualties(f"d{total + 1}", kind, low, high, bool(match[1]), document.find(quoted), by)
    )


def _claim(document: GoldDocument, fields: list[list[str]]) -> None:
    by, kind, *rest = fields[0]
    (number,) = _known(document, [by])
    _one_of(kind, PROPOSITIONS, "proposition")
    *arguments, factuality, tense = rest
    of = arguments[0] if arguments else None
    figures = {d.id for i in document.incidents.values() for d in i.casualties}
    known = {"event": set(document.events), "responsibility": set(document.incidents), "casualties": figures}
    if kind != "statement" and of not in known[kind]:
        raise MarkupError(f"claim {by} {kind}: there is no {of}")
    actor = arguments[1] if len(arguments) > 1 and arguments[1] != "-" else None
    text = actor and document.text[slice(*document.find(actor))]
    _one_of(factuality, FACTUALITIES, "factuality")
    document.claims.append(GoldClaim(number, kind, of, text, factuality, _one_of(tense, TENSES, "tense")))


def _read_entity(fields: list[list[str]], known: dict[str, GoldEntity]) -> GoldEntity:
    name, quoted, kind, *subtypes = fields[0]
    if not SLUG.fullmatch(name):
        raise MarkupError(f"{name!r} is no id of an entity")
    if name in known:
        raise MarkupError(f"entity {name} is there twice")
    _one_of(kind, ENTITY_TYPES, "type of entity")
    for subtype in subtypes:
        _one_of(subtype, ORGANIZATIONS if kind == "organization" else (), f"subtype of {kind}")
    if len(subtypes) > 1:
        raise MarkupError(f"entity {name} has more than one subtype")
    return GoldEntity(name, _unquote(quoted)[0], kind, subtypes[0] if subtypes else None)


def _entity(document: GoldDocument, fields: list[list[str]]) -> None:
    entity = _read_entity(fields, document.declared)
    if not entity.id.startswith(f"{document.id}-"):
        raise MarkupError(f"the id of an entity of this document alone begins with {document.id}-")
    document.declared[entity.id] = entity


def _who(document: GoldDocument, fields: list[list[str]]) -> None:
    name, *quotes = fields[0]
    if name not in document.declared:
        raise MarkupError(f"there is no entity {name}")
    if name in document.entities:
        raise MarkupError(f"the mentions of {name} are there twice")
    spans = [span for quoted in quotes for span in document.find_mentions(quoted)]
    if not spans or len(set(spans)) < len(spans):
        raise MarkupError("no mention, or one of them twice")
    for span in spans:
        if other := document.find_entity(span):
            raise MarkupError(f"{document.text[slice(*span)]!r} belongs to {other}")
    document.entities[name] = replace(document.declared[name], mentions=tuple(sorted(spans)))


def _end(document: GoldDocument, quoted: str) -> tuple[Span, str]:
    (span,) = document.find_mentions(quoted)
    name = document.find_entity(span)
    if not name:
        raise MarkupError(f"{quoted} belongs to no entity")
    return span, name


def _relation(document: GoldDocument, fields: list[list[str]]) -> None:
    name, predicate, subject, arrow, target = fields[0]
    (factuality, tense), date = fields[1], {f[0]: f[1] for f in fields[3:]}
    if name != f"r{len(document.relations) + 1}" or arrow != "->" or set(date) - {"edtf"}:
        raise MarkupError(
            "it reads: rel rN predicate subject -> object | factuality tense | by … | edtf …, numbers in order"
        )
    _one_of(predicate, PREDICATES, "predicate")
    (start, one), (end, other) = _end(document, subject), _end(document, target)
    if one == other:
        raise MarkupError(f"both ends are {one}")
    relation = GoldRelation(
        name, predicate, start, end, (one, other), _one_of(factuality, FACTUALITIES, "factuality"),
        _one_of(tense, TENSES, "tense"), _by(document, fields[1:]), date.get("edtf"),
    )  # fmt: skip
    if _sort(relation) in map(_sort, document.relations):
        raise MarkupError("the same relation is there already")
    document.relations.append(relation)


def _sort(relation: GoldRelation) -> tuple[str, tuple[str, ...], str, str | None]:
    """What makes a relation another one: a symmetric one is the same from either end."""
    ends = relation.entities
    return (
        relation.predicate,
        tuple(sorted(ends) if relation.predicate in SYMMETRIC else ends),
        relation.factuality,
        relation.edtf,
    )


LINES: dict[str, Callable[[GoldDocument, list[list[str]]], None]] = {
    "time": _time,
    "event": _event,
    "incident": _incident,
    "perp": _perpetrator,
    "dead": _casualties,
    "claim": _claim,
    "entity": _entity,
    "who": _who,
    "rel": _relation,
}


def _check(document: GoldDocument) -> None:
    if missing := set(document.triggers) - {int(v[1:]) for v in document.events}:
        raise MarkupError(f"triggers without a line: {sorted(missing)}")
    if missing := set(document.attributions) - {c.by for c in document.claims}:
        raise MarkupError(f"attributions without a claim: {sorted(missing)}")
    dates = {(m.start, m.end) for m in document.mentions if m.type == "DATE"}
    if missing_dates := dates - {t.span for t in document.times}:
        words = [document.text[slice(*s)] for s in sorted(missing_dates)]
        raise MarkupError(f"DATE marks without a time line: {words}")
    own = {name for name in document.declared if name.startswith(f"{document.id}-")}
    if silent := own - set(document.entities):
        raise MarkupError(f"entities without mentions: {sorted(silent)}")


def _document(heading: str, head: dict[str, str], declared: dict[str, GoldEntity], lines: list[str]) -> GoldDocument:
    name, genre, published = (part.strip() for part in heading.split("|"))
    _one_of(genre, GENRES, "genre")
    end = next((i for i, line in enumerate(lines) if line.startswith("=")), None)
    if end is None:
        raise MarkupError("no '=' line behind the text")
    marks = strip_marks(join_lines(lines[:end]))
    attributions = dict(
        zip(sorted(marks.parts), nest_attributions(marks.parts, read_bases(lines[end], set(marks.parts))), strict=True)
    )
    document = GoldDocument(
        name, genre, head["topic"], head["split"], None if published == "-" else published, marks.text, attributions,
        tuple(sorted(marks.mentions, key=lambda m: (m.start, -m.end))), marks.triggers,
        declared=dict(declared),
    )  # fmt: skip
    for line in filter(str.strip, lines[end + 1 :]):
        word, _, rest = line.strip().partition(" ")
        if word not in LINES:
            raise MarkupError(f"unknown line {line!r}")
        try:
            LINES[word](document, _fields(rest))
        except (ValueError, IndexError) as error:
            raise MarkupError(f"{line!r}: {error}") from error
    _check(document)
    return document


def _read_declared(lines: list[str]) -> dict[str, GoldEntity]:
    """The entities of a happening, from the top of its file."""
    found: dict[str, GoldEntity] = {}
    for line in lines:
        if line.startswith("entity "):
            try:
                entity = _read_entity(_fields(line.removeprefix("entity ")), found)
            except ValueError as error:
                raise MarkupError(f"{line!r}: {error}") from error
            found[entity.id] = entity
    return found


def read_gold(path: Path) -> list[GoldDocument]:
    """Documents of one happening.

    Raises:
        MarkupError: a document breaks the guide; the message names file, document and line.
    """
    before, *blocks = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    head = dict(line[2:].split(": ", 1) for line in before.splitlines() if line.startswith("# ") and ": " in line)
    if missing := {"topic", "split"} - set(head):
        raise MarkupError(f"{path.name}: no '# {min(missing)}:' line")
    try:
        declared = _read_declared(before.splitlines())
    except MarkupError as error:
        raise MarkupError(f"{path.name}: {error}") from error
    documents = []
    for block in blocks:
        heading, *lines = block.splitlines()
        try:
            documents.append(_document(heading, head, declared, lines))
        except (MarkupError, ValueError) as error:
            raise MarkupError(f"{path.name} {heading}: {error}") from error
    if silent := set(declared).difference(*(d.entities for d in documents)):
        raise MarkupError(f"{path.name}: entities that no document mentions: {sorted(silent)}")
    return documents


def main(paths: list[str]) -> int:
    """Check files and print what they hold; 1 when one has a fault."""
    faults = 0
    for path in map(Path, paths):
        try:
            documents = read_gold(path)
        except MarkupError as error:
            faults += 1
            print(f"FAULT {error}")
            continue
        counts = {
            "documents": len(documents),
            "words": sum(len(d.text.split()) for d in documents),
            **{n: sum(len(getattr(d, n)) for d in documents) for n in COUNTED},
            "figures": sum(len(i.casualties) for d in documents for i in d.incidents.values()),
        }  # fmt: skip
        print(f"{path.name}: {', '.join(f'{v} {k}' for k, v in counts.items())}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
