"""A perfect reading scores 100, and each known fault costs what it should."""

import json
from pathlib import Path

import msgspec
import pytest

from averral.ingest import iter_sources, read_source
from averral.records import (
    Argument,
    Attribution,
    Block,
    Casualties,
    Claim,
    Document,
    Entity,
    EntitySpan,
    Event,
    Filler,
    Incident,
    Mention,
    Perpetrator,
    Proposition,
    Reader,
    Reading,
    Span,
    Time,
    Trigger,
    digest_bytes,
    digest_text,
    encode_reading,
)
from benchmarks.gold import iter_gold, read_readings, score, write_inputs

SMALL = """# topic: the fire
# split: test

## small-01 | wire | 2031-05-13
[t1 {per Gunmen} of the {ORG Salt Coast Front} [v1 burned] {fac the mill} {DATE on Monday}, [v2 killing] {NUM three}
clerks], [s1 {per a clerk}] [c1 said]. [s2 {org The Front}] [c2 denied] [t2 {event it}]. {org The army} has [v3 sent]
troops.
= 1 direct_witness, 2 official_statement
time "on Monday" 2031-05-12 date
event v1 arson | fact UU | past | perpetrator "Gunmen" | target "the mill"
event v2 massacre | fact UU | past | perpetrator "Gunmen" | victim "three clerks"
event v3 deployment | fact CT+ | past | perpetrator "The army"
incident i1 arson accomplished | events v1 v2 | edtf 2031-05-12 | place "the mill" | target "the mill" | victim "clerks"
perp i1 "The Front" organization denied | by 2
perp i1 "Gunmen" individual suspected_or_accused | by 1
dead i1 killed 3 "three clerks" | by 1
claim 1 event v1 CT+ past
claim 1 event v2 CT+ past
claim 1 casualties d1 CT+ past
claim 1 responsibility i1 "Gunmen" CT+ past
claim 2 responsibility i1 "The Front" CT- past
claim author event v3 CT+ past
"""
TEXT = (
    "Gunmen of the Salt Coast Front burned the mill on Monday, killing three clerks, a clerk said. "
    "The Front denied it. The army has sent troops."
)


def at(words: str) -> dict[str, int]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def claim(number: int, attribution: str | None, factuality: str, **proposition: str) -> Claim:
    return Claim(
        id=f"c{number}",
        **at(TEXT[:10]),
        attribution=attribution,
        chain=("author",),
        proposition=Proposition(**proposition),  # type: ignore[arg-type]
        factuality=factuality,  # type: ignore[arg-type]
        tense="past",
    )


def mention(number: int, words: str, kind: str, *, name: bool = False) -> Mention:
    return Mention(id=f"m{number}", **at(words), type=kind, name=name)  # type: ignore[arg-type]


CONTENT = "Gunmen of the Salt Coast Front burned the mill on Monday, killing three clerks"
PERFECT = Reading(
    document=Document(
        id=digest_bytes(TEXT.encode()),
        uri="out/small-01.jsonl#1",
        media_type="text/plain",
        text=TEXT,
        text_sha256=digest_text(TEXT),
        blocks=(Block(0, len(TEXT), "body"),),
    ),
    mentions=(
        mention(1, "Salt Coast Front", "ORG", name=True),
        mention(2, "the mill", "FAC"),
        mention(3, "Gunmen", "PER"),
        mention(4, "a clerk", "PER"),
        mention(5, "The Front", "ORG"),
        mention(6, "it", "EVENT"),
        mention(7, "The army", "ORG"),
    ),
    entities=(Entity(id="e1", name="Salt Coast Front", type="organization", aliases=("Front",)),),
    times=(Time(**at("on Monday"), edtf="2031-05-12", kind="date"),),
    attributions=(
        Attribution(
            id="a1",
            source=EntitySpan(**at("a clerk")),
            cue=Span(**at("said")),
            content=(Span(**at(CONTENT)),),
            kind="indirect",
            basis="direct_witness",
        ),
        Attribution(
            id="a2",
            source=EntitySpan(**at("The Front"), entity="e1"),
            cue=Span(**at("denied")),
            content=(Span(**at("it")),),
            kind="indirect",
            basis="official_statement",
        ),
    ),
    events=(
        Event(
            id="v1",
            type="arson",
            trigger=Trigger(**at("burned")),
            arguments=(Argument(role="perpetrator", **at("Gunmen")), Argument(role="target", **at("the mill"))),
            factuality="UU",
        ),
        Event(
            id="v2",
            type="massacre",
            trigger=Trigger(**at("killing")),
            arguments=(Argument(role="perpetrator", **at("Gunmen")), Argument(role="victim", **at("three clerks"))),
            factuality="UU",
        ),
        Event(
            id="v3",
            type="deployment",
            trigger=Trigger(**at("sent")),
            arguments=(Argument(role="perpetrator", **at("The army")),),
            factuality="CT+",
        ),
    ),
    incidents=(
        Incident(
            id="i1",
            type="arson",
            stage="accomplished",
            events=("v1", "v2"),
            edtf="2031-05-12",
            place="m2",
            perpetrators=(
                Perpetrator(text="Front", entity="e1", kind="organization", confidence="denied", claims=("c5",)),
                Perpetrator(text="Gunmen", kind="individual", confidence="suspected_or_accused", claims=("c4",)),
            ),
            targets=(Filler(text="mill"),),
            victims=(Filler(text="clerks"),),
            casualties=(Casualties(kind="killed", low=3, high=3, **at("three clerks"), claim="c3"),),
        ),
    ),
    claims=(
        claim(1, "a1", "CT+", type="event", event="v1"),
        claim(2, "a1", "CT+", type="event", event="v2"),
        claim(3, "a1", "CT+", type="casualties", incident="i1"),
        claim(4, "a1", "CT+", type="responsibility", incident="i1"),
        claim(5, "a2", "CT-", type="responsibility", incident="i1", subject="e1"),
        claim(6, None, "CT+", type="event", event="v3"),
    ),
    reader=Reader(version="1", model="none"),
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "small.txt").write_text(SMALL, encoding="utf-8")
    return tmp_path


def figures(gold: Path, reading: Reading) -> dict[str, dict[str, float]]:
    return score(iter_gold(gold, "test"), {"small-01": reading})


def change(path: str, **values: object) -> Reading:
    """The perfect reading with one record of `path` ("claims/0") changed."""
    name, _, number = path.partition("/")
    rows = list(getattr(PERFECT, name))
    rows[int(number)] = msgspec.structs.replace(rows[int(number)], **values)
    return msgspec.structs.replace(PERFECT, **{name: tuple(rows)})


def test_a_perfect_reading_scores_100(gold: Path):
    found = figures(gold, PERFECT)
    assert {k: v["f1"] for k, v in found.items() if "f1" in v and v["gold"] and v["f1"] != 100} == {}
    assert {k: v["accuracy"] for k, v in found.items() if "accuracy" in v and v["accuracy"] != 100} == {}
    assert found["CLAIMS"] == {"gold": 6, "found": 6, "p": 100.0, "r": 100.0, "f1": 100.0}


FAULTS = [
    # (path, changed fields, layer -> F1 that it falls to)
    (
        "claims/0",
        {"factuality": "PR+"},
        {"CLAIMS": 83.3, "claims, whatever the factuality": 100, "claims: event": 66.7},
    ),
    ("claims/0", {"factuality": None}, {"CLAIMS": 83.3}),
    ("claims/0", {"attribution": "a2"}, {"CLAIMS": 83.3, "claims, whoever says so": 100}),
    ("claims/5", {"attribution": "a1"}, {"CLAIMS": 83.3, "claims, content alone": 100}),
    ("claims/3", {"proposition": Proposition(type="responsibility", incident="i1", subject="e1")}, {"CLAIMS": 83.3}),
    ("claims/3", {"proposition": Proposition(type="responsibility", incident="i2")}, {"CLAIMS": 83.3}),
    ("claims/3", {"id": "c9"}, {"claims: responsibility": 50}),  # now nobody is its actor
    ("claims/5", {"proposition": Proposition(type="statement")}, {"CLAIMS": 90.9}),
    ("attributions/0", {"source": EntitySpan(**at("The Front"))}, {"attributions: link": 50, "CLAIMS": 33.3}),
    ("attributions/0", {"source": None}, {"attributions: link": 50, "attributions: content": 100}),
    ("events/0", {"type": "bombing"}, {"events: trigger and type": 66.7, "events: trigger and broad type": 100}),
    ("events/0", {"trigger": Trigger(**at("sent"))}, {"events: trigger": 66.7, "claims: event": 66.7}),
    ("events/0", {"arguments": (Argument(role="victim", **at("the mill")),)}, {"events: arguments": 66.7}),
    ("times/0", {"edtf": None}, {"times: value right": 0, "times: found": 100}),
    ("mentions/0", {"type": "PER"}, {"names": 0}),
    ("incidents/0", {"place": "m3"}, {"incidents: place": 0, "CLAIMS": 100}),
    ("incidents/0", {"events": ("v3",)}, {"incidents: aligned": 0, "claims: responsibility": 0}),
    ("incidents/0", {"stage": "attempted"}, {"incidents: stage": 0, "incidents: type": 100}),
    ("incidents/0", {"casualties": ()}, {"figures: value": 0, "claims: casualties": 0}),
]


@pytest.mark.parametrize(("path", "values", "wanted"), FAULTS)
def test_a_fault_costs_what_it_should(gold: Path, path: str, values: dict[str, object], wanted: dict[str, float]):
    found = figures(gold, change(path, **values))
    assert {layer: found[layer]["f1"] for layer in wanted} == wanted


@pytest.mark.parametrize(("low", "high"), [(3, None), (None, 3), (4, 4)])
def test_a_figure_is_right_only_when_both_ends_are(gold: Path, low: int | None, high: int | None):
    (incident,) = PERFECT.incidents
    wrong = (msgspec.structs.replace(incident.casualties[0], low=low, high=high),)
    found = figures(gold, change("incidents/0", casualties=wrong))
    assert found["figures: value"]["f1"] == found["claims: casualties"]["f1"] == 0


def test_a_figure_needs_its_speaker_but_a_second_row_of_it_is_no_second_figure(gold: Path):
    (figure,) = PERFECT.incidents[0].casualties
    wrong = msgspec.structs.replace(figure, claim="c6")
    found = figures(gold, change("incidents/0", casualties=(wrong,)))
    assert (found["figures: value"]["f1"], found["figures: value and speaker"]["f1"]) == (100, 0)
    found = figures(gold, change("incidents/0", casualties=(figure, wrong)))
    assert (found["figures: value and speaker"]["found"], found["figures: value and speaker"]["f1"]) == (1, 100)


def test_a_confidence_costs_the_perpetrator_with_it_alone(gold: Path):
    first, second = PERFECT.incidents[0].perpetrators
    wrong = (msgspec.structs.replace(first, confidence="possible"), second)
    found = figures(gold, change("incidents/0", perpetrators=wrong))
    assert found["incidents: perpetrators"]["f1"] == 100
    assert found["incidents: perpetrators and confidence"]["f1"] == 50


def test_a_claim_said_twice_is_right_once(gold: Path):
    twice = msgspec.structs.replace(PERFECT, claims=(*PERFECT.claims, PERFECT.claims[0]))
    assert figures(gold, twice)["CLAIMS"] == {"gold": 6, "found": 7, "p": 85.7, "r": 100.0, "f1": 92.3}


def test_statements_of_the_author_do_not_count(gold: Path):
    more = msgspec.structs.replace(PERFECT, claims=(*PERFECT.claims, claim(7, None, "CT+", type="statement")))
    assert figures(gold, more)["CLAIMS"]["f1"] == 100


def test_what_was_not_read_counts_as_empty(gold: Path):
    other = msgspec.structs.replace(PERFECT, document=msgspec.structs.replace(PERFECT.document, text=TEXT + " "))
    for readings in ({}, {"small-01": other}):
        found = score(iter_gold(gold, "test"), readings)
        assert found["documents"] == {"gold": 1, "read": 0}
        assert found["CLAIMS"]["gold"] == 6
        assert found["CLAIMS"]["f1"] == 0


def test_inputs_are_read_with_their_text_and_date(gold: Path, tmp_path: Path):
    assert write_inputs(iter_gold(gold, "test"), tmp_path / "out") == 1
    (source,) = iter_sources([str(tmp_path / "out")])
    document = read_source(source).document
    assert (document.text, document.published) == (TEXT, "2031-05-13")
    (tmp_path / "readings.jsonl").write_bytes(
        encode_reading(msgspec.structs.replace(PERFECT, document=document)) + b"\n"
    )
    readings = read_readings(tmp_path / "readings.jsonl")
    assert score(iter_gold(gold, "test"), readings)["CLAIMS"]["f1"] == 100
    assert json.loads((tmp_path / "out/small-01.jsonl").read_text())["date"] == "2031-05-13"
