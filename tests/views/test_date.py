from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.views.date import find_bounds, is_background


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-05-12", date(2031, 5, 12), date(2031, 5, 12)),
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031", date(2031, 1, 1), date(2031, 12, 31)),
        ("203X", date(2030, 1, 1), date(2039, 12, 31)),
        ("20XX~", date(2000, 1, 1), date(2099, 12, 31)),
        ("2031-05-XX", date(2031, 5, 1), date(2031, 5, 31)),
        ("2031-22", date(2031, 6, 1), date(2031, 8, 31)),
        ("2031-24", date(2031, 12, 1), date(2032, 2, 28)),
        ("2031-05-12T21:30Z", date(2031, 5, 12), date(2031, 5, 12)),
        ("2031-05-03/2031-05-05?", date(2031, 5, 3), date(2031, 5, 5)),
        ("../2031-05", None, date(2031, 5, 31)),
        ("2031-05/..", date(2031, 5, 1), None),
        ("[2031-05-03,2031-05-05]", date(2031, 5, 3), date(2031, 5, 5)),
        ("[2031-05-03,..]", None, None),
        ("P3D", None, None),
        ("2031-02-30", None, None),
        ("0000", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_date_has_a_first_and_a_last_day(edtf, first, last):
    assert find_bounds(edtf) == (first, last)


@given(st.text(alphabet="0123456789X-/.[]{},~?%TZ", max_size=24))
def test_no_text_raises_and_bounds_are_never_of_another_type(text):
    assert all(bound is None or isinstance(bound, date) for bound in find_bounds(text))


@pytest.mark.parametrize(
    ("edtf", "published", "background"),
    [
        ("2030-05-12", "2031-05-14", True),
        ("2030-05-14", "2031-05-14", False),
        ("2030", "2031-05-14", False),
        ("2029", "2031-05-14", True),
        ("../2029", "2031", True),
        ("2029/..", "2031", False),
        (None, "2031", False),
        ("1999", None, False),
    ],
)
def test_background_is_told_only_where_it_is_sure(edtf, published, background):
    assert is_background(edtf, published) is background
