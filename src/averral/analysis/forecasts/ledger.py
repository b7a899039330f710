"""The ledger: every forecast with what a person found, or whether it is due on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from averral.errors import InputError
from averral.records.edtf import edtf_days
from averral.records.forecast import Forecast, Resolution

__all__ = ["Entry", "EntryState", "find_resolutions", "make_ledger"]

EntryState = Literal["resolved", "due", "open", "undated"]
"""A person has resolved it; its last day is over; its last day is to come; nothing says until when."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One forecast in the ledger; `due_on` is the last day by which it should have come about, ISO 8601."""

    forecast: Forecast
    state: EntryState
    due_on: str | None = None
    resolution: Resolution | None = None


def make_ledger(
    forecasts: Iterable[Forecast], resolutions: Iterable[Resolution], as_of: date | str
) -> tuple[Entry, ...]:
    """The entries in the order of their last day (those without one last), then of what was said first.

    A forecast is due when the last day that its date may mean lies before `as_of`: "in May" is due in June. One that
    a person has resolved, be it as "cannot be told", is not due any more.

    Raises:
        InputError: `as_of` is no day.
    """
    day, standing = _read_day(as_of), find_resolutions(resolutions)
    entries = [
        _make_entry(forecast, standing.get(forecast.id), day)
        for forecast in {forecast.id: forecast for forecast in sorted(forecasts, key=repr)}.values()
    ]
    return tuple(sorted(entries, key=_rank))


def find_resolutions(resolutions: Iterable[Resolution]) -> dict[str, Resolution]:
    """The resolution of each forecast that counts: the latest that is not withdrawn."""
    standing = (resolution for resolution in resolutions if resolution.withdrawn is None)
    return {found.forecast: found for found in sorted(standing, key=lambda found: (found.made, found.id))}


def _make_entry(forecast: Forecast, resolution: Resolution | None, day: date) -> Entry:
    days = edtf_days(forecast.until)
    last = days.last if days else None
    state: EntryState = "undated" if last is None else "due" if last < day else "open"
    return Entry(
        forecast=forecast,
        state="resolved" if resolution else state,
        due_on=last.isoformat() if last else None,
        resolution=resolution,
    )


def _rank(entry: Entry) -> tuple[bool, str, str, str, int, str]:
    forecast = entry.forecast
    return (
        entry.due_on is None, entry.due_on or "", forecast.stated or "", forecast.document, forecast.start, forecast.id,
    )  # fmt: skip


def _read_day(day: date | str) -> date:
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise InputError(f"“{day}” is no day; write it like 2021-05-31") from error
