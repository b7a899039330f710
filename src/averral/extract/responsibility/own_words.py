"""What a speaker says of its own deeds: "our volunteers have struck the harbour", "he had fired two rounds"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from averral.extract.responsibility.lexicon import CUES
from averral.extract.responsibility.sayings import Saying
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.extract.responsibility.statement import Stance
    from averral.records import Attribution, EntitySpan

__all__ = ["iter_own_words"]

_OWN = re.compile(
    rf"(?:\b(?:we|i)\b(?:\s+[\w'’]+){{0,3}}|\b(?:our|its|their|no)\s+(?:\w+\s+)?{CUES['m']}(?:\s+[\w'’]+){{0,3}}|"
    r"\bit(?:\s+(?:has|had|did|not|never|itself|also))*)\s*\Z",
    re.IGNORECASE,
)
_HIMSELF = re.compile(
    r"\W*(?:(?:of|to|that) )?(?:(?:he|she|they|it)(?: (?:has|had|have|did|ever|not|never|also|himself|so much as))*|"
    r"(?:ever )?having(?: ever)?|he'd|she'd|they'd) \Z",
    re.IGNORECASE,
)
_OWNING = re.compile(r"(?:boast|brag|confess|admit|conced|acknowledg|claim|own|plead|pled)\w*", re.IGNORECASE)
_DENYING = re.compile(r"(?:den[iy]|reject|disclaim|disput|contest|refut)\w*", re.IGNORECASE)
_SUFFERED = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_HAPPENED = re.compile(r"(?:go|went|gone|explo|blew|blow|fail|burn|f[ae]ll|crash|happen|die|collaps)\w*", re.IGNORECASE)
"""What a bomb does: "it had failed to go off" is of no group."""
_NEGATED = re.compile(r"\b(?:not|never|no|nor|neither|\w+n['’]t)\b", re.IGNORECASE)
_LEAD = 60
"""Characters of a content in front of its deed."""


def iter_own_words(
    text: str, attribution: Attribution, actors: Sequence[Span], triggers: Sequence[Span]
) -> Iterator[Saying]:
    """The deeds of its own that a speaker tells or denies; actors and triggers are in order."""
    actor = _first_in(actors, attribution.source) if attribution.source else None
    if actor is not None:
        for part in attribution.content:
            trigger = _first_in(triggers, part)
            other = _first_in(actors, part)
            if trigger is None or (other is not None and actors[other].start < triggers[trigger].start):
                continue
            before = text[part.start : triggers[trigger].start]
            stand = _stand(text, attribution, before)
            if stand or _is_own_act(before, text[triggers[trigger].start : triggers[trigger].end]):
                denied = stand == "denies" or bool(_NEGATED.search(before))
                stance: Stance = "denies" if denied else "claims"
                cue = attribution.cue or part
                yield Saying(actors[actor], cue, stance, trigger, "CT-" if denied else "CT+")


def _stand(text: str, attribution: Attribution, before: str) -> Stance | None:
    """Of whoever admits or denies a deed: "he had fired two rounds", "having set the fire"."""
    cue = attribution.cue
    if cue is None or not _HIMSELF.match(before):
        return None
    if _DENYING.match(text, cue.start):
        return "denies"
    return "claims" if _OWNING.match(text, cue.start) else None


def _is_own_act(before: str, trigger: str) -> bool:
    """Whether the words in front of a trigger make it the speaker's deed."""
    own = _OWN.search(before) if len(before) < _LEAD else None
    is_thing = own is not None and own[0].lower().startswith("it") and _HAPPENED.match(trigger) is not None
    return own is not None and not is_thing and not _SUFFERED.search(before)


def _first_in(spans: Sequence[Span], within: Span | EntitySpan) -> int | None:
    """The first of the spans that begins inside another."""
    at = bisect_left(spans, within.start, key=lambda s: s.start)
    return at if at < len(spans) and spans[at].start < within.end else None
