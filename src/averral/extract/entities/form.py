"""The words that name or describe a thing, and what may be left out of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["ARTICLES", "DEFINITE", "TITLES", "acronym_of", "clean_form", "form_words", "without_titles"]

ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that", "these", "those"})
DEFINITE = frozenset({"the", "this", "that"})
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "sir", "gen", "col", "lt", "capt", "maj", "sgt", "sen", "rep", "gov",
    "president", "general", "colonel", "major", "captain", "minister", "judge", "professor", "sheikh",
})  # fmt: skip
SMALL = frozenset({"of", "the", "and", "for", "in", "de", "la", "del", "y"})
WORD = re.compile(r"\w+(?:[’'\-.]\w+)*", re.UNICODE)
POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


def form_words(form: str) -> tuple[str, ...]:
    """The words of a form in small letters, without a possessive ending."""
    return tuple(w.lower() for w in WORD.findall(POSSESSIVE.sub("", form)))


def clean_form(form: str) -> str:
    """A form on one line, without marks around it, a possessive ending, or the article before it."""
    form = POSSESSIVE.sub("", " ".join(form.split()).strip(" ,;:.\"“”'‘’()"))
    return form[4:] if form[:4] in ("the ", "The ", "THE ") else form


def acronym_of(words: Sequence[str]) -> str:
    """The first letters of the words that count."""
    return "".join(w[0] for w in words if w not in SMALL)


def without_titles(words: Iterable[str]) -> list[str]:
    """The words that are no titles."""
    return [w for w in words if w not in TITLES]
