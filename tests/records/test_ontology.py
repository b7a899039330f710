from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import msgspec
import pytest

from averral.records.incident import ArgumentRole, Incident
from averral.records.ontology import (
    ACLED_SUB_EVENTS,
    CAMEO_ROOTS,
    EVENT_TYPES,
    GENEVA_LABELS,
    GENEVA_TYPES,
    PLOVER_CODES,
    PLOVER_MODES,
    EventType,
    Family,
    MucIncident,
    Stage,
)

TYPES = tuple(EVENT_TYPES.values())
WANTED = """
    attack bombing suicide_bombing armed_clash air_strike drone_strike shelling missile_strike shooting assassination
    massacre execution kidnapping hostage_taking hijacking arson robbery looting sabotage cyber_attack sexual_violence
    torture mine_explosion territorial_capture siege blockade raid arrest release trial sentence sanction expulsion
    protest riot strike_action crackdown threat ultimatum statement negotiation meeting agreement ceasefire
    ceasefire_violation visit appeal demand aid support arms_transfer funding recruitment training deployment withdrawal
    displacement disappearance death injury discovery_of_bodies coup election appointment resignation border_incident
    seizure disaster accident
"""
ALONE = {"accident", "appointment", "election"}
"""Types for which none of the schemes has a name."""


def test_every_type_that_was_asked_for_is_there():
    assert set(WANTED.split()) - set(EVENT_TYPES) == set()


def test_ids_are_snake_case_and_lead_to_their_type():
    assert [key for key, event in EVENT_TYPES.items() if key != event.id] == []
    assert [event.id for event in TYPES if not re.fullmatch(r"[a-z]+(?:_[a-z]+)*", event.id)] == []


def test_a_type_says_what_counts_and_what_does_not():
    sentence = re.compile(r"[A-Z].{20,180}\.")
    assert [e.id for e in TYPES if not (sentence.fullmatch(e.definition) and sentence.fullmatch(e.excludes))] == []


def test_a_type_sends_the_reader_to_other_types_that_exist():
    named = [
        (event.id, other)
        for event in TYPES
        for group in re.findall(r"\(([^)]+)\)", event.excludes)
        for other in re.split(r", | or ", group)
    ]
    assert len(named) > 80
    assert [(name, other) for name, other in named if other not in EVENT_TYPES or other == name] == []


def test_the_tree_has_two_levels():
    children = [(event, EVENT_TYPES[event.parent]) for event in TYPES if event.parent is not None]
    assert len(children) > 40
    for event, parent in children:
        assert parent.parent is None, event.id
        assert parent.family == event.family, event.id
        assert TYPES.index(parent) < TYPES.index(event), event.id


def test_a_type_has_counterparts():
    known = {e.id for e in TYPES if e.plover or e.cameo or e.acled or e.geneva or e.muc}
    assert set(EVENT_TYPES) - known == ALONE


@pytest.mark.parametrize(
    ("field", "known"),
    [
        ("plover", PLOVER_CODES),
        ("cameo", CAMEO_ROOTS),
        ("acled", ACLED_SUB_EVENTS),
        ("geneva", GENEVA_LABELS),
        ("roles", get_args(ArgumentRole)),
    ],
)
def test_every_code_exists_and_stands_once(field, known):
    for event in TYPES:
        codes = getattr(event, field)
        assert [code for code in codes if code not in known] == [], event.id
        assert len(set(codes)) == len(codes), event.id


def test_types_keep_their_declared_values():
    """The fields with fixed values are not checked when a record is made, but are when one is decoded."""
    assert msgspec.json.decode(msgspec.json.encode(TYPES), type=tuple[EventType, ...]) == TYPES


def test_happenings_have_a_place_and_a_time_and_somebody_or_something():
    assert [event.id for event in TYPES if not {"place", "time"} <= set(event.roles)] == []
    assert [event.id for event in TYPES if not {"perpetrator", "victim", "target"} & set(event.roles)] == []


def test_a_stage_word_means_one_stage():
    for event in TYPES:
        words = event.attempted + event.threatened
        assert len(set(words)) == len(words), event.id
        assert [word for word in words if word != word.lower().strip()] == [], event.id


def test_only_threats_are_threatened_by_themselves():
    assert {event.id for event in TYPES if event.stage != "accomplished"} == {"threat", "ultimatum"}
    stages = Incident.__annotations__["stage"]
    assert all(stage in stages for stage in get_args(Stage))


@pytest.mark.parametrize(
    ("scheme", "reached"),
    [
        (PLOVER_CODES, {code for event in TYPES for code in event.plover}),
        (CAMEO_ROOTS, {code for event in TYPES for code in event.cameo}),
        (ACLED_SUB_EVENTS, {code for event in TYPES for code in event.acled}),
        (get_args(MucIncident), {event.muc for event in TYPES}),
        (("state_based", "non_state", "one_sided"), {kind for event in TYPES for kind in event.ucdp}),
        (get_args(Family), {event.family for event in TYPES}),
    ],
    ids=["plover", "cameo", "acled", "muc", "ucdp", "family"],
)
def test_every_name_of_a_scheme_is_reached(scheme, reached):
    assert set(scheme) - reached == set()


@pytest.mark.parametrize(
    ("scheme", "size"),
    [
        (PLOVER_MODES, 16),
        (PLOVER_CODES, 83),
        (CAMEO_ROOTS, 20),
        (ACLED_SUB_EVENTS, 25),
        (set(ACLED_SUB_EVENTS.values()), 6),
        (GENEVA_LABELS, 115),
        (get_args(MucIncident), 7),
    ],
)
def test_the_schemes_are_whole(scheme, size):
    assert len(scheme) == size


@pytest.mark.parametrize(
    ("name", "muc"),
    [
        ("bombing", "BOMBING"),
        ("suicide_bombing", "BOMBING"),
        ("air_strike", "ATTACK"),
        ("assassination", "ATTACK"),
        ("hostage_taking", "KIDNAPPING"),
        ("hijacking", "HIJACKING"),
        ("arson", "ARSON"),
        ("looting", "ROBBERY"),
        ("forced_stoppage", "FORCED WORK STOPPAGE"),
        ("strike_action", None),
        ("arrest", None),
        ("disaster", None),
        ("statement", None),
    ],
)
def test_muc_incidents(name, muc):
    """The guide counts bombs from aircraft and murders as attacks, and detention by captors as kidnapping."""
    assert EVENT_TYPES[name].muc == muc


def test_a_geneva_label_has_one_type_or_none():
    given = Counter(label for event in TYPES for label in event.geneva)
    assert [label for label, times in given.items() if times > 1] == []
    assert set(GENEVA_TYPES) == GENEVA_LABELS
    assert GENEVA_TYPES["Arrest"] == "arrest"
    assert GENEVA_TYPES["Manufacturing"] is None


def test_violence_is_not_what_disasters_and_politics_are():
    peaceful = [event for event in TYPES if event.family in ("hazard", "politics", "human_condition", "statement")]
    assert [event.id for event in peaceful if event.muc or (event.ucdp and event.id != "coup")] == []


def test_the_table_cannot_be_changed():
    with pytest.raises(TypeError):
        EVENT_TYPES["attack"] = EVENT_TYPES["bombing"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        EVENT_TYPES["attack"].parent = "bombing"  # type: ignore[misc]
