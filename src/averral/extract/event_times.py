"""When each event was: the date that its own clause gives, or that of the same happening told just before."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from averral.extract.clause import Sentences
from averral.extract.stage import WARNINGS
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from averral.extract.clause import ParsedSentence
    from averral.extract.event import FoundEvent
    from averral.records import Attribution, Time

__all__ = ["choose_date", "find_event_times"]

FEW = 4
"""A mere year counts where one in so many events gives it."""

_PART_OF_DAY: Final = re.compile(
    r"(?:\w+\s+)?(?:before|by|until|till|to)\s+(?:the\s+)?(?:dawn|daybreak|sunrise|noon|midday|dusk|sunset|nightfall|midnight|\d)",
    re.IGNORECASE,
)
"""“Before dawn on Tuesday” is on Tuesday, although "before Tuesday" is not."""
_WHEN: Final = re.compile(r",?\s+when\b", re.IGNORECASE)
WHENS: Final = frozenset({"date", "time", "interval"})
"""Kinds that say when; a duration or a set says how long or how often."""
_JOINT: Final = re.compile(r",|\band\b|\bor\b")
JOINT: Final = 60
"""A comma or "and" between a date and a trigger weighs as much as so many characters."""
_CLOSE: Final = re.compile(r"[,\s]*(?:(?:on|at|in|about|shortly|of|the|early|late)\s+)*")
"""Between two expressions that give one time together: "9 October, between 10:04 and 10:07"."""
_SIGNED: Final = re.compile(r"[,.;–-]\s*$")
"""Before the date of a paper, at the end of its first line: "Bulletin No. 3 on the attack, 21 October"."""
_BORN: Final = re.compile(r"\bborn\s+(?:(?:in|on|about|around)\s+)?$", re.IGNORECASE)
"""Before a date that is a person's: "the driver, born 1987"."""
_COUNT: Final = re.compile(
    r"\b(?:toll|count|(?:number|figure|total)s?\s+of\s+(?:the\s+|those\s+|people\s+|its\s+)*(?:dead|deaths|killed|victims|"
    r"fatalities|casualties|injured|wounded|missing))\b",
    re.IGNORECASE,
)
_MOVED: Final = (
    r"(?:clim|ris|rose|fell|fall|lower|rais|revis|correct|increas|reach|st[oa]nd|stood|jump|double|grew|grow|put|amend|updat|"
    r"cut|reduc|mount)\w*"
)
_MOVED_ON: Final = re.compile(rf"\b{_MOVED}\b[^.;:]{{0,40}}\Z", re.IGNORECASE)
_ON_MOVED: Final = re.compile(rf"\W{{1,3}}(?:again\s+|further\s+)?{_MOVED}\b", re.IGNORECASE)
NEARBY: Final = 160
"""Characters before a date in which the toll stands that was moved on it."""
_CLOCK: Final = re.compile(r"(?:\.\./)?T")
_HOUR: Final = re.compile(r"T[\d:]+(?:Z|[+-][\d:]+)?")


def find_event_times(
    text: str,
    sentences: Sequence[Span],
    events: Sequence[FoundEvent],
    times: Sequence[Time],
    attributions: Sequence[Attribution],
) -> tuple[str | None, ...]:
    """The EDTF value of when each event was, in the order of `events`; null where the text does not tell.

    The phrase that the event has as its `time` decides. Else it is the nearest date of the trigger's own clause, unless
    that is when somebody spoke, or another event's. Else, inside one sentence, that of an event that is the same
    happening. The day of publication is never a default. `sentences` and `times` are in order.
    """
    return _Reader(text, sentences, events, times, attributions).read()


class _Reader:
    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        events: Sequence[FoundEvent],
        times: Sequence[Time],
        attributions: Sequence[Attribution],
    ) -> None:
        self.text, self.events = text, events
        signed = _find_signed(text)
        self.times = sorted((t for t in times if _is_when(t) and not _is_other(text, t, signed)), key=lambda t: t.start)
        self.starts = [t.start for t in self.times]
        self.sentences = Sentences(text, sentences, attributions, (Span(t.start, t.end) for t in self.times))
        self.order = sorted(range(len(events)), key=lambda n: events[n].trigger)
        self.triggers = [events[n].trigger for n in self.order]

    def read(self) -> tuple[str | None, ...]:
        """Events are read in the order of their triggers, which is that of the numbers in `earlier`."""
        found: list[Time | None] = []
        for number in self.order:
            event = self.events[number]
            own = self._argument(event) or self._own(event)
            found.append(own or self._earlier(event, found))
        edtf = {n: self._value(t, self.events[n].trigger) for n, t in zip(self.order, found, strict=True)}
        return tuple(edtf[n] for n in range(len(self.events)))

    def _value(self, time: Time | None, trigger: Span) -> str | None:
        """Its EDTF; of "since June, when …" what follows is of June itself."""
        if time is None or time.edtf is None:
            return None
        when = trigger.start > time.end and _WHEN.match(self.text, time.end)
        in_day = _PART_OF_DAY.match(self.text, time.start, time.end)
        return time.edtf.removeprefix("../").removesuffix("/..") if when or in_day else time.edtf

    def _argument(self, event: FoundEvent) -> Time | None:
        spans = [a.span for a in event.arguments if a.role == "time"]
        return _exactest(t for span in spans for t in self._between(span))

    def _own(self, event: FoundEvent) -> Time | None:
        number = self.sentences.find_number(event.trigger.start)
        if number is None:
            return None
        sentence = self.sentences.parse(number)
        near = [t for t in self._between(sentence.around(event.trigger)) if self._is_own(event.trigger, t, sentence)]
        nearest = min(near, key=lambda t: self._distance(event.trigger, t), default=None)
        return nearest and _exactest(t for t in near if t is nearest or self._is_close(t, nearest))

    def _is_own(self, trigger: Span, time: Time, sentence: ParsedSentence) -> bool:
        span = Span(time.start, time.end)
        if self.sentences.find_number(span.start) is None or not sentence.is_together(trigger, span):
            return False
        uttered = sentence.is_of_cue(span) and not any(cue.overlaps(trigger) for cue in sentence.cues)
        others = sentence.is_of_other(trigger, span, self.triggers)
        return not (uttered or others or trigger.overlaps(span))

    def _distance(self, trigger: Span, time: Time) -> int:
        low, high = sorted((trigger, Span(time.start, time.end)))
        return high.start - low.end + JOINT * len(_JOINT.findall(self.text, low.end, max(low.end, high.start)))

    def _is_close(self, one: Time, other: Time) -> bool:
        low, high = sorted((one, other), key=lambda t: t.start)
        return low.end <= high.start and _CLOSE.fullmatch(self.text, low.end, high.start) is not None

    def _earlier(self, event: FoundEvent, found: Sequence[Time | None]) -> Time | None:
        if event.earlier is None or event.earlier >= len(found):
            return None
        if self.events[self.order[event.earlier]].type in WARNINGS and event.type not in WARNINGS:
            return None
        here = self.sentences.find_number(event.trigger.start)
        there = self.sentences.find_number(self.triggers[event.earlier].start)
        return found[event.earlier] if here is not None and here == there else None

    def _between(self, span: Span) -> Iterator[Time]:
        for n in range(max(0, bisect_left(self.starts, span.start) - 1), len(self.times)):
            if self.times[n].start >= span.end:
                break
            if self.times[n].end > span.start:
                yield self.times[n]


def _is_when(time: Time) -> bool:
    """Whether it can date an event; a clock time without a day cannot."""
    return time.kind in WHENS and not _CLOCK.match(time.edtf or "")


def _is_other(text: str, time: Time, signed: int | None) -> bool:
    """Whether it is the day of the paper, of somebody's birth, or of a toll that rose, and so of no event."""
    before = text[max(0, time.start - 20) : time.start]
    if _is_of_toll(text, time):
        return True
    return _BORN.search(before) is not None or (time.end == signed and _SIGNED.search(before) is not None)


def _is_of_toll(text: str, time: Time) -> bool:
    """As in "the toll rose to 18 on Sunday", "on Thursday lowered the number of dead"."""
    first = max(0, time.start - NEARBY)
    before, after = text[first : time.start].rpartition("\n")[2].rpartition(". ")[2], text[time.end : time.end + NEARBY]
    if _ON_MOVED.match(after):
        return _COUNT.search(before) is not None or _COUNT.search(after[: NEARBY // 2].partition(". ")[0]) is not None
    return _MOVED_ON.search(before) is not None and _COUNT.search(before) is not None


def _find_signed(text: str) -> int | None:
    """Where the first line ends, if more follows: a date that stands there alone is that of the paper."""
    end = text.find("\n", len(text) - len(text.lstrip()))
    return len(text[:end].rstrip()) if end >= 0 else None


def _exactest(times: Iterable[Time]) -> Time | None:
    """The one that leaves least open: a day before a month, a clock time before a day, one value before a range."""
    return max(times, key=lambda t: (t.edtf is not None, "/" not in (t.edtf or ""), len(t.edtf or "")), default=None)


def choose_date(tiers: Iterable[Sequence[str | None]]) -> str | None:
    """The day of an incident from the dates of its events, those that tell most of it first.

    Of a tier, the date that most of its dates agree with stands, of equally many the most exact, of equally exact ones
    the first; a month agrees with a day in it, and a range with the day it begins. The hour stays with the event. A
    date that only says until when it must have been ("../2031-05") is none; a mere year that few events of a tier give
    is that of something told beside them.
    """
    for tier in tiers:
        known = [_day(date) for date in tier if date and not date.startswith("../")]
        votes = {d: sum(d.startswith(k) or k.startswith(f"{d}/") for k in known) for d in known}
        best = max(known, key=lambda d: (votes[d], "/" not in d, len(d)), default=None)
        if best is not None and (len(best) > len("2031") or FEW * votes[best] >= len(tier)):
            return best
    return None


def _day(date: str) -> str:
    """Without the hours; one day where both ends of a range are on it."""
    first, slash, last = _HOUR.sub("", date).partition("/")
    return first if first == last else first + slash + last
