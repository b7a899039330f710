"""What people decide is obeyed, the later of two that contradict each other, and undoing restores exactly."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.actors.fakes import are_one, judge, partition, resolve, see

IVO = [see(f"d{n}", "Ivo Sarran") for n in range(4)]
OTHERS = [see("d5", "Karla Brunnick"), see("d6", "Lirren Brigades", "organization"), see("d7", "they", named=False)]
KEYS = [sighting.key for sighting in (*IVO, *OTHERS)]


@pytest.mark.parametrize("other", [sighting.key for sighting in OTHERS])
def test_a_merge_joins_whatever_the_names_and_types(other):
    found = resolve([*IVO, *OTHERS], [judge(1, "merge", IVO[1].key, other)])
    assert are_one(found, IVO[1].key, other)
    assert are_one(found, IVO[0].key, other), "the others of that name come along"
    (actor,) = (actor for actor in found.actors if other in actor.sightings)
    (link,) = (link for link in actor.links if link.judgement == 1)
    assert (link.score, link.reasons) == (1.0, ("Ana: I know them",))


def test_a_merge_of_different_names_takes_more_of_either_name():
    judgement = judge(1, "merge", "d0#Ivo Sarran", "d5#Karla Brunnick")
    found = resolve([*IVO, *OTHERS, see("d8", "Karla Brunnick")], [judgement])
    assert are_one(found, "d0#Ivo Sarran", "d8#Karla Brunnick")


def test_never_keeps_one_name_apart():
    found = resolve(IVO, [judge(1, "never_merge", "d0#Ivo Sarran", "d1#Ivo Sarran")])
    assert not are_one(found, "d0#Ivo Sarran", "d1#Ivo Sarran")
    assert sum(len(part) for part in partition(found)) == 4


def test_never_holds_for_all_that_were_there_and_leaves_the_rest_alone():
    left, right = ("d0#Ivo Sarran", "d1#Ivo Sarran"), ("d2#Ivo Sarran", "d3#Ivo Sarran")
    found = resolve([*IVO, *OTHERS], [judge(1, "never_merge", left, right)])
    assert partition(found) >= {frozenset(left), frozenset(right)}


def test_a_split_takes_out_one_and_leaves_the_others_together():
    rest = tuple(sighting.key for sighting in IVO[1:])
    found = resolve(IVO, [judge(1, "split", IVO[0].key, rest)])
    assert partition(found) == {frozenset({IVO[0].key}), frozenset(rest)}


def test_never_is_not_proposed_again():
    alike = [see("d1", "Harrow Front North", "organization"), see("d2", "Harrow Front", "organization")]
    assert resolve(alike).proposals
    assert not resolve(alike, [judge(1, "never_merge", alike[0].key, alike[1].key)]).proposals


@pytest.mark.parametrize(
    ("kinds", "joined"),
    [(("merge", "never_merge"), False), (("never_merge", "merge"), True), (("merge", "split"), False)],
)
def test_the_later_judgement_wins_and_the_earlier_is_reported(kinds, joined):
    a, b = "d0#Ivo Sarran", "d5#Karla Brunnick"
    judgements = [judge(number, kind, a, b) for number, kind in enumerate(kinds)]
    found = resolve([*IVO, *OTHERS], judgements)
    assert are_one(found, a, b) is joined
    (overruled,) = found.overruled
    assert overruled.judgement == judgements[0]
    assert "later judgement" in overruled.reason


def test_of_one_time_the_higher_number_is_later():
    made = {"made": "2030-01-01T00:00:00Z"}
    judgements = [judge(2, "never_merge", *KEYS[:2], **made), judge(1, "merge", *KEYS[:2], **made)]
    assert not are_one(resolve(IVO, judgements), *KEYS[:2])


def test_later_never_breaks_a_chain_of_merges():
    a, b, c = "d0#Ivo Sarran", "d5#Karla Brunnick", "d6#Lirren Brigades"
    judgements = [judge(1, "merge", a, b), judge(2, "merge", b, c), judge(3, "never_merge", a, c)]
    found = resolve([*IVO, *OTHERS], judgements)
    assert not are_one(found, a, c)
    assert are_one(found, b, c)
    assert [overruled.judgement.id for overruled in found.overruled] == [1]


def test_a_later_split_leaves_the_rest_of_a_merge():
    merged = judge(1, "merge", tuple(KEYS[:4]), tuple(KEYS[4:]))
    found = resolve([*IVO, *OTHERS], [merged, judge(2, "split", KEYS[0], tuple(KEYS[1:]))])
    assert partition(found) == {frozenset(KEYS[:1]), frozenset(KEYS[1:])}


def test_sightings_that_only_a_judgement_knows_count_for_nothing():
    plain = resolve(IVO)
    assert resolve(IVO, [judge(1, "merge", "d0#Ivo Sarran", "gone#e1"), judge(2, "never_merge", "x#1", "y#2")]) == plain


NAMES = [
    ("Ivo Sarran", "person"), ("Karl Sarran", "person"), ("Sarran", "person"), ("Ivo Karl Sarran", "person"),
    ("Free Lirren Brigades", "organization"), ("FLB", "organization"), ("Lirren Brigades", "group"),
    ("Interior Ministry", "organization"), ("Undry", "place"), ("they", "person"), ("47", "organization"),
]  # fmt: skip


@st.composite
def sightings(draw):
    rows = draw(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(NAMES)), min_size=2, max_size=12))
    places = draw(st.lists(st.sampled_from(["Amaran", "Tornbeck", "Skell"]), max_size=3))
    return [
        see(f"d{document}", name, kind, entity=f"e{number}", neighbours=tuple(places[document % 3 :]))
        for number, (document, (name, kind)) in enumerate(rows)
    ]


@st.composite
def cases(draw, most=4):
    found = draw(sightings())
    keys = st.sampled_from([sighting.key for sighting in found])
    judgements = []
    for number in range(draw(st.integers(0, most))):
        left = draw(st.frozensets(keys, min_size=1, max_size=3))
        right = draw(st.frozensets(keys, min_size=1, max_size=3)) - left
        kind = draw(st.sampled_from(["merge", "never_merge", "split"]))
        if right:
            judgements.append(judge(number, kind, tuple(sorted(left)), tuple(sorted(right))))
    return found, judgements


@settings(max_examples=150, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(case, random):
    found, judgements = case
    before = resolve(found, judgements)
    random.shuffle(found)
    random.shuffle(judgements)
    assert resolve(found, judgements) == before


@settings(max_examples=150, deadline=None)
@given(cases(most=1))
def test_a_judgement_is_always_obeyed(case):
    found, judgements = case
    result = resolve(found, judgements)
    for judgement in judgements:
        for left in judgement.left:
            for right in judgement.right:
                assert are_one(result, left, right) is (judgement.kind == "merge")


@settings(max_examples=150, deadline=None)
@given(cases())
def test_the_last_judgement_is_obeyed_whatever_was_before(case):
    found, judgements = case
    for judgement in judgements[-1:]:
        result = resolve(found, judgements)
        for left in judgement.left:
            for right in judgement.right:
                assert are_one(result, left, right) is (judgement.kind == "merge")


@settings(max_examples=150, deadline=None)
@given(cases())
def test_undoing_restores_exactly(case):
    found, judgements = case
    for number, judgement in enumerate(judgements):
        without = judgements[:number] + judgements[number + 1 :]
        withdrawn = msgspec.structs.replace(judgement, withdrawn="2031-01-01T00:00:00Z", withdrawn_by="Ben")
        undone = resolve(found, [*judgements[:number], withdrawn, *judgements[number + 1 :]])
        assert undone == resolve(found, without)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_every_sighting_is_in_one_actor_and_links_hold_it_together(case):
    found, judgements = case
    result = resolve(found, judgements)
    assert sorted(key for actor in result.actors for key in actor.sightings) == sorted({s.key for s in found})
    for actor in result.actors:
        reached, links = {actor.sightings[0]}, list(actor.links)
        assert len(links) == len(actor.sightings) - 1
        for _ in actor.links:
            reached |= {key for link in links if {link.a, link.b} & reached for key in (link.a, link.b)}
        assert reached == set(actor.sightings)
        assert all(link.reasons and 0 < link.score <= 1 for link in links)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=20), st.sampled_from(["person", "organization", "x"])), max_size=6))
def test_no_name_raises(names):
    found = resolve([see(f"d{n}", name, kind, entity="e", aliases=(name * 2,)) for n, (name, kind) in enumerate(names)])
    assert sum(len(actor.sightings) for actor in found.actors) == len(names)
