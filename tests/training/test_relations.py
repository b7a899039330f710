import json
from pathlib import Path

from training.relations import group_by_sentence, is_development, read_dse, read_knowledgenet, read_re3d_relations


def write(path: Path, rows: list[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_mentions_by_sentence():
    text = "Moss met Voss. Ebb fought Tide.\nNobody spoke."
    assert group_by_sentence(text, [(0, 4), (9, 13), (15, 18), (26, 30)]) == (((0, 4), (9, 13)), ((15, 18), (26, 30)))


def test_relations_of_re3d_in_both_directions_where_they_have_none(tmp_path: Path):
    name = next(f"d{n}" for n in range(99) if is_development(f"d{n}"))
    folder = tmp_path / "re3d/Invented"
    write(folder / "documents.json", [{"_id": name, "text": "Ebb fought Tide. Moss leads Ebb."}])
    ends = [(0, 3), (11, 15), (17, 21), (28, 31)]
    write(
        folder / "entities.json", [{"type": "Organisation", "documentId": name, "begin": s, "end": e} for s, e in ends]
    )
    rows = [
        ("FightingAgainst", ends[0], ends[1], 1),
        ("InChargeOf", ends[2], ends[3], 1),
        ("CoLocated", ends[0], ends[1], 1),
    ]
    write(
        folder / "relations.json",
        [
            {"type": t, "documentId": name, "confidence": c} | dict(zip(("sourceBegin", "sourceEnd"), a, strict=True))
            | dict(zip(("targetBegin", "targetEnd"), b, strict=True))
            for t, a, b, c in rows
        ],
    )  # fmt: skip
    (gold,) = read_re3d_relations(tmp_path)
    assert gold.pairs is not None
    assert gold.pairs.related == {
        (ends[0], ends[1]): frozenset({"fights"}),
        (ends[1], ends[0]): frozenset({"fights"}),
        (ends[2], ends[3]): frozenset({"leads"}),
    }
    assert gold.pairs.groups == ((ends[0], ends[1]), (ends[2], ends[3]))


def test_the_other_half_of_re3d_is_not_read(tmp_path: Path):
    name = next(f"d{n}" for n in range(99) if not is_development(f"d{n}"))
    for file in ("documents", "entities", "relations"):
        write(tmp_path / f"re3d/Invented/{file}.json", [{"_id": name, "text": "Ebb."}] if file == "documents" else [])
    assert list(read_re3d_relations(tmp_path)) == []


def test_a_founder_is_the_subject(tmp_path: Path):
    row = {"doc": "1", "ps": "100", "ss": "109", "se": "112", "os": "100", "oe": "104", "prop": "FOUNDED_BY"}
    write(tmp_path / "knowledgenet/facts.jsonl", [{**row, "passage_text": "Moss made Ebb."}])
    (gold,) = read_knowledgenet(tmp_path)
    assert gold.pairs is not None
    assert gold.pairs.related == {((0, 4), (9, 12)): frozenset({"created"})}


def test_a_blamed_name_is_the_object(tmp_path: Path):
    path = tmp_path / "dse/dataset/train.txt"
    path.parent.mkdir(parents=True)
    path.write_text("[Ebb] was blamed by [Tide].\tEbb\tTide\t4\nNo names here.\tA\tB\t1\n")
    (gold,) = read_dse(tmp_path)
    assert gold.text == "Ebb was blamed by Tide."
    assert gold.pairs is not None
    ((ends, predicates),) = gold.pairs.related.items()
    assert [gold.text[slice(*end)] for end in ends] == ["Tide", "Ebb"]
    assert "hostile_to" in predicates
