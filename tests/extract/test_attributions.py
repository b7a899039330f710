from hypothesis import given
from hypothesis import strategies as st

from averral.extract.attributions import FoundAttribution, parents_of
from averral.records import Span


def found(content: tuple[Span, ...], cue: Span | None = None) -> FoundAttribution:
    return FoundAttribution(None, cue, content, 0, "none", 1.0, ())


def test_the_closest_holder_is_the_parent():
    outer = found((Span(10, 90),), Span(5, 9))
    middle = found((Span(30, 80),), Span(20, 25))
    inner = found((Span(50, 70),), Span(40, 45))
    beside = found((Span(110, 120),), Span(100, 105))
    assert parents_of([outer, middle, inner, beside]) == [None, 0, 1, None]
    assert parents_of([beside, inner, middle, outer]) == [None, 2, 3, None]


def test_a_piece_behind_the_cue_may_hold_too():
    outer = found((Span(0, 10), Span(30, 60)), Span(12, 16))
    inner = found((Span(45, 55),), Span(40, 44))
    assert parents_of([outer, inner]) == [None, 0]


def test_without_a_cue_the_content_decides():
    assert parents_of([found((Span(0, 50),)), found((Span(10, 20),)), found((Span(60, 70),))]) == [None, 0, None]


spans = st.tuples(st.integers(0, 80), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(st.tuples(st.lists(spans, min_size=1, max_size=3), st.none() | spans), max_size=8))
def test_parents_are_those_of_an_exhaustive_search(raw: list):
    attributions = [found(tuple(sorted(content)), cue) for content, cue in raw]
    sizes = [sum(len(s) for s in a.content) for a in attributions]
    expected = []
    for i, a in enumerate(attributions):
        anchor = a.cue or a.content[0]
        holders = [
            j
            for j, b in enumerate(attributions)
            if j != i and sizes[j] > sizes[i] and any(s.holds(anchor) for s in b.content)
        ]
        expected.append(min(holders, key=lambda j: (sizes[j], j), default=None))
    assert parents_of(attributions) == expected
