"""What an analysis keeps of one document: worked out once from its reading, stored, and joined with those of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from averral.analysis.actors import Cast, make_cast
from averral.analysis.agreement import make_testimony
from averral.analysis.forecasts import make_forecasts
from averral.analysis.incidents import make_happenings
from averral.analysis.origins import make_fingerprint
from averral.analysis.timeline import Moment, list_statements
from averral.records import Reading
from averral.records.agreement import Testimony
from averral.records.case_incident import Happening
from averral.records.forecast import Forecast
from averral.records.origin import Fingerprint

__all__ = ["TRACE_VERSION", "Trace", "make_trace", "name_actors", "name_sources"]

TRACE_VERSION = 16
"""Goes up whenever a trace of the same reading is another one; older ones are then made anew."""


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a trace. Actors are sightings in it (document id, "#", entity id), as who is who may change."""

    cast: Cast
    happenings: tuple[Happening, ...]
    fingerprint: Fingerprint
    testimony: Testimony
    forecasts: tuple[Forecast, ...]
    moments: tuple[Moment, ...]


class _Sightings(Mapping[str, str]):
    """Every sighting is its own actor."""

    def __getitem__(self, key: str) -> str:
        return key

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def make_trace(reading: Reading) -> Trace:
    """The trace of a reading; it depends on nothing but the reading."""
    document = reading.document.id
    own = _Sightings()
    return Trace(
        cast=make_cast(document, reading.entities, reading.mentions, reading.places),
        happenings=make_happenings(reading, own),
        fingerprint=make_fingerprint(reading),
        testimony=make_testimony(reading),
        forecasts=make_forecasts(reading, own),
        moments=list_statements(reading),
    )


def name_actors(happenings: Iterable[Happening], actor_of: Mapping[str, str]) -> Iterator[Happening]:
    """Happenings with the actors that their sightings turned out to be."""
    for happening in happenings:
        actors = {actor_of[key] for key in happening.actors if key in actor_of}
        yield msgspec.structs.replace(happening, actors=tuple(sorted(actors)))


def name_sources(forecasts: Iterable[Forecast], actor_of: Mapping[str, str]) -> Iterator[Forecast]:
    """Forecasts with the actors that their sources turned out to be."""
    for forecast in forecasts:
        source = forecast.source or ""
        is_sighting = source.startswith(f"{forecast.document}#")
        yield msgspec.structs.replace(forecast, source=actor_of.get(source)) if is_sighting else forecast
