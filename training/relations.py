"""What actors are to each other: pairs of mentions with their predicate, out of four public corpora and our own gold.

re3d, KnowledgeNet and Re-DocRED have predicates of their own, of which some are ours; DSE knows for or against alone,
so that its pairs may have any of several predicates.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.corpora import join_tokens
from training.examples import Gold, Pairs, Span

RE3D = {
    "FightingAgainst": "fights", "BelongsTo": "member_of", "InChargeOf": "leads", "CommWith": "meets",
    "AlliesOf": "allied_with", "Likes": "supports", "Dislikes": "hostile_to",
}  # fmt: skip
SYMMETRIC = frozenset({"fights", "meets", "allied_with"})
ACTORS = frozenset({"Organisation", "Person", "Location", "Nationality", "MilitaryPlatform"})
SURE = 0.5
KNOWLEDGENET = {
    "EMPLOYEE_OR_MEMBER_OF": ("member_of", False),
    "POLITICAL_AFFILIATION": ("member_of", False),
    "SUBSIDIARY_OF": ("member_of", False),
    "FOUNDED_BY": ("created", True),
    "CEO": ("leads", True),
}
"""Predicate, and whether our subject is their object."""
REDOCRED = {
    "P463": ("member_of", False), "P102": ("member_of", False), "P241": ("member_of", False),
    "P361": ("member_of", False), "P108": ("member_of", False), "P749": ("member_of", False),
    "P6": ("leads", True), "P35": ("leads", True), "P169": ("leads", True), "P488": ("leads", True),
    "P112": ("created", True), "P1365": ("succeeds", False),
}  # fmt: skip
FOR = frozenset({"supports", "allied_with", "funds", "arms", "coordinates_with"})
AGAINST = frozenset({"hostile_to", "fights", "attacks", "sanctions"})
DSE = {"1": (FOR, False), "2": (FOR, True), "3": (AGAINST, False), "4": (AGAINST, True)}
"""What holds, and whether it holds from the second to the first. The order of the classes is that of its manual."""


def is_development(document: str) -> bool:
    """Whether a document of re3d may be learnt from: half of them may, by a digest of the id."""
    return int(hashlib.sha1(document.encode(), usedforsecurity=False).hexdigest()[-1], 16) % 2 == 0


def read_re3d_relations(data: Path) -> Iterator[Gold]:
    """re3d (Dstl), the development half of our split: relations between the mentions of a sentence."""
    for folder in sorted(p for p in (data / "re3d").iterdir() if p.is_dir()):
        spans, related = defaultdict(set), defaultdict(dict)
        for entity in _rows(folder / "entities.json"):
            if entity["type"] in ACTORS:
                spans[entity["documentId"]].add((entity["begin"], entity["end"]))
        for row in _rows(folder / "relations.json"):
            predicate = RE3D.get(row["type"])
            if predicate and row.get("confidence", 0) >= SURE:
                pair = (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"])
                for one in (pair, pair[::-1]) if predicate in SYMMETRIC else (pair,):
                    related[row["documentId"]][one] = frozenset({predicate})
        for document in _rows(folder / "documents.json"):
            name = document["_id"]
            if is_development(name):
                mentions = sorted(spans[name] | {s for pair in related[name] for s in pair})
                groups = group_by_sentence(document["text"], mentions)
                yield Gold(document["text"], "re3d", pairs=Pairs(groups, related[name], frozenset(RE3D.values())))


def _rows(path: Path) -> Iterator[dict]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def group_by_sentence(text: str, mentions: list[Span]) -> tuple[tuple[Span, ...], ...]:
    """The mentions of each sentence; a full stop before a capital ends one."""
    borders = [m.end() for m in re.finditer(r"[.!?][\"”’)]?\s+(?=[A-Z\"“])|\n+", text)]
    groups: dict[int, list[Span]] = defaultdict(list)
    for mention in mentions:
        groups[sum(border <= mention[0] for border in borders)].append(mention)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def read_knowledgenet(data: Path) -> Iterator[Gold]:
    """KnowledgeNet (Mesquita et al. 2019): sentences of Wikipedia with those of their facts that are ours."""
    passages: dict[tuple[str, str, str], list[dict]] = defaultdict(list)
    for row in _rows(data / "knowledgenet/facts.jsonl"):
        if row["prop"] in KNOWLEDGENET:
            passages[row["doc"], row["ps"], row["passage_text"]].append(row)
    for (_, start, text), rows in passages.items():
        related = {}
        for row in rows:
            if row["ss"] != "-":
                predicate, turned = KNOWLEDGENET[row["prop"]]
                pair = _shifted(row, "s", start), _shifted(row, "o", start)
                related[pair[::-1] if turned else pair] = frozenset({predicate})
        mentions = sorted({span for pair in related for span in pair})
        if mentions:
            known = frozenset(KNOWLEDGENET[row["prop"]][0] for row in rows)
            yield Gold(text, "knowledgenet", pairs=Pairs((tuple(mentions),), related, known))


def _shifted(row: dict, side: str, start: str) -> Span:
    return int(row[side + "s"]) - int(start), int(row[side + "e"]) - int(start)


def read_redocred_relations(data: Path) -> Iterator[Gold]:
    """Re-DocRED, development: of each relation the mentions that stand in one and the same sentence."""
    for item in json.loads((data / "redocred/data/dev_revised.json").read_text(encoding="utf-8")):
        text, places = join_tokens(item["sents"])
        spans = [
            {m["sent_id"]: (places[m["sent_id"]][m["pos"][0]][0], places[m["sent_id"]][m["pos"][1] - 1][1]) for m in v}
            for v in item["vertexSet"]
        ]
        related: dict[tuple[Span, Span], frozenset[str]] = {}
        groups: dict[int, list[Span]] = defaultdict(list)
        for label in item["labels"]:
            predicate, turned = REDOCRED.get(label["r"], (None, False))
            both = spans[label["h"]].keys() & spans[label["t"]].keys()
            for sentence in both if predicate else ():
                pair = spans[label["h"]][sentence], spans[label["t"]][sentence]
                related[pair[::-1] if turned else pair] = frozenset({predicate})
        for vertex, mentions in zip(spans, item["vertexSet"], strict=True):
            if mentions[0]["type"] in ("PER", "ORG", "LOC"):
                for sentence, span in vertex.items():
                    groups[sentence].append(span)
        shown = tuple(tuple(sorted(g)) for g in groups.values() if len(g) > 1)
        if related:
            yield Gold(text, "redocred", pairs=Pairs(shown, related, frozenset(p for p, _ in REDOCRED.values())))


def read_dse(data: Path) -> Iterator[Gold]:
    """DSE (Park et al. 2021), training part: who blames and who endorses whom in the news."""
    for line in (data / "dse/dataset/train.txt").read_text(encoding="utf-8").splitlines():
        marked, _, _, label = (*line.split("\t"), "", "", "", "")[:4]
        found = [m.span(1) for m in re.finditer(r"\[([^\[\]]+)\]", marked)]
        if len(found) != 2:
            continue
        first, second = ((s - 2 * i - 1, e - 2 * i - 1) for i, (s, e) in enumerate(found))
        labels, turned = DSE.get(label, (frozenset(), False))
        related = {(second, first) if turned else (first, second): labels} if labels else {}
        text = re.sub(r"[\[\]]", "", marked)
        yield Gold(text, "dse", pairs=Pairs(((first, second),), related, FOR | AGAINST))
