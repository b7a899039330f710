"""Who is who inside a text: mentions with their antecedents, from GUM, GAP and ECB+ (training halves alone).

Each mention is to choose an earlier mention of the same thing, or none where it is the first.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from training.corpora import NO_SPACE_BEFORE
from training.examples import Gold, Span

THINGS = frozenset({"person", "organization", "place", "object", "event", "animal"})
"""Types of GUM whose mentions are marked; "it" for an abstract thing or a time is nobody's name."""
PEOPLE = ("HUM", "NON", "LOC")
Arc = tuple[Span, tuple[Span, ...]]


def antecedents(chains: Iterable[Iterable[Span]]) -> list[Arc]:
    """Each mention with all earlier ones of its chain, in order of the text."""
    arcs = []
    for chain in chains:
        spans = sorted(set(chain))
        arcs += [(span, tuple(s for s in spans[:number] if s[1] <= span[0])) for number, span in enumerate(spans)]
    return sorted(arcs)


def read_gap(data: Path) -> Iterator[Gold]:
    """GAP (Webster et al. 2018), development: a pronoun and two names, of which one or neither is meant."""
    with (data / "gap/gap-development.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            spans = {name: _at(int(row[f"{name}-offset"]), row[name]) for name in ("Pronoun", "A", "B")}
            meant = [spans[name] for name in ("A", "B") if row[f"{name}-coref"] == "TRUE"]
            others = [[spans[name]] for name in ("A", "B") if row[f"{name}-coref"] != "TRUE"]
            yield Gold(
                row["Text"], "gap", arcs={"mention_antecedent": antecedents([[spans["Pronoun"], *meant], *others])}
            )


def _at(start: int, words: str) -> Span:
    return start, start + len(words)


def read_ecb(data: Path) -> Iterator[Gold]:
    """ECB+ (Cybulska and Vossen 2014), the ECB part of its training topics: people and things that act in news."""
    folder = data / "ecbplus"
    texts, places = _ecb_texts(folder / "ECB_Train_corpus.txt")
    chains: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mention in json.loads((folder / "ECB_Train_Entity_gold_mentions.json").read_text(encoding="utf-8")):
        where = [places.get((mention["doc_id"], mention["sent_id"], n)) for n in mention["tokens_number"]]
        if mention["mention_type"].startswith(PEOPLE) and all(where):
            first, last = where[0], where[-1]
            chains[mention["doc_id"]][mention["coref_chain"]].append((first[0], last[1]))
    for document, found in chains.items():
        yield Gold(texts[document], "ecb", arcs={"mention_antecedent": antecedents(found.values())})


def _ecb_texts(path: Path) -> tuple[dict[str, str], Mapping[tuple[str, int, int], Span]]:
    """The text of each document, and where each token of each of its sentences stands."""
    texts: dict[str, str] = defaultdict(str)
    places: dict[tuple[str, int, int], Span] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        document, sentence, number, token = (*line.split("\t"), "", "", "", "")[:4]
        if token:
            text = texts[document]
            text += " " if text and token not in NO_SPACE_BEFORE else ""
            places[document, int(sentence), int(number)] = _at(len(text), token)
            texts[document] = text + token
    return dict(texts), places


def gum_chains(rows: Iterable[tuple[str, str, Span]]) -> list[Arc]:
    """Antecedents out of GUM's (chain, type, span) rows."""
    chains: dict[str, list[Span]] = defaultdict(list)
    for chain, kind, span in rows:
        if kind in THINGS:
            chains[chain].append(span)
    return antecedents(chains.values())
