"""The timeline on a page: bars as wide as what is not known, year by year, nothing dated that is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.timeline import Moment, lay_out_timeline
from averral.views.chronology import make_chronology


def happened(edtf, number=1):
    return Moment(id=f"incident-{number}", kind="incident", title="bombing", edtf=edtf)


def said(edtf, number=1, source="the mayor"):
    return Moment(id=f"d#a{number}", kind="statement", title="it was so", edtf=edtf, source=source)


def draw(*moments):
    return make_chronology(lay_out_timeline(moments), {"incident-1": "there"})


@pytest.mark.parametrize(
    ("edtf", "label", "start", "width", "closes", "when"),
    [
        ("2030-01-01", "2030", 0.0, 0.27, True, "2030-01-01"),
        ("2030", "2030", 0.0, 100.0, True, "2030-01-01 to 2030-12-31"),
        ("2030-07", "2030", 49.59, 8.49, True, "2030-07-01 to 2030-07-31"),
        ("2030-07-02/2032-01-01", "2030", 49.86, 50.14, False, "2030-07-02 to 2032-01-01"),
        ("../2030-01-31", "before", 0.0, 8.49, True, "… to 2030-01-31"),
        ("2030-05-04?", "2030", 33.7, 0.27, True, "2030-05-04 (uncertain)"),
        ("2030-05-04~", "2030", 33.7, 0.27, True, "2030-05-04 (about)"),
    ],
)
def test_a_date_is_as_wide_as_what_it_leaves_open(edtf, label, start, width, closes, when):
    (year,) = draw(happened(edtf)).years
    (bar,) = year.bars
    assert (year.label, bar.start, bar.width, bar.closes, bar.when, bar.anchor) == (
        label, start, width, closes, when, "there",
    )  # fmt: skip


def test_what_has_no_date_is_kept_apart():
    drawn = draw(happened(None), said(None), said("soon", 2))
    assert (drawn.years, [bar.when for bar in drawn.undated], drawn.unsaid) == ((), ["not dated"], 2)


def test_statements_of_a_day_are_counted_by_source():
    drawn = draw(said("2030-05-04", 1), said("2030-05-04", 2, "police"), said("2030-05-04", 3), said("2031", 4, None))
    assert [year.label for year in drawn.years] == ["2030", "2031"]
    (day,) = drawn.years[0].days
    assert (day.statements, day.sources) == (3, (("the mayor", 2), ("police", 1)))
    assert drawn.years[1].days[0].sources == (("not named", 1),)


@given(st.lists(st.dates().map(lambda day: day.isoformat()), max_size=8))
def test_every_bar_lies_inside_its_year(days):
    drawn = draw(*(happened(day, number) for number, day in enumerate(days)))
    bars = [bar for year in drawn.years for bar in year.bars]
    assert len(bars) == len(days)
    assert all(bar.start >= 0 and bar.start + bar.width <= 100.3 and bar.width > 0 for bar in bars)
    assert [year.label for year in drawn.years] == sorted(year.label for year in drawn.years)
