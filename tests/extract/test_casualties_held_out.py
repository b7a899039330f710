"""A hundred sentences of our own, written before the rules and not looked at while they were made.

They share their author with the rules and with the tables of `test_casualties`, some of which are phrased alike: the
floors guard against loss and are no measure of unseen text.
"""

import json
from pathlib import Path
from typing import Any

from averral.extract.casualties import CasualtyFigure, find_casualties
from averral.records import Span

ROWS = [
    json.loads(line) for line in Path(__file__).with_name("casualties_held_out.jsonl").read_text("utf-8").splitlines()
]
FLAGS = ("approximate", "part", "cumulative", "negated", "hedged")


def found(text: str, figure: CasualtyFigure) -> tuple[Any, ...]:
    flags = tuple(getattr(figure, flag) for flag in FLAGS)
    return (figure.kind, figure.low, figure.high, figure.unit, flags, figure.category, text[figure.start : figure.end])


def expected(row: dict[str, Any]) -> tuple[Any, ...]:
    flags = tuple(row.get(flag, False) for flag in FLAGS)
    return (row["kind"], row["low"], row["high"], row.get("unit", "people"), flags, row["category"], row["words"])


def count_right(fields: int) -> int:
    """Sentences with all figures exactly right in their first fields, and none besides."""
    right = 0
    for row in ROWS:
        text = row["text"]
        # Two of the rows are two short sentences; each is read as one line, as a feed gives it.
        figures = [found(text, figure)[:fields] for figure in find_casualties(text, [Span(0, len(text))])]
        right += sorted(map(repr, figures)) == sorted(repr(expected(figure)[:fields]) for figure in row["figures"])
    return right


def test_numbers_units_and_marks():
    assert count_right(5) >= 97


def test_category_and_words_too():
    assert count_right(7) >= 93
