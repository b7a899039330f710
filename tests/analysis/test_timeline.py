"""Moments as extents."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.timeline import Moment, find_said, lay_out_timeline, list_statements
from averral.records import Attribution, Claim, EntitySpan, Proposition, Time
from tests.builders import make_document, make_reading, span_of


def make_moment(name, edtf, kind="incident"):
    return Moment(id=name, kind=kind, title=f"Title of {name}", edtf=edtf)


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2021-05-04", "2021-05-04", "2021-05-04", "day"),
        ("2021-05-04/2021-05-10", "2021-05-04", "2021-05-10", "week"),
        ("2021-05-04/2021-05-11", "2021-05-04", "2021-05-11", "interval"),
        ("2021-02", "2021-02-01", "2021-02-28", "month"),
        ("2021", "2021-01-01", "2021-12-31", "year"),
        ("2021-03/2022-02", "2021-03-01", "2022-02-28", "interval"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("2021-22", "2021-06-01", "2021-08-31", "interval"),
        ("2021-05/..", "2021-05-01", None, "open"),
        ("../2021-05", None, "2021-05-31", "open"),
    ],
)
def test_extents(edtf, first, last, precision):
    (extent,) = lay_out_timeline([make_moment("i1", edtf)]).extents
    assert (extent.first, extent.last, extent.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [("2021-05", False, False), ("2021-05~", True, False), ("2021-05?", False, True), ("2021-05%", True, True)],
)
def test_marks_widen_nothing(edtf, approximate, uncertain):
    (extent,) = lay_out_timeline([make_moment("i1", edtf)]).extents
    assert (extent.approximate, extent.uncertain) == (approximate, uncertain)
    assert (extent.first, extent.last) == ("2021-05-01", "2021-05-31")


def test_what_has_no_date_is_in_a_list_of_its_own():
    found = lay_out_timeline([make_moment("i2", None), make_moment("i1", "T07:00"), make_moment("i3", "P1Y")])
    assert found.extents == ()
    assert [moment.id for moment in found.undated] == ["i1", "i2", "i3"]


def test_order():
    names = ["2021-05-04", "2021-05-04/..", "2021-05", "../2021-04", "2020"]
    found = lay_out_timeline([make_moment(edtf, edtf) for edtf in names])
    assert [extent.moment.id for extent in found.extents] == [
        "2020",
        "../2021-04",
        "2021-05",
        "2021-05-04",
        "2021-05-04/..",
    ]


moments = st.builds(
    make_moment,
    st.sampled_from(("i1", "i2", "i3")),
    st.sampled_from((None, "2021", "2021-05~", "2021-05-04", "../2021-04", "2021-05/..", "never")),
    st.sampled_from(("incident", "statement")),
)


@given(st.lists(moments, max_size=8).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_moments_changes_nothing_and_none_is_lost(pair):
    given_rows, mixed = pair
    found = lay_out_timeline(given_rows)
    assert lay_out_timeline(mixed) == found
    assert {*(e.moment for e in found.extents), *found.undated} == set(given_rows)
    for extent in found.extents:
        if extent.first and extent.last:
            assert date.fromisoformat(extent.first) <= date.fromisoformat(extent.last)


def test_a_statement_has_the_date_of_its_document():
    (statement,) = list_statements(make_reading(document=make_document(published="2021-05")))
    assert (statement.edtf, statement.source, statement.kind) == ("2021-05", "ministry", "statement")
    assert statement.title == 'a witness told police that "two men left a van"'
    assert [claim.rpartition("#")[2] for claim in statement.claims] == ["c1"]


def test_a_statement_without_a_date_has_none():
    (statement,) = list_statements(make_reading())
    assert statement.edtf is None


def test_a_day_that_is_spoken_of_is_not_the_time_of_saying():
    text = "The mayor said Tuesday was quiet."
    content, day = span_of(text, "Tuesday was quiet"), span_of(text, "Tuesday")
    attribution = Attribution(id="a1", source=None, cue=span_of(text, "said"), content=(content,), kind="indirect")
    times = (Time(start=day.start, end=day.end, edtf="2021-05-04", kind="date"),)
    reading = make_reading(text, attributions=(attribution,), claims=(), times=times)
    assert find_said(reading, attribution) is None


@pytest.mark.parametrize(
    ("said", "edtf"),
    [("said on Tuesday", "2021-05-04"), ("said Tuesday", "2021-05-04"), ("said to us on Tuesday", "2021-05-06")],
)
def test_the_time_of_saying_right_after_the_cue_goes_first(said, edtf):
    text = f"The mayor {said} that the dam held."
    content, source, day = (span_of(text, words) for words in ("that the dam held", "The mayor", "Tuesday"))
    attribution = Attribution(
        id="a1",
        source=EntitySpan(source.start, source.end),
        cue=span_of(text, "said"),
        content=(content,),
        kind="indirect",
    )
    claim = Claim(
        id="c1",
        start=content.start,
        end=content.end,
        attribution="a1",
        chain=("author", "unnamed"),
        proposition=Proposition(type="statement"),
    )
    reading = make_reading(
        text,
        document=make_document(text, published="2021-05-06"),
        attributions=(attribution,),
        claims=(claim,),
        times=(Time(start=day.start, end=day.end, edtf="2021-05-04", kind="date"),),
    )
    (statement,) = list_statements(reading)
    assert (statement.edtf, statement.source) == (edtf, None)
    assert find_said(reading, attribution) == (edtf if edtf == "2021-05-04" else None)
