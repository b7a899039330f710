"""Datelines: the place, date and agency that open a report, and lines that hold nothing but a date."""

from __future__ import annotations

import re

from averral.ingest.dates import MONTH

__all__ = ["find_dateline_end", "is_date_line", "opens_dateline"]

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_TIME = (
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|IST|Z)\)?)?"
)
_DATE = (
    rf"(?:(?:{_DAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+\d{{2,4}}\b)?|"
    rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}}\b)?|"
    rf"\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|{MONTH}\s+\d{{4}})|{_DAY}|no date)"
)
_AGO = r"(?:\d+|an?)\s*(?:h(?:ours?)?|m(?:in(?:ute)?s?)?|d(?:ays?)?|weeks?|months?|years?)\s+ago"
_LABEL = (
    r"(?:first\s+)?(?:published|updated|last\s+(?:updated|modified|edited)|modified|posted|broadcast|date|"
    r"issued|created)(?:\s+(?:on|at))?\s*:?\s*"
)
_MOMENT = (
    rf"(?:{_DATE}(?:\s*(?:,|at|\u00b7|\||-|\u2013)?\s*{_TIME})?|{_TIME}(?:\s*(?:,|\u00b7|\||-|on)?\s*{_DATE})?|"
    rf"{_AGO}|\d{{4}}\s+GMT)"
)
_DATE_LINE = re.compile(
    rf"^(?:{_LABEL})?{_MOMENT}(?:\s*(?:[|\u00b7,;\u2022\u2013-]|"
    rf"\()?\s*(?:{_LABEL})?{_MOMENT}\)?)*\s*[.):]?$|^{_LABEL}{_MOMENT}.{{0,20}}$",
    re.IGNORECASE,
)
_WORD = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*"
_PLACE = rf"{_WORD}(?:[ -](?:(?:of|de|la|el|al|del|the|in)\s)?{_WORD}){{0,3}}"
_PLACE_DATE = re.compile(
    rf"^(?:{_PLACE}|[A-Z][a-z]+ [a-z]+)(?:,\s*{_PLACE}){{0,2}},\s*(?i:{_DATE})(?:,?\s+(?:\(?{_PLACE}\)?))?\.?$"
)
_MONITORED = re.compile(
    rf"^{_WORD}.{{0,80}}?\bin\s+{_WORD}(?:\s+to\s.{{2,30}}?)?\s+\d{{4}}\s+GMT\s+\d{{1,2}}\s+(?i:{MONTH})\s+\d{{2,4}}|"
    rf"^{_WORD}.{{0,60}}?\bin\s+{_WORD}\s+\d{{1,2}}\s+(?i:{MONTH})\s+\d{{2,4}}(?:\s+pp?\s*[\d,\s-]+)?$"
)
_DASH = r"\s*(?:--+|\u2014|\u2013|(?<=\s)-(?=\s))\s*"
_TAG = (
    r"(?:\s*\\?\[(?:text|report|excerpts?|commentary|editorial|summary|passage|communique|article|"
    r"interview|speech|statement|announcement|"
    r"news\s?conference|dispatch|telephone|continued|unattributed|from|by|live)(?![a-z])[^\]\n]{0,110}\\?\])"
)
_CAPS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019-]+"
_CAPS_PLACE = (
    rf"{_CAPS}(?:[ -](?:(?:of|de|la|el|al|DE|LA|EL|DEL)\s)?{_CAPS}){{0,3}}(?:\s*\([^)\n]{{2,40}}\))?(?:(?:,|"
    rf"/)\s*[A-Z][\w.' -]{{1,30}}){{0,2}}?"
)
_AGENCY = r"(?:,?\s*\([^)\n]{2,60}\)|,\s*[A-Z][\w ]{1,24})"
_OPENINGS = (
    # a place in capitals, with a date
    re.compile(rf"\s*{_CAPS_PLACE},?\s*(?i:{_DATE}){_AGENCY}?(?i:{_TAG}*){_DASH}(?i:{_TAG}*)\s*"),
    # the same in lower case
    re.compile(
        rf"\s*{_PLACE}(?:,\s*{_PLACE})?,\s*(?i:{_DATE})\s*{_AGENCY}?(?i:{_TAG}*)\s*(?:{_DASH}|:\s+)(?i:{_TAG}*)\s*"
    ),
    # the same in bold type
    re.compile(rf"\s*[*_]{{1,2}}{_PLACE},\s*(?i:{_DATE})[*_]{{1,2}}{_DASH}"),
    # a station, a language and a time
    re.compile(
        rf"\s*{_WORD}.{{0,80}}?\bin\s+{_WORD}(?:\s+to\s.{{2,30}}?)?\s+\d{{4}}\s+GMT\s+\d{{1,2}}\s+(?i:{MONTH})\s+\d{{2,4}}"
        rf"(?:(?i:{_TAG})*{_DASH}(?i:{_TAG}*)|(?i:{_TAG})+)\s*"
    ),
    # a tag alone
    re.compile(rf"(?i:{_TAG}){{1,4}}\s*"),
)
_FIRST_OPENINGS = (
    # a place in capitals, with an agency or nothing
    re.compile(rf"\s*{_CAPS_PLACE}{_AGENCY}?{_DASH}(?i:{_TAG}*)\s*"),
    # a place with an agency
    re.compile(rf"\s*{_PLACE}(?:,\s*{_PLACE})?\s*\([A-Z][^)\n]{{1,60}}\)\s*(?:{_DASH}|:\s+)(?i:{_TAG}*)\s*"),
    # a place and a dash
    re.compile(rf"\s*{_WORD}(?: {_WORD}){{0,2}}\s(?:--|\u2014)\s(?=[A-Z\"\u201c\u2018'])"),
    # a place and a colon
    re.compile(
        r"\s*[A-Z][a-z]{2,}(?: [A-Z][a-z]+)?:\s(?=(?:The|An?|At|In|On|Two|Three|Four|Five|Six|Seven|Eight|"
        r"Nine|Ten|Several|Dozens|Police|Gunmen|Troops)\s)"
    ),
)
_LABELS_WORDS = """
    report poll exclusive video watch breaking update updated note question answer analysis opinion
    correction live photos fact
"""
_LABELS = frozenset(_LABELS_WORDS.split())
_LABEL_END = re.compile(r"[^A-Za-z]")
_MAX_OPENING = 260
_MARK = re.compile(r"--|\u2014|\u2013|\s-\s|:\s|\]")


def is_date_line(text: str) -> bool:
    """Whether a line holds only a date, a time, a place with a date, or the source line of a monitoring service."""
    if len(text) > 110:
        return False
    return (
        _DATE_LINE.match(text) is not None or _PLACE_DATE.match(text) is not None or _MONITORED.match(text) is not None
    )


def opens_dateline(text: str) -> bool:
    """Whether a paragraph opens with a dateline that cannot be anything else."""
    return _MARK.search(text) is not None and any(pattern.match(text) is not None for pattern in _OPENINGS[:-1])


def find_dateline_end(text: str, start: int, end: int, *, first: bool) -> int | None:
    """Where the dateline ends that opens this paragraph, or null. `first` allows forms that only open a report.

    `text` may break its lines anywhere inside the dateline.
    """
    head = text[start : min(end, start + _MAX_OPENING)]
    flat = head.replace("\n", " ")
    if not (flat[:1].isupper() or flat[:1] in "[*_\\") or _MARK.search(flat) is None:
        return None
    patterns = _OPENINGS + _FIRST_OPENINGS if first else _OPENINGS
    for pattern in patterns:
        match = pattern.match(flat)
        if (
            match is not None
            and match.end() < end - start
            and _LABEL_END.split(flat, maxsplit=1)[0].strip().lower() not in _LABELS
        ):
            return start + len(head[: match.end()].rstrip())
    return None
