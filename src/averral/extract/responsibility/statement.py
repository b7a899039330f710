"""What one sentence says of responsibility: who stands in which relation to which words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from averral.extract.responsibility.line import Line
    from averral.records import Factuality

__all__ = ["Stance", "Statement", "iter_statements"]

Stance = Literal["claims", "admits", "denies", "blames", "suspects", "reported", "none_claimed"]
_BEFORE = 20
"""A cue finds its actor among this many pieces on each side, so the work is linear in the text."""
_SUBJECT = re.compile(r"A([^ACcnBZRT]{0,12})\Z")
_NEAR_SUBJECT = re.compile(r"A([^ACcnBZS]{0,8})\Z")
_OBJECT = re.compile(r"[^ACcnBZSTpykt]{0,5}t?[^ACcnBZSTpyk]{0,3}A")
_TO_OBJECT = re.compile(r"[^ACcnBZS]{0,4}?T[^ACcnBZST]{0,7}?[tw]d?[hm]{0,2}o?d?A")
"""As in "attributed the massacre in Arda to members of the Front"."""
_AGENT_AFTER = re.compile(r"[^AcnBZS]{0,7}?(?:b[dhwmo,]{0,4}|fd?)A")
_DEED = re.compile(r"[^A]{0,12}?([TDRI])")
_OWN_ACT = re.compile(
    r"[td]?(?:[dxto]{0,3}(?<!e)[TDRI]|(?:[dw]{0,2}m|[py])[^AbST,]{0,6}?(?:[DRI]|(?<!e)T)|[py](?:,(?!e)|\Z))"
)
"""As in "admitted the killing", "confessed to having bombed it", "claimed that its men had struck", "admitted it"."""
_INNER = re.compile(r"[^ASt]{0,6}(A)[^AS]{0,9}?[TDRI]")
_THAT_DOER = re.compile(r"[^TS]{0,10}?t[dmohwz]{0,5}(A)")
_BY_DOER = re.compile(r".{0,12}?[TD][^TbA]{0,4}b[dhmwo]{0,4}(A)")
_ABOUT_DEED = re.compile(
    r"\A(?:[,dwo]{0,4}(?:p(?:,|\Z)|[IBR]|T(?![xe]))|[py][wxz]{0,2}[TDRI]|"
    r"[tdoz]{0,2}(?:[dwo]{0,2}m|[py])?[wxd]{0,3}(?<!e)[TDRI](?![xe]))"
)
"""As in "denied it", "denied the accusation", "denied any part in the raid", "denied that its men had shot at them"."""
_OWN_DEED = re.compile(r"[,tdw]{0,4}(?:p|dw?m)[,wxehz]{0,4}(?:[DR]|(?<!e)T)")
_CHARGED = re.compile(r"(?:,[dw]{0,2}A?,|[,w]){0,2}[of]([wdhxem]{0,2}[TDRIpy])?")
_TOLD_OTHER = re.compile(r"x(?![^kS]{0,14}?[TDRI])")
"""As in "alleges that the council has kept two houses"."""
_CLAUSE = re.compile(r"[wAm]{1,4}[ex]")
"""As in "claimed the consul was shot": nobody's own deed."""
"""What follows an accused: "of robbing", "for the blast", "for it"."""
_ENDED = {"C": ",", "n": ",", "B": ","}
"""A deed that one of these is about stands in front of the next mark; any other cue reaches to a relative clause."""
_PASSIVE = re.compile(r"A[mhwdx,]{0,5}ex?[wh]{0,2}\Z")
_DOER = re.compile(r"(?:Ao?d?m{0,3}|mod?[hw]{0,3}A)(?:,[wA]{1,4},|,[^,TSBCn]{1,9},)?((?:ht|[wxhqzvdD,m]){0,6})\Z")
_BY = re.compile(r"([^TbSB]{0,8}?)b([dhqwmo,]{0,6}?)A")
_OWNER = re.compile(r"A[mw]{0,2}\Z")


class Statement(NamedTuple):
    """Pieces of a line by number: the actor's, the cue's and the trigger's, null where the line has none.

    `own`: the actor speaks. `weak`: it is of responsibility only if the one who speaks has been accused.
    """

    stance: Stance
    actor: int | None
    cue: int | None
    trigger: int | None
    factuality: Factuality
    own: bool = False
    weak: bool = False


def iter_statements(line: Line) -> Iterator[Statement]:
    """Every statement of responsibility in a sentence, cue by cue and deed by deed."""
    for at, code in enumerate(line.codes):
        if read := _READERS.get(code):
            yield from read(line, at)


def _after(line: Line, at: int) -> str:
    return line.codes[at + 1 : at + 1 + _BEFORE]


def _before(line: Line, at: int) -> tuple[str, int]:
    low = max(0, at - _BEFORE)
    return line.codes[low:at], low


def _subject(line: Line, at: int, pattern: re.Pattern[str] = _SUBJECT) -> int | None:
    before, low = _before(line, at)
    match = pattern.search(before)
    return low + match.start() if match else None


def _object(line: Line, at: int, pattern: re.Pattern[str] = _OBJECT) -> int | None:
    match = pattern.match(_after(line, at))
    return at + match.end() if match else None


def _trigger(line: Line, at: int) -> int | None:
    """The nearest trigger of the sentence, sooner one behind the cue."""
    behind, ahead = _behind(line, at), line.codes.rfind("T", 0, at)
    if behind < 0 or ahead < 0:
        return max(behind, ahead) if max(behind, ahead) >= 0 else None
    return behind if behind - at <= 2 * (at - ahead) else ahead


def _behind(line: Line, at: int) -> int:
    """The first trigger behind a cue in its clause, -1 without one."""
    end = line.codes.find(_ENDED.get(line.codes[at], ",k"), at + 1)
    return line.codes.find("T", at + 1, end if end >= 0 else len(line.codes))


def _none(line: Line, at: int) -> Iterator[Statement]:
    actor = _subject(line, at, _NEAR_SUBJECT) if at and line.codes[at - 1] in "Am" else None
    yield Statement("none_claimed", actor, at, _trigger(line, at), "CT-" if actor is None else "UU")


def _unknown(line: Line, at: int) -> Iterator[Statement]:
    if (trigger := _trigger(line, at)) is not None:
        yield Statement("reported", None, at, trigger, "CT+")


def _claim(line: Line, at: int) -> Iterator[Statement]:
    if _CLAUSE.match(line.codes, at + 1):
        return
    actor = _object(line, at, _AGENT_AFTER)
    if actor is None:
        actor = _subject(line, at)
    if "z" in line.codes[max(0, at - 2) : at]:
        yield Statement("none_claimed", actor, at, _trigger(line, at), "UU")
    else:
        yield Statement("claims", actor, at, _trigger(line, at), "CT+", own=True)


def _admit(line: Line, at: int) -> Iterator[Statement]:
    if _OWN_ACT.match(_after(line, at)):
        yield Statement("admits", _subject(line, at, _NEAR_SUBJECT), at, _trigger(line, at), "CT+", own=True)


def _deny(line: Line, at: int) -> Iterator[Statement]:
    """Of the one whose deed is denied, where the words name it, else of the one who denies."""
    subject, inner = _subject(line, at), _denied(line, at)
    if inner is not None:
        yield Statement("denies", inner, at, _trigger(line, at), "CT-", own=subject is None)
    elif (about := _ABOUT_DEED.search(_after(line, at))) or subject is not None:
        yield Statement("denies", subject, at, _trigger(line, at), "CT-", own=True, weak=about is None)


def _denied(line: Line, at: int) -> int | None:
    for pattern in (_THAT_DOER, _BY_DOER, _INNER):
        if match := pattern.match(_after(line, at)):
            return at + 1 + match.start(1)
    return None


def _blame(line: Line, at: int) -> Iterator[Statement]:
    before, low = _before(line, at)
    passive = _PASSIVE.search(before)
    actor = low + passive.start() if passive else _object(line, at)
    if actor is None:
        actor = _object(line, at, _TO_OBJECT)
    if actor is None:
        return
    if "t" in line.codes[at:actor] and _TOLD_OTHER.match(line.codes, actor + 1):
        return
    charged = None if passive else _CHARGED.match(line.codes, max(actor, at) + 1)
    if charged is None or charged[1]:
        yield Statement("blames", actor, at, _trigger(line, at), "CT+" if not passive else "PR+")


def _suspect(line: Line, at: int) -> Iterator[Statement]:
    actor = _object(line, at)
    charged = None if actor is None else _CHARGED.match(line.codes, actor + 1)
    if actor is not None and (charged is None or charged[1]):
        yield Statement("suspects", actor, at, _trigger(line, at), "PR+")


def _implicate(line: Line, at: int) -> Iterator[Statement]:
    if "n" in line.codes[max(0, at - 3) : at]:
        return
    actor = _subject(line, at, _NEAR_SUBJECT)
    if actor is None:
        actor = _object(line, at)
    if actor is not None:
        yield Statement("suspects", actor, at, _trigger(line, at), "PS+")


def _threaten(line: Line, at: int) -> Iterator[Statement]:
    actor, deed = _subject(line, at, _NEAR_SUBJECT), _DEED.match(_after(line, at))
    if actor is not None and deed and deed[1] == "T":
        yield Statement("claims", actor, at, _trigger(line, at), "UU", own=True)


def _say(line: Line, at: int) -> Iterator[Statement]:
    """As in "the Front said that its men had shelled the port"."""
    actor = _subject(line, at, _NEAR_SUBJECT)
    if actor is not None and _OWN_DEED.match(_after(line, at)):
        yield Statement("claims", actor, at, _trigger(line, at), "CT+", own=True)


def _responsible(line: Line, at: int) -> Iterator[Statement]:
    actor = _subject(line, at, _NEAR_SUBJECT)
    if actor is None:
        actor = _object(line, at)
    if actor is not None:
        yield _told(line, actor, at, line.codes[min(actor, at) : max(actor, at)], _trigger(line, at))


def _deed(line: Line, at: int) -> Iterator[Statement]:
    """Of a trigger or a verb of doing: its doer in front of it or behind "by"."""
    before, low = _before(line, at)
    trigger = at if line.codes[at] == "T" else _trigger(line, at)
    if by := _BY.match(_after(line, at)):
        yield _told(line, at + by.end(), at, by[1] + by[2] + _hedge_ahead(line, at + by.end()), trigger)
    elif doer := _DOER.search(before) or _OWNER.search(before):
        actor = low + doer.start() + doer[0].index("A")
        yield _told(line, actor, at, before[doer.start() :] + _hedge_ahead(line, actor), trigger)


def _hedge_ahead(line: Line, actor: int) -> str:
    """What stands right in front of an actor: "alleged members of the", "possibly"."""
    return re.sub(r".*[^hqzmodw]", "", line.codes[max(0, actor - 4) : actor])


def _told(line: Line, actor: int, at: int, between: str, trigger: int | None) -> Statement:
    """A deed told of an actor, by the doubts that stand between the two."""
    cue = at if line.codes[at] != "T" else None
    if "q" in between:
        return Statement("suspects", actor, cue, trigger, "PS+")
    if "h" in between:
        return Statement("suspects", actor, cue, trigger, "PR+")
    if "z" in between:
        return Statement("denies", actor, cue, trigger, "CT-")
    return Statement("reported", actor, cue, trigger, "UU" if "v" in between else "CT+")


_READERS: Mapping[str, Callable[[Line, int], Iterator[Statement]]] = {
    "Z": _none,
    "U": _unknown,
    "C": _claim,
    "c": _admit,
    "n": _deny,
    "B": _blame,
    "O": _suspect,
    "I": _implicate,
    "v": _threaten,
    "S": _say,
    "R": _responsible,
    "D": _deed,
    "T": _deed,
}
