"""Names that are one thing's: the same again, a surname that fits one longer name alone, an acronym in brackets.

Only what is nearly certain is joined: a wrong join is worse than none, so whatever is ambiguous stays open.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.extract.entities.form import acronym_of, clean_form, form_words, without_titles
from averral.extract.entities.subtype import known_actor
from averral.extract.entities.thing import ENTITY_TYPES, Thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.mentions import FoundMention

__all__ = ["NameBook"]

ACRONYM = re.compile(r"\s*\(\s*([A-Z][A-Za-z.\-]{1,9})\s*\)")


class NameBook:
    """The things that the names of a document name; `of_mention` has the number of the thing of each mention."""

    def __init__(self, text: str, mentions: Sequence[FoundMention]) -> None:
        """Resolve the names; longer names first would see the future: names are met in order, as a reader does."""
        self.text, self.mentions = text, mentions
        self.things: list[Thing] = []
        self.of_mention: list[int | None] = [None] * len(mentions)
        self.by_form: dict[tuple[str, tuple[str, ...]], int] = {}
        self.renamed: dict[int, int] = {}
        self.by_word: dict[str, dict[int, int]] = {}
        for number, mention in enumerate(mentions):
            if mention.name and mention.type in ENTITY_TYPES:
                self.of_mention[number] = self._name(mention)
        self._join_partial_names()
        self._index_words()

    def open(self, form: str, kind: str, *, described: bool = False) -> int:
        """A new thing; its number."""
        self.things.append(Thing(form, kind, described=described))
        return len(self.things) - 1

    def of_words(self, words: tuple[str, ...]) -> int | None:
        """The one thing that is called so."""
        known = {n for kind in set(ENTITY_TYPES.values()) if (n := self.by_form.get((kind, words))) is not None}
        if len(known) != 1:
            return None
        found = known.pop()
        return self.renamed.get(found, found)

    def of_word(self, word: str, before: int) -> int | None:
        """The one organisation or person named before a place whose name holds a word ("the ministry")."""
        fits = {found for found, end in self.by_word.get(word, {}).items() if end <= before}
        return fits.pop() if len(fits) == 1 else None

    def _name(self, mention: FoundMention) -> int | None:
        form = clean_form(self.text[mention.span.start : mention.span.end])
        words = form_words(form)
        kind = ENTITY_TYPES[mention.type]
        if not words:
            return None
        known = self.by_form.get((kind, words))
        if known is None:
            known = self.open(form, kind)
            self.by_form[kind, words] = known
            self._bracketed_acronym(mention, kind, known)
        self.things[known].add(form)
        return known

    def _bracketed_acronym(self, mention: FoundMention, kind: str, known: int) -> None:
        after = ACRONYM.match(self.text[mention.span.end : mention.span.end + 16])
        words = self.things[known].words
        if after and len(words) > 1 and acronym_of(words) == after.group(1).lower().replace(".", "").replace("-", ""):
            self.by_form[kind, form_words(after.group(1))] = known
            self.things[known].forms.setdefault(after.group(1), 0)

    def _join_partial_names(self) -> None:
        """A person's bare surname joins the one longer name that it fits; two names of one known actor are one."""
        longer: dict[str, set[int]] = {}
        for index, thing in enumerate(self.things):
            words = without_titles(thing.words)
            if len(words) > 1 and thing.type == "person":
                longer.setdefault(words[-1], set()).add(index)
        target: dict[int, int] = {}
        for index, thing in enumerate(self.things):
            words = without_titles(thing.words)
            if len(words) == 1 and thing.type == "person":
                fits = longer.get(words[0], set()) - {index}
                if len(fits) == 1:
                    target[index] = fits.pop()
        self._rename(target | self._same_actors())

    def _same_actors(self) -> dict[int, int]:
        """Names of organisations that the gazetteer knows for one and the same ("JAS", "Boko Haram")."""
        first: dict[str, int] = {}
        target: dict[int, int] = {}
        for index, thing in enumerate(self.things):
            actor = known_actor(thing.name) if thing.type == "organization" else None
            if actor is not None and first.setdefault(actor.id, index) != index:
                target[index] = first[actor.id]
        return target

    def _rename(self, target: dict[int, int]) -> None:
        self.renamed = target
        for small, large in target.items():
            for form, count in self.things[small].forms.items():
                self.things[large].forms[form] = self.things[large].forms.get(form, 0) + count
        self.of_mention = [None if n is None else target.get(n, n) for n in self.of_mention]

    def _index_words(self) -> None:
        for mention, found in zip(self.mentions, self.of_mention, strict=True):
            if found is not None and self.things[found].type in ("organization", "person"):
                for word in self.things[found].words:
                    self.by_word.setdefault(word, {}).setdefault(found, mention.span.end)
