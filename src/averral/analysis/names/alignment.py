"""Which words of two names stand for each other, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from averral.analysis.names.sound import hear_word
from averral.analysis.names.spelling import Word

__all__ = ["OTHER_WORD", "SAME_WORD", "Alignment", "Match", "align_words", "join_words"]


class Match(NamedTuple):
    """How alike two words are, 0 where they are not, and the reason to show where it is not the spelling."""

    likeness: float
    reason: str | None = None


SAME_WORD = Match(1.0)
OTHER_WORD = Match(0.0)


class Alignment(NamedTuple):
    """Pairs of stretches (starts and ends in both names) with their match, and what is left over on each side."""

    pairs: tuple[tuple[int, int, int, int, Match], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def likeness(self) -> float:
        """The mean over the pairs; 0 without any."""
        return sum(match.likeness for *_, match in self.pairs) / len(self.pairs) if self.pairs else 0.0

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of the pairs, each once."""
        return tuple(dict.fromkeys(match.reason for *_, match in self.pairs if match.reason))


def join_words(words: Sequence[Word]) -> Word:
    """Words as one, with the particles between them: "dae" "jung" as "daejung", "jalal" "ud" "din" as one."""
    plain = words[0].plain + "".join(_liaison(word) + word.plain for word in words[1:])
    return Word(" ".join(word.text for word in words), plain, words[0].particle)


_ARTICLE = re.compile(r"[aeu](?:[lrdszn]|sh)")
_SUN_LETTERS = frozenset("dnrstz")


def _liaison(word: Word) -> str:
    """The particle before a word as it is heard after another: "al-Din" and "ud-Din" are both "-u-din"."""
    if _ARTICLE.fullmatch(word.particle):
        return "u" if word.plain[0] in _SUN_LETTERS else "ul"
    return word.particle


Matcher = Callable[[Word, Word], Match]
_MATCH_STEPS = ((1, 1), (2, 1), (1, 2))
_SKIP_LEFT, _SKIP_RIGHT = (1, 0), (0, 1)


def align_words(a: Sequence[Word], b: Sequence[Word], match: Matcher) -> Alignment:
    """The alignment in order that leaves the fewest words over, and of those the one most alike; quadratic in words.

    Two words of one name may stand for one of the other.
    """
    grids = {(di, dj): _match_all(_stretches(a, di), _stretches(b, dj), match) for di, dj in _MATCH_STEPS}
    grids[2, 2] = _match_all(_stretches(a, 2), _stretches(b, 2), _match_parted)
    scores = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    steps = [[_SKIP_RIGHT] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        steps[i][0] = _SKIP_LEFT
        for j in range(1, len(b) + 1):
            best, step = scores[i - 1][j], _SKIP_LEFT
            if scores[i][j - 1] > best:
                best, step = scores[i][j - 1], _SKIP_RIGHT
            for (di, dj), grid in grids.items():
                found = grid.get((i - di, j - dj))
                if found and (score := scores[i - di][j - dj] + (di + dj) * found.likeness) > best:
                    best, step = score, (di, dj)
            scores[i][j], steps[i][j] = best, step
    return _walk_back(grids, steps)


def _stretches(words: Sequence[Word], size: int) -> list[Word]:
    return [join_words(words[at : at + size]) for at in range(len(words) - size + 1)] if size > 1 else list(words)


def _match_parted(x: Word, y: Word) -> Match:
    """Two words and two words that are parted at another place: "Ziaul Haq", "Zia ul-Haq"."""
    return Match(0.97, "words parted in another place") if hear_word(x.plain) == hear_word(y.plain) else OTHER_WORD


def _match_all(a: Sequence[Word], b: Sequence[Word], match: Matcher) -> dict[tuple[int, int], Match]:
    """What matches, by the two places."""
    found = {}
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if (matched := match(x, y)).likeness:
                found[i, j] = matched
    return found


def _walk_back(
    grids: dict[tuple[int, int], dict[tuple[int, int], Match]], steps: list[list[tuple[int, int]]]
) -> Alignment:
    pairs: list[tuple[int, int, int, int, Match]] = []
    left: list[int] = []
    right: list[int] = []
    i, j = len(steps) - 1, len(steps[0]) - 1
    while i or j:
        di, dj = steps[i][j]
        i, j = i - di, j - dj
        if (di, dj) == _SKIP_LEFT:
            left.append(i)
        elif (di, dj) == _SKIP_RIGHT:
            right.append(j)
        else:
            pairs.append((i, i + di, j, j + dj, grids[di, dj][i, j]))
    return Alignment(tuple(reversed(pairs)), tuple(reversed(left)), tuple(reversed(right)))
