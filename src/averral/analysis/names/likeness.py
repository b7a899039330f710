"""How alike two names are, as a score and as reasons that a person understands."""

from __future__ import annotations

from typing import Final, NamedTuple

from averral.analysis.names.designations import compare_designations
from averral.analysis.names.persons import compare_persons
from averral.analysis.names.spelling import clean_name, fold_homoglyphs
from averral.analysis.names.verdict import Verdict

__all__ = ["LONGEST", "SAME", "Likeness", "compare_names"]

SAME: Final = 0.5
"""From this score on, two names may be taken for names of one thing where nothing else speaks against it."""
LONGEST: Final = 200
"""Characters that a name may have; names of organisations in full rarely reach 120."""
_DESIGNATIONS = frozenset({"organization", "place", "facility", "group"})


class Likeness(NamedTuple):
    """A score in 0..1 (the order says more than the number), and why, the weightiest reason first."""

    score: float
    reasons: tuple[str, ...]


def compare_names(a: str, b: str, type: str) -> Likeness:  # noqa: A002 - an entity's type is called so everywhere
    """Whether two names of an entity's type may be names of one thing: from `SAME` (0.5) on they may.

    Near 1 is the same spelling but for accents, titles and particles; 0.8 to 0.95 variants of spelling, initials,
    short forms, acronyms, dropped middle names; 0.35 to 0.49 one name inside the other, where only more than the name
    can tell; below that the names differ. It never says that two bearers of one name are one. Symmetric; other types
    than persons, organisations, places, groups and facilities are compared as organisations.
    """
    if max(len(a), len(b)) > LONGEST:
        return Likeness(0.0, ("too long to be a name",))
    one, other = sorted((clean_name(a), clean_name(b)))
    folded, other_folded = fold_homoglyphs(one), fold_homoglyphs(other)
    if not any(map(str.isalpha, folded)) or not any(map(str.isalpha, other_folded)):
        return Likeness(0.0, ("no name to compare",))
    if folded == other_folded:
        verdict = Verdict(1.0, ("same spelling",))
    elif type == "person":
        verdict = compare_persons(folded, other_folded)
    else:
        verdict = compare_designations(folded, other_folded, type if type in _DESIGNATIONS else "organization")
    disguised = one != other and (folded, other_folded) != (one, other)
    verdict = verdict.with_factors([(disguised, 0.95, "letters of another alphabet inside the name")])
    return Likeness(round(min(1.0, verdict.score), 3), verdict.reasons)
