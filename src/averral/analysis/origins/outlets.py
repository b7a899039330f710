"""What the outlet of a document is called, as the document itself shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from averral.analysis.origins.credits import MEDIA_STEMS
from averral.analysis.origins.terms import list_name_words
from averral.records import Document

__all__ = ["SLUG", "find_slug", "list_headings", "list_outlets"]

SLUG: Final = re.compile(r"\(([^\W\d_][^()\n]{1,30})\)\s*(?:[—–:-]|$)")
"""The agency in brackets at the end of a dateline: "PORT AMARAN, 4 May (Meridian) —"."""
HEAD: Final = 1_500
"""Characters from the start in which a dateline or a masthead is looked for."""
MASTHEAD_WORDS: Final = 7
SMALL: Final = 3
"""Letters of the longest word that a name may have in small letters."""
_MARKS = "#*_ "
"""What marks a line up as a heading or as bold."""
_PARTS = re.compile(r"\s+[|»>·—–-]\s+|[,:]\s+|\s(?=(?i:no|vol|issue)\.? \d)")
_NAME = re.compile(r"[^\W\d_][\w '’&.-]*(?<!\.)")
_BODY = re.compile(
    r"\b(?:alliance|archive|association|bureau|cent(?:er|re)|command|commission|committee|council|department|desk|"
    r"directorate|embassy|federation|foundation|initiative|institute|league|ministry|monitors?|monitoring|network|"
    r"observatory|observers|office|organi[sz]ation|project|registry|secretariat|service|society|station|trust|union|"
    r"unit|watch)\b",
    re.IGNORECASE,
)
"""What bodies that put out reports and statements are called by."""
_FOLLOWING = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}\.? \w+ \d{4}|\w+ \d{1,2}, \d{4}|\d{4}-\d\d|by [A-Z]|"
    r"(?:no|vol|issue)\.? \d|an? (?:\w+ ){0,2}(?:weekly|monthly|fortnightly|quarterly|newspaper|paper|magazine)|"
    r"(?:\w+ )?transcript\b|guest\b|edition\b)",
    re.IGNORECASE,
)
"""How a line begins that comes after a masthead."""
_PLACE_FIRST = re.compile(r"^[A-Z][A-Z'’./ -]{2,}[,:(]")
_VOICES = re.compile(
    r"\b(?:statement|communiqu[eé]|communication|declaration|address|speech|remarks|message|letter|interview|guest)s?\b"
    r"(?: (?:read|made|given|issued))?(?: (?:by|of|from|with)|:) ([^.\n(]{3,80})",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r",? (?:at|in|on|to|after|before|about) ")
_SIGNED = re.compile(
    r"^\s*(?:[Ff]or|[Ss]igned(?: by)?:?|On behalf of)\s+((?:the )?[A-Z][^\n.,;]{2,60})\s*$", re.MULTILINE
)
_ACCOUNT = re.compile(r"https?://[^/]+/@?([A-Za-z_][\w.-]*)/(?:(?:status(?:es)?|posts?)/)?\d+/?")
"""The address of a post: the account's name and the number of the post."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_END: Final = 300
_HEADING: Final = 400
_HEADING_WORDS: Final = 22
"""Words of a line that may be a heading; one that ends in a full stop is none."""


def list_outlets(document: Document) -> tuple[str, ...]:
    """Names of who published or speaks the whole document, the surest first: none where nothing shows it.

    The publisher that the file gives; the agency of its dateline; a masthead, that is a first line of few words all in
    capitals; the account that posted it; who a heading says the statement is by; who signs at the end.
    """
    return tuple(dict.fromkeys(name.strip() for name in _iter_names(document) if name.strip()))


def find_slug(document: Document) -> tuple[str, int, int] | None:
    """The agency of the dateline, and where it stands."""
    lines = ((block.start, block.end) for block in document.blocks if block.role in ("dateline", "body"))
    for start, end in lines:
        if start > HEAD:
            return None
        head = document.text[start : min(end, start + 120)]
        found = SLUG.search(head)
        if found and _PLACE_FIRST.match(head):
            return found[1], start + found.start(1), start + found.end(1)
    return None


def _iter_names(document: Document) -> Iterator[str]:
    if document.publisher:
        yield document.publisher
    slug = find_slug(document)
    if slug:
        yield slug[0]
    yield from _iter_mastheads(document.text)
    yield from (name for name in document.byline if name.startswith("@"))
    account = _ACCOUNT.fullmatch(document.uri)
    if account:
        yield _HUMP.sub(" ", account[1])
    yield from (_AFTER_NAME.split(found[1])[0] for line in list_headings(document) for found in _VOICES.finditer(line))
    yield from (found[1] for found in _SIGNED.finditer(document.text, max(0, len(document.text) - _END)))


def list_headings(document: Document) -> list[str]:
    """The lines at the start that are no sentences, up to the first paragraph that is one."""
    lines = (line.strip() for line in document.text[:_HEADING].splitlines())
    return [
        line for line in lines if line and len(line.split()) <= _HEADING_WORDS and not line.endswith((".", "!", "?"))
    ]


def _iter_mastheads(text: str) -> Iterator[str]:
    """The first lines while they are short and all in capitals, up to three; no more where the whole text is so.

    Else what the first two lines begin with, where it is written like a name and is one of a body or of the press, or
    a line for the day, the number or the writer comes next.
    """
    if text[:HEAD].isupper():
        yield from (line for line in text[:200].splitlines()[:1] if len(line.split()) <= MASTHEAD_WORDS)
        return
    lines = [line.strip(_MARKS) for line in text[:400].splitlines() if line.strip(_MARKS)]
    capitals = list(takewhile(lambda line: line.isupper() and len(line.split()) <= MASTHEAD_WORDS, lines[:3]))
    yield from capitals or _iter_titled(lines)


def _iter_titled(lines: list[str]) -> Iterator[str]:
    for line, following in zip(lines[:2], [*lines[1:3], ""], strict=False):
        name, rest = _split(line)
        words = set(list_name_words(name))
        if (
            _is_titled(name)
            and not _FOLLOWING.match(name)
            and (words & MEDIA_STEMS or _BODY.search(name) or _FOLLOWING.match(rest or following))
        ):
            yield name


def _split(line: str) -> tuple[str, str]:
    """A line up to the first sign that parts it, and the rest."""
    found = _PARTS.search(line)
    return (line[: found.start()], line[found.end() :]) if found else (line, "")


def _is_titled(name: str) -> bool:
    """Whether a few words begin with capitals, small ones aside, and no sign is among them."""
    words = name.split()
    return (
        0 < len(words) <= MASTHEAD_WORDS
        and _NAME.fullmatch(name) is not None
        and all(word[:1].isupper() for word in words if len(word) > SMALL)
    )
