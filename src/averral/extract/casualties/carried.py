"""Figures without a word of harm, which mean what the figures before them mean: "the ministry counted 73"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.casualties.line import WINDOW
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from averral.extract.casualties.line import Line
    from averral.extract.casualties.sentence import Chunk
    from averral.extract.casualties.words import Kind

__all__ = ["Carried", "find_carried"]

_COUNTING = word_set(
    "counted counts count gave gives lists listed list concedes conceded admits admitted acknowledges acknowledged "
    "entered reads bears bear carries recognised recognized given "
    "recorded records registered tallied totalled totaled totals confirms confirmed"
)
"""With a bare number behind them these give a toll again, as do the phrases of `_INSISTING`."""
_INSISTING = re.compile(
    r"(?:insist(?:s|ed)? on|st(?:and|ands|ood) (?:by|at)|(?:came|comes|went|goes) (?:down|up) to|read(?:s)? out|"
    r"sp(?:oke|eaks?) of|talk(?:s|ed)? of|cried|should (?:have )?read|should be|corrected (?:it )?to|"
    r"(?:carried|dug|pulled|laid) out|buried|"
    r"(?:revised|raised|lowered|cut|reduced|corrected) (?:it|this|that|the figure|its figure) to|"
    r"puts? (?:it|the (?:figure|number|total|count|tally|toll)) at|"
    r"(?:figure|number|total|count|tally)(?: has| had)?(?: since| now)? "
    r"(?:risen|rose|climbed|grown|increased|gone up) to|"
    r"(?:made|makes|make|making) it|, making|(?:^|.*\b)(?:ours|mine|theirs|hers|his) (?:is|was|says|has)|"
    r"(?:given|reported|stated|registered) as|"
    r"figures? (?:of|is|was)|totals? (?:of|is|was)|tally (?:of|is|was)|list of)\Z"
)
_FINDING = word_set("found unearthed exhumed recovered pulled buried dug uncovered")
"""Of the dead: "the team unearthed 29 more"."""
_SAYING = word_set("says say said swears insists maintains claims claimed")
_LEADS = word_set("the a only just now even still already also that at")
_ANSWER = re.compile(r",{0,2}(?:[-NPG_]{1,4}:)?_?(?:Q[,.]|G(?:\.|,[pc]))")
_ELLIPSIS = re.compile(r"(?:[;,]c?[-_NP']{1,4}(?:p?o)?|;c?[-_NP']{1,4},)\Z")
"""As in "the union says nine, the company four"; "hospitals speak of 16 dead, the governor of eleven"."""
_HAVING = word_set("has have had")
_THERE_WERE = re.compile(r"(?:there|they|it) (?:were|was|are|is)(?: only| in fact| really)?")
_TELLING = _SAYING | _COUNTING | word_set("speak speaks spoke puts put")
_ASIDE = re.compile(r",[-_NPGa']{1,6}S[,.;]|,S[-_NPG]")
"""As in "five were killed (six, the union still says)"."""
_GAPPED = re.compile(r"[GQU][^.;]*p[^.;]*,?c\Z")
"""As in "three died on the bridge and two at the mill"."""
_THERE = word_set("in at on near outside inside behind")
_NAMING = word_set("names named identifies identified")
_STOPS = ",.;"
_NOUNS: dict[str, Kind | None] = {
    "victims": "killed",
    "captives": "abducted",
    "hostages": "abducted",
    "abductees": "abducted",
    "detainees": "arrested",
    "dead": "killed",
    "names": None,
    "people": None,
    "persons": None,
    "civilians": None,
    "soldiers": None,
}
"""What is counted again in such words; None where only the figures before say what happened to them."""
_HARMFUL = frozenset("VgbsDdACOkFXLE0W")
"""Codes of words of harm."""


class Carried(NamedTuple):
    """A counted chunk, and what its noun says happened."""

    chunk: Chunk
    kind: Kind | None


def find_carried(line: Line, *, asked: bool = False) -> Iterator[Carried]:
    """The numbers of a sentence that give a toll in other words; `asked`: a question for it stands before."""
    for index, chunk in enumerate(line.chunks):
        if chunk.code not in "GQU" or chunk.people is None or chunk.kinds or _is_followed(line, index):
            continue
        noun = line.word(index).split()[-1]
        if noun == "more" and line.word(index - 1) in _FINDING:
            yield Carried(chunk, "killed")
            continue
        counted = noun in _NOUNS
        if noun == "victims" and _is_named(line, index):
            yield Carried(chunk, "killed")
            continue
        bare = chunk.code == "Q" and any(
            is_given(line, index)
            for is_given in (_is_said, _is_ellipsis, _is_there, _is_had, _is_again, _is_answer, _is_aside, _is_gapped)
        )
        if (
            bare
            or (asked and chunk.code == "G" and _is_answer(line, index))
            or ((counted or chunk.code == "Q") and _is_counted(line, index))
        ):
            toll = line.codes.rfind("L", 0, index)
            yield Carried(chunk, line.chunks[toll].kinds[0] if toll >= 0 else _NOUNS.get(noun))


def _is_followed(line: Line, index: int) -> bool:
    """Whether a word of harm or a phrase of its own stands right behind: then the number is that one's."""
    if line.word(index + 1) in ("twice", "again"):
        return True
    after = line.codes[index + 1 : index + 2]
    subject = after == "x" and not _NOUNS.get(line.word(index).split()[-1])
    return subject or after in _HARMFUL or after in tuple("vUG")


def _is_counted(line: Line, index: int) -> bool:
    first = line.chunks[index].first
    spoken = [word.text for word in line.words[max(0, first - 6) : first]]
    while spoken and spoken[-1] in _LEADS - {"at"}:
        spoken.pop()
    return bool(spoken) and (spoken[-1] in _COUNTING or _INSISTING.search(" ".join(spoken)) is not None)


def _is_said(line: Line, index: int) -> bool:
    """As in "her brother says one.": nothing follows."""
    ends = line.codes[index + 1 : index + 2] in ("", *_STOPS)
    ends = ends or line.codes[index + 1] == ":"
    return ends and line.word(index - 1) in _SAYING


def _is_ellipsis(line: Line, index: int) -> bool:
    before = _ELLIPSIS.search(line.codes[max(0, index - 8) : index])
    ends = line.codes[index + 1 : index + 2] in ("", *_STOPS)
    return before is not None and ends and not _TELLING.isdisjoint(line.spoken(max(0, index - 16), index))


def _is_there(line: Line, index: int) -> bool:
    """As in "There were eleven." behind a figure: a sentence of nothing else."""
    before = " ".join(word.text for word in line.words[: line.chunks[index].first])
    return line.codes[index + 1 :] in ("", ".") and _THERE_WERE.fullmatch(before) is not None


def _is_had(line: Line, index: int) -> bool:
    """As in "the army counted eleven victims, the parish register has nine"."""
    ends = line.codes[index + 1 : index + 2] in ("", *_STOPS)
    counted = not _COUNTING.isdisjoint(line.spoken(max(0, index - 12), index))
    return ends and counted and line.word(index - 1) in _HAVING


def _is_named(line: Line, index: int) -> bool:
    """As in "the indictment names 23 victims", "nine victims have been identified", "a massacre, 30 victims"."""
    after = line.spoken(index + 1, index + 4)
    return line.word(index - 1) in _NAMING or "identified" in after or line.codes[max(0, index - 2) : index] == "O,"


def _is_aside(line: Line, index: int) -> bool:
    return (not index or line.codes[index - 1] == ",") and _ASIDE.match(line.codes, index + 1) is not None


def _is_gapped(line: Line, index: int) -> bool:
    before, stop = line.codes[:index], re.search(r"[,.;]|\Z", line.codes[index + 1 :])
    clause = line.codes[index + 1 : index + 1 + (stop.start() if stop else 0)]
    parallel = _GAPPED.search(before[-WINDOW:]) is not None and not _HARMFUL.isdisjoint(before)
    placed = line.word(index + 1) in _THERE and line.word(index + 2) not in ("hospital", "custody", "all")
    return parallel and placed and _HARMFUL.isdisjoint(clause)


def _is_again(line: Line, index: int) -> bool:
    """As in "two were killed on Monday, three on Tuesday"."""
    before, after = line.codes[max(0, index - 2) : index], line.word(index + 2).split()
    dated = line.word(index + 1) == "on" and bool(after) and after[-1].endswith("day")
    return dated and before[-1:] in (",", "c")


def _is_answer(line: Line, index: int) -> bool:
    """As in "Ninety-one, on the first evening."; "Fourteen, by my register."."""
    match = _ANSWER.match(line.codes)
    numbered = line.word(index).isdecimal() and line.codes[index + 1 : index + 2] == "."
    return match is not None and match.start() <= index < match.end() and line.codes[index] in "GQ" and not numbered
