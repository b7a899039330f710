"""Where each event was: the place that its own clause gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.clause import Sentences
from averral.extract.participants import PRONOUNS
from averral.records import Span
from averral.records.ontology import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from averral.extract.clause import ParsedSentence
    from averral.extract.event import FoundEvent
    from averral.records import Attribution, Mention, Place

__all__ = ["Scouted", "Sites", "find_event_places"]

PLACES: Final = frozenset({"GPE", "LOC", "FAC"})
PEOPLE: Final = frozenset({"PER", "ORG", "NORP"})
NO_PLACES: Final = frozenset({"DATE", "NUM", "PER", "NORP"})
NAMED: Final = frozenset({"GPE", "LOC"})
_KIND = (
    r"(?:town|village|city|port|district|province|region|state|county|island|capital|quarter|part|outskirts|north|south|"
    r"east|west|centre|center|edge|suburb|valley|area)s?"
)
_KIND_OF: Final = rf"(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+)?{_KIND}\s+(?:city\s+|town\s+)?of\s+(?:the\s+)?"
_IN: Final = re.compile(
    r"\b(?:in|at|near|on|off|inside|outside|around|under|beneath|below|above|behind|beside|along|across|through|throughout|"
    r"within|over|by|beyond|between|among|opposite|upon)\s+(?:(?:the|a|an|its|his|her|their|this|that|all)\s+)?"
    rf"(?:(?!(?:of|for|from|to|with|and|or)\b)[\w’'-]+\s+)?(?:{_KIND_OF})?$",
    re.IGNORECASE,
)
"""Before a place where something is: "in", "near the village of"."""
_TO: Final = re.compile(rf"\b(?:to|into|onto|for|towards?)\s+(?:the\s+)?(?:{_KIND_OF})?$", re.IGNORECASE)
_FROM: Final = re.compile(rf"\b(?:from|out\s+of)\s+(?:the\s+)?(?:{_KIND_OF})?$", re.IGNORECASE)
_OBJECT: Final = re.compile(rf"\s+(?:(?:of|on|against)\s+)?(?:the\s+|all\s+)?(?:{_KIND_OF})?", re.IGNORECASE)
"""Between a trigger and what is hit, entered or left."""
_NOUN: Final = re.compile(r"(?:\b(?:the|a|an|this|that|its|their)|['’]s)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
"""Before a name that stands before a noun: "the Norlan bombing", and not "Norlan bombed"."""
_BARE: Final = re.compile(rf"(?:(?:the|a|an)\s+)?(?:[\w’'-]+\s+)?{_KIND}", re.IGNORECASE)
_HELD: Final = re.compile(r"\s+(?:of|in|near)\s+(?:the\s+)?", re.IGNORECASE)
"""Between "a village" and its name, or that of what holds it."""
_THERE: Final = re.compile(
    r"[^,;:.!?\n]{0,60}?\bthere\b(?!['’]|\s+(?:is|are|was|were|has|have|had|will|would|may|might|can|could|must|should)\b)",
    re.IGNORECASE,
)
"""“There” behind a trigger that says where, and not that there is something."""
MOVING: Final = frozenset({"displacement", "visit", "movement", "deployment"})
"""Types of which the goal is the place."""
LEAVING: Final = frozenset({
    "kidnapping", "hostage_taking", "escape", "withdrawal", "expulsion", "release", "rescue", "seizure",
})  # fmt: skip
"""Types of which the start is the place."""
HOLDING: Final = frozenset(
    {"visit", "withdrawal", "blockade", "siege", "restriction", "territorial_capture", "movement"}
)
"""Types that are done to a place itself: what one visits, leaves, blocks or takes is where one does so."""
_JOINT: Final = re.compile(r",|\band\b|\bor\b")
JOINT: Final = 60
BEFORE: Final = 40
"""What a comma or "and", and standing before the trigger, weighs in characters when the nearest place is sought."""
COARSE: Final = frozenset({"country", "region", "division"})


class Scouted(NamedTuple):
    """An event with the id of the mention that says where it was, if any does."""

    event: FoundEvent
    place: str | None


def find_event_places(
    text: str,
    sentences: Sequence[Span],
    events: Sequence[FoundEvent],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    places: Sequence[Place] = (),
) -> tuple[str | None, ...]:
    """The id of the mention that says where each event was, in the order of `events`; null where nothing tells.

    The phrase that the event has as its `place` decides. Else it is the nearest place of the trigger's own clause that
    a word such as "in" or "near" makes one; then a place that was hit, entered or left; then what "there" points to;
    then, inside one sentence, the place of an event that is the same happening. The town of a dateline, a part of an
    organisation's name, and where a source is from are no places of events. `sentences` and `mentions` are in order.
    """
    return _Reader(text, sentences, events, mentions, attributions, places).read()


class _Reader:
    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        events: Sequence[FoundEvent],
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        places: Sequence[Place],
    ) -> None:
        self.text, self.events, self.mentions = text, events, mentions
        self.starts = [m.start for m in mentions]
        self.sentences = Sentences(text, sentences, attributions, ())
        self.sources = [Span(a.source.start, a.source.end) for a in attributions if a.source]
        self.coarse = {p.mention for p in places if p.precision in COARSE}
        self.order = sorted(range(len(events)), key=lambda n: events[n].trigger)
        self.triggers = [events[n].trigger for n in self.order]

    def read(self) -> tuple[str | None, ...]:
        found: list[str | None] = []
        for number in self.order:
            event = self.events[number]
            own = self._argument(event) or self._own(event)
            found.append(own or self._earlier(event, found))
        of = dict(zip(self.order, found, strict=True))
        return tuple(of[n] for n in range(len(self.events)))

    def _argument(self, event: FoundEvent) -> str | None:
        spans = [a.span for a in event.arguments if a.role == "place"]
        within = [
            (m, s) for s in spans for m in self._between(s) if m.type not in NO_PLACES and not self._is_pronoun(m)
        ]
        best = max(within, key=lambda pair: self._fit(*pair), default=None)
        return best[0].id if best else None

    def _fit(self, mention: Mention, span: Span) -> tuple[bool, bool, bool, bool, int]:
        """The very phrase first, then a place, then what the phrase begins with, then a name, then the longest."""
        exact = (mention.start, mention.end) == (span.start, span.end)
        head = mention.start == span.start and not self._is_bare(mention)
        return exact, mention.type in PLACES, head, mention.name, mention.end - mention.start

    def _own(self, event: FoundEvent) -> str | None:
        number = self.sentences.find_number(event.trigger.start)
        if number is None:
            return None
        sentence = self.sentences.parse(number)
        own = [m for m in self._between(sentence.around(event.trigger)) if self._can_be(event, m, sentence)]
        located = [m for m in own if self._is_located(event, m)]
        hit = [m for m in own if self._is_hit(event, m)]
        best = min(located or hit, key=lambda m: (m.id in self.coarse, self._distance(event.trigger, m)), default=None)
        return best.id if best else self._there(event, number)

    def _there(self, event: FoundEvent, number: int) -> str | None:
        """What "there" points to: the last place that was named in the sentence, or the two before it."""
        if not _THERE.match(self.text, event.trigger.end):
            return None
        start = self.sentences.spans[max(0, number - 2)].start
        named = [m for m in self._between(Span(start, event.trigger.start)) if m.name and m.type in PLACES]
        return named[-1].id if named else None

    def _can_be(self, event: FoundEvent, mention: Mention, sentence: ParsedSentence) -> bool:
        span = Span(mention.start, mention.end)
        if mention.type not in PLACES or self._is_pronoun(mention) or self.sentences.find_number(span.start) is None:
            return False
        if not sentence.is_together(event.trigger, span) or sentence.is_of_other(event.trigger, span, self.triggers):
            return False
        return not (self._is_part(event, span) or self._is_bare(mention))

    def _is_part(self, event: FoundEvent, span: Span) -> bool:
        """Whether it belongs to a source, to who did it, to an organisation's name, or is a building that was hit."""
        hit = () if event.type in HOLDING else ("target", "victim")
        if any(a.span.holds(span) for a in event.arguments if a.role == "perpetrator"):
            return True
        around = [m for m in self._between(span) if Span(m.start, m.end).holds(span)]
        return (
            any(source.holds(span) for source in self.sources)
            or any(m.type == "ORG" for m in around)
            or any(a.span == span and around[0].type == "FAC" for a in event.arguments if a.role in hit)
        )

    def _is_pronoun(self, mention: Mention) -> bool:
        return self.text[mention.start : mention.end].lower() in PRONOUNS

    def _is_bare(self, mention: Mention) -> bool:
        """Whether it is a "village" whose name, or whose district's, follows."""
        words = self.text[mention.start : mention.end]
        if mention.name or not _BARE.fullmatch(words):
            return False
        behind = self._between(Span(mention.end, mention.end + 40))
        return any(m.name and m.type in NAMED and _HELD.fullmatch(self.text, mention.end, m.start) for m in behind)

    def _is_located(self, event: FoundEvent, mention: Mention) -> bool:
        ahead = mention.start >= event.trigger.end
        start = max(event.trigger.end if ahead else 0, mention.start - 60)
        before = self.text[start : mention.start]
        if (event.type in MOVING and _TO.search(before)) or (event.type in LEAVING and _FROM.search(before)):
            return True
        match = _IN.search(before)
        return match is not None and (ahead or not self._is_home(start + match.start()))

    def _is_home(self, position: int) -> bool:
        """Whether people stand before "in", so that it is they who are there: "soldiers in Norlan were ordered"."""
        end = len(self.text[:position].rstrip())
        return any(m.end == end and m.type in PEOPLE for m in self._between(Span(max(0, end - 1), end)))

    def _is_hit(self, event: FoundEvent, mention: Mention) -> bool:
        """“The bombing of Norlan”, “the Norlan bombing”, “they shelled Norlan”, “they left the camp”."""
        if mention.type not in NAMED and event.type not in HOLDING:
            return False
        if mention.end <= event.trigger.start:
            before = self.text[max(0, mention.start - 30) : mention.start]
            return bool(_NOUN.search(before)) and self.text[mention.end : event.trigger.start].isspace()
        kind = EVENT_TYPES.get(event.type)
        done_to = event.type in HOLDING or (kind is not None and kind.family == "material_conflict")
        return done_to and self._is_object(event, mention)

    def _is_object(self, event: FoundEvent, mention: Mention) -> bool:
        return _OBJECT.fullmatch(self.text, event.trigger.end, mention.start) is not None

    def _distance(self, trigger: Span, mention: Mention) -> int:
        low, high = sorted((trigger, Span(mention.start, mention.end)))
        joints = len(_JOINT.findall(self.text, low.end, max(low.end, high.start)))
        return high.start - low.end + JOINT * joints + (BEFORE if mention.start < trigger.start else 0)

    def _earlier(self, event: FoundEvent, found: Sequence[str | None]) -> str | None:
        if event.earlier is None or event.earlier >= len(found):
            return None
        here = self.sentences.find_number(event.trigger.start)
        there = self.sentences.find_number(self.events[self.order[event.earlier]].trigger.start)
        if here is None or here != there:
            return None
        return found[event.earlier] or self._building(self.events[self.order[event.earlier]])

    def _building(self, event: FoundEvent) -> str | None:
        """What was hit or entered, which is where the rest happened: "they attacked the camp and murdered …"."""
        near = (m for m in self._between(Span(event.trigger.end, event.trigger.end + 40)) if m.type == "FAC")
        home = self.sentences.find_number(event.trigger.start)
        same = (m for m in near if self.sentences.find_number(m.start) == home)
        return next((m.id for m in same if self._is_object(event, m)), None)

    def _between(self, span: Span) -> Iterator[Mention]:
        """Mentions that begin in a stretch, or reach into it from the one before."""
        for n in range(max(0, bisect_left(self.starts, span.start) - 4), len(self.mentions)):
            if self.mentions[n].start >= span.end:
                break
            if self.mentions[n].end > span.start:
                yield self.mentions[n]


class Sites:
    """Chooses where an incident was among the mentions of a document (in order of their starts)."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        """Index the mentions by id and by where they start."""
        self.text, self.mentions = text, mentions
        self.starts = [m.start for m in mentions]
        self.known = {m.id: m for m in mentions}

    def choose(self, tiers: Iterable[Sequence[Scouted]]) -> str | None:
        """The id of the mention that says where it was, from the events that tell most of it first.

        Of a tier, what bears a name comes before a description, as it can be found on a map; then a building, which is
        more exact than its town; then the place that most of the events have; then the first. A building with a name
        that was hit is where it was.
        """
        for tier in tiers:
            found = [m for one in tier for m in self._iter_sites(one)]
            votes = Counter(self._key(m) for m in found)
            best = max(found, key=lambda m: (*self._rank(m), votes[self._key(m)], -m.start), default=None)
            if best is not None:
                return best.id
        return None

    def _iter_sites(self, one: Scouted) -> Iterator[Mention]:
        for span in (a.span for a in one.event.arguments if a.role == "target"):
            built = [m for m in self._inside(span.start, span.end) if m.type == "FAC" and self._is_named(m)]
            yield from sorted(built, key=lambda m: m.start - m.end)[:1]
        if one.place in self.known:
            yield self.known[one.place]

    def _inside(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [m for m in self.mentions[first:last] if m.end <= end]

    def _is_named(self, mention: Mention) -> bool:
        """Whether it bears a name, in whole or in part: "Tin Gate", and so "the Tin Gate market"."""
        return mention.name or any(m.name for m in self._inside(mention.start, mention.end))

    def _rank(self, mention: Mention) -> tuple[bool, bool]:
        named = self._is_named(mention)
        return named, named and mention.type == "FAC"

    def _key(self, mention: Mention) -> str:
        return mention.entity or self.text[mention.start : mention.end].casefold()
