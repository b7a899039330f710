"""Whether words foretell something, or promise, threaten, order or plan it: the text's own words decide."""

from __future__ import annotations

import re
from typing import Final

from averral.analysis.forecasts.chance import find_chance, mask_marks
from averral.records.forecast import ForecastKind

__all__ = ["is_forward", "read_kind", "tell_kind"]

_ASKING: Final = re.compile(
    r"\b(?:ask|wonder|inquir|enquir|urg(?:e|ing)|call(?:s|ed|ing)? (?:on|for|upon)|invit|request|demand|appeal|beg"
    r"|advis|propos|recommend|declin|refus|did not say|plead|would like|wish|want|doubt|thank|fail)\w*"
)
_COMMITTING: Final = re.compile(
    r"\b(?:promis|pledg|vow|threat|plan|intend|intention|order|decree|swear|swore|sworn|undert[ao]k|commit|offer|agree"
    r"|resolv|decid|decision|prepar|assur|aim)\w*"
)
_FORETELLING: Final = re.compile(
    r"\b(?:expect|predict|prediction|forecast|fores(?:ee|aw)|foret(?:ell|old)|anticipat|prophes|warn|project|bet|fear"
    r"|envisag|envision|prognos)\w*"
)
_HOPING: Final = re.compile(r"\bhop(?:e|es|ed|ing)\b")
_HOPED: Final = re.compile(r"\b(?:i|we) (?:only |do |very much )?(?:hope|wish|doubt)\b")
_SAYING: Final = re.compile(
    r"\b(?:say|said|tell|told|announc|add|insist|stat|declar|report|confirm|wrote|writ|maintain|assert|stress|indicat|signal"
    r"|reveal|disclos|explain|answer|repl|according|estimat|calculat|conclud|inform|notif)\w*"
)
_FUTURE: Final = re.compile(
    r"\b(?:will|shall|won['’]t)\b|['’]ll\b"
    r"|\b(?:is|are|was|were|am|be|been|['’]s|['’]re|['’]m)\s+(?:not\s+)?(?:going|due|set|expected|scheduled|bound"
    r"|poised|about|(?:very |most |highly )?(?:un)?likely|certain|sure|doomed|destined)\s+to\b"
    r"|\b(?:is|are)\s+to\s+(?:be\s+(?!found\b|seen\b|noted\b|feared\b|welcomed\b)|have|take|begin|open|close|meet|vote|leave|return|start|resume|decide|appear|hold)\b"
)
_RELATIVE: Final = re.compile(r"\b(?:what|who|whom|which|when|where|why|how|whether)\s+(?:\w+\s+)?$")
_WOULD: Final = re.compile(
    r"\b(?:would|['’]d)\b(?!\s+(?:not\s+|also\s+)?(?:like|have|rather|ask|prefer|love|hate|wish|ve)\b)"
)
_FIRST: Final = re.compile(r"\b(?:i|we)(?:\s+(?:will|shall|won['’]t|am going to|are going to)\b|['’]ll\b)")
_TALK: Final = re.compile(r"\byou\s+(?:will|['’]ll|may)\s+(?:ask|say|remember|recall|see|notice|find|forgive|know)\b")
_TO_DO: Final = re.compile(r"\A\W*(?:not\s+)?to\s+(?!have\b)\w+")
_AHEAD: Final = re.compile(
    r"\b(?:before|by|until|within|in the (?:next|coming)|over the (?:next|coming)|next|tomorrow|soon"
    r"|this (?:year|month|week))\b"
)
_NOW: Final = re.compile(r"\b(?:is|are|remains?|see|sees|seems?|looks?|['’]s)\b")


def read_kind(text: str, cue: str | None, *, first: bool, own: bool) -> ForecastKind | None:
    """Prediction, intention, or null where the words only ask, refuse, doubt, or speak of no time to come.

    `cue` is the cue of the attribution and null for what the author says; `first` says that the words stand next to
    it, and `own` that the one who shall act is the source itself. After a verb of saying "would" is the future of what
    was said; elsewhere it is not.
    """
    masked, credited = mask_marks(text), (cue or "").lower()
    if _is_no_forecast(masked, credited):
        return None
    goal = first and bool(_TO_DO.match(masked))
    if _HOPING.search(credited):
        return "intention" if goal else None
    promised = bool(_COMMITTING.search(credited))
    marked = _is_marked(masked, would=any(cues.search(credited) for cues in (_SAYING, _COMMITTING, _FORETELLING)))
    if promised:
        return "intention" if goal or marked else None
    if first and _FORETELLING.search(credited):
        return "prediction"
    if marked:
        return "intention" if own or _FIRST.search(masked) else "prediction"
    return "prediction" if is_forward(text) else None


def is_forward(text: str) -> bool:
    """Whether the words give a chance to something ahead without the future tense ("is unlikely before May")."""
    masked = mask_marks(text)
    now = bool(_NOW.search(masked)) or "no chance" in masked
    return now and bool(_AHEAD.search(masked)) and find_chance(text) is not None


def tell_kind(kind: ForecastKind, cue: str | None) -> str:
    """Why it is in the ledger."""
    if kind == "intention":
        promised = cue and (_COMMITTING.search(cue.lower()) or _HOPING.search(cue.lower()))
        return f"promised, threatened, ordered or planned: “{cue}”" if promised else "the source's own action to come"
    return f"foretold: “{cue}”" if cue else "foretold in the author's own words"


def _is_no_forecast(masked: str, credited: str) -> bool:
    """A question, a wish, a refusal, or a manner of speaking ("you will remember")."""
    question = masked.rstrip(" \"'”’)").endswith("?")
    return question or bool(_TALK.search(masked) or _HOPED.search(masked) or _ASKING.search(credited))


def _is_marked(masked: str, *, would: bool) -> bool:
    if any(not _RELATIVE.search(masked, 0, match.start()) for match in _FUTURE.finditer(masked)):
        return True
    return would and any(not _RELATIVE.search(masked, 0, match.start()) for match in _WOULD.finditer(masked))
