from hypothesis import given
from hypothesis import strategies as st

from averral.views.segment import Segment, cut_segments

LENGTH = 40
EDGE = st.integers(-5, LENGTH + 5)
SPANS = st.lists(st.tuples(EDGE, EDGE), max_size=12)


def test_nested_and_crossing_spans_are_cut_at_every_edge():
    segments = list(cut_segments(10, [(0, 6), (2, 4), (3, 8)]))
    assert segments == [
        Segment(0, 2, (0,)),
        Segment(2, 3, (0, 1)),
        Segment(3, 4, (0, 1, 2)),
        Segment(4, 6, (0, 2)),
        Segment(6, 8, (2,)),
        Segment(8, 10),
    ]


def test_a_text_without_spans_is_one_segment():
    assert list(cut_segments(4, [])) == [Segment(0, 4)]
    assert list(cut_segments(0, [(0, 0)])) == []


@given(SPANS, st.lists(EDGE, max_size=6))
def test_segments_laid_end_to_end_are_the_text(spans, cuts):
    segments = list(cut_segments(LENGTH, spans, cuts))
    assert [segment.start for segment in segments] == [0, *(segment.end for segment in segments[:-1])]
    assert segments[-1].end == LENGTH
    assert all(segment.start < segment.end for segment in segments)


@given(SPANS)
def test_each_character_is_covered_by_exactly_its_spans(spans):
    for segment in cut_segments(LENGTH, spans):
        for at in range(segment.start, segment.end):
            assert segment.covers == tuple(n for n, (start, end) in enumerate(spans) if start <= at < end)


@given(SPANS, st.lists(EDGE, max_size=6))
def test_there_are_never_more_segments_than_edges(spans, cuts):
    assert len(list(cut_segments(LENGTH, spans, cuts))) <= 2 * len(spans) + len(cuts) + 1
