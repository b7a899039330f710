"""Figures of casualties as sentences give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.casualties.carried import find_carried
from averral.extract.casualties.chunks import split_chunks
from averral.extract.casualties.harm import speaks_of_harm
from averral.extract.casualties.line import Line
from averral.extract.casualties.parts import fold_parts
from averral.extract.casualties.tellers import Fate, tell_fates
from averral.extract.numerals import word_set
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from averral.extract.casualties.nouns import Category
    from averral.extract.casualties.parts import Part
    from averral.extract.casualties.sentence import Chunk, People, Unit
    from averral.extract.casualties.tellers import Fates
    from averral.extract.casualties.words import Kind
    from averral.extract.numerals import Word

__all__ = ["CasualtyFigure", "find_casualties"]

REACH = 600
"""So many characters after a figure a bare number may still mean the same: "the ministry counted 73"."""
MEASURED = 200
"""So far before a bare number something may have been measured of which it is."""
SHARED = 40
"""So near before a number a share of it is told."""
ANSWERED = 120
"""So near behind a question for a number, people who are counted answer it."""
_ORDERED = re.compile(r"the (?:second|third|fourth|fifth)")
"""One of some that were told of before; with a name behind it, a person of their own."""
_EXPLAINED = re.compile(r"[^:;.,\n]{0,60}: |[^:;.\n]{0,120}\b(?:is|are|was|were|has|have)\b[^:;.,\n]{0,60}: ")
"""Between a toll and those of whom it tells more: "the dead are six: two children …"; not the label of a list."""
_MEASURED = re.compile(
    r"\b(?:\d[\d,.]*|[a-z]+(?:ty|teen)(?:[- ][a-z]+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+"
    r"(?:minutes?|hours?|days|weeks|months|years|seconds|kilomet|met(?:re|er)s|miles|kilos?|kilograms?|tons|tonnes|"
    r"rounds|shots|shells|crowns|dollars|euros|pounds|per\s?cent|percent)",
    re.IGNORECASE,
)
"""What a bare number behind it may be of: "they had twenty minutes; the statement says twenty-five"."""
_SHARE = re.compile(
    r"\b(?:half|most|majority|thirds?|quarters?|fifths?|tenth|per\s?cent|%|fraction)\s+(?:of\s+)(?:[\w'’-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
"""Before the number of a whole, of which only some were harmed."""
_TIMES = re.compile(r"\b(?:twice|double|three\s+times|ten\s+times|as\s+many|that\s+number)\b", re.IGNORECASE)
_BODIES = re.compile(r"\b(?:bodies|corpses|the\s+dead|deaths)\b", re.IGNORECASE)
_PRESUMING = word_set("who whose why when where what")
_CORRECTING = word_set("high low wrong false mistaken incorrect")
_PRONOUNS = word_set("i he him she her")
"""Most often they speak again of a person of whom a name or a noun has told before."""


class CasualtyFigure(NamedTuple):
    """How many people one sentence says were killed, injured and so on.

    The stretch is the number with its bounds ("at least") and the noun that it counts; where it counts no noun, also
    the word of harm right behind it: "31 dead". A single person stands with "a", "the" or "his". `trigger` is the word
    of harm, by which the figure finds its event; `victims` the noun without its number. A `part` is included in the
    figure at `whole` (null where the total is elsewhere), so it is never added to it. A `cumulative` figure is a toll,
    which replaces earlier ones. `negated` is an explicit zero. `hedged` is said to be feared or possible.
    """

    kind: Kind
    low: int | None
    high: int | None
    start: int
    end: int
    trigger: Span
    sentence: Span
    approximate: bool = False
    victims: Span | None = None
    category: Category = "unknown"
    unit: Unit = "people"
    part: bool = False
    whole: Span | None = None
    cumulative: bool = False
    negated: bool = False
    hedged: bool = False


def find_casualties(text: str, sentences: Sequence[Span], names: Sequence[Span] = ()) -> list[CasualtyFigure]:
    """The figures of all sentences, in order of their first character.

    `names` are mentions of persons by name, so that "Tomas Arel was killed" is one; without them only persons whom a
    noun or a pronoun describes are found. `sentences` are in order and do not overlap.
    """
    figures: list[CasualtyFigure] = []
    ordered, done = sorted(names), 0
    asked: _Asked | None = None
    for sentence in sentences:
        while done < len(ordered) and ordered[done].start < sentence.start:
            done += 1
        inside = done
        while inside < len(ordered) and ordered[inside].end <= sentence.end:
            inside += 1
        near = max((r.start for r in (*figures[-1:], asked) if r), default=None)
        if (near is not None and sentence.start - near < REACH) or speaks_of_harm(text[sentence.start : sentence.end]):
            figures.extend(_read_sentence(text, sentence, ordered[done:inside], figures, asked))
        asked = _read_question(text, sentence) or asked
    return figures


class _Asked(NamedTuple):
    """Of what kind a question asks how many: "How many were taken?"."""

    start: int
    kind: Kind


def _read_question(text: str, sentence: Span) -> _Asked | None:
    words = text[sentence.start : sentence.end].casefold()
    if "how many" not in words or "?" not in words:
        return None
    _, chunks = split_chunks(text, sentence, [])
    kinds = [kind for chunk in chunks for kind in chunk.kinds]
    return _Asked(sentence.start, kinds[-1]) if kinds else None


def _read_sentence(
    text: str, sentence: Span, names: Sequence[Span], before: Sequence[CasualtyFigure], asked: _Asked | None
) -> list[CasualtyFigure]:
    words, chunks = split_chunks(text, sentence, names)
    if _is_open_question(words):
        return []
    line = Line(words, chunks, "".join(chunk.code for chunk in chunks))
    line, parts = fold_parts(line)
    fates = tell_fates(line)
    figures = [*_iter_wholes(line, fates, sentence), *_iter_parts(line, parts, fates, sentence)]
    figures = [figure for figure in figures if not _is_told_again(text, figure, [*before, *figures])]
    figures = [_take_part(text, figure, [*before[-1:], *figures]) for figure in figures if not _is_share(text, figure)]
    figures.extend(_iter_carried(text, line, sentence, [*before, *figures], asked))
    return sorted(dict.fromkeys(figures), key=lambda figure: (figure.start, figure.end, figure.kind))


def _is_told_again(text: str, figure: CasualtyFigure, known: Sequence[CasualtyFigure]) -> bool:
    """As in "the clerk is dead; the militia killed her": one person, told of twice."""
    if text[figure.start : figure.end].casefold() not in _PRONOUNS:
        return False
    return any(other.kind == figure.kind and other.start < figure.start for other in known)


def _is_share(text: str, figure: CasualtyFigure) -> bool:
    """As in "half of the 200 died", "84 died and twice that number were hurt": how many is not said."""
    harm = figure.trigger.start
    return (
        _SHARE.search(text, max(0, figure.start - SHARED), figure.start) is not None
        or _TIMES.search(text, figure.end, max(harm, figure.end)) is not None
    )


def _take_part(text: str, figure: CasualtyFigure, known: Sequence[CasualtyFigure]) -> CasualtyFigure:
    """As in "it alleged 78 dead; seven of those had died of fever", "the toll is six: a boy died on Monday"."""
    before = [f for f in known if f.start < figure.start and not f.part]
    out_of = text[figure.start : figure.end].casefold().endswith((" of those", " of these", " of them"))
    told = before and _is_explained(text, before[-1].end, figure.start)
    if not (out_of or (told and not figure.cumulative)):
        return figure
    same = before and before[-1].kind == figure.kind and (before[-1].low or 0) > (figure.low or 0)
    return figure._replace(part=True, whole=Span(before[-1].start, before[-1].end)) if same else figure


def _is_explained(text: str, start: int, end: int) -> bool:
    """Whether a colon leads from a toll to those of whom it tells; "was one too high: six died" corrects it."""
    words = text[start:end].casefold().split()
    return _EXPLAINED.fullmatch(text, start, end) is not None and _CORRECTING.isdisjoint(w.strip(":") for w in words)


def _iter_carried(
    text: str, line: Line, sentence: Span, known: Sequence[CasualtyFigure], asked: _Asked | None
) -> Iterator[CasualtyFigure]:
    """Figures that mean what the last one before them means, if it stands near and nothing was measured since."""
    known = list(known)
    near_question = asked is not None and sentence.start - asked.start < ANSWERED
    for chunk, kind in find_carried(line, asked=near_question):
        start = line.words[chunk.first].start
        near = [f for f in known if f.start < start and start - f.start < REACH and not f.negated]
        here = [f for f in near if f.start >= sentence.start and f.high != 1]
        last = (here or near)[-1].kind if near else None
        if asked is not None and start - asked.start < REACH and not any(f.start > asked.start for f in near):
            last = asked.kind
        meant = kind if kind and known else last
        apart = kind is None and near and not here
        if apart and _MEASURED.search(text, max(near[-1].end, start - MEASURED), start):
            continue
        if meant == "injured" and kind is None and _BODIES.search(text, start, sentence.end):
            meant = "killed"
        if meant is not None and chunk.people is not None and all(figure.start != start for figure in known):
            known.append(_figure(line, chunk, chunk.people, Fate(meant, chunk, cumulative=True), sentence))
            yield known[-1]


def _is_open_question(words: Sequence[Word]) -> bool:
    """Whether a sentence asks whether; "who killed the two?" presumes that somebody did."""
    asked = any(word.text == "?" for word in words[-3:])
    return asked and _PRESUMING.isdisjoint(word.text for word in words[:4])


def _iter_wholes(line: Line, fates: Fates, sentence: Span) -> Iterator[CasualtyFigure]:
    for index, chunk in enumerate(line.chunks):
        people = chunk.people
        if people is None or chunk.code in "NE" or _is_restricted(line, index):
            continue
        told = fates.get(chunk.first, [])
        if chunk.code in "GPH":
            own = [Fate(kind, chunk) for kind in chunk.kinds if kind not in {fate.kind for fate in told}]
            told = [*told, *own]
        for fate in _once(told):
            figure = _figure(line, chunk, people, fate, sentence)
            follows = line.chunks[index + 1] if index + 1 < len(line.chunks) else None
            if chunk.code == "Q" and follows is fate.trigger and follows.code in "VA":
                figure = figure._replace(end=line.words[follows.last - 1].end)
            ordered = _ORDERED.fullmatch(line.word(index)) and not line.codes.startswith(",P", index + 1)
            yield figure._replace(part=bool(ordered) or (chunk.code == "H" and bool(chunk.kinds)))


def _is_restricted(line: Line, index: int) -> bool:
    """As in "nobody who stayed at home was hit", which leaves open whether others were."""
    return line.codes[index] == "Z" and line.codes[index + 1 : index + 2] == "w"


def _once(told: Iterable[Fate]) -> Iterator[Fate]:
    """One fate of each kind; a toll stays a toll."""
    fates: dict[Kind, Fate] = {}
    for fate in told:
        known = fates.setdefault(fate.kind, fate)
        fates[fate.kind] = known._replace(
            hedged=known.hedged and fate.hedged,
            cumulative=known.cumulative or fate.cumulative,
            trigger=known.trigger if not fate.cumulative else fate.trigger,
        )
    return iter(fates.values())


def _iter_parts(line: Line, parts: Sequence[Part], fates: Fates, sentence: Span) -> Iterator[CasualtyFigure]:
    for part in parts:
        people = part.chunk.people
        if people is None or part.chunk.code == "N":
            continue
        if part.whole is None:
            for kind in part.state.kinds if part.state else ():
                fate = Fate(kind, part.state or part.chunk)
                yield _figure(line, part.chunk, people, fate, sentence)._replace(part=True)
            continue
        whole = _span(line, part.whole.first, part.whole.last) if part.whole.code not in "NE" else None
        inherited = [*fates.get(part.whole.first, ()), *(Fate(kind, part.whole) for kind in part.whole.kinds)]
        for fate in _once(inherited):
            figure = _figure(line, part.chunk, people, fate._replace(cumulative=False), sentence)
            yield figure._replace(part=True, whole=whole)


def _figure(line: Line, chunk: Chunk, people: People, fate: Fate, sentence: Span) -> CasualtyFigure:
    span = _span(line, chunk.first, chunk.last)
    harm = fate.trigger.harm
    return CasualtyFigure(
        kind=fate.kind,
        low=people.low,
        high=people.high,
        start=span.start,
        end=span.end,
        trigger=_span(line, fate.trigger.first, fate.trigger.last) if harm is None else _span(line, harm, harm + 1),
        sentence=sentence,
        approximate=people.approximate,
        victims=None if people.noun is None else _span(line, *people.noun),
        category=people.category,
        unit=people.unit,
        cumulative=fate.cumulative,
        negated=chunk.code in "ZY0W",
        hedged=fate.hedged,
    )


def _span(line: Line, first: int, last: int) -> Span:
    return Span(line.words[first].start, line.words[last - 1].end)
