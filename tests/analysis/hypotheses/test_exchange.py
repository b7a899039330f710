"""The matrix as CSV and JSON: out and in again, safe to open, and what is no matrix is refused with the line."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.analysis.hypotheses import read_matrix_csv, read_matrix_json, write_matrix_csv, write_matrix_json
from averral.analysis.hypotheses.cell import find_standing
from averral.analysis.hypotheses.cell_text import guard_cell, unguard_cell
from averral.errors import InputError
from averral.records.hypothesis import Evidence, Hypothesis, Matrix
from tests.analysis.hypotheses.matrices import MADE, make_matrix, matrices

HEAD = "record,id,text,credibility,prior,rater,h1,h2\r\n"
TWO = "hypothesis,h1,One,,,,,\r\nhypothesis,h2,Two,,,,,\r\n"


def list_cells(matrix):
    return [(r.evidence, r.hypothesis, r.rater, r.mark) for r in find_standing(matrix)]


@settings(max_examples=50, deadline=None)
@given(matrices())
def test_json_gives_the_same_matrix(matrix):
    assert read_matrix_json(write_matrix_json(matrix)) == matrix


@settings(max_examples=50, deadline=None)
@given(matrices())
def test_csv_gives_the_same_hypotheses_evidence_and_standing_marks(matrix):
    found = read_matrix_csv(write_matrix_csv(matrix), made=MADE)
    assert (found.hypotheses, found.evidence) == (matrix.hypotheses, matrix.evidence)
    assert list_cells(found) == list_cells(matrix)


@settings(max_examples=50, deadline=None)
@given(matrices())
def test_no_cell_is_a_formula(matrix):
    for row in csv.reader(io.StringIO(write_matrix_csv(matrix), newline="")):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝")) for cell in row)
        assert not any(cell.startswith(("\t", "\r", "\n")) for cell in row)


@given(st.text(alphabet="'=+-@\t\r\n ＋a", max_size=6) | st.text())
def test_a_guard_is_undone(text):
    assert unguard_cell(guard_cell(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r", "＝1"])
def test_a_guard_is_an_apostrophe(text):
    assert guard_cell(text) == "'" + text


def test_the_table():
    matrix = make_matrix([("e1", "anna", "II -"), ("e1", "ben", "n/a C")], ("h1", "h2"), e1={"credibility": "low"})
    lines = write_matrix_csv(matrix).split("\r\n")
    assert lines[0].endswith(",rater,h1,h2")
    assert lines[3:] == [
        "evidence,e1,Text of e1,claims,,,,low,,,,,,anna,II,",
        "evidence,e1,Text of e1,claims,,,,low,,,,,,ben,n/a,C",
        "",
    ]


def test_a_small_table_that_a_person_typed():
    text = "\ufeffid,record,h1,rater\nh1,hypothesis\n\ne1,evidence, II ,anna\ne2,evidence,N/A,anna\ne3,evidence\n"
    found = read_matrix_csv(text, made=MADE)
    assert found.hypotheses == (Hypothesis(id="h1", text=""),)
    assert found.evidence == tuple(Evidence(id=name, text="") for name in ("e1", "e2", "e3"))
    assert list_cells(found) == [("e1", "h1", "anna", "II"), ("e2", "h1", "anna", "not_applicable")]


def test_a_row_of_one_rater_without_marks_is_a_row():
    assert read_matrix_csv(HEAD + TWO + "evidence,e1,,,,anna,,\r\n", made=MADE).ratings == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: there is no column record"),
        ("record,h1\n", "line 1: there is no column id"),
        ("record,id,id\n", "line 1: two columns"),
        (HEAD, "line 1: the column h1 is of no hypothesis"),
        (HEAD + TWO + "evidence,e1,,,,anna,XX,\r\n", "line 4: a rating under h1"),
        (
            HEAD + TWO + 'evidence,e1,"two\r\nlines",,,anna,C,\r\nevidence,e1,,,,ben,C,\r\n',
            "line 6: e1 is not as it was",
        ),
        (HEAD + TWO + "evidence,e1,,medium high,,anna,,\r\n", "line 4: Invalid enum value"),
        (HEAD + TWO + "evidence,e1,,,,,C,\r\n", "line 4: ratings need a rater"),
        (
            HEAD + TWO + "evidence,e1,,,,anna,C,\r\nevidence,e1,,,,anna,I,\r\n",
            "line 5: ratings need a rater, and a rater",
        ),
        (HEAD + TWO + "evidence,,,,,anna,C,\r\n", "line 4: a row needs an id"),
        (HEAD + TWO + "evidenc,e1,,,,anna,C,\r\n", "line 4: a row needs an id, and a record"),
        (HEAD + TWO + "evidence,e1,,,,anna,C,,,\r\n", "line 4: there are more cells"),
        (HEAD + TWO + "hypothesis,h2,,,,,,\r\n", "line 4: there is another hypothesis h2"),
        (HEAD + TWO + "hypothesis,h3,,,,,,\r\n", "line 4: a hypothesis has a column"),
        (HEAD + "hypothesis,h1,,,,,C,\r\n", "line 2: a hypothesis has a column"),
        (HEAD + "hypothesis,h1,,,some,,,\r\n", "line 2: prior is a number"),
        (HEAD + "hypothesis,h1,,,1.5,,,\r\n", "line 2: a prior is above 0"),
        (HEAD + TWO + 'evidence,"e1\r\n', "line 4: unexpected end of data"),
    ],
)
def test_bad_tables_are_refused_with_the_line(text, message):
    with pytest.raises(InputError) as caught:
        read_matrix_csv(text, made=MADE)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ratings": [{"id": 1}]}, "required field `hypothesis`"),
        (
            {"ratings": [{"id": 1, "hypothesis": "h9", "evidence": "e1", "mark": "C", "rater": "a", "made": ""}]},
            "not there",
        ),
        ({"evidence": [{"id": "e1", "text": ""}, {"id": "e1", "text": ""}]}, "two items of evidence have the id e1"),
        ({"hypotheses": [{"id": "h1", "text": "", "prior": 0}]}, r"a prior is above 0.*\$.hypotheses\[0\]"),
    ],
)
def test_bad_json_is_refused_with_the_path(change, message):
    with pytest.raises(InputError, match=message):
        read_matrix_json(json.dumps({"evidence": [], **change}))


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_no_json(text):
    with pytest.raises(InputError, match="no matrix in JSON"):
        read_matrix_json(text)


def test_a_hypothesis_called_like_a_column_is_refused():
    with pytest.raises(InputError, match="rater"):
        write_matrix_csv(Matrix(hypotheses=(Hypothesis(id="rater", text=""),)))


@given(st.text())
def test_any_text_is_a_table_or_refused(text):
    for read in (lambda: read_matrix_csv(text, made=MADE), lambda: read_matrix_json(text)):
        with suppress(InputError):
            assert isinstance(read(), Matrix)


def test_any_record_can_be_put_in_a_table():
    assert set(msgspec.structs.asdict(Evidence(id="", text=""))) <= set(
        write_matrix_csv(Matrix()).removesuffix("\r\n").split(",")
    )
