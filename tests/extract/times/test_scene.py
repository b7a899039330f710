from datetime import date

import pytest

from averral.extract.times.calendar import day_of, month_of, year_of
from averral.extract.times.expression import Calendar
from averral.extract.times.scene import Scene, complete_year, find_calendar, find_season, iter_calendars

PUBLISHED = day_of(date(2019, 5, 16))
STORY = Scene(published=PUBLISHED, told=day_of(date(2011, 12, 20)), here=True, dated=True)


@pytest.mark.parametrize(
    ("year", "published", "expected"),
    [(88, PUBLISHED, 1988), (5, PUBLISHED, 2005), (39, PUBLISHED, 2039), (40, PUBLISHED, 1940), (29, None, 2029)],
)
def test_a_year_of_two_digits(year: int, published, expected: int):
    assert complete_year(year, Scene(published=published)) == expected


@pytest.mark.parametrize(
    ("calendar", "tense", "edtf"),
    [
        (Calendar(month=5, day=4), 0, "2019-05-04"),
        (Calendar(month=5, day=17), 0, "2019-05-17"),
        (Calendar(month=6, day=2), 0, "2019-06-02?"),
        (Calendar(month=6, day=2), -1, "2018-06-02"),
        (Calendar(month=6, day=2), 1, "2019-06-02"),
        (Calendar(month=10, day=2), 0, "2018-10-02"),
        (Calendar(month=5, day=4), 1, "2019-05-04"),
        (Calendar(month=2, day=29), 0, "2016-02-29"),
        (Calendar(month=6), 0, "2018-06"),
        (Calendar(month=6), 1, "2019-06"),
        (Calendar(weekday=3), 0, "2019-05-16"),
        (Calendar(weekday=4), 0, "2019-05-10"),
        (Calendar(weekday=4), 1, "2019-05-17"),
        (Calendar(day=27, weekday=0), 0, "2019-05-27"),
    ],
)
def test_incomplete_dates_against_publication(calendar: Calendar, tense: int, edtf: str):
    found = find_calendar(calendar, Scene(published=PUBLISHED, tense=tense))
    assert found is not None
    assert found.edtf() == edtf


def test_incomplete_dates_in_a_story_of_another_year():
    assert [find_calendar(c, STORY) for c in (Calendar(month=1, day=3), Calendar(month=12))] == [
        day_of(date(2012, 1, 3))._replace(mark="?"),
        month_of(2011, 12)._replace(mark="?"),
    ]
    assert find_calendar(Calendar(weekday=4), STORY) == day_of(date(2011, 12, 23))._replace(mark="?")


def test_a_story_elsewhere_or_without_a_year_changes_nothing():
    for scene in (STORY._replace(here=False), STORY._replace(dated=False), STORY._replace(told=year_of(2011))):
        assert find_calendar(Calendar(month=5, day=4), scene) == day_of(date(2019, 5, 4))


def test_nothing_anchors_without_publication_or_story():
    assert find_calendar(Calendar(month=5), Scene()) is None
    assert find_calendar(Calendar(weekday=1), Scene(published=month_of(2019, 5))) is None
    assert find_season(22, Scene()) is None


def test_days_that_do_not_exist_are_left_out():
    assert list(iter_calendars(Calendar(month=2, day=30), date(2019, 5, 16))) == []
    assert {s.first.year for s in iter_calendars(Calendar(month=2, day=29), date(2019, 5, 16))} == {
        2012, 2016, 2020, 2024, 2028,
    }  # fmt: skip


@pytest.mark.parametrize(("tense", "edtf"), [(0, "2018-22"), (1, "2019-22")])
def test_seasons(tense: int, edtf: str):
    found = find_season(22, Scene(published=PUBLISHED, tense=tense))
    assert found is not None
    assert found.edtf() == edtf
