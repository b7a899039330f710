"""Plain texts of the public corpora under DATA (see training/corpora.py), for benchmarks that need many real ones."""

from __future__ import annotations

import csv
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from averral.ingest import iter_sources, read_source
from averral.records import READ_ROLES

LONG = 100
"""Words from which on a text is taken before the shorter ones."""


def join_words(words: Sequence[str]) -> str:
    return re.sub(r" ([.,;:!?%)\]]|'s\b|n't\b)", r"\1", " ".join(words))


def iter_polnear(root: Path) -> Iterator[str]:
    for path in sorted((root / "polnear/data").glob("*/text/*.txt")):
        yield path.read_text("utf-8", "replace")


def iter_muc(root: Path) -> Iterator[str]:
    for path in sorted((root / "muc4/TASK/CORPORA").glob("*/*muc3*")):
        for part in re.split(r"^[A-Z0-9]+-MUC[34]-\d{4}.*$", path.read_text("latin-1"), flags=re.MULTILINE):
            yield part.partition("[TEXT]")[2] or part


def iter_columns(path: Path, column: int) -> Iterator[str]:
    """Sentences of a CoNLL file, joined five at a time."""
    lines: list[str] = []
    some: list[str] = []
    for line in path.read_text("utf-8", "replace").splitlines():
        cells = line.split()
        if not line.strip():
            some.append(join_words(lines))
            lines = []
            if len(some) == 1:
                yield some.pop()
        elif len(cells) > column and not line.startswith("#"):
            lines.append(cells[column])


def iter_grouped(rows: Iterator[tuple[str, str]]) -> Iterator[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name, words in rows:
        groups[name].append(words)
    for words_of in groups.values():
        yield join_words(words_of)


def iter_ecb(root: Path) -> Iterator[str]:
    for path in sorted((root / "ecbplus").glob("*_corpus.txt")):
        rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line)
        yield from iter_grouped((row[0], row[3]) for row in rows)


def iter_json_lines(path: Path, field: str) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines():
        yield str(json.loads(line)[field])


def iter_geneva(root: Path) -> Iterator[str]:
    for path in sorted((root / "geneva").glob("*.jsonl")):
        rows = map(json.loads, path.read_text("utf-8").splitlines())
        yield from iter_grouped((row["doc_id"], row["sentence"]) for row in rows)


def iter_knowledgenet(root: Path) -> Iterator[str]:
    rows = map(json.loads, (root / "knowledgenet/facts.jsonl").read_text("utf-8").splitlines())
    yield from dict.fromkeys(str(row["passage_text"]) for row in rows)


def iter_gap(root: Path) -> Iterator[str]:
    for path in sorted((root / "gap").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row["Text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def iter_uner(root: Path) -> Iterator[str]:
    for path in sorted((root / "uner_en_ewt").glob("*.iob2")):
        for part in re.split(r"^# newdoc id.*$", path.read_text("utf-8"), flags=re.MULTILINE):
            yield " ".join(re.findall(r"^# text = (.*)$", part, re.MULTILINE))


def iter_re3d(root: Path) -> Iterator[str]:
    for path in sorted((root / "re3d").glob("*/documents.json")):
        for line in path.read_text("utf-8").splitlines():
            yield str(json.loads(line)["text"])


def iter_redocred(root: Path) -> Iterator[str]:
    for path in sorted((root / "redocred/data").glob("*.json")):
        for row in json.loads(path.read_text("utf-8")):
            yield join_words([word for sentence in row["sents"] for word in sentence])


def iter_gum(root: Path) -> Iterator[str]:
    for path in sorted((root / "gum/xml").glob("*.xml")):
        lines = path.read_text("utf-8").splitlines()
        yield join_words([line.partition("\t")[0] for line in lines if "\t" in line])


def iter_pages(root: Path) -> Iterator[str]:
    for path in sorted((root / "html_trafilatura").rglob("*.html")):
        document = read_source(next(iter(iter_sources([str(path)])))).document
        yield "\n".join(document.text[b.start : b.end] for b in document.blocks if b.role in READ_ROLES)


def iter_wiki(root: Path) -> Iterator[str]:
    for name in ("dse/dataset/train.txt", "multiner_lk/Final_English.txt"):
        yield from iter_columns(root / name, 0)


def iter_sentences(root: Path) -> Iterator[str]:
    for path in sorted((root / "factuality").glob("*/*.jsonl")):
        yield from iter_json_lines(path, "text")


def iter_posts(root: Path) -> Iterator[str]:
    for path in sorted([*(root / "btc").glob("*.conll"), *(root / "wnut17").rglob("*.conll")]):
        yield from iter_columns(path, 0)


CORPORA: tuple[Callable[[Path], Iterator[str]], ...] = (
    iter_polnear, iter_muc, iter_ecb, iter_geneva, iter_gap, iter_uner, iter_re3d, iter_redocred, iter_gum, iter_pages,
    iter_knowledgenet, iter_wiki, iter_sentences, iter_posts,
)  # fmt: skip


def load_texts(root: Path, count: int, seed: int) -> list[str]:
    """All long texts first; of the short ones as many as are needed. The very same text counts once."""
    found: dict[str, None] = {}
    for corpus in CORPORA:
        before = len(found)
        found.update(dict.fromkeys(text.strip() for text in corpus(root) if len(text.split()) >= 8))
        print(f"  {corpus.__name__.removeprefix('iter_'):14} {len(found) - before:7,} texts")
    texts = sorted(found, key=lambda text: len(text.split()) < LONG)[:count]
    random.Random(seed).shuffle(texts)
    return texts
