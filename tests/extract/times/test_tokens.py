import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.times.expression import Clock, Years
from averral.extract.times.tokens import list_tokens
from averral.records import Span


def codes(text: str, **options: bool) -> list[str]:
    return [t.code for t in list_tokens(text, Span(0, len(text)), **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May", ["unsure_month"]),
        ("may", ["low_month"]),
        ("April", ["month"]),
        ("april", ["low_month"]),
        ("Nov", ["short_month"]),
        ("Sat", ["unsure_day"]),
        ("sat", ["word"]),
        ("Moss", ["name"]),
        ("7 07 13 26 45 75 120", ["n12", "pad", "n24", "n31", "n59", "n99", "number"]),
        ("2019 9999 12345", ["year", "number", "number"]),
        ("3rd 41st", ["ordinal", "opaque"]),
        ("12APR88", ["n12", "unsure_month", "n99"]),
        ("9pm", ["n12", "ampm"]),
        ("9 p.m. He", ["n12", "ampm", "name"]),
        ("3h", ["n12", "hours"]),
        ("COVID-19 F-16 $12 737s 5_5", ["name", "dash", "opaque", "name", "dash", "opaque", "mark", "opaque"]),
        ("133-03-03-2020", ["number", "dash", "opaque"]),
        ("https://example.org/2019-01-01", ["url"]),
        ("a\n\nb", ["a", "gap", "word"]),
        ("२५", ["number"]),
    ],
)
def test_categories(text: str, expected: list[str]):
    assert codes(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("21:30", Clock(21, 30)),
        ("07:30:05", Clock(7, 30, 5)),
        ("7:30", Clock(7, 30, sure=False)),
        ("9.30 pm", Clock(9, 30, sure=False)),
        ("0310 hours", Clock(3, 10)),
        ("'90s", Years(1990, "decade")),
        ("1930’s", Years(1930, "decade")),
        ("Q3", ("Q", 3)),
        ("'88", 88),
        ("1,500", 1500),
        ("2.5", 2.5),
    ],
)
def test_values(text: str, value: object):
    assert list_tokens(text, Span(0, len(text)))[0].value == value


def test_four_digits_are_a_time_where_the_document_writes_them_so():
    assert codes("1800 1875 2015", military=True) == ["military", "year", "year"]


@given(st.text(max_size=60), st.integers(0, 30), st.integers(0, 30))
def test_tokens_lie_in_order_inside_their_block(text: str, start: int, length: int):
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    end = span.start
    for number, token in enumerate(list_tokens(text, span)):
        assert (token.first, token.last) == (number, number + 1)
        assert end <= token.start < token.end <= span.end
        end = token.end
