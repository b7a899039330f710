"""What looks like a title and what looks like prose."""

from __future__ import annotations

import re

__all__ = ["count_words", "ends_sentence", "is_list_item", "is_prose", "is_title"]

_SENTENCE_END = re.compile(r"[.!?\u2026:][\"'\u201d\u2019\u00bb)\]*_]*$")
_STOP = re.compile(r"(?:[^.]\.|;|,|\u2026)[\"\u201d\u00bb)\]*_]*$")
_INNER_STOP = re.compile(r"[A-Za-z]{4,}[.!?][\"'\u201d\u2019]?\s+[A-Z\"\u201c]")
_START = re.compile(r"[\"'\u201c\u2018\u00ab(\[#*_\s\d.\u2026\u00bf\u00a1]*[A-Z\u00c0-\u00de\d]")
_LAST_WORD = re.compile(r"([A-Za-z'\u2019]+)\W*$")
_HANGING_WORDS = """
    a an the of in on at to for from by with and or but as that which who whose when where while is are was
    were be been has have had their his her its our my your this these those into over under between about
    against after before during than then not no very
"""
_HANGING = frozenset(_HANGING_WORDS.split())
_ITEM = re.compile(r"^\s*(?:[-*\u2022\u25cf\u2013]\s+|\(?[a-z\d]{1,2}[.)]\s+)\S")
_SPEAKER = re.compile(r"(?:[QA]:\s+\S|[A-Z][A-Z .'-]{2,24}:\s+[A-Z\"\u201c]?[a-z]|\[[A-Z][A-Za-z .'-]{2,40}\]\s+\S)")
"""A turn in an interview or a transcript."""
_LEADS_IN = re.compile(
    r"^(?!(?:what|how|who|why|which)\b).*\b(?:said|says|say|stated|states|wrote|writes|tweeted|reports?|"
    r"reported|continued|continues|added|adds|echoed|"
    r"replied|replies|asked|asks|told|declared|announced|explained|argued|noted|posted|responded|answered|"
    r"resolved|concluded|warned|claimed)\b[^.]{0,30}:$",
    re.IGNORECASE,
)
_MAX_TITLE = 120
_MAX_TITLE_WORDS = 18
_PROSE_WORDS = 15


def count_words(text: str) -> int:
    """Words between blanks."""
    return text.count(" ") + 1


def ends_sentence(text: str) -> bool:
    """Whether it ends as a sentence, a lead-in or a quotation does."""
    return _SENTENCE_END.search(text) is not None


def is_list_item(text: str) -> bool:
    """Whether it opens with a bullet or a number."""
    return _ITEM.match(text) is not None


def is_prose(text: str) -> bool:
    """Whether it is a sentence or more; a title with a question mark is not."""
    words = count_words(text)
    if words >= _PROSE_WORDS or _SPEAKER.match(text) is not None:
        return True
    if text.endswith(("?", "!")):
        return words > 12 or _INNER_STOP.search(text) is not None or text[:1] in '"\u201c'
    if text.endswith(":"):
        return words > 4 or _LEADS_IN.search(text) is not None
    return words >= 2 and (ends_sentence(text) or _INNER_STOP.search(text) is not None)


def is_title(text: str) -> bool:
    """Whether it could stand over something: short, opening like a sentence, not closing like one."""
    if len(text) > _MAX_TITLE or count_words(text) > _MAX_TITLE_WORDS:
        return False
    if _START.match(text) is None or _STOP.search(text) is not None or _INNER_STOP.search(text) is not None:
        return False
    last = _LAST_WORD.search(text)
    return last is None or last.group(1) not in _HANGING
