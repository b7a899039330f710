"""What was foretold in a case, and what people found had become of it."""

from __future__ import annotations

from collections.abc import Iterable

from averral.casefile.actors import CaseActors
from averral.casefile.log import Log
from averral.casefile.traces import Traces
from averral.errors import InputError, NotFoundError
from averral.records.decision import read_decision
from averral.records.forecast import OUTCOMES, Forecast, Resolution

__all__ = ["CaseForecasts"]

_SHOWN = 60
"""Characters of a name that an error shows."""


class CaseForecasts:
    """The forecasts of all readings; a person resolves them, a program never does."""

    def __init__(self, traces: Traces, log: Log, actors: CaseActors) -> None:
        self._traces, self._log, self._actors = traces, log, actors

    def list(self) -> tuple[Forecast, ...]:
        """What somebody says will happen, or means to do, in the order of the documents' ids and of the text."""
        from averral.analysis.trace import name_sources  # noqa: PLC0415 - lists need no analysis

        actor_of = self._actors.map_sightings()
        parts = self._traces.iter_part("forecasts", tuple[Forecast, ...])
        return tuple(found for some in parts for found in name_sources(some, actor_of))

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
