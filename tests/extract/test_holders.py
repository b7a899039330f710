from hypothesis import given
from hypothesis import strategies as st

from averral.extract.holders import find_holders
from averral.records import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def test_the_smallest_that_holds_it_is_found():
    pieces = [(Span(0, 50), 50, "outer"), (Span(10, 30), 20, "inner"), (Span(60, 70), 10, "later")]
    found = find_holders([Span(65, 66), Span(12, 15), Span(28, 33), Span(55, 56)], pieces)
    assert [holder and holder[0] for holder in found] == ["later", "inner", "outer", None]


@given(st.lists(SPANS, max_size=12), st.lists(SPANS.filter(len), max_size=12))
def test_the_sweep_finds_what_looking_at_all_finds(targets, spans):
    pieces = [(span, len(span), number) for number, span in enumerate(spans)]
    for target, holder in zip(targets, find_holders(targets, pieces), strict=True):
        lengths = [len(span) for span in spans if span.holds(target) and span.end > target.start]
        assert (None if holder is None else len(holder[1])) == min(lengths, default=None)
