"""The lines of a plain text, joined to paragraphs where an editor or a printer has broken them."""

from __future__ import annotations

import re

import msgspec

from averral.ingest.bylines import is_byline
from averral.ingest.datelines import is_date_line

__all__ = ["Line", "Paragraph", "join_paragraphs", "split_lines"]

_LINE = re.compile(r"[^\r\n]+")
_MAX_WIDTH = 100
"""Longest line of a hard-wrapped text; printers wrap at 60 to 80 columns, some mailers at 100."""
_MIN_WIDTH = 40
_NEAR = 14
"""A line this much shorter than the longest is still a full one: the next word did not fit."""
_MIN_FULL = 0.3
_LONG, _MIN_LONG, _MIN_RUN = 0.7, 0.8, 4
"""A run of at least this many lines, of which this share is at least so long, is one paragraph."""
_SHORT, _FULL = 0.5, 0.8
"""A line below the first share of the width ends its paragraph; one above the second goes on with its sentence."""
_WORD = re.compile(r"\S+")
_BULLET = re.compile(r"\s*(?:[-*\u2022\u25cf\u2013]\s+|\(?\d{1,2}[.)]\s+)")


class Line(msgspec.Struct, frozen=True):
    """One line that is not blank: its span without outer blanks, its indent, and whether a blank line stands before."""

    start: int
    end: int
    indent: int
    gap: bool


class Paragraph(msgspec.Struct, frozen=True):
    """Lines that belong together, and their text with single blanks instead of line breaks."""

    lines: tuple[Line, ...]
    text: str

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.lines[-1].end

    @property
    def gap(self) -> bool:
        """Whether a blank line stands before it."""
        return self.lines[0].gap


def split_lines(text: str) -> list[Line]:
    """The lines that are not blank."""
    lines: list[Line] = []
    previous = -1
    for match in _LINE.finditer(text):
        bare = match.group().strip()
        if not bare:
            continue
        start = match.start() + match.group().index(bare)
        breaks = text.count("\n", previous, start) if previous >= 0 else 2
        lines.append(Line(start, start + len(bare), start - match.start(), breaks > 1))
        previous = start + len(bare)
    return lines


def join_paragraphs(text: str, lines: list[Line]) -> list[Paragraph]:
    """Join what a fixed line width has broken; a text without one has a paragraph in every line."""
    width = _find_width(lines)
    if width is None:
        return [_make_paragraph(text, [line]) for line in lines]
    paragraphs: list[Paragraph] = []
    for run in _split_runs(text, lines):
        loose = _is_wrapped_run(run, width)
        group = [run[0]]
        for line in run[1:]:
            if not _continues(text, group[-1], line, width, loose=loose):
                paragraphs.append(_make_paragraph(text, group))
                group = []
            group.append(line)
        paragraphs.append(_make_paragraph(text, group))
    return paragraphs


def _split_runs(text: str, lines: list[Line]) -> list[list[Line]]:
    """Lines up to the next blank line, bullet or indent: no paragraph reaches across these."""
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or line.gap or _BULLET.match(text, line.start, line.end) or not _fits(text, runs[-1], line):
            runs.append([])
        runs[-1].append(line)
    return runs


def _fits(text: str, run: list[Line], line: Line) -> bool:
    """Whether the indent lets the line go on: only the first may be indented, or with a bullet all but the first."""
    last = run[-1]
    if line.indent > last.indent:
        return len(run) == 1 and _BULLET.match(text, run[0].start, run[0].end) is not None
    return line.indent == last.indent or len(run) == 1


def _is_wrapped_run(run: list[Line], width: int) -> bool:
    """Whether nearly all lines but the last are long, so that a shorter one is an accident of words."""
    long = sum(line.indent + line.end - line.start >= _LONG * width for line in run[:-1])
    return len(run) >= _MIN_RUN and long >= _MIN_LONG * (len(run) - 1)


def _make_paragraph(text: str, lines: list[Line]) -> Paragraph:
    return Paragraph(tuple(lines), " ".join(text[line.start : line.end] for line in lines))


def _find_width(lines: list[Line]) -> int | None:
    """The width at which the text was wrapped, or null: the longest line, if many others come near it."""
    lengths = sorted((line.indent + line.end - line.start for line in lines), reverse=True)
    while len(lengths) > 8 and lengths[0] > _MAX_WIDTH and lengths[len(lengths) // 50 + 1] <= _MAX_WIDTH:
        lengths.pop(0)
    if len(lengths) < 3 or not _MIN_WIDTH <= lengths[0] <= _MAX_WIDTH:
        return None
    near = sum(length >= lengths[0] - _NEAR for length in lengths)
    return lengths[0] if near >= max(3, _MIN_FULL * len(lengths)) else None


def _continues(text: str, last: Line, line: Line, width: int, *, loose: bool) -> bool:
    """Whether a line goes on with the paragraph of the one before: its first word did not fit there."""
    length = last.indent + last.end - last.start
    if length < _SHORT * width or (
        line.end - line.start < _LONG * width and _stands_alone(text[line.start : line.end])
    ):
        return False
    if loose or text[line.start].islower():
        return True
    own = text[last.start : last.end]
    if length >= _FULL * width and own[-1] not in '.!?:"':
        return True
    word = _WORD.match(text, line.start)
    return length + 1 + (len(word.group()) if word else 0) > width - 2


def _stands_alone(text: str) -> bool:
    """Whether a line is no continuation whatever stands before it: a byline or a date."""
    return is_byline(text) or is_date_line(text)
