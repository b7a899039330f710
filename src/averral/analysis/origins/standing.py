"""Passages that are no report's own though two have them: lists and forms, sign-ups and notices, closing lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

__all__ = ["closes_both", "fills_form", "says_something"]

DIFFERENT: Final = 8
"""Different words that a passage must have."""
PLAIN: Final = 3
"""Different words in small letters, of four or more, that a short one must have if it is not all in capitals."""
SHORT: Final = 25
"""Words from which on a passage of names is more than a title or an address."""
CLOSING: Final = 60
"""Words up to which a passage may be a sign-up or a legal notice, or a note on the author behind two texts."""
FILLED: Final = 2
"""Names of the one that stand in the places of other names of the other, from which on both fill one form."""
REST: Final = 5
"""How many times as long as its closing lines a text is that has something else to say."""
_WORDS = re.compile(r"[^\W_]+")
_STANDING = re.compile(
    r"\bunsubscribe\b|\bsubscribe (?:here|now|today|to our)\b|\bsign(?:ing)? up (?:here|below|to receive|for our)\b|"
    r"\bclick (?:here|below|on)\b|\b(?:our|daily|weekly|free) newsletter\b|"
    r"\ball rights reserved\b|\b(?:by mistake|in error),? please\b|\bthis (?:e-?mail|message|transmission) "
    r"(?:is|may be|contains?) (?:strictly )?(?:confidential|privileged|intended)\b|"
    r"^editor[’']?s?\s+note\b|^your (?:daily|weekly|morning|evening) (?:look|guide|briefing)\b|\byour daily look at\b",
    re.IGNORECASE,
)
"""As in "you can unsubscribe at any time", "this message is confidential"."""


def says_something(passage: str) -> bool:
    """Whether a passage tells of anything: a calendar, a table, a list of names or a legal notice does not.

    Half of its words at least have more than two letters, and enough of these differ and are no names.
    """
    words = _WORDS.findall(passage)
    long = [word.casefold() for word in words if len(word) > 2 and not word.isdigit()]
    if len(long) < len(words) / 2 or len(set(long)) < DIFFERENT:
        return False
    if len(words) <= CLOSING and _STANDING.search(passage):
        return False
    plain = {word for word in words if word.islower() and len(word) > 3}
    return len(words) >= SHORT or passage.isupper() or len(plain) >= PLAIN


def closes_both(words: int, ends: tuple[int, int], lengths: tuple[int, int]) -> bool:
    """Whether the only passage that two texts share, given by its words and its ends in words, is how both close.

    Notes on authors and series stand there; what a report has from another stands before them.
    """
    at_end = all(length - end <= 1 for end, length in zip(ends, lengths, strict=True))
    return at_end and words <= CLOSING and REST * words <= min(lengths)


def fills_form(one: str, two: str) -> bool:
    """Whether two passages are one sentence filled in twice: the words are the same, and the names in them are others.

    Longer passages are not looked at; nor are those in capitals, where names show in nothing.
    """
    a, b = _WORDS.findall(one), _WORDS.findall(two)
    if max(len(a), len(b)) > CLOSING or one.isupper() or two.isupper():
        return False
    changes = [op for op in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if op[0] != "equal"]
    named = [op for op in changes if op[0] == "replace" and _are_names([*a[op[1] : op[2]], *b[op[3] : op[4]]])]
    return len(named) >= FILLED and len(named) >= len(changes) / 2


def _are_names(words: Sequence[str]) -> bool:
    return all(word[0].isupper() or word[0].isdigit() for word in words) and any(word[0].isupper() for word in words)
