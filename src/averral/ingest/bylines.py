"""Lines that say who wrote, compiled, translated, posted or signed a report."""

from __future__ import annotations

import re

from averral.ingest.dates import find_date

__all__ = ["is_byline", "is_name", "is_sign_off"]

_NAME_WORD = (
    r"(?:[A-Z\u00c0-\u00de][\w\u00c0-\u017f'\u2019-]*\.?|[A-Z]\.(?:[A-Z]\.)*|de|da|del|van|von|der|den|bin|ibn|"
    r"al|el|la|le)"
)
_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,3}}"
_NAMES = rf"{_NAME}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s*,\s*and\s+|\s+with\s+|\s+in\s+|\s+for\s+|\s*/\s*){_NAME}){{0,7}}"
_VERBS = (
    r"(?:story|words|text|report(?:ing|ed)?|written|compiled|edited|translated|posted|photographs?|analysis|"
    r"opinion|interview|comment|additional reporting|graphics?|submitted)"
)
_BY = re.compile(
    rf"^\W{{0,2}}(?:{_VERBS}\s+)?by:?\s+(?:the\s+)?{_NAMES}(?:\s*[,|(\u2013\u2014-]\s*.{{0,60}}|"
    rf"\s+on\s+\d.{{0,40}}|\s+in\s+.{{0,30}}|\s+\d.{{0,30}})?\W{{0,2}}$",
    re.IGNORECASE,
)
_BY_CASED = re.compile(
    rf"^\W{{0,2}}(?i:(?:{_VERBS}\s+)?by):?\s+(?:the\s+|our\s+)?(?:{_NAME}|(?i:staff\b.*|agencies\b.*|"
    rf"agency\b.*|correspondents?\b.*|.{{0,20}}\breporters?\b.*))"
)
_COMPILED = re.compile(
    r"^(?:(?:compiled|translated|edited|written|reported)\s+by|compiled\s+from)\s+.{2,60}$", re.IGNORECASE
)
_CREDIT = re.compile(
    r"^\(+\s*(?:additional\s+)?(?:reporting|writing|editing|compiled|translated|written)\s+by\b.*\)+\.?$|"
    r"^(?:additional\s+)?(?:reporting|writing|editing)\s+by\s+[A-Z].{2,160}$",
    re.IGNORECASE,
)
_FIXED = re.compile(
    r"^(?:staff (?:writer|reporter)s?|(?:from )?(?:our|a) (?:own |special |staff )?correspondent(?: in "
    r".{2,30})?|special to (?:the )?.{2,40}|"
    r"forwarded from .{2,50}|posted by \S{2,30}(?: on \d.{3,40}| at \d.{3,20})?|(?:author|writer|interview|"
    r"words|text|story|reporter|byline)\s*:\s*[A-Z].{1,80}|for the .{3,40}, .{3,40})$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"^(?:.{2,40}\s)?@[A-Za-z]\w{2,30}(?:\s*[\u00b7|\u2022-]\s*\S.{0,20})?$")
_MAIL = re.compile(r"^\(*\S+@\S+\.\w{2,}\)*$")
_SIGNED = re.compile(
    r"^(?:\(?signed\)?[:,]?\s+.{2,60}|yours(?: (?:etc|faithfully|sincerely|truly))?\.?,?|sincerely,?|"
    r"\[(?:editorial|commentary|article|report) by .{3,90}\])$",
    re.IGNORECASE,
)
_PLAIN_NAME = re.compile(rf"^{_NAME}(?:(?:\s+and\s+|\s*,\s*|\s*&\s*){_NAME}){{0,3}}$")
_NO_NAME_WORDS = """
    the a an on at to by from after before over under with without who what when where why how is are was
    were be been not no new more most all as if it its this that these those his her their our your we they
    he she said says say will would can could
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_MAX = 170


def is_byline(text: str) -> bool:
    """Whether the line names the author in a way that holds anywhere on the page."""
    if len(text) > _MAX:
        return False
    if _CREDIT.match(text) or _SIGNED.match(text) or _MAIL.match(text):
        return True
    if len(text) > 110 or (text.endswith((".", "?", "!")) and not text.lower().endswith((" jr.", " sr."))):
        return False
    if _FIXED.match(text) or _HANDLE.match(text) or _COMPILED.match(text):
        return True
    name, bar, rest = text.partition("|")
    if bar and find_date(rest) is not None and is_name(name.strip()):
        return True
    return _BY_CASED.match(text) is not None and _BY.match(text) is not None


def is_name(text: str) -> bool:
    """Whether the line could be one to four names and nothing else; only its place tells whether it is a byline."""
    bare = re.split(
        r"\s*[,|]\s+(?=[a-z\d]|(?:\d{1,2} )?[A-Z][a-z]+ (?:correspondent|reporter|editor))|\s*\|\s*|\s+\(",
        text,
        maxsplit=1,
    )[0].strip("*_ ")
    words = bare.split()
    if not 2 <= len(words) <= 9 or len(bare) > 70 or bare[-1:] in ".?!:;\"'":
        return False
    if any(word.lower().strip(",") in _NO_NAME for word in words):
        return False
    return _PLAIN_NAME.match(bare) is not None


def is_sign_off(text: str) -> bool:
    """Whether the line opens a signature, as under a letter; the short lines after it belong to it."""
    return _SIGNED.match(text) is not None
