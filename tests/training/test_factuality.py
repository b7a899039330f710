import json
from pathlib import Path

import pytest

from training.factuality import read_factuality

SENTENCES = (
    ("Rebels , he said , had left Ostral .", [([3, 4], 2.5), ([6, 7], -1.25)]),
    ("They did n't burn it .", [([1, 4], -3.0)]),
    ("Nobody there .", []),
)


def write(data: Path, split: str = "train", corpus: str = "UDS_IH2") -> None:
    folder = data / "factuality" / corpus
    folder.mkdir(parents=True)
    rows = [{"text": t, "targets": [{"span1": s, "label": v} for s, v in targets]} for t, targets in SENTENCES]
    (folder / f"{split}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.mark.parametrize("size", [1, 2, 3, 6])
def test_scores_stand_on_their_predicates_whatever_the_size_of_the_texts(tmp_path: Path, size: int):
    write(tmp_path)
    golds = list(read_factuality(tmp_path, size=size))
    assert [g.text.count("\n\n") + 1 for g in golds] == [min(size, 3 - n) for n in range(0, 3, size)]
    found = [(g.text[slice(*span)], score) for g in golds for span, score in g.factuality]
    assert found == [("said", 2.5), ("left", -1.25), ("didn't burn", -3.0)]


def test_texts_are_spaced_as_people_write(tmp_path: Path):
    write(tmp_path, "dev", "UW")
    (gold,) = read_factuality(tmp_path, "dev", "UW")
    assert gold.text == "Rebels, he said, had left Ostral.\n\nThey didn't burn it.\n\nNobody there."
    assert gold.corpus == "uw"


def test_nothing_else_is_known_of_them(tmp_path: Path):
    write(tmp_path)
    (gold,) = read_factuality(tmp_path)
    assert gold.attributions is None
    assert gold.names is None
    assert gold.marks == gold.arcs == {}
