"""Which mentions and sources of one document are the same person, organisation or place.

Only what is nearly certain is joined: the same name again, a surname or a shortened name that fits one longer name
alone, an acronym given in brackets, "the ministry" after one named ministry, a pronoun that can mean only one person. A
wrong join is worse than none, so whatever is ambiguous stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from averral.records import Entity, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.mentions import FoundMention

__all__ = ["EntityTable", "resolve_entities"]

ENTITY_TYPES = {
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "NORP": "group",
    "EVENT": "event",
    "WEAPON": "weapon",
    "VEHICLE": "vehicle",
}
KINDS = frozenset(ENTITY_TYPES.values())
AFTER_HEAD = re.compile(r"\s*(?:,|\(|(?:in|of|at|on|for|from|near|whose|which|who|that)\b)")
RECENT = 12
"""A pronoun's name counts as having spoken when it stands in one of this many sources before it."""
_PLURALS = """
    men women people children police crew others two three dead wounded injured missing
"""
PLURALS = frozenset(_PLURALS.split())
PLURAL = re.compile(r"[^s]s$")
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that", "these", "those"})
DEFINITE = frozenset({"the", "this", "that"})
SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "his", "hers"})
PRONOUNS = SINGULAR_PERSON | frozenset({
    "i", "me", "my", "we", "us", "our", "you", "they", "them", "their", "it", "its", "who", "which",
    "this", "that", "these", "those", "some", "others", "one", "many", "both", "all",
})  # fmt: skip
WORD = re.compile(r"\w+(?:[’'\-.]\w+)*", re.UNICODE)
POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "sir", "gen", "col", "lt", "capt", "maj", "sgt", "sen", "rep", "gov",
    "president", "general", "colonel", "major", "captain", "minister", "judge", "professor", "sheikh",
})  # fmt: skip
REACH = 400
"""A pronoun looks back this many characters for the name that it stands for."""


Recent = deque[tuple[Span, int | None]]
"""The latest sources, the nearest first, each with the entity it was resolved to."""


class EntityTable(NamedTuple):
    """The entities of a document, the entity of each mention, and of each source span."""

    entities: tuple[Entity, ...]
    of_mention: tuple[str | None, ...]
    of_source: dict[Span, str | None]


class _Thing:
    __slots__ = ("described", "forms", "type", "words")

    def __init__(self, form: str, kind: str, *, described: bool = False) -> None:
        self.forms: dict[str, int] = {form: 1}
        self.type = kind
        self.words = _words(form)
        self.described = described

    def add(self, form: str) -> None:
        self.forms[form] = self.forms.get(form, 0) + 1
        if len(_words(form)) > len(self.words):
            self.words = _words(form)

    @property
    def name(self) -> str:
        return max(self.forms, key=lambda f: (len(_words(f)), self.forms[f], len(f), f))


def _words(form: str) -> tuple[str, ...]:
    return tuple(w.lower() for w in WORD.findall(POSSESSIVE.sub("", form)))


def _clean(form: str) -> str:
    form = POSSESSIVE.sub("", " ".join(form.split()).strip(" ,;:.\"“”'‘’()"))
    return form[4:] if form[:4] in ("the ", "The ", "THE ") else form


def _acronym(words: Sequence[str]) -> str:
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "in", "de", "la", "del", "y"))


class _Resolver:
    def __init__(self, text: str, mentions: Sequence[FoundMention]) -> None:
        self.text, self.mentions = text, mentions
        self.things: list[_Thing] = []
        self.of_mention: list[int | None] = [None] * len(mentions)
        self.by_form: dict[tuple[str, tuple[str, ...]], int] = {}
        self.renamed: dict[int, int] = {}
        self.by_word: dict[str, dict[int, int]] = {}
        self.starts = [m.span.start for m in mentions]

    def resolve_names(self) -> None:
        """Longer names first would see the future; a reader meets names in order, and so do we, twice."""
        for number, mention in enumerate(self.mentions):
            if mention.name and mention.type in ENTITY_TYPES:
                self.of_mention[number] = self._name(mention)
        self._join_partial_names()
        for mention, found in zip(self.mentions, self.of_mention, strict=True):
            if found is not None and self.things[found].type in ("organization", "person"):
                for word in self.things[found].words:
                    self.by_word.setdefault(word, {}).setdefault(found, mention.span.end)

    def _name(self, mention: FoundMention) -> int | None:
        form = _clean(self.text[mention.span.start : mention.span.end])
        words = _words(form)
        kind = ENTITY_TYPES[mention.type]
        if not words:
            return None
        known = self.by_form.get((kind, words))
        if known is None:
            known = self._open(form, kind)
            self.by_form[kind, words] = known
            self._bracketed_acronym(mention, kind, known)
        self.things[known].add(form)
        return known

    def _open(self, form: str, kind: str, *, described: bool = False) -> int:
        self.things.append(_Thing(form, kind, described=described))
        return len(self.things) - 1

    def _bracketed_acronym(self, mention: FoundMention, kind: str, known: int) -> None:
        after = re.match(r"\s*\(\s*([A-Z][A-Za-z.\-]{1,9})\s*\)", self.text[mention.span.end : mention.span.end + 16])
        words = self.things[known].words
        if after and len(words) > 1 and _acronym(words) == after.group(1).lower().replace(".", "").replace("-", ""):
            self.by_form[kind, _words(after.group(1))] = known
            self.things[known].forms.setdefault(after.group(1), 0)

    def _join_partial_names(self) -> None:
        """A person's bare surname, or an organisation's shortened name, joins the one longer name that it fits."""
        longer: dict[tuple[str, str], set[int]] = {}
        for index, thing in enumerate(self.things):
            words = [w for w in thing.words if w not in TITLES]
            if len(words) > 1:
                ends = (words[-1],) if thing.type == "person" else (words[0], words[-1])
                for word in ends:
                    longer.setdefault((thing.type, word), set()).add(index)
        target: dict[int, int] = {}
        for index, thing in enumerate(self.things):
            words = [w for w in thing.words if w not in TITLES]
            if len(words) == 1 and thing.type == "person":
                fits = longer.get((thing.type, words[0]), set()) - {index}
                if len(fits) == 1:
                    target[index] = fits.pop()
        self._rename(target)

    def _rename(self, target: dict[int, int]) -> None:
        self.renamed = target
        for small, large in target.items():
            for form, count in self.things[small].forms.items():
                self.things[large].forms[form] = self.things[large].forms.get(form, 0) + count
        self.of_mention = [None if n is None else target.get(n, n) for n in self.of_mention]

    def _between(self, start: int, end: int) -> list[tuple[int, FoundMention]]:
        """Mentions, with their numbers, that start in a stretch of text."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [(n, self.mentions[n]) for n in range(low, high)]

    def resolve_pronoun(self, span: Span, recent: Recent) -> int | None:
        """The one person brought up within reach; where there are several, the last if that one has just spoken."""
        if self.text[span.start : span.end].strip().lower() not in SINGULAR_PERSON:
            return None
        start = max(0, span.start - REACH, self.text.rfind("\n\n", 0, max(0, self.text.rfind("\n\n", 0, span.start))))
        near = [
            (self._person(n, m, recent), m)
            for n, m in self._between(start, span.start)
            if m.type == "PER" and m.span.end <= span.start and not self._is_pronoun(m) and not self._is_plural(m)
        ]
        if not near:
            return None
        if len({found for found, _ in near}) == 1:
            return near[0][0]
        last, mention = near[-1]
        spoken = last is not None and any(source.holds(mention.span) for source, _ in recent)
        return last if spoken and "\n\n" not in self.text[mention.span.end : span.start] else None

    def _person(self, number: int, mention: FoundMention, recent: Recent) -> int | None:
        """The entity of a mention; a description inside a source ("Moss, a spokesman") is the one who speaks there."""
        found = self.of_mention[number]
        if found is not None or mention.name:
            return found
        return next((entity for source, entity in recent if source.holds(mention.span)), None)

    def _is_plural(self, mention: FoundMention) -> bool:
        last = self.text[mention.span.start : mention.span.end].lower().split()[-1:]
        return not mention.name and bool(last) and (last[0] in PLURALS or PLURAL.search(last[0]) is not None)

    def _is_pronoun(self, mention: FoundMention) -> bool:
        return self.text[mention.span.start : mention.span.end].lower() in PRONOUNS

    def resolve_source(self, span: Span, seen: dict[tuple[str, ...], int], recent: Recent) -> int | None:
        """The person it names, else the thing that is all of it, else what "the ministry" must mean, else itself."""
        phrase = self.text[span.start : span.end]
        words = _words(_clean(phrase))
        if not words or (len(words) == 1 and words[0] in PRONOUNS):
            return self.resolve_pronoun(span, recent)
        inside = [
            (m, found)
            for n, m in self._between(span.start, span.end)
            if m.name and span.holds(m.span) and (found := self.of_mention[n]) is not None
        ]
        persons = {found for m, found in inside if m.type == "PER"}
        if persons:
            return persons.pop() if len(persons) == 1 else None
        for mention, found in inside:
            if self._is_head(mention, span, words):
                return found
        known = {found for kind in KINDS if (found := self.by_form.get((kind, words))) is not None}
        if len(known) == 1:
            return self.renamed.get(found := known.pop(), found)
        return self._described(phrase, span, words, seen)

    def _is_head(self, mention: FoundMention, span: Span, words: tuple[str, ...]) -> bool:
        """Whether the source is this name, or this name and what is said of it ("the Coastal Guard, whose …")."""
        if _words(_clean(self.text[mention.span.start : mention.span.end])) == words:
            return True
        before = self.text[span.start : mention.span.start].split()
        after = self.text[mention.span.end : span.end]
        return all(w.lower() in ARTICLES for w in before) and AFTER_HEAD.match(after) is not None

    def _described(
        self, phrase: str, span: Span, words: tuple[str, ...], seen: dict[tuple[str, ...], int]
    ) -> int | None:
        first = phrase.split(maxsplit=1)[0].lower()
        if first in DEFINITE and len(words) == 1:
            fits = {found for found, end in self.by_word.get(words[0], {}).items() if end <= span.start}
            if len(fits) == 1:
                return fits.pop()
        key = tuple(w for w in words if w not in ARTICLES)
        if not key:
            return None
        if key not in seen or first in ("a", "an", "another"):
            types = [m.type for m in self.mentions if span.holds(m.span) and not m.name]
            kind = ENTITY_TYPES.get(types[0], "unknown") if types else "unknown"
            seen[key] = self._open(" ".join(phrase.split()), kind, described=True)
        return seen[key]


def resolve_entities(text: str, mentions: Sequence[FoundMention], sources: Sequence[Span]) -> EntityTable:
    """Entities in the order in which the text first brings them up; `mentions` in order of their start."""
    resolver = _Resolver(text, mentions)
    resolver.resolve_names()
    seen: dict[tuple[str, ...], int] = {}
    of_source: dict[Span, int | None] = {}
    recent: Recent = deque(maxlen=RECENT)
    for span in sorted(set(sources)):
        of_source[span] = resolver.resolve_source(span, seen, recent)
        recent.appendleft((span, of_source[span]))
    for number, mention in enumerate(mentions):
        if not mention.name and resolver.of_mention[number] is None:
            resolver.of_mention[number] = of_source.get(mention.span)
    used = {n for n in (*resolver.of_mention, *of_source.values()) if n is not None}
    ids = {n: f"e{i}" for i, n in enumerate(sorted(used), 1)}
    entities = tuple(_entity(ids[n], resolver.things[n]) for n in sorted(used))
    return EntityTable(
        entities,
        tuple(None if n is None else ids[n] for n in resolver.of_mention),
        {span: None if n is None else ids[n] for span, n in of_source.items()},
    )


def _entity(entity_id: str, thing: _Thing) -> Entity:
    aliases = tuple(sorted(form for form in thing.forms if form != thing.name))
    return Entity(id=entity_id, name=thing.name, type=thing.type, aliases=aliases)
