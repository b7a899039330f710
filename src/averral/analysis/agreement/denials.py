"""Things that some say there were and others say there were not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from averral.analysis.agreement.case import Heard
from averral.analysis.agreement.position import make_contradiction, make_position
from averral.records.agreement import Contradiction

__all__ = ["find_denials"]

MANY = 12
"""Sentences that are shown for a thing, those that share most words with its denial first."""
PREFIX = 5
"""Letters by which words of one family are known."""
COMMON = 200
"""Sentences with a word beyond which it tells nothing; this bounds the cost."""


def find_denials(heard: Iterable[Heard]) -> Iterator[Contradiction]:
    """A thing of an incident that somebody says there was not, against sentences of others that tell of it.

    A sentence tells of the thing where it has the head of what is denied, is of the same incident, denies nothing and
    shares another word with it, unless the thing was denied in so many words ("there was no warning").
    """
    said: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    denied: dict[tuple[str, str], list[Heard]] = defaultdict(list)
    for one in heard:
        if one.incident is None:
            continue
        if one.saying.denied:
            denied[one.incident, _cut(one.saying.denied[0])].append(one)
        else:
            for stem in dict.fromkeys(map(_cut, one.saying.stems)):
                said[one.incident, stem].append(one)
    for (incident, head), some in sorted(denied.items(), key=lambda pair: pair[0]):
        found = _find_answers(said, (incident, head), some)
        if found:
            words = min((one.saying.words for one in some), key=lambda words: (len(words), words))
            yield make_contradiction(
                "denial",
                incident,
                (
                    make_position(f"it is told of: {words}", found),
                    make_position(f"it is denied: {words}", some),
                ),
                f"some tell of “{words}”, others say that there was none, or that it was not so",
            )


def _cut(stem: str) -> str:
    """The beginning of a stem: "explosive" and "explosion" have it in common."""
    return stem[:PREFIX]


def _find_answers(
    said: Mapping[tuple[str, str], Sequence[Heard]], key: tuple[str, str], denied: Sequence[Heard]
) -> list[Heard]:
    """The sentences of others that tell of what is denied."""
    told = said.get(key, ())
    if len(told) > COMMON:
        return []
    speakers = {one.voiced.speaker for one in denied}
    stems = {_cut(stem) for one in denied for stem in one.saying.denied}
    least = 1 if any(one.saying.bare for one in denied) else 2
    shared = [
        (len(stems & set(map(_cut, one.saying.stems))), one) for one in told if one.voiced.speaker not in speakers
    ]
    kept = [(number, one) for number, one in shared if number >= least]
    kept.sort(key=lambda pair: (-pair[0], pair[1].voiced.document, pair[1].voiced.start))
    return [one for _, one in kept[:MANY]]
