import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.source_phrase import whole_source
from averral.records import Span
from tests.builders import span_of


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        ("It burned, clinic and harbour officials said.", "clinic and", "said", "clinic and harbour officials"),
        ("A senior security\nofficial told us so.", "A senior security", "told", "A senior security\nofficial"),
        ("It was told by a gentleman in a coat.", "a gentleman in", "told", "a gentleman"),
        ("The clerk of the\n\nboard said no.", "The clerk of the", "said", "The clerk"),
        ("The clerk also said no.", "The clerk", "said", "The clerk"),
        ('"citing a nurse in Ost" it said', 'a nurse in Ost"', "citing", "a nurse in Ost"),
        ('the paper "Ost" said no', 'the paper "Ost"', "said", 'the paper "Ost"'),
        ("The police said no.", "The police", "said", "The police"),
        ("Who and said no.", "Who", None, "Who"),
    ],
)
def test_a_phrase_is_whole(text: str, source: str, cue: str | None, whole: str):
    found = whole_source(text, span_of(text, source), None if cue is None else span_of(text, cue))
    assert text[found.start : found.end] == whole


@given(st.text(st.sampled_from('and the of x" ,“”\n'), min_size=1, max_size=30), st.data())
def test_a_phrase_keeps_its_start_and_stays_in_the_text(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    low = data.draw(st.integers(0, len(text)))
    found = whole_source(text, Span(start, end), Span(low, len(text)))
    assert found.start == start < found.end <= len(text)
