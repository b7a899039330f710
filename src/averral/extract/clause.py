"""What stands together in a sentence: its clauses, and what its words are credited to.

A date or a place beside a trigger is not the event's own when it stands in another clause ("the raid, the worst since
bandits burned Norlan in 2019") or outside what the source is credited with ("the ministry said on Monday that …"). The
clauses come from marks and small words, with no grammar behind them; what they cannot tell apart stays together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from averral.records import Attribution

T = TypeVar("T")

__all__ = ["REACH", "ParsedSentence", "Sentences", "is_beside"]

REACH: Final = 400
"""Characters beyond which nothing in a sentence belongs to a trigger; real sentences are seldom longer."""
_BORDER: Final = re.compile(
    r"(?P<stop>[;:](?!\d)|\bbut\b)|(?P<pause>,|\s(?:--|[–—-])\s|[()])"
    r"|\b(?P<when>when)\b|\b(?P<bound>after|before|since|until|till)\b"
    r"|\b(?:who|whom|whose|which|unless|because|although|though|while|whereas|if)\b",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\s*(?:and\s+)?(?:\w+ing|when|where)\b", re.IGNORECASE)
"""Behind a pause: ", killing two" says more of the same, and ", when …" tells what the words before it name."""
_LIMIT: Final = re.compile(r"\s+(?:(?:the|early|late|about|around|shortly|some)\s+)*", re.IGNORECASE)
_RECORD: Final = re.compile(r"\b(?:first|worst|most|only|no)\b|\b\w{3,}(?:l|d|g|st|li)est\b", re.IGNORECASE)
_GOVERNED: Final = re.compile(
    r"\b(?:(?:for|of|over|into|about|on|against|from)\s+(?:[\w’'-]+\s+){0,2}|to\s+(?:[a-z]+ly\s+)?)$", re.IGNORECASE
)
"""Before a trigger that another one governs: "sentenced on Monday for the murder", "threatened on Sunday to shell"."""
_GOVERNS: Final = re.compile(r"\b(?:for|over|into|about|against)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
"""Before a trigger that keeps what stands behind it to itself: "nobody was tried for the killings in April"."""
_DATELINE: Final = re.compile(
    r"\s*[A-Z]{3,}[A-Z'’. -]{0,40}"
    r"(?:[^!?;()\n]{0,60}\([^()\n]{2,50}\)\s*(?:--|[–—:-])|(?:,[^,.;()\n]{2,25}){0,2}\s*(?:--|[–—])\s+(?=\W?[A-Z][a-z]))"
)
"""“OSTRAL, Norambia, 9 October (Coast Agency) –” and its like, where no block of its own has it."""


class ParsedSentence(NamedTuple):
    """A sentence: `clauses` are where each stretch begins and the number of its clause (0: the main one).

    `credited` is where each stretch begins and the numbers of the attributions whose content it is; `cues` the cues in
    the sentence, in order.
    """

    text: str
    span: Span
    clauses: tuple[tuple[int, int], ...]
    credited: tuple[tuple[int, frozenset[int]], ...]
    cues: tuple[Span, ...]

    def around(self, trigger: Span) -> Span:
        """The part of the sentence that can belong to a trigger."""
        return Span(max(self.span.start, trigger.start - REACH), min(self.span.end, trigger.end + REACH))

    def is_together(self, one: Span, other: Span) -> bool:
        """Whether two stretches stand in one clause, and whatever is credited with the one is so with the other."""
        return _at(self.clauses, one) == _at(self.clauses, other) and _at(self.credited, one) == _at(
            self.credited, other
        )

    def is_of_cue(self, span: Span) -> bool:
        """Whether it stands right beside a cue, and so says when or where somebody spoke."""
        near = _from_to(self.cues, span.start - REACH, span.end + REACH)
        return any(
            _at(self.credited, cue) == _at(self.credited, span) and is_beside(self.text, cue, span) for cue in near
        )

    def is_of_other(self, trigger: Span, span: Span, triggers: Sequence[Span]) -> bool:
        """Whether the stretch belongs to an event that this one depends on, or that depends on this one.

        `triggers` are all of the document, in order.
        """
        if trigger.start < span.start:
            return any(self._is_after(_GOVERNS, t) for t in _from_to(triggers, trigger.end, span.start))
        governed = self._is_after(_GOVERNED, trigger)
        return governed and bool(_from_to(triggers, self.span.start, trigger.start))

    def _is_after(self, words: re.Pattern[str], trigger: Span) -> bool:
        return words.search(self.text, max(self.span.start, trigger.start - 40), trigger.start) is not None


def _at(stretches: Sequence[tuple[int, T]], span: Span) -> T:
    """What holds where a span begins."""
    return stretches[max(0, bisect_right(stretches, span.start, key=itemgetter(0)) - 1)][1]


def _iter_credited(contents: Iterable[tuple[int, Span]]) -> Iterator[tuple[int, frozenset[int]]]:
    """Stretches with one and the same set of attributions whose content they are."""
    borders = sorted(
        border for number, s in contents for border in ((s.start, True, number), (s.end, False, number)) if len(s)
    )
    active: frozenset[int] = frozenset()
    yield 0, active
    for position, group in groupby(borders, key=itemgetter(0)):
        for _, opens, number in group:
            active = active | {number} if opens else active - {number}
        yield position, active


def is_beside(text: str, one: Span, other: Span) -> bool:
    """Whether at most three small words stand between: no mark, no name."""
    low, high = sorted((one, other))
    return re.fullmatch(r"\s*(?:[a-z]+\s+){0,3}", text[low.end : high.start]) is not None


def _from_to(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    return spans[bisect_left(spans, start, key=_start) : bisect_left(spans, end, key=_start)]


def _start(span: Span) -> int:
    return span.start


class Sentences:
    """The sentences of a document, parsed on demand; `times` are stretches that give a time."""

    def __init__(
        self, text: str, sentences: Iterable[Span], attributions: Sequence[Attribution], times: Iterable[Span]
    ) -> None:
        """Sort what reaches into which sentence; `sentences` in order."""
        self.text, self.spans = text, tuple(sentences)
        self.starts = [s.start for s in self.spans]
        self.contents = self._place((n, span) for n, a in enumerate(attributions) for span in a.content)
        self.cues = self._place((0, a.cue) for a in attributions if a.cue)
        self.times = sorted(times)
        self.begins, self.ends = {t.start for t in self.times}, {t.end for t in self.times}
        self.parsed: dict[int, ParsedSentence] = {}

    def _place(self, spans: Iterable[tuple[int, Span]]) -> dict[int, list[tuple[int, Span]]]:
        placed: dict[int, list[tuple[int, Span]]] = {}
        for number, span in spans:
            first = max(0, bisect_right(self.starts, span.start) - 1)
            for at in range(first, len(self.spans)):
                if self.spans[at].start >= span.end:
                    break
                placed.setdefault(at, []).append((number, span))
        return placed

    def find_number(self, position: int) -> int | None:
        """The number of the sentence that holds a character; None for what is between sentences, and for datelines."""
        number = bisect_right(self.starts, position) - 1
        if number < 0 or position >= self.spans[number].end:
            return None
        span = self.spans[number]
        dateline = _DATELINE.match(self.text, span.start, span.end)
        return None if dateline and position < dateline.end() else number

    def parse(self, number: int) -> ParsedSentence:
        """One sentence with its clauses."""
        if number not in self.parsed:
            span = self.spans[number]
            credited = tuple(_iter_credited(self.contents.get(number, ())))
            cues = tuple(sorted(cue for _, cue in self.cues.get(number, ())))
            self.parsed[number] = ParsedSentence(self.text, span, tuple(self._iter_clauses(span)), credited, cues)
        return self.parsed[number]

    def _iter_clauses(self, span: Span) -> Iterator[tuple[int, int]]:
        """Where each stretch begins, and its clause: a stop opens one beside the main one, others end at a pause."""
        main = current = last = 0
        yield span.start, current
        for match in _BORDER.finditer(self.text, span.start, span.end):
            if self._is_in_time(match.start()):
                continue
            if match["pause"]:
                goes_on = _GOES_ON.match(self.text, match.end(), span.end)
                current = current if goes_on else main
            elif match["stop"]:
                last += 1
                main = current = last
            elif self._opens(match, span):
                last += 1
                current = last
            yield match.start(), current

    def _opens(self, match: re.Match[str], span: Span) -> bool:
        """Whether the word begins a clause: not "before dawn", nor "on Monday, when"."""
        if match["when"]:
            behind = max(span.start, match.start() - 10)
            return behind + len(self.text[behind : match.start()].rstrip(" ,\n")) not in self.ends
        if match["bound"]:
            return self._is_record(match, span) or not (match.start() in self.begins or self._limits(match.end()))
        return True

    def _is_in_time(self, position: int) -> bool:
        """Whether the character belongs to a time: "the night before last"."""
        number = bisect_right(self.times, Span(position, len(self.text))) - 1
        return number >= 0 and self.times[number].start < position < self.times[number].end

    def _limits(self, end: int) -> bool:
        """Whether a time follows, as in "since early June"."""
        return any(
            start in self.begins and _LIMIT.fullmatch(self.text, end, start)
            for start in range(end + 1, min(end + 24, len(self.text)))
        )

    def _is_record(self, match: re.Match[str], span: Span) -> bool:
        """“The worst since 2019” is not of 2019."""
        return match[0].lower() == "since" and bool(
            _RECORD.search(self.text, max(span.start, match.start() - REACH), match.start())
        )
