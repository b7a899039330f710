"""Which language a text is in; null where the text is too short to tell."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["detect_language"]

_SAMPLE = 2_000
"""Characters that are looked at; more do not change the answer and cost time."""
_MIN_LETTERS, _MIN_FOREIGN = 60, 20
"""Below this many letters the detector guesses, so only plain signs of English count; other scripts are told sooner."""
_MIN_PROBABILITY, _MIN_PROBABILITY_FOREIGN = 0.9, 0.7
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_ENGLISH_WORDS = """
    the of and to in a is that for it was on with as by at from his he her she be are were has have had an
    this not but they their which who will would been its after said more than no one two we you i or if
    when there all what about into over against could can up out other some them these also did him our my
    so do
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
"""The commonest English function words. "in", "a", "he", "her" and others also exist elsewhere, which is why a share of
them is asked for and not one."""
_MIN_SHARE = 0.3
_MIN_WORDS = 5


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the text's language, or null.

    The text is lower-cased first: the detector has learnt from mixed case, and reads capitals as something else.
    """
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    if not words:
        return None
    share = sum(word in _ENGLISH for word in words) / len(words)
    letters = sum(map(len, words))
    foreign = sum(word[0] > "\u036f" for word in words) > len(words) / 2
    if letters < (_MIN_FOREIGN if foreign else _MIN_LETTERS):
        return "en" if share >= _MIN_SHARE and len(words) >= _MIN_WORDS else None
    if share >= _MIN_SHARE:
        return "en"
    code, probability = _load_identifier().classify(" ".join(words))
    return str(code) if probability >= (_MIN_PROBABILITY_FOREIGN if foreign else _MIN_PROBABILITY) else None


@cache
def _load_identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads numpy and a 5 MB model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
