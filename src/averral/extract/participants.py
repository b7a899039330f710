"""Who or what a phrase with a role stands for: its plain words, its entity, and whether they name or describe it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.quantities import find_quantities
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from averral.extract.event import FoundArgument
    from averral.records import Mention

__all__ = ["Participant", "Participants"]

LETTER = re.compile(r"[^\W\d_]")
EDGES = " \t\r\n\"“”‘’'.,;:-–—"
ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
TITLES = re.compile(
    r"\b(?:(?:brigadier|lieutenant|major|vice|rear|staff|first|second)[ -])?(?:col|gen|maj|lt|sgt|capt|adm|colonel|"
    r"general|major|captain|lieutenant|sergeant|corporal|admiral|commander|commandant|sheikh|mullah|emir|judge|"
    r"president|minister|deputy|senator|governor|mayor|priest|father)\b\.? +\Z",
    re.IGNORECASE,
)
DANGLING = re.compile(
    r"(?:\s+(?:of|in|at|on|for|from|by|to|with|and|or|the|a|an|such as|including|owned|called|named|who|which))+\Z",
    re.IGNORECASE,
)
"""Words that a phrase cannot end with: what they lead to was cut off."""
CLAUSE = re.compile(r"(?<=\w),\s+(?:which|who|whom|whose|where)\b")
"""Where what is only told of somebody begins."""
OWNER = re.compile(r"\s*['’]s?\b")
MEMBERS = re.compile(
    r"[’'\"”\])]*\s+(?:urban\s+)?(?:members?|guerrillas?|rebels?|militants?|gunmen|troops|elements?|commandos?|fighters?|"
    r"soldiers|terrorists?|subversives?|insurgents?)\s*",
    re.IGNORECASE,
)
GLOSS = re.compile(r"['\"’”]?\s*(?:[\[(].*|[\])]?\s*)", re.DOTALL)
"""What may stand behind the name of a group in the phrase for it: its members, or a name in brackets."""
LABEL = re.compile(
    r"(?:(?:the|an?|self-styled|so-called|separatist|sinister|castroite|pro ?-? ?castro(?:ite)?|marxist(?:-leninist)?|"
    r"maoist|leftist|rightist|ultra-?(?:left|right)(?:ist|-wing)?|terrorist|outlawed|clandestine|guerrilla|rebel)\s+)*[\"“'‘]*",
    re.IGNORECASE,
)
"""What may stand before it: how an author labels it."""
OVERLAPPING = 8
"""So many mentions before a place are looked at for one that reaches over it."""
_PRONOUNS = """
    he she they him her them his hers their it its who whom which that this these those we us our i me my you your one
    himself herself themselves itself some others several many few most both all each either neither none
"""
PRONOUNS = frozenset(_PRONOUNS.split())


class Participant(NamedTuple):
    """The words for it, where they stand, its entity if known; whether they are a name, or a pronoun or bare number."""

    text: str
    span: Span
    entity: str | None
    name: bool
    pronoun: bool = False


class Participants:
    """Looks phrases up among the mentions of a document (in order of their starts)."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        """Index the mentions by where they start."""
        self.text, self.mentions = text, mentions
        self.starts = [m.start for m in mentions]
        self.named = [m for m in mentions if m.name]
        self.name_starts, self.name_ends = [m.start for m in self.named], [m.end for m in self.named]
        self.names = {e: m for m in reversed(mentions) if m.name and (e := m.entity)}
        self.of_entity: dict[str, list[Span]] = {}
        for m in mentions:
            if m.entity:
                self.of_entity.setdefault(m.entity, []).append(Span(m.start, m.end))

    def mentions_of(self, found: Participant) -> list[Span]:
        """Where the text speaks of a participant: the mentions of its entity, and its own words."""
        return sorted({found.span, *self.of_entity.get(found.entity or "", ())})

    def _main(self, span: Span) -> Mention | None:
        """The mention that the span is, else the longest that begins in it: "its" is not "its men"."""
        ends = span.start, span.end
        return max(self._inside(*ends), key=lambda m: ((m.start, m.end) == ends, m.end - m.start, m.name), default=None)

    def find(self, argument: FoundArgument) -> Participant:
        """The participant of an argument: a person by their name, anything else by the whole phrase.

        A phrase that cuts through a name, or lacks the head of a description, has all of it.
        """
        start, end = argument.span.start, argument.span.end
        if (clause := CLAUSE.search(self.text, start, end)) is not None:
            end = clause.start()
        if argument.role in ("perpetrator", "target") and self.text[start:end].lower() not in PRONOUNS:
            start, end = self._complete(start, end)
        names = self._names(start, end)
        if "individual" in (argument.kind, "individual" if argument.role == "victim" else None):
            person = next((m for m in names if m.type == "PER"), None)
            if person is not None:
                start = self._title(person.start) if argument.role == "perpetrator" else person.start
                return self._participant(start, person.end, person)
        if names:
            start, end = min(start, names[0].start), max(end, names[-1].end)
        if argument.kind == "organization" and (group := self._bare_group(start, end, names)) is not None:
            return self._participant(group.start, group.end, group)
        main = self._main(Span(start, end))
        if main is not None and self.text[start:end].lower() in PRONOUNS and main.entity in self.names:
            antecedent = self.names[main.entity]
            return self._participant(antecedent.start, antecedent.end, antecedent)
        if argument.role == "victim":
            start = self._past_count(start, end)
        return self._participant(start, end, main)

    def _bare_group(self, start: int, end: int, names: Sequence[Mention]) -> Mention | None:
        """The group in a phrase that only labels it or tells of its members: "leftist FPA rebels" is the FPA."""
        group = next((m for m in names if m.type == "ORG"), None)
        if group is None or not LABEL.fullmatch(self.text, start, max(start, group.start)):
            return None
        after = max(end, group.end)
        behind = MEMBERS.fullmatch(self.text, group.end, after) or GLOSS.fullmatch(self.text, group.end, after)
        return group if behind else None

    def _complete(self, start: int, end: int) -> tuple[int, int]:
        """The phrase with the rest of the description that it was cut out of: "three" of "three armed men".

        What belongs to somebody ("the mayor" of "the mayor's car") is not cut out; a rank alone goes on to the name.
        """
        bare = self.text[start:end].rstrip()
        if TITLES.fullmatch(bare + " ") and (name := self._next_name(start + len(bare))):
            return start, name.end
        place = bisect_right(self.starts, start)
        cut = [m for m in self.mentions[max(0, place - OVERLAPPING) : place] if m.end > end and m.start < end]
        whole = [m for m in cut if LETTER.search(self.text, end, m.end) and not OWNER.match(self.text, end)]
        longest = max(whole, key=lambda m: m.end - m.start, default=None)
        return (longest.start, longest.end) if longest is not None else (start, end)

    def _next_name(self, end: int) -> Mention | None:
        """The person named right behind a place in the text."""
        place = bisect_left(self.name_starts, end)
        name = self.named[place] if place < len(self.named) else None
        return name if name and name.type == "PER" and not self.text[end : name.start].strip(" .\n") else None

    def _title(self, start: int) -> int:
        """Where the titles before a name begin: who did it is known by rank too ("Colonel Moss")."""
        title = TITLES.search(self.text, max(0, start - 40), start)
        return title.start() if title else start

    def _past_count(self, start: int, end: int) -> int:
        """Where a phrase goes on behind the count that it begins with; its start where nothing is left."""
        count = next(iter(find_quantities(self.text, Span(start, end))), None)
        if count is None or count.start != start or not LETTER.search(self.text, count.end, end):
            return start
        return count.end

    def _names(self, start: int, end: int) -> list[Mention]:
        """The names that overlap a stretch; names do not overlap each other."""
        low, high = bisect_right(self.name_ends, start), bisect_left(self.name_starts, end)
        return self.named[low:high]

    def _inside(self, start: int, end: int) -> Iterable[Mention]:
        place = bisect_left(self.starts, start)
        while place < len(self.mentions) and self.mentions[place].start < end:
            yield self.mentions[place]
            place += 1

    def _participant(self, start: int, end: int, main: Mention | None) -> Participant:
        start, end = _plain(self.text, start, end)
        covers = main is not None and main.name and (main.end - main.start) * 2 > end - start
        words = " ".join(self.text[start:end].split())
        return Participant(
            text=words,
            span=Span(start, end),
            entity=main.entity if main is not None else None,
            name=bool(covers),
            pronoun=words.lower() in PRONOUNS or not LETTER.search(words),
        )


def _plain(text: str, start: int, end: int) -> tuple[int, int]:
    """A phrase without its article, marks around it, and a bracket that is opened and not closed."""
    words = text[start:end]
    if words.count("(") + words.count("[") > words.count(")") + words.count("]"):
        words = words[: max(words.rfind("("), words.rfind("["))]
    words = DANGLING.sub("", words.rstrip(EDGES)).rstrip(EDGES)
    start += len(words) - len(words.lstrip(EDGES))
    words = words.lstrip(EDGES)
    article = ARTICLE.match(words)
    return (start + article.end() if article else start), start + len(words)
