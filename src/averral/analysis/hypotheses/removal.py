"""Leave one out: how the order of the hypotheses changes without an item, a source or an origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from averral.analysis.hypotheses.inconsistency import Order, order_hypotheses, score_inconsistency
from averral.analysis.hypotheses.vote import Vote, without
from averral.records.hypothesis import Evidence

__all__ = ["Removal", "leave_out"]

RemovalKind = Literal["item", "source", "origin"]


class Removal(msgspec.Struct, frozen=True, kw_only=True):
    """What the order by inconsistency would be without some items; `id` names the item, source or origin.

    An item whose removal changes who leads is a linchpin: the conclusion hangs on it.
    """

    kind: RemovalKind
    id: str
    items: tuple[str, ...]
    order: Order
    changes_order: bool
    changes_leader: bool
    reason: str


def leave_out(votes: Mapping[str, tuple[Vote, ...]], evidence: Iterable[Evidence]) -> tuple[Removal, ...]:
    """One removal for each item, each source and each origin that somebody rated, in this order and that of their ids.

    Only the lines that lose an item are scored again, so the cost grows with the ratings, not with their square.
    """
    totals = _Totals(votes)
    rated = {vote.item for found in votes.values() for vote in found}
    line_of = {vote.item: name for name, found in votes.items() for vote in found}
    return tuple(
        totals.remove(kind, name, items, {line_of[item] for item in items})
        for kind, name, items in _iter_groups(item for item in evidence if item.id in rated)
    )


def _iter_groups(evidence: Iterable[Evidence]) -> Iterator[tuple[RemovalKind, str, tuple[str, ...]]]:
    groups: dict[tuple[int, str], list[str]] = {}
    kinds: tuple[RemovalKind, ...] = ("item", "source", "origin")
    for item in evidence:
        for number, name in enumerate((item.id, item.source, item.origin)):
            if name is not None:
                groups.setdefault((number, name), []).append(item.id)
    for number, name in sorted(groups):
        yield kinds[number], name, tuple(sorted(groups[number, name]))


class _Totals:
    """The scores with everything in, from which the lines that change are taken and added again."""

    def __init__(self, votes: Mapping[str, tuple[Vote, ...]]) -> None:
        self._votes = votes
        self._lines = {name: score_inconsistency(found) for name, found in votes.items()}
        self._scores = score_inconsistency(vote for found in votes.values() for vote in found)
        self._order = order_hypotheses(self._scores)
        self._rated: dict[str, int] = {}
        for scores in self._lines.values():
            for hypothesis in scores:
                self._rated[hypothesis] = self._rated.get(hypothesis, 0) + 1

    def remove(self, kind: RemovalKind, name: str, items: tuple[str, ...], lines: set[str]) -> Removal:
        order = order_hypotheses(self._score_without(frozenset(items), lines))
        leaders, before = order[:1], self._order[:1]
        return Removal(
            kind=kind,
            id=name,
            items=items,
            order=order,
            changes_order=order != self._order,
            changes_leader=leaders != before,
            reason=_tell_change(before, order, changed=order != self._order),
        )

    def _score_without(self, items: frozenset[str], lines: set[str]) -> dict[str, float]:
        scores, rated = dict(self._scores), dict(self._rated)
        for line in sorted(lines):
            kept = score_inconsistency(without(self._votes[line], items))
            for hypothesis, old in self._lines[line].items():
                scores[hypothesis] += kept.get(hypothesis, 0.0) - old
                rated[hypothesis] -= hypothesis not in kept
        return {hypothesis: score for hypothesis, score in scores.items() if rated[hypothesis]}


def _tell_change(before: Order, order: Order, *, changed: bool) -> str:
    if not order:
        return "without it nothing is rated"
    if order[:1] != before:
        return f"without it {' and '.join(order[0])} would lead"
    return "without it the order below the leader changes" if changed else "without it the order stays"
