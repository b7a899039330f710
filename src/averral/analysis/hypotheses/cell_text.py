"""Cells of a table that a spreadsheet program opens: none of them may run as a formula."""

from __future__ import annotations

import re

__all__ = ["guard_cell", "unguard_cell"]

_RISKY = r"(?:\s*[=+\-@＝＋－＠]|[\t\r\n])"
_OPEN = re.compile(rf"'*{_RISKY}")
_GUARDED = re.compile(rf"'+{_RISKY}")


def guard_cell(text: str) -> str:
    """Put an apostrophe before what a spreadsheet may take for a formula: =, +, -, @ (wide too), tab, line break.

    The signs are those of OWASP, "CSV Injection". A cell that has such apostrophes already gets one more, so that
    `unguard_cell` gives back every text as it was.
    """
    return f"'{text}" if _OPEN.match(text) else text


def unguard_cell(text: str) -> str:
    """The text that `guard_cell` was given."""
    return text[1:] if _GUARDED.match(text) else text
