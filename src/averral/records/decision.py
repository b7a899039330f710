"""Everything that people decide about a case: one append-only list, with who, when and why."""

from __future__ import annotations

from typing import Any, Literal, TypeVar, get_args

import msgspec

__all__ = ["DECISION_KINDS", "Decision", "DecisionKind", "read_decision"]

DecisionKind = Literal[
    "merge",
    "split",
    "never_merge",
    "merge_incidents",
    "split_incident",
    "never_merge_incidents",
    "join",
    "cut",
    "accept",
    "reject",
    "correct",
    "grade_source",
    "grade_information",
    "hypothesis",
    "evidence",
    "rating",
    "resolution",
    "undo",
    "redo",
]
"""Who is who; which incidents are one; which documents share an origin; what of a reading is right; grades; what an
analyst makes of it all; and taking a decision back, or taking that back."""
DECISION_KINDS: tuple[str, ...] = get_args(DecisionKind)
T = TypeVar("T")


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of a person. `id` counts up and is never used twice; `made` is UTC, ISO 8601.

    `body` is what was decided; which fields it has depends on `kind`. `target` is the decision that an `undo` or
    `redo` is about, null for others. `withdrawn` is when a decision was last undone and not redone since; it then
    counts for nothing and stays on the list.
    """

    id: int
    kind: DecisionKind
    user: str
    made: str
    reason: str
    body: dict[str, Any] = {}
    target: int | None = None
    withdrawn: str | None = None
    withdrawn_by: str | None = None


def read_decision(decision: Decision, record: type[T], **fields: object) -> T:
    """What was decided as its own record: the body, with the fields of the decision that the record has too.

    Raises:
        msgspec.ValidationError: the decision is of another kind.
    """
    whole = {
        "id": decision.id, "kind": decision.kind, "user": decision.user, "made": decision.made,
        "reason": decision.reason, "withdrawn": decision.withdrawn, "withdrawn_by": decision.withdrawn_by,
    }  # fmt: skip
    return msgspec.convert({**whole, **decision.body, **fields}, record)
