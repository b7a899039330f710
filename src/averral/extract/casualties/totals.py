"""Tolls as reports and lists give them: "put the dead at 26", "Injured: 61", "raised the death toll to 43"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.extract.casualties.told import Told
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.line import Line, Mood

__all__ = ["find_listed", "tell_label", "tell_put", "tell_toll"]

_PUTTING = word_set("put puts putting set sets estimated estimates")
_RAISING = word_set(
    "brings brought bringing bring raises raised raising raise lowers lowered lowering lower cuts cut cutting corrects "
    "corrected correcting revises revised revising reduces reduced reducing"
)
_NEVER: frozenset[str] = frozenset()
_REACHES = {"at": _PUTTING, "to": _RAISING}
"""As in "put the dead at 26", "brings the dead to four"."""
_OF_PLACE = re.compile(r"[op][-_PN]{1,2}(?=p)")
_REACHED = word_set(
    "to at now reached reaches reaching hit hits passed topped exceeded surpassed numbered numbers stood stands"
)


def find_listed(line: Line, at: int) -> list[int]:
    """As in "19 people as missing", "put 13 persons down as injured", "lists six of those on board as missing"."""
    base = max(0, at - 14)
    before = re.search(r"[GQR](?=(?:p_{0,2}|_{1,2}|,_[^,.;:GQR]{1,10})?q\Z)", line.codes[base:at])
    return [base + before.start()] if before and line.word(at - 1) == "as" else []


def tell_put(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "put the dead at 26", "estimated the deaths at nine"."""
    del taken
    placed = _OF_PLACE.match(line.codes, at + 1)
    last = placed.end() - 1 if placed else at
    told = _REACHES.get(line.word(last + 1), _NEVER)
    put = not told.isdisjoint(line.spoken(at - 5, at)) or _is_second_put(line, at, last)
    aside = re.match(r",[^,;.:]{1,4},", line.codes[last + 1 :])
    last += len(aside[0]) if aside else 0
    last += line.word(last + 1) == "now"
    if not _RAISING.isdisjoint(line.spoken(at - 5, at)):
        moved = re.match(r"(?:p[GQ]|p)(?=t[GQ])", line.codes[last + 1 : last + 5])
        put, last = put or moved is not None, last + (len(moved[0]) if moved else 0)
    put = put or line.word(last + 1) in ("number", "numbered", "total", "totalled")
    if line.word(last + 1) in ("come", "comes", "came") and line.word(last + 2) == "to":
        put, last = True, last + 1
    put = put or (line.codes[at] == "E" and re.match(r"xQ(?:[.,;:]|\Z)", line.codes[at + 1 :]) is not None)
    if not put or line.codes[last + 2 : last + 3] not in ("G", "Q"):
        return None
    return Told([last + 2], "real", cumulative=True)


def _is_second_put(line: Line, at: int, last: int) -> bool:
    """As in "puts the sick at 51 and the dead at two"."""
    first = re.search(r"[EAC](?:o[-_PN]{1,2})?p[GQ],?c\Z", line.codes[max(0, at - 9) : at])
    return first is not None and line.word(last + 1) == "at"


def tell_label(line: Line, at: int) -> Told | None:
    """As in "Injured: 61", "DEATHS NOW FOUR"."""
    listed = line.codes[max(0, at - 1) : at] in (":", ";") and re.match(r",Q(?:[.;,]|\Z)", line.codes[at + 1 : at + 4])
    label = listed or re.match(r"(?::|a(?=Q(?:[.,;]|\Z)))[GQ]", line.codes[at + 1 : at + 4])
    return Told([at + 2], "real") if label else None


def tell_toll(line: Line, at: int, taken: set[int]) -> Told | None:
    """As in "raised the death toll to 43": the first number behind "to", "at", "of" and their like."""
    del taken
    stop = re.search(r"[;.L]", line.codes[at + 1 : at + 15])
    end = at + 1 + (stop.start() if stop else 14)
    for index in range(at + 1, min(end, len(line.codes))):
        if (
            line.codes[index] in "GQ"
            and line.codes[index - 2 : index] != "Po"
            and line.word(index + 1) != "too"
            and (
                line.codes[index - 1] in ":ox"
                or line.word(index - 1) in _REACHED
                or (index == at + 2 and line.word(at + 1) == "as")
            )
        ):
            return Told([index], _toll_mood(line, at, index), cumulative=True)
    before = re.search(r"t([GQ])-{0,2}\Z", line.codes[max(0, at - 5) : at])
    if before:
        return Told([max(0, at - 5) + before.start(1)], _toll_mood(line, at, at), cumulative=True)
    return None


def _toll_mood(line: Line, at: int, index: int) -> Mood:
    clause = line.codes[max(0, at - 4) : index]
    expected = line.spoken(at - 4, index) & {"expected", "likely"}
    return "unreal" if re.search(r"[mMf]", clause) or expected else "real"
