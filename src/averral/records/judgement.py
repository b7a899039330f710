"""What a person decides about who is who; appended with user and time, withdrawn by a mark, never overwritten."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

__all__ = [
    "JUDGEMENT_KINDS",
    "SOURCE_LETTERS",
    "InformationGrade",
    "Judgement",
    "JudgementKind",
    "SourceGrade",
    "SourceLetter",
]

JudgementKind = Literal["merge", "split", "never_merge"]
JUDGEMENT_KINDS: tuple[str, ...] = get_args(JudgementKind)

SourceLetter = Literal["A", "B", "C", "D", "E", "F"]
SOURCE_LETTERS: dict[SourceLetter, str] = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""The Admiralty code's letters for a source (NATO AJP-2.1); F is no value on the scale but the absence of one."""


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of a person about sightings, each given by its key (document id, "#", entity id).

    `merge`: all of `left` and `right` are one. `never_merge`: nobody of `left` is anybody of `right`. `split`: `left`
    are taken out of the actor whose other sightings are `right`. The sides are those that the person had before them,
    so that a document which is added later changes nothing of what was decided. `id` counts up; `made` and
    `withdrawn` are UTC, ISO 8601; a judgement that is withdrawn counts for nothing and is kept.
    """

    id: int
    kind: JudgementKind
    left: tuple[str, ...]
    right: tuple[str, ...]
    user: str
    made: str
    reason: str
    withdrawn: str | None = None
    withdrawn_by: str | None = None


class SourceGrade(msgspec.Struct, frozen=True, kw_only=True):
    """How reliable a person held a source to be from `date` on: an Admiralty letter, never set by a program.

    `sighting` is the key of one sighting of the actor and is null for one that only the gazetteer or a document's
    publisher names. The latest `date` counts, of one date the highest `id`.
    """

    id: int
    name: str
    sighting: str | None
    gazetteer: str | None
    letter: SourceLetter
    user: str
    reason: str
    date: str
    made: str

    @property
    def is_judged(self) -> bool:
        """Whether the letter is a place on the scale: F says that the source cannot be judged."""
        return self.letter != "F"


class InformationGrade(msgspec.Struct, frozen=True, kw_only=True):
    """How a person graded a piece of information: an Admiralty digit from 1 to 5, or null for 6, "cannot be judged".

    `group` is the id of the group of claims that say it, `text` what they say. The latest counts.
    """

    id: int
    group: str
    text: str
    digit: int | None
    user: str
    made: str
    reason: str
    withdrawn: str | None = None
