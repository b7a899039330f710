"""Whether letters are the acronym of words."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_acronym_of", "list_acronyms"]

_MOST_WORDS = 14
_ARTICLES = frozenset({"al", "el", "ul"})
"""Arabic articles, which some acronyms count and others leave out."""
_PIECES = (1, 2, 3)


def list_acronyms(words: Sequence[str], weak: frozenset[str]) -> frozenset[str]:
    """The first letters of all words, and of those that are not weak ("of", "the"); none for a single strong word."""
    if len(words) > _MOST_WORDS:
        return frozenset()
    choices = (words, _without(words, weak), _without(words, weak - _ARTICLES))
    return frozenset("".join(word[0] for word in some) for some in choices if len(some) > 1)


def _without(words: Sequence[str], weak: frozenset[str]) -> list[str]:
    return [word for word in words if word not in weak]


def is_acronym_of(letters: str, words: Sequence[str], weak: frozenset[str]) -> bool:
    """Whether each strong word in turn gives the next letter, and a weak one may.

    Acronyms of four letters and more may take up to three from a word ("Benelux").
    """
    if len(letters) < 2 or len(words) > _MOST_WORDS or len(_without(words, weak)) < 2:
        return False
    sizes = _PIECES if len(letters) > 3 else _PIECES[:1]
    reached = {0}
    for word in words:
        stepped = {at + size for at in reached for size in sizes if letters.startswith(word[:size], at)}
        reached = stepped | reached if word in weak else stepped
    return len(letters) in reached
