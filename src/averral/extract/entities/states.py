"""States that speak and act, by their own name, by that of their capital ("Moscow denied it"), or by an adjective.

A capital is joined with its state where it speaks or acts, and stays a town where things happen in it. What is the
capital of what comes from the gazetteer, or from the text itself ("Shevin, the capital of Ulmaar").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from averral.extract.entities.form import clean_form, form_words
from averral.gazetteer import PlaceKind, find_demonym, fold_name, load_gazetteer

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from averral.extract.entities.names import NameBook
    from averral.extract.mentions import FoundMention
    from averral.records import Span

__all__ = ["join_states"]

OPEN_SEATS = frozenset({"brussels", "jerusalem"})
"""Seats of more than one body, or disputed: whom they stand for is left open."""
NAME = r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
CAPITAL_OF = (
    re.compile(rf"^,?\s+(?:is\s+)?(?:the|its)?\s*(?:\w+\s)?capital\s+of\s+(?:the\s+)?{NAME}"),
    re.compile(rf"^,\s+{NAME}['’]s?\s+(?:\w+\s)?capital\b"),
)
CAPITAL_BEFORE = re.compile(r"(?P<name>[A-Z][\w-]+)(?:['’]s)?\s+(?:\w+\s)?capital,?\s+(?:of\s+)?$")
DEEDS = re.compile(
    r"^\s+(?:has\s+|have\s+|had\s+|also\s+|again\s+)*(?:sa(?:id|ys)|den(?:ied|ies)|accuse[sd]|reject(?:ed|s)|warn(?:ed|s)|vow(?:ed|s)|"
    r"threaten(?:ed|s)|insist(?:ed|s)|condemn(?:ed|s)|blame[sd]|impose[sd]|recall(?:ed|s)|expel(?:led|s)|agree[sd]|refuse[sd]|"
    r"back(?:ed|s)|arm(?:ed|s)|fund(?:ed|s)|want(?:ed|s)|announce[sd]|call(?:ed|s)\s+(?:for|on)|demand(?:ed|s)|urge[sd]|"
    r"claim(?:ed|s)|suppl(?:ied|ies)|sanction(?:ed|s)|recogni[sz]e[sd]|repl(?:ied|ies)|retaliate[sd]|pledge[sd])\b"
)
DONE_TO = re.compile(
    r"\b(?:accus\w+|blam\w+|urg\w+|warn\w+|condemn\w+|(?:talks|ties|relations|tensions?|war|agreement|deal|negotiations)\s+(?:with|between)|"
    r"(?:backed|armed|funded|financed|supported|supplied|directed|trained)\s+by)\s+$",
    re.IGNORECASE,
)
ENDINGS = ("n", "an", "ian", "i", "ese", "nese", "ish", "ic", "er", "ene")
"""What turns the name of a country into the word for its people ("Ulmaar", "Ulmaari")."""
LEAST_STEM = 4
REACH = 60


def join_states(text: str, mentions: Sequence[FoundMention], book: NameBook, acting: Collection[Span]) -> None:
    """Make a state of each country that speaks or acts, with the capital's mentions that do, and its adjectives.

    `acting` are the spans that speak, do something or have it done to them; what the words around show is added.
    """
    states = _States(text, mentions, book)
    for number in _acting(text, mentions, acting):
        found = states.of(number)
        if found is not None:
            book.of_mention[number] = found
            state = book.things[found]
            state.type, state.subtype, state.own_name = "organization", "state", state.own_name or state.name
            state.add(states.form(mentions[number]))
    states.join_adjectives()


def _acting(text: str, mentions: Sequence[FoundMention], acting: Collection[Span]) -> list[int]:
    """The numbers of names that act, in order; who is joined by "and" with one that acts does so too."""
    found: list[int] = []
    after: FoundMention | None = None
    for number, mention in reversed(list(enumerate(mentions))):
        if mention.name and mention.type == "GPE":
            joined = after is not None and text[mention.span.end : after.span.start].strip() in ("and", ",")
            if mention.span in acting or _acts(text, mention.span) or joined:
                found.append(number)
                after = mention
            else:
                after = None
    return found[::-1]


def _acts(text: str, span: Span) -> bool:
    return bool(
        DEEDS.match(text[span.end : span.end + REACH]) or DONE_TO.search(text[max(0, span.start - REACH) : span.start])
    )


class _States:
    """The countries that a document names, by code or, where the gazetteer knows none, by name."""

    def __init__(self, text: str, mentions: Sequence[FoundMention], book: NameBook) -> None:
        self.text, self.mentions, self.book = text, mentions, book
        self.countries: dict[str, int] = {}
        self.seats: dict[str, str] = {}
        named = [(n, m) for n, m in enumerate(mentions) if m.name and m.type == "GPE"]
        for number, mention in named:
            form, thing = self.form(mention), book.of_mention[number]
            if thing is not None and (code := country_of(form)):
                self.countries.setdefault(code, thing)
            elif owner := _owner(text, mention.span):
                self.seats[fold_name(form)] = country_of(owner) or fold_name(owner)
        peoples = {self.form(m) for m in mentions if m.name and m.type == "NORP"}
        for number, mention in named:
            form, thing = self.form(mention), book.of_mention[number]
            known = fold_name(form) in self.seats.values() or any(_is_people(people, form) for people in peoples)
            if thing is not None and known and not country_of(form):
                self.countries.setdefault(fold_name(form), thing)

    def form(self, mention: FoundMention) -> str:
        """The words of a mention."""
        return clean_form(self.text[mention.span.start : mention.span.end])

    def of(self, number: int) -> int | None:
        """The thing that a country, or a capital, is where it acts; None for any other town."""
        form = self.form(self.mentions[number])
        key = country_of(form) or fold_name(form)
        if key in self.countries:
            return self.countries[key]
        seat = self.seats.get(fold_name(form)) or capital_of(form)
        if seat is not None and seat not in self.countries:
            self.countries[seat] = self.book.open(form, "organization")
        return None if seat is None else self.countries[seat]

    def join_adjectives(self) -> None:
        """Words as in "Ulmaari police" speak of Ulmaar, if the document does too; "Ulmaaris" are people."""
        for number, mention in enumerate(self.mentions):
            if mention.name and mention.type == "NORP" and self._describes(mention):
                form = self.form(mention)
                codes = _countries_of(form)
                fits = {thing for key, thing in self.countries.items() if key in codes or _is_people(form, key)}
                if len(fits) == 1:
                    thing = fits.pop()
                    country = self.book.things[thing]
                    country.own_name = country.own_name or country.name
                    country.add(form)
                    self.book.of_mention[number] = thing

    def _describes(self, mention: FoundMention) -> bool:
        """Whether it is an adjective: no plural, and a noun stands behind it."""
        behind = self.text[mention.span.end : mention.span.end + 2]
        return behind[:1] == " " and behind[1:].isalpha() and not self.form(mention).lower().endswith("s")


def _owner(text: str, span: Span) -> str | None:
    """The country that the text says a town is the capital of."""
    after, before = text[span.end : span.end + REACH], text[max(0, span.start - REACH) : span.start]
    found = next((m for pattern in CAPITAL_OF if (m := pattern.match(after))), None) or CAPITAL_BEFORE.search(before)
    return None if found is None else found["name"]


def _is_people(people: str, country: str) -> bool:
    """Whether one word is made of the other as the word for a people is made of its country's name."""
    people, country = fold_name(people), fold_name(country)
    if people in (country, country + "s"):
        return False
    stems = (country, country.rstrip("aeiouy"))
    return any(len(s) >= LEAST_STEM and people.startswith(s) and people[len(s) :] in ENDINGS for s in stems)


@lru_cache(maxsize=1 << 12)
def country_of(form: str) -> str | None:
    """The code of the country that a form names."""
    return load_gazetteer().find_country(form)


@lru_cache(maxsize=1 << 12)
def capital_of(form: str) -> str | None:
    """The code of the country whose capital is the largest town of this name."""
    if fold_name(form) in OPEN_SEATS or not form_words(form):
        return None
    towns = (p for p in load_gazetteer().find_places(form) if p.kind in (PlaceKind.SETTLEMENT, PlaceKind.CAPITAL))
    largest = next(towns, None)
    return largest.country if largest is not None and largest.kind == PlaceKind.CAPITAL else None


@lru_cache(maxsize=1 << 12)
def _countries_of(people: str) -> tuple[str, ...]:
    return find_demonym(people)
