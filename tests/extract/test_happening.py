import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.event import FoundArgument, FoundEvent
from averral.extract.happening import arguments_of, gather_bare, gather_same_target, group_events
from averral.records import Span
from averral.records.ontology import incident_type
from tests.extract.found_events import make_event

TEXT = "the rebels shelled Kella and boys burned a mill; the raid hurt clerks"


def event(number: int, incident: str | None = "attack", earlier: int | None = None, score: float = 0.9) -> FoundEvent:
    return FoundEvent(Span(2 * number, 2 * number + 1), "attack", (), incident, 0.0, "past", earlier, score)


def events(*earlier: int | None, without: tuple[int, ...] = ()) -> list[FoundEvent]:
    return [event(i, None if i in without else "attack", e) for i, e in enumerate(earlier)]


@pytest.mark.parametrize(
    ("found", "groups"),
    [
        ([], []),
        (events(None, None), [(0,), (1,)]),
        (events(None, 0), [(0, 1)]),
        (events(None, None, 0, 1, 2), [(0, 2, 4), (1, 3)]),
        (events(None, 0, 1, without=(1,)), [(0, 2)]),
        (events(None, 0, 1, without=(0,)), [(1, 2)]),
        (events(None, 0, 1, without=(0, 1, 2)), []),
        (events(None, 0, None, without=(0, 1)), [(2,)]),
    ],
)
def test_events_that_are_the_same_happening_are_one_group(found: list[FoundEvent], groups: list[tuple[int, ...]]):
    assert [h.events for h in group_events(found)] == groups


@pytest.mark.parametrize(
    ("votes", "kind"),
    [
        ([("arson", "arson", 0.5)], "arson"),
        ([("bombing", "bombing", 0.9), ("attack", "attack", 0.6)], "bombing"),
        ([("bombing", "bombing", 0.9), ("raid", "attack", 0.6), ("shooting", "attack", 0.6)], "bombing"),
        ([("air_strike", "attack", 0.5), ("killing", "attack", 0.9)], "air_strike"),
        ([("bombing", "kidnapping", 0.3), ("kidnapping", "kidnapping", 0.9)], "kidnapping"),
        ([("bombing", "bombing", 0.9), ("death", "bombing", 0.9), ("injury", "bombing", 0.9)], "bombing"),
        ([("killing", "attack", 0.5), ("suicide_bombing", "bombing", 0.9)], "bombing"),
    ],
)
def test_the_type_is_the_one_that_most_speaks_for_and_violence_at_large_gives_way_to_what_it_was(
    votes: list[tuple[str, str, float]], kind: str
):
    found = [
        event(i, incident, 0 if i else None, score)._replace(type=own) for i, (own, incident, score) in enumerate(votes)
    ]
    (happening,) = group_events(found)
    assert happening.type == kind


@pytest.mark.parametrize(
    ("kinds", "groups"),
    [
        (["kidnapping", "robbery"], [(0,), (1,)]),
        (["arrest", "arrest"], [(0, 1)]),
        (["kidnapping", "hostage_taking"], [(0, 1)]),
        (["bombing", "death", "injury"], [(0, 1, 2)]),
        (["kidnapping", "death", "robbery"], [(0, 1), (2,)]),
    ],
)
def test_two_kinds_of_deeds_stay_two_though_the_linker_joins_them(kinds: list[str], groups: list[tuple[int, ...]]):
    found = [event(i, incident_type(kind), i - 1 if i else None)._replace(type=kind) for i, kind in enumerate(kinds)]
    assert [h.events for h in group_events(found)] == groups


def test_the_arguments_of_all_events_in_order():
    found = [
        make_event(TEXT, "shelled", ("organization", "the rebels"), ("target", "Kella")),
        make_event(TEXT, "burned", ("individual", "boys"), ("target", "a mill")),
        make_event(TEXT, "raid", ("victim", "clerks"), ("target", "Kella"), earlier=0),
    ]
    first, second = group_events(found)

    def words(happening, role: str) -> list[str]:
        return [TEXT[a.span.start : a.span.end] for a in arguments_of(happening, found, role)]

    assert words(first, "target") == ["Kella", "Kella"]
    assert words(first, "victim") == ["clerks"]
    assert words(second, "perpetrator") == ["boys"]
    assert words(second, "victim") == []


@st.composite
def chains(draw: st.DrawFn) -> list[FoundEvent]:
    kinds = draw(st.lists(st.sampled_from([None, "attack", "bombing"]), max_size=25))
    return [
        event(i, kind, draw(st.none() | st.integers(0, i - 1)) if i else None, draw(st.floats(0.1, 1)))
        for i, kind in enumerate(kinds)
    ]


@given(chains())
def test_every_event_of_an_incident_is_in_one_happening(found: list[FoundEvent]):
    groups = group_events(found)
    members = sorted(n for h in groups for n in h.events)
    assert members == [i for i, e in enumerate(found) if e.incident is not None]
    assert [h.events[0] for h in groups] == sorted(h.events[0] for h in groups)
    owner = {n: i for i, h in enumerate(groups) for n in h.events}
    for number, one in enumerate(found):
        if number in owner and one.earlier in owner:
            assert owner[number] == owner[one.earlier]
    for happening in groups:
        assert list(happening.events) == sorted(happening.events)
        assert happening.type in {found[n].incident for n in happening.events}


def told(start: int, kind: str = "attack", role: str | None = None) -> FoundEvent:
    """An event that is a happening by itself; with a role, somebody takes that part in it."""
    some = () if role is None else (FoundArgument(role, Span(start + 10, start + 20), None, 0.9),)  # type: ignore[arg-type]
    return FoundEvent(Span(start, start + 6), kind, some, kind, 0.0, "past", None, 0.9)


@pytest.mark.parametrize(
    ("found", "dates", "places", "groups"),
    [
        ([told(0, role="victim"), told(300)], [None, None], [None, None], [(0, 1)]),
        ([told(0, role="target"), told(300)], ["2031-05", "2031-05"], ["e1", None], [(0, 1)]),
        ([told(0), told(300)], [None, None], [None, None], [(0, 1)]),
        ([told(0, role="victim"), told(300, role="target")], [None, None], [None, None], [(0,), (1,)]),
        ([told(0, role="victim"), told(300, role="instrument")], [None, None], [None, None], [(0, 1)]),
        ([told(0, role="victim"), told(300)], ["2031-05", "2024"], [None, None], [(0,), (1,)]),
        ([told(0, role="victim"), told(300)], [None, None], ["e1", "e2"], [(0,), (1,)]),
        ([told(0, role="victim"), told(500)], [None, None], [None, None], [(0,), (1,)]),
        ([told(0, role="victim"), told(300, "kidnapping")], [None, None], [None, None], [(0,), (1,)]),
        (
            [told(0, role="victim"), told(250), told(300, role="victim")],
            [None, None, None],
            [None, None, None],
            [(0,), (1, 2)],
        ),
        ([], [], [], []),
    ],
)
def test_a_deed_that_nobody_suffers_is_the_nearest_one_told_again(
    found: list[FoundEvent], dates: list[str | None], places: list[str | None], groups: list[tuple[int, ...]]
):
    assert [h.events for h in gather_bare(group_events(found), found, dates, places)] == groups


@pytest.mark.parametrize(
    ("dates", "groups"),
    [
        ([None, "2014"], [(0,), (1,)]),
        (["2031-05-04", "2014"], [(0,), (1,)]),
        (["2031-05-04", "/199X"], [(0,), (1,)]),
        (["2014", "2014"], [(0, 1)]),
        (["2014", None], [(0, 1)]),
        (["2031-05-04", "2031-05-05"], [(0, 1)]),
        ([None, None], [(0, 1)]),
    ],
)
def test_what_a_mere_year_dates_looks_back_and_is_no_part_of_what_was_told_before(
    dates: list[str | None], groups: list[tuple[int, ...]]
):
    assert [h.events for h in group_events(events(None, 0), dates)] == groups


@pytest.mark.parametrize(
    ("dates", "published", "groups"),
    [
        (["2031-05-04", "2024-11-02"], None, [(0,), (1,)]),
        (["2031-05-04", "2031-02"], None, [(0,), (1,)]),
        (["2031-05-04", "2031-05-30"], None, [(0, 1)]),
        (["2031-05-04", "2031"], None, [(0,), (1,)]),
        (["2031-05-04", "../2024-11-02"], None, [(0, 1)]),
        ([None, "2024-11-02"], None, [(0, 1)]),
        ([None, "2024-11-02"], "2031-05-06", [(0,), (1,)]),
        (["2024-11-02", None], "2031-05-06", [(0, 1)]),
    ],
)
def test_what_is_dated_far_from_what_was_told_before_is_no_part_of_it(
    dates: list[str | None], published: str | None, groups: list[tuple[int, ...]]
):
    assert [h.events for h in group_events(events(None, 0), dates, published)] == groups


@pytest.mark.parametrize(
    ("types", "targets", "dates", "groups"),
    [
        (("attack", "bombing"), ("e1", "e1"), (None, None), [(0, 1)]),
        (("attack", "bombing", "attack"), ("e1", "e2", "e1"), (None, None, None), [(0, 2), (1,)]),
        (("attack", "attack"), ("e1", "e1"), ("2031-05-01", "2031-05-02"), [(0,), (1,)]),
        (("attack", "attack"), ("e1", "e1"), ("2031-05-01", None), [(0, 1)]),
        (("attack", "kidnapping"), ("e1", "e1"), (None, None), [(0,), (1,)]),
        (("attack", "attack"), (None, None), (None, None), [(0,), (1,)]),
    ],
)
def test_violence_against_the_same_building_is_one_raid(
    types: tuple[str, ...],
    targets: tuple[str | None, ...],
    dates: tuple[str | None, ...],
    groups: list[tuple[int, ...]],
):
    found = [event(n, kind)._replace(type=kind) for n, kind in enumerate(types)]
    hit = [frozenset({target} if target else ()) for target in targets]
    gathered = gather_same_target(group_events(found), found, dates, hit)
    assert [h.events for h in gathered] == groups
