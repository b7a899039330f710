from pathlib import Path

import pytest

from averral.extract.factuality import LEVEL_SCORES
from tests.encoder.fake import make_tokenizer
from training.examples import TAGS, Gold, build_example, piece_span
from training.gold import GoldDocument, read_gold
from training.happenings import read_happenings

FOLDER = Path(__file__).parents[2] / "corpus/gold"
SMALL = """# topic: the fire
# split: train

## small-01 | wire | 2031-05-13
[t1 {per Gunmen} [v1 burned] {fac the mill} and {per a clerk} [v2 died]], [s1 {ORG the Salt Front}] [c1 said]. {per
Two boys} were [v3 arrested] [v4 before]. {event The [v5 blaze]} may [v6 spread].
= 1 official_statement
event v1 arson | fact UU | past | perpetrator "Gunmen" | target "the mill"
event v2 death | fact UU | past | victim "a clerk" | perpetrator "Gunmen"
event v3 arrest | fact CT+ | past | victim "Two boys"
event v4 arrest | fact CT- | past | perpetrator "Two boys"
event v5 disaster | fact CT+ | present | perpetrator "the Salt Front" | target "the mill"
event v6 disaster | fact PS+ | future
incident i1 arson accomplished | events v1 v2 v5 | target "the mill"
perp i1 "Gunmen" individual suspected_or_accused | by 1
claim 1 event v1 CT+ past
claim 1 event v2 PR- past
claim author event v3 CT+ past
"""


@pytest.fixture
def gold(tmp_path: Path) -> Gold:
    (tmp_path / "small.txt").write_text(SMALL, encoding="utf-8")
    assert list(read_happenings(tmp_path, "dev")) == []
    (found,) = read_happenings(tmp_path, "train")
    return found


def marks(gold: Gold, name: str) -> dict[str, set[str]]:
    return {gold.text[m.start : m.end]: set(m.types) for m in gold.marks[name].spans}


def arcs(gold: Gold, name: str) -> dict[str, list[str]]:
    return {gold.text[slice(*left)]: [gold.text[slice(*r)] for r in rights] for left, rights in gold.arcs[name]}


def test_events_have_broad_types_and_tenses(gold: Gold):
    kinds = {"burned": "attack", "died": "death", "arrested": "arrest", "before": "arrest"}
    assert marks(gold, "events") == {w: {t} for w, t in {**kinds, "blaze": "disaster", "spread": "disaster"}.items()}
    tenses = {**dict.fromkeys(kinds, "past"), "blaze": "present", "spread": "future"}
    assert marks(gold, "tense") == {w: {t} for w, t in tenses.items()}


def test_every_event_of_an_incident_has_the_type_of_the_incident(gold: Gold):
    assert marks(gold, "incidents") == {"burned": {"arson"}, "died": {"arson"}, "blaze": {"arson"}}


def test_a_phrase_has_every_role_it_plays_and_a_doer_its_kind(gold: Gold):
    found = {words.replace("\n", " "): types for words, types in marks(gold, "fillers").items()}
    assert found == {
        "Gunmen": {"individual"},
        "the mill": {"target"},
        "a clerk": {"victim"},
        "Two boys": {"victim", "individual", "organization"},
        "the Salt Front": {"individual", "organization"},
    }


def test_phrases_belong_to_their_events(gold: Gold):
    found = {words.replace("\n", " "): events for words, events in arcs(gold, "filler_event").items()}
    assert found == {
        "Gunmen": ["burned", "died"],
        "the mill": ["burned", "blaze"],
        "a clerk": ["died"],
        "Two boys": ["arrested", "before"],
        "the Salt Front": ["blaze"],
    }


def test_events_of_one_incident_point_back_to_all_earlier_ones(gold: Gold):
    assert arcs(gold, "event_event") == {
        "burned": [], "died": ["burned"], "arrested": [], "before": [], "blaze": ["burned", "died"], "spread": [],
    }  # fmt: skip


def test_factuality_is_that_of_the_innermost_source(gold: Gold):
    found = {gold.text[slice(*span)]: score for span, score in gold.factuality}
    assert found == {"burned": 3.0, "died": -2.0, "arrested": 3.0, "before": -3.0, "blaze": 3.0, "spread": 1.0}


def test_the_scores_are_the_scale_from_surely_to_surely_not():
    order = ("CT+", "PR+", "PS+", "UU", "PS-", "PR-", "CT-")
    assert [LEVEL_SCORES[f] for f in order] == [3, 2, 1, 0, -1, -2, -3]


def documents(split: str) -> list[GoldDocument]:
    return [d for path in sorted(FOLDER.glob("*.txt")) for d in read_gold(path) if d.split == split]


@pytest.mark.parametrize("split", ["train", "dev"])
def test_the_gold_that_ships_becomes_labels_without_loss(split: str):
    """Every trigger, role and chain of our documents reaches the arrays; phrases that hold others may give way."""
    tokenizer = make_tokenizer()
    for document, gold in zip(documents(split), read_happenings(FOLDER, split), strict=True):
        example = build_example(tokenizer, gold)
        assert gold.text == document.text
        assert len(gold.factuality) == len(document.events)
        for name in ("events", "incidents", "tense"):
            for mark in gold.marks[name].spans:
                place = piece_span(example.tokens, (mark.start, mark.end))
                assert place, document.id
                allowed = sum(1 << TAGS[name].index(t) for t in mark.types)
                assert (example.tags[name][slice(*place)] == allowed).all(), (document.id, gold.text[mark.start :][:30])
        for name, rows in gold.arcs.items():
            known = [{r for r in rights if r != left} for left, rights in rows]
            assert [len(rights) for _, rights in example.arcs[name]] == [len(rights) for rights in known], document.id
