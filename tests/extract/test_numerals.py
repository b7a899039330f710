import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.numerals import TENS, UNITS, read_numeral, split_words
from averral.records import Span

UNIT_WORDS = {value: word for word, value in UNITS.items()}
TEN_WORDS = {value: word for word, value in TENS.items() if word != "fourty"}


def value_of(text: str) -> int | None:
    words = split_words(text, Span(0, len(text)))
    numeral = read_numeral(words, 0)
    return numeral.value if numeral is not None and numeral.end == len(words) else None


def spell(number: int) -> str:
    """A number below a thousand million in words, as British English writes it."""
    for scale, name in ((10**6, "million"), (1000, "thousand")):
        if number >= scale:
            head, rest = divmod(number, scale)
            joint = " and " if 0 < rest < 100 else " "
            return f"{spell(head)} {name}" + (joint + spell(rest) if rest else "")
    if number >= 100:
        head, rest = divmod(number, 100)
        return f"{spell(head)} hundred" + (f" and {spell(rest)}" if rest else "")
    if number < 20:
        return UNIT_WORDS[number]
    head, rest = divmod(number, 10)
    return TEN_WORDS[10 * head] + (f"-{UNIT_WORDS[rest]}" if rest else "")


@given(st.integers(0, 10**9 - 1))
def test_a_number_in_words_is_itself(number: int):
    assert value_of(spell(number)) == number


@given(st.integers(0, 10**9 - 1))
def test_capitals_and_spaces_change_nothing(number: int):
    assert value_of(spell(number).replace("-", " ").upper()) == number


@given(st.integers(0, 10**14), st.sampled_from((",", "٬", "\u00a0", "\u202f")))
def test_a_number_in_digits_is_itself(number: int, separator: str):
    assert value_of(f"{number:,}".replace(",", separator)) == number


@given(st.integers(1, 10**9), st.sampled_from("०٠۰০๐"))
def test_digits_of_any_script(number: int, zero: str):
    assert value_of("".join(chr(ord(zero) + int(digit)) for digit in str(number))) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,500", 1500),
        ("1.500", 1500),
        ("1 500", 1500),
        ("1'500", 1500),
        ("1,50,000", 150_000),
        ("1.5 million", 1_500_000),
        ("1,5 million", 1_500_000),
        ("1.125 million", 1_125_000),
        ("2m", 2_000_000),
        ("3.2bn", 3_200_000_000),
        ("40k", 40_000),
        ("2 lakh", 200_000),
        ("thirty one", 31),
        ("twelve hundred", 1200),
        ("a hundred and five", 105),
        ("two and a half thousand", 2500),
        ("half a million", 500_000),
        ("half-dozen", 6),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("dozen", 12),
        ("a hundred thousand", 100_000),
        ("a thousand and one", 1001),
        ("1.5", None),
        ("007", None),
        ("4th", None),
        ("12-year-old", None),
        ("AK-47", None),
        ("9/11", None),
        ("2019-03-14", None),
        ("9" * 16, None),
        ("9" * 5000, None),
        ("a", None),
        ("and", None),
    ],
)
def test_value(text: str, value: int | None):
    assert value_of(text) == value


@given(st.text())
def test_words_lie_in_order_and_hold_all_letters(text: str):
    words = split_words(text, Span(0, len(text)))
    assert all(first.end <= second.start for first, second in itertools.pairwise(words))
    assert sum(word.end - word.start for word in words) >= sum(letter.isalnum() for letter in text)


def test_hyphens_join_number_words_only():
    text = "thirty-one five-day two-three"
    assert [word.text for word in split_words(text, Span(0, len(text)))] == [
        "thirty",
        "one",
        "five-day",
        "two",
        "-",
        "three",
    ]
