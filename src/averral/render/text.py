"""Filters that turn untrusted words and plain numbers into what a reader sees."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

__all__ = ["clip", "count", "percent", "plain", "show"]

_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, which HTML forbids; bidirectional embeddings, overrides and isolates (UAX 9), which can make a line show
other words than it holds; lone surrogates, which UTF-8 cannot hold."""
_ELLIPSIS = "…"


def show(words: str) -> Markup:
    """The words, escaped; a character that cannot or must not act on the page stands there by its code point."""
    escaped = escape(words)
    if _UNSHOWABLE.search(escaped) is None:
        return escaped
    return Markup(_UNSHOWABLE.sub(_name_character, str(escaped)))  # noqa: S704 - escaped above, and the rest is ours


def plain(words: str) -> str:
    """The same for the value of an attribute, which can hold no elements; the environment escapes the rest."""
    return _UNSHOWABLE.sub(lambda found: f"U+{ord(found.group()):04X}", words)


def clip(words: str, length: int) -> str:
    """At most `length` characters, cut at a space where there is one, with an ellipsis for what is left out."""
    if len(words) <= length:
        return words
    kept = words[:length]
    at_space = kept.rpartition(" ")[0]
    return (at_space if len(at_space) > length // 2 else kept).rstrip(" ,;:") + _ELLIPSIS


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun in the right form: 1 source, 12,345 sources."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share of one as a whole percentage; what is not nothing is never shown as nothing."""
    if 0 < share < 0.01:
        return "under 1\u202f%"
    return f"{share * 100:.0f}\u202f%"


def _name_character(found: re.Match[str]) -> str:
    code = f"U+{ord(found.group()):04X}"
    return f'<span class="hidden-character" title="hidden character {code}">{code}</span>'
