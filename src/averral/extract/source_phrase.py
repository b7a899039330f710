"""The whole phrase for who speaks, where the tagger lost its end: "hospital and [port officials] said"."""

from __future__ import annotations

import re

from averral.records import Span

__all__ = ["whole_source"]

LOOSE_END = re.compile(
    r"(?:[\s,]+(?:and|or|of|the|an?|in|at|on|from|for|with|by|to|as|who|that|which))+$", re.IGNORECASE
)
"""Words that no phrase for a speaker ends with."""
REST = re.compile(r"\s+(?:[\w'’-]+\s+){1,4}")
HEAD = re.compile(
    r"\s+(?:officials?|sources?|officers?|authorities|forces|spokes(?:man|woman|person|men|people)|minister|ministry|agency|chief|leaders?|"
    r"members?|commanders?|workers|residents|witnesses|survivors)\s+",
    re.IGNORECASE,
)
QUOTES = {'"': '"', "“": "”"}


def whole_source(text: str, source: Span, cue: Span | None) -> Span:
    """The source with what stands between its loose end and the cue; without a cue behind it, without the loose end."""
    words = text[source.start : source.end]
    loose = LOOSE_END.search(words)
    gap = text[source.end : cue.start] if cue is not None and cue.start > source.end else ""
    if (REST if loose else HEAD).fullmatch(gap) and "\n\n" not in gap:
        return Span(source.start, source.end + len(gap.rstrip()))
    end = source.start + loose.start() if loose and loose.start() else source.end
    return Span(source.start, _without_quote(text, source.start, end))


def _without_quote(text: str, start: int, end: int) -> int:
    """The end, before a quotation mark that nothing in the phrase opens."""
    last, words = text[end - 1], text[start : end - 1]
    opens = any(opening in words for opening, closing in QUOTES.items() if closing == last)
    return end - 1 if last in QUOTES.values() and not opens and words.strip() else end
