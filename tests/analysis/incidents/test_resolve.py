"""Which happenings are one: what speaks for it, what forbids it, what people say; in any order, at a bounded cost."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.analysis.incidents import Index, resolve_incidents
from averral.records.case_incident import Toll
from tests.analysis.incidents.happenings import WORDS, group, happen, judge

OTHER = ("quarry", "blast", "miner", "shaft", "timber", "whistle", "lamp")


def are_one(one, two, *more):
    return any({one.key, two.key} <= part for part in group((one, two, *more)))


def test_two_documents_on_one_happening_are_one_incident():
    assert are_one(happen("a"), happen("b"))


@pytest.mark.parametrize(
    "fields",
    [
        {"day": None, "chief": False},
        {"place": None},
        {"actors": ()},
        {"tolls": ()},
        {"day": "2031-05-13"},
        {"type": "bombing"},
        {"words": WORDS[:4]},
    ],
)
def test_what_one_document_does_not_say_or_has_nearly_so_keeps_nothing_apart(fields):
    assert are_one(happen("a"), happen("b", **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"day": "2027-05-12", "dates": ()} | {"words": OTHER},
        {"day": "2031-09-12", "place": "tornbeck", "words": OTHER, "reported": "2031-09-14"},
        {"place": "tornbeck", "actors": ("actor-guard",), "words": OTHER, "type": "arrest", "nouns": (), "tolls": (),
         "about": ("coast guard",), "scene": ("guard",), "triggers": ("arrest",)},
    ],
)  # fmt: skip
def test_other_years_places_and_deeds_are_other_incidents(fields):
    fields.pop("dates", None)
    assert not are_one(happen("a"), happen("b", **fields))


def test_missing_values_prove_nothing():
    bare = {"day": None, "place": None, "actors": (), "words": (), "tolls": (), "nouns": (), "scene": (), "about": (),
            "triggers": (), "chief": False, "reported": None}  # fmt: skip
    assert not are_one(happen("a", **bare), happen("b", **bare))


def test_two_attacks_of_one_document_stay_two():
    first, second = happen("a", "i1"), happen("a", "i2", day="2030-05-12", words=OTHER, tolls=(Toll("killed", 9, 9),))
    other = happen("b")
    parts = group((first, second, other))
    assert frozenset({first.key, other.key}) in parts
    assert frozenset({second.key}) in parts


def test_an_incident_has_all_that_is_given_and_why_it_is_one():
    found = resolve_incidents(Index([[happen("a")], [happen("b", day="2031-05-13")], [happen("c")]]))
    (incident,) = found.incidents
    assert incident.title.startswith("arson · ")
    assert (incident.edtf, [(one.value, len(one.by)) for one in incident.dates]) == (
        "2031-05-12", [("2031-05-12", 2), ("2031-05-13", 1)],
    )  # fmt: skip
    assert len(incident.links) == 2
    assert all(link.reasons for link in incident.links)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-12", "2031-05-12"),
        ("/2031-05-12", "until 2031-05-12"),
        ("../2031-05-12", "until 2031-05-12"),
        ("2031-05-12/..", "from 2031-05-12"),
        ("2031-05-11/2031-05-12", "2031-05-11 to 2031-05-12"),
    ],
)
def test_a_title_says_an_interval_in_words(edtf, words):
    one = msgspec.structs.replace(happen("a"), edtf=edtf)
    (incident,) = resolve_incidents(Index([[one]])).incidents
    assert incident.title == f"arson · lunt · {words}"


@pytest.mark.parametrize(("place", "words"), [("LUNT HARBOUR", "Lunt Harbour"), ("USA", "USA"), ("Lunt", "Lunt")])
def test_a_title_writes_a_place_in_capitals_like_a_name(place, words):
    one = msgspec.structs.replace(happen("a"), place=place)
    (incident,) = resolve_incidents(Index([[one]])).incidents
    assert incident.title == f"arson · {words} · 2031-05-12"


def test_people_merge_and_keep_apart_and_the_later_word_counts():
    one, two = happen("a"), happen("b", day="2027-05-12", place="tornbeck", words=OTHER)
    apart = {frozenset({one.key}), frozenset({two.key})}
    merge = judge(1, "merge", [one.key], [two.key])
    never = judge(2, "never_merge", [one.key], [two.key])
    assert group((one, two)) == apart
    assert group((one, two), [merge]) == {frozenset({one.key, two.key})}
    assert group((one, two), [merge, never]) == group((one, two), [never, merge]) == apart
    assert group((one, two), [judge(1, "merge", [one.key], [two.key], withdrawn="2031-07-01")]) == apart


def test_what_a_person_splits_off_stays_off_and_nothing_else_changes():
    keys = [happen(name) for name in "abc"]
    split = judge(1, "split", [keys[2].key], [keys[0].key, keys[1].key])
    assert group(keys, [split]) == {frozenset({keys[0].key, keys[1].key}), frozenset({keys[2].key})}
    later = happen("d")
    assert sum(later.key in part for part in group((*keys, later), [split])) == 1


def test_contradictory_merges_end_with_the_last_and_name_the_overruled():
    one, two, three = (
        happen(name, day=f"20{year}-05-12", words=OTHER) for name, year in zip("abc", (11, 21, 31), strict=True)
    )
    judgements = [
        judge(1, "merge", [one.key], [two.key]),
        judge(2, "merge", [two.key], [three.key]),
        judge(3, "never_merge", [one.key], [three.key]),
    ]
    found = resolve_incidents(Index([[one], [two], [three]]), judgements)
    together = {frozenset(incident.members) for incident in found.incidents}
    assert not any({one.key, three.key} <= part for part in together)
    assert found.overruled


def test_unknown_happenings_in_a_judgement_count_for_nothing():
    assert group((happen("a"),), [judge(1, "merge", ["a#i1"], ["gone#i1"])]) == {frozenset({"a#i1"})}


def test_copies_cost_a_bounded_number_of_ties():
    index = Index([[happen(f"d{number:03}")] for number in range(300)])
    ties = index.tie()
    assert len(ties) < 300 * 30
    (incident,) = resolve_incidents(index, (), ties).incidents
    assert len(incident.members) == 300


def test_one_more_document_with_memory_gives_what_all_at_once_gives():
    documents = [[happen(f"d{number}", day=f"2031-05-{10 + number}", place=f"town{number % 3}")] for number in range(9)]
    index, memory = Index(documents[:8]), {}
    ties = index.tie()
    resolve_incidents(index, (), ties, memory)
    more = index.tie(index.add(documents[8]))
    assert resolve_incidents(index, (), (*ties, *more), memory) == resolve_incidents(Index(documents))


def test_nothing_gives_nothing():
    assert resolve_incidents(Index()).incidents == ()


HAPPENINGS = st.builds(
    lambda document, incident, day, place, words, kind: happen(
        document, incident, day=day, place=place, words=words, type=kind
    ),
    st.sampled_from("abcdef"),
    st.sampled_from(["i1", "i2"]),
    st.sampled_from(["2031-05-12", "2031-05-13", "2027-05-12", None]),
    st.sampled_from(["lunt", "tornbeck", None]),
    st.sampled_from([WORDS, OTHER]),
    st.sampled_from(["arson", "bombing", "arrest"]),
)


@settings(deadline=None)
@given(st.lists(HAPPENINGS, max_size=8, unique_by=lambda one: one.key), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing_and_every_happening_is_in_one_incident(happenings, random):
    before = group(happenings)
    assert sorted(key for part in before for key in part) == sorted(one.key for one in happenings)
    random.shuffle(happenings)
    assert group(happenings) == before
