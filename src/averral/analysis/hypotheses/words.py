"""Words for likelihood and for confidence, which are two things and never share a sentence (ICD 203)."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from averral.errors import InputError

__all__ = [
    "LIKELIHOOD_WORDS",
    "Confidence",
    "LikelihoodWord",
    "tell_confidence",
    "tell_judgement",
    "tell_likelihood",
    "word_likelihood",
]

Confidence = Literal["low", "moderate", "high"]
"""How well a judgement is founded: sources and reasoning, not how likely the thing is."""


class LikelihoodWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word of the scale, its synonym, and the percents that it stands for, from `low` up to `high`."""

    word: str
    synonym: str
    low: int
    high: int


def _word(word: str, synonym: str, low: int, high: int) -> LikelihoodWord:
    return LikelihoodWord(word=word, synonym=synonym, low=low, high=high)


LIKELIHOOD_WORDS: Final[tuple[LikelihoodWord, ...]] = (
    _word("almost no chance", "remote", 1, 5),
    _word("very unlikely", "highly improbable", 5, 20),
    _word("unlikely", "improbable", 20, 45),
    _word("roughly even chance", "roughly even odds", 45, 55),
    _word("likely", "probable", 55, 80),
    _word("very likely", "highly probable", 80, 95),
    _word("almost certain", "nearly certain", 95, 99),
)
"""Intelligence Community Directive 203, Analytic Standards (2015), section D.6.e (2)(a)."""

_DIGITS = 9


def word_likelihood(share: float) -> LikelihoodWord | None:
    """The word of ICD 203 for a share from 0 to 1; a share where two words meet has the upper one.

    Null below 1 and above 99 percent, for which the directive has no words.

    Raises:
        InputError: no share from 0 to 1.
    """
    if not 0 <= share <= 1:
        raise InputError(f"a likelihood is from 0 to 1, not {share:g}")
    percent = round(share * 100, _DIGITS)
    if percent > LIKELIHOOD_WORDS[-1].high:
        return None
    return next((word for word in reversed(LIKELIHOOD_WORDS) if word.low <= percent), None)


def tell_likelihood(subject: str, share: float) -> str:
    """One sentence on how likely something is, with the number and the range of the word; nothing on confidence."""
    word, percent = word_likelihood(share), f"{share * 100:.3g} percent"
    if word is None:
        return f"{subject}: {percent}, for which ICD 203 has no word."
    return f"{subject}: {word.word}, {percent} (ICD 203: {word.low} to {word.high} percent)."


def tell_confidence(confidence: Confidence, reason: str = "") -> str:
    """One sentence on how well a judgement is founded; nothing on how likely anything is."""
    return f"Confidence in this judgement: {confidence}{f', as {reason}' if reason else ''}."


def tell_judgement(subject: str, share: float, confidence: Confidence | None, reason: str = "") -> tuple[str, ...]:
    """The sentences of a judgement, each with likelihood or confidence and none with both (ICD 203, D.6.e (2)(b)).

    `reason` is left out where it speaks of likelihood itself. A confidence that nobody has set is not told.
    """
    likelihood = tell_likelihood(subject, share)
    if confidence is None:
        return (likelihood,)
    return likelihood, tell_confidence(confidence, "" if _speaks_of_likelihood(reason) else reason)


def _speaks_of_likelihood(text: str) -> bool:
    small = text.lower()
    return any(form in small for word in LIKELIHOOD_WORDS for form in (word.word, word.synonym)) or "%" in small
