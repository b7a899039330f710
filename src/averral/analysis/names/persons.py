"""How alike two names of persons are."""

from __future__ import annotations

from typing import NamedTuple

from averral.analysis.names.alignment import OTHER_WORD, SAME_WORD, Alignment, Match, align_words
from averral.analysis.names.given_names import find_full_names
from averral.analysis.names.person_name import PersonName, read_person_name
from averral.analysis.names.sound import coarse_bones, measure_likeness
from averral.analysis.names.spelling import Word, has_latin
from averral.analysis.names.verdict import DIFFERENT, VARIANT, Verdict
from averral.analysis.names.wade_giles import is_chinese, is_wade_giles_of

__all__ = ["compare_persons"]

_LEAST = 0.83
_LEAST_BY_LENGTH = {2: 0.95, 3: 0.95, 4: 0.87}
"""How alike two words must be to be spellings of one; words of a few letters have little room for variants."""
_MIDDLE_LEFT_OUT = 0.92
_LAST_LEFT_OUT = 0.85
_FIRST_LEFT_OUT = 0.45
_ONE_NAME = 0.42
_GENERATION_LEFT_OUT = 0.65


def compare_persons(one: str, other: str) -> Verdict:
    """Compare two clean names of persons; see `compare_names` for what the score says."""
    a, b = read_person_name(one), read_person_name(other)
    a, b = a.keep_soft_titles(b), b.keep_soft_titles(a)
    if not a.words or not b.words:
        return Verdict(0.0, ("no name to compare",))
    verdict = _compare_words(a.words, b.words)
    if a.generation and b.generation and a.generation != b.generation:
        return Verdict(min(verdict.score, DIFFERENT), ("generation suffix differs",))
    return verdict.with_factors(_list_dropped(a, b))


def _list_dropped(a: PersonName, b: PersonName) -> list[tuple[bool, float, str]]:
    return [
        (a.has_title != b.has_title, 0.98, "title dropped"),
        (a.has_nickname != b.has_nickname, 0.98, "nickname left out"),
        (bool(a.generation) != bool(b.generation), _GENERATION_LEFT_OUT, "generation suffix on one side only"),
    ]


def _compare_words(a: tuple[Word, ...], b: tuple[Word, ...]) -> Verdict:
    matcher = _Matcher(all(is_chinese(word.plain) for word in (*a, *b)))
    found = align_words(a, b, matcher.match)
    if found.left and found.right:
        return _try_other_order(a, b, matcher) or _tell_difference(found, a, b)
    if not found.left and not found.right:
        return _judge_whole(found, a, b)
    extra, longer, shorter = (found.left, a, b) if found.left else (found.right, b, a)
    return _judge_part(found, extra, longer, shorter)


class _Matcher(NamedTuple):
    """Compares words; syllables of Chinese are compared by syllable only where both names are made of them."""

    chinese: bool

    def match(self, x: Word, y: Word) -> Match:
        if x.plain == y.plain:
            return SAME_WORD
        if x.is_initial or y.is_initial:
            return self._match_initial(x, y)
        if self.chinese and is_wade_giles_of(x.plain, y.plain):
            return Match(0.9, VARIANT)
        if not find_full_names(x.plain).isdisjoint(find_full_names(y.plain)):
            return Match(0.93, "short or other form of the given name")
        return _match_sounds(x, y)

    def _match_initial(self, x: Word, y: Word) -> Match:
        names = find_full_names(x.plain) | find_full_names(y.plain) | {x.plain, y.plain}
        letter = x.plain if x.is_initial else y.plain
        if (x.is_initial and y.is_initial) or all(not name.startswith(letter) for name in names if len(name) > 1):
            return OTHER_WORD
        return Match(0.85, "initial fits")


def _match_sounds(x: Word, y: Word) -> Match:
    if x.is_unvowelled != y.is_unvowelled:
        same = coarse_bones(x.plain.strip("wy'")) == coarse_bones(y.plain) != ""
        return Match(0.88 if same else 0.0, VARIANT)
    likeness = measure_likeness(x.plain, y.plain)
    least = _LEAST_BY_LENGTH.get(min(len(x.plain), len(y.plain)), _LEAST)
    return Match(likeness, VARIANT) if likeness >= least else OTHER_WORD


def _try_other_order(a: tuple[Word, ...], b: tuple[Word, ...], matcher: _Matcher) -> Verdict | None:
    """The surname first in one of them: the names as a ring, turned until all match."""
    for turned in (a[1:] + a[:1], a[-1:] + a[:-1]):
        found = align_words(turned, b, matcher.match)
        if not found.left and not found.right:
            return Verdict(0.85 * found.likeness, ("names in another order", *found.reasons))
    return None


def _tell_difference(found: Alignment, a: tuple[Word, ...], b: tuple[Word, ...]) -> Verdict:
    last = len(a) - 1 not in found.left and len(b) - 1 not in found.right
    first = 0 not in found.left and 0 not in found.right
    if not found.pairs:
        return Verdict(0.0, ("names differ",))
    reason = "given names differ" if last and not first else "surnames differ" if first and not last else "names differ"
    return Verdict(DIFFERENT + 0.1 * len(found.pairs) / max(len(a), len(b)), (reason,))


def _judge_whole(found: Alignment, a: tuple[Word, ...], b: tuple[Word, ...]) -> Verdict:
    particles = any(a[pair[0]].particle != b[pair[2]].particle for pair in found.pairs)
    reasons = found.reasons or (_name_likeness(a, b),)
    return Verdict(found.likeness, reasons).with_factors([(particles, 0.99, "particle differs")])


def _name_likeness(a: tuple[Word, ...], b: tuple[Word, ...]) -> str:
    """What words with the same plain letters differ in."""
    texts = [" ".join(word.text.casefold() for word in words) for words in (a, b)]
    if texts[0] == texts[1]:
        return "same spelling"
    latin = [has_latin(text) for text in texts]
    return "same spelling but for accents" if latin[0] == latin[1] else "same name in another script"


def _judge_part(
    found: Alignment, extra: tuple[int, ...], longer: tuple[Word, ...], shorter: tuple[Word, ...]
) -> Verdict:
    full = sum(not word.is_initial for word in shorter)
    if full < 2 and len(shorter) < 2:
        return Verdict(_ONE_NAME * found.likeness, ("one name is part of the other", *found.reasons))
    if _middles_clash(extra, longer, shorter):
        return Verdict(DIFFERENT, ("initials differ",))
    first, last = 0 in extra, len(longer) - 1 in extra
    if first:
        return Verdict(_FIRST_LEFT_OUT * found.likeness, ("one name is part of the other", "given name left out"))
    if last:
        return Verdict(_LAST_LEFT_OUT * found.likeness, ("last name left out", *found.reasons))
    return Verdict(_MIDDLE_LEFT_OUT * found.likeness, ("middle name left out", *found.reasons))


def _middles_clash(extra: tuple[int, ...], longer: tuple[Word, ...], shorter: tuple[Word, ...]) -> bool:
    """George H. W. is not George W.: where middle names are initials, the first of them decides."""
    middle, other = longer[1:-1], shorter[1:-1]
    if not middle or not other or len(longer) - 1 in extra:
        return False
    only_initials = all(word.is_initial for word in middle) or all(word.is_initial for word in other)
    return only_initials and middle[0].plain[0] != other[0].plain[0]
