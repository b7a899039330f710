import csv
from pathlib import Path

import pytest

from averral.analysis.names import SAME, compare_names, name_keys

PAIRS = Path(__file__).parents[3] / "corpus/names/pairs.csv"
with PAIRS.open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file))


def test_the_pairs_are_what_their_guide_says():
    assert len({(row["a"], row["b"]) for row in ROWS}) == 300
    assert sum(row["same"] == "yes" for row in ROWS) == sum(row["same"] == "no" for row in ROWS) == 150
    assert sum(row["split"] == "test" for row in ROWS) == 100
    assert sum(row["why"].startswith("hard:") for row in ROWS) <= 15


@pytest.mark.parametrize(("split", "floor"), [("dev", 0.97), ("test", 0.95)])
def test_names_are_told_apart_as_well_as_before(split: str, floor: float):
    rows = [row for row in ROWS if row["split"] == split]
    right = sum(
        (compare_names(row["a"], row["b"], row["type"]).score >= SAME) == (row["same"] == "yes") for row in rows
    )
    assert right / len(rows) >= floor


def test_names_that_are_the_same_are_found():
    same = [row for row in ROWS if row["same"] == "yes"]
    shared = sum(bool(name_keys(row["a"], row["type"]) & name_keys(row["b"], row["type"])) for row in same)
    assert shared / len(same) >= 0.97
