"""Whether an incident was carried out, tried, or only threatened."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from averral.records.ontology import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.event import FoundEvent
    from averral.records import Span
    from averral.records.ontology import Stage

__all__ = ["WARNINGS", "find_stage"]

WARNINGS = frozenset({"threat", "ultimatum", "demand", "appeal", "rejection", "mobilization"})
"""Types of events that speak of a deed without being one."""
BEFORE, BEHIND = 50, 60
"""How many characters on either side of a trigger may say that the deed failed."""
CLAUSE = re.compile(r"[.;:!?\n]")


def find_stage(text: str, events: Sequence[FoundEvent]) -> Stage:
    """The stage of a happening from all its events.

    Threatened: each event that is a deed lies ahead. Attempted: what stands beside one of them says that it failed, and
    at most as many are told as done, or one of them is called an attempt. Else accomplished.
    """
    deeds = [e for e in events if e.type not in WARNINGS]
    done = [e for e in deeds if e.tense != "future"]
    if not done:
        return "threatened"
    tried = [e for e in done if _is_tried(text, e.trigger, e.type)]
    named = any(_pattern(e.type).fullmatch(text, e.trigger.start, e.trigger.end) for e in tried)
    return "attempted" if named or (tried and 2 * len(tried) >= len(done)) else "accomplished"


def _is_tried(text: str, trigger: Span, kind: str) -> bool:
    before = CLAUSE.split(text[max(0, trigger.start - BEFORE) : trigger.start])[-1]
    behind = CLAUSE.split(text[trigger.end : trigger.end + BEHIND])[0]
    return bool(_pattern(kind).search(f"{before}{text[trigger.start : trigger.end]}{behind}"))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = EVENT_TYPES[kind].attempted or ("(?!)",)
    escaped = (w if w == "(?!)" else re.escape(w).replace("\\ ", r"\s+") for w in words)
    return re.compile(rf"\b(?:{'|'.join(escaped)})\b", re.IGNORECASE)
