"""How surely an actor is said to have done it: the values of the MUC-4 guide, and denial."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.responsibility.features import Telling, actor_statements, read_features
from averral.extract.responsibility.finder import find_responsibility

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from averral.extract.responsibility.finder import Responsibility
    from averral.records import Attribution, Span
    from averral.records.incident import Confidence

__all__ = ["LABELS", "Rating", "judge_statement", "rate_responsibility", "read_telling"]

LABELS: tuple[Confidence, ...] = (
    "reported_as_fact",
    "claimed_or_admitted",
    "suspected_or_accused",
    "suspected_or_accused_by_authorities",
    "possible",
)
_TREE: Final[tuple[tuple[Confidence, str], ...]] = (
    ("claimed_or_admitted", "tied claims"),
    ("claimed_or_admitted", "loose claims"),
    ("suspected_or_accused_by_authorities", "tied blames authority"),
    ("suspected_or_accused", "tied blames"),
    ("suspected_or_accused_by_authorities", "tied suspects probably authority"),
    ("suspected_or_accused", "tied suspects probably"),
    ("possible", "tied suspects possibly"),
    ("suspected_or_accused", "tied reported other + actor authority"),
    ("reported_as_fact", "tied reported"),
    ("claimed_or_admitted", "any claims"),
    ("suspected_or_accused_by_authorities", "any blames authority"),
    ("suspected_or_accused", "any blames"),
    ("suspected_or_accused", "any suspects probably"),
    ("suspected_or_accused", "accusing words"),
    ("reported_as_fact", "any reported"),
    ("possible", "unknown doers"),
    ("possible", "far"),
)
"""The first line whose features all hold decides, else it is told as fact.

This is the decision tree of the MUC-4 guide (TASKDOC, PERP: ORGANIZATION CONFIDENCE), asked of what is said of this
incident, then of what is said of the actor at all. A deed that a named speaker tells without any doubt counts as told,
as it does in the keys, unless somebody who is no authority tells it of one.
"""


class Rating(NamedTuple):
    """One confidence with the statements that give it, in the order of the text; maybe none for the leading one."""

    confidence: Confidence
    evidence: tuple[Responsibility, ...]


def read_telling(
    text: str,
    sentences: Sequence[Span],
    actors: Sequence[Span],
    triggers: Sequence[Span],
    attributions: Sequence[Attribution] = (),
    others: Sequence[Span] = (),
) -> Telling:
    """A document ready to be asked about its actors; `triggers` are those of all its events."""
    found = find_responsibility(text, sentences, actors, triggers, attributions, others)
    return Telling(text, sentences, attributions, found)


def rate_responsibility(telling: Telling, actor: Sequence[Span], triggers: Mapping[int, Span]) -> tuple[Rating, ...]:
    """How surely the document says that an actor did it; the leading value first, and it is never denial.

    `actor` is every mention of the actor, `triggers` the incident's triggers by their number in the document. An actor
    may have several values, as the guide of corpus/gold has it: accused by one, denied by itself. The first is the one
    that a template with a single value holds.
    """
    about = actor_statements(telling, actor)
    lead = _decide(read_features(telling, actor, triggers, about))
    told: dict[Confidence, list[Responsibility]] = {}
    plain: list[Responsibility] = []
    for statement in about:
        if (statement.trigger in triggers or not statement.near) and (label := judge_statement(statement)):
            told.setdefault(label, []).append(statement)
            plain += [statement] if statement.stance == "reported" else []
    ratings = [Rating(lead, tuple(told.pop(lead, plain if lead == "reported_as_fact" else ())))]
    return (*ratings, *(Rating(label, tuple(said)) for label, said in told.items()))


def judge_statement(statement: Responsibility) -> Confidence | None:
    """The value that one statement gives by itself (the guide of corpus/gold); null for "no group has claimed it"."""
    if statement.stance == "none_claimed":
        return None
    if statement.stance == "denies":
        return "denied"
    if statement.stance in ("claims", "admits"):
        return "claimed_or_admitted"
    if statement.factuality == "PS+":
        return "possible"
    if statement.stance == "reported" and statement.speaker is None:
        return "reported_as_fact"
    return "suspected_or_accused_by_authorities" if statement.speaker == "authority" else "suspected_or_accused"


def _decide(features: frozenset[str]) -> Confidence:
    return next((label for label, needed in _TREE if features.issuperset(needed.split(" + "))), "reported_as_fact")
