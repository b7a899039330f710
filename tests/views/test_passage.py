import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.records import Block
from averral.views.mark import Mark
from averral.views.passage import cover_blocks, make_passages
from tests.builders import make_document

TEXT = "One two three.\n\nFour five six seven.\nEight nine ten."
EDGE = st.integers(0, len(TEXT))
MARKS = st.lists(st.tuples(EDGE, EDGE), max_size=10).map(
    lambda pairs: [
        Mark(kind="content", start=min(pair), end=max(pair), anchors=(f"m{n}",))
        for n, pair in enumerate(sorted(pairs, key=lambda pair: (min(pair), -max(pair))))
    ]
)
BLOCKS = [Block(0, 14, "headline"), Block(16, 36, "body"), Block(37, 52, "comment")]


def read_marks(passages):
    """The characters that lie within each mark, told from the tokens alone."""
    found = {}
    for passage in passages:
        stack, at = [], passage.start
        for token in passage.tokens:
            if token.kind == "open":
                stack.append(token.mark.anchors[0])
            elif token.kind == "close":
                assert stack.pop() == token.mark.anchors[0]
            else:
                for anchor in stack:
                    found.setdefault(anchor, set()).update(range(at, at + len(token.text)))
                at += len(token.text)
        assert not stack
    return found


@given(MARKS)
def test_the_words_of_a_passage_are_those_of_its_block(marks):
    passages = make_passages(TEXT, BLOCKS, marks)
    assert [passage.words for passage in passages] == [TEXT[block.start : block.end] for block in BLOCKS]
    assert [passage.role for passage in passages] == ["headline", "body", "comment"]


@given(MARKS)
def test_every_mark_covers_exactly_its_characters(marks):
    shown = {at for block in BLOCKS for at in range(block.start, block.end)}
    found = read_marks(make_passages(TEXT, BLOCKS, marks))
    assert found == {
        mark.anchors[0]: covered for mark in marks if (covered := shown.intersection(range(mark.start, mark.end)))
    }


@given(MARKS)
def test_a_mark_is_whole_once_at_its_first_opening_and_once_at_its_last_close(marks):
    tokens = [token for passage in make_passages(TEXT, BLOCKS, marks) for token in passage.tokens if token.mark]
    for anchor in {token.mark.anchors[0] for token in tokens}:
        mine = [token for token in tokens if token.mark.anchors[0] == anchor]
        assert [token.whole for token in mine if token.kind == "open"].index(True) == 0
        assert [token.whole for token in reversed(mine) if token.kind == "close"].index(True) == 0
        assert sum(token.whole for token in mine) == 2


@pytest.mark.parametrize(
    ("text", "blocks", "covered"),
    [
        ("One.\n\nTwo.", (), [(0, 10, "body")]),
        ("One.\n\nTwo.", (Block(0, 4, "byline"),), [(0, 4, "byline"), (6, 10, "body")]),
        ("  One.  \nTwo.", (Block(9, 13, "body"),), [(2, 6, "body"), (9, 13, "body")]),
        (" \n ", (Block(0, 2, "body"),), []),
        ("", (), []),
    ],
)
def test_words_outside_every_block_are_shown_too(text, blocks, covered):
    found = cover_blocks(make_document(text, blocks=blocks))
    assert [(block.start, block.end, block.role) for block in found] == covered


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One line only", False),
        ("Colonel I. SARRAN\nSpokesman", True),
        ("a line as long as lines are where somebody wrapped the prose\nat the edge of a screen", False),
    ],
)
def test_short_lines_keep_their_breaks_and_wrapped_prose_does_not(text, lines):
    (passage,) = make_passages(text, [Block(0, len(text), "body")], [])
    assert passage.lines is lines
