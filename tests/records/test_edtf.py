"""The days that an EDTF value may mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.records.edtf import Days, days_overlap, edtf_days

READ = (
    ("2021", "2021-01-01", "2021-12-31"),
    ("2021-05", "2021-05-01", "2021-05-31"),
    ("2020-02", "2020-02-01", "2020-02-29"),
    ("2021-05-04", "2021-05-04", "2021-05-04"),
    (" 2021-05-04 ", "2021-05-04", "2021-05-04"),
    ("2021-05-04?", "2021-05-04", "2021-05-04"),
    ("2021-05~", "2021-05-01", "2021-05-31"),
    ("2021%", "2021-01-01", "2021-12-31"),
    ("2021-?05-~04", "2021-05-04", "2021-05-04"),
    ("2021-05-04T23:30Z", "2021-05-04", "2021-05-04"),
    ("2021-05-04T23:30:10.5+02:00", "2021-05-04", "2021-05-04"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("XXXX", "0001-01-01", "9999-12-31"),
    ("2021-XX", "2021-01-01", "2021-12-31"),
    ("2021-05-XX", "2021-05-01", "2021-05-31"),
    ("2021-XX-31", "2021-01-31", "2021-12-31"),
    ("2021-1X", "2021-10-01", "2021-12-31"),
    ("2021-02-3X", None, None),
    ("199X-02-29", "1992-02-29", "1996-02-29"),
    ("2021-21", "2021-03-01", "2021-05-31"),
    ("2021-24", "2021-12-01", "2022-02-28"),
    ("2021-30", "2021-12-01", "2022-02-28"),
    ("2021-33", "2021-01-01", "2021-03-31"),
    ("2021-39", "2021-09-01", "2021-12-31"),
    ("2021-41", "2021-07-01", "2021-12-31"),
    ("199X-22", "1990-06-01", "1999-08-31"),
    ("2021-05/2021-07-12", "2021-05-01", "2021-07-12"),
    ("2021-05-04?/2021-05-06~", "2021-05-04", "2021-05-06"),
    ("2021-05/..", "2021-05-01", ""),
    ("../2021-05", "", "2021-05-31"),
    ("2021-05/", "2021-05-01", ""),
    ("/2021-05", "", "2021-05-31"),
    ("{2021-05-02,2021-05-04,2021-05-06}", "2021-05-02", "2021-05-06"),
    ("[2021-05-04, 2021-06]", "2021-05-04", "2021-06-30"),
    ("[2021-05..2021-07]", "2021-05-01", "2021-07-31"),
    ("[..2021-07]", "", "2021-07-31"),
    ("[2019,2021-07..]", "2019-01-01", ""),
)
UNREAD = (
    None, "", " ", "T07:00", "../T07:00", "T12:00/..", "P1Y", "PT25M", "R/P1D", "../..", "/", "..", "[]", "{}", "[..]",
    "0000", "2021-13", "2021-00", "2021-02-29", "2021-05-32", "2021-22-01", "2021-05-04/2021-05-02", "2021/x", "x/2021",
    "[2021,x]", "[2021", "Y17000", "-0044", "9999-24", "21-05-04", "yesterday", "2021??", "2021-02-31", "２021",
)  # fmt: skip


def make_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("edtf", "first", "last"), READ)
def test_days(edtf, first, last):
    expected = None if first is None else Days(make_day(first), make_day(last))
    assert edtf_days(edtf) == expected


@pytest.mark.parametrize("edtf", UNREAD)
def test_no_days(edtf):
    assert edtf_days(edtf) is None


@given(st.text(alphabet="0129X-/.,[]{}T:?~%P ", max_size=24) | st.text(max_size=12))
def test_nothing_raises_and_a_value_that_is_read_gives_a_day(text):
    days = edtf_days(text)
    assert days is None or days.first or days.last
    assert days is None or None in days or days.first <= days.last


@given(st.dates(), st.dates())
def test_an_interval_is_its_days(a, b):
    first, last = min(a, b), max(a, b)
    assert edtf_days(f"{first.isoformat()}/{last.isoformat()}") == Days(first, last)


bounds = st.tuples(st.none() | st.integers(0, 20), st.none() | st.integers(0, 20)).filter(
    lambda pair: None in pair or pair[0] <= pair[1]
)


@given(bounds, bounds)
def test_days_overlap_where_one_day_is_in_both(one, two):
    def days(pair):
        return Days(*(None if offset is None else date(2021, 5, 1) + timedelta(offset) for offset in pair))

    def covered(pair):
        return set(range(-1 if pair[0] is None else pair[0], 22 if pair[1] is None else pair[1] + 1))

    assert days_overlap(days(one), days(two)) == bool(covered(one) & covered(two))
