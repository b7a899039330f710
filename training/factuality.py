"""UDS-IH2 (Rudinger et al. 2018): how sure readers are that a predicate happened, from -3 to 3."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.corpora import NO_SPACE_BEFORE
from training.examples import Gold, Span


def read_factuality(data: Path, split: str = "train", corpus: str = "UDS_IH2", size: int = 6) -> Iterator[Gold]:
    """Texts of `size` sentences in the order of the corpus, with the score of each predicate."""
    lines = (data / "factuality" / corpus / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    for first in range(0, len(lines), size):
        text, scores = "", []
        for line in lines[first : first + size]:
            item = json.loads(line)
            text += "\n\n" if text else ""
            text, places = _join(text, item["text"].split(" "))
            for target in item["targets"]:
                start, end = target["span1"]
                scores.append(((places[start][0], places[end - 1][1]), float(target["label"])))
        yield Gold(text, corpus.lower(), factuality=scores)


def _join(text: str, tokens: list[str]) -> tuple[str, list[Span]]:
    places: list[Span] = []
    for token in tokens:
        text += " " if places and token not in NO_SPACE_BEFORE else ""
        places.append((len(text), len(text) + len(token)))
        text += token
    return text, places
