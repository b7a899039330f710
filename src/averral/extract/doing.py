"""Whose deed an event is, where the words around a phrase for a doer say more than the heads see.

"The ambush was ordered and executed by the Assize" makes the Assize the doer of the ambush; "outside the zone
secured by the army" and "soldiers watched the attack" make nobody one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.event import FoundArgument, FoundEvent

__all__ = ["settle_doers"]

BEFORE = 48
"""Characters before a phrase in which "secured by" stands."""
BETWEEN = 120
"""Characters between a deed and the verb that says by whom it was done."""
KEPT = re.compile(
    r"\b(?:secured|guarded|held|controlled|protected|patrolled|manned|policed|owned|operated|occupied|administered|"
    r"governed|escorted|inhabited|chartered|hired|rented|run|used|visited|attended)\s+(?:\w+\s+)?by\s+"
    r"(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
"""What somebody does to a place, a house or a car, beside the deed that is told."""
WATCHED = re.compile(
    r"\s+(?:who\s+|that\s+|had\s+|have\s+|has\s+|also\s+|later\s+|only\s+){0,3}"
    r"(?:watch|witness|observ|film|surviv|escap|condemn|denounc|mourn|investigat|recall|describ|photograph|"
    r"commemorat|saw|seen|heard)(?:e[sd]?|ed|s|es|ing)?\s+(?:the\s+|this\s+|that\s+|an?\s+|their\s+|his\s+|her\s+)?"
    r"(?:[\w'’-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
"""Between somebody and a deed that they only saw or spoke of."""
SPEAKS = re.compile(
    r"\s+(?:also\s+|later\s+|had\s+|has\s+)?(?:said|says|told|tells|added|declined|refused|insisted|explained|replied|"
    r"stated|announced|asked|confirmed|called\s+on|appealed|visited|expressed|promised)\b",
    re.IGNORECASE,
)
"""Behind a speaker, who has not done what the sentence before tells."""
ENDED = re.compile(r"[.!?][\"”’)]?\s")
DONE = re.compile(
    r"(?:ordered|executed|committed|perpetrated|planned|prepared|staged|organi[sz]ed|conducted|launched|carried\s+out|"
    r"directed|orchestrated|masterminded|claimed|done)",
    re.IGNORECASE,
)
WAS_DONE = re.compile(
    r"(?:\s+(?:of|on|at|in|against|near)\s+[^.;:!?]{1,70}?)?,?\s+(?:was|were|is|are|has\s+been|had\s+been|have\s+been)\s+"
    rf"(?:[a-z]+ly\s+)?(?:{DONE.pattern}(?:,\s+|,?\s+and\s+)){{0,2}}\Z",
    re.IGNORECASE,
)
"""Between a deed and the last verb that says that it was done."""
BY = re.compile(r"\s+by\b", re.IGNORECASE)


def settle_doers(text: str, events: Sequence[FoundEvent]) -> list[FoundEvent]:
    """The events, without the doers that are none, and with those that a verb behind the deed names."""
    kept = [event._replace(arguments=tuple(a for a in event.arguments if _may_do(text, event, a))) for event in events]
    for number, verb in enumerate(kept):
        doers = tuple(a for a in verb.arguments if a.role == "perpetrator")
        if not doers or not DONE.fullmatch(text, verb.trigger.start, verb.trigger.end):
            continue
        deed = _find_deed(text, kept, number) if BY.match(text, verb.trigger.end) else None
        if deed is not None:
            own = kept[deed].arguments
            new = tuple(a for a in doers if all(not a.span.overlaps(o.span) for o in own))
            kept[deed] = kept[deed]._replace(arguments=tuple(sorted((*own, *new), key=lambda a: (a.span, a.role))))
    return kept


def _may_do(text: str, event: FoundEvent, argument: FoundArgument) -> bool:
    if argument.role != "perpetrator":
        return True
    start, end = argument.span.start, argument.span.end
    kept = KEPT.search(text, max(0, start - BEFORE), start)
    if kept is not None and not kept.start() <= event.trigger.start < kept.end():
        return False
    told_before = ENDED.search(text, event.trigger.end, start) if event.trigger.end < start else None
    if told_before is not None and SPEAKS.match(text, end):
        return False
    between = end <= event.trigger.start <= end + BETWEEN
    return not (between and WATCHED.fullmatch(text, end, event.trigger.start))


def _find_deed(text: str, events: Sequence[FoundEvent], number: int) -> int | None:
    """The deed of which a verb says that it was done: the subject right before it."""
    start = events[number].trigger.start
    for before in range(number - 1, -1, -1):
        deed = events[before].trigger
        if start - deed.end > BETWEEN:
            return None
        if events[before].incident is not None and WAS_DONE.fullmatch(text, deed.end, start):
            return before
    return None
