"""Floors under the quality of the shipped bundle, on our own test passages; lowering one goes into the changelog."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from averral.extract import Extractor
from benchmarks.passages import passage_document, report, score_passage
from training.markup import read_passages

PASSAGES = Path(__file__).parents[2] / "corpus/passages"
DIGEST = "08b0a7c841baca656faebab0b11ba68a0e6a3bced0046c3f40c4232fbcadd814"
"""SHA-256 of the test topics' files; a change of theirs asks for new figures, not for lower ones."""
FLOORS = {
    "content matched": 85.0,
    "chains exactly right, recall": 72.0,
    "chains exactly right, precision": 75.0,
    "nested only: overlapping": 67.0,
    "basis right, of matched": 66.0,
}


@pytest.mark.model
def test_chains_of_the_test_passages():
    extractor = Extractor.load()
    counts: Counter[str] = Counter()
    digest = hashlib.sha256()
    for path in sorted(PASSAGES.glob("*.txt")):
        passages = read_passages(path)
        if passages[0].split != "test":
            continue
        digest.update(path.read_bytes())
        for passage in passages:
            if any(a.depth > 1 for a in passage.attributions):
                score_passage(passage, extractor.read(passage_document(passage)), counts)
    assert digest.hexdigest() == DIGEST
    figures = report(counts)
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
