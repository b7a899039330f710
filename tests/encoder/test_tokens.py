import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.encoder.tokens import MAX_PIECES_A_WORD, SHAPES, concatenate_tokens, is_caseless, tokenize
from tests.encoder.fake import make_tokenizer

TOKENIZER = make_tokenizer()


def shapes_of(text: str, *, caseless: bool = False) -> list[str]:
    tokens = tokenize(TOKENIZER, text, [(0, len(text))], caseless=caseless)
    return [SHAPES[s] for s in tokens.shapes[tokens.heads]]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("army", "lower"),
        ("Army", "initial"),
        ("I", "initial"),
        ("ARMY", "capitals"),
        ("McKay", "mixed"),
        ("3rd", "digit"),
        (",", "punctuation"),
        ("é", "lower"),
    ],
)
def test_shape_of_a_word(word: str, shape: str):
    assert shapes_of(word) == [shape]


def test_in_a_caseless_text_letters_have_no_shape():
    assert shapes_of("THE ARMY LEFT 3 .", caseless=True) == ["caseless"] * 3 + ["digit", "punctuation"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GUERRILLAS ATTACKED THE POST -- [TEXT]", True),
        ("Guerrillas attacked the post in San Marcos", False),
        ("x" * 600, True),
        ("1234", False),
        ("", False),
    ],
)
def test_when_capitals_tell_nothing(text: str, expected: bool):
    assert is_caseless(text) is expected


@given(st.text(max_size=200))
def test_offsets_lie_in_the_text_in_order(text: str):
    half = len(text) // 2
    tokens = tokenize(TOKENIZER, text, [(0, half), (half, len(text))], caseless=False)
    assert (tokens.starts < tokens.ends).all()
    assert (np.diff(tokens.starts) >= 0).all()
    assert len(tokens.ids) == 0 or tokens.ends[-1] <= len(text)
    assert len(tokens.ids) == 0 or tokens.heads[0]


def test_an_endless_word_is_read_by_its_first_pieces():
    tokens = tokenize(TOKENIZER, "a" * 5000, [(0, 5000)], caseless=False)
    assert 0 < len(tokens.ids) <= MAX_PIECES_A_WORD


def test_nothing_joined_is_nothing():
    assert len(concatenate_tokens([]).ids) == 0
