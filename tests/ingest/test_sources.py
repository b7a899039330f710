"""From arguments to sources, and the readers of other packages."""

from __future__ import annotations

import io
import json
import pickle
import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from averral.errors import InputError, PluginError
from averral.ingest import READERS, Parsed, Source, iter_sources, read_source
from averral.ingest.readers import find_reader, join_readers

TEXT = "The army said on Monday that shells struck the market and that nine people had been killed there."


class EchoReader:
    """A reader of another package."""

    name = "echo"
    suffixes = (".echo",)
    media_types = ("text/x-echo",)

    def read(self, data: bytes) -> Parsed:
        return Parsed(text=data.decode(), media_type="text/x-echo")


class SecondText(EchoReader):
    name = "text"


ECHO, SECOND_TEXT = EchoReader(), SecondText()


@pytest.fixture
def pile(tmp_path, monkeypatch):
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden/d.txt", ".e.txt", "page.html", "page_files/style.css"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def uris(*arguments: str) -> list[str]:
    return [source.uri for source in iter_sources(arguments)]


def test_folder_in_order_without_hidden_files_and_page_resources(pile):
    assert uris(".") == ["a.md", "b.txt", "page.html", "sub/c.html"]


def test_files_patterns_and_the_order_of_arguments(pile):
    assert uris("b.txt", "a.md") == ["b.txt", "a.md"]
    assert uris("*.txt") == ["b.txt"]
    assert uris("**/*.html") == ["page.html", "sub/c.html"]
    assert uris(str(pile / "b.txt")) == [f"{pile}/b.txt"]


@pytest.mark.parametrize("argument", ["nowhere.txt", "*.pdf", "no/such/folder"])
def test_argument_that_names_nothing(pile, argument):
    with pytest.raises(InputError, match="no"):
        uris(argument)


def test_name_that_looks_like_a_pattern(pile):
    (pile / "a[1].txt").write_text(TEXT)
    assert uris("a[1].txt") == ["a[1].txt"]


@pytest.mark.parametrize(
    ("data", "media_type", "count"),
    [
        (TEXT.encode(), "text/plain", 1),
        (f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode(), "text/html", 1),
        ((json.dumps({"text": TEXT}) + "\n").encode() * 2, "text/plain", 2),
        (b"", "text/plain", 1),
    ],
)
def test_standard_input_is_recognised(monkeypatch, data, media_type, count):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = [read_source(source).document for source in iter_sources(["-"])]
    assert [document.media_type for document in found] == [media_type] * count
    assert all(document.uri.startswith("-") for document in found)


def test_sources_travel_between_processes(pile):
    sources = list(iter_sources(["."]))
    assert pickle.loads(pickle.dumps(sources)) == sources


def test_builtin_readers_have_names_of_their_own():
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert find_reader("A.HTM", "text/plain").name == "html"
    assert find_reader("a.unknown", "text/markdown").name == "markdown"
    assert find_reader("-", "application/x-what").name == "text"


def entry_point(name: str, value: str) -> EntryPoint:
    return EntryPoint(name=name, value=value, group="averral.readers")


def test_reader_of_another_package(monkeypatch):
    monkeypatch.setitem(sys.modules, "echo_package", sys.modules[__name__])
    readers = join_readers(READERS, (entry_point("echo", "echo_package:ECHO"),))
    assert [reader.name for reader in readers] == ["text", "markdown", "html", "echo"]


def test_taken_name_and_broken_reader_are_errors(monkeypatch):
    monkeypatch.setitem(sys.modules, "echo_package", sys.modules[__name__])
    with pytest.raises(PluginError, match="two readers are called 'text'"):
        join_readers(READERS, (entry_point("text", "echo_package:SECOND_TEXT"),))
    with pytest.raises(PluginError, match="cannot be loaded"):
        join_readers(READERS, (entry_point("gone", "no_such_package:READER"),))


def test_import_and_listing_load_nothing_heavy(tmp_path):
    program = (
        "import sys; from averral.ingest import iter_sources; list(iter_sources(sys.argv[1:])); "
        "print([name for name in ('lxml', 'trafilatura', 'py3langid', 'numpy', 'charset_normalizer', 'markdown_it') "
        "if name in sys.modules])"
    )
    (tmp_path / "a.txt").write_text(TEXT)
    command = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_text_rule():
    data = "\ufeffOne\r\ntwo \t\r\n\r\n  three\rfour\u00a0\n".encode()
    assert read_source(Source(uri="a.txt", data=data)).document.text == "One\ntwo \t\n\n  three\rfour\u00a0\n"
