"""The map: circles where places are, outlines around them, nothing made up for what has no place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.views.map import MapSite, make_map


def site(lat=None, lon=None, precision="settlement", place="Undry"):
    return MapSite(title="bombing", anchor="x", place=place, lat=lat, lon=lon, precision=precision)


def test_nothing_gives_no_map():
    assert make_map([]) is None


def test_what_has_no_place_on_earth_is_listed_and_not_drawn():
    drawn = make_map([site(), site(place="Tornbeck")])
    assert (drawn.circles, drawn.outlines, len(drawn.unplaced)) == ((), "", 2)


def test_sites_of_one_point_are_one_circle():
    drawn = make_map([site(48.0, 11.0), site(48.0, 11.0), site(50.0, 14.0, place="Marn"), site()])
    assert sorted(len(circle.sites) for circle in drawn.circles) == [1, 2]
    assert len(drawn.unplaced) == 1


def test_a_vague_place_is_a_wide_circle_beneath_the_others():
    drawn = make_map([site(48.0, 11.0), site(47.0, 8.0, "country")])
    assert [circle.precision for circle in drawn.circles] == ["country", "settlement"]
    assert drawn.circles[0].radius > 10 * drawn.circles[1].radius


def test_north_is_up_and_east_is_right():
    south_west, north_east = make_map([site(40.0, 5.0, place="a"), site(50.0, 15.0, place="b")]).circles
    if south_west.label != "a":
        south_west, north_east = north_east, south_west
    assert south_west.x < north_east.x
    assert south_west.y > north_east.y


def test_a_pile_on_both_sides_of_the_antimeridian_is_not_spread_over_the_world():
    drawn = make_map([site(-17.0, 178.0), site(-14.0, -171.0)])
    fiji, samoa = sorted(drawn.circles, key=lambda circle: circle.x)
    assert fiji.sites[0].lon == 178.0
    assert samoa.x - fiji.x > drawn.width / 3
    assert drawn.outlines


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(-90, 90),
            st.floats(-180, 180),
            st.sampled_from(["settlement", "division", "country", "sea", None]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_circle_lies_in_the_drawing(points):
    drawn = make_map([site(*point) for point in points])
    assert 0 < drawn.height <= 2 * drawn.width
    for circle in drawn.circles:
        assert -1 <= circle.x <= drawn.width + 1
        assert -1 <= circle.y <= drawn.height + 1
    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", drawn.outlines)]
    assert all(-0.1 * drawn.width <= number <= 2.2 * drawn.width for number in numbers)


@pytest.mark.parametrize(("lat", "lon"), [(90.0, 0.0), (-90.0, 180.0), (0.0, 0.0)])
def test_the_ends_of_the_earth(lat, lon):
    (circle,) = make_map([site(lat, lon)]).circles
    assert circle.radius >= 4
