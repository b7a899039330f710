"""The list of everything that people decided about a case, and the way back and forth in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from averral.errors import InputError
from averral.records.decision import Decision, DecisionKind
from averral.store import Session, add_decision, list_decisions

__all__ = ["Entry", "Log"]


class Entry(NamedTuple):
    """A decision that is to be appended."""

    kind: DecisionKind
    body: dict[str, Any]
    user: str
    reason: str


class Log:
    """What people decided, in order; nothing is ever changed or deleted. Each call is one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, kind: DecisionKind, body: dict[str, Any], user: str, reason: str) -> Decision:
        """Append a decision.

        Raises:
            InputError: no user or reason is given.
        """
        (number,) = self.add_all([Entry(kind, body, user, reason)])
        return self.get(number)

    def add_all(self, entries: Iterable[Entry]) -> tuple[int, ...]:
        """Append several decisions, all or none of them; their numbers.

        Raises:
            InputError: no user or reason is given for one.
        """
        checked = [
            entry._replace(user=_need(entry.user, "user"), reason=_need(entry.reason, "reason")) for entry in entries
        ]
        with self._session.write() as connection:
            return tuple(add_decision(connection, *entry) for entry in checked)

    def get(self, number: int) -> Decision:
        """The decision of a number, as it now stands."""
        return next(decision for decision in self.list() if decision.id == number)

    def list(self) -> tuple[Decision, ...]:
        """Every decision in the order in which they were made, also what was undone, and the undoing."""
        with self._session.read() as connection:
            return list_decisions(connection)

    def list_kinds(self, *kinds: DecisionKind) -> tuple[Decision, ...]:
        """The decisions of some kinds, those that were undone too."""
        return tuple(decision for decision in self.list() if decision.kind in kinds)

    def undo(self, user: str, number: int | None = None, reason: str = "") -> Decision:
        """Take a decision back: that of a number, else the last one that stands; everything is as if it had not been.

        Returns:
            The decision that was undone.

        Raises:
            NotFoundError: there is none of that number, or it is undone already.
            InputError: nothing is left to undo, or no user is given.
        """
        standing = [one.id for one in self.list() if one.target is None and one.withdrawn is None]
        if number is None and not standing:
            raise InputError("nothing to undo: no decision stands")
        return self._turn("undo", standing[-1] if number is None else number, user, reason)

    def redo(self, user: str, number: int | None = None, reason: str = "") -> Decision:
        """Let a decision count again that was undone: that of a number, else the one that was undone last.

        Returns:
            The decision that counts again.

        Raises:
            NotFoundError: there is none of that number, or it stands.
            InputError: nothing is undone, or no user is given.
        """
        decisions = self.list()
        undone = {one.id for one in decisions if one.withdrawn is not None}
        last = [one.target for one in decisions if one.kind == "undo" and one.target in undone]
        if number is None and not last:
            raise InputError("nothing to redo: no decision is undone")
        target = last[-1] if number is None else number
        assert target is not None
        return self._turn("redo", target, user, reason)

    def _turn(self, kind: DecisionKind, number: int, user: str, reason: str) -> Decision:
        user = _need(user, "user")
        with self._session.write() as connection:
            add_decision(connection, kind, {}, user, reason.strip(), number)
        return self.get(number)


def _need(value: str, what: str) -> str:
    if not value.strip():
        raise InputError(f"a decision needs a {what}")
    return value.strip()
