"""How reliable people hold the sources of a case to be."""

from __future__ import annotations

from datetime import UTC, date, datetime

from averral.casefile.actors import CaseActors
from averral.casefile.agreement import CaseAgreement
from averral.casefile.log import Log
from averral.errors import InputError, NotFoundError
from averral.records.decision import Decision, read_decision
from averral.records.judgement import SOURCE_LETTERS, InformationGrade, SourceGrade, SourceLetter
from averral.store import Session, list_publishers

__all__ = ["Grades"]

_SHOWN = 60
"""Characters of a name that an error shows."""


class Grades:
    """Admiralty letters for sources: set by people only, the latest date counts."""

    def __init__(self, session: Session, log: Log, actors: CaseActors, agreement: CaseAgreement) -> None:
        self._session, self._log, self._actors, self._agreement = session, log, actors, agreement

    def set(self, actor: str, letter: str, user: str, reason: str, day: str | None = None) -> SourceGrade:
        """Grade a source with an Admiralty letter, A to E, or F where it cannot be judged, from a day on (today).

        The source is an actor of the case, else one of the gazetteer, else a publisher of a document.

        Raises:
            NotFoundError: nobody has that name, or several have.
            InputError: no such letter or day, or no user or reason is given.
        """
        name, sighting, known = self._find(actor)
        body = {
            "name": name, "sighting": sighting, "gazetteer": known, "letter": _read_letter(letter),
            "date": _read_day(day),
        }  # fmt: skip
        return _read(self._log.add("grade_source", body, user, reason))

    def list(self, actor: str | None = None) -> tuple[SourceGrade, ...]:
        """The grades of all sources, or of one, in the order of their dates: the last one counts; none that is undone.

        Raises:
            NotFoundError: nobody has that name, or several have.
        """
        found = [_read(one) for one in self._log.list_kinds("grade_source") if one.withdrawn is None]
        grades = tuple(sorted(found, key=lambda grade: (grade.date, grade.id)))
        if actor is None:
            return grades
        name, sighting, known = self._find(actor)
        sightings = self._actors.get(sighting).sightings if sighting else ()
        return tuple(
            grade
            for grade in grades
            if grade.sighting in sightings
            or (known is not None and grade.gazetteer == known)
            or (grade.sighting is None and grade.gazetteer is None and grade.name == name)
        )

    def set_information(self, group: str, digit: int, user: str, reason: str) -> InformationGrade:
        """Grade what a group of claims says (see `agreement`) with an Admiralty digit, 1 to 6; 6 is kept as null.

        Raises:
            NotFoundError: there is no such group, or there are several.
            InputError: no such digit, or no user or reason is given.
        """
        if digit not in range(1, 7):
            raise InputError(
                f"no Admiralty digit {digit}: 1 (confirmed by other sources) to 5 (improbable), 6 cannot be judged"
            )
        found = self._agreement.get_group(group)
        body = {"group": found.id, "text": found.label, "digit": digit if digit < 6 else None}
        return read_decision(self._log.add("grade_information", body, user, reason), InformationGrade)

    def list_information(self) -> tuple[InformationGrade, ...]:
        """The grades of pieces of information that stand, in the order in which they were given; the last counts."""
        rows = self._log.list_kinds("grade_information")
        return tuple(read_decision(one, InformationGrade) for one in rows if one.withdrawn is None)

    def map_actors(self) -> dict[str, SourceGrade]:
        """The grade that counts for each actor of the case that has one, by the actor's id."""
        actor_of = self._actors.map_sightings()
        return {actor_of[one.sighting]: one for one in self.list() if one.sighting in actor_of}

    def _find(self, name: str) -> tuple[str, str | None, str | None]:
        """Name, first sighting and gazetteer id of a source: of the case, else of the gazetteer, else a publisher."""
        if self._actors.knows(name):
            actor = self._actors.get(name)
            return actor.name, actor.sightings[0], actor.gazetteer
        known = self._actors.load_gazetteer().find(name)
        with self._session.read() as connection:
            publishers = list_publishers(connection)
        if len(known) == 1:
            return known[0].name, None, known[0].id
        if name in publishers:
            return name, None, None
        raise NotFoundError(f"no actor or publisher {name[:_SHOWN]!r} in this casefile or the gazetteer")


def _read(decision: Decision) -> SourceGrade:
    return read_decision(decision, SourceGrade)


def _read_letter(letter: str) -> SourceLetter:
    for known in SOURCE_LETTERS:
        if letter == known:
            return known
    raise InputError(f"no Admiralty letter {letter!r}: A (reliable) to E (unreliable), F (cannot be judged)")


def _read_day(day: str | None) -> str:
    try:
        return date.fromisoformat(day).isoformat() if day else datetime.now(UTC).date().isoformat()
    except ValueError as error:
        raise InputError(f"{day!r} is no day: write it as 2030-01-31") from error
