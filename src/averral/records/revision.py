"""What a person says of one thing that was read: it is right, it is wrong, or it should be something else."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

__all__ = ["Revision", "RevisionKind"]

RevisionKind = Literal["accept", "reject", "correct"]


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision about one item of a reading, by its key: document id, "#", and the item's id ("c3", "i1", "r2").

    `changes` are the fields that a correction gives other values, as JSON has them. Of two about one item the later
    counts, except that corrections of different fields add up.
    """

    id: int
    kind: RevisionKind
    item: str
    changes: dict[str, Any] = {}
    user: str
    made: str
    reason: str
    withdrawn: str | None = None
    withdrawn_by: str | None = None
