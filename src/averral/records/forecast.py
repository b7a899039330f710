"""What somebody said would happen, and what a person found had become of it."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from averral.records.claim import Factuality

__all__ = ["OUTCOMES", "Chance", "Forecast", "ForecastKind", "Outcome", "Resolution"]

ForecastKind = Literal["prediction", "intention"]
"""What a source says will happen; and what a source promises, threatens, orders or plans to do."""
Outcome = Literal["happened", "did_not_happen", "cannot_be_told"]
"""Whether what is foretold came about; where the words give a chance, whether that of which they give it did."""
OUTCOMES: tuple[str, ...] = get_args(Outcome)


class Chance(msgspec.Struct, frozen=True, kw_only=True):
    """How surely, as the text says it: shares from 0 to 1.

    `low` and `high` are one number where the text gives one ("65 percent"), and a range where it gives a range or a
    word of likelihood. `wording` is the text's own words. Only a number can be scored: no range has a middle.
    """

    low: float
    high: float
    wording: str

    @property
    def number(self) -> float | None:
        """The share, where the text gives one and not a range."""
        return self.low if self.low == self.high else None


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that one source says will happen: `text` is what stands at `start` to `end` of the document.

    `source` is the key by which the forecasts of one source are counted together, and null where the source is not
    known; `name` is what the document calls it. `stated` is the EDTF date of the document, `until` that by which the
    thing should have come about; null is unknown. `chance` is null where the text gives no measure; `factuality` then
    shows how sure the source is. `claims` are the ids of the claims of the document that it was read from.
    """

    id: str
    document: str
    start: int
    end: int
    text: str
    kind: ForecastKind
    source: str | None
    name: str | None
    chain: tuple[str, ...]
    claims: tuple[str, ...]
    stated: str | None = None
    until: str | None = None
    chance: Chance | None = None
    factuality: Factuality | None = None
    reasons: tuple[str, ...] = ()


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """What a person holds to have become of a forecast, and on what evidence (keys of claims, or words).

    Appended, never overwritten: of one forecast the latest `made` counts, of one time the highest `id`; one that is
    withdrawn counts for nothing and is kept.
    """

    id: int
    forecast: str
    outcome: Outcome
    user: str
    made: str
    reason: str
    evidence: tuple[str, ...] = ()
    withdrawn: str | None = None
    withdrawn_by: str | None = None
