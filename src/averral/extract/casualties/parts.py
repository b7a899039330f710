"""Parts of a figure: "including three children", "two of them women", "among the dead were four nurses"."""

from __future__ import annotations

import itertools
import math
import re
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.casualties.line import Line
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.sentence import Chunk

__all__ = ["Part", "fold_parts"]

_AFTER_NOUN = r"(?:[op][-_'a]{0,4}){0,2}"
_LIST = rf"[GQPUN](?:(?:{_AFTER_NOUN},[GQPUN]){{0,9}}{_AFTER_NOUN},?c[GQPUN])?"
"""Of at most eleven: an endless enumeration must not be tried from each of its members."""
_INCLUDING = re.compile(rf",?a?(i)-?({_LIST})(?:xa?-?[NGP_]{{1,3}}(?=,))?")
_OWN_CLAUSE = re.compile(r"[axhmMrnwtS]*[VDAk]")
_OUT_OF = re.compile(
    r"(?<![Vgb]),?(?:(R)x?a{0,2}-?[v_]?([NPGU])|(R)(?:x?-?[_Q]{1,3}(?=[,.;]|\Z))?)(?![anrhxwM]*[VDAkdh])"
)
_BROKEN_DOWN = re.compile(rf"[GQU](?:[op][-_'a]{{0,4}})?[,:]({_LIST})(?=[,;.]|\Z)")
_SEVERE = re.compile(r"[,c](Q)(a)(?=[,.;c]|\Z)")
_LAST = re.compile(r",-(a|_)i-?([GP])(?![anrhx]*[VD])")
_STATED = (
    re.compile(rf"(?P<state>E)x?i-?(?P<list>{_LIST})"),
    re.compile(rf"pa?(?P<state>E)x(?P<list>{_LIST})"),
    re.compile(rf"(?P<list>{_LIST})[hx]+a?p(?P<state>E)"),
)
_OF_TOTAL = re.compile(r"o([GQ])[VA],?([GQ])x?a?-?[NPGvU_]")
_ALL = re.compile(r",a?(-)i?(N)(?=[,.;]|\Z)")
_ORDER = word_set("last first latest youngest oldest eldest")
_SEVERITY = word_set("seriously critically badly gravely severely slightly lightly")
_CUSTODY = ("in custody", "in detention", "under arrest", "hostage", "captive")
_PEOPLE = "GQPUNKHZE"


class Part(NamedTuple):
    """Some of those that the chunk `whole` counts; or those of whom `state` tells: "the dead"."""

    chunk: Chunk
    whole: Chunk | None
    state: Chunk | None = None


def fold_parts(line: Line) -> tuple[Line, list[Part]]:
    """The line without its parts, so that what they interrupt is joined again, and the parts."""
    parts: list[Part] = []
    gone: set[int] = set()
    for start, end, found in itertools.chain.from_iterable(find(line) for find in _FINDERS):
        if gone.isdisjoint(range(start, end)):
            parts.extend(found)
            gone.update(_with_comma(line, start, end))
    parts.extend(_find_totals(line))
    line = _tell_all(line, gone)
    chunks = [chunk for index, chunk in enumerate(line.chunks) if index not in gone]
    return Line(line.words, chunks, "".join(chunk.code for chunk in chunks)), parts


_Clause = tuple[int, int, list[Part]]


def _find_including(line: Line) -> list[_Clause]:
    """As in "including three children"; "of whom 17 remain", but not "of whom 17 were killed", a figure itself."""
    clauses: list[_Clause] = []
    for match in _INCLUDING.finditer(line.codes):
        whole, own = _whole(line, match.start()), _OWN_CLAUSE.match(line.codes, match.end())
        if whole is None or (own and _is_own(line, match.start(1), own.end() - 1)):
            continue
        parts = [Part(line.chunks[i], whole) for i in _people(line, *match.span(2))]
        clauses.append((match.start(), match.end(), parts))
    return clauses


def _is_own(line: Line, including: int, at: int) -> bool:
    """Whether a clause behind "of whom 17" tells what happened to them; that some remain in custody is nothing new."""
    return not line.word(including).startswith("includ") and line.word(at) not in _CUSTODY


def _find_out_of(line: Line) -> list[_Clause]:
    """As in "three of them children": one stretch, the number from one word, the noun from the other."""
    clauses: list[_Clause] = []
    for match in _OUT_OF.finditer(line.codes):
        first = match.start(1) if match[1] else match.start(3)
        chunk, whole = line.chunks[first], _whole(line, match.start())
        if match[1]:
            other = line.chunks[match.start(2)]
            if chunk.people and other.people:
                people = chunk.people._replace(noun=other.people.noun, category=other.people.category)
                last = other.last if match.start(2) == first + 1 else chunk.last
                chunk = chunk._replace(last=last, people=people)
        if whole is not None:
            clauses.append((match.start(), match.end(), [Part(chunk, whole)]))
    return clauses


def _find_last(line: Line) -> list[_Clause]:
    """As in "nine dead, the last of them a carter who succumbed in May"."""
    clauses: list[_Clause] = []
    for match in _LAST.finditer(line.codes):
        whole, end = _whole(line, match.start()), match.end()
        told = re.match(r"w[^,;.:]{0,4}[DV]", line.codes[end:])
        if whole is not None and line.word(match.start(1)) in _ORDER:
            end += len(told[0]) if told else 0
            clauses.append((match.start(), end, [Part(line.chunks[match.start(2)], whole)]))
    return clauses


def _find_severe(line: Line) -> list[_Clause]:
    """As in "wounding five, two seriously"."""
    return [
        (match.start(), match.end(), [Part(line.chunks[match.start(1)], whole)])
        for match in _SEVERE.finditer(line.codes)
        if line.word(match.start(2)) in _SEVERITY and (whole := _whole(line, match.start())) is not None
    ]


def _find_stated(line: Line) -> list[_Clause]:
    """As in "among the dead were two nurses", "the wounded include a child", "ten children were among those killed"."""
    clauses: list[_Clause] = []
    for pattern in _STATED:
        for match in pattern.finditer(line.codes):
            state = line.chunks[match.start("state")]
            among = line.word(match.start("state") - 1) in ("among", "amongst") or "i" in match[0]
            if among:
                parts = [Part(line.chunks[i], None, state) for i in _people(line, *match.span("list"))]
                clauses.append((match.start(), match.end(), parts))
    return clauses


def _find_broken_down(line: Line) -> list[_Clause]:
    """As in "ten people (three soldiers and seven civilians)": only where the sum is right."""
    clauses: list[_Clause] = []
    for match in _BROKEN_DOWN.finditer(line.codes):
        whole, people = line.chunks[match.start()], _people(line, *match.span(1))
        total = sum(_exact(line.chunks[index]) for index in people)
        if len(people) > 1 and total == _exact(whole):
            parts = [Part(line.chunks[index], whole) for index in people]
            clauses.append((match.start(1) - 1, match.end(), parts))
    return clauses


def _exact(chunk: Chunk) -> float:
    """The number of a chunk that gives just one, or one that equals none."""
    people = chunk.people
    return people.low if people is not None and people.low is not None and people.low == people.high else math.nan


def _find_totals(line: Line) -> list[Part]:
    """As in "of the 12 killed, three were children"; nothing is folded, as the first is a figure too."""
    return [Part(line.chunks[match.start(2)], line.chunks[match.start(1)]) for match in _OF_TOTAL.finditer(line.codes)]


def _tell_all(line: Line, gone: set[int]) -> Line:
    """As in "twelve people, all of them civilians": who the whole are; the clause is folded too."""
    chunks = list(line.chunks)
    for match in _ALL.finditer(line.codes):
        whole, told = _whole(line, match.start()), chunks[match.start(2)].people
        if whole is None or whole.people is None or told is None or line.word(match.start(1)) != "all":
            continue
        place = line.chunks.index(whole)
        chunks[place] = whole._replace(people=whole.people._replace(category=told.category))
        gone.update(_with_comma(line, match.start(), match.end()))
    return line._replace(chunks=chunks)


def _people(line: Line, start: int, end: int) -> list[int]:
    return [index for index in range(start, end) if line.codes[index] in "GQPU"]


def _whole(line: Line, before: int) -> Chunk | None:
    """The nearest people before a part in its sentence."""
    for index in range(before - 1, max(-1, before - 25), -1):
        if line.codes[index] in _PEOPLE:
            return line.chunks[index]
        if line.codes[index] == ".":
            return None
    return None


def _with_comma(line: Line, start: int, end: int) -> range:
    """A clause set off by commas goes with both; the second stays where other people follow: "…, the police said"."""
    both = line.codes[start] == "," and line.codes[end : end + 1] == ","
    return range(start, end + (both and line.codes[end + 1 : end + 2] not in tuple("GPNU-")))


_FINDERS = (_find_stated, _find_broken_down, _find_last, _find_including, _find_out_of, _find_severe)
