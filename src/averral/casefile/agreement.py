"""How the documents of a case agree, and what contradicts what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from averral.casefile.actors import CaseActors
from averral.casefile.incidents import CaseIncidents
from averral.casefile.origins import CaseOrigins
from averral.casefile.results import Results
from averral.errors import NotFoundError
from averral.records.agreement import ANSWERS, Agreement, Group, Testimony
from averral.records.origin import Fingerprint

if TYPE_CHECKING:
    from averral.analysis.corroboration import DigitProposal
    from averral.analysis.hypotheses import Position, Saying
    from averral.analysis.incidents import IncidentResolution
    from averral.records.origin import OriginGraph

__all__ = ["CaseAgreement"]


_WORDS = {
    "claimed_by": "claims it",
    "accused_by": "is accused of it",
    "denied_by": "denies it, or is said not to have done it",
    "reported_as_fact_by": "did it",
}


class CaseAgreement:
    """The agreement of a case: worked out from its traces, actors, incidents and origins; kept until one changes."""

    def __init__(self, actors: CaseActors, incidents: CaseIncidents, origins: CaseOrigins, results: Results) -> None:
        self._actors, self._incidents, self._origins, self._results = actors, incidents, origins, results
        self._weighed: tuple[IncidentResolution, OriginGraph, Agreement] | None = None

    def get_group(self, name: str) -> Group:
        """The group of claims of an id or the beginning of it.

        Raises:
            NotFoundError: there is none, or there are several.
        """
        found = [group for group in self.weigh().groups if name and group.id.startswith(name)]
        if len(found) != 1:
            raise NotFoundError(
                f"{'several groups of claims begin with' if found else 'no group of claims'} {name[:60]!r}"
            )
        return found[0]

    def list_digits(self) -> tuple[tuple[Group, DigitProposal], ...]:
        """Groups of claims for which the number of independent origins proposes a digit; it sets no grade."""
        from averral.analysis.corroboration import propose_digit  # noqa: PLC0415 - lists need no analysis

        proposed = ((group, propose_digit(group.origins_for, group.origins_against)) for group in self.weigh().groups)
        return tuple((group, proposal) for group, proposal in proposed if proposal.digit is not None)

    def list_positions(self, incident: str) -> tuple[tuple[Position, ...], tuple[Saying, ...]]:
        """Who is said to have done an incident, by its id, and the claims that say so: what hypotheses are made of."""
        from averral.analysis.hypotheses import Position, Saying  # noqa: PLC0415 - lists need no analysis

        rows = [row for row in self.weigh().responsibility if row.incident == incident and row.named]
        positions = tuple(
            Position(
                name=row.name, actor=row.actor, denials=tuple(voice.key for voice in row.denied_by),
                claims=tuple(
                    voice.key for voice in (*row.claimed_by, *row.accused_by, *row.reported_as_fact_by)
                ),
            )
            for row in rows
        )  # fmt: skip
        voices = {
            voice.key: (voice, f"{voice.voice}: {row.name} {_WORDS[answer]}")
            for row in rows
            for answer in ANSWERS
            for voice in getattr(row, answer)
        }
        sayings = (
            Saying(claim=key, text=text, origin=voice.origin, source=voice.speaker)
            for key, (voice, text) in sorted(voices.items())
        )
        return positions, tuple(sayings)

    def weigh(self) -> Agreement:
        """Groups of claims that agree, contradictions and updates, responsibility and tolls by incident."""
        from averral.analysis.agreement import weigh_case  # noqa: PLC0415 - lists need no analysis

        incidents, origins = self._incidents.resolve(), self._origins.trace()
        if self._weighed is None or self._weighed[0] is not incidents or self._weighed[1] is not origins:

            def make() -> Agreement:
                traces = self._actors.traces
                fingerprints = traces.iter_part("fingerprint", Fingerprint)
                outlets = {found.document: found.outlets[0] for found in fingerprints if found.outlets}
                testimonies = traces.iter_part("testimony", Testimony)
                return weigh_case(testimonies, incidents.incidents, self._actors.list(), origins, outlets)

            merged = [one.id for one in self._incidents.list_judgements() if one.withdrawn is None]
            joined = [one.id for one in self._origins.list_judgements() if one.withdrawn is None]
            decided = self._actors.list_heeded(), merged, joined
            self._weighed = (incidents, origins, self._results.find_or_make("agreement", Agreement, decided, make))
        return self._weighed[2]
