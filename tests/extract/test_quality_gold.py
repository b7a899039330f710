"""Floors under what happened: the shipped bundle on our own gold; lowering one goes into the changelog."""

from pathlib import Path

import pytest

from averral.extract import Extractor
from averral.ingest import iter_sources, read_source
from benchmarks.gold import iter_gold, score, write_inputs

GOLD = Path(__file__).parents[2] / "corpus/gold"
FLOORS = {
    "CLAIMS": 60.0,
    "figures: value": 78.0,
    "events: trigger": 82.0,
    "incidents: aligned": 70.0,
}
"""F1, some points below what was reached when they were set."""


@pytest.mark.model
def test_claims_and_figures_of_the_test_happenings(tmp_path):
    documents = [*iter_gold(GOLD, "test")]
    write_inputs(documents, tmp_path)
    extractor = Extractor.load()
    readings = {}
    for source in iter_sources([tmp_path]):
        ingested = read_source(source)
        reading = extractor.read(ingested.document, ingested.problems)
        readings[reading.document.uri.rpartition("/")[2].partition(".")[0]] = reading
    figures = score(documents, readings)
    assert figures["documents"]["read"] == len(documents)
    assert {name: figures[name]["f1"] for name, floor in FLOORS.items() if figures[name]["f1"] < floor} == {}
