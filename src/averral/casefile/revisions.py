"""What people say of single things that were read: right, wrong, or something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from averral.casefile.log import Log
from averral.errors import InputError
from averral.records import Reading
from averral.records.decision import Decision, read_decision
from averral.records.revision import Revision, RevisionKind

if TYPE_CHECKING:
    from averral.analysis.revision import Revised

__all__ = ["Revisions"]


class Revisions:
    """Decisions about items of readings; the readings themselves stay as they were read."""

    def __init__(self, get_reading: Callable[[str], Reading], log: Log) -> None:
        self._get_reading, self._log = get_reading, log

    def accept(self, item: str, user: str, reason: str) -> Revision:
        """Say that an item is right, by its key: a document, "#", and the item's id.

        Raises:
            NotFoundError: there is no such document.
            InputError: the document has no such item, or no user or reason is given.
        """
        return self._add("accept", item, {}, user, reason)

    def reject(self, item: str, user: str, reason: str) -> Revision:
        """Say that an item is wrong: the analysis goes on without it and without what rests on it.

        Raises:
            NotFoundError: there is no such document.
            InputError: the document has no such item, or no user or reason is given.
        """
        return self._add("reject", item, {}, user, reason)

    def correct(self, item: str, changes: Mapping[str, Any], user: str, reason: str) -> Revision:
        """Give fields of an item other values: `{"type": "shelling"}`, or by a path `{"source.entity": "e3"}`.

        Raises:
            NotFoundError: there is no such document.
            InputError: the document has no such item or the item no such field, the value does not fit the contract,
                or no user or reason is given.
        """
        if not changes:
            raise InputError("a correction needs a field and its value")
        return self._add("correct", item, dict(changes), user, reason)

    def list(self) -> tuple[Revision, ...]:
        """Everything that people decided about single items, in order, also what was undone."""
        return tuple(_read(one) for one in self._log.list_kinds("accept", "reject", "correct"))

    def map_documents(self) -> dict[str, tuple[Revision, ...]]:
        """Those that stand, by the id of the document."""
        found: dict[str, list[Revision]] = defaultdict(list)
        for revision in self.list():
            if revision.withdrawn is None:
                found[revision.item.rpartition("#")[0]].append(revision)
        return {document: tuple(some) for document, some in found.items()}

    def list_confirmed(self) -> frozenset[str]:
        """Keys of items that a person accepted or corrected last."""
        last = {one.item: one.kind for one in self.list() if one.withdrawn is None}
        return frozenset(item for item, kind in last.items() if kind != "reject")

    def revise(self, reading: Reading) -> Revised:
        """The reading as people corrected it; see `averral.analysis.revision`."""
        from averral.analysis.revision import revise_reading  # noqa: PLC0415 - lists need no analysis

        return revise_reading(reading, self.map_documents().get(reading.document.id, ()))

    def _add(self, kind: RevisionKind, item: str, changes: dict[str, Any], user: str, reason: str) -> Revision:
        from averral.analysis.revision import find_item, revise_reading  # noqa: PLC0415 - lists need no analysis

        document, mark, label = item.rpartition("#")
        if not mark:
            raise InputError(f"{item!r} names no item: give a document, '#' and an id, as in report.txt#c3")
        reading = self._get_reading(document)
        find_item(reading, label)
        key = f"{reading.document.id}#{label}"
        standing = self.map_documents().get(reading.document.id, ())
        number = max((one.id for one in standing), default=0) + 1
        trial = Revision(id=number, kind=kind, item=key, changes=changes, user=user, made="", reason=reason)
        for refused in revise_reading(reading, (*standing, trial)).refused:
            if refused.revision is trial:
                raise InputError(refused.reason)
        return _read(self._log.add(kind, {"item": key, "changes": changes}, user, reason))


def _read(decision: Decision) -> Revision:
    return read_decision(decision, Revision)
