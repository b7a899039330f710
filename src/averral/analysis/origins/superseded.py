"""Which documents correct, withdraw or replace an earlier one of the same outlet."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from averral.analysis.origins.pile import Pile
from averral.records.edtf import edtf_days
from averral.records.origin import OriginLink, OriginTie, Stretch

__all__ = ["list_replacements"]

LIKE: Final = 8.0
"""Weight of the words that a document and the one that it replaces must share at least."""


def list_replacements(pile: Pile) -> list[OriginLink]:
    """Each document that says it corrects, withdraws or updates one, with the likest earlier one of its outlet.

    Of the same outlet are documents that share a name of who published them. What is published on the same day counts
    as earlier where only the other one has such words.
    """
    likest: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for tie in pile.ties:
        pair = _order(pile, tie)
        if pair is not None:
            weight = pile.weigh_all(tie.terms, *pair)
            likest[pair[0]].append((-weight, pair[1]))
    found = ((late, *min(some)) for late, some in sorted(likest.items()))
    return [_describe(pile, late, early, -weight) for late, weight, early in found if -weight >= LIKE]


def _order(pile: Pile, tie: OriginTie) -> tuple[int, int] | None:
    """The document that replaces and the one that may be replaced; null where they are none such."""
    early, late = pile.rank_both(tie)
    if not set(pile.outlets[early]).intersection(pile.outlets[late]):
        return None
    if pile.documents[late].notices and not _is_before(pile, late, early):
        return late, early
    if pile.documents[early].notices and not _is_before(pile, early, late) and not pile.documents[late].notices:
        return early, late
    return None


def _is_before(pile: Pile, one: int, two: int) -> bool:
    first, second = (edtf_days(pile.documents[rank].published) for rank in (one, two))
    return bool(first and second and first.last and second.first and first.last < second.first)


def _describe(pile: Pile, late: int, early: int, weight: float) -> OriginLink:
    document, source = pile.documents[late], pile.documents[early]
    kinds = sorted({notice.kind for notice in document.notices})
    return OriginLink(
        document=document.document,
        source=source.document,
        kind="supersedes",
        directed=True,
        spans=tuple(Stretch(notice.start, notice.end) for notice in document.notices),
        certainty=round(min(0.95, 0.5 + weight / 60), 3),
        reasons=(
            f"it says of itself that it is a {' and '.join(kinds)}",
            "both are of one outlet",
            "no other earlier document of the outlet has more in common with it",
        ),
    )
