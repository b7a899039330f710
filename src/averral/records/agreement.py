"""Who takes which position on what: positions of single documents, and how those of a case agree and contradict."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from averral.records.claim import Basis, Factuality

__all__ = [
    "ANSWERS",
    "CLASH_KINDS",
    "Agreement",
    "Answer",
    "AnswerRow",
    "Circle",
    "ClashKind",
    "Contradiction",
    "Group",
    "Position",
    "Saying",
    "Stance",
    "StanceKind",
    "Testimony",
    "TollRow",
    "Voiced",
]

StanceKind = Literal["responsibility", "unclaimed", "casualties", "date", "place", "relation", "event"]
"""What a stance is on; "unclaimed" says that nobody has claimed the incident."""
Answer = Literal["claimed_by", "accused_by", "denied_by", "reported_as_fact_by"]
"""How an actor comes to be connected with an incident: the columns of the table of responsibility."""
ANSWERS: tuple[Answer, ...] = get_args(Answer)
ClashKind = Literal["perpetrator", "denial", "casualties", "date", "place", "relation"]
CLASH_KINDS: tuple[ClashKind, ...] = get_args(ClashKind)


class Stance(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one speaker of one document says of one thing; ids are those of its reading.

    `speaker` is the innermost of the chain: "author", an entity's id, or "unnamed"; `voice` is what the text calls it.
    `start` and `end` are the words, `said` the EDTF date of saying, where the text gives one. `against` is set where
    the thing is denied. Which of the other fields are set depends on `kind`: of responsibility `actor` (an entity's
    id, null for words that name nobody, "author" for whoever put the document out), `name`, `answer`, and `behind` for
    who ordered, paid or armed; of casualties `figure`, `low` and `high` (null is open);
    of a date `edtf`; of a place `name`, `geonames`, `lat`, `lon`; of a relation `actor`, `predicate`, `other`
    and `edtf`; of an event `name`, the stem of its trigger. A figure is a `part` where it counts one person alone or
    some of a number; `corrects` are numbers around it where the words say that a figure is corrected.
    """

    kind: StanceKind
    speaker: str
    voice: str
    start: int
    end: int
    chain: tuple[str, ...] = ()
    claim: str | None = None
    incident: str | None = None
    said: str | None = None
    against: bool = False
    factuality: Factuality | None = None
    basis: Basis = "none"
    actor: str | None = None
    name: str = ""
    answer: Answer | None = None
    behind: bool = False
    figure: str | None = None
    low: int | None = None
    high: int | None = None
    part: bool = False
    corrects: tuple[int, ...] = ()
    edtf: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    predicate: str | None = None
    other: str | None = None


class Saying(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A sentence as somebody says it: its stems, and what it says that there was not.

    `denied` are the stems of what it denies, the head first; a sentence that denies something asserts nothing here.
    `bare` is set where the head alone is denied, as in "there was no warning".
    """

    start: int
    end: int
    speaker: str
    voice: str
    stems: tuple[str, ...]
    denied: tuple[str, ...] = ()
    words: str = ""
    bare: bool = False
    incident: str | None = None
    claim: str | None = None


class Testimony(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All stances of one document. `issuer` is the entity that put it out, for which its author speaks.

    `parts` are entities that its words call a part of another one, with that one. `sayings` are its sentences.
    """

    document: str
    published: str | None = None
    publisher: str | None = None
    issuer: str | None = None
    names: dict[str, str] = {}
    parts: tuple[tuple[str, str], ...] = ()
    stances: tuple[Stance, ...] = ()
    sayings: tuple[Saying, ...] = ()


class Voiced(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stance in the case: `speaker` is an actor's id, or a key for an author or somebody unnamed in one document.

    `key` is that of the claim ("document#claim"), or of the incident where no claim says it. `origin` is where the
    information entered the case. `said` is the day of saying, else that of the document, in EDTF.
    """

    key: str
    document: str
    start: int
    end: int
    speaker: str
    voice: str
    origin: str
    said: str | None = None
    chain: tuple[str, ...] = ()
    basis: Basis = "none"
    factuality: Factuality | None = None


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A value that is put forward, in words, with all who do so; `origins` are those that stand behind it."""

    label: str
    stances: tuple[Voiced, ...]
    origins: tuple[str, ...]


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """Two positions that cannot both hold; `reason` says why in words.

    `update` is set where the later one replaces the earlier (`update_reason` says how that shows), which is no
    contradiction. `by_itself` is set where one speaker is on both sides, `inside` where one document is.
    """

    id: str
    kind: ClashKind
    incident: str | None
    a: Position
    b: Position
    reason: str
    update: bool = False
    update_reason: str | None = None
    by_itself: bool = False
    inside: bool = False


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    """Confirmation that goes round: documents that seem to confirm each other and rest on one origin.

    `path` has, for each document behind the first, the document, how it is linked, and the document it rests on.
    """

    origin: str
    documents: tuple[str, ...]
    path: tuple[tuple[str, str, str], ...]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """All who say the same of the same thing, and those who deny it; origins are counted, never copies."""

    id: str
    kind: StanceKind
    incident: str | None
    label: str
    asserted: tuple[Voiced, ...]
    denied: tuple[Voiced, ...]
    origins_for: tuple[str, ...]
    origins_against: tuple[str, ...]
    circle: Circle | None = None


class AnswerRow(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one actor and one incident; `actor` is null for words that no sighting has.

    `named` is false where the actor is only ever described ("two men").
    """

    incident: str
    actor: str | None
    name: str
    named: bool = True
    claimed_by: tuple[Voiced, ...] = ()
    accused_by: tuple[Voiced, ...] = ()
    denied_by: tuple[Voiced, ...] = ()
    reported_as_fact_by: tuple[Voiced, ...] = ()


class TollRow(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as one speaker gives it; `replaces` is the key of the earlier figure of the same speaker."""

    incident: str
    figure: str
    low: int | None
    high: int | None
    stance: Voiced
    replaces: str | None = None


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """How the documents of a case agree: groups, contradictions and updates, responsibility and tolls by incident."""

    groups: tuple[Group, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    responsibility: tuple[AnswerRow, ...] = ()
    tolls: tuple[TollRow, ...] = ()
