"""One proposition with the chain of those who put it forward."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

__all__ = ["BASES", "Basis", "Claim", "Factuality", "Proposition", "PropositionType", "Tense"]

Basis = Literal[
    "direct_witness",
    "official_statement",
    "document",
    "imagery",
    "physical_object",
    "detainee_testimony",
    "media_report",
    "anonymous",
    "inference",
    "none",
]
BASES: tuple[str, ...] = get_args(Basis)
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "UU"]
"""FactBank's scale (Saurí and Pustejovsky 2009): certain, probable, possible; for or against; unknown."""
Tense = Literal["past", "present", "future"]
PropositionType = Literal["responsibility", "event", "casualties", "relation", "statement"]


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """What is claimed; which of the ids are set depends on `type`."""

    type: PropositionType
    subject: str | None = None
    incident: str | None = None
    event: str | None = None
    relation: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One content that somebody is credited with, or one averral of the author.

    `start` and `end` enclose the content (of a discontinuous one: from its first piece to its last; the pieces are in
    the attribution). `chain` runs from the outside in: "author", then an entity id or "unnamed" for each relay.
    `probability` is the calibrated chance that the span and its source are right. `factuality` and `tense` are null
    where they were not read.
    """

    id: str
    start: int
    end: int
    attribution: str | None
    chain: tuple[str, ...]
    proposition: Proposition
    factuality: Factuality | None = None
    tense: Tense | None = None
    basis: Basis = "none"
    probability: float | None = None
