"""From blocks of text to time records: read, resolve in order, and remember what the text told last."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from averral.extract.times import expression as ex
from averral.extract.times.calendar import RANK, Stretch, day_of, month_of, year_of
from averral.extract.times.grammar import read_expressions
from averral.extract.times.resolve import resolve
from averral.extract.times.scene import Scene
from averral.extract.times.tense import is_reporting, sentence_numbers, tense_of
from averral.extract.times.tokens import DOTTED as DOTTED_CLOCK
from averral.extract.times.tokens import Token, list_tokens
from averral.extract.times.value import Range, Value, Written
from averral.records import Span, Time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["find_times"]

PUBLISHED: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T[\d:.Z+-]*)?[~?%]?\Z", re.ASCII)
NUMERIC: Final = re.compile(r"(?<![\w/-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\w/-])", re.ASCII)
CLOCK: Final = re.compile(r"(?<![\d:])(?:1[3-9]|2[0-3]|0\d):[0-5]\d(?![\d:])", re.ASCII)
DOTTED: Final = re.compile(
    r"\bat\s+(?:(?:about|around|exactly|precisely)\s+)?(?P<clock>\d{1,2}\.\d\d)(?!\.?\d)|"
    r"(?<![\d.,:])(?P<padded>(?:0\d|1\d|2[0-3])\.[0-5]\d)\s(?:hours|hrs|GMT|UTC|local\s+time)\b",
    re.IGNORECASE | re.ASCII,
)
"""A time of day with a point: that a document writes them so."""
LATE: Final = re.compile(r"(?<![\d.,:])(?:1[3-9]|2[0-3]|0\d)\.[0-5]\d(?!\.?\d)", re.ASCII)
MILITARY: Final = re.compile(
    r"\b(?:at|between|and|from|to|until|since|by|around|about)\s+0\d[0-5]\d\b", re.IGNORECASE | re.ASCII
)
HALVED: Final = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE | re.ASCII)

HEADING: Final = 60
"""Characters of the longest line that may be the heading of a take."""
BULLETS: Final = " \t*#-–—|·•/([_"
STOPS: Final = (".", "!", "?", ",", ";", ":", "”", '"')
SERIES: Final = timedelta(days=400)
"""Takes of one document are put out within so many days."""
PROSE: Final = 80
"""Characters from which on a block is no letterhead."""

Kind = Literal["date", "time", "duration", "set", "interval"]
KINDS: Final[dict[type, Kind]] = {
    ex.Length: "duration",
    ex.Every: "set",
    ex.Clock: "time",
    ex.At: "time",
    ex.Between: "interval",
    ex.Open: "interval",
    ex.Recent: "interval",
    ex.Part: "interval",
}


class _Read(NamedTuple):
    """An expression: its block (prose or not), its sentence, the tense around it, and whether somebody spoke then.

    `heads`: it stands at the beginning of a short line that is no sentence.
    """

    block: int
    prose: bool
    heads: bool
    sentence: int
    token: Token
    tense: int
    reporting: bool


def find_times(text: str, spans: Iterable[Span], published: str | None) -> tuple[Time, ...]:
    """Time expressions of the blocks, in order; `published` is EDTF, and what is no plain date there anchors nothing.

    The same text gives the same times. Takes time linear in the text and never raises for what the text says.
    """
    blocks = tuple(spans)
    dotted = _has_dotted_clock(text, blocks)
    scene = Scene(
        published=_read_published(published),
        day_first=_day_first(text, blocks),
        late_clock=_has_late_clock(text, blocks, dotted=dotted),
    )
    issued = scene.published.first.year if scene.published else None
    return tuple(_iter_times(_iter_read(text, blocks, issued, dotted=dotted), scene))


def _iter_read(text: str, blocks: Sequence[Span], issued: int | None, *, dotted: bool) -> Iterator[_Read]:
    military = any(MILITARY.search(text, b.start, b.end) for b in blocks)
    for number, block in enumerate(blocks):
        tokens = list_tokens(text, block, military=military, dotted=dotted, issued=issued)
        sentences = sentence_numbers(tokens)
        for token in read_expressions(tokens):
            tense = tense_of(tokens, token.first, token.last)
            reporting = is_reporting(tokens, token.first)
            prose, heads = block.end - block.start >= PROSE, _heads_line(text, block, token)
            yield _Read(number, prose, heads, sentences[token.first], token, tense, reporting)


def _heads_line(text: str, block: Span, token: Token) -> bool:
    start = text.rfind("\n", block.start, token.start) + 1 or block.start
    end = text.find("\n", token.end, block.end)
    line = text[start : end if end >= 0 else block.end].rstrip()
    return len(line) <= HEADING and not text[start : token.start].strip(BULLETS) and not line.endswith(STOPS)


def _iter_times(read: Iterable[_Read], scene: Scene) -> Iterator[Time]:
    block, place = -1, (-1, -1)
    for each in read:
        here = each.block == block
        day = scene.day if place == (each.block, each.sentence) else None
        scene = scene._replace(here=here, tense=each.tense, day=day)
        value = resolve(each.token.value, scene)
        yield _time(each.token, value)
        if each.heads and (take := _find_take(each.token.value, value, scene)) is not None:
            scene = scene._replace(published=take)
        told = _told(value)
        if told and not (scene.told and (each.reporting or _looks_back(each.token.value, told, scene.told))):
            dated = _is_dated(each.token.value, scene) or (here and scene.dated and told.mark == "?")
            scene = scene._replace(told=told._replace(clock=""), dated=dated, prose=each.prose)
            block = each.block
        if told and told.unit == "day":
            scene, place = scene._replace(day=told._replace(clock="")), (each.block, each.sentence)


def _find_take(expression: Any, value: Value | None, scene: Scene) -> Stretch | None:
    """The day of a later take, from which what follows counts: a whole date with its year at the head of a line."""
    last = scene.published
    if not (isinstance(value, Stretch) and value.unit == "day" and _is_dated(expression, scene._replace(dated=False))):
        return None
    is_next = last is not None and last.unit == "day" and last.first < value.first <= last.first + SERIES
    return value._replace(clock="") if is_next else None


def _time(token: Token, value: Value | None) -> Time:
    edtf = value.edtf() if value else None
    kind = KINDS.get(type(token.value), "date")
    if isinstance(token.value, ex.Unknown):
        kind = token.value.kind
    if isinstance(token.value, ex.Ahead):
        kind = "duration" if isinstance(value, Written) else "date"
    elif edtf and kind in ("date", "time", "interval"):
        kind = "interval" if "/" in edtf else ("date" if kind == "interval" else kind)
    return Time(start=token.start, end=token.end, edtf=edtf, kind=kind)


def _told(value: Value | None) -> Stretch | None:
    """What "two days later" would count from: a date, or the end of a range."""
    if isinstance(value, Range):
        return value.end or value.start
    return value if isinstance(value, Stretch) else None


def _looks_back(expression: Any, value: Stretch, told: Stretch) -> bool:
    """“A month earlier” is an aside: the text goes on from where it was."""
    back = isinstance(expression, ex.Offset) and expression.base == "told" and expression.sign < 0
    return back and RANK[value.unit] > RANK[told.unit]


def _is_dated(expression: Any, scene: Scene) -> bool:
    """Whether the year stands in the text, in the expression or in what it counts from."""
    match expression:
        case ex.At(day=inner) | ex.Part(of=inner) | ex.Nth(of=inner) | ex.Marked(of=inner):
            return _is_dated(inner, scene)
        case ex.Turn(unit="year"):
            return True
        case ex.Between() | ex.Open():
            return _is_dated(expression.start, scene) or _is_dated(expression.end, scene)
        case ex.Step() | ex.Turn() | ex.Recent() | ex.Offset():
            base = expression.base if isinstance(expression, ex.Offset) else expression.anchor
            return scene.dated if base == "told" else _is_dated(base, scene)
        case _:
            return isinstance(expression, ex.Numeric | ex.Years) or getattr(expression, "year", None) is not None


def _read_published(published: str | None) -> Stretch | None:
    match = PUBLISHED.match(published or "")
    if not match:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        if year and month and day:
            return day_of(date(year, month, day))
        return month_of(year or 0, month) if month else year_of(year or 0)
    except ValueError:
        return None


def _day_first(text: str, blocks: Iterable[Span]) -> bool | None:
    """The order of the document's numeric dates, where one that can be read only one way shows it, and none another."""
    orders = set()
    for block in blocks:
        for match in NUMERIC.finditer(text, block.start, block.end):
            first, second = int(match[1]), int(match[2])
            if (first > 12) != (second > 12):
                orders.add(first > 12)
    return orders.pop() if len(orders) == 1 else None


def _has_late_clock(text: str, blocks: Iterable[Span], *, dotted: bool) -> bool:
    """Whether times run to 24 here: some can be read only so, and none is of the morning or the afternoon."""
    parts = [(b.start, b.end) for b in blocks]
    late = any(CLOCK.search(text, start, end) for start, end in parts)
    if not late and dotted:
        late = any(_is_clock(text, found.start()) for part in parts for found in LATE.finditer(text, *part))
    return late and not any(HALVED.search(text, start, end) for start, end in parts)


def _has_dotted_clock(text: str, blocks: Iterable[Span]) -> bool:
    return any(
        _is_clock(text, found.start(found.lastgroup or 0))
        for block in blocks
        for found in DOTTED.finditer(text, block.start, block.end)
    )


def _is_clock(text: str, start: int) -> bool:
    return DOTTED_CLOCK.match(text, start) is not None
