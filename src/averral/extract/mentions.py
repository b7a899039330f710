"""Names, values, descriptions and pronouns: what the text talks about."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from averral.encoder.tagger import decode_spans
from averral.extract.entities.agreement import SINGULAR_PERSON
from averral.extract.place_pairs import is_known_place, split_places
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.encoder.tagger import Tagger
    from averral.extract.section import Section
    from averral.records import MentionType

__all__ = ["FoundMention", "find_mentions"]

FLAT = ("O", "B-mention", "I-mention")
KNOWN = 8.0
"""How much more likely a name is a place when a country, a division or a large city bears it."""
LEAST_EVIDENCE = 0.01
"""No single occurrence may rule a type out for all others of the same name."""
MARKS_BEFORE = " -–—'\"“‘(/,;:"
MARKS_BEHIND = " -–—'\"“‘”(/,;:"
PLACES = frozenset({"GPE", "LOC", "FAC"})
JOINED = frozenset({"PER", "ORG"})
"""Types of which two never stand side by side without a word or mark between them."""
ABBREVIATIONS = frozenset({"inc", "corp", "ltd", "co", "plc", "bros", "jr", "sr", "st"})
"""Last words of names that are written with a stop of their own."""


TITLE = re.compile(
    r"(?:(?:mr|mrs|ms|miss|dr|prof|sir|sheikh|imam|col|gen|maj|lt|sgt|sen|rep|gov|judge|president|minister|colonel|general|"
    r"major|captain|professor|senator|governor|king|queen)\b\.? +)+(?=\w)",
    re.IGNORECASE,
)
"""What stands before a person's name and is no part of it (corpus/passages/README.md)."""
ARTICLE = re.compile(r"the|an?", re.IGNORECASE)
"""What is left of a name or a description whose words the tagger did not take for one is none."""
INITIAL = re.compile(r"(?<![\w.])[A-Z]\. \Z")
GENERIC = re.compile(r"(?<=\w) (?:party|movement|group|corporation|company|militia|newspaper|website)$")
"""What a writer adds to an organisation's name in small letters."""
ADDRESS = re.compile(r"@\w|\.(?:com|org|net|edu|gov|mil|int|info|co|uk|de|fr|ru|us|tv|eu)\b|\.\w+(?:\.\w+)*@")
POSSESSIVE = re.compile(r" ?['’]s$")
_LONGEST = max(map(len, SINGULAR_PERSON))


class FoundMention(NamedTuple):
    """A mention before it has an id: where, of what type, a name or a description, and how surely."""

    span: Span
    type: MentionType
    name: bool
    score: float


class _Candidate(NamedTuple):
    """A stretch that is a mention, and how much its words favour each of the tagger's types."""

    span: Span
    evidence: NDArray[np.float32]
    score: float


def find_mentions(section: Section, bundle: Bundle) -> list[FoundMention]:
    """Mentions above the bundle’s threshold, in order; names do not overlap, descriptions may hold names."""
    found = list(_decode(section, bundle.taggers["names"]))
    joined = {i for i, label in enumerate(bundle.taggers["names"].labels[1::2]) if label[2:] in JOINED}
    agreed = _agree(section.text, _whole_names(section.text, found, joined))
    names = list(_apart(section.text, _typed(section.text, agreed, bundle, name=True)))
    taken = {m.span for m in names}
    described = _typed(section.text, _decode(section, bundle.taggers["descriptions"]), bundle, name=False)
    others = [m for m in described if m.span not in taken]
    least = bundle.manifest.thresholds.get("mention", 0.0)
    kept = [m for m in (*names, *others) if m.score >= least and not _is_article(section.text, m.span)]
    kept += _pronouns(section, kept)
    return sorted(kept, key=lambda m: (m.span.start, -m.span.end))


def _is_article(text: str, span: Span) -> bool:
    return ARTICLE.fullmatch(text, span.start, span.end) is not None


def _pronouns(section: Section, found: Sequence[FoundMention]) -> Iterator[FoundMention]:
    """The pronouns that can only be a person's, where the tagger overlooked them."""
    taken = {m.span.start for m in found}
    for start, end in zip(section.tokens.starts.tolist(), section.tokens.ends.tolist(), strict=True):
        if end - start <= _LONGEST and start not in taken and section.text[start:end].lower() in SINGULAR_PERSON:
            yield FoundMention(Span(start, end), "PER", False, 1.0)


def _apart(text: str, names: Iterable[FoundMention]) -> Iterator[FoundMention]:
    """Names in order; one that has grown into the one before it begins behind that."""
    end = 0
    for found in sorted(names, key=lambda m: m.span):
        start = max(found.span.start, end)
        start += len(text[start : found.span.end]) - len(text[start : found.span.end].lstrip())
        if start < found.span.end:
            end = found.span.end
            yield found._replace(span=Span(start, end))


def _typed(text: str, candidates: Iterable[_Candidate], bundle: Bundle, *, name: bool) -> Iterator[FoundMention]:
    types = [label[2:] for label in bundle.taggers["names" if name else "descriptions"].labels[1::2]]
    places = np.array([t in PLACES for t in types])
    for found in candidates:
        if name and _in_address(text, found.span):
            continue
        evidence = found.evidence
        if name and is_known_place(text[found.span.start : found.span.end]):
            evidence = np.where(places, KNOWN * evidence, evidence)
            evidence = evidence / evidence.sum()
        kind = int(evidence.argmax())
        score = float(found.score * evidence[kind])
        for span in _names_in(text, found.span, types[kind]) if name else (found.span,):
            yield FoundMention(span, cast("MentionType", types[kind]), name, score)


def _in_address(text: str, span: Span) -> bool:
    """Whether a name is a part of a mail or web address."""
    one_word = " " not in text[span.start : span.end]
    return one_word and (text[span.start - 1 : span.start] == "@" or bool(ADDRESS.match(text, span.end)))


def _names_in(text: str, span: Span, kind: str) -> tuple[Span, ...]:
    if kind == "PER":
        return (_bare_name(text, span),)
    if kind == "ORG" and (added := GENERIC.search(text[span.start : span.end])):
        return (Span(span.start, span.start + added.start()),)
    if kind in PLACES and (second := split_places(text[span.start : span.end])):
        start = span.start + second
        return Span(span.start, span.start + len(text[span.start : start].rstrip())), Span(start, span.end)
    return (span,)


def _bare_name(text: str, span: Span) -> Span:
    """A person's name without title and possessive, and with an initial before it."""
    words = text[span.start : span.end]
    title, tail = TITLE.match(words), POSSESSIVE.search(words)
    initial = INITIAL.search(text, max(0, span.start - 4), span.start)
    start = initial.start() if initial else span.start + (title.end() if title else 0)
    end = span.end - (len(tail.group()) if tail else 0)
    return Span(start, end) if start < end else span


def _agree(text: str, found: list[_Candidate]) -> list[_Candidate]:
    """The same name has one type all through a section: the one that its occurrences favour together.

    One sense per discourse (Gale, Church and Yarowsky 1992). Words written small are left as they are.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for number, candidate in enumerate(found):
        words = text[candidate.span.start : candidate.span.end]
        if not words.islower():
            groups[words].append(number)
    for numbers in groups.values():
        if len(numbers) > 1:
            rows = [np.log(np.maximum(found[n].evidence, LEAST_EVIDENCE)) * found[n].score for n in numbers]
            evidence = _softmax(np.sum(rows, 0))
            for n in numbers:
                found[n] = found[n]._replace(evidence=evidence)
    return found


def _whole_names(text: str, candidates: Sequence[_Candidate], joined: set[int]) -> list[_Candidate]:
    """Names with their abbreviations whole, without loose marks, and in one piece where two of one type touch."""
    found: list[_Candidate] = []
    for candidate in candidates:
        span = _whole_abbreviation(text, _without_marks(text, candidate.span))
        last = found[-1] if found else None
        if (
            last
            and _touch(text, last.span, span)
            and last.evidence.argmax() == candidate.evidence.argmax()
            and int(candidate.evidence.argmax()) in joined
        ):
            found[-1] = last._replace(span=Span(last.span.start, span.end), score=(last.score + candidate.score) / 2)
        else:
            found.append(candidate._replace(span=span))
    return found


def _touch(text: str, first: Span, second: Span) -> bool:
    """Whether two names are one: side by side, or "Last, First" alone between quotation marks or on a line."""
    gap = text[first.end : second.start]
    if gap == " ":
        return True
    bare = " " not in text[first.start : first.end] and " " not in text[second.start : second.end]
    around = text[max(0, first.start - 1) : first.start] + text[second.end : second.end + 1]
    return gap == ", " and bare and not around.strip('"“”\n<')


def _without_marks(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(MARKS_BEFORE))
    end = span.end - (len(words) - len(words.rstrip(MARKS_BEHIND)))
    return Span(start, end) if start < end else span


def _whole_abbreviation(text: str, span: Span) -> Span:
    """With the stop of "Inc." or "Jr.", and without one that belongs to an ellipsis or to the sentence."""
    start, end = span.start, span.end
    bare = text[start:end].rstrip(".")
    last = bare.rpartition(" ")[2].rpartition(",")[2].lower()
    if last in ABBREVIATIONS:
        end = start + len(bare)
        return Span(start, end + text.startswith(".", end))
    dots = len(text[start:end]) - len(bare)
    return Span(start, start + len(bare)) if bare and dots and (dots > 1 or text.startswith(".", end)) else span


def _decode(section: Section, tagger: Tagger) -> Iterator[_Candidate]:
    """First where a mention is, over all types together, then how much its words favour each type.

    Corpora that know only "place" leave the model undecided between GPE, LOC and FAC; taken apart, each of the three
    would lose against "nothing".
    """
    rows = tagger.log_probabilities(section.heads)[:, 0]
    chances = np.exp(rows)
    begin, inside = chances[:, 1::2], chances[:, 2::2]
    weight = np.log(begin + inside + 1e-9)
    flat = np.log(np.stack([chances[:, 0], begin.sum(1), inside.sum(1)], 1) + 1e-12).astype(np.float32)
    for found in decode_spans(flat, FLAT):
        evidence = _softmax(np.add.reduce(weight[found.start : found.end], 0))
        for start, end in _inside_blocks(section, *section.pieces(found.start, found.end)):
            yield _Candidate(section.tokens.span(start, end), evidence, found.score)


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    odds = np.exp(scores - scores.max())
    result: NDArray[np.float32] = odds / odds.sum()
    return result


def _inside_blocks(section: Section, start: int, end: int) -> list[tuple[int, int]]:
    """A span cut where one block ends and the next begins; blocks are numbered in order."""
    if section.block[start] == section.block[end - 1]:
        return [(start, end)]
    borders = [start, *(np.flatnonzero(np.diff(section.block[start:end])) + start + 1).tolist(), end]
    return list(pairwise(borders))
