"""Two annotations of one document: equal ones agree wholly, and each difference costs its layer."""

from pathlib import Path

import pytest

from benchmarks.agreement import agree, list_differences, pair_documents
from benchmarks.gold_view import view_gold
from benchmarks.tally import kappa
from training.gold import GoldDocument, read_gold

TEXT = """# topic: the fire
# split: train

## small-01 | wire | 2031-05-13
[t1 {per Gunmen} [v1 burned] {fac the mill}, [v2 killing] {NUM three} clerks], [s1 {per a clerk}] [c1 said].
= 1 direct_witness
event v1 arson | fact UU | past | perpetrator "Gunmen" | target "the mill"
event v2 massacre | fact UU | past | perpetrator "Gunmen" | victim "three clerks"
incident i1 arson accomplished | events v1 v2 | target "the mill"
dead i1 killed 3 "three clerks" | by 1
claim 1 event v1 CT+ past
claim 1 casualties d1 CT+ past
"""


def document(folder: Path, text: str) -> GoldDocument:
    (folder / "one.txt").write_text(text, encoding="utf-8")
    (found,) = read_gold(folder / "one.txt")
    return found


def test_an_annotation_agrees_with_itself(tmp_path: Path):
    one = document(tmp_path, TEXT)
    found = agree(pair_documents([one], [one]))
    scores = [v.get("f1", v.get("kappa")) for v in found.values() if v.get("gold") or v.get("n")]
    assert set(scores) == {100.0}


@pytest.mark.parametrize(
    ("old", "new", "layer", "wanted"),
    [
        ("[v2 killing]", "{event [v2 killing]}", "descriptions", 85.7),
        ("arson | fact UU", "bombing | fact UU", "events: trigger and type", 50),
        ("massacre | fact UU", "massacre | fact PR+", "author factuality", 50),
        ("killed 3 ", "killed 3- ", "figures: value", 0),
        ("event v1 CT+", "event v1 PS+", "claims", 50),
        ("| events v1 v2", "| events", "incidents: aligned", 0),
        (' | target "the mill"\ndead', "\ndead", "incidents: targets", 0),
        ("[s1 {per a clerk}]", "{per a clerk}", "attributions: link", 0),
    ],
)
def test_a_difference_costs_its_layer(tmp_path: Path, old: str, new: str, layer: str, wanted: float):
    assert old in TEXT
    found = agree([(document(tmp_path, TEXT), document(tmp_path, TEXT.replace(old, new)))])[layer]
    assert found.get("f1", found.get("accuracy")) == wanted
    back = agree([(document(tmp_path, TEXT.replace(old, new)), document(tmp_path, TEXT))])[layer]
    assert back.get("f1", back.get("accuracy")) == wanted


def test_other_text_is_refused(tmp_path: Path):
    one, other = document(tmp_path, TEXT), document(tmp_path, TEXT.replace("said", "told"))
    with pytest.raises(ValueError, match="small-01"):
        pair_documents([one], [other])
    assert pair_documents([one], []) == []


def test_differences_name_what_one_has_and_the_other_has_not(tmp_path: Path):
    one, other = (view_gold(document(tmp_path, t)) for t in (TEXT, TEXT.replace("arson | fact", "bombing | fact")))
    assert list(list_differences("events", one, one)) == []
    assert list(list_differences("events", one, other)) == [
        "-     7 'burned' arson UU past",
        "+     7 'burned' bombing UU past",
    ]


@pytest.mark.parametrize(
    ("pairs", "wanted"),
    [
        ([("a", "a"), ("b", "b")], 100.0),
        ([("a", "b"), ("b", "a")], -100.0),
        ([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")], 0.0),
        ([("a", "a"), ("a", "a")], 100.0),
        ([], 0.0),
    ],
)
def test_kappa(pairs: list[tuple[str | None, str | None]], wanted: float):
    assert kappa(pairs) == wanted
