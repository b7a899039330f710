"""The people and agencies of a byline, without the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from averral.ingest.dates import find_date

__all__ = ["split_names"]

_LEAD = re.compile(
    r"^\s*(?:(?:additional\s+)?(?:story|words|text|report(?:ing|ed)?|writ(?:ing|ten)|compiled|edit(?:ing|ed)|"
    r"translated|posted|published|photos?|analysis|opinion|comment|exclusive|interview)\s+)?by\b[\s:]*(?:the\s+|our\s+)?|"
    r"^\s*(?:from|author|byline|source|posted on|reporting)\s*:\s*",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"\s*(?:[|\u2022\u00b7]|\s[-\u2013\u2014]\s|\b(?:published|updated|posted|last modified|for)\b|"
    r"\son\s+(?=\d|[A-Z][a-z]+day)).*$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,\s*(?:and\s+)?|;|\s+and\s+|\s*&\s*|\n|\t|\s+with\s+|/)\s*", re.IGNORECASE)
_NOISE = re.compile(r"https?://\S+|\S+@\S+\.\S+|@\w+|\([^)]*\)|\b\d{1,2}:\d{2}\b.*$")
_NOT_A_NAME = re.compile(
    r"^(?:staff|admin|administrator|editor|editors|guest|unknown|none|null|n/a|(?:our |a |an "
    r")?(?:(?:senior |staff |special |chief |political |foreign )*"
    r"(?:correspondents?|reporters?|writers?|editors?))|in .*|at .*|"
    r".* (?:correspondent|reporter|editor|writer|columnist))$",
    re.IGNORECASE,
)
_MAX_LENGTH = 60


def split_names(lines: str | Iterable[str]) -> tuple[str, ...]:
    """Names in the order of the byline, each once; job titles, addresses and dates are not names."""
    names: dict[str, None] = {}
    for line in (lines,) if isinstance(lines, str) else lines:
        bare = _TRAIL.sub("", _LEAD.sub("", _NOISE.sub(" ", line.strip("()*_ "))))
        for part in _SPLIT.split(bare):
            name = " ".join(_LEAD.sub("", part).split()).strip(" .,:;-\u2013\u2014|()*_")
            if _is_name(name):
                names.setdefault(name)
    return tuple(names)


def _is_name(name: str) -> bool:
    if not 2 <= len(name) <= _MAX_LENGTH or not any(character.isalpha() for character in name):
        return False
    return (
        find_date(name) is None
        and _NOT_A_NAME.match(name) is None
        and not any(character.isdigit() for character in name)
    )
