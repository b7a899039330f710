"""Whose fate a verb tells: its object, its passive subject, or those who stand right before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.extract.casualties.line import WINDOW, chain_start

if TYPE_CHECKING:
    from averral.extract.casualties.line import Line

__all__ = ["find_company", "find_meant", "find_objects", "find_parted", "find_subjects", "is_adjacent", "is_passive"]

_AFTER_NOUN = r"(?:[op][-_'a]{0,4}){0,2}"
_OBJECTS = re.compile(
    rf"(?:[a-]{{0,3}}|_{{1,3}}(?=P))([GQPUNZYR](?:(?:{_AFTER_NOUN},[GQPUN])*{_AFTER_NOUN},?ca?[GQPUN](?!a*(?:[xhmMVDASvkr_]|w[hV]))|_{{2,4}}c[GQ](?!a*(?:[xhmMVDASvkr]|w[hV]))|(?:[op][-_'a]{{0,4}})c[GQ](?!a*(?:[xhmMVDASvkr]|w[hV])))?)"
)
_OWNED = re.compile(
    rf"[a-]{{0,3}}([GQPUN](?:{_AFTER_NOUN},[GQPUN])*{_AFTER_NOUN},?ca?[GQPUN])(?!a*(?:[xhmM][^,;.:]{{0,6}})?[VDA])"
)
_LISTED = re.compile(
    rf"(?:P(?:,_)?,[-_']{{1,5}},cP|"
    rf"(?:(?:[GQPUN]{_AFTER_NOUN}|P_{{2,4}}),?c?)*(?:[GQPUN]{_AFTER_NOUN}|P_{{2,4}}),?ca?[GQPUN]{_AFTER_NOUN})\Z"
)
_HEADLINE = re.compile(r"(?:\A|:)(?:[GQPU],)+[GQPU]\Z")
_APPOSED = re.compile(
    rf"([GQPUNR])(?:{_AFTER_NOUN}|_{{2,4}}),(?:[-P_N]{{0,4}}w[^,;.:]{{1,14}}|[^,;.:qxhmMVDA]{{1,12}}),\Z"
)
_COMPANY = re.compile(r"[pao_'-]{0,10},?(c)")
_PEOPLE = "GQPUNZRKH"
_ABOARD = frozenset(("on", "board", "aboard", "inside"))
_SINGULAR, _PLURAL = frozenset(("was", "is", "has")), frozenset(("were", "are", "have"))


def is_passive(line: Line, at: int) -> bool:
    """Whether "be", "found" or "reported" stands before a participle."""
    chain = line.codes[chain_start(line, at) : at]
    return "x" in chain or "r" in chain or "S" in chain


def find_objects(line: Line, at: int, *, owned: bool = False) -> list[int]:
    """The people right behind a verb or "of": one, or a list that does not run into the next clause.

    A list is `owned` behind "the deaths of", whatever verb comes next: "the deaths of two men and a boy shook us".
    """
    match = _OBJECTS.match(line.codes, at + 1, at + 1 + WINDOW)
    if match is None:
        return []
    end = match.end(1)
    whole = _OWNED.match(line.codes, at + 1, at + 1 + WINDOW) if owned else None
    end = max(end, whole.end(1)) if whole else end
    busy = re.match(r"c[GQ]_", line.codes[end : end + 3])
    end += 2 if busy and line.word(end + 2).endswith("ing") else 0
    return [index for index in range(match.start(1), end) if line.codes[index] in "GQPUNZYR"]


def find_company(line: Line, at: int) -> list[int]:
    """As in "was killed along with two of his guards"."""
    match = _COMPANY.match(line.codes, at + 1, at + 1 + WINDOW)
    if match is None or line.word(match.start(1)).split()[-1] not in ("with", "as"):
        return []
    return find_objects(line, match.start(1))


def find_meant(line: Line, at: int) -> list[int]:
    """Those whom "them" means: the nearest counted people before it, as in "they stopped ten men and killed them"."""
    if line.word(at) != "them":
        return []
    for place in range(at - 1, max(-1, at - WINDOW), -1):
        people = line.chunks[place].people
        if line.codes[place] in "GN" and people is not None and people.plural is not False:
            return [place] if line.codes[place] == "G" else []
    return []


def is_adjacent(line: Line, at: int) -> bool:
    """Whether people stand right before a participle or state that has no object: "12 people killed in Arda"."""
    if not re.search(r"[GQPUZRN]w?a{0,2}\Z", line.codes[max(0, at - 4) : at]):
        return False
    if line.codes[at] == "A" or re.match(r"[GQU][VA]", line.codes[at + 1 : at + 3]):
        return True
    if re.search(r"[GQU][VA],?c?Q\Z", line.codes[max(0, at - 5) : at]):
        return True
    return re.match(r"[-_GQPUNZYR]", line.codes[at + 1 : at + 2]) is None


def find_parted(line: Line, at: int, taken: set[int]) -> list[int]:
    """Those right before a participle, with the list that they end."""
    before = re.search(r"w?a{0,2}\Z", line.codes[max(0, at - 4) : at])
    last = at - (len(before[0]) if before else 0) - 1
    return _widen(line, last, taken, reduced=True)


def find_subjects(line: Line, at: int, taken: set[int]) -> list[int]:
    """The subject of a passive, of "died" or of a state: the nearest people to the left that agree in number.

    People in a prepositional phrase ("the brother of two ministers was"), in a relative clause ("who killed two") and
    behind a verb of saying are passed over or end the search.
    """
    start = chain_start(line, at)
    number = _number(line, start, at)
    if line.codes[start : start + 1] == "w" and line.codes[start - 1 : start] == ",":
        start -= 1
    place, lowest = start - 1, max(0, start - WINDOW)
    apposed = _APPOSED.search(line.codes[lowest:start])
    if apposed:
        place = lowest + apposed.start(1)
    while place >= lowest:
        code = line.codes[place]
        if code in _PEOPLE:
            found = _accept(line, place, start, number, taken)
            if found is not None:
                return found
        elif code == "x":
            place = _relative(line, place, lowest)
        elif _ends_search(line, place):
            return []
        place -= 1
    return []


def _accept(line: Line, place: int, start: int, number: str, taken: set[int]) -> list[int] | None:
    """The subject at a place; an empty list ends the search, None goes on to the left."""
    led = place > 0 and line.codes[place - 1] in "op" and not (place == start - 1 and line.word(start) == "being")
    behind = place in taken or led
    if line.word(place - 1) == "not" and line.codes[place + 1 : place + 2] == ",":
        return None
    if (behind and line.codes[start : start + 1] != "w") or line.word(place) in ("him", "her"):
        return None
    people = _widen(line, place, taken)
    if number == "singular" and all(line.codes[index] == "P" for index in people):
        people = people[-1:] if _is_determined(line, people[-1]) else people[:1]
    if len(people) == 1 and not _agrees(line, people[0], number):
        return []
    between = line.codes[place + 1 : start].replace(",nQ,", "")
    if line.codes[place] == "Q" and re.search(r"[^aw,]", between) and not _is_aboard(line, place, start):
        return []
    return people


def _is_aboard(line: Line, place: int, start: int) -> bool:
    """As in "all 26 on board were killed"."""
    return line.spoken(place + 1, start) <= _ABOARD


def _is_determined(line: Line, place: int) -> bool:
    """As in "a father and student" is one person, "a father and a student" are two."""
    people = line.chunks[place].people
    return people is None or people.noun is None or people.noun[0] > line.chunks[place].first


def _agrees(line: Line, place: int, number: str) -> bool:
    people = line.chunks[place].people
    if not number or people is None or people.plural is None or line.codes[place] in "ZR":
        return True
    return (number == "plural") == people.plural


def _relative(line: Line, place: int, lowest: int) -> int:
    """The place of "who" before an auxiliary in a relative clause; else a place that ends the search."""
    match = re.search(r"w[^;.:,w]{0,3}\Z", line.codes[lowest:place])
    return lowest + match.start() if match else -1


def _ends_search(line: Line, place: int) -> bool:
    code = line.codes[place]
    if code == "S":
        return line.codes[place + 1 : place + 2] != ","
    return code in ";.:qfyumMh"


def _number(line: Line, start: int, at: int) -> str:
    """That of the first auxiliary: "is said to have been"."""
    for index in range(start, at):
        word = line.word(index)
        if word in _PLURAL or word in _SINGULAR:
            return "plural" if word in _PLURAL else "singular"
    return ""


def _widen(line: Line, last: int, taken: set[int], *, reduced: bool = False) -> list[int]:
    """The list that ends at some people: "two soldiers, a policeman and a child"."""
    base = max(0, last - WINDOW)
    before = line.codes[base : last + 1]
    if reduced and before.endswith(",cQ"):
        return [last]
    match = _LISTED.search(before) or (_HEADLINE.search(before) if reduced else None)
    first = base + match.start() if match else last
    people = [index for index in range(first, last + 1) if line.codes[index] in "GQPUNZR"]
    used = max((index for index in people if index in taken), default=-1)
    free = [index for index in people if index > used]
    return free if len(free) > 1 and (reduced or not _is_led(line, free[0])) else [last]


def _is_led(line: Line, place: int) -> bool:
    """Whether "near", "of" or a verb stands before a list, so that only its end is the subject."""
    return place > 0 and line.codes[place - 1] in "opVgsbFXk"
