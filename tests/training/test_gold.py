"""The gold documents that ship keep their guide, and the reader refuses what breaks it."""

from collections import Counter
from pathlib import Path

import pytest

from averral.records.ontology import EVENT_TYPES
from training.gold import GoldDocument, read_gold
from training.markup import MarkupError

FILES = sorted((Path(__file__).parents[2] / "corpus/gold").glob("*.txt"))
SMALL = """# topic: the fire
# split: train

## small-01 | wire | 2031-05-13
[t1 {per Gunmen} [v1 burned] {fac the mill}], [s1 {per a clerk}] [c1 said] {DATE on Monday}.
= 1 direct_witness
time "on Monday" 2031-05-12 date
event v1 arson | fact UU | past | perpetrator "Gunmen" | target "the mill"
incident i1 arson accomplished | events v1 | target "the mill"
perp i1 "Gunmen" individual suspected_or_accused | by 1
claim 1 event v1 CT+ past
"""


def documents() -> list[GoldDocument]:
    return [document for path in FILES for document in read_gold(path)]


def test_there_are_enough_of_every_split():
    found = documents()
    assert len(found) >= 80
    assert len({d.happening for d in found}) >= 16
    assert set(Counter(d.split for d in found)) == {"train", "dev", "test"}
    assert len({d.id for d in found}) == len(found)


def test_every_type_is_in_the_ontology():
    used = {e.type for d in documents() for e in d.events.values()}
    used |= {i.type for d in documents() for i in d.incidents.values()}
    assert used - set(EVENT_TYPES) == set()


def write(folder: Path, text: str) -> Path:
    path = folder / "small.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_document_is_read_as_it_stands(tmp_path: Path):
    (document,) = read_gold(write(tmp_path, SMALL))
    assert document.text == "Gunmen burned the mill, a clerk said on Monday."
    (event,) = document.events.values()
    assert [(role, document.text[slice(*span)]) for role, span in event.arguments] == [
        ("perpetrator", "Gunmen"),
        ("target", "the mill"),
    ]
    assert document.incidents["i1"].perpetrators[0].by == (1,)
    assert document.claims[0].factuality == "CT+"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("event v1 arson", "event v2 arson", "no trigger"),
        ('target "the mill"\nperp', 'target "the barn"\nperp', "not in the text"),
        ("| by 1", "| by 7", "no attribution 7"),
        ("claim 1 event v1 CT+ past\n", "", "without a claim"),
        ('time "on Monday" 2031-05-12 date\n', "", "without a time line"),
        ("fact UU", "fact MAYBE", "unknown factuality"),
        ("= 1 direct_witness\n", "", "no '=' line"),
        ("# split: train\n", "", "split"),
    ],
)
def test_what_breaks_the_guide_is_refused(tmp_path: Path, old: str, new: str, said: str):
    assert old in SMALL
    with pytest.raises(MarkupError, match=said):
        read_gold(write(tmp_path, SMALL.replace(old, new)))
