"""Who stands on either side of a verb: single actors or several in a row, and nobody where that is not clear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.relations.line import find_govern, is_head

if TYPE_CHECKING:
    from averral.extract.relations.line import Line

__all__ = ["Subject", "find_antecedent", "find_objects", "find_subject", "list_after", "list_before"]

_REACH: Final = 24
"""Pieces looked at on each side of a verb, so that the work is linear in the text."""
_SKIPPED: Final = frozenset("yehmnD")
_OF_GROUP: Final = re.compile(r"od?w{0,2}A")
_PHRASES: Final = re.compile(r"A(?:[po]d?[wLg]{1,3}(?:&?[po]d?[wLg]{1,3})?|r[^A.,q&c]{2,8})$")
_OPENING: Final = re.compile(
    r"(?:^|[.c])(?:[pD][dwDL]{0,4},)?d?w{0,2}(A)(?:od?w?A)?[ehmy]{0,3}w[dwDLpogt]{0,8}(?:d?A)?[dwDLpog]{0,6},?$"
)
_NEXT: Final = re.compile(r"dw{0,2}A")
_PLURAL: Final = re.compile(r"(?:\w+s|people|men|women|police)$")
_VERBLIKE: Final = re.compile(r"\w{2,}ed$|(?:took|went|came|fell|left|made|gave|held|kept|lost|ran|sent|saw|got|fled)$")


class Subject(NamedTuple):
    """The actors in front of a verb, by piece.

    `open` where only the layer around the clause knows how surely it is said ("accused A of arming B"). `aimed`: an
    aim, order or plan. `level`: −1 where the governing verb says that it was not so. `ended`: it was so and no longer
    is. `start` is the piece where the clause begins.
    """

    actors: tuple[int, ...]
    start: int
    open: bool = False
    aimed: bool = False
    level: int = 0
    ended: bool = False
    past: bool = False
    score: float = 0.9


def find_subject(line: Line, at: int, *, gerund: bool = False, passive: bool = False, depth: int = 3) -> Subject | None:
    """The subject of the verb at `at`, through its auxiliaries, governing verbs, relatives and coordinations."""
    i = at - 1
    while i >= 0 and line.codes[i] in _SKIPPED and at - i < _REACH:
        i -= 1
    if i < 0 or depth == 0:
        return None
    code, bare = line.codes[i], not set(line.codes[i + 1 : at]) & set("ehm")
    if any(piece.word == "having" for piece in line.pieces[i + 1 : at]):
        gerund = bare = True
    if gerund and bare and code not in "At":
        return _of_gerund(line, i, depth)
    if code in "&,":
        return _joined(line, i, depth, passive=passive, bare=bare)
    return _straight(line, i, code, depth)


def _straight(line: Line, i: int, code: str, depth: int) -> Subject | None:
    """The subject that ends at piece `i`, with nothing but words of the verb behind it."""
    match code:
        case "t":
            return _of_infinitive(line, i, depth)
        case "r":
            return _of_relative(line, i)
        case "A" | "g" | "w" | "L":
            return (_direct(line, i) if code in "Ag" else None) or _with_phrase(line, i)
        case _:
            return None


def _joined(line: Line, i: int, depth: int, *, passive: bool, bare: bool) -> Subject | None:
    """The subject in front of "and" or of a comma."""
    if line.codes[i] == "&":
        return _coordinated(line, i, depth, passive=passive)
    if line.code(i - 1) == "V":
        return _of_verb(line, i - 1, depth, passive=passive)
    return _behind_comma(line, i, bare=bare and passive) or (None if passive else _next_deed(line, i))


def _next_deed(line: Line, i: int) -> Subject | None:
    """“Bandits entered the college, murdered the watchman and …”: the actor that opens the sentence."""
    opening = _OPENING.search(line.codes[max(0, i - _REACH) : i])
    return Subject((max(0, i - _REACH) + opening.start(1),), i, score=0.65) if opening else None


def _direct(line: Line, i: int) -> Subject | None:
    """An actor, or a head that stands for one: "the army's troops", "members of the Front"."""
    j = i
    while line.code(j) in "gw" and i - j < 3:
        j -= 1
    if line.code(j) == "S":
        j -= 1
    if line.code(j) != "A" or (j < i and line.code(i) != "g"):
        return None
    actors = list_before(line, j)
    return Subject(actors, actors[0]) if actors else None


def _with_phrase(line: Line, i: int) -> Subject | None:
    """“Armed men in lorries”, “gunmen from the north”: the actor before phrases or a clause with no other."""
    low = max(0, i - 10)
    match = _PHRASES.search(line.codes[low : i + 1])
    actors = list_before(line, low + match.start()) if match else ()
    return Subject(actors, actors[0], score=0.7) if actors else None


def list_before(line: Line, last: int) -> tuple[int, ...]:
    """The row of actors that ends at `last`, if it can be a subject: not inside a phrase of another head."""
    actors = [last]
    while (conj := _conjunct(line, actors[0], first=len(actors) == 1)) is not None:
        actors.insert(0, conj)
    lead = _lead(line, actors[0])
    if line.code(lead) in "VC" and len(actors) > 1:
        return (last,)
    if line.code(lead) in "VCTU":
        return ()
    if line.code(lead) == "&":
        return () if line.code(lead - 1) == "U" else tuple(actors)
    if line.code(lead) == "o" and line.code(lead - 1) == "A" and not line.mention(lead - 1).name:
        return (last,) if _stands_for(line, lead - 1) else list_before(line, lead - 1)
    if line.code(lead) in "opbt":
        return tuple(actors) if line.code(lead) in "op" and line.code(lead - 1) == "g" else ()
    return tuple(actors)


def _lead(line: Line, at: int) -> int:
    """The piece in front of an actor, its determiners and attributes aside."""
    i = at - 1
    while i >= 0 and line.codes[i] in "dwgN" and at - i <= 4:
        i -= 1
    return i


def _conjunct(line: Line, at: int, *, first: bool) -> int | None:
    """The actor that a row goes on with on the left: through "and", and then through commas."""
    i = at - 1
    while i >= 0 and line.codes[i] in "dwgN" and at - i <= 3:
        i -= 1
    if first and line.code(i) == "&":
        i -= 1
        i -= line.code(i) == ","
    elif not first and line.code(i) == ",":
        i -= 1
    else:
        return None
    return i if i >= 0 and line.code(i) == "A" else None


def _of_relative(line: Line, i: int) -> Subject | None:
    found = find_antecedent(line, i)
    return Subject((found,), i, score=0.85) if found is not None else None


def find_antecedent(line: Line, i: int) -> int | None:
    """The actor that "who" or "which" at piece `i` stands for; "who" stands for people."""
    word, j = line.pieces[i].word, i - 1
    if word in ("whom", "whose") or line.code(j) in "op":
        return None
    j -= line.code(j) == ","
    if line.code(j) != "A":
        return None
    kind = line.mention(j).type
    if word == "who" and kind not in ("PER", "NORP") and line.mention(j).name:
        return _apposed_person(line, j)
    if word != "who" and kind == "PER":
        return None
    return j


def _apposed_person(line: Line, j: int) -> int | None:
    """“X, leader of the Front, who”: the person in front of the apposition."""
    match = re.search(r"A,d?w{0,2}N[op]d?w{0,2}A$", line.codes[max(0, j - 9) : j + 1])
    if not match:
        return None
    person = max(0, j - 9) + match.start()
    return person if line.mention(person).type == "PER" else None


def _coordinated(line: Line, i: int, depth: int, *, passive: bool = False) -> Subject | None:
    """“A armed and funds B”: the subject of the verb before, or the actor that opens the clause."""
    before = line.codes[max(0, i - _REACH) : i]
    if verb := re.search(r"V,?y{0,2}$", before):
        return _of_verb(line, max(0, i - _REACH) + verb.start(), depth, passive=passive)
    if verb := re.search(r"V[dwgpoDLyANS&]{1,9},?$", before):
        at = max(0, i - _REACH) + verb.start()
        return _of_verb(line, at, depth)
    if opening := _OPENING.search(before):
        return Subject((max(0, i - _REACH) + opening.start(1),), i, score=0.7)
    return None


def _of_verb(line: Line, at: int, depth: int, *, passive: bool = False) -> Subject | None:
    forms = {cue.form for cue in line.pieces[at].cues}
    found = find_subject(line, at, gerund=forms == {"gerund"}, passive=passive, depth=depth - 1)
    return found._replace(score=min(found.score, 0.85)) if found else None


def _behind_comma(line: Line, i: int, *, bare: bool) -> Subject | None:
    """“A, based in the north, attacked B”; a participle ("A, armed by B") belongs to what stands before the comma."""
    if bare:
        return _direct(line, i - 1) if line.code(i - 1) in "Ag" else None
    comma = line.codes.rfind(",", max(0, i - 14), i)
    if comma < 1 or i - comma < 2 or set(line.codes[comma:i]) & set(".qc"):
        return None
    found = _direct(line, comma - 1) if line.code(comma - 1) in "Ag" else None
    inner = line.codes[comma + 1 : i]
    if not found or "&" in inner[:1] or (re.fullmatch(r"d?w{0,2}A", inner) and not _is_apposed(line, comma)):
        return None
    return found._replace(score=0.75)


def _is_apposed(line: Line, comma: int) -> bool:
    """A name beside a description, not two of a list."""
    one = line.pieces[comma - 1].mention
    other = next((p.mention for p in line.pieces[comma + 1 : comma + 6] if p.mention), None)
    return bool(one and other and one.type == other.type and one.name != other.name)


def _of_infinitive(line: Line, to: int, depth: int) -> Subject | None:
    """“A vowed to attack B”, “X urged A to attack B”, “A is to meet B”."""
    i = to - 1
    while i >= 0 and line.codes[i] in "yD":
        i -= 1
    if line.code(i) == "e":
        found = find_subject(line, i + 1, depth=depth - 1)
        return found._replace(aimed=True) if found else None
    if line.code(i) == "A":
        return _urged(line, i)
    govern = find_govern(line.pieces[i].word, passive="e" in line.codes[max(0, i - 3) : i]) if i >= 0 else None
    if govern in (None, "denied", "stopped", "accused"):
        return None
    found = find_subject(line, i, gerund=line.pieces[i].word.endswith("ing"), depth=depth - 1)
    return _governed(found, govern)._replace(past=_is_past(line, i)) if found else None


def _is_past(line: Line, i: int) -> bool:
    word = line.pieces[i].word
    return word.endswith("ed") or word in ("began", "kept", "came", "made", "led", "saw", "quit", "swore", "sought")


def _governed(found: Subject, govern: str | None) -> Subject:
    if govern == "failed":
        return found._replace(level=-1)
    if govern in ("goes_on", "helped"):
        return found
    if govern == "raised":
        return found._replace(open=True)
    return found._replace(ended=True) if govern == "stopped" else found._replace(aimed=True)


def _urged(line: Line, i: int) -> Subject | None:
    """Who is urged, helped or forced: the object of the governing verb."""
    j = i - 1
    while j >= 0 and line.codes[j] in "dwgp" and i - j <= 3 and not find_govern(line.pieces[j].word):
        j -= 1
    govern = find_govern(line.pieces[j].word) if j >= 0 else None
    if govern in ("urged", "helped") or line.pieces[j].word in ("want", "wants", "wanted"):
        return Subject((i,), j, aimed=govern != "helped", score=0.8)
    return None


def _of_gerund(line: Line, i: int, depth: int) -> Subject | None:
    """“A stopped arming B”, “A denied arming B”, “X accused A of arming B”, “A, arming B, …”."""
    word = line.pieces[i].word
    govern = find_govern(word)
    if govern in ("stopped", "goes_on", "denied"):
        found = find_subject(line, i, depth=depth - 1)
        if found and govern == "denied":
            return found._replace(open=True)
        return _governed(found, govern)._replace(past=_is_past(line, i)) if found else None
    if word in ("of", "for", "with", "over"):
        return _accused(line, i - 1, depth)
    if line.codes[i] == "," and line.code(i - 1) == "A":
        found = _direct(line, i - 1)
        return found._replace(score=0.75) if found else None
    if line.codes[i] == "&":
        return _coordinated(line, i, depth)
    return None


def _accused(line: Line, i: int, depth: int) -> Subject | None:
    j = i
    while j >= 0 and line.codes[j] in "yD":
        j -= 1
    if find_govern(line.pieces[j].word) == "accused" if j >= 0 else False:
        if line.code(j - 1) == "e" or line.code(j - 2) == "e":
            found = find_subject(line, j, depth=depth - 1)
            return found._replace(open=True) if found else None
        return None
    if line.code(j) == ",":
        j = line.codes.rfind(",", max(0, j - 8), j) - 1
    if j < 0 or line.code(j) not in "Ag":
        return None
    while line.code(j) == "g" or line.code(j) == "S":
        j -= 1
    k = j
    while k >= 0 and line.codes[k] in "AdwgN&,S" and j - k < 8:
        k -= 1
    if line.code(j) == "A" and k >= 0 and find_govern(line.pieces[k].word) == "accused":
        actors = tuple(n for n in range(k + 1, j + 1) if line.codes[n] == "A")
        return Subject(actors[-2:] if "&" in line.codes[k:j] else (j,), k, open=True, score=0.85)
    return None


def find_objects(line: Line, at: int) -> tuple[int, ...]:
    """The actors behind a verb or preposition at `at`, if they are what it governs."""
    i, words = at + 1, 0
    while line.code(i) in "dwgNy" and words < 5:
        words += 1
        i += 1
    if line.code(i) in "op" and line.code(i - 1) == "g" and i > at + 1 and line.pieces[i].word in ("of", "from"):
        i += 1
        while line.code(i) in "dwg" and words < 7:
            words += 1
            i += 1
    return list_after(line, i) if line.code(i) == "A" else ()


def list_after(line: Line, first: int, *, closed: bool = False) -> tuple[int, ...]:
    """The row of actors that begins at `first`.

    The one behind "and" may begin a clause of its own and is then left out, unless the row is `closed` ("between").
    """
    if _stands_for(line, first) and (group := _OF_GROUP.match(line.codes, first + 1)):
        first = group.end() - 1
    if not _is_whole(line, first):
        return ()
    row, end = [first], first
    while (found := re.compile(r"g?(,?&|,)d?[wgN]{0,2}A").match(line.codes, end + 1, end + 9)) is not None:
        last = found.end() - 1
        row.append(last)
        end = last
        if "&" in found.group(1):
            belongs = (closed or not _opens_clause(line, last)) and _is_whole(line, last) and not _is_gapped(line, last)
            return tuple(row if belongs else row[:-1])
    return (first,)


def _is_gapped(line: Line, at: int) -> bool:
    """“A backs B, and C the D”: the second clause has the verb of the first."""
    return _NEXT.match(line.codes, at + 1) is not None


def _stands_for(line: Line, at: int) -> bool:
    """Whether a description is that of a part of what follows: "members" of a group, "the village" of Norlan."""
    mention = line.mention(at)
    return not mention.name and is_head(line.pieces[at].word.rpartition(" ")[2])


def _is_whole(line: Line, at: int) -> bool:
    """Not only the owner or attribute of something else: "the League's hall", "Belvarran ships"."""
    code, i = line.code(at + 1), at + 1
    if code == "S":
        i += 1
        while line.code(i) == "w" and i - at <= 3:
            i += 1
        return line.code(i) == "g"
    if code == "H" or (line.text.startswith("-", line.pieces[at].end) and line.code(at + 1) != "."):
        return False
    if code in "NT" and line.mention(at).type != "PER":
        return False
    if code == "w" and line.pieces[at + 1].start == line.pieces[at].end + 1:
        word = line.pieces[at + 1].word
        return word[:1].isalpha() and (
            line.mention(at).type == "PER" or not (_PLURAL.match(word) or _is_adjective(line, at))
        )
    return True


def _is_adjective(line: Line, at: int) -> bool:
    return line.mention(at).type == "NORP" and not _VERBLIKE.match(line.pieces[at + 1].word)


def _opens_clause(line: Line, at: int) -> bool:
    i = at + 1
    while line.code(i) in "yg":
        i += 1
    return line.code(i) in "ehmnVCz" or bool(line.code(i) == "w" and _VERBLIKE.match(line.pieces[i].word))
