"""How surely, and of what time, a clause says that a relation holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.commitment import read_commitment
from averral.records import Span

if TYPE_CHECKING:
    from averral.extract.relations.cues import Cue
    from averral.extract.relations.line import Line
    from averral.extract.relations.parties import Subject
    from averral.records import Factuality, Tense
    from averral.records.ontology.predicates import Predicate

__all__ = ["Standing", "find_date", "stand_of_role", "stand_of_tie", "stand_of_verb"]

_REACH: Final = 40
_INNER_NOT: Final = re.compile(r"\b(?:not|never|no)\b(?! longer)")
_NO_LONGER: Final = re.compile(r"\bno longer\b|\bonce\b")
_FORMER: Final = re.compile(
    r"\b(?:former|late|ex|then|deposed|ousted|one-?time|erstwhile|previous|slain|retired|first|fallen|disgraced)\b"
)
_ALLEGED: Final = re.compile(r"\b(?:alleged|purported|supposed|so-called|self-styled|accused|would-be|possible)\b")
_SUSPECTED: Final = re.compile(r"\b(?:suspected|presumed|reputed|apparent|believed)\b")
_EVENTS: Final[frozenset[Predicate]] = frozenset(
    ("created", "meets", "negotiates_with", "fights", "attacks", "splits_from", "succeeds", "sanctions")
)
"""What happens once rather than lasts."""


class Standing(NamedTuple):
    """Factuality for whoever says the clause, null where its own words leave that to the layer around it."""

    factuality: Factuality | None
    tense: Tense | None


def stand_of_verb(line: Line, at: int, cue: Cue, subject: Subject) -> Standing:
    """The standing of a verb with its auxiliaries, negations and governing verbs."""
    inner = line.text[line.pieces[at].start : cue.end].lower()
    auxiliaries = line.words(_first_auxiliary(line, at), at - 1)
    ended = cue.ended or subject.ended or bool(_NO_LONGER.search(inner + " " + auxiliaries))
    commitment = read_commitment(*_clause(line, at))
    ahead = subject.aimed or (commitment.ahead and not ended)
    tense: Tense = "past" if ended else "future" if ahead else _tense(auxiliaries, cue, subject)
    if subject.open:
        return Standing(None, tense)
    level: Factuality = commitment.level
    if _INNER_NOT.search(inner):
        level = "CT-" if level == "CT+" else level
    if subject.level < 0:
        level = "CT-"
    return Standing("UU" if subject.aimed or cue.sought else level, tense)


def _clause(line: Line, at: int) -> tuple[str, Span, Span]:
    """The words up to the cue, with "they" for every actor, so that none of them is taken for something else."""
    words: list[str] = []
    for n in range(max(0, at - _REACH), at):
        code, piece = line.codes[n], line.pieces[n]
        if code == "A":
            while words and words[-1] in ("the", "a", "an"):
                words.pop()
            words.append("their" if line.code(n + 1) == "S" else "they")
        elif code != "S":
            words.append(piece.word if len(piece.word) == piece.end - piece.start else _text(line, n))
    before = re.sub(r" (?=[,.;:?!])", "", " ".join(words))
    start = len(before) + 1 if before else 0
    text = f"{before} {line.pieces[at].word}".lstrip()
    asked = "?" if line.text[line.span.start : line.span.end].rstrip(' \n"”’)').endswith("?") else "."
    return text + asked, Span(0, len(text) + 1), Span(start, len(text))


def _text(line: Line, at: int) -> str:
    return line.text[line.pieces[at].start : line.pieces[at].end].lower()


def _first_auxiliary(line: Line, at: int) -> int:
    i = at
    while i > 0 and line.codes[i - 1] in "yehmn":
        i -= 1
    return i


_AUXILIARIES: Final[tuple[tuple[Tense, re.Pattern[str]], ...]] = (
    ("future", re.compile(r"\b(?:will|shall|would)\b")),
    ("past", re.compile(r"\b(?:was|were|had|did)\b")),
    ("present", re.compile(r"\b(?:is|are|am|do|does|can|may|might|must)\b")),
)


def _tense(auxiliaries: str, cue: Cue, subject: Subject) -> Tense:
    for tense, words in _AUXILIARIES:
        if words.search(auxiliaries):
            return tense
    if re.search(r"\b(?:has|have)\b", auxiliaries):
        return "present" if cue.form == "gerund" or "been" in auxiliaries else "past"
    if cue.form == "gerund" and not subject.past:
        return "past" if cue.predicate in _EVENTS or subject.open else "present"
    return "present" if cue.form == "present" and not subject.past else "past"


def stand_of_tie(line: Line, at: int, predicate: Predicate) -> Standing:
    """The standing of a noun between two actors: "A's support for B"."""
    commitment = read_commitment(*_clause(line, at))
    tense: Tense = "future" if commitment.ahead else "past" if predicate in _EVENTS else "present"
    if _FORMER.search(line.words(max(0, at - 2), at)):
        tense = "past"
    return Standing(commitment.level, tense)


def stand_of_role(line: Line, first: int, last: int, predicate: Predicate) -> Standing:
    """The standing of an apposition or title, from the words between `first` and `last`."""
    words = line.words(first, last)
    tense: Tense = "past" if predicate in _EVENTS or _FORMER.search(words) else "present"
    if _ALLEGED.search(words):
        return Standing("UU", tense)
    return Standing("PR+" if _SUSPECTED.search(words) else "CT+", tense)


def find_date(line: Line, at: int) -> Span | None:
    """The time beside a cue in its own clause, sooner one behind it."""
    behind = re.compile(r"[^.crzVD]{0,20}(D)").match(line.codes, at + 1)
    ahead = re.search(r"D(?=[^.crzVD]{0,20}$)", line.codes[max(0, at - _REACH) : at])
    place = behind.start(1) if behind else max(0, at - _REACH) + ahead.start() if ahead else None
    return None if place is None else Span(line.pieces[place].start, line.pieces[place].end)
