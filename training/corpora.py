"""Every training corpus as `Gold` texts: what each marks, and what it leaves open.

Licences and sources are in ../shared/RESEARCH.md section 3; the model card names each corpus that was used.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.examples import Gold, GoldAttribution, GoldMention, Span
from training.markup import Passage, read_passages

PLACES = frozenset({"GPE", "LOC", "FAC"})
VALUES = frozenset({"DATE", "NUM"})
MATERIAL = frozenset({"WEAPON", "VEHICLE", "EVENT"})
NO_SPACE_BEFORE = set(".,;:!?)]}%’”'") | {"'s", "n't", "’s", "’t", "'re", "’re", "'ve", "’ve"}
ANYTHING = frozenset({"O", "GPE", "LOC", "FAC", "NORP", "EVENT", "WEAPON", "VEHICLE", "DATE", "NUM"})
OTHER = ANYTHING - PLACES


def read_polnear(folder: Path) -> Iterator[Gold]:
    """PolNeAR (Newell et al. 2018): flat attributions, the outermost only."""
    by_text: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        by_text[path.stem.rsplit("_", 1)[0]].append(path)
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in by_text:
            text = path.read_bytes().decode("utf-8")
            yield Gold(text, "polnear", attributions=list(_brat(by_text[path.stem][0])))


def _brat(path: Path) -> Iterator[GoldAttribution]:
    spans: dict[str, list[tuple[int, int]]] = {}
    lines = path.read_text(encoding="utf-8").split("\n")
    for line in lines:
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            _, _, offsets = rest.split("\t")[0].partition(" ")
            spans[key] = [tuple(map(int, piece.split())) for piece in offsets.split(";")]  # type: ignore[misc]
    for line in lines:
        key, _, rest = line.partition("\t")
        if not key.startswith("E"):
            continue
        roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for part in rest.split():
            role, _, target = part.partition(":")
            roles[role.rstrip("0123456789").lower()] += spans.get(target, [])
        if roles["content"]:
            yield GoldAttribution(*(tuple(sorted(roles[r])) for r in ("source", "cue", "content")))


def read_own(folder: Path, split: str) -> Iterator[tuple[Passage, Gold]]:
    """Our own passages: nested attributions, bases, names and descriptions."""
    for path in sorted(folder.glob("*.txt")):
        for passage in read_passages(path):
            if passage.split == split:
                yield passage, _own(passage)


def _own(passage: Passage) -> Gold:
    mentions = [(m.name, GoldMention(m.start, m.end, frozenset({m.type}))) for m in passage.mentions]
    return Gold(
        passage.text,
        "own",
        attributions=[GoldAttribution(a.source, a.cue, a.content, a.depth, a.basis) for a in passage.attributions],
        nested_known=True,
        names=[m for name, m in mentions if name],
        descriptions=[m for name, m in mentions if not name],
    )


def _columns(path: Path, token: int, tag: int, separator: str | None) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), ""]:
        parts = line.split(separator)
        if line.startswith("# ") or "-DOCSTART-" in line:
            continue
        if len(parts) > max(token, tag):
            rows.append((parts[token].strip(), parts[tag].strip()))
        elif rows:
            yield rows
            rows = []


def _from_rows(sentences: list[list[tuple[str, str]]], labels: dict[str, frozenset[str]], glue: str) -> tuple:
    text, mentions, opened = "", [], None
    for rows in sentences:
        for number, (token, tag) in enumerate(rows):
            if number and token not in NO_SPACE_BEFORE:
                text += " "
            prefix, _, label = tag.partition("-")
            if opened and (prefix != "I" or label != opened[0]):
                mentions.append(GoldMention(opened[1], opened[2], labels[opened[0]]))
                opened = None
            start, end = len(text), len(text) + len(token)
            if prefix in ("B", "I") and label in labels:
                opened = [label, start, end] if opened is None else [opened[0], opened[1], end]
            text += token
        if opened:
            mentions.append(GoldMention(opened[1], opened[2], labels[opened[0]]))
            opened = None
        text += glue
    return text, mentions


BASIC = {"PER": frozenset({"PER"}), "ORG": frozenset({"ORG"}), "LOC": PLACES}
COLUMN_CORPORA = {
    # name: (path, token column, tag column, separator, labels, types that "O" may hide, sentences a text)
    "wnut17": (
        "wnut17/wnut17train.conll",
        0,
        1,
        "\t",
        {
            "person": BASIC["PER"],
            "location": PLACES,
            "corporation": BASIC["ORG"],
            "group": BASIC["ORG"],
            "product": frozenset({"O", "WEAPON", "VEHICLE"}),
            "creative-work": frozenset({"O", "EVENT"}),
        },
        "NORP",
        6,
    ),
    "btc": ("btc/train_dev_test_conll/btc.train", 0, 1, "\t", BASIC, "NORP", 6),
    "wikigold": (
        "wikigold/data/wikigold/CONLL-format/data/wikigold.conll.txt",
        0,
        1,
        " ",
        BASIC | {"MISC": ANYTHING},
        "",
        8,
    ),
    "multiner_lk": ("multiner_lk/Final_English.txt", 0, 1, None, BASIC | {"MISC": ANYTHING}, "", 8),
    "crossner": (
        "crossner/ner_data/politics/train.txt",
        0,
        1,
        "\t",
        {
            "politicalparty": BASIC["ORG"],
            "organisation": BASIC["ORG"],
            "politician": BASIC["PER"],
            "person": BASIC["PER"],
            "country": frozenset({"GPE"}),
            "location": PLACES,
            "election": frozenset({"EVENT"}),
            "event": frozenset({"EVENT"}),
            "misc": ANYTHING | {"ORG"},
        },
        "NORP",
        5,
    ),
    "crossner_dev": ("crossner/ner_data/politics/dev.txt",),
}
COLUMN_CORPORA["crossner_dev"] += COLUMN_CORPORA["crossner"][1:]


def read_columns(data: Path, name: str) -> Iterator[Gold]:
    """A token-per-line corpus of names."""
    relative, token, tag, separator, labels, hidden, size = COLUMN_CORPORA[name]
    outside = VALUES | MATERIAL | frozenset(hidden.split())
    sentences = list(_columns(data / relative, token, tag, separator))
    for start in range(0, len(sentences), size):
        text, mentions = _from_rows(sentences[start : start + size], labels, "\n\n")
        yield Gold(text, name, names=mentions, outside_names=outside)


def _space_as_written(rows: list[tuple[str, str]], text: str) -> Iterator[tuple[int, int, str]]:
    """Where each token of a CoNLL sentence stands in its own text; a token that is not in it is left out."""
    cursor = 0
    for token, tag in rows:
        start = text.find(token, cursor)
        if start >= 0:
            cursor = start + len(token)
            yield start, cursor, tag


def read_uner(data: Path, size: int = 12) -> Iterator[Gold]:
    """Universal NER's English web treebank (Mayhew et al. 2024), training half, spaced as its writers spaced it.

    What its annotators call "other" is no person, organisation or place.
    """
    labels = BASIC | {"OTH": OTHER}
    sentences: list[tuple[str, list[tuple[str, str]]]] = []
    path = data / "uner_en_ewt/en_ewt-ud-train.early.iob2"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            sentences.append((line.removeprefix("# text = "), []))
        elif line and not line.startswith("#"):
            _, token, tag, *_ = line.split("\t")
            sentences[-1][1].append((token, tag))
    for first in range(0, len(sentences), size):
        text, mentions = "", []
        for sentence, rows in sentences[first : first + size]:
            spans: list[list] = []
            for start, end, tag in _space_as_written(rows, sentence):
                prefix, _, label = tag.partition("-")
                if label not in labels:
                    continue
                if prefix == "I" and spans and spans[-1][2] == label:
                    spans[-1][1] = end
                else:
                    spans.append([start, end, label])
            mentions += [GoldMention(s + len(text), e + len(text), labels[label]) for s, e, label in spans]
            text += sentence + "\n\n"
        yield Gold(text, "uner", names=mentions, outside_names=VALUES | MATERIAL | {"NORP"})


def join_tokens(sentences: list[list[str]]) -> tuple[str, list[list[Span]]]:
    """The text of tokens, and where each token of each sentence stands in it."""
    text, places = "", []
    for sentence in sentences:
        places.append([])
        for token in sentence:
            text += " " if text and token not in NO_SPACE_BEFORE else ""
            places[-1].append((len(text), len(text) + len(token)))
            text += token
    return text, places


def read_redocred(data: Path) -> Iterator[Gold]:
    """Re-DocRED: typed mentions incl. times and numbers over Wikipedia; nationalities are LOC there."""
    types = {
        "PER": {"PER"},
        "ORG": {"ORG"},
        "LOC": PLACES | {"NORP"},
        "TIME": {"DATE"},
        "NUM": {"NUM"},
        "MISC": ANYTHING,
    }
    demonym = re.compile(r"\w+(?:ish|ese|ian|ean|ican)|German|French|Dutch|Greek|Swiss|Czech|Iraqi|Israeli|Pakistani")
    for item in json.loads((data / "redocred/data/dev_revised.json").read_text()):
        text, starts = join_tokens(item["sents"])
        mentions = {
            GoldMention(
                starts[m["sent_id"]][m["pos"][0]][0],
                starts[m["sent_id"]][m["pos"][1] - 1][1],
                frozenset({"NORP"} if demonym.fullmatch(m["name"]) and m["type"] == "LOC" else types[m["type"]]),
            )
            for entity in item["vertexSet"]
            for m in entity
        }
        yield Gold(text, "redocred", names=list(mentions), outside_names=MATERIAL | {"NORP", "NUM"})


RE3D_TYPES = {
    "Person": {"PER"}, "Organisation": {"ORG", "GPE"}, "Location": PLACES, "Weapon": {"WEAPON"},
    "MilitaryPlatform": {"VEHICLE", "WEAPON"}, "Vehicle": {"VEHICLE"}, "Temporal": {"DATE"}, "Quantity": {"NUM"},
    "Money": {"NUM"}, "Nationality": {"NORP"},
}  # fmt: skip


def read_re3d(data: Path) -> Iterator[Gold]:
    """re3d (Dstl): entities in defence and security reports; only marks that its annotators agree on (0.7 and up).

    Country names flip between Location and Organisation there; what is a Location anywhere may be either everywhere.
    """
    folders = sorted(p for p in (data / "re3d").iterdir() if p.is_dir())
    entities = [json.loads(line) for f in folders for line in (f / "entities.json").read_text().splitlines()]
    places = {e["value"].lower() for e in entities if e["type"] == "Location"}
    found: dict[str, list[GoldMention]] = defaultdict(list)
    for e in entities:
        types = RE3D_TYPES.get(e["type"])
        if types and e["value"][:1].isalnum():
            if e["type"] == "Organisation" and e["value"].lower() not in places:
                types = {"ORG"}
            sure = e.get("confidence", 0) >= 0.7
            lower = e["value"] == e["value"].lower() and e["type"] not in ("Temporal", "Quantity", "Money")
            allowed = frozenset(types | ({"O"} if lower or not sure else set()))
            found[e["documentId"]].append(GoldMention(e["begin"], e["end"], allowed))
    for folder in folders:
        for line in (folder / "documents.json").read_text().splitlines():
            d = json.loads(line)
            marks = sorted(found[d["_id"]], key=lambda m: m.start - m.end)
            yield Gold(d["text"], "re3d", names=marks, outside_names=VALUES | MATERIAL | {"FAC", "NORP"})
