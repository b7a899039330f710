from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.times.calendar import (
    Stretch,
    day_of,
    month_of,
    season_of,
    share_of,
    shift_day,
    shift_month,
    unit_of,
    year_of,
)

DAY = date(2019, 5, 16)
DAYS = st.dates(date(1500, 1, 1), date(2500, 1, 1))


@pytest.mark.parametrize(
    ("stretch", "edtf"),
    [
        (day_of(DAY), "2019-05-16"),
        (day_of(DAY)._replace(clock="T21:30", mark="?"), "2019-05-16T21:30?"),
        (month_of(2019, 2), "2019-02"),
        (year_of(2019)._replace(mark="~"), "2019~"),
        (year_of(1990, "decade"), "199X"),
        (year_of(1900, "century"), "19XX"),
        (season_of(2019, 21), "2019-21"),
        (season_of(2019, 24), "2019-24"),
        (unit_of(DAY, "week"), "2019-05-13/2019-05-19"),
        (unit_of(DAY, "weekend"), "2019-05-18/2019-05-19"),
        (unit_of(DAY, "quarter"), "2019-04/2019-06"),
        (Stretch(date(2019, 1, 1), date(2019, 4, 30), "share", "~"), "2019-01~/2019-04~"),
    ],
)
def test_edtf(stretch: Stretch, edtf: str):
    assert stretch.edtf() == edtf


def test_ends_of_an_interval_are_named_as_coarsely_as_they_are_known():
    assert (month_of(2019, 5).start(), month_of(2019, 5).end()) == ("2019-05", "2019-05")
    assert (unit_of(DAY, "week").start(), unit_of(DAY, "week").end()) == ("2019-05-13", "2019-05-19")


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2019, 1, 31), 1, date(2019, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2019, 1, 15), -1, date(2018, 12, 15)),
        (date(2019, 12, 1), 13, date(2021, 1, 1)),
    ],
)
def test_months_on(day: date, count: int, expected: date):
    assert shift_month(day, count) == expected


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [
        (-3, "day", date(2019, 5, 13)),
        (2, "fortnight", date(2019, 6, 13)),
        (-2.5, "year", date(2016, 11, 16)),
        (1, "decade", date(2029, 5, 16)),
        (-48, "hour", date(2019, 5, 14)),
        (-20, "minute", DAY),
    ],
)
def test_units_on(count: float, unit: str, expected: date):
    assert shift_day(DAY, count, unit) == expected


def test_outside_the_calendar_is_an_error_that_the_caller_sees():
    with pytest.raises((ValueError, OverflowError)):
        shift_day(DAY, 9000, "year")
    with pytest.raises((ValueError, OverflowError)):
        unit_of(date(1, 1, 1), "day", -1)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_a_unit_holds_its_day_and_the_next_begins_where_it_ends(day: date, unit: str):
    here, following = unit_of(day, unit), unit_of(day, unit, 1)
    assert here.first <= day <= here.last
    assert following.first == here.last + timedelta(1)


@given(DAYS, st.sampled_from(["week", "month", "quarter", "year", "decade", "century"]), st.integers(2, 4))
def test_shares_cover_the_whole_without_overlap(day: date, unit: str, shares: int):
    whole = unit_of(day, unit)
    parts = [share_of(whole, i, shares) for i in range(shares)]
    assert (parts[0].first, parts[-1].last) == (whole.first, whole.last)
    assert all(b.first == a.last + timedelta(1) for a, b in pairwise(parts))
