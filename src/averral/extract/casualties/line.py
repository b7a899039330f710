"""A sentence as chunks and their codes, and how sure it is of what it says: real, unsure, or nothing that happened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from averral.extract.casualties.words import HEDGES, IRREAL, PAST
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.sentence import Chunk
    from averral.extract.numerals import Word

__all__ = ["Line", "Mood", "chain_start", "deed_mood", "nominal_mood", "state_mood"]

Mood = Literal["real", "hedged", "unreal"]

WINDOW = 24
"""Chunks looked at on either side of a word; it keeps the cost linear in the text."""

_CHAIN = re.compile(r"(?:w?[hxanrtSmM]*[_vVDAk](?:t_)?a{0,2}ca{0,2})?w?[hxanrtSmM]*\Z")
_CLAUSE = re.compile(r"[^,;.:q]*\Z")
_INVOLVED = word_set("involvement role responsibility part complicity connection knowledge links ties being")
_CLAIMS = word_set("claim claims report reports accusation accusations allegation allegations charges suggestions")
_CAUSES = word_set(
    "cause caused causes mean means lead led result resulted bring brought claim cost take provoke provoked see"
)
_NEARLY = frozenset(("nearly", "almost", "narrowly"))


class Line(NamedTuple):
    """`codes` has one character per chunk."""

    words: list[Word]
    chunks: list[Chunk]
    codes: str

    def word(self, index: int) -> str:
        """The words of a chunk, or nothing outside the line."""
        if not 0 <= index < len(self.chunks):
            return ""
        chunk = self.chunks[index]
        return " ".join(word.text for word in self.words[chunk.first : chunk.last])

    def spoken(self, start: int, end: int) -> set[str]:
        """The single words of some chunks."""
        chunks = self.chunks[max(0, start) : max(0, end)]
        return {word.text for word in self.words[chunks[0].first : chunks[-1].last]} if chunks else set()


def chain_start(line: Line, at: int) -> int:
    """Where the auxiliaries before a verb start: "were reported to have been", "was shot and"."""
    base = max(0, at - WINDOW)
    match = _CHAIN.search(line.codes[base:at])
    return base + match.start() if match else at


def deed_mood(line: Line, at: int) -> Mood:
    """Of an active verb: "killed", "had killed", "to kill", "killing"."""
    code, start = line.codes[at], chain_start(line, at)
    if code in "bd" and not _is_done(line, at, start):
        return "unreal"
    if code == "g" and (_is_irreal(line, at) or _follows_modal(line, at)):
        return "unreal"
    if code == "g" and line.codes[at - 1 : at] in ("o", "p"):
        return "real" if not _denies_near(line, at) else "unreal"
    return _join(_chain_mood(line, start, at), _clause_mood(line, start))


def state_mood(line: Line, at: int) -> Mood:
    """Of a passive, a state or somebody's fate: "were killed", "may be dead", "is feared to have died"."""
    start = chain_start(line, at)
    chain = line.codes[start:at]
    if line.codes[at] == "V" and re.search(r"tx(?!.*[hx])", chain):
        return "unreal"
    mood = _chain_mood(line, start, at)
    if line.codes[at] == "A" and re.fullmatch(r"[^mn]*M[^mnh]*x[^mn]*", chain):
        mood = "hedged"
    return _join(mood, _clause_mood(line, start))


def nominal_mood(line: Line, at: int) -> Mood:
    """Of a noun: "the deaths of", "12 arrests", "no casualties".

    "Will investigate the murder of" presumes it; "could cause the death of" and "could be 20 deaths" do not.
    """
    if _is_irreal(line, at) or _denies_near(line, at):
        return "unreal"
    cut = _CLAUSE.search(line.codes[max(0, at - 6) : at])
    tail = cut[0] if cut else ""
    caused = line.codes[at] in "K0W" or not _CAUSES.isdisjoint(line.spoken(at - len(tail), at))
    mood: Mood = "real"
    if caused and re.search(r"[mn]|M(?!h)", tail):
        return "unreal"
    if caused and "M" in tail:
        mood = "hedged"
    return _join(mood, _clause_mood(line, at, denials=False))


def _denies_near(line: Line, at: int) -> bool:
    return any(line.codes[index] == "y" and line.word(index).startswith("den") for index in range(max(0, at - 2), at))


def _join(first: Mood, second: Mood) -> Mood:
    if "unreal" in (first, second):
        return "unreal"
    return "hedged" if "hedged" in (first, second) else "real"


def _is_done(line: Line, at: int, start: int) -> bool:
    """Whether a base form tells of something done: "rebels kill 12", "managed to kill two"."""
    before = line.codes[at - 1 : at]
    if line.codes[at] == "d":
        return before in ("G", "Q", "U") or (before == "t" and line.word(at - 2) in ("had", "forced", "compelled"))
    if before == "t":
        return line.word(at - 2) in PAST
    return before in ("N", "G", "P", "U", "_") or "h" in line.codes[start:at]


def _chain_mood(line: Line, start: int, at: int) -> Mood:
    chain, spoken = line.codes[start:at], line.spoken(start, at)
    if "n" in chain or "m" in chain or spoken & _NEARLY:
        return "unreal"
    if "M" in chain:
        return "hedged" if re.search(r"M[an]*h", chain) else "unreal"
    return "hedged" if spoken & HEDGES else "real"


def _clause_mood(line: Line, start: int, *, denials: bool = True) -> Mood:
    """Conditions and denials that govern the clause: "if 12 people", "denied that 12 people"."""
    base = max(0, start - WINDOW // 2)
    cut = _CLAUSE.search(line.codes[base:start])
    clause = cut[0] if cut else ""
    if "f" in clause:
        return "unreal"
    denied = clause.rfind("y")
    return "unreal" if denials and denied >= 0 and _denies(line, start - len(clause) + denied) else "real"


def _denies(line: Line, at: int) -> bool:
    """Whether a verb of denial governs what follows: "denied killing", "rejected claims", not "denied a role"."""
    follows = line.spoken(at + 1, at + 4)
    if follows & _INVOLVED:
        return False
    denied = line.word(at).startswith("den") and line.codes[at + 1 : at + 2] in tuple("ugNPGQZh-")
    return denied or line.codes[at + 1 : at + 2] == "w" or bool(follows & _CLAIMS)


def _is_irreal(line: Line, at: int) -> bool:
    cut = re.search(r"[^,;.:]*\Z", line.codes[max(0, at - 5) : at])
    length = len(cut[0]) if cut else 0
    spoken = line.spoken(at - length, at)
    return not IRREAL.isdisjoint(spoken - {"tried"} if "for" in spoken else spoken)


def _follows_modal(line: Line, at: int) -> bool:
    """As in "a bomb could go off, killing dozens": the last auxiliary before the gerund is a modal one."""
    before = re.findall(r"[mMxhVD;.:]", line.codes[max(0, at - WINDOW) : at])
    return bool(before) and before[-1] == "m"
