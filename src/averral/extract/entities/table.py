"""The entities of one document: names first, then what pronouns, descriptions and sources stand for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.entities.agreement import SINGULAR_PERSON, agrees, gender_of, is_plural, is_pronoun
from averral.extract.entities.appositions import iter_apposed
from averral.extract.entities.form import ARTICLES, DEFINITE, clean_form, form_words
from averral.extract.entities.head import is_head
from averral.extract.entities.names import NameBook
from averral.extract.entities.speakers import SELVES, SINGULAR, Page, Speech
from averral.extract.entities.states import join_states
from averral.extract.entities.subtype import with_subtype
from averral.extract.entities.thing import ENTITY_TYPES, Thing
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from averral.extract.entities.antecedents import Antecedent
    from averral.extract.mentions import FoundMention
    from averral.records import Block, Entity

__all__ = ["EntityTable", "Surroundings", "describe_entities", "resolve_entities"]

RECENT = 12
"""A pronoun's name counts as having spoken when it stands in one of this many sources before it."""
REACH = 400
"""Where no linker decides, a pronoun looks back this many characters for the name that it stands for."""
AUTHOR = "the author"
PAPER = re.compile(
    r"(our|my|his|her|its|their|.{1,80}?(?=['’]s?\s))(?:['’]s?)?\s+(?:(?:own|latest|first|second|last|duty)\s+){0,2}"
    r"(?:statement|communiqu[eé]|bulletin|note|declaration|report|letter|roster|press release|log|journal|diary)s?\b",
    re.IGNORECASE,
)
"""A paper speaks for whoever wrote it."""
NESTED = 40
"""So many speeches back is looked for the one that a word stands in."""
SURE = 0.4
"""The least chance at which a reference is taken to mean its antecedent."""


Recent = deque[tuple[Span, int | None]]
"""The latest sources, the nearest first, each with the entity it was resolved to."""


class EntityTable(NamedTuple):
    """The entities of a document, the entity of each mention, and of each source span."""

    entities: tuple[Entity, ...]
    of_mention: tuple[str | None, ...]
    of_source: dict[Span, str | None]


class Surroundings(NamedTuple):
    """What is known around the mentions.

    `antecedents` are what the linker proposes for mentions, by their numbers; without them only what can mean one thing
    alone is resolved. `speeches` and `blocks` tell who "I" and "we" are. `doers` are phrases for who does what happens;
    a capital among them, as among those who speak, is its state. `issuer` is the body that put the page out, as the
    page names it.
    """

    antecedents: Mapping[int, Sequence[Antecedent]] = {}
    speeches: Sequence[Speech] = ()
    blocks: Sequence[Block] = ()
    doers: Sequence[Span] = ()
    issuer: str | None = None


ALONE = Surroundings()


class _Resolver:
    def __init__(
        self,
        text: str,
        mentions: Sequence[FoundMention],
        sources: Sequence[Span],
        around: Surroundings,
    ) -> None:
        self.text, self.mentions, self.antecedents = text, mentions, around.antecedents
        self.page, self.speeches = Page(text, mentions, around.blocks, around.issuer), sorted(around.speeches)
        self.speech_starts = [s.content.start for s in self.speeches]
        self.of_source: dict[Span, int | None] = {}
        self.author: int | None = None
        self.book = NameBook(text, mentions)
        join_states(text, mentions, self.book, {*sources, *around.doers})
        self.things, self.of_mention = self.book.things, self.book.of_mention
        self.starts = [m.span.start for m in mentions]
        self.words = [text[m.span.start : m.span.end].lower() for m in mentions]
        self.numbers = {m.span: n for n, m in enumerate(mentions)}
        self.seen: dict[tuple[str, ...], int] = {}

    def resolve_references(self) -> None:
        """What each pronoun and description refers back to, where that is likely enough; in order of the text."""
        for number, name in iter_apposed(self.text, self.mentions):
            self.of_mention[number] = self.of_mention[name]
        for number in sorted(self.antecedents):
            mention = self._likeliest(number) if self.of_mention[number] is None else None
            if mention is not None:
                found = self._thing_of(mention)
                self.of_mention[number] = found
                self.things[found].gender = self.things[found].gender or gender_of(self.words[number])

    def _likeliest(self, number: int) -> int | None:
        """A mention of the thing that has the largest share of the chances, of those that agree, if it is enough."""
        chances: dict[tuple[bool, int], float] = {}
        mentions: dict[tuple[bool, int], int] = {}
        none = 1.0
        for other, chance in self.antecedents[number]:
            none -= chance
            if self._may_mean(number, other):
                known = self.of_mention[other]
                key = (False, other) if known is None else (True, known)
                chances[key] = chances.get(key, 0.0) + chance
                mentions.setdefault(key, other)
        best = max(chances, key=chances.__getitem__, default=None)
        if best is None or chances[best] < SURE * (sum(chances.values()) + max(none, 0.0)):
            return None
        return mentions[best]

    def _may_mean(self, number: int, other: int) -> bool:
        if not agrees(self.mentions[number], self.words[number], self.mentions[other], self.words[other]):
            return False
        known, gender = self.of_mention[other], gender_of(self.words[number])
        return known is None or gender is None or self.things[known].gender in (None, gender)

    def _thing_of(self, number: int) -> int:
        """The thing of a mention; a description that nothing stands for yet begins one."""
        known = self.of_mention[number]
        if known is None:
            mention = self.mentions[number]
            form = " ".join(self.text[mention.span.start : mention.span.end].split())
            known = self.book.open(form, ENTITY_TYPES.get(mention.type, "unknown"), described=True)
            self.of_mention[number] = known
        return known

    def _between(self, start: int, end: int) -> list[tuple[int, FoundMention]]:
        """Mentions, with their numbers, that start in a stretch of text."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [(n, self.mentions[n]) for n in range(low, high)]

    def resolve_source(self, span: Span, recent: Recent) -> int | None:
        """The person it names, else the thing that is all of it, else what "the ministry" must mean, else itself."""
        phrase = self.text[span.start : span.end]
        words = form_words(clean_form(phrase))
        own = self.numbers.get(span)
        if len(words) == 1 and words[0] in SELVES:
            return self.resolve_self(span, words[0])
        if not words or (len(words) == 1 and is_pronoun(words[0])):
            known = None if own is None else self.of_mention[own]
            return self._only_person(span, recent) if known is None else known
        if owner := PAPER.match(phrase):
            return self.resolve_source(Span(span.start, span.start + owner.end(1)), recent)
        inside = [
            (m, found)
            for n, m in self._between(span.start, span.end)
            if m.name and span.holds(m.span) and (found := self.of_mention[n]) is not None
        ]
        persons = {found for m, found in inside if m.type == "PER"}
        if persons:
            return persons.pop() if len(persons) == 1 else None
        for mention, found in inside:
            if is_head(self.text, mention.span, span, words):
                return found
        known = self.book.of_words(words)
        if known is None:
            known = self._described(phrase, span, words)
        return known

    def resolve_self(self, span: Span, words: str) -> int | None:
        """Who says "I" or "we": the one quoted, the one whose turn it is, else the author of the page."""
        source = self._quoted(span)
        if source is not None:
            found = self.of_source.get(source)
            return found if found is None or words in SINGULAR or self._is_body(found) else self._body_in(source)
        label = self.page.turn(span.start)
        if label is not None:
            return self.resolve_source(label, deque())
        named = self.page.person if words in SINGULAR else self.page.body
        if named is not None:
            return self.of_mention[named]
        if words in SINGULAR and self.author is None:
            self.author = self.book.open(AUTHOR, "person", described=True)
        return self.author if words in SINGULAR else None

    def _quoted(self, span: Span) -> Span | None:
        """The source of the innermost speech that a stretch stands in."""
        last = bisect_right(self.speech_starts, span.start)
        near = self.speeches[max(0, last - NESTED) : last]
        held = [s for s in near if s.content.holds(span) and not s.source.holds(span)]
        return min(held, key=lambda s: len(s.content)).source if held else None

    def _is_body(self, number: int) -> bool:
        return self.things[number].type in ("organization", "group", "place")

    def _body_in(self, source: Span) -> int | None:
        """The last body named in the words for a speaker ("a man speaking for the Column")."""
        inside = self._between(source.start, source.end)
        return next((self.of_mention[n] for n, m in reversed(inside) if m.name and m.type == "ORG"), None)

    def _described(self, phrase: str, span: Span, words: tuple[str, ...]) -> int | None:
        first = phrase.split(maxsplit=1)[0].lower()
        if first in DEFINITE and len(words) == 1 and (fits := self.book.of_word(words[0], span.start)) is not None:
            return fits
        own = self.numbers.get(span)
        if own is not None and self.of_mention[own] is not None:
            return self.of_mention[own]
        key = tuple(w for w in words if w not in ARTICLES)
        if not key:
            return None
        if key not in self.seen or first in ("a", "an", "another"):
            types = [m.type for _, m in self._between(span.start, span.end) if span.holds(m.span) and not m.name]
            kind = ENTITY_TYPES.get(types[0], "unknown") if types else "unknown"
            self.seen[key] = self.book.open(" ".join(phrase.split()), kind, described=True)
        return self.seen[key]

    def _only_person(self, span: Span, recent: Recent) -> int | None:
        """The one person brought up within reach; where there are several, the last if that one has just spoken."""
        if self.text[span.start : span.end].strip().lower() not in SINGULAR_PERSON:
            return None
        start = max(0, span.start - REACH, self.text.rfind("\n\n", 0, max(0, self.text.rfind("\n\n", 0, span.start))))
        near = [
            (self._person(n, m, recent), m)
            for n, m in self._between(start, span.start)
            if m.type == "PER"
            and m.span.end <= span.start
            and not is_pronoun(self.words[n])
            and not is_plural(m, self.words[n])
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


def resolve_entities(
    text: str,
    mentions: Sequence[FoundMention],
    sources: Sequence[Span],
    around: Surroundings = ALONE,
) -> EntityTable:
    """Entities in the order in which the text first brings them up; `mentions` in order of their start."""
    resolver = _Resolver(text, mentions, sources, around)
    resolver.resolve_references()
    of_source = resolver.of_source
    recent: Recent = deque(maxlen=RECENT)
    for span in sorted(set(sources)):
        of_source[span] = resolver.resolve_source(span, recent)
        recent.appendleft((span, of_source[span]))
    for number, mention in enumerate(mentions):
        if not mention.name and resolver.of_mention[number] is None:
            known = of_source.get(mention.span)
            if known is None and resolver.words[number] in SELVES:
                known = resolver.resolve_self(mention.span, resolver.words[number])
            resolver.of_mention[number] = known
    used = {n for n in (*resolver.of_mention, *of_source.values()) if n is not None}
    ids = {n: f"e{i}" for i, n in enumerate(sorted(used), 1)}
    return EntityTable(
        tuple(with_subtype(resolver.things[n].as_entity(ids[n])) for n in sorted(used)),
        tuple(None if n is None else ids[n] for n in resolver.of_mention),
        {span: None if n is None else ids[n] for span, n in of_source.items()},
    )


def describe_entities(
    text: str, mentions: Sequence[FoundMention], table: EntityTable, needed: Collection[Span]
) -> EntityTable:
    """The table with an entity for each description that is needed and has none; the same definite words are one."""
    entities, of_mention = list(table.entities), list(table.of_mention)
    seen: dict[tuple[str, ...], str] = {}
    for number, mention in enumerate(mentions):
        if of_mention[number] is not None or mention.span not in needed or mention.name:
            continue
        form = " ".join(text[mention.span.start : mention.span.end].split())
        words = form_words(form)
        if not words or is_pronoun(" ".join(words)):
            continue
        known = seen.get(words) if words[0] in DEFINITE else None
        if known is None:
            known = seen[words] = f"e{len(entities) + 1}"
            thing = Thing(form, ENTITY_TYPES.get(mention.type, "unknown"), described=True)
            entities.append(with_subtype(thing.as_entity(known)))
        of_mention[number] = known
    return EntityTable(tuple(entities), tuple(of_mention), table.of_source)
