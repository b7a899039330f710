"""What reaches the terminal."""

from __future__ import annotations

import io
import sys

import pytest
from rich.console import Console

from averral.cli.demo import _make_table
from averral.cli.screen import make_printable, shorten, shorten_place, show_progress
from tests.builders import make_reading


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zoé “said” → 文", "Zoé “said” → 文"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\nb\tc", r"a\x0ab\x09c"),
        ("\u202eevil\u2069", r"\u202eevil\u2069"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("\x9b31m\x7f\ud800", r"\x9b31m\x7f\ud800"),
    ],
)
def test_what_misleads_a_terminal_is_shown_as_its_code(text, shown):
    assert make_printable(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two men", "two men"),
        ("two  men\n left", "two men left"),
        ("two men left a van", "two men…"),
        ("abcdefghijklmnopq", "abcdefghijk…"),
        ("ab cdefghijklmnopq", "ab cdefghij…"),
    ],
)
def test_text_is_cut_at_a_word(text, shown):
    assert shorten(text, 12) == shown
    assert len(shown) <= 12


def test_places_keep_their_end():
    assert shorten_place("reports/a/b/blast.txt", 12) == "…b/blast.txt"
    assert shorten_place("blast.txt", 12) == "blast.txt"


class Terminal(io.StringIO):
    """Standard error of somebody who watches."""

    def isatty(self):
        return True


def test_progress_is_shown_to_who_watches(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with show_progress("reading") as progress:
        progress("reports/\x1b[31mblast[b].txt")
    assert "1 documents" in terminal.getvalue()
    assert r"\x1b[31mblast[b].txt" in terminal.getvalue()


def test_progress_is_silent_elsewhere(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with show_progress("reading") as progress:
        progress("blast.txt")
    assert sys.stderr.getvalue() == ""


def test_the_demo_table_shows_the_longest_chain_first():
    console = Console(file=io.StringIO(), width=200)
    console.print(_make_table([make_reading()]))
    lines = console.file.getvalue().splitlines()
    (first,) = (line for line in lines if "two men" in line and "ministry → a witness" in line)
    assert "told" in first
    assert any("The ministry" in line and "said" in line for line in lines)
