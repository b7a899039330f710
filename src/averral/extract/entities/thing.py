"""A thing that a document speaks of, while its mentions are being gathered."""

from __future__ import annotations

from averral.extract.entities.form import form_words
from averral.records import Entity

__all__ = ["ENTITY_TYPES", "Thing"]

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


class Thing:
    """Forms with how often each was met, type and subtype, and, of a person, the gender that pronouns gave them."""

    __slots__ = ("described", "forms", "gender", "own_name", "subtype", "type", "words")

    def __init__(self, form: str, kind: str, *, described: bool = False) -> None:
        self.forms: dict[str, int] = {form: 1}
        self.type = kind
        self.words = form_words(form)
        self.described = described
        self.gender: str | None = None
        self.subtype: str | None = None
        self.own_name: str | None = None

    def add(self, form: str) -> None:
        """Meet it once more."""
        self.forms[form] = self.forms.get(form, 0) + 1
        words = form_words(form)
        if len(words) > len(self.words):
            self.words = words

    @property
    def name(self) -> str:
        """Its own name where other forms stand for it, else the form with the most words, the commonest of these."""
        return self.own_name or max(self.forms, key=lambda f: (len(form_words(f)), self.forms[f], len(f), f))

    def as_entity(self, entity_id: str) -> Entity:
        """The record of it."""
        aliases = tuple(sorted(form for form in self.forms if form != self.name))
        return Entity(id=entity_id, name=self.name, type=self.type, subtype=self.subtype, aliases=aliases)
