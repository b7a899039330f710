"""Chinese syllables in the spelling of Wade and Giles, and which pinyin they may stand for.

Print drops the apostrophes that tell t from t', so one syllable stands for several: "teng" for deng and for teng.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["is_chinese", "is_wade_giles_of"]

_INITIALS = {
    "hs": "x", "ch": "(?:zh|j|ch|q)", "ts": "[zc]", "tz": "[zc]", "ss": "s", "sz": "s", "p": "[bp]", "t": "[dt]",
    "k": "[gk]", "j": "r",
}  # fmt: skip
_FINALS = {
    "ung": "ong", "iung": "iong", "ieh": "ie", "ien": "ian", "ih": "i", "ueh": "ue", "uei": "ui", "erh": "er",
    "eh": "e",
    "o": "(?:e|uo|o)", "u": "(?:u|i|ou)", "yu": "(?:you|yu)", "yen": "yan", "yeh": "ye", "i": "y?i", "in": "y?in",
    "ing": "y?ing",
}  # fmt: skip
_FINAL = (
    "iang|iung|iong|uang|ueng|ieh|iao|ien|ian|ing|uai|uei|ueh|uan|ung|ong|ang|eng|erh|eh|"
    "ai|ao|an|ei|en|er|ia|ie|in|iu|ih|ou|ua|ue|ui|un|uo|a|e|i|o|u"
)
_INITIAL = "zh|ch|sh|hs|ts|tz|ss|sz|[bpmfdtnlgkhjqxrzcsyw]"
_WHOLE = "yung|yuan|yueh|yen|yeh|yu"
_SYLLABLE = re.compile(f"(?P<whole>{_WHOLE})|(?P<initial>{_INITIAL})?(?P<final>{_FINAL})")
_WORD = re.compile(f"(?:{_WHOLE}|(?:{_INITIAL})?(?:{_FINAL}))+")
_LONGEST = 18


@lru_cache(maxsize=16384)
def is_chinese(plain: str) -> bool:
    """Whether a word can be cut into Chinese syllables of either spelling; many other short words can, too."""
    return len(plain) <= _LONGEST and _WORD.fullmatch(plain) is not None


@lru_cache(maxsize=16384)
def is_wade_giles_of(one: str, other: str) -> bool:
    """Whether one of two words may be the Wade–Giles spelling of the other."""
    return _pinyin(one).fullmatch(other) is not None or _pinyin(other).fullmatch(one) is not None


@lru_cache(maxsize=16384)
def _pinyin(plain: str) -> re.Pattern[str]:
    return re.compile("".join(_convert(found) for found in _SYLLABLE.finditer(plain[:_LONGEST])))


def _convert(syllable: re.Match[str]) -> str:
    whole, initial, final = syllable["whole"], syllable["initial"] or "", syllable["final"]
    if whole:
        return _FINALS.get(whole, whole.replace("ung", "ong"))
    ending = _FINALS.get(final, final)
    return _INITIALS.get(initial, initial) + (ending.removeprefix("y?") if initial else ending)
