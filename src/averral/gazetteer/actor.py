"""One actor of the gazetteer, and the key by which its names are looked up."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from averral.gazetteer.names import fold_name

__all__ = ["COLUMNS", "KINDS", "Actor", "ActorKind", "key_of", "letters_of", "make_actor", "query_keys"]

COLUMNS: Final = ("id", "name", "aliases", "original", "kind", "country", "parent", "from", "to", "note")


class ActorKind(enum.StrEnum):
    """What sort of body an actor is. A state is one in its own words, whoever recognises it."""

    STATE = "state"
    GOVERNMENT_BODY = "government_body"
    MILITARY_UNIT = "military_unit"
    POLICE = "police"
    INTELLIGENCE_AGENCY = "intelligence_agency"
    COURT = "court"
    PARTY = "party"
    ARMED_GROUP = "armed_group"
    MILITIA = "militia"
    COMPANY = "company"
    MEDIA_OUTLET = "media_outlet"
    INTERNATIONAL_ORGANIZATION = "international_organization"
    NGO = "ngo"
    RELIGIOUS_BODY = "religious_body"


class Actor(NamedTuple):
    """What is unknown is null: `country` is an ISO 3166-1 code, `parent` the id of another actor, the rest are years.

    `original` is the name in its own script; `note` tells actors of like names apart.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    original: str | None = None
    kind: ActorKind | None = None
    country: str | None = None
    parent: str | None = None
    since: int | None = None
    until: int | None = None
    note: str = ""


KINDS: Final = {kind.value: kind for kind in ActorKind}


def make_actor(cells: Iterable[str]) -> Actor:
    """An actor from the cells of a row, in order of `COLUMNS`."""
    number, name, aliases, original, kind, country, parent, since, until, note = cells
    return Actor(
        number,
        name,
        tuple(aliases.split("|")) if aliases else (),
        original or None,
        KINDS.get(kind),
        country or None,
        parent or None,
        int(since) if since else None,
        int(until) if until else None,
        note,
    )


_NO_LETTER = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"(?i)\s*the\s+")


@lru_cache(maxsize=1 << 15)
def key_of(name: str) -> str:
    """Its folded name without gaps. "The" with one word ("The Times") stays: the word alone is an ordinary one."""
    folded = fold_name(name)
    article = _ARTICLE.match(name)
    keeps = article is not None and " " not in folded and not name[article.end() :].isupper()
    return f"the{folded}" if keeps else folded.replace(" ", "")


def query_keys(name: str) -> set[str]:
    """The keys under which a name that is looked for may stand."""
    folded = fold_name(name).replace(" ", "")
    return {folded, f"the{folded}"} if _ARTICLE.match(name) else {folded}


def letters_of(name: str) -> str:
    """The letters of a name as they are written, without a leading article."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKD", _ARTICLE.sub("", name, count=1)))
