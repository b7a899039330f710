"""Which documents have passages, or the whole of their report, from which earlier ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from averral.analysis.origins.boilerplate import Boilerplate
from averral.analysis.origins.pile import Pile
from averral.records.edtf import edtf_days
from averral.records.origin import LinkKind, Passage, Stretch, Telling

__all__ = ["Taking", "is_covered", "list_copies"]

WHOLE: Final = 0.85
"""Share of a document's words that must be from another one for nothing in it to be its own."""
CUT: Final = 0.6
"""Share of the other's words that it must have besides to be a copy of that report, and no mere excerpt."""
NEARLY: Final = 0.95
"""An earlier source is preferred where it has nearly as much as a later one."""
NEW: Final = 60
"""Characters, some ten words, that a further source must add to what is found elsewhere already."""
SURE: Final = 40
"""Words of a passage from which on it is no chance at all."""
QUOTED: Final = 0.7
"""Share of the passages that must stand in somebody's quoted words for the two to relay a speaker, not to copy."""
CREDITED: Final = "it credits the other's outlet"
LONG: Final = 80
"""Words above which a passage is a copy, whoever is quoted in it."""


class Taking(NamedTuple):
    """What one document, by rank, has from another; `directed` where the texts or dates show who has it from whom.

    `whole` where nothing in the document is its own.
    """

    taker: int
    source: int
    kind: LinkKind
    passages: tuple[Passage, ...]
    directed: bool
    certainty: float
    reasons: tuple[str, ...]
    whole: bool = False


def list_copies(pile: Pile) -> list[Taking]:
    """Each document with the earliest documents that have its passages: 500 copies are linked to one document only."""
    boilerplate = Boilerplate(pile)
    sources: dict[int, list[tuple[int, tuple[Passage, ...]]]] = defaultdict(list)
    for tie in pile.ties:
        passages = tuple(passage for passage in tie.passages if not boilerplate.is_standing(tie, passage))
        if passages:
            early, late = pile.rank_both(tie)
            sources[late].append((early, passages))
    return [found for late in sorted(sources) for found in _choose(pile, late, sources[late])]


def _choose(pile: Pile, late: int, sources: Sequence[tuple[int, tuple[Passage, ...]]]) -> Iterator[Taking]:
    """The fewest and earliest sources that have all of a document's shared passages."""
    taken: list[Stretch] = []
    left = sorted(sources)
    while left:
        gains = [sum(_count_new(passage, taken) for passage in passages) for _, passages in left]
        if max(gains) < NEW:
            return
        number = next(n for n, gain in enumerate(gains) if gain >= NEARLY * max(gains))
        early, passages = left.pop(number)
        new = tuple(passage for passage in passages if _count_new(passage, taken) > 0)
        yield _turn(pile, _describe(pile, late, early, new))
        taken += [Stretch(passage.start, passage.end) for passage in new]


def _measure(passage: Passage) -> int:
    return passage.end - passage.start


def _count_new(passage: Passage, taken: Iterable[Stretch]) -> int:
    return _measure(passage) - sum(max(0, min(passage.end, t.end) - max(passage.start, t.start)) for t in taken)


def _describe(pile: Pile, late: int, early: int, passages: tuple[Passage, ...]) -> Taking:
    taker, source = pile.documents[late], pile.documents[early]
    words = sum(passage.words for passage in passages)
    shares = (words / max(1, taker.words), words / max(1, source.words))
    directed, why = tell_direction(pile, late, early)
    kind = _name_kind(pile, (late, early), passages, shares)
    longest = max(passages, key=lambda passage: passage.words)
    certainty = min(1.0, 0.5 + longest.words / (2 * SURE)) * (longest.words / max(1, longest.length))
    said = f"{words} of {taker.words} words stand in the other too, the longest passage with {longest.words}"
    whole = shares[0] >= WHOLE and kind != "relay"
    return Taking(late, early, kind, passages, directed, round(certainty, 3), (said, *why), whole)


def _turn(pile: Pile, taking: Taking) -> Taking:
    """The other way round, where nothing but a credit tells who has it from whom, and the earlier by rank gives it."""
    if taking.directed or not credits_outlet(pile, taking.source, taking.taker):
        return taking
    passages = tuple(Passage(p.source_start, p.source_end, p.start, p.end, p.words, p.length) for p in taking.passages)
    words = sum(passage.words for passage in passages)
    return taking._replace(
        taker=taking.source,
        source=taking.taker,
        passages=tuple(sorted(passages)),
        directed=True,
        reasons=(taking.reasons[0], CREDITED),
        whole=words >= WHOLE * max(1, pile.documents[taking.source].words) and taking.kind != "relay",
    )


def _name_kind(
    pile: Pile, ranks: tuple[int, int], passages: Sequence[Passage], shares: tuple[float, float]
) -> LinkKind:
    if max(shares) >= WHOLE and min(shares) >= CUT:
        return "exact_copy"
    late, early = (pile.documents[rank] for rank in ranks)
    quoted = sum(_measure(p) for p in passages if p.words < LONG and is_covered(p.start, p.end, late.tellings))
    both = all(is_covered(p.source_start, p.source_end, early.tellings) for p in passages)
    is_relay = quoted >= QUOTED * sum(map(_measure, passages)) and (both or not early.tellings)
    return "relay" if is_relay else "partial_copy"


def is_covered(start: int, end: int, tellings: Iterable[Telling]) -> bool:
    """Whether somebody's quoted words are most of a stretch of text."""
    longest = max((min(end, t.end) - max(start, t.start) for t in tellings if t.quotes), default=0)
    return longest >= QUOTED * (end - start)


def tell_direction(pile: Pile, late: int, early: int) -> tuple[bool, tuple[str, ...]]:
    """Whether the texts show that the later by rank has it from the earlier, and how."""
    one, two = (edtf_days(pile.documents[rank].published) for rank in (early, late))
    if one and two and one.last and two.first and one.last < two.first:
        return True, (f"published {pile.documents[early].published}, before {pile.documents[late].published}",)
    if credits_outlet(pile, late, early):
        return True, (CREDITED,)
    return False, ("nothing shows which of the two has it from the other",)


def credits_outlet(pile: Pile, late: int, early: int) -> bool:
    """Whether a document names the outlet of the other as where it has something from."""
    outlets = [key for key in pile.outlets[early] if key not in pile.outlets[late]]
    credited = (t.names for t in pile.documents[late].tellings if t.kind in ("credit", "slug"))
    return any(set(key) <= set(names) for names in credited for key in outlets)
