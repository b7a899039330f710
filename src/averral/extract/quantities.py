"""How many: counts as a text writes them, with their bounds.

Conventions for words that give no number, chosen as the least that the word can mean and never more:

========================  ==========
a couple, a pair, both    2..2
several, a few, a handful 3..null
tens, dozens, scores      20, 24, 40..null
hundreds, thousands, …    200, 2000, …..null (two of them; "tens of thousands" 20,000)
many, some, numerous      no quantity
at least n                n..null
more than n, over n       n+1..null ("upwards of" is read so too)
up to n, as many as n     null..n
fewer than n, under n     null..n-1
about n, nearly n         n..n, approximate
========================  ==========

Only counts are returned. Ages, years, dates, times, money, percentages, measures, ordinals, fractions and the numbers
of things that are numbered ("Article 5", "AK-47") are not; a count of rifles or votes is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.numerals import MULTIPLIERS, NUMBER_WORDS, Numeral, Word, read_numeral, split_words
from averral.extract.quantity_words import (
    ABOVE,
    AFTER,
    AGED,
    BEFORE,
    BELOW,
    CHANGES,
    COUNTED,
    IN_COMMAS,
    LEAST,
    LOOK_BACK,
    MODIFIERS,
    MOST,
    MOVES,
    POSSIBLY,
    SCALABLE,
    TAILS,
    VAGUE,
    YEAR_BEFORE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.records import Span

__all__ = ["Quantity", "find_quantities"]


class Quantity(NamedTuple):
    """A count; the stretch includes "about" and "at least". A bound that the text leaves open is null."""

    start: int
    end: int
    low: int | None
    high: int | None
    approximate: bool = False


class _Found(NamedTuple):
    """Words first to last (not included), and what they say."""

    first: int
    last: int
    low: int | None
    high: int | None
    approximate: bool = False


def find_quantities(text: str, span: Span, words: Sequence[Word] | None = None) -> list[Quantity]:
    """The counts of a stretch of text in order, never overlapping; `words` are its own where they are known."""
    words = split_words(text, span) if words is None else words
    quantities: list[Quantity] = []
    index = done = 0
    while index < len(words):
        if not _may_count(words[index].text):
            index += 1
            continue
        core = _read_vague(words, index) or _read_range(words, index)
        if core is None:
            index += 1
            continue
        found = _add_modifiers(words, core, done)
        if _is_count(text, words, core, found, span.end):
            start, end = words[found.first].start, words[found.last - 1].end
            quantities.append(Quantity(start, end, found.low, found.high, found.approximate))
        index = done = found.last
    return quantities


@lru_cache(maxsize=20_000)
def _may_count(word: str) -> bool:
    """Whether a count can begin with a word; with most words none does."""
    return word[:1].isdecimal() or word in _FIRST


_FIRST = NUMBER_WORDS | {"an"} | {words[0] for words in VAGUE}


def _texts(words: Sequence[Word], start: int, end: int) -> tuple[str, ...]:
    return tuple(word.text for word in words[max(0, start) : max(0, end)])


def _read_vague(words: Sequence[Word], index: int) -> _Found | None:
    for length in (3, 2, 1):
        spelled = _texts(words, index, index + length)
        if len(spelled) == length and spelled in VAGUE:
            low, high = VAGUE[spelled]
            end = index + length
            factor = MULTIPLIERS.get(words[end].text) if end < len(words) and " ".join(spelled) in SCALABLE else None
            if factor:
                return _Found(index, end + 1, low * factor, high and high * factor, high is not None)
            return _Found(index, end, low, high)
    return None


def _read_range(words: Sequence[Word], index: int) -> _Found | None:
    """One number, or two of which the second is higher."""
    low = read_numeral(words, index)
    if low is None or _is_pronoun(words, index):
        return None
    between = _texts(words, index - 1, index) == ("between",)
    joint = _texts(words, low.end, low.end + 1)
    if joint and joint[0] in (("and", "to", "-") if between else ("to", "or", "-", "–")):
        high = read_numeral(words, low.end + 1)
        if high is not None and not _is_change(words, index) and (bottom := _share(low, high)) < high.value:
            return _Found(index - between, high.end, bottom, high.value)
    return _read_possible(words, index, low) or _Found(index, low.end, low.value, low.value)


def _read_possible(words: Sequence[Word], index: int, low: Numeral) -> _Found | None:
    """As in "31 and possibly 40"."""
    if _texts(words, low.end, low.end + 2) not in POSSIBLY:
        return None
    high = read_numeral(words, low.end + 2)
    return _Found(index, high.end, low.value, high.value) if high is not None and low.value < high.value else None


def _share(low: Numeral, high: Numeral) -> int:
    """As in "two to three thousand" starts at two thousand."""
    shared = low.value * high.scale
    return shared if low.scale == 1 < high.scale and shared < high.value else low.value


def _is_change(words: Sequence[Word], index: int) -> bool:
    before = _texts(words, index - 6, index)
    return before[-1:] == ("from",) and not CHANGES.isdisjoint(before)


def _is_pronoun(words: Sequence[Word], index: int) -> bool:
    if words[index].text != "one":
        return False
    before, after = _texts(words, index - 1, index), _texts(words, index + 1, index + 2)
    return before in {("no",), ("each",), ("any",), ("every",), ("this",), ("that",), ("which",)} or after in {
        ("another",),
        ("day",),
        ("'s",),
    }


def _add_modifiers(words: Sequence[Word], found: _Found, done: int) -> _Found:
    """The quantity with what stands before it ("at least") and behind it ("or more"); words before `done` are taken."""
    for length in (2, 1):
        tail = _texts(words, found.last, found.last + length)
        if tail in TAILS:
            found = _apply(found, TAILS[tail])._replace(last=found.last + len(tail))
            break
    for _ in range(3):
        wider = _add_before(words, found, done)
        if wider is None:
            break
        found = wider
    return found


def _add_before(words: Sequence[Word], found: _Found, done: int) -> _Found | None:
    for length in (4, 3, 2, 1):
        first = found.first - length
        effect = MODIFIERS.get(_texts(words, first, found.first)) if first >= done else None
        if effect is not None:
            moved = words[found.first - 1].text == "over" and _texts(words, first - 1, first)[:1] in {
                (m,) for m in MOVES
            }
            return None if moved else _apply(found, effect)._replace(first=first)
    return None


def _apply(found: _Found, effect: str) -> _Found:
    low, high = found.low, found.high
    if effect == LEAST:
        return found if low is not None and high is not None and low < high else found._replace(high=None)
    if effect == ABOVE:
        return found._replace(low=None if low is None else low + 1, high=None)
    if effect == MOST:
        return found._replace(low=None, high=high)
    if effect == BELOW:
        return found._replace(low=None, high=None if high is None else max(0, high - 1))
    return found._replace(approximate=True)


def _is_count(text: str, words: Sequence[Word], core: _Found, found: _Found, limit: int) -> bool:
    """Whether the number counts things, by what stands around it."""
    start, end = words[core.first].start, words[core.last - 1].end
    if (found.low, found.high) == (None, None) or _is_age(words, found):
        return False
    for place in {start, words[found.first].start}:
        led = BEFORE.search(text, max(words[0].start, place - LOOK_BACK), place)
        if led and not (led["day"] and text[place].isalpha()):
            return False
    if AFTER.match(text, words[found.last - 1].end, limit) or _is_score(words, core):
        return False
    if core.last - core.first > 1 or not text[start].isdecimal() or core.low is None:
        return True
    before, after = IN_COMMAS
    if (
        core == found
        and core.low < 120
        and before.search(text, max(0, start - 4), start)
        and after.match(text, end, limit)
    ):
        return False
    return not _is_year(text, start, end, limit)


def _is_age(words: Sequence[Word], found: _Found) -> bool:
    modifier = words[found.first].text
    return (
        modifier in ("over", "under", "above", "below", "between")
        and bool(AGED.intersection(_texts(words, found.first - 1, found.first)))
        and (modifier != "between" or _texts(words, found.first - 1, found.first) == ("aged",))
    )


def _is_score(words: Sequence[Word], core: _Found) -> bool:
    """As in "beat them 3-1": a hyphen between numbers that are no range."""
    if words[core.first].text[0].isalpha():
        return False
    dash = ("-",), ("–",)
    after = _texts(words, core.last, core.last + 1) in dash and read_numeral(words, core.last + 1) is not None
    return after or (
        _texts(words, core.first - 1, core.first) in dash and read_numeral(words, core.first - 2) is not None
    )


def _is_year(text: str, start: int, end: int, limit: int) -> bool:
    """Four digits without a separator, unless a noun follows and nothing before them asks for a year."""
    digits = text[start:end]
    if len(digits) != 4 or not digits.isdecimal() or not 1400 <= int(digits) <= 2100:
        return False
    if YEAR_BEFORE.search(text, max(0, start - LOOK_BACK), start):
        return True
    return COUNTED.match(text, end, limit) is None
