"""The passages and drills that ship: every file keeps the guide, and the test topics stay apart from the others."""

from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from training.markup import BASES, GENRES, Passage, main, read_passages

CORPUS = Path(__file__).parents[2] / "corpus"
DRILLS = sorted((CORPUS / "drills").glob("*.txt"))
FILES = [*sorted((CORPUS / "passages").glob("*.txt")), *DRILLS]
COINCIDENCES = frozenset({"pell"})
"""A harbour master in a train topic and a defendant in a test topic, in two stories without a tie."""


@cache
def read(path: Path) -> tuple[Passage, ...]:
    return tuple(read_passages(path))


def every_passage() -> list[Passage]:
    return [passage for path in FILES for passage in read(path)]


def words(passage: Passage, span: tuple[int, int]) -> str:
    return passage.text[span[0] : span[1]]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_topic_file(path: Path):
    passages = read(path)
    assert len(passages) >= 15
    assert len({(p.topic, p.split) for p in passages}) == 1
    assert passages[0].split in ("train", "dev", "test")
    assert len({p.genre for p in passages}) >= 6
    for passage in passages:
        check_passage(passage)


def check_passage(passage: Passage) -> None:
    assert passage.text == passage.text.strip()
    assert "  " not in passage.text
    for mention in passage.mentions:
        found = words(passage, (mention.start, mention.end))
        assert found, passage.id
        assert found == found.strip(), (passage.id, found)
    for attribution in passage.attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert words(passage, span) == words(passage, span).strip(), (passage.id, words(passage, span))
        if attribution.parent is not None:
            outer = passage.attributions[attribution.parent]
            assert attribution.depth == outer.depth + 1
            for start, end in (*attribution.source, *attribution.cue, *attribution.content):
                assert any(s <= start and end <= e for s, e in outer.content), (
                    passage.id,
                    words(passage, (start, end)),
                )


def test_contents_nest_or_stay_apart():
    for passage in every_passage():
        spans = {s for a in passage.attributions for s in (*a.source, *a.cue, *a.content)}
        for a, b in ((a, b) for a in spans for b in spans if a[0] < b[0] < a[1]):
            assert b[1] <= a[1], (passage.id, words(passage, a), words(passage, b))


def test_there_are_enough_in_each_split():
    passages = [passage for path in FILES if path not in DRILLS for passage in read(path)]
    splits = Counter(p.split for p in passages)
    assert len(passages) >= 430
    assert splits["train"] >= 230
    assert splits["dev"] >= 50
    assert splits["test"] * 3 >= len(passages)


def test_drills_are_for_training_alone():
    drills = [passage for path in DRILLS for passage in read(path)]
    assert {p.split for p in drills} == {"train"}
    assert sum(max((a.depth for a in p.attributions), default=0) > 1 for p in drills) * 2 > len(drills) >= 120


def test_many_are_nested_up_to_four_levels():
    deepest = Counter((p.split, max((a.depth for a in p.attributions), default=0)) for p in every_passage())
    nested = Counter[str]()
    for (split, depth), count in deepest.items():
        nested[split] += count if depth > 1 else 0
    assert nested.total() >= 240
    assert nested["test"] >= 80
    assert all(deepest[split, depth] for split in ("train", "dev", "test") for depth in (0, 1, 2, 3, 4))


def test_every_genre_and_basis_is_there():
    passages = every_passage()
    assert {p.genre for p in passages} == set(GENRES)
    assert {a.basis for p in passages for a in p.attributions} == set(BASES)
    assert {p.genre for p in passages if p.split == "test"} == set(GENRES)


def test_no_id_is_used_twice():
    counts = Counter(p.id for p in every_passage())
    assert [label for label, count in counts.items() if count > 1] == []


def test_no_topic_is_in_two_splits_or_two_files():
    topics = [read(path)[0].topic for path in FILES]
    assert len(set(topics)) == len(FILES)


def test_no_person_or_place_of_a_test_topic_is_met_in_training():
    splits: dict[str, set[str]] = defaultdict(set)
    for passage in every_passage():
        for mention in passage.mentions:
            if mention.name and mention.type in ("PER", "GPE"):
                splits[words(passage, (mention.start, mention.end)).lower()].add(passage.split)
    shared = {name for name, found in splits.items() if "test" in found and len(found) > 1}
    assert sum("test" in found for found in splits.values()) > 100
    assert shared - COINCIDENCES == set()


def test_no_text_is_there_twice():
    counts = Counter(" ".join(p.text.lower().split()) for p in every_passage())
    assert max(counts.values()) == 1


def test_the_program_finds_no_fault(capsys: pytest.CaptureFixture[str]):
    assert main([str(path) for path in FILES]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(FILES)
