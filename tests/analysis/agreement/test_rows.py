"""Figures that one sentence gives one by one."""

from __future__ import annotations

import pytest

from averral.analysis.agreement.rows import iter_sums
from averral.extract.casualties import find_casualties
from averral.records import Casualties, Span

ROWS = [
    ("The shell killed six soldiers and a boy.", ["killed 7..7 six soldiers and a boy"]),
    ("The shell killed six soldiers and at least two boys.", ["killed 8.. six soldiers and at least two boys"]),
    ("A driver and two pickets were killed and seven hurt.", ["killed 3..3 A driver and two pickets"]),
    ("The judge, his driver and two guards were killed.", ["killed 4..4 The judge, his driver and two guards"]),
    ("A mother and her two sons were killed when the roof fell in.", ["killed 3..3 A mother and her two sons"]),
    ("Six soldiers were killed and a boy was killed.", []),
    ("Six soldiers died, but a boy lived.", []),
    ("Six soldiers were killed.", []),
    ("Nobody was killed or injured.", []),
    ("", []),
]


def list_sums(text: str) -> list[str]:
    read = find_casualties(text, [Span(0, len(text))])
    figures = [Casualties(kind=f.kind, low=f.low, high=f.high, start=f.start, end=f.end) for f in read]
    return [
        f"{s.kind} {s.low if s.low is not None else ''}..{s.high if s.high is not None else ''} {text[s.start : s.end]}"
        for s in iter_sums(text, figures)
    ]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_those_of_a_row_add_up(text: str, expected: list[str]):
    assert list_sums(text) == expected


def test_people_named_one_after_the_other_are_no_row():
    text = "Olm Hask, Ira Denn died."
    figures = [Casualties(kind="killed", low=1, high=1, start=a, end=b) for a, b in ((0, 8), (10, 18))]
    assert list(iter_sums(text, figures)) == []
