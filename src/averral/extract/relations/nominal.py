"""Relations that nouns state: roles in appositions and titles, ties between two, and compounds like "A-backed"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from averral.extract.relations.cues import Cue, find_cues
from averral.extract.relations.parties import list_after, list_before
from averral.extract.relations.standing import stand_of_role, stand_of_tie
from averral.extract.relations.verbal import Tie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from averral.extract.relations.line import Line

__all__ = ["iter_nominal", "iter_ties"]

GROUP_ROLES: Final = re.compile(
    r"(?:(?:youth|armed|military|political)\s+)?(?:wing|arm|branch|cell|unit|brigade|battalion|company|affiliate"
    r"|regiment|squadron|detachment|bureau|chapter|component|section|division|office|council|youth league|directorate"
    r"|subsidiar(?:y|ie)|member state|splinter.*|breakaway.*|offshoot|prox(?:y|ie)|client.*)s?",
    re.IGNORECASE,
)
"""Roles of groups rather than of persons."""
_ROLE_OF: Final = re.compile(r"(?:,?&[dy]?w?N)?(?:o|p|t)d?[wg]{0,3}(A)")
_PREPOSITIONS: Final = frozenset(["of", "in", "for", "at", "from", "to", "within", "with"])
_HOLDER_BEFORE: Final = re.compile(r"A,?[cy]?d?[wgDd]{0,3}$")
_OWNER: Final = re.compile(r"A(S?)[wgdN]{0,3}$")
_HOLDER_AFTER: Final = re.compile(r",?d?w{0,2}A")
_EQUAL: Final = re.compile(r"(?:pd?w?[AL])?ed?w{0,2}A")
"""“The Front's paymaster in Halm is Osk”."""
_AS_PART: Final = re.compile(r"(A),pwod?w{0,2}(A)")
_ONCE_OF: Final = re.compile(r"(A),?([wy])od?w{0,2}(A)")
_HEADED: Final = re.compile(r"[dwgN]{0,3}A")
_PITTED: Final = re.compile(r"wd?[wg]{0,2}(A)pd?[wg]{0,2}(A)")
_DONE_BY: Final = re.compile(r"(?:[,&yV]{0,4}V)?y?bd?[wg]{0,2}(A)")
_PERSON_OF: Final = re.compile(r"A[op]d?[wg]{0,2}A")
_COMPOUND: Final = re.compile(r"(?:[,&]*AH|AH)?[wgN]{0,3}(A)")


def iter_ties(line: Line) -> Iterator[Tie]:
    """What nouns between two actors say: "A's support for B", "fighting between A and B"."""
    for at, code in enumerate(line.codes):
        if code == "T":
            yield from _tie(line, at)
        elif code == "w" and line.pieces[at].word in ("pitted", "pits", "pitting", "pit"):
            yield from _pitted(line, at)


def iter_nominal(line: Line, wraps: Callable[[int, int], int | None]) -> Iterator[Tie]:
    """What roles and compounds say.

    `wraps` gives the number of the mention (counted from the end: negative) that a phrase from one piece to another
    makes up together with its determiners, for holders of a role that have no name beside them.
    """
    for at, code in enumerate(line.codes):
        if code == "N":
            yield from _role(line, at, wraps)
        elif code == "H":
            yield from _compound(line, at, wraps)
        elif code == "V":
            yield from _done_by(line, at, wraps)
        elif code == "w" and line.pieces[at].word == "including":
            yield from _including(line, at)
    yield from _part_of(line)
    yield from _parts(line)


def _including(line: Line, at: int) -> Iterator[Tie]:
    """“The coalition, including Belvarra and Marran”."""
    owner = re.search(r"A,?$", line.codes[:at])
    members = _behind(line, at, closed=True)
    if owner and line.mention(owner.start()).type in ("ORG", "NORP"):
        for member in members:
            yield Tie(
                member,
                "member_of",
                owner.start(),
                at,
                line.pieces[at].end,
                0.75,
                stand_of_role(line, at, at, "member_of"),
            )


def _done_by(line: Line, at: int, wraps: Callable[[int, int], int | None]) -> Iterator[Tie]:
    """“Fighters armed by Belvarra”, where that is one mention."""
    cue, match = line.pieces[at].cues[0], _DONE_BY.match(line.codes, at + 1)
    if match and cue.form == "past" and line.code(at - 1) in "wgN,&V":
        wrapper = wraps(at, match.start(1))
        if wrapper is not None:
            standing = stand_of_role(line, at, at, cue.predicate)
            yield Tie(match.start(1), cue.predicate, wrapper, at, line.pieces[at].end, 0.8, standing)


def _pitted(line: Line, at: int) -> Iterator[Tie]:
    match = _PITTED.match(line.codes, at)
    if match and "against" in line.words(match.start(1) + 1, match.start(2)):
        standing = stand_of_tie(line, at, "fights")
        yield Tie(match.start(1), "fights", match.start(2), at, line.pieces[at].end, 0.85, standing)


def _role(line: Line, at: int, wraps: Callable[[int, int], int | None]) -> Iterator[Tie]:
    cue = line.pieces[at].cues[0]
    match = _ROLE_OF.match(line.codes, at + 1)
    if match and line.pieces[_preposition(line, at, match)].word in _PREPOSITIONS:
        place = match.start(1)
        of = list_after(line, place) if line.code(place + 1) != "S" else ()
        if line.pieces[place - 1].word == "for" and line.mention(place).type == "GPE":
            return
        for holder, first in _holders_of(line, at, place, wraps):
            yield from _held(line, at, cue, holder, of[:1], first)
        return
    before = line.codes[max(0, at - 8) : at]
    if owner := _OWNER.search(before):
        place = max(0, at - 8) + owner.start()
        if owner[1] or line.mention(place).type == "ORG":
            for holder, first in _holders_by(line, at, place, bool(owner[1]), wraps):
                yield from _held(line, at, cue, holder, (place,), first)


def _preposition(line: Line, at: int, match: re.Match[str]) -> int:
    i = match.start(1) - 1
    while i > at and line.codes[i] not in "opt":
        i -= 1
    return i


def _held(line: Line, at: int, cue: Cue, holder: int, of: tuple[int, ...], first: int) -> Iterator[Tie]:
    standing = stand_of_role(line, first, at, cue.predicate)
    for other in of:
        one, two = (other, holder) if cue.inverse else (holder, other)
        yield Tie(one, cue.predicate, two, at, cue.end, 0.85, standing)


def _holders_of(line: Line, at: int, place: int, wraps: Callable[[int, int], int | None]) -> Iterator[tuple[int, int]]:
    """Who is "the leader of the Front": the name before or behind it, else the phrase itself."""
    low = max(0, at - 8)
    before = _HOLDER_BEFORE.search(line.codes[low:at])
    if (
        before
        and "," in before[0]
        and _fits(line, at, low + before.start())
        and not _in_phrase(line, low + before.start())
    ):
        yield low + before.start(), low + before.start() + 1
        return
    start = at
    while line.code(start - 1) in "dwg" and at - start < 4:
        start -= 1
    behind = _HOLDER_AFTER.match(line.codes, place + 1)
    if behind and _fits(line, at, behind.end() - 1) and _closes(line, place, behind.end() - 1):
        yield behind.end() - 1, start
    elif not _is_generic(line, at) and (wrapper := wraps(at, place)) is not None:
        yield wrapper, start


def _holders_by(
    line: Line, at: int, place: int, owned: bool, wraps: Callable[[int, int], int | None]
) -> Iterator[tuple[int, int]]:
    """Who is "the Front's leader": the name behind or before it, else the phrase itself."""
    behind = _HOLDER_AFTER.match(line.codes, at + 1)
    if behind and _fits(line, at, behind.end() - 1) and (owned or line.code(at + 1) == "A"):
        last = behind.end() - 1
        if line.code(at + 1) != "," or _closes(line, at, last):
            row = list_after(line, last) if line.pieces[at].word.endswith("s") else (last,)
            yield from ((n, place) for n in row)
            return
    low = max(0, place - 4)
    before = re.search(r"A,d?w{0,2}$", line.codes[low:place])
    if before and _fits(line, at, low + before.start()) and line.code(at + 1) in ",.prtz":
        yield low + before.start(), low + before.start() + 1
    elif owned and (equal := _EQUAL.match(line.codes, at + 1)) and _fits(line, at, equal.end() - 1):
        yield equal.end() - 1, place
    elif owned and not _is_generic(line, at) and (wrapper := wraps(place, at)) is not None:
        yield wrapper, place


def _is_generic(line: Line, at: int) -> bool:
    """Nobody in particular: "members", "no leader"."""
    low = max(0, at - 3)
    return line.pieces[at].word.endswith(("s", "men")) or "no" in (piece.word for piece in line.pieces[low:at])


def _fits(line: Line, at: int, holder: int) -> bool:
    """Whether a person holds a personal role, and a group one of groups."""
    kind, cue = line.mention(holder).type, line.pieces[at].cues[0]
    if GROUP_ROLES.fullmatch(line.pieces[at].word) or GROUP_ROLES.fullmatch(_words(line, at)):
        return kind != "PER"
    if cue.predicate in ("leads", "created"):
        return kind == "PER"
    if cue.predicate == "member_of" and not line.pieces[at].word.startswith("member"):
        return kind == "PER"
    return True


def _words(line: Line, at: int) -> str:
    return line.text[line.pieces[at].start : line.pieces[at].end]


def _in_phrase(line: Line, at: int) -> bool:
    """Whether an actor only belongs to the head of a longer phrase, so that an apposition is not its own."""
    return line.code(at - 1) in "op" or (line.code(at - 1) == "d" and line.code(at - 2) in "op")


def _closes(line: Line, place: int, holder: int) -> bool:
    """A name behind a comma is an apposition only if a comma, the end or the verb follows: not the next of a list."""
    if line.code(place + 1) != ",":
        return True
    return line.code(holder + 1) in ",.q" and not re.match(r",[dwg]{0,3}A?[dwg]{0,2}&", line.codes[holder + 1 :])


def _tie(line: Line, at: int) -> Iterator[Tie]:
    cue = line.pieces[at].cues[0]
    mutual = _words(line, at).lower().endswith("between")
    objects = _behind(line, at, closed=mutual)
    if not objects:
        return
    standing = stand_of_tie(line, at, cue.predicate)
    if mutual:
        for one, other in combinations(objects[:4], 2):
            yield Tie(one, cue.predicate, other, at, cue.end, 0.9, standing)
        return
    for subject in _tied(line, at, objects):
        for other in objects:
            yield Tie(subject, cue.predicate, other, at, cue.end, 0.85, standing)


def _behind(line: Line, at: int, *, closed: bool) -> tuple[int, ...]:
    match = _HEADED.match(line.codes, at + 1)
    return list_after(line, match.end() - 1, closed=closed) if match else ()


def _tied(line: Line, at: int, objects: tuple[int, ...]) -> tuple[int, ...]:
    """Whose tie it is: the owner in front of it, or the one behind "by"."""
    low = max(0, at - 6)
    if owner := re.search(r"A(S)?[wgy]{0,3}$", line.codes[low:at]):
        place = low + owner.start()
        if owner[1] or (line.mention(place).type != "PER" and line.code(place + 1) != "y"):
            return list_before(line, place) if owner[1] else (place,)
    if by := re.compile(r"[gwDL]{0,3}bd?[wg]{0,2}A").match(line.codes, objects[-1] + 1):
        return list_after(line, by.end() - 1)
    return ()


def _compound(line: Line, at: int, wraps: Callable[[int, int], int | None]) -> Iterator[Tie]:
    predicate = line.pieces[at].compound
    if predicate is None or line.code(at - 1) != "A":
        return
    standing = stand_of_role(line, max(0, at - 2), at, predicate)
    if standing.tense == "past" and predicate != "created":
        standing = standing._replace(tense="present")
    match = _COMPOUND.match(line.codes, at + 1)
    other = match.start(1) if match else wraps(at - 1, at)
    if other is not None:
        yield Tie(at - 1, predicate, other, at, line.pieces[at].end, 0.85, standing)


def _part_of(line: Line) -> Iterator[Tie]:
    """“Barnaby Roake of the League”, “President Orlo of Belvarra”, “a former officer of the Guard”."""
    for match in _PERSON_OF.finditer(line.codes):
        one, other = match.start(), match.end() - 1
        cue, at = _part_cue(line, one)
        if cue is None or line.code(other + 1) in "SH" or cue.inverse or not _belongs(line, one, other):
            continue
        if line.code(one - 1) != "N" and line.mention(other).type not in (
            ("ORG",) if line.mention(one).name else ("ORG", "FAC")
        ):
            continue
        standing = stand_of_role(line, max(0, one - 2), one, cue.predicate)
        yield Tie(one, cue.predicate, other, at, line.pieces[at].end, 0.8, standing)


def _parts(line: Line) -> Iterator[Tie]:
    """“Belvarra, as part of the Coalition”, “Roth, formerly of the Scarves”."""
    for match in _AS_PART.finditer(line.codes):
        one, other = match.start(1), match.start(2)
        if "as part of" in line.words(one + 1, other - 1) and line.mention(other).type in ("ORG", "NORP"):
            at = next(n for n in range(one, other) if line.pieces[n].word == "part")
            standing = stand_of_role(line, at, at, "member_of")
            yield Tie(one, "member_of", other, at, line.pieces[at].end, 0.8, standing)
    for match in _ONCE_OF.finditer(line.codes):
        one, at, other = match.start(1), match.start(2), match.start(3)
        if line.pieces[at].word in ("formerly", "late", "once") and line.mention(one).type == "PER":
            standing = stand_of_role(line, at, at, "member_of")._replace(tense="past")
            yield Tie(one, "member_of", other, at, line.pieces[at].end, 0.8, standing)


def _belongs(line: Line, one: int, other: int) -> bool:
    """Whether the preposition is one of belonging: "of", or "at" behind a role ("a surgeon at the hospital")."""
    word = line.pieces[one + 1].word
    if word == "of":
        return True
    return (
        word in ("at", "in", "for", "from")
        and not line.mention(one).name
        and line.mention(other).type in ("ORG", "FAC")
    )


def _part_cue(line: Line, one: int) -> tuple[Cue | None, int]:
    """By what somebody belongs to what "of" names: a title, the last word of a description, or a bare name."""
    mention = line.mention(one)
    if line.code(one - 1) == "N" and mention.type == "PER":
        return line.pieces[one - 1].cues[0], one - 1
    last = line.pieces[one].word.rpartition(" ")[2]
    if mention.type == "PER" and mention.name:
        return Cue("role", "member_of", 0, "noun"), one + 1
    if mention.name and (mention.type != "ORG" or not GROUP_ROLES.fullmatch(last)):
        return None, one
    roles = find_cues(line.text, last, line.pieces[one].end, line.span.end, line.span.end)
    found = next((cue for cue in roles if cue.kind == "role"), None)
    return (None if last.endswith(("s", "men")) or line.pieces[one].word.startswith("no ") else found), one
