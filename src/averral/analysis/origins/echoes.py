"""Which two tellings pass on the same words of the same speaker on the same occasion, and how that shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from math import log
from typing import Final, NamedTuple

from averral.analysis.origins.avowals import AVOWAL
from averral.analysis.origins.pile import Pile
from averral.analysis.origins.speakers import Speakers
from averral.records.edtf import Days, days_overlap, edtf_days
from averral.records.origin import OriginTie, SharedTelling, Telling

__all__ = ["Echo", "Node", "are_fit", "find_telling", "list_echoes"]

Node = tuple[int, int | None]
"""A telling: the rank of its document and its number there; null for the whole document as its outlet's word."""

LIKELY: Final = -3.0
"""Likelihood (see `Likeness`) from which on two tellings are taken for one statement."""
UNREAD: Final = -1.0
"""The same where one of them is a quotation that nothing explains, or no more than the name of an outlet."""
READ: Final = ("speech", "mention")
PRESS: Final = 1.5
"""How much more it takes where an outlet is who speaks: outlets speak every day."""
VERBATIM: Final = 3
"""Runs of words in quotation marks, six words in all, that make two tellings of one speaker one statement."""
SAID: Final = 6.0
"""Weight of shared words that do so too, where they are at least SAID_SHARE of the shorter telling."""
SAID_SHARE: Final = 0.5
LITTLE: Final = 4.0
"""Weight that the shorter telling is taken to have at least: of one that is a name and a title, nothing follows."""
ANONYMOUS: Final = 2
"""How many times as much of either it takes where no speaker is named on one side."""
CREDITS: Final = ("credit", "slug")
FORMER: Final = timedelta(days=1)
"""A statement may be told on the day before the date of its document, as clocks and time zones differ."""


class Echo(NamedTuple):
    """Why two tellings may be one statement: how much they share, and that in words.

    `quoted` where they share words in quotation marks, `strange` where their speakers do not fit.
    """

    weight: float
    a: Node
    b: Node
    reasons: tuple[str, ...]
    quoted: bool = False
    strange: bool = False


def list_echoes(pile: Pile, speakers: Speakers) -> list[Echo]:
    """All pairs of tellings that pass on the same words, the weightiest first.

    Where two quote the same words of speakers who do not fit, one of the readings is wrong about who speaks: of such
    tellings nothing counts but what they quote.
    """
    found = [echo for tie in pile.ties for echo in _iter_echoes(tie, pile, speakers)]
    doubtful = {node for echo in found if echo.strange for node in (echo.a, echo.b)}
    found = [echo for echo in found if echo.quoted or not doubtful.intersection((echo.a, echo.b))]
    return sorted(found, key=lambda echo: (-echo.weight, echo.a[0], echo.b[0], repr(echo)))


class Likeness(NamedTuple):
    """What two tellings have in common, and their documents.

    `share` is how much of the shorter telling is in the other, by weight; `topic` how much of the shorter document is
    in the other; `facts` the weight of the names and numbers that both documents have in the same order; `same_day`
    whether both were said on one day; `whole` whether one is a whole document, its outlet's own word.
    """

    share: float
    topic: float
    facts: float
    same_day: bool
    whole: bool

    def rate(self) -> float:
        """The log odds that both are one statement of one speaker.

        -1 + 3.5 share + 3 ln(topic) + 0.45 facts + 2 same_day + 2 whole. A logistic regression over pairs of tellings
        of one speaker in the project's dev dossiers, against such pairs in MUC-4, in PolNeAR and across dossiers, all
        of which were counted as different statements; coefficients are rounded. It has few positives: a guide, no more.
        """
        days, wholes = 2 * self.same_day, 2 * self.whole
        return (
            -1 + 3.5 * min(1, self.share) + 3 * log(max(0.02, self.topic)) + 0.45 * min(8, self.facts) + days + wholes
        )


def _iter_echoes(tie: OriginTie, pile: Pile, speakers: Speakers) -> Iterator[Echo]:
    a, b = pile.rank_both(tie)
    topic = pile.measure_topic(tie) if tie.tellings else 0.0
    facts = pile.weigh_all(tie.facts, a, b) if tie.tellings else 0.0
    for shared in tie.tellings:
        pair = _Pair(pile, speakers, (a, shared.a), (b, shared.b))
        echo = pair.hear(shared, topic, facts)
        if echo is not None:
            yield echo


class _Pair:
    """Two tellings side by side."""

    def __init__(self, pile: Pile, speakers: Speakers, a: Node, b: Node) -> None:
        self.pile, self.speakers, self.a, self.b = pile, speakers, a, b
        self.one, self.two = find_telling(pile, a), find_telling(pile, b)

    def hear(self, shared: SharedTelling, topic: float, facts: float) -> Echo | None:
        """The echo of two tellings that may be one statement; null where they are not likely to be."""
        known = _know(self.a, self.one, self.b, self.two, self.speakers)
        if known is False and not shared.quotes:
            return None
        same_day = _compare_days(self.pile, (self.a, self.one), (self.b, self.two))
        if same_day is False or _is_too_early(self.pile, self.a, self.b):
            return None
        least = max(LITTLE, self._measure_least())
        weight = self.pile.weigh_all(shared.terms, self.a[0], self.b[0])
        share = weight / least
        whole = self.one is None or self.two is None
        rating = Likeness(share, topic, facts, bool(same_day), whole).rate() if known else -9.0
        if not (rating >= self._choose_least() or self._is_plain(shared, weight, share, known=bool(known))):
            return None
        reasons = tuple(_explain(shared, known=bool(known), day=same_day))
        strength = weight + max(0.0, rating) + 3 * bool(shared.quotes)
        return Echo(strength, self.a, self.b, reasons, bool(shared.quotes), known is False)

    def _measure_least(self) -> float:
        both = (self.a, self.b)
        return min(self.pile.measure_telling(rank, number) for rank, number in both if number is not None)

    def _choose_least(self) -> float:
        told = [telling for telling in (self.one, self.two) if telling is not None]
        is_press = any(telling.kind in CREDITS or self.speakers.is_press(telling) for telling in told)
        is_read = all(telling.kind in READ for telling in told)
        return (LIKELY if is_read else UNREAD) + PRESS * is_press

    def _is_plain(self, shared: SharedTelling, weight: float, share: float, *, known: bool) -> bool:
        """Whether the words alone say it, whatever the documents are about otherwise."""
        times = 1 if known else ANONYMOUS
        said = weight >= SAID * times and share >= SAID_SHARE and self.one is not None and self.two is not None
        return said or len(shared.quotes) >= VERBATIM * times


def find_telling(pile: Pile, node: Node) -> Telling | None:
    """The telling of a node; null where it is the whole document, or there is none of that number."""
    tellings = pile.documents[node[0]].tellings
    return tellings[node[1]] if node[1] is not None and node[1] < len(tellings) else None


def are_fit(pile: Pile, speakers: Speakers, a: Node, b: Node) -> bool:
    """Whether two tellings may have one speaker: nothing says otherwise."""
    return _know(a, find_telling(pile, a), b, find_telling(pile, b), speakers) is not False


def _know(a: Node, one: Telling | None, b: Node, two: Telling | None, speakers: Speakers) -> bool | None:
    """Whether both name the same speaker; null where one of them names nobody."""
    if one is None and two is None:
        return None
    if one is None or two is None:
        rank, telling, whole = (b[0], two, a[0]) if one is None else (a[0], one, b[0])
        return telling is not None and speakers.is_outlet((rank, telling), whole)
    if not one.names or not two.names:
        return None
    if any(telling.kind in ("credit", "slug") and not speakers.is_press(telling) for telling in (one, two)):
        return False
    return speakers.are_same((a[0], one), (b[0], two))


def _compare_days(pile: Pile, a: tuple[Node, Telling | None], b: tuple[Node, Telling | None]) -> bool | None:
    """Whether both were said on one day; null where one of them does not say when."""
    one, two = (_list_days(pile, *side) for side in (a, b))
    if not one or not two:
        return None
    return any(days_overlap(x, y) for x in one for y in two)


def _is_too_early(pile: Pile, a: Node, b: Node) -> bool:
    """Whether one tells of a day after the other was published, or is a whole document that came after it."""
    return _is_after(pile, a, b) or _is_after(pile, b, a)


def _is_after(pile: Pile, late: Node, early: Node) -> bool:
    telling = find_telling(pile, late)
    made = edtf_days(pile.documents[early[0]].published)
    day = (telling.latest if telling else pile.documents[late[0]].published) or ""
    told = edtf_days(day.replace("XXXX", str(made.last.year)) if made and made.last else day)
    return bool(told and made and told.first and made.last and made.last < told.first)


def _is_closed(days: Days) -> bool:
    return days.first is not None and days.last is not None


def _list_days(pile: Pile, node: Node, telling: Telling | None) -> list[Days]:
    if telling is None:
        return _widen(edtf_days(pile.documents[node[0]].published))
    return [days for days in map(edtf_days, telling.said) if days is not None and _is_closed(days)]


def _widen(days: Days | None) -> list[Days]:
    if days is None or days.first is None or days.first == date.min:
        return []
    return [Days(days.first - FORMER, days.last)]


def _explain(shared: SharedTelling, *, known: bool, day: bool | None) -> Iterator[str]:
    if known:
        yield "both have it from the same speaker"
    if shared.quotes:
        yield "both quote the same words"
    if day:
        yield "both say it of the same day"
    if AVOWAL in shared.terms:
        yield "one tells of a claim of the deed by who speaks in the other"
    if terms := [term.removeprefix("#") for term in shared.terms if term != AVOWAL]:
        yield "both say: " + ", ".join(terms)
