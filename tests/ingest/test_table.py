"""Tables of articles: one document a row, and bad rows beside good ones."""

from __future__ import annotations

import csv
import json

import pytest

from averral.errors import InputError
from averral.ingest import Columns, iter_sources, read_source, table

TEXT = "The army said on Monday that shells struck the market and that nine people had been killed there."
ROW = {"text": TEXT, "title": "Nine dead", "date": "2019-10-12", "author": "Anna Mero and Joren Val", "url": ""}


def write(path, content: str | bytes):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def read_all(path, **columns):
    return [read_source(source) for source in iter_sources([path], Columns(**columns))]


def write_csv(path, rows, delimiter=","):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return str(path)


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.csv", "\t"), ("a.tsv", "\t")])
def test_delimited_rows(tmp_path, name, delimiter):
    path = write_csv(tmp_path / name, [ROW, ROW | {"text": f'He said: "no".\n\n{TEXT}', "author": ""}], delimiter)
    first, second = (ingested.document for ingested in read_all(path))
    assert (first.uri, second.uri) == (f"{path}#1", f"{path}#2")
    assert (first.text, first.title, first.published) == (TEXT, "Nine dead", "2019-10-12")
    assert first.byline == ("Anna Mero", "Joren Val")
    assert second.text == f'He said: "no".\n\n{TEXT}'
    assert second.byline == ()


def test_json_lines_go_on_after_a_broken_line(tmp_path):
    lines = [json.dumps(ROW), '{"text": "half', "[1, 2]", "", json.dumps(ROW | {"title": "Ten dead"})]
    found = read_all(write(tmp_path / "a.jsonl", "\n".join(lines)))
    assert [ingested.document.title for ingested in found] == ["Nine dead", None, None, "Ten dead"]
    assert [[problem.kind for problem in ingested.problems] for ingested in found] == [
        [],
        ["malformed_row"],
        ["malformed_row"],
        [],
    ]
    assert "line 2" in found[1].problems[0].message
    assert found[3].document.uri.endswith("#5")


@pytest.mark.parametrize("content", [json.dumps([ROW, ROW]), json.dumps(ROW) + "\n" + json.dumps(ROW)])
def test_json_file_with_an_array_or_lines(tmp_path, content):
    assert [ingested.document.text for ingested in read_all(write(tmp_path / "a.json", content))] == [TEXT, TEXT]


def test_url_and_id_make_the_uri(tmp_path):
    path = write(tmp_path / "a.jsonl", json.dumps(ROW | {"url": "https://gazette.example/1", "key": 7}))
    assert [ingested.document.uri for ingested in read_all(path)] == ["https://gazette.example/1"]
    assert [ingested.document.uri for ingested in read_all(path, id="key")] == [f"{path}#7"]


def test_markup_in_a_row_is_read_as_markup(tmp_path):
    path = write(tmp_path / "a.jsonl", json.dumps({"text": f"<p>{TEXT}</p><p>3 &lt; 4</p>"}))
    (ingested,) = read_all(path)
    assert ingested.document.text == f"{TEXT}\n\n3 < 4"
    assert ingested.document.media_type == "text/html"


def test_other_column_names_in_any_case(tmp_path):
    path = write_csv(tmp_path / "a.csv", [{"Body": TEXT, "WHO": "Anna Mero"}])
    (ingested,) = read_all(path, text="body", author="who")
    assert (ingested.document.text, ingested.document.byline) == (TEXT, ("Anna Mero",))


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_missing_column_names_those_that_are_there(tmp_path, name):
    row = {"Body": TEXT, "Head": "x"}
    path = write_csv(tmp_path / name, [row]) if name == "a.csv" else write(tmp_path / name, json.dumps(row))
    with pytest.raises(InputError, match="'Body', 'Head'"):
        list(iter_sources([path]))
    with pytest.raises(InputError, match="'who'"):
        list(iter_sources([path], Columns(text="Body", author="who")))


def test_table_of_something_else_in_a_folder_is_a_problem(tmp_path):
    write_csv(tmp_path / "a.csv", [{"Body": TEXT}])
    write(tmp_path / "b.txt", TEXT)
    first, second = read_all(str(tmp_path))
    assert [problem.kind for problem in first.problems] == ["columns"]
    assert second.document.text == TEXT


def test_row_without_text_and_odd_values(tmp_path):
    rows = [{"text": None}, {"text": 12}, {"text": TEXT, "author": ["Anna Mero", None, "Joren Val"]}, {"other": 1}]
    found = read_all(write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows))))
    assert [[problem.kind for problem in ingested.problems] for ingested in found] == [["empty"], [], [], ["columns"]]
    assert found[2].document.byline == ("Anna Mero", "Joren Val")


def test_lone_surrogate_in_a_row(tmp_path):
    (ingested,) = read_all(write(tmp_path / "a.jsonl", b'{"text": "A \\ud800 ' + TEXT.encode() + b'"}'))
    assert ingested.document.text == f"A \ufffd {TEXT}"
    assert [problem.kind for problem in ingested.problems] == ["charset"]


def test_date_that_can_be_read_in_two_ways_is_left_out(tmp_path):
    (ingested,) = read_all(write(tmp_path / "a.jsonl", json.dumps(ROW | {"date": "02/03/2019"})))
    assert ingested.document.published is None
    assert [problem.kind for problem in ingested.problems] == ["date"]


def test_deeply_nested_line(tmp_path):
    found = read_all(write(tmp_path / "a.jsonl", "[" * 100_000 + "\n" + json.dumps(ROW)))
    assert [[problem.kind for problem in ingested.problems] for ingested in found] == [["malformed_row"], []]


def test_huge_fields(tmp_path, monkeypatch):
    path = write_csv(tmp_path / "a.csv", [ROW | {"text": TEXT * 3_000}, ROW])
    assert [len(ingested.document.text) for ingested in read_all(path)] == [len(TEXT) * 3_000, len(TEXT)]
    monkeypatch.setattr(table, "MAX_BYTES", 10_000)
    monkeypatch.setattr(
        table.csv, "field_size_limit", lambda limit=None, original=csv.field_size_limit: original(10_000)
    )
    old = csv.field_size_limit()
    try:
        found = read_all(path)
    finally:
        csv.field_size_limit.__defaults__[1](old)
    assert [problem.kind for problem in found[0].problems] == ["malformed_row"]
    lines = write(tmp_path / "b.jsonl", json.dumps(ROW | {"text": TEXT * 3_000}) + "\n" + json.dumps(ROW))
    assert [[problem.kind for problem in ingested.problems] for ingested in read_all(lines)] == [["too_large"], []]


def test_windows_charset_and_byte_order_mark(tmp_path):
    write(tmp_path / "a.csv", "text,title\r\n“No”, the army said on Monday to the people,x\r\n".encode("cp1252"))
    write(tmp_path / "b.csv", b"\xef\xbb\xbf" + "text,title\r\n“No”, the army said,x\r\n".encode())
    assert [ingested.document.text[:4] for ingested in read_all(str(tmp_path))] == ["“No”", "“No”"]
