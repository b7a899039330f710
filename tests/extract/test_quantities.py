import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.quantities import find_quantities
from averral.records import Span


def counts(text: str) -> list[str]:
    """Each quantity as "low..high words", with ~ where it is approximate."""
    return [
        f"{'~' * q.approximate}{_shown(q.low)}..{_shown(q.high)} {text[q.start : q.end]}"
        for q in find_quantities(text, Span(0, len(text)))
    ]


def _shown(bound: int | None) -> str:
    return "" if bound is None else str(bound)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,500 people came.", "1500..1500 1,500"),
        ("thirty-one huts burned", "31..31 thirty-one"),
        ("FOUR PEOPLE WAITED", "4..4 FOUR"),
        ("२५ लोग", "25..25 २५"),
        ("٣١ قتيلا", "31..31 ٣١"),
        ("at least 31 came", "31.. at least 31"),
        ("AT LEAST FIFTEEN CAME", "15.. AT LEAST FIFTEEN"),
        ("no fewer than 12 came", "12.. no fewer than 12"),
        ("60 or more came", "60.. 60 or more"),
        ("12+ came", "12.. 12+"),
        ("50-plus came", "50.. 50-plus"),
        ("more than 60 came", "61.. more than 60"),
        ("over 60 came", "61.. over 60"),
        ("upwards of 60 came", "61.. upwards of 60"),
        ("in excess of 200 came", "201.. in excess of 200"),
        ("more than two dozen came", "25.. more than two dozen"),
        ("up to 20 came", "..20 up to 20"),
        ("as many as 20 came", "..20 as many as 20"),
        ("no more than 20 came", "..20 no more than 20"),
        ("fewer than 10 came", "..9 fewer than 10"),
        ("under 10 came", "..9 under 10"),
        ("about 40 came", "~40..40 about 40"),
        ("nearly 40 came", "~40..40 nearly 40"),
        ("ALMOST 40 CAME", "~40..40 ALMOST 40"),
        ("~40 came", "~40..40 ~40"),
        ("40 or so came", "~40..40 40 or so"),
        ("40-odd came", "~40..40 40-odd"),
        ("some 30 to 40 came", "~30..40 some 30 to 40"),
        ("an estimated 12,000 came", "~12000..12000 an estimated 12,000"),
        ("perhaps as many as 90 came", "~..90 perhaps as many as 90"),
        ("2-3 came", "2..3 2-3"),
        ("2–3 came", "2..3 2–3"),
        ("two or three came", "2..3 two or three"),
        ("10 to 15 came", "10..15 10 to 15"),
        ("from 10 to 15 came", "10..15 10 to 15"),
        ("between 10 and 15 came", "10..15 between 10 and 15"),
        ("two to three thousand came", "2000..3000 two to three thousand"),
        ("two or three dozen came", "24..36 two or three dozen"),
        ("at least 31 and possibly 40 came", "31..40 at least 31 and possibly 40"),
        ("dozens came", "24.. dozens"),
        ("scores of men", "40.. scores"),
        ("hundreds came", "200.. hundreds"),
        ("100s came", "200.. 100s"),
        ("tens of thousands came", "20000.. tens of thousands"),
        ("hundreds of thousands came", "200000.. hundreds of thousands"),
        ("several came", "3.. several"),
        ("several hundred came", "300.. several hundred"),
        ("a few came", "3.. a few"),
        ("a handful of men", "3.. a handful of"),
        ("a couple of men", "2..2 a couple of"),
        ("both came", "2..2 both"),
        ("one of them came", "1..1 one"),
        ("0 came", "0..0 0"),
        ("2000 people came", "2000..2000 2000"),
        ("this week 12 came", "12..12 12"),
        ("they ran over 3 men", "3..3 3"),
        ("12 may have left", "12..12 12"),
        ("12 MAY HAVE LEFT", "12..12 12"),
        ("the toll rose from 20 to 31 then", "20..20 20; 31..31 31"),
        ("12 grenades and 300 votes", "12..12 12; 300..300 300"),
    ],
)
def test_count(text: str, expected: str):
    assert "; ".join(counts(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "many came",
        "no one came",
        "a 12-year-old boy",
        "Tomas Arel, 34, said",
        "Tomas Arel (34) said",
        "boys aged 12 to 16",
        "people over 60 waited",
        "at the age of nine",
        "47 km away",
        "7.62mm rounds",
        "an AK-47 and an M-16",
        "4 May",
        "4 and 5 May",
        "May 4",
        "MAY 89",
        "May 4-6",
        "in 2009 people voted",
        "the 2009 attack",
        "since 1994.",
        "on 9/11 at 8:30",
        "at 2 p.m. on the 5th",
        "at 1400 GMT",
        "$3 million",
        "3 million dollars",
        "Rs 500",
        "Article 5 of Law 12",
        "Resolution 1701",
        "Ward 9",
        "No. 5",
        "3 per cent",
        "3%",
        "two-thirds",
        "one third",
        "they won 3-1",
        "for five years",
        "two more days",
        "1.5",
        "call 555-123-4567",
    ],
)
def test_no_count(text: str):
    assert counts(text) == []


@given(st.integers(0, 10**12), st.sampled_from(("at least", "up to", "more than", "fewer than", "about", "exactly")))
def test_bounds_keep_to_their_side(number: int, bound: str):
    text = f"{bound} {number:,} of them"
    (quantity,) = find_quantities(text, Span(0, len(text)))
    assert quantity.low is None or quantity.low >= number
    assert quantity.high is None or quantity.high <= number
    assert quantity.approximate == (bound == "about")


PIECES = (
    "at least two three 12 1,500 or to - between and dozens of hundred thousand more than about May % $ , . 1.5 "
    "a half from "
    "rose over few several -odd + no one"
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split())).map(" ".join)))
def test_quantities_lie_in_order_inside_the_text(text: str):
    found = find_quantities(text, Span(0, len(text)))
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    for quantity in found:
        assert text[quantity.start : quantity.end].strip() == text[quantity.start : quantity.end] != ""
        assert quantity.low is not None or quantity.high is not None
        assert quantity.low is None or quantity.high is None or 0 <= quantity.low <= quantity.high


def test_only_the_span_is_read():
    text = "12 men and 30 women"
    (quantity,) = find_quantities(text, Span(7, len(text)))
    assert text[quantity.start : quantity.end] == "30"
