"""Whom words stand for: "it", "the group", "members of the league", "a band that calls itself the league"."""

from __future__ import annotations

import re

from averral.analysis.agreement.page import Page
from averral.records import Mention

__all__ = ["find_body"]

_STANDS = re.compile(
    r"(?:it|they|(?:the|that|this) (?:same |said )?(?:organi[sz]ation|group|movement|militia|faction|"
    r"company|army|force|league|brigades?))",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:members?|personnel|fighters|militants|officers?|soldiers|troops|forces|units?|men|gunmen|"
    r"guards|agents|people)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\s+(?:of [\w ]{3,30} )?,?\s*(?:(?:that|which|who) (?:call|name|style)s? (?:itself|themselves)|"
    r"calling (?:itself|themselves)|known as|called|named)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?", re.IGNORECASE)
PAST = 300
"""Characters back in which the body stands that "it" or "the group" means."""


def find_body(page: Page, mention: Mention) -> str | None:
    """The entity of a mention; of "it", "the group" and the like, the body that was named last before it."""
    words = page.text[mention.start : mention.end]
    whole = _find_whole(page, mention) or _find_called(page, mention)
    if whole is not None:
        return whole
    if mention.name or not _STANDS.fullmatch(" ".join(words.split())):
        return mention.entity
    if mention.entity and page.entities[mention.entity].type == "organization" and not _is_bare(page, mention):
        return mention.entity
    before = [m for m in page.actors if m.name and m.type == "ORG" and mention.start - PAST < m.end <= mention.start]
    head = words.split()[-1].casefold()
    issuer = page.issuer
    if issuer is not None and head in page.entities[issuer].name.casefold().split():
        return issuer
    called = [m for m in before if head in page.text[m.start : m.end].casefold().split()]
    before = called or before
    return before[-1].entity if before else mention.entity


def _find_whole(page: Page, mention: Mention) -> str | None:
    """Of "personnel of the guard" and "members of the league" the guard and the league."""
    if mention.name or not _MEMBERS.search(page.text[mention.start : mention.end]):
        return None
    after = _OF_THE.match(page.text, mention.end)
    inside = [m for m in page.actors if m.name and m.type == "ORG" and mention.start <= m.start < mention.end]
    return next((m.entity for m in (*inside, *_list_behind(page, after))), None)


def _find_called(page: Page, mention: Mention) -> str | None:
    """Of "an organisation that calls itself the league" the league."""
    after = None if mention.name else _CALLED.match(page.text, mention.end)
    return next((m.entity for m in _list_behind(page, after)), None)


def _list_behind(page: Page, words: re.Match[str] | None) -> list[Mention]:
    """The names right behind some words, which may take in an article."""
    return [m for m in page.actors if words and m.name and words.end() - 4 <= m.start <= words.end()]


def _is_bare(page: Page, mention: Mention) -> bool:
    """Whether the entity of a mention has no name anywhere, so that it is only ever "the group"."""
    return not any(m.name for m in page.reading.mentions if m.entity == mention.entity)
