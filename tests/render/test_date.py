import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.render.date import tell_date


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2031-05-12", "12 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2031-05-12~", "about 12 May 2031"),
        ("2031?", "2031 (uncertain)"),
        ("2031-05%", "about May 2031 (uncertain)"),
        ("203X", "2030s"),
        ("20XX", "2000 to 2099"),
        ("2031-05-XX", "May 2031"),
        ("2031-21", "spring 2031"),
        ("2031-05-12T21:30", "12 May 2031, 21:30"),
        ("2031-05-12T21:30Z", "12 May 2031, 21:30 UTC"),
        ("2031-05-03/2031-05-05", "3 to 5 May 2031"),
        ("2031-05-30/2031-06-02", "30 May 2031 to 2 June 2031"),
        ("../2031-05", "up to May 2031"),
        ("2031-05-13/..", "from 13 May 2031 on"),
        ("/2031", "until 2031, beginning unknown"),
        ("2031/", "from 2031, end unknown"),
        ("[2031-05-03,2031-05-05]", "3 May 2031 or 5 May 2031"),
        ("[" * 5000 + "]" * 5000, "[" * 4999 + "]" * 4999),
        ("P3D", "3 days"),
        ("PT1H", "1 hour"),
        ("R/P1W", "every week"),
        ("T21:30", "21:30"),
        ("2031-13", "2031-13"),
        ("../..", "../.."),
        ("soon", "soon"),
    ],
)
def test_a_date_is_told_in_words_and_what_is_none_stays_as_it_is(edtf, words):
    assert tell_date(edtf) == words


@given(st.text(alphabet="0123456789X-/.[]{},~?%TZPRDMHY", max_size=24))
def test_no_value_raises(text):
    assert isinstance(tell_date(text), str)
