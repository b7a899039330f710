"""A made-up report and its key in MUC's own format: what becomes a mark, what stays open, what belongs together."""

from pathlib import Path

import pytest

from tests.encoder.fake import make_tokenizer
from training.examples import TAGS, Gold, build_example
from training.muc4_marks import read_muc4

REPORT = """DEV-MUC3-0001 (MADE UP)

   OSTRAL, 3 JAN 31 -- MASKED MEN BOMBED THE SALT
MILL AT DAWN.  THE CLERK ORVAN DELL WAS KILLED BY A MINE OF THE SALT FRONT.

   A MINISTER MET TRADERS IN KELLA.  THEY SPOKE OF FISH.  THE FAIR OPENED.
THE SALT MILL IS OLD.
"""
KEY = """
0.  MESSAGE: ID                     DEV-MUC3-0001 (MADE UP)
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  BOMBING
5.  INCIDENT: STAGE OF EXECUTION    ACCOMPLISHED
6.  INCIDENT: INSTRUMENT ID         "MINE"
7.  INCIDENT: INSTRUMENT TYPE       MINE: "MINE"
9.  PERP: INDIVIDUAL ID             "MASKED MEN" / "MEN"
10. PERP: ORGANIZATION ID           "SALT FRONT"
11. PERP: ORGANIZATION CONFIDENCE   REPORTED AS FACT: "SALT FRONT"
12. PHYS TGT: ID                    "SALT MILL"
                                    "CUSTOMS HOUSE"
18. HUM TGT: NAME                   "ORVAN DELL"
19. HUM TGT: DESCRIPTION            "CLERK": "ORVAN DELL"
"""
EMPTY = """
0.  MESSAGE: ID                     DEV-MUC3-0001 (MADE UP)
1.  MESSAGE: TEMPLATE               *
4.  INCIDENT: TYPE                  *
"""


def read(data: Path, report: str = REPORT, key: str = KEY) -> Gold:
    folder = data / "muc4/TASK/CORPORA/dev"
    folder.mkdir(parents=True)
    (folder / "dev-muc3-0001").write_text(report, encoding="latin-1")
    (folder / "key-dev-0001.muc4").write_text(key, encoding="latin-1")
    (folder / "text-headers-info").write_text("Nothing to read here.\n", encoding="latin-1")
    (gold,) = read_muc4(data)
    return gold


def words(gold: Gold, span: tuple[int, int]) -> str:
    return " ".join(gold.text[slice(*span)].split())


def marks(gold: Gold, name: str) -> list[tuple[str, set[str]]]:
    spans = sorted(gold.marks[name].spans, key=lambda m: m.start)
    return [(words(gold, (m.start, m.end)), set(m.types)) for m in spans]


def arcs(gold: Gold, name: str) -> dict[str, list[str]]:
    return {words(gold, left): [words(gold, right) for right in rights] for left, rights in gold.arcs[name]}


def template(kind: str, fillers: str = "", number: str = "1") -> str:
    heading = KEY.splitlines()[1]
    return "\n".join(
        [
            heading,
            f"1.  MESSAGE: TEMPLATE               {number}",
            f"4.  INCIDENT: TYPE                  {kind}",
            fillers,
            "",
        ]
    )


def story(*sentences: str) -> str:
    return "DEV-MUC3-0001 (MADE UP)\n\n   " + "  ".join(sentences) + "\n"


def test_fillers_are_marked_where_an_event_of_their_incident_is_near(tmp_path: Path):
    assert marks(read(tmp_path), "fillers") == [
        ("MASKED MEN", {"individual"}),
        ("SALT MILL", {"target"}),
        ("CLERK", {"victim"}),
        ("ORVAN DELL", {"victim"}),
        ("MINE", {"instrument"}),
        ("SALT FRONT", {"organization"}),
        ("SALT MILL", {"target", "O"}),
    ]


def test_what_no_slot_holds_may_stand_anywhere(tmp_path: Path):
    gold = read(tmp_path)
    assert gold.marks["fillers"].outside == {"place", "time", "recipient", "beneficiary"}
    assert gold.marks["events"].outside == gold.marks["incidents"].outside == set()


def test_fillers_belong_to_the_events_of_their_incident(tmp_path: Path):
    found = arcs(read(tmp_path), "filler_event")
    assert set(found) == {"MASKED MEN", "SALT MILL", "CLERK", "ORVAN DELL", "MINE", "SALT FRONT"}
    assert all(rights == ["BOMBED", "KILLED"] for rights in found.values())


def test_an_incident_has_its_own_trigger_and_its_outcome(tmp_path: Path):
    gold = read(tmp_path)
    assert marks(gold, "incidents") == [("BOMBED", {"bombing"}), ("KILLED", {"bombing"}), ("MET", {"O"})]
    assert arcs(gold, "event_event") == {"BOMBED": [], "KILLED": ["BOMBED"]}


def test_a_word_that_only_may_name_an_event_is_left_open(tmp_path: Path):
    report = story("THE CLERK WAS KIDNAPPED.", "A MINISTER MET TRADERS.", "POLICE SAID IT.", "HE WAS ARRESTED.")
    assert marks(read(tmp_path, report, EMPTY), "events") == [
        ("KIDNAPPED", {"kidnapping"}),
        ("MET", {"meeting", "O"}),
        ("ARRESTED", {"arrest", "O"}),
    ]


def test_a_report_without_templates_has_no_incident(tmp_path: Path):
    gold = read(tmp_path, key=EMPTY)
    assert {frozenset(types) for _, types in marks(gold, "incidents")} == {frozenset({"O"})}
    assert marks(gold, "fillers") == []
    assert gold.arcs == {"filler_event": [], "event_event": []}


@pytest.mark.parametrize(
    ("kind", "trigger", "types"),
    [
        ("KIDNAPPING", "KIDNAPPED", {"kidnapping"}),
        ("ARSON", "SET FIRE TO", {"arson"}),
        ("ROBBERY", "ROBBED", {"robbery"}),
        ("ATTACK", "MURDERED", {"attack"}),
        ("BOMBING / ATTACK", "ATTACKED", {"bombing", "attack"}),
        ("FORCED WORK STOPPAGE", "BLOCKADED", {"restriction"}),
    ],
)
def test_an_incident_has_the_types_of_its_template(tmp_path: Path, kind: str, trigger: str, types: set[str]):
    report = story(f"MASKED MEN {trigger} THE CLERK.")
    assert marks(read(tmp_path, report, template(kind)), "incidents") == [(trigger, types)]


def test_an_optional_template_may_be_left_out(tmp_path: Path):
    report = story("MASKED MEN KIDNAPPED THE CLERK.")
    gold = read(tmp_path, report, template("KIDNAPPING", number="1 (OPTIONAL)"))
    assert marks(gold, "incidents") == [("KIDNAPPED", {"kidnapping", "O"})]


def test_two_templates_share_no_event(tmp_path: Path):
    report = story(
        "MEN KIDNAPPED A CLERK.", "IT RAINED.", "FISH WAS DEAR.", "THE FAIR OPENED.", "BOYS ROBBED A TRADER."
    )
    key = template("KIDNAPPING", '9.  PERP: INDIVIDUAL ID             "MEN"') + template(
        "ROBBERY", '9.  PERP: INDIVIDUAL ID             "BOYS"', "2"
    )
    gold = read(tmp_path, report, key)
    assert arcs(gold, "filler_event") == {"MEN": ["KIDNAPPED"], "BOYS": ["ROBBED"]}
    assert arcs(gold, "event_event") == {"KIDNAPPED": [], "ROBBED": []}
    assert marks(gold, "incidents") == [("KIDNAPPED", {"kidnapping"}), ("ROBBED", {"robbery"})]


def test_a_filler_far_from_every_event_stands_where_it_stands_first(tmp_path: Path):
    report = story("THE FRONT IS OLD.", "THE FRONT IS POOR.", "IT RAINED.", "FISH WAS DEAR.", "A CLERK WAS KIDNAPPED.")
    gold = read(tmp_path, report, template("KIDNAPPING", '10. PERP: ORGANIZATION ID           "FRONT"'))
    assert marks(gold, "fillers") == [("FRONT", {"organization"}), ("FRONT", {"organization", "O"})]
    assert arcs(gold, "filler_event") == {}


def test_every_mark_is_a_label_of_its_tagger(tmp_path: Path):
    gold = read(tmp_path)
    example = build_example(make_tokenizer(), gold)
    for name in ("events", "incidents", "fillers"):
        assert {t for _, types in marks(gold, name) for t in types} <= {
            label.removeprefix("B-") for label in TAGS[name]
        }
        assert example.tags[name].all()
    assert not example.tags["tense"].any()
    assert len(example.arcs["filler_event"]) == 6
