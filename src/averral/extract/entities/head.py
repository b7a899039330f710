"""Whether a name is all of a phrase but for what is said of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.extract.entities.form import ARTICLES, clean_form, form_words

if TYPE_CHECKING:
    from averral.records import Span

__all__ = ["is_head"]

AFTER_HEAD = re.compile(r"\s*(?:,|\(|(?:in|of|at|on|for|from|near|whose|which|who|that)\b)")


def is_head(text: str, name: Span, phrase: Span, words: tuple[str, ...]) -> bool:
    """Whether a phrase, with its words, is a name, or the name with something behind ("the Guard, whose …")."""
    if form_words(clean_form(text[name.start : name.end])) == words:
        return True
    before = text[phrase.start : name.start].split()
    return all(w.lower() in ARTICLES for w in before) and AFTER_HEAD.match(text[name.end : phrase.end]) is not None
