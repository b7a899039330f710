"""Who belongs to whom in one document: whom a person speaks for, what is a part of what, and who put it out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from averral.records import Document, Entity, Mention, Relation

__all__ = ["find_issuer", "fold_name", "is_statement", "list_bodies", "list_parts"]

_OFFICE = re.compile(
    r"\b(?:ministry|minister|office|department|government|command|army|police|secretariat|embassy|presidency)\b",
    re.IGNORECASE,
)
"""Publishers that speak for the state or body that their name ends with."""
_BELONGS = frozenset({"member_of", "leads", "directs"})
_ROLE = r"(?:spokes(?:man|woman|person)|speaker|commander|leader|representative|chairman|head|secretary)"
_OF = re.compile(rf"\b{_ROLE}\b[\w ]{{0,20}}\b(?:of|for)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
_ITS = re.compile(rf"^['’]s\s+(?:\w+\s+){{0,2}}{_ROLE},?\s+$", re.IGNORECASE)
_BARE = re.compile(rf"^\s+{_ROLE},?\s+$", re.IGNORECASE)
_PART_OF = re.compile(
    r"\s+of\s+(?:the\s+)?(?:(?:Republic|Government|State|Kingdom)\s+of\s+(?:the\s+)?)?", re.IGNORECASE
)
_HAS = re.compile(r"['’]s?\s+(?:own\s+)?", re.IGNORECASE)
REACH = 60
"""Characters between a person's name and the body that they speak for."""
HEAD = 300
"""Characters at the head of a document, in which its letterhead stands."""
SHORTEST = 4
"""Letters of a state's name that an office's name can end with."""


def fold_name(name: str) -> str:
    """A name without case, article and odd spaces."""
    return " ".join(name.split()).casefold().removeprefix("the ")


def find_issuer(document: Document, entities: Sequence[Entity]) -> str | None:
    """The entity that put a document out, or for whose name an office did."""
    names = [(fold_name(name), entity.id) for entity in entities for name in (entity.name, *entity.aliases)]
    publisher = fold_name(document.publisher or "")
    exact = next((entity for name, entity in names if publisher and name == publisher), None)
    if exact is not None:
        return exact
    for words in (publisher, fold_name(document.title or "").partition(" - ")[0]):
        if _OFFICE.search(words):
            ends = [(len(n), entity) for n, entity in names if len(n) >= SHORTEST and words.endswith(f"of {n}")]
            if ends:
                return max(ends)[1]
    return None


def is_statement(document: Document) -> bool:
    """Whether a document is the word of a body and no report: an office put it out, or its letterhead opens it."""
    publisher = fold_name(document.publisher or "")
    if not publisher:
        return False
    opens = document.media_type.startswith("text/") and document.media_type != "text/html"
    return _OFFICE.search(publisher) is not None or (opens and publisher in fold_name(document.text[:HEAD]))


def list_bodies(
    text: str, actors: Sequence[Mention], entities: dict[str, Entity], relations: Sequence[Relation]
) -> dict[str, str]:
    """The body that each person speaks for: by a relation that was read, or by "spokesman for the …"."""
    found = dict(_iter_bodies(text, actors))
    for relation in relations:
        one, two = entities.get(relation.subject), entities.get(relation.object)
        if one and two and relation.predicate in _BELONGS and (one.type, two.type) == ("person", "organization"):
            found.setdefault(one.id, two.id)
    return found


def _iter_bodies(text: str, actors: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    for one, two in itertools.pairwise(m for m in actors if m.name or m.type == "ORG"):
        between = text[one.end : two.start]
        if len(between) <= REACH and one.entity and two.entity:
            if one.type == "PER" and two.type == "ORG" and _OF.search(between):
                yield one.entity, two.entity
            if one.type == "ORG" and two.type == "PER" and (_ITS.match(between) or _BARE.match(between)):
                yield two.entity, one.entity


def list_parts(text: str, actors: Sequence[Mention]) -> tuple[tuple[str, str], ...]:
    """Bodies that the words call a part of another one or of a state, with it: "X of Y", "Y's X"."""
    found = set()
    for one, two in itertools.pairwise(m for m in actors if m.type in ("ORG", "GPE") and m.entity):
        between = text[one.end : two.start]
        if one.type == "ORG" and _PART_OF.fullmatch(between):
            found.add((one.entity or "", two.entity or ""))
        elif two.type == "ORG" and _HAS.fullmatch(between):
            found.add((two.entity or "", one.entity or ""))
    return tuple(sorted(pair for pair in found if pair[0] != pair[1]))
