from hypothesis import given
from hypothesis import strategies as st

from averral.records import Attribution, Span
from averral.views.mark import find_marks
from averral.views.nesting import nest_attributions
from tests.views.builders import make_averral, make_reading


def mark_all(reading):
    return find_marks(reading, nest_attributions(reading.attributions))


def show(reading):
    text = reading.document.text
    return [(mark.kind, text[mark.start : mark.end], mark.numbers, mark.lane) for mark in mark_all(reading)]


def test_sources_cues_and_contents_are_marked_with_their_numbers():
    reading = make_reading("[s1 The mayor] [c1 said] [t1 that [s2 boys] [c2 swore] [t2 to leave]].")
    assert show(reading) == [
        ("source", "The mayor", ("1",), 0),
        ("cue", "said", ("1",), 0),
        ("content", "that boys swore to leave", ("1",), 1),
        ("source", "boys", ("1.1",), 0),
        ("cue", "swore", ("1.1",), 0),
        ("content", "to leave", ("1.1",), 2),
    ]


def test_a_source_of_two_attributions_is_marked_once_and_keeps_both_permalinks():
    reading = make_reading("[s1,2 The mayor] [c1 said] [t1 yes] and [c2 added] [t2 no].")
    source = mark_all(reading)[0]
    assert source.numbers == ("1", "2")
    assert [anchor.split("-", 1)[1] for anchor in source.anchors] == ["a1-source", "a2-source"]
    assert [card.split("-", 1)[1] for card in source.cards] == ["a1-card", "a2-card"]


def test_pieces_of_a_content_have_their_own_permalinks():
    reading = make_reading('[t1 "We left,"] [s1 she] [c1 said]. [t1 "Then it fell."]')
    contents = [mark for mark in mark_all(reading) if mark.kind == "content"]
    assert [(mark.piece, mark.anchors[0].split("-", 1)[1]) for mark in contents] == [(1, "a1"), (2, "a1-2")]


def test_source_and_cue_may_be_missing():
    assert show(make_reading("It [c1 reportedly] [t1 burned].")) == [
        ("cue", "reportedly", ("1",), 0),
        ("content", "burned", ("1",), 1),
    ]


def test_an_averral_is_a_mark_of_its_own():
    reading = make_reading("It burned.")
    reading = type(reading)(document=reading.document, claims=(make_averral(0, 10, 7),), reader=reading.reader)
    (mark,) = mark_all(reading)
    assert (mark.kind, mark.anchors[0].split("-", 1)[1], mark.cards) == ("averral", "c7", ())


PIECE = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(st.lists(PIECE, min_size=1, max_size=3), max_size=8))
def test_contents_that_share_a_character_never_share_a_lane(contents):
    attributions = tuple(
        Attribution(id=f"a{n}", source=None, cue=None, content=tuple(pieces), kind="indirect")
        for n, pieces in enumerate(contents)
    )
    blank = make_reading("x" * 50)
    marks = mark_all(type(blank)(document=blank.document, attributions=attributions, reader=blank.reader))
    for at in range(50):
        lanes = [mark.lane for mark in marks if mark.start <= at < mark.end]
        assert len(lanes) == len(set(lanes))
        assert not lanes or min(lanes) >= 1
