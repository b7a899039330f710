"""Where the pieces of information of a case entered it, and what people decide about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from averral.casefile.actors import CaseActors
from averral.casefile.log import Log
from averral.casefile.results import Results
from averral.errors import InputError, NotFoundError
from averral.records import Reading
from averral.records.decision import Decision, read_decision
from averral.records.origin import Fingerprint, Origin, OriginGraph, OriginJudgement, OriginTie
from averral.store import Session, iter_origin_ties, write_origin_ties

if TYPE_CHECKING:
    from averral.analysis.actors import Resolution

__all__ = ["CaseOrigins"]

_AT_ONCE = 200
"""Pairs of documents that are laid side by side in one transaction; what is written is not done again."""
_READINGS = 64
"""Readings that are held in memory meanwhile; pairs come sorted by their first document."""
_SHOWN = 60
"""Characters of a name that an error shows."""


class CaseOrigins:
    """The origins of a case: which documents share passages, statements and credits, worked out once for each pair."""

    def __init__(
        self, session: Session, get_reading: Callable[[str], Reading], log: Log, actors: CaseActors, results: Results
    ) -> None:
        self._session, self._get_reading, self._log = session, get_reading, log
        self._actors, self._traces, self._results = actors, actors.traces, results
        self._traced: tuple[Resolution, tuple[int, ...], OriginGraph] | None = None

    def trace(self, tell: Callable[[int, int], None] | None = None) -> OriginGraph:
        """All origins, the links between documents, and the origin that each claim rests on; kept until one changes.

        `tell` is called with how many pairs of documents were laid side by side and how many there are.
        """
        from averral.analysis.origins import trace_origins  # noqa: PLC0415 - lists need no analysis

        judgements = [one for one in self.list_judgements() if one.withdrawn is None]
        numbers = tuple(one.id for one in judgements)
        actors = self._actors.resolve()
        if self._traced is None or self._traced[0] is not actors or self._traced[1] != numbers:

            def make() -> OriginGraph:
                fingerprints = tuple(self._traces.iter_part("fingerprint", Fingerprint))
                ties = self._tie(fingerprints, tell)
                return trace_origins(fingerprints, ties, judgements, self._actors.map_sightings())

            decided = self._actors.list_heeded(), numbers
            self._traced = (actors, numbers, self._results.find_or_make("origins", OriginGraph, decided, make))
        return self._traced[2]

    def list(self) -> tuple[Origin, ...]:
        """Every origin of the case."""
        return self.trace().origins

    def get(self, name: str) -> Origin:
        """The origin of an id or the beginning of it.

        Raises:
            NotFoundError: there is none, or there are several.
        """
        found = [origin for origin in self.list() if name and origin.id.startswith(name)]
        if len(found) != 1:
            raise NotFoundError(f"{'several origins begin with' if found else 'no origin'} {name[:_SHOWN]!r}")
        return found[0]

    def join(self, document: str, other: str, user: str, reason: str) -> OriginJudgement:
        """Decide that a document shares the origin of another one, or is part of an origin, given by its id.

        Raises:
            NotFoundError: there is no such document or origin.
            InputError: both are the same document, or no user or reason is given.
        """
        return self._judge("join", document, other, user, reason)

    def cut(self, document: str, other: str, user: str, reason: str) -> OriginJudgement:
        """Decide that a document shares no origin with another one, or is no part of an origin, given by its id.

        Raises:
            NotFoundError: there is no such document or origin.
            InputError: both are the same document, or no user or reason is given.
        """
        return self._judge("cut", document, other, user, reason)

    def list_judgements(self) -> tuple[OriginJudgement, ...]:
        """Everything that people decided about origins, in order, also what was undone."""
        return tuple(_read(one) for one in self._log.list_kinds("join", "cut"))

    def _judge(self, kind: str, document: str, other: str, user: str, reason: str) -> OriginJudgement:
        left = self._get_reading(document).document.id
        right = self.get(other).id if other.startswith("origin-") else self._get_reading(other).document.id
        if left == right:
            raise InputError("both are the same document")
        body = {"left": left, "right": right}
        return _read(self._log.add("join" if kind == "join" else "cut", body, user, reason))

    def _tie(self, fingerprints: Iterable[Fingerprint], tell: Callable[[int, int], None] | None) -> Iterator[OriginTie]:
        """What the pairs of documents that may share something do share; what is not known yet is worked out."""
        from averral.analysis.origins import OriginIndex, compare  # noqa: PLC0415 - likewise

        by_id = {found.document: found for found in fingerprints}
        pairs = list(OriginIndex(by_id.values()).iter_pairs())
        with self._session.read() as connection:
            known = {(a, b): json for a, b, json in iter_origin_ties(connection)}
        missing = iter(sorted(pair for pair in pairs if pair not in known))
        total = sum(pair not in known for pair in pairs)
        read = lru_cache(_READINGS)(self._get_reading)
        done = 0
        while some := list(islice(missing, _AT_ONCE)):
            rows = [
                (a, b, msgspec.json.encode(compare((read(a), by_id[a]), (read(b), by_id[b]))).decode()) for a, b in some
            ]
            known |= {(a, b): json for a, b, json in rows}
            if self._session.writable:
                with self._session.write() as connection:
                    write_origin_ties(connection, rows)
            done += len(rows)
            if tell:
                tell(done, total)
        decoder = msgspec.json.Decoder(OriginTie | None)
        ties = (decoder.decode(known[pair]) for pair in pairs)
        return (tie for tie in ties if tie is not None)


def _read(decision: Decision) -> OriginJudgement:
    return read_decision(decision, OriginJudgement)
