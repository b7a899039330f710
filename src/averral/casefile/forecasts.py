"""What was foretold in a case, and what people found had become of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from averral.casefile.actors import CaseActors
from averral.casefile.log import Log
from averral.errors import InputError, NotFoundError
from averral.records import Reading
from averral.records.decision import read_decision
from averral.records.forecast import OUTCOMES, Resolution

if TYPE_CHECKING:
    from averral.records.forecast import Forecast

__all__ = ["CaseForecasts"]

_SHOWN = 60
"""Characters of a name that an error shows."""


class CaseForecasts:
    """The forecasts of all readings; a person resolves them, a program never does."""

    def __init__(self, iter_readings: Callable[[], Iterator[Reading]], log: Log, actors: CaseActors) -> None:
        self._iter_readings, self._log, self._actors = iter_readings, log, actors

    def list(self) -> tuple[Forecast, ...]:
        """What somebody says will happen, or means to do, in the order of documents and of the text."""
        from averral.analysis.forecasts import make_forecasts  # noqa: PLC0415 - lists need no numpy

        actor_of = self._actors.map_sightings()
        return tuple(found for reading in self._iter_readings() for found in make_forecasts(reading, actor_of))

    def get(self, name: str) -> Forecast:
        """The forecast of an id or the beginning of it.

        Raises:
            NotFoundError: there is none, or there are several.
        """
        found = [forecast for forecast in self.list() if name and forecast.id.startswith(name)]
        if len(found) != 1:
            raise NotFoundError(f"{'several' if found else 'no'} forecasts {name[:_SHOWN]!r} in this casefile")
        return found[0]

    def resolve(self, name: str, outcome: str, user: str, reason: str, evidence: Iterable[str] = ()) -> Resolution:
        """Decide what became of a forecast: happened, did_not_happen or cannot_be_told.

        Raises:
            NotFoundError: there is no such forecast, or there are several.
            InputError: no such outcome, or no user or reason is given.
        """
        if outcome not in OUTCOMES:
            raise InputError(f"no outcome {outcome!r}: {', '.join(OUTCOMES)}")
        body = {"forecast": self.get(name).id, "outcome": outcome, "evidence": list(evidence)}
        return read_decision(self._log.add("resolution", body, user, reason), Resolution)

    def list_resolutions(self) -> tuple[Resolution, ...]:
        """Everything that people decided about forecasts, also what was undone."""
        return tuple(read_decision(one, Resolution) for one in self._log.list_kinds("resolution"))
