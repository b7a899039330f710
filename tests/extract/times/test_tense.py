import pytest

from averral.extract.times.tense import is_reporting, sentence_numbers, tense_of
from averral.extract.times.tokens import list_tokens
from averral.records import Span


def place(text: str, word: str) -> tuple[list, int]:
    tokens = list_tokens(text, Span(0, len(text)))
    return tokens, next(t.first for t in tokens if text[t.start : t.end] == word)


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("Talks will resume on Friday", 1),
        ("Talks are to resume on Friday", 1),
        ("Talks are expected to resume on Friday", 1),
        ("The vote is due on Friday", 1),
        ("On Friday, talks will resume", 1),
        ("On Friday the two are to meet", 1),
        ("He'll go on Friday", 1),
        ("The vote was planned for Friday", 0),
        ("Talks were held on Friday", -1),
        ("Police said on Friday that talks will resume", -1),
        ("Talks will resume soon, police said on Friday", -1),
        ("Talks will resume. Friday was calm", -1),
        ("The army attacked on Friday", 0),
        ("The talks, which will go on, began on Friday", 0),
        ("Friday", 0),
    ],
)
def test_tense(text: str, tense: int):
    tokens, index = place(text, "Friday")
    assert tense_of(tokens, index, index + 1) == tense


@pytest.mark.parametrize(
    ("text", "reporting"),
    [
        ("police said on Friday", True),
        ("the army announced late on Friday", True),
        ("The bridge fell on Friday", False),
        ("He said the bridge fell on Friday", False),
        ("Friday", False),
    ],
)
def test_reporting(text: str, reporting: bool):
    assert is_reporting(*place(text, "Friday")) == reporting


def test_sentences_are_counted():
    tokens = list_tokens("It fell. It rose! It\n\nwent", Span(0, 26))
    assert sentence_numbers(tokens) == [0, 0, 0, 1, 1, 1, 2, 2, 3]
