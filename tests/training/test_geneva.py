import json
from pathlib import Path

from averral.records.ontology import EVENT_TYPES
from training.examples import FILLERS, Gold
from training.geneva import ROLES, UNSEEN, read_geneva

TOKENS = ["Rebels", "attacked", "Ostral", ",", "and", "the", "mayor", "said", "it", "burned", "."]


def entity(start: int, end: int) -> dict:
    return {"id": f"e{start}", "start": start, "end": end}


def event(kind: str, start: int, *arguments: tuple[str, int]) -> dict:
    return {
        "event_type": kind,
        "trigger": {"start": start, "end": start + 1},
        "arguments": [{"role": role, "entity_id": f"e{place}"} for role, place in arguments],
    }


def read(data: Path, *events: dict, tokens: list[str] = TOKENS) -> Gold:
    entities = [entity(0, 1), entity(2, 3), entity(5, 7)]
    item = {"tokens": tokens, "entity_mentions": entities, "event_mentions": list(events)}
    folder = data / "geneva"
    folder.mkdir()
    (folder / "train_union.jsonl").write_text(json.dumps(item) + "\n", encoding="utf-8")
    (gold,) = read_geneva(data)
    return gold


def marks(gold: Gold, name: str) -> list[tuple[str, set[str]]]:
    return [(gold.text[m.start : m.end], set(m.types)) for m in gold.marks[name].spans]


def arcs(gold: Gold) -> dict[str, list[str]]:
    rows = gold.arcs["filler_event"]
    return {gold.text[slice(*left)]: [gold.text[slice(*right)] for right in rights] for left, rights in rows}


def test_events_and_arguments_stand_in_the_text(tmp_path: Path):
    gold = read(tmp_path, event("Attack", 1, ("Assailant", 0), ("Victim", 2)))
    assert gold.text == "Rebels attacked Ostral, and the mayor said it burned."
    assert marks(gold, "events") == [("attacked", {"attack"})]
    assert marks(gold, "fillers") == [("Rebels", {"individual", "organization"}), ("Ostral", {"victim"})]
    assert arcs(gold) == {"Rebels": ["attacked"], "Ostral": ["attacked"]}


def test_a_narrow_type_is_trained_as_its_broad_one(tmp_path: Path):
    assert marks(read(tmp_path, event("Destroying", 9, ("Destroyer", 0))), "events") == [("burned", {"attack"})]


def test_a_phrase_may_belong_to_two_events(tmp_path: Path):
    gold = read(tmp_path, event("Destroying", 9, ("Destroyer", 0)), event("Attack", 1, ("Assailant", 0)))
    assert arcs(gold) == {"Rebels": ["attacked", "burned"]}


def test_speech_and_unknown_kinds_are_left_out(tmp_path: Path):
    gold = read(tmp_path, event("Statement", 7, ("Agent", 5)), event("Becoming", 9, ("Agent", 0)))
    assert marks(gold, "events") == marks(gold, "fillers") == []
    assert arcs(gold) == {}


def test_roles_that_are_not_ours_are_left_out(tmp_path: Path):
    gold = read(tmp_path, event("Attack", 1, ("Manner", 0), ("Assailant", 5), ("Assailant", 99)))
    assert marks(gold, "fillers") == [("the mayor", {"individual", "organization"})]


def test_an_unmarked_word_may_be_any_filler_and_any_event_that_is_not_annotated(tmp_path: Path):
    gold = read(tmp_path, event("Attack", 1))
    assert gold.marks["fillers"].outside == set(FILLERS)
    assert "attack" not in gold.marks["events"].outside
    assert gold.marks["events"].outside == UNSEEN
    assert {t for types in ROLES.values() for t in types} <= set(FILLERS)
    assert set(EVENT_TYPES) >= UNSEEN
