"""How alike two names of organisations, places, facilities or groups are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from averral.analysis.names.acronym import is_acronym_of
from averral.analysis.names.alignment import OTHER_WORD, SAME_WORD, Match, align_words
from averral.analysis.names.designation import GENERIC_WORDS, WEAK_WORDS, Designation, read_designation
from averral.analysis.names.sound import coarse_bones, measure_likeness
from averral.analysis.names.spelling import Word
from averral.analysis.names.verdict import DIFFERENT, PART, VARIANT, Verdict
from averral.analysis.names.wade_giles import is_chinese, is_wade_giles_of

__all__ = ["compare_designations"]

_LEAST = {"organization": 0.85, "place": 0.88, "facility": 0.85, "group": 0.86}
_SHORT = 4
_LEAST_SHORT = 0.93
_ACRONYM = "acronym of the longer name"


def compare_designations(one: str, other: str, kind: str) -> Verdict:
    """Compare two clean names of one kind of thing; see `compare_names` for what the score says."""
    a, b = read_designation(one, kind=kind), read_designation(other, kind=kind)
    if not a.every_word or not b.every_word:
        return Verdict(0.0, ("no name to compare",))
    if a.every_word == b.every_word and a.container == b.container:
        same = one.casefold() == other.casefold()
        return Verdict(1.0 if same else 0.99, ("same spelling" if same else "same spelling but for accents",))
    return _compare_acronyms(a, b) or _find_clash(a, b) or _compare_words(a, b, kind)


def _compare_acronyms(a: Designation, b: Designation) -> Verdict | None:
    if a.acronyms & b.acronyms:
        return Verdict(0.93, ("same acronym",))
    for short, long in ((a, b), (b, a)):
        if len(short.every_word) == 1 and len(long.every_word) > 1:
            letters = short.every_word[0]
            if is_acronym_of(letters, long.every_word, WEAK_WORDS):
                return Verdict(0.85 if short.acronyms else 0.7, (_ACRONYM,))
    return None


def _find_clash(a: Designation, b: Designation) -> Verdict | None:
    """What must agree where both names have it, and makes a wider or narrower thing where one has it."""
    if a.numbers != b.numbers:
        return Verdict(DIFFERENT, ("numbers differ" if a.numbers and b.numbers else "number on one side only",))
    if a.directions != b.directions:
        both = a.directions and b.directions
        return Verdict(DIFFERENT, ("directions differ" if both else "direction on one side only",))
    if a.countries and b.countries and not _share(a.countries, b.countries):
        return Verdict(DIFFERENT, ("countries differ",))
    if a.container and b.container and not _contained(a.container, b.container):
        return Verdict(DIFFERENT, ("lies in different places",))
    return None


def _share(a: tuple[frozenset[str], ...], b: tuple[frozenset[str], ...]) -> bool:
    fewer, more = sorted((a, b), key=len)
    return all(any(codes & others for others in more) for codes in fewer)


def _contained(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return any(measure_likeness(x, y) >= _LEAST["place"] for x in a for y in b)


class _Matcher(NamedTuple):
    """Compares words of one kind of name."""

    kind: str
    chinese: bool

    def match(self, x: Word, y: Word) -> Match:
        if x.plain == y.plain:
            return SAME_WORD
        if self.chinese and is_wade_giles_of(x.plain, y.plain):
            return Match(0.9, VARIANT)
        if x.is_unvowelled != y.is_unvowelled:
            same = coarse_bones(x.plain.strip("wy")) == coarse_bones(y.plain)
            return Match(0.88 if same and len(x.plain) > 2 else 0.0, VARIANT)
        likeness = measure_likeness(x.plain, y.plain)
        least = _LEAST_SHORT if min(len(x.plain), len(y.plain)) <= _SHORT else _LEAST[self.kind]
        return Match(likeness, VARIANT) if likeness >= least else OTHER_WORD


def _compare_words(a: Designation, b: Designation, kind: str) -> Verdict:
    chinese = kind != "place" and all(is_chinese(word.plain) for word in (*a.words, *b.words))
    matcher = _Matcher(kind, chinese)
    found = align_words(a.words, b.words, matcher.match)
    left = [a.words[i] for i in found.left]
    right = [b.words[j] for j in found.right]
    if not found.pairs and (a.words or b.words):
        return Verdict(0.0, ("names differ",))
    reasons: tuple[str, ...] = found.reasons
    likeness = found.likeness if found.pairs else 1.0
    if left and right:
        left, right, moved = _match_anywhere(left, right, matcher)
        reasons += moved
        likeness *= 0.95
    if left and right and (_abbreviates(left, right) or _abbreviates(right, left)):
        return Verdict(0.8 * likeness, (_ACRONYM, *reasons))
    if left and right:
        return Verdict(DIFFERENT + 0.1 * likeness, ("words differ",))
    return _judge(a, b, (left or right, likeness, reasons), kind)


def _match_anywhere(
    left: list[Word], right: list[Word], matcher: _Matcher
) -> tuple[list[Word], list[Word], tuple[str, ...]]:
    """Pair off leftover words that stand in another place ("Ministry of Trade", "Trade Ministry")."""
    rest, open_right = [], list(right)
    for word in left:
        found = next((other for other in open_right if matcher.match(word, other).likeness), None)
        if found is None:
            rest.append(word)
        else:
            open_right.remove(found)
    moved = ("words in another order",) if len(rest) < len(left) else ()
    return rest, open_right, moved


def _abbreviates(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Whether one leftover word in capitals is the acronym of the leftover words of the other name."""
    return (
        len(short) == 1
        and short[0].text.isupper()
        and is_acronym_of(short[0].plain, [word.plain for word in long], WEAK_WORDS)
    )


def _judge(a: Designation, b: Designation, rest: tuple[list[Word], float, tuple[str, ...]], kind: str) -> Verdict:
    extra, likeness, reasons = rest
    if bool(a.countries) != bool(b.countries) or len(a.countries) != len(b.countries):
        return Verdict(PART * likeness, ("country on one side only", *reasons))
    if not extra:
        return Verdict(likeness, reasons or ("same words",)).with_factors(
            [
                (a.container != b.container, 0.97, "place around it left out"),
            ]
        )
    if all(word.plain in GENERIC_WORDS[kind] for word in extra):
        return Verdict(0.75 * likeness, ("general word left out", *reasons))
    return Verdict(PART * likeness, ("one name is part of the other", *reasons))
