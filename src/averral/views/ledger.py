"""Forecasts on a page: who foretold what, until when, what became of it, and how well each source foretells."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from averral.analysis.forecasts import Entry, Score
from averral.records.forecast import Chance
from averral.views.quote_tally import Excerpt, QuoteTally

__all__ = ["ForecastRow", "Ledger", "make_ledger_view"]


class ForecastRow(msgspec.Struct, frozen=True, kw_only=True):
    """One forecast. `until` is EDTF or null, `chance` only what the text gives.

    `state` is what a person found had become of it, else open, due or undated.
    """

    id: str
    kind: str
    name: str | None
    text: str
    until: str | None
    chance: Chance | None
    factuality: str | None
    state: str
    resolved_by: str | None
    reason: str | None
    excerpt: Excerpt | None


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """All forecasts, those with a date first, and scores where a person has resolved any."""

    rows: tuple[ForecastRow, ...]
    scores: tuple[Score, ...]


def make_ledger_view(entries: Iterable[Entry], scores: Iterable[Score], quotes: QuoteTally) -> Ledger:
    """Lay the ledger out, with the sentence that each forecast was read from."""
    return Ledger(
        rows=tuple(_make_row(entry, quotes) for entry in entries),
        scores=tuple(score for score in scores if score.brier is not None),
    )


def _make_row(entry: Entry, quotes: QuoteTally) -> ForecastRow:
    one, resolution = entry.forecast, entry.resolution
    return ForecastRow(
        id=one.id,
        kind=one.kind,
        name=one.name,
        text=" ".join(one.text.split()),
        until=one.until,
        chance=one.chance,
        factuality=one.factuality,
        state=resolution.outcome if resolution else entry.state,
        resolved_by=resolution.user if resolution else None,
        reason=resolution.reason if resolution else None,
        excerpt=quotes.find(one.document, one.start, one.end),
    )
