"""Broken, huge and hostile files: each becomes a document with a problem, and the others go on."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from averral.ingest import MAX_BYTES, Source, iter_sources, read_source
from averral.records import Reader, Reading, encode_reading

TEXT = "The army said on Monday that shells struck the market and that nine people had been killed there."


def read(data: bytes, name: str = "a.txt"):
    """Read the bytes under a name; and whatever came of them must be storable as JSON."""
    ingested = read_source(Source(uri=name, data=data))
    reading = Reading(document=ingested.document, problems=ingested.problems, reader=Reader(version="0", model="none"))
    encode_reading(reading)
    return ingested


def kinds(ingested) -> list[str]:
    return [problem.kind for problem in ingested.problems]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t\n "])
def test_empty_and_blank(name, data):
    assert kinds(read(data, name)) == ["empty"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04" + bytes(50), "ZIP"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "JPEG"),
        (b"{\\rtf1 hello}", "RTF"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 3000, "binary"),
    ],
)
def test_binary_is_named(data, what):
    ingested = read(data)
    assert kinds(ingested) == ["unsupported"]
    assert what in ingested.problems[0].message
    assert ingested.document.text == ""


def test_file_above_the_limit_is_not_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(4 * MAX_BYTES)
    (source,) = iter_sources([str(path)])
    ingested = read_source(source)
    assert kinds(ingested) == ["too_large"]
    assert len(ingested.data) < 10_000


def test_bytes_above_the_limit():
    assert kinds(read(b"a" * (MAX_BYTES + 1))) == ["too_large"]


def test_wrong_bytes_are_replaced_and_reported():
    ingested = read("The army said “no” – and the toll is nine. ".encode() + b"\xff" + b" It was Monday.")
    assert kinds(ingested) == ["charset"]
    problem = ingested.problems[0]
    assert ingested.document.text[problem.start : problem.end] == "\ufffd"


def test_truncated_page():
    ingested = read(f"<html><body><h1>Nine dead</h1><p>{TEXT}</p><p>The brigade sa".encode(), "a.html")
    assert "truncated" in kinds(ingested)
    assert TEXT in ingested.document.text
    assert ingested.document.text.endswith("The brigade sa")


@pytest.mark.parametrize("tag", ["div", "span", "table><tr><td", "b><i", "ul><li", "font", "x-y"])
def test_page_nested_ten_thousand_deep(tag):
    opening = f"<{tag}>".encode() * 10_000
    ingested = read(b"<html><body>" + opening + f"<p>{TEXT}</p></body></html>".encode(), "a.html")
    assert TEXT in ingested.document.text
    assert "deep_nesting" in kinds(ingested)


@pytest.mark.parametrize("mark", [">", "- ", "[", "*", "#", "`", "![", "<a>", "1. ", "|"])
def test_markdown_that_nests_without_end(mark):
    assert read((mark * 20_000 + "x").encode(), "a.md").document.text


def test_nul_in_text_is_kept_and_reported():
    ingested = read(f"A\x00B {TEXT}".encode())
    assert ingested.document.text == f"A\x00B {TEXT}"
    assert kinds(ingested) == ["control_characters"]


def test_nul_in_a_page_becomes_a_replacement_character():
    assert "A\ufffdB" in read(f"<html><body><p>A\x00B {TEXT}</p></body></html>".encode(), "a.html").document.text


def test_lone_surrogates_in_a_page_and_in_bytes():
    assert "\ufffd" in read(f"<html><body><p>A&#xD800;B {TEXT}</p></body></html>".encode(), "a.html").document.text
    ingested = read(b"A \xed\xa0\x80 " + TEXT.encode())
    assert kinds(ingested) == ["charset"]
    assert ingested.document.text == f"A \ufffd {TEXT}"


def test_bidi_and_zero_width_characters_are_kept_and_reported():
    text = f"The \u202eymra\u202c. To\u200bll. {TEXT}"
    ingested = read(text.encode())
    assert ingested.document.text == text
    assert kinds(ingested) == ["bidi_controls", "zero_width"]
    assert text[ingested.problems[0].start] == "\u202e"


def test_text_in_another_language_is_kept():
    text = "Die Armee teilte am Montag mit, dass auf dem Markt neun Menschen durch Granaten getötet worden seien."
    ingested = read(text.encode())
    assert ingested.document.language == "de"
    assert ingested.document.text == text
    assert kinds(ingested) == []


def test_page_named_text_is_read_as_a_page():
    ingested = read(f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode(), "a.txt")
    assert ingested.document.media_type == "text/html"
    assert ingested.document.text == TEXT
    assert "mislabelled" in kinds(ingested)


def test_duplicate_files_are_two_sources_with_one_id(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    first, second = (read_source(source).document for source in iter_sources([str(tmp_path)]))
    assert first.id == second.id
    assert first.uri != second.uri


def test_unreadable_things_keep_their_own_ids(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "ok.txt").write_text(TEXT)
    (tmp_path / "up").symlink_to(tmp_path)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "socket"))
        found = {source.uri.rsplit("/", 1)[1]: read_source(source) for source in iter_sources([str(tmp_path)])}
    assert {name: kinds(ingested) for name, ingested in found.items()} == {
        "gone": ["unreadable"],
        "ok.txt": [],
        "pipe": ["unreadable"],
        "socket": ["unreadable"],
        "up": ["unreadable"],
    }
    assert "leads to nothing" in found["gone"].problems[0].message
    assert "named pipe" in found["pipe"].problems[0].message
    assert "leads back" in found["up"].problems[0].message
    assert len({ingested.document.id for ingested in found.values()}) == len(found)


def test_pipe_that_takes_the_place_of_a_file_does_not_block(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    (source,) = iter_sources([str(path)])
    path.unlink()
    os.mkfifo(path)
    assert kinds(read_source(source)) == ["unreadable"]


def test_file_that_vanishes_after_listing(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    (source,) = iter_sources([str(path)])
    path.unlink()
    assert kinds(read_source(source)) == ["unreadable"]


def test_folder_and_file_without_rights(tmp_path, monkeypatch):
    """Root may read everything, so the refusal is played."""
    locked = tmp_path / "locked"
    locked.mkdir()
    (tmp_path / "ok.txt").write_text(TEXT)

    def refuse(path):
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return original(path)

    original = type(locked).iterdir
    monkeypatch.setattr(type(locked), "iterdir", refuse)
    sources = list(iter_sources([str(tmp_path)]))
    assert [kinds(read_source(source)) for source in sources] == [["unreadable"], []]
    assert "Permission denied" in sources[0].problem.message


def test_device_is_not_opened():
    (source,) = iter_sources(["/dev/zero"])
    assert "device" in source.problem.message


def test_file_name_that_is_not_text(tmp_path):
    name = os.fsencode(tmp_path) + b"/a\xff.txt"
    Path(os.fsdecode(name)).write_text(TEXT)
    (source,) = iter_sources([str(tmp_path)])
    ingested = read_source(source)
    assert ingested.document.text == TEXT
    assert ingested.document.uri.endswith("a\ufffd.txt")
