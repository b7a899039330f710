"""Which incidents of all documents are one, and what people decide about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from averral.casefile.actors import CaseActors
from averral.casefile.log import Log
from averral.casefile.results import Results
from averral.casefile.traces import Traces
from averral.errors import InputError, NotFoundError
from averral.records.case_incident import CaseIncident, Happening, IncidentProposal, IncidentTie
from averral.records.decision import Decision, DecisionKind, read_decision
from averral.records.judgement import Judgement, JudgementKind

if TYPE_CHECKING:
    from averral.analysis.actors import Resolution
    from averral.analysis.incidents import IncidentResolution, Index, Memory

__all__ = ["CaseIncidents"]

_MANY = 5
"""How many incidents an ambiguous name is answered with."""
_SHOWN = 60
"""Characters of a name that an error shows."""
_KINDS: dict[DecisionKind, JudgementKind] = {
    "merge_incidents": "merge",
    "split_incident": "split",
    "never_merge_incidents": "never_merge",
}


class CaseIncidents:
    """The incidents of a case, worked out from readings, who is who, and what people say; kept until one changes."""

    def __init__(self, traces: Traces, log: Log, actors: CaseActors, results: Results) -> None:
        self._traces, self._log, self._actors, self._results = traces, log, actors, results
        self._resolved: tuple[Resolution, tuple[int, ...], IncidentResolution] | None = None
        self._pile = _Pile()

    def resolve(self) -> IncidentResolution:
        """Every incident, pairs that may be one, and judgements that others overrule."""
        from averral.analysis.incidents import IncidentResolution  # noqa: PLC0415 - lists need no analysis
        from averral.analysis.trace import name_actors  # noqa: PLC0415 - likewise

        judgements = [one for one in self.list_judgements() if one.withdrawn is None]
        numbers = tuple(one.id for one in judgements)
        actors = self._actors.resolve()
        if self._resolved is None or self._resolved[0] is not actors or self._resolved[1] != numbers:

            def make() -> IncidentResolution:
                actor_of = self._actors.map_sightings()
                parts = self._traces.iter_part("happenings", tuple[Happening, ...])
                return self._pile.resolve((tuple(name_actors(some, actor_of)) for some in parts), judgements)

            decided = self._actors.list_heeded(), numbers
            found = self._results.find_or_make("incidents", IncidentResolution, decided, make)
            self._resolved = (actors, numbers, found)
        return self._resolved[2]

    def list(self) -> tuple[CaseIncident, ...]:
        """Every incident of the case, in the order of their first happening's key."""
        return self.resolve().incidents

    def list_proposals(self) -> tuple[IncidentProposal, ...]:
        """Pairs of incidents that may be one, the likeliest first."""
        return self.resolve().proposals

    def get(self, name: str) -> CaseIncident:
        """The incident of an id or the beginning of it, or of a happening's key (document id, "#", incident id).

        Raises:
            NotFoundError: there is none, or there are several.
        """
        found = self._find(name)
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotFoundError(f"no incident {name[:_SHOWN]!r} in this casefile")
        some = ", ".join(f"{one.id} ({one.title[:_SHOWN]})" for one in found[:_MANY])
        raise NotFoundError(f"several incidents are called {name[:_SHOWN]!r}: {some}")

    def knows(self, name: str) -> bool:
        """Whether `get` would find something, be it several."""
        return bool(self._find(name))

    def merge(self, a: str, b: str, user: str, reason: str) -> Judgement:
        """Decide that two incidents are one; a happening's key means that one, an incident's id all its happenings.

        Raises:
            NotFoundError: one of them is none, or may be several.
            InputError: both are the same, or no user or reason is given.
        """
        left, right = self._list_members(a), self._list_members(b)
        if self.get(a).id == self.get(b).id:
            raise InputError("both are the same incident already")
        return self._judge("merge_incidents", left, right, user, reason)

    def never_merge(self, a: str, b: str, user: str, reason: str) -> Judgement:
        """Decide that two incidents are not one.

        Raises:
            NotFoundError: one of them is none, or may be several.
            InputError: they share a happening (that is for `split`), or no user or reason is given.
        """
        left, right = self._list_members(a), self._list_members(b)
        if set(left) & set(right):
            raise InputError("they share a happening, so they are one incident now: split it first")
        return self._judge("never_merge_incidents", left, right, user, reason)

    def split(self, happenings: Iterable[str], user: str, reason: str) -> Judgement:
        """Take one or more happenings, by their keys, out of their incident.

        Raises:
            NotFoundError: there is no such happening.
            InputError: they are of several incidents, or all of one, or no user or reason is given.
        """
        keys = tuple(dict.fromkeys(happenings))
        incidents = {found.id: found for found in map(self.get, keys)}
        if len(incidents) != 1:
            raise InputError("a split takes happenings out of one incident")
        (incident,) = incidents.values()
        if strange := [key for key in keys if key not in incident.members]:
            raise InputError(f"{strange[0][:_SHOWN]!r} is no single happening: give a document's id, '#' and i1, i2, …")
        rest = tuple(key for key in incident.members if key not in keys)
        if not rest:
            raise InputError(f"nothing of {incident.title[:_SHOWN]!r} would be left: there is nothing to split")
        return self._judge("split_incident", keys, rest, user, reason)

    def list_judgements(self) -> tuple[Judgement, ...]:
        """Everything that people decided about which incidents are one, in order, also what was undone."""
        return tuple(_read(one) for one in self._log.list() if one.kind in _KINDS)

    def _find(self, name: str) -> tuple[CaseIncident, ...]:
        incidents = self.list()
        exact = tuple(one for one in incidents if one.id == name or name in one.members)
        return exact or tuple(one for one in incidents if name.startswith("incident-") and one.id.startswith(name))

    def _list_members(self, name: str) -> tuple[str, ...]:
        incident = self.get(name)
        return (name,) if name in incident.members else incident.members

    def _judge(
        self, kind: DecisionKind, left: tuple[str, ...], right: tuple[str, ...], user: str, reason: str
    ) -> Judgement:
        return _read(self._log.add(kind, {"left": left, "right": right}, user, reason))


class _Pile:
    """The happenings as they were last resolved, so that of documents that came since only these are compared."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Happening, ...]] = {}
        self._index: Index | None = None
        self._ties: list[IncidentTie] = []
        self._memory: Memory = {}

    def resolve(
        self, documents: Iterable[tuple[Happening, ...]], judgements: Iterable[Judgement]
    ) -> IncidentResolution:
        """All incidents; the same as without what is kept, which counts for nothing once a document has changed."""
        from averral.analysis.incidents import Index, resolve_incidents  # noqa: PLC0415 - lists need no analysis

        told = {happenings[0].document: happenings for happenings in documents if happenings}
        if self._index is None or any(told.get(name) != known for name, known in self._known.items()):
            self._known, self._index, self._ties, self._memory = {}, Index(), [], {}
        new = [key for name in sorted(told.keys() - self._known) for key in self._index.add(told[name])]
        self._ties += self._index.tie(new)
        self._known = told
        return resolve_incidents(self._index, judgements, self._ties, self._memory)


def _read(decision: Decision) -> Judgement:
    return read_decision(decision, Judgement, kind=_KINDS[decision.kind])
