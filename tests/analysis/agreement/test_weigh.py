"""What agrees and what contradicts: each kind, what is only an update, and origins instead of copies."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.records import agreement
from averral.records.origin import OriginLink
from tests.analysis.agreement.cases import make, said, stance, tell, toll, weigh

DAY = ("2031-05-13", "2031-05-14", "2031-05-20", "2031-06-20")


def kinds(found, *, update=False):
    return [one.kind for one in found.contradictions if one.update == update]


def test_a_claim_stands_against_its_denial_with_all_who_take_either_side():
    found = make(
        (DAY[0], said("front", "accused_by", "police")),
        (DAY[1], said("front", "reported_as_fact_by")),
        (DAY[1], said("front", "denied_by", "front")),
    )
    (one,) = found.contradictions
    assert tell(one) == ("denial", {"Salt Front did it", "Salt Front did not do it"}, False)
    assert [voice.document for voice in one.a.stances] == ["d0", "d1"]
    assert one.b.origins == ("origin-d2",)
    assert (one.by_itself, one.inside) == (False, False)


def test_who_contradicts_themselves_is_called_so():
    found = make((DAY[0], said("front", "claimed_by", "front")), (DAY[2], said("front", "denied_by", "front")))
    assert [one.by_itself for one in found.contradictions] == [True]


def test_of_what_one_speaker_of_one_document_says_both_ways_the_commoner_side_counts_then_the_first():
    claimed, denied = (said("front", answer, "front", start) for answer, start in (("claimed_by", 0), ("denied_by", 9)))
    again = said("front", "denied_by", "front", 20)
    for stances, cells in (((claimed, denied), [1, 0]), ((claimed, denied, again), [0, 2])):
        found = make((DAY[0], *stances))
        assert found.contradictions == ()
        assert [[len(row.claimed_by), len(row.denied_by)] for row in found.responsibility] == [cells]


def test_rivals_are_those_that_different_speakers_name():
    found = make((DAY[0], said("front", "accused_by", "police")), (DAY[1], said("guard", "accused_by", "mayor")))
    assert [tell(one)[:2] for one in found.contradictions] == [
        ("perpetrator", {"Salt Front did it", "Coast Guard did it"})
    ]


@pytest.mark.parametrize(
    ("documents", "more"),
    [
        ([(DAY[0], said("front", "accused_by", "police"), said("guard", "accused_by", "police", 9))], {}),
        ([(DAY[0], said("front", "accused_by", "police")), (DAY[0], said("guard", "reported_as_fact_by"))], {}),
        ([(DAY[0], said("front", "accused_by", "police")), (DAY[0], said("mayor", "accused_by", "front"))],
         {"types": {"mayor": "person"}}),
        ([(DAY[0], said("front", "accused_by", "police")), (DAY[0], said("guard", "accused_by", "mayor"))],
         {"alone": ("guard",)}),
        ([(DAY[0], said("front", "accused_by", "police")), (DAY[0], said("orn", "accused_by", "mayor"))],
         {"types": {"orn": "group"}}),
        ([(DAY[0], said("front", "accused_by", "police"),
           stance("relation", start=40, actor="front", predicate="member_of", other="guard")),
          (DAY[0], said("guard", "accused_by", "mayor"))], {}),
        ([(DAY[0], said("front", "accused_by", "police")),
          (DAY[0], said("guard", "accused_by", "mayor", factuality="PS+"))], {}),
    ],
)  # fmt: skip
def test_who_is_no_rival(documents, more):
    """Named by one speaker; by one report only; a person; only described; a people; tied; a mere possibility."""
    assert "perpetrator" not in kinds(make(*documents, **more))


def test_a_claim_after_nobody_had_claimed_is_an_update():
    found = make((DAY[0], stance("unclaimed", start=3)), (DAY[2], said("front", "claimed_by", "front")))
    (one,) = found.contradictions
    assert (one.kind, one.update, one.a.label) == ("perpetrator", True, "nobody has claimed it")
    assert one.update_reason


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (toll(3, 3, "police"), toll(3, None, "mayor"), []),
        (toll(3, None, "police"), toll(5, 5, "mayor"), []),
        (toll(3, 5, "police"), toll(4, 8, "mayor"), []),
        (toll(None, 5, "police"), toll(4, 4, "mayor"), []),
        (toll(3, 3, "police"), toll(5, 5, "mayor"), ["casualties"]),
        (toll(6, None, "police"), toll(5, 5, "mayor"), ["casualties"]),
        (toll(3, 3, "police"), toll(5, 5, "mayor", figure="injured"), []),
        (toll(3, 3, "police", name="soldier"), toll(5, 5, "mayor"), []),
        (toll(3, 3, "police", against=True), toll(5, 5, "mayor"), []),
    ],
)
def test_ranges_clash_where_no_number_lies_in_both(first, second, expected):
    assert kinds(make((DAY[2], first), (DAY[2], second))) == expected


def test_a_later_higher_toll_of_the_same_source_is_an_update_and_a_lower_one_is_not():
    rising = make((DAY[0], toll(3, 3, "police")), (DAY[2], toll(5, 5, "police")))
    assert (kinds(rising), kinds(rising, update=True)) == ([], ["casualties"])
    assert [row.replaces for row in rising.tolls] == [None, "d0#c0"]
    falling = make((DAY[0], toll(5, 5, "police")), (DAY[2], toll(3, 3, "police")))
    assert [one.by_itself for one in falling.contradictions if not one.update] == [True]


def test_a_correction_makes_a_lower_toll_an_update():
    link = {"document": "d1", "source": "d0", "kind": "supersedes", "directed": True}
    found = make((DAY[0], toll(5, 5, "police")), (DAY[2], toll(3, 3, "police")), links=[link])
    assert (kinds(found), kinds(found, update=True)) == ([], ["casualties"])
    assert isinstance(OriginLink(**link), OriginLink)


def test_a_higher_figure_of_another_source_is_an_update_in_the_first_days_only():
    early = make((DAY[0], toll(3, 3, "police")), (DAY[1], toll(5, 5, "mayor")))
    assert (kinds(early), kinds(early, update=True)) == ([], ["casualties"])
    late = make((DAY[0], toll(3, 3, "police")), (DAY[3], toll(5, 5, "mayor")))
    assert (kinds(late), kinds(late, update=True)) == (["casualties"], [])


def test_takes_of_one_report_rise_and_reports_of_one_day_clash():
    one = make((DAY[0], toll(3, 3, "police"), toll(5, 5, "mayor", 9)))
    assert (kinds(one), kinds(one, update=True)) == ([], ["casualties"])
    assert kinds(make((DAY[0], toll(3, 3, "police")), (DAY[0], toll(5, 5, "mayor")))) == ["casualties"]


def test_parts_of_the_whole_and_wild_figures_are_no_rivals():
    found = make(
        (DAY[2], toll(40, 40, "police"), toll(2, 2, "police", 9)), (DAY[2], toll(41, 41, "mayor")),
        (DAY[2], toll(41, 41, "guard")), (DAY[2], toll(5, 5, "front")), (DAY[2], toll(9999, 9999)),
    )  # fmt: skip
    assert [sorted(tell(one)[1]) for one in found.contradictions] == [["40 killed", "41 killed"]]


def test_a_tie_clashes_with_its_denial_unless_a_decade_lies_between():
    def tie(**fields):
        return stance("relation", "mayor", actor="orn", predicate="funds", other="front", **fields)

    near = make((DAY[0], tie(edtf="2031")), (DAY[1], tie(against=True, edtf="2031-04")))
    assert kinds(near) == ["relation"]
    assert "Orn" in near.contradictions[0].a.label
    far = make((DAY[0], tie(edtf="2010")), (DAY[1], tie(against=True, edtf="2031")))
    assert far.contradictions == ()


def test_a_symmetric_tie_is_the_same_from_both_sides():
    one = stance("relation", "mayor", actor="orn", predicate="allied_with", other="front")
    two = stance("relation", "police", actor="front", predicate="allied_with", other="orn", against=True)
    assert kinds(make((DAY[0], one), (DAY[1], two))) == ["relation"]


def test_that_something_happened_stands_against_that_there_was_none():
    one = stance("event", "police", name="shot", predicate="attack")
    two = stance("event", "mayor", name="shots", predicate="attack", against=True)
    assert kinds(make((DAY[0], one), (DAY[1], two))) == ["denial"]
    hurt = (msgspec.structs.replace(each, predicate="death") for each in (one, two))
    assert kinds(make(*((DAY[0], each) for each in hurt))) == []


def on(day, **fields):
    return (DAY[2], stance("date", edtf=day, **fields))


def test_days_next_to_each_other_exclude_each_other_and_others_where_several_origins_give_each():
    for second in ("2031-05-13", "2031-05-19"):
        assert kinds(make(on("2031-05-12"), on(second))) == []
    assert kinds(make(on("2031-05-12"), on("2031-05-12"), on("2031-05-13"))) == ["date"]
    assert kinds(make(on("2031-05-12"), on("2031-05-12"), on("2031-05-19"))) == []
    for second in ("2031-05-13", "2031-05-19"):
        found = make(
            on("2031-05-12"),
            on("2031-05-12"),
            on(second),
            on(second),
            on("2031-05"),
            on("2030-05-12"),
            on("2031-05-12?"),
        )
        assert [sorted(tell(one)[1]) for one in found.contradictions] == [["on 2031-05-12", f"on {second}"]]


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("2031-05-12T10:40", "2031-05-12T11:15", ["at 10:40", "at 11:15"]),
        ("2031-05-12T10:40", "T11:15", ["at 10:40", "at 11:15"]),
        ("T06:12", "T06:25:30", ["at 06:12", "at 06:25:30"]),
        ("2031-05-12T23:50", "2031-05-13T00:25", ["at 00:25", "at 23:50"]),
        ("2031-05-12T10:40", "2031-05-12T10:46", None),
        ("2031-05-12T10:40", "2031-05-12T17:40", None),
        ("2031-05-12T10:40", "2031-05-12", None),
        ("2031-05-12T10:40/2031-05-12T10:50", "2031-05-12T11:15", None),
        ("2031-05-12T10:40Z", "2031-05-12T11:15", None),
    ],
)
def test_hours_of_one_incident_exclude_each_other_where_no_rounding_explains_it(first, second, labels):
    found = make(on(first), on(second))
    assert [sorted(tell(one)[1]) for one in found.contradictions] == ([labels] if labels else [])


def test_hours_of_nearly_one_time_are_one_position():
    (one,) = make(on("T06:10"), on("T06:12"), on("T06:25")).contradictions
    assert tell(one) == ("date", {"at 06:10 to 06:12", "at 06:25"}, False)


def test_opposite_sides_exclude_each_other_where_different_speakers_name_them():
    def at(name, speaker="police"):
        return (DAY[2], stance("place", name=name, speaker=speaker))

    (one,) = make(at("north end"), at("south aisle", "mayor")).contradictions
    assert tell(one) == ("place", {"at the north end", "at the south aisle"}, False)
    for other in (at("south aisle"), at("east end", "mayor"), at("south of town", "mayor"), at("North Bank", "mayor")):
        assert kinds(make(at("north end"), other)) == []


def test_the_table_has_a_cell_for_each_answer_and_counts_origins():
    found = make(
        (DAY[0], said("front", "accused_by", "police")), (DAY[1], said("front", "accused_by", "police")),
        (DAY[1], said("front", "denied_by", "front")), (DAY[1], said(None, "reported_as_fact_by", name="two men")),
        origins={"d1": "origin-d0"},
    )  # fmt: skip
    front, men = found.responsibility
    assert (front.name, front.named, men.name, men.named) == ("Salt Front", True, "two men", False)
    assert [len(cell) for cell in (front.accused_by, front.denied_by, front.claimed_by)] == [2, 1, 0]
    assert {voice.origin for voice in front.accused_by} == {"origin-d0"}


def test_confirmation_that_comes_down_to_one_origin_is_flagged_with_its_path():
    links = [{"document": "d1", "source": "d0", "kind": "partial_copy", "directed": True, "certainty": 0.9}]
    documents = [(DAY[0], toll(9, 9)), (DAY[1], toll(9, 9))]
    found = make(*documents, origins={"d1": "origin-d0"}, links=links)
    (group,) = found.groups
    assert group.origins_for == ("origin-d0",)
    assert (group.circle.documents, group.circle.path) == (("d0", "d1"), (("d1", "partial_copy", "d0"),))
    (group,) = make(*documents).groups
    assert (len(group.origins_for), group.circle) == (2, None)


def test_an_outlet_is_one_source_on_two_days():
    outlets = {"d0": "The Lamp", "d1": "The Lamp"}
    found = make((DAY[0], toll(3, 3)), (DAY[2], toll(5, 5)), outlets=outlets)
    assert kinds(found, update=True) == ["casualties"]


def test_a_case_of_one_document_and_of_none():
    assert weigh([]) == make()
    assert make((None, said("front", "accused_by", "police"))).contradictions == ()


STANCES = st.one_of(
    st.builds(
        said, st.sampled_from(["front", "guard"]),
        st.sampled_from(["claimed_by", "accused_by", "denied_by", "reported_as_fact_by"]),
        st.sampled_from(["author", "police", "mayor", "front"]), st.integers(0, 50),
    ),
    st.builds(
        toll, st.integers(0, 9), st.none() | st.integers(9, 12), st.sampled_from(["author", "police"]),
        st.integers(0, 50),
    ),
)  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from([*DAY, None]), st.lists(STANCES, max_size=4)), max_size=5), st.randoms())
def test_the_order_of_documents_changes_nothing(documents, random):
    testimonies = [
        agreement.Testimony(document=f"d{number}", published=published, stances=tuple(stances))
        for number, (published, stances) in enumerate(documents)
    ]
    found = weigh(testimonies)
    random.shuffle(testimonies)
    assert weigh(testimonies) == found
