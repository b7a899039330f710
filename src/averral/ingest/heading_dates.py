"""The day on which a text was put out, where a line of its heading gives it among other things."""

from __future__ import annotations

import re

from averral.ingest.dates import iter_dates

__all__ = ["find_heading_date"]

_LINES = 12
"""Lines from the start, without empty ones, in which a heading is looked for."""
_LONG = 200
"""Characters of the longest line of a heading; a longer one is text, and so is all that follows."""
_SENTENCE = 6
"""Words from which on a line that ends in a full stop is text."""
_DAY = len("2000-01-01")
_END = re.compile(r"\.[\"”’)]*$")


def find_heading_date(text: str) -> str | None:
    """The last of the whole days that the heading names, as it may also name the day of what is told; null for none.

    The heading is what stands before the first line of prose: masthead, number, place and date, title, names. Where no
    prose comes within some lines there is no heading.
    """
    lines = [line.strip() for line in text[: _LINES * _LONG].splitlines() if line.strip()][: _LINES + 1]
    prose = next((place for place, line in enumerate(lines) if _is_prose(line)), None)
    days = [day for line in lines[:prose] for day in iter_dates(line) if len(day) == _DAY] if prose else []
    return max(days, default=None)


def _is_prose(line: str) -> bool:
    return len(line) > _LONG or (_END.search(line) is not None and len(line.split()) >= _SENTENCE)
