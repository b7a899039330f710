"""The letterhead of a statement, a communiqué or an order: who issues it, as its first lines say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from averral.ingest.datelines import is_date_line

__all__ = ["find_issuer"]

_LINES = 10
"""Lines from the start that a letterhead and the name of what it heads take up."""
_WORDS = 12
"""Words of the longest line that names a body."""
_LONG = 90
"""Characters from which on a line is text; what kind of statement it is may stand at its beginning."""
_KIND = re.compile(
    r"\A(?:(?:official|joint|public) )?(?:statement|communiqu[eé]|declaration|order of the day|order no|proclamation|"
    r"(?:for )?(?:immediate )?(?:press|media|news) (?:release|note|notice|statement|briefing|communiqu[eé])|"
    r"(?:for immediate )?release\b|official notice|communication to the press|leaflet|message (?:of|to)|"
    r"announcement|clarification|note verbale|information note|answers? to questions|reply to|response to|"
    r"(?:the )?(?:spokes\w+['’]s )?(?:opening |closing )?remarks (?:by|of|to)|"
    r"bulletin no|word (?:of|from) the|open letter|letter to|"
    r"(?:first|second|third|fourth|fifth|last) (?:letter|word))\b|"
    r"\A(?:to|TO) (?:all|the|our|my|every|those|whom)",
    re.IGNORECASE,
)
"""What a statement is called, or whom it speaks to ("To all who live by their hands")."""
_LIKE = re.compile(
    r"\A(?:[\w’']+ (?:by|of|from) the (?:[\w’']+ ){0,3}(?:spokes(?:man|woman|person)|minister|director|president|"
    r"secretary|chairman|chairwoman|commander|prosecutor|command|council|ministry)\b|"
    r"(?=[A-Z])[\w’' -]{3,40}\b(?-i:N[or])\Z|"
    r"(?:brothers|sisters|comrades|citizens|compatriots|countrymen|fellow|friends|people|workers|sons|daughters)\b.*!\Z)",
    re.IGNORECASE,
)
"""What may be one below a name in capitals or that of an office: "Answer of the spokeswoman", "Brothers!"."""
_STATE = re.compile(
    r"(?:the )?(?:\w+ )?(?:republic|kingdom|states?|federation|union|principality|emirate|sultanate|commonwealth)"
    r"(?: of\b.*)?|government of\b.*",
    re.IGNORECASE,
)
"""The state above the body: "REPUBLIC OF VESTRANY"."""
_PART = re.compile(
    r"(?:for|to|from|in|on|at|by|re)\b|(?:office of|press|daily|weekly|spokes\w+['’]s|information|media)\b",
    re.IGNORECASE,
)
"""Whom or what it is for, where it comes from, and parts of a body."""
_NAME = re.compile(r"[^\W\d_][^\d:;!?|/@#*<>=\"“”.,]*")
_OFFICE = re.compile(
    r"\b(?:agency|alliance|army|assembly|association|authority|board|brigades?|bureau|cent(?:er|re)|chancellery|command|"
    r"commission|committee|corps|council|court|department|directorate|embassy|federation|forces?|foundation|front|"
    r"government|guard|institute|league|ministry|mission|movement|network|observatory|office|organi[sz]ation|party|"
    r"police|prefecture|presidency|secretariat|service|staff|union)\b",
    re.IGNORECASE,
)
"""What bodies are: a line in small letters that names one is a letterhead too."""
_SHORT_NAME = 5
"""Words of the first line where it is a name without any of these."""
_SMALL = 3
"""Letters of the longest word that a name may have in small letters."""
_PIECES = re.compile(r"(?<=[\w)])[.,:](?:\s+|$)|\s+[|»>·—–-]\s+")
_BELOW = 4
"""Pieces below the kind of statement in which an office may still name itself."""
_MARKS = "#*_ "
"""What marks a line up as a heading or as bold."""


def find_issuer(text: str) -> str | None:
    """The body whose letterhead opens the text, as its line says; None where the text is no such statement.

    It is one where the first lines name a kind of statement ("Communiqué No. 17", "STATEMENT ON …") or speak to
    somebody, and words in front of that are a name: in capitals, of a kind of body ("Ministry of …"), or the first
    line; or an office names itself right below. A line for the state above the body, a motto and a date are passed
    over.
    """
    if text[:1500].isupper():
        return None
    pieces = list(_iter_pieces(text))
    for kind, is_sure in ((_KIND, True), (_LIKE, False)):
        place = next((place for place, piece in enumerate(pieces) if kind.match(piece)), None)
        if place is not None:
            above = (
                piece
                for number, piece in enumerate(pieces[:place])
                if _is_body(piece, is_first=is_sure and number == 0)
            )
            below = (piece for piece in pieces[place + 1 : place + _BELOW] if _OFFICE.search(piece) and _is_body(piece))
            found = next(above, None) or next(below, None)
            if found is not None:
                return found
    return None


def _iter_pieces(text: str) -> Iterator[str]:
    """The first lines, cut at full stops and commas."""
    lines = [line.strip(_MARKS) for line in text[:2000].splitlines() if line.strip(_MARKS)]
    for line in lines[:_LINES]:
        yield from (bare for piece in _PIECES.split(line[:_LONG]) if (bare := piece.strip(_MARKS)))
        if len(line) > _LONG:
            return


def _is_body(piece: str, *, is_first: bool = False) -> bool:
    return (
        (
            piece.isupper()
            or (_is_titled(piece) and (_OFFICE.search(piece) is not None or _is_short(piece, is_first=is_first)))
        )
        and len(piece.split()) <= _WORDS
        and _NAME.fullmatch(piece) is not None
        and not _STATE.fullmatch(piece)
        and not _PART.match(piece)
        and not is_date_line(piece)
    )


def _is_short(piece: str, *, is_first: bool) -> bool:
    return is_first and len(piece.split()) <= _SHORT_NAME


def _is_titled(piece: str) -> bool:
    """Whether all but small words begin with a capital."""
    return piece[:1].isupper() and all(word[:1].isupper() for word in piece.split() if len(word) > _SMALL)
