import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.event import FoundArgument
from averral.extract.participants import Participants
from averral.extract.responsibility.doers import Doers, is_pronominal
from averral.records import Attribution, EntitySpan, Span
from tests.builders import span_of
from tests.extract.found_events import make_mentions

TEXT = (
    'A spokesman for the Salt Front said "our volunteers struck the quay". The Front sent riflemen of the Grey Hand. '
    "Members of the crowd fled. The envoy who rang the Grey Hand said we shot him. Its men left."
)
MENTIONS = make_mentions(
    TEXT,
    ("Salt Front", "ORG", True, "e1"),
    ("The Front", "ORG", False, None),
    ("Grey Hand", "ORG", True, "e2"),
    ("The envoy", "PER", False, "e3"),
)


def _said(number: int, source: Span, content: Span) -> Attribution:
    who = EntitySpan(source.start, source.end)
    return Attribution(id=f"a{number}", source=who, cue=None, content=(content,), kind="indirect")


def doers(*sayings: tuple[str, str]) -> Doers:
    said = [_said(n, span_of(TEXT, source), span_of(TEXT, what)) for n, (source, what) in enumerate(sayings, 1)]
    return Doers(Participants(TEXT, MENTIONS), said)


SPOKESMAN = ("A spokesman for the Salt Front", '"our volunteers struck the quay"')
ENVOY = ("The envoy who rang the Grey Hand", "we shot him")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("our volunteers", ("Salt Front", "e1")),
        ("The Front", ("Front", "e1")),
        ("riflemen", ("riflemen of the Grey Hand", "e2")),
        ("riflemen of", ("riflemen of the Grey Hand", "e2")),
        ("Members of", ("Members", None)),
        ("we", ("envoy who rang the Grey Hand", "e3")),
        ("Its men", ("Its men", None)),
    ],
)
def test_whom_a_doer_stands_for(words: str, found: tuple[str, str | None]):
    one = doers(SPOKESMAN, ENVOY).find(FoundArgument("perpetrator", span_of(TEXT, words), None, 1.0))
    assert (one.text, one.entity) == found


@pytest.mark.parametrize(
    ("source", "entity"), [(SPOKESMAN[0], "e1"), ("The envoy who rang the Grey Hand", "e3"), ("Its men", None)]
)
def test_a_source_speaks_for_its_group_alone(source: str, entity: str | None):
    assert doers().speaker(span_of(TEXT, source)).entity == entity


@pytest.mark.parametrize(
    ("words", "expected"),
    [("they", True), ("our men", True), ("Its gunmen", True), ("its harbour", False), ("men", False)],
)
def test_words_that_only_point(words: str, expected: bool):
    assert is_pronominal(words) is expected


@given(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)))
def test_any_phrase_is_a_stretch_of_the_text(place: tuple[int, int]):
    start, length = place
    span = Span(start, min(len(TEXT), start + length))
    found = doers(SPOKESMAN, ENVOY).find(FoundArgument("perpetrator", span, None, 1.0))
    assert found.text == " ".join(TEXT[found.span.start : found.span.end].split())
