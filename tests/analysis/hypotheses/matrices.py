"""Matrices for tests: a table of marks in, a matrix out."""

from __future__ import annotations

from hypothesis import strategies as st

from averral.records.hypothesis import LEVELS, MARKS, CellRating, Evidence, Hypothesis, Matrix

MADE = "2021-05-10T12:00:00Z"


def make_matrix(rows, hypotheses=("h1", "h2", "h3"), **items):
    """Rows of (item, rater, "II C -"): a dash is unrated and n/a not applicable; `items` gives fields of an item."""
    names = dict.fromkeys(item for item, _, _ in rows)
    words = {"n/a": "not_applicable"}
    cells = [
        (item, rater, name, words.get(mark, mark))
        for item, rater, marks in rows
        for name, mark in zip(hypotheses, marks.split(), strict=True)
        if mark != "-"
    ]
    return Matrix(
        hypotheses=tuple(Hypothesis(id=name, text=f"Group {name} did it") for name in hypotheses),
        evidence=tuple(Evidence(id=name, text=f"Text of {name}", **items.get(name, {})) for name in names),
        ratings=tuple(
            CellRating(id=number, hypothesis=name, evidence=item, mark=mark, rater=rater, made=MADE)
            for number, (item, rater, name, mark) in enumerate(cells, 1)
        ),
    )


levels = st.none() | st.sampled_from(LEVELS)
texts = st.text(alphabet="ab =+-@'\"\t\r\n,;＝é", max_size=8)


@st.composite
def matrices(draw, marks=MARKS, most=4):
    """Up to three hypotheses, a few items of few origins and sources, and two raters."""
    hypotheses = [
        Hypothesis(id=f"h{n}", text=draw(texts), prior=draw(st.none() | st.sampled_from((0.25, 0.5))))
        for n in range(draw(st.integers(0, 3)))
    ]
    evidence = [
        Evidence(
            id=f"e{n}",
            text=draw(texts),
            origin=draw(st.sampled_from((None, "o1", "o2"))),
            source=draw(st.sampled_from((None, "s1"))),
            credibility=draw(levels),
            relevance=draw(levels),
            reliability=draw(st.none() | st.sampled_from((0.0, 0.5, 1.0))),
            claims=draw(st.sampled_from(((), ("d1#c1", "d2#c7")))),
        )
        for n in range(draw(st.integers(0, most)))
    ]
    cells = [(item.id, h.id, rater) for item in evidence for h in hypotheses for rater in ("anna", "ben")]
    drawn = [(cell, draw(st.none() | st.sampled_from(marks))) for cell in cells]
    ratings = [
        CellRating(id=number, evidence=item, hypothesis=h, rater=rater, mark=mark, made=MADE)
        for number, ((item, h, rater), mark) in enumerate(drawn, 1)
        if mark is not None
    ]
    return Matrix(hypotheses=tuple(hypotheses), evidence=tuple(evidence), ratings=tuple(ratings))
