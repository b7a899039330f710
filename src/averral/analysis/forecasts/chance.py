"""How surely a text foretells: a percent said of a chance, or a word of likelihood; never a number of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from averral.analysis.hypotheses import LIKELIHOOD_WORDS
from averral.records.forecast import Chance

__all__ = ["find_chance", "mask_marks"]

_NUMBER: Final = r"(\d{1,3}(?:\.\d+)?)"
_PERCENT: Final = rf"{_NUMBER}(?:\s*(?:-|–|to|and)\s*{_NUMBER})?\s*(?:%|per\s?cent\b)"
_NOUN: Final = r"(?:chances?|probability|likelihood|odds|risk|confidence|certainty)"
_ADVERB: Final = r"(?:(?:very|highly|most|quite|extremely|fairly|almost|nearly|virtually|not)[\s-]+)?"
_LIKELY: Final = rf"{_ADVERB}(?:un)?(?:likely|probabl[ey]|improbable|certain(?:ly)?)"
_ABOUT: Final = r"(?:about |around |roughly |some |put at |just )?"
_BOUND: Final = r"(?P<bound>less than |fewer than |more than |at least |at most |under |over |below |above )?"
_SAID_OF: Final = rf"{_BOUND}\b{_PERCENT}[\s-]+(?:{_NOUN}|likely|certain|sure|confident)\b"
_IS: Final = rf"\b{_NOUN}\b[^.;:]{{0,60}}?\b(?:is|are|was|were|at|as)\s+{_ABOUT}{_BOUND}{_PERCENT}"
_PERCENTS: Final = (
    re.compile(rf"{_LIKELY}\s*[(,]\s*(?P<bound>){_ABOUT}{_PERCENT}\s*\)?"),
    re.compile(_SAID_OF),
    re.compile(_IS),
    re.compile(rf"\b{_NOUN}\s+of\s+(?P<bound>){_ABOUT}{_PERCENT}"),
)
_WORDS_TO_TEN: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTS: Final = {word: number for number, word in enumerate(_WORDS_TO_TEN, 1)} | {"twenty": 20, "hundred": 100}
_COUNT: Final = "|".join((*_COUNTS, r"\d{1,4}"))
_ODDS: Final = re.compile(rf"\b(?:a\s+)?({_COUNT})[\s-]+in[\s-]+(?:a\s+)?({_COUNT})\s+{_NOUN}\b")
_EVEN: Final = re.compile(r"\b(?:fifty[\s-]fifty|50[\s-]50|50/50)\b")

_UPPER: Final = frozenset({"less than ", "fewer than ", "at most ", "under ", "below "})
_BY_WORD: Final = {form: (word.low, word.high) for word in LIKELIHOOD_WORDS for form in (word.word, word.synonym)}
_FORMS: Final = {
    **_BY_WORD,
    **dict.fromkeys(("little chance", "hardly any chance"), _BY_WORD["very unlikely"]),
    **dict.fromkeys(("highly unlikely", "most unlikely", "extremely unlikely"), _BY_WORD["very unlikely"]),
    **dict.fromkeys(("not likely", "not probable"), _BY_WORD["unlikely"]),
    **dict.fromkeys(("as likely as not", "even chance", "even odds"), _BY_WORD["roughly even chance"]),
    "probably": _BY_WORD["likely"],
    **dict.fromkeys(("highly likely", "most likely", "most probably"), _BY_WORD["very likely"]),
    **dict.fromkeys(("almost certainly", "virtually certain", "nearly certainly"), _BY_WORD["almost certain"]),
    "more likely than not": (50, 100),
}
"""Percents of words: those of ICD 203, and forms of everyday English that say the same as one of its words."""
_WORDS: Final = re.compile(
    r"\b(?:" + "|".join(re.escape(form) for form in sorted(_FORMS, key=lambda form: (-len(form), form))) + r")\b"
)
_PREDICATE: Final = re.compile(
    r"\s*(?:$|[.,;:()]|(?:to|that|by|before|within|in|on|at|until|after|this|next|of|for|if|unless|than|not|as|be)\b)"
)
_BARE: Final = frozenset({"likely", "unlikely", "probable", "improbable", "remote"})
"""Words that, before a noun, say what it is like ("the likely winner") and not how likely a thing is."""


def mask_marks(text: str) -> str:
    """Small letters, with marks of emphasis as spaces, so that every character stays in its place."""
    small = text.lower()
    return re.sub(r"[*_]", " ", small if len(small) == len(text) else text)


def find_chance(text: str) -> Chance | None:
    """The one measure of chance in a text; null where there is none, or where there are several that differ.

    Numbers come before words, as "likely (65 percent)" means the number. A percent counts only where it is said of a
    chance, odds, likelihood or certainty. Words have the ranges of ICD 203 (2015), whoever uses them.
    """
    masked = mask_marks(text)
    for find in (_iter_numbers, _iter_words):
        found = {(low, high): Chance(low=low, high=high, wording=words) for low, high, words in find(text, masked)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _iter_numbers(text: str, masked: str) -> Iterator[tuple[float, float, str]]:
    for pattern in _PERCENTS:
        for match in pattern.finditer(masked):
            low, high = float(match[2]), float(match[3] or match[2])
            if low <= high <= 100:
                yield *_bound(match["bound"], low / 100, high / 100), _cut(text, match)
    for match in _ODDS.finditer(masked):
        part, whole = (float(_COUNTS.get(word, 0) or word) for word in match.groups())
        if 0 < part <= whole:
            yield part / whole, part / whole, _cut(text, match)
    for match in _EVEN.finditer(masked):
        yield 0.5, 0.5, _cut(text, match)


def _bound(bound: str | None, low: float, high: float) -> tuple[float, float]:
    if not bound:
        return low, high
    return (0.0, high) if bound in _UPPER else (low, 1.0)


def _iter_words(text: str, masked: str) -> Iterator[tuple[float, float, str]]:
    for match in _WORDS.finditer(masked):
        if match[0] in _BARE and not _is_predicate(masked, match):
            continue
        low, high = _FORMS[match[0]]
        yield low / 100, high / 100, _cut(text, match)


def _is_predicate(masked: str, match: re.Match[str]) -> bool:
    auxiliary = masked[: match.start()].split()[-1:]
    return bool(_PREDICATE.match(masked, match.end())) or auxiliary in (["will"], ["would"])


def _cut(text: str, match: re.Match[str]) -> str:
    return " ".join(re.sub(r"[*_]", " ", text[match.start() : match.end()]).split()).strip(" (,")
