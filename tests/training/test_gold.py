"""The gold documents that ship keep their guide, and the reader refuses what breaks it."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from averral.records.ontology import EVENT_TYPES
from averral.records.ontology.predicates import PREDICATES
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
KNOWN = """# topic: the fire
# split: train

entity hill-guard "Hill Guard" organization militia
entity mill "the mill" facility

## small-01 | wire | -
The {ORG Hill Guard} [v1 burned] {fac the mill}. [s1 {per A clerk}] [c1 said] [t1 that {org it} paid {per him}].
{event It} was late; {org it} ran.
= 1 direct_witness
event v1 arson | fact CT+ | past | perpetrator "Hill Guard" | target "the mill"
claim author event v1 CT+ past
claim 1 statement CT+ past
entity small-01-clerk "A clerk" person
who hill-guard "Hill Guard" "it"#all
who mill "the mill"
who small-01-clerk "A clerk" "him"
rel r1 attacks "Hill Guard" -> "the mill" | CT+ past | by author | edtf 2031-05
rel r2 funds "it" -> "him" | CT+ past | by 1
"""
ENTITY_KINDS = {"PER", "ORG", "GPE", "LOC", "FAC", "NORP"}


@cache
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


def test_every_name_belongs_to_an_entity():
    for document in documents():
        known = {span for entity in document.entities.values() for span in entity.mentions}
        named = {(m.start, m.end) for m in document.mentions if m.name and m.type in ENTITY_KINDS}
        assert [document.text[slice(*span)] for span in sorted(named - known)] == [], document.id


def test_an_entity_is_the_same_thing_in_every_file():
    owners: dict[str, tuple[str, str, str | None, str]] = {}
    for document in documents():
        for entity in document.entities.values():
            thing = (entity.name, entity.type, entity.subtype, document.happening)
            assert owners.setdefault(entity.id, thing)[:3] == thing[:3]
    assert len(owners) > 900


def test_relations_are_many_and_of_known_predicates():
    found = Counter((d.split, r.predicate) for d in documents() for r in d.relations)
    assert {predicate for _, predicate in found} <= set(PREDICATES)
    assert sum(found.values()) >= 250
    assert sum(n for (split, _), n in found.items() if split == "train") >= 60


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


def test_entities_and_relations_are_read_as_they_stand(tmp_path: Path):
    (document,) = read_gold(write(tmp_path, KNOWN))
    words = {e.id: [document.text[slice(*span)] for span in e.mentions] for e in document.entities.values()}
    assert words == {
        "hill-guard": ["Hill Guard", "it", "it"],
        "mill": ["the mill"],
        "small-01-clerk": ["A clerk", "him"],
    }
    assert document.entities["hill-guard"].subtype == "militia"
    burned, paid = document.relations
    assert (burned.predicate, burned.entities, burned.by, burned.edtf) == (
        "attacks",
        ("hill-guard", "mill"),
        (0,),
        "2031-05",
    )
    assert (paid.entities, paid.by, paid.edtf) == (("hill-guard", "small-01-clerk"), (1,), None)


def test_a_number_picks_among_the_mentions(tmp_path: Path):
    (document,) = read_gold(write(tmp_path, KNOWN.replace('"it"#all', '"it"#2').replace('funds "it"', 'funds "it"#2')))
    assert document.entities["hill-guard"].mentions[1] == (document.text.index("it ran"), document.text.index(" ran"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("organization militia", "clan", "unknown type of entity"),
        ("organization militia", "organization navy", "unknown subtype"),
        ("facility\n", "facility militia\n", "unknown subtype of facility"),
        ("organization militia", "organization militia police", "more than one subtype"),
        ("entity mill", "entity Mill", "no id of an entity"),
        ('entity mill "the mill"', 'entity hill-guard "the mill"', "there twice"),
        ("entity small-01-clerk", "entity clerk", "begins with small-01-"),
        ("entity mill", 'entity barn "the barn" facility\nentity mill', "no document mentions"),
        ("entity small-01-clerk", 'entity small-01-cat "a cat" group\nentity small-01-clerk', "without mentions"),
        ('who small-01-clerk "A clerk" "him"', 'who mill "him"', "there twice"),
        ('who mill "the mill"', 'who mill "the clerk"', "no mention in the text"),
        ('"it"#all', '"it"#3', "no mention in the text"),
        ('"A clerk" "him"', '"A clerk" "A clerk"', "one of them twice"),
        ('"A clerk" "him"', '"A clerk" "it"', "belongs to hill-guard"),
        ("who mill", "who barn", "no entity barn"),
        ("r1 attacks", "r1 hates", "unknown predicate"),
        ("rel r2", "rel r4", "numbers in order"),
        ("-> ", "to ", "it reads"),
        ('-> "him"', '-> "Hill Guard"', "both ends are hill-guard"),
        ("| by 1\n", "| by 3\n", "no attribution 3"),
        (" | by 1\n", "\n", "by whom"),
        ("| edtf 2031-05", "| place 2031-05", "it reads"),
        ('r2 funds "it" -> "him" | CT+', 'r2 funds "it" -> "It" | CT+', "belongs to no entity"),
        (
            'rel r2 funds "it" -> "him" | CT+ past | by 1',
            'rel r2 attacks "it" -> "the mill" | CT+ past | by author | edtf 2031-05',
            "there already",
        ),
    ],
)
def test_what_breaks_the_guide_of_entities_is_refused(tmp_path: Path, old: str, new: str, said: str):
    assert old in KNOWN
    with pytest.raises(MarkupError, match=said):
        read_gold(write(tmp_path, KNOWN.replace(old, new, 1)))


def test_a_symmetric_relation_is_written_once(tmp_path: Path):
    twice = KNOWN.replace("r1 attacks", "r1 fights").replace(
        'rel r2 funds "it" -> "him" | CT+ past | by 1',
        'rel r2 fights "the mill" -> "it" | CT+ past | by 1 | edtf 2031-05',
    )
    with pytest.raises(MarkupError, match="there already"):
        read_gold(write(tmp_path, twice))


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
