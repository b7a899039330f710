"""Hypotheses out of who is said to have done it, evidence out of claims, and first ratings: a person accepts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from averral.records import digest_text
from averral.records.hypothesis import CellRating, Evidence, Hypothesis, Mark, Suggestion

__all__ = [
    "Position",
    "Saying",
    "accept_suggestion",
    "propose_evidence",
    "propose_hypotheses",
    "suggest_ratings",
]

ID_LENGTH = 16
"""Hexadecimal digits of an id; among a million two are the same with a chance of 1 in 40 million."""


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """One actor who is said to be responsible: the keys of the claims that say so, and of those that deny it.

    `actor` is the id of the resolved actor, and null where the claims only name one.
    """

    name: str
    actor: str | None = None
    claims: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """One claim as evidence sees it: its key, its words, the origin it rests on and the actor who says it."""

    claim: str
    text: str
    origin: str | None = None
    source: str | None = None


def propose_hypotheses(positions: Iterable[Position]) -> tuple[Hypothesis, ...]:
    """One hypothesis for each actor whom a claim holds responsible, then "another actor" and "none of these".

    Positions of one actor are one; the actor that most claims name comes first. Where no claim names anybody, there is
    nothing to propose.
    """
    merged: dict[str, Position] = {}
    for position in sorted(positions, key=repr):
        key = position.actor or f"name:{position.name}"
        merged[key] = _merge(merged[key], position) if key in merged else position
    named = [(key, position) for key, position in merged.items() if position.claims]
    if not named:
        return ()
    named.sort(key=lambda pair: (-len(set(pair[1].claims)), pair[1].name, pair[0]))
    return (
        *(_make_hypothesis(key, position) for key, position in named),
        Hypothesis(id="another-actor", text="An actor whom none of the others names did it", kind="another_actor"),
        Hypothesis(id="none-of-these", text="None of these explanations holds", kind="none_of_these"),
    )


def _merge(one: Position, other: Position) -> Position:
    return Position(
        name=min(one.name, other.name),
        actor=one.actor,
        claims=(*one.claims, *other.claims),
        denials=(*one.denials, *other.denials),
    )


def _make_hypothesis(key: str, position: Position) -> Hypothesis:
    return Hypothesis(
        id=f"hypothesis-{digest_text(key)[:ID_LENGTH]}",
        text=f"{position.name} did it",
        actor=position.actor,
        claims=tuple(sorted(set(position.claims))),
        denials=tuple(sorted(set(position.denials))),
    )


def propose_evidence(sayings: Iterable[Saying]) -> tuple[Evidence, ...]:
    """One item for each origin, source and wording; claims of unknown origin are joined with nothing.

    Wordings that differ only in case and white space are one. Items of one origin are one line of the matrix later on.
    """
    groups: dict[tuple[str, ...], list[Saying]] = {}
    for saying in sorted(sayings, key=lambda saying: (saying.claim, repr(saying))):
        words = " ".join(saying.text.split()).casefold()
        key = (saying.origin, saying.source or "", words) if saying.origin is not None else ("", saying.claim)
        groups.setdefault(key, []).append(saying)
    return tuple(sorted(map(_make_evidence, groups.values()), key=lambda item: item.id))


def _make_evidence(sayings: Sequence[Saying]) -> Evidence:
    first = sayings[0]
    return Evidence(
        id=f"evidence-{digest_text(first.claim)[:ID_LENGTH]}",
        text=" ".join(first.text.split()),
        origin=first.origin,
        source=first.source,
        claims=tuple(sorted({saying.claim for saying in sayings})),
    )


def suggest_ratings(hypotheses: Iterable[Hypothesis], evidence: Iterable[Evidence]) -> tuple[Suggestion, ...]:
    """What the claims of each item say of each hypothesis: C where they say it, I where they deny it or name another.

    Never more than C or I: how strongly a claim speaks is for a person. An item that both says and denies a thing,
    or that says nothing of responsibility, gets no suggestion. A claim that names an actor is inconsistent with
    "another actor" and "none of these"; a denial by itself says nothing of them.
    """
    known = tuple(sorted(hypotheses, key=lambda hypothesis: hypothesis.id))
    said: dict[str, list[Hypothesis]] = {}
    denied: dict[str, list[Hypothesis]] = {}
    for hypothesis in known:
        for claim in hypothesis.claims:
            said.setdefault(claim, []).append(hypothesis)
        for claim in hypothesis.denials:
            denied.setdefault(claim, []).append(hypothesis)
    return tuple(
        suggestion
        for item in sorted(evidence, key=lambda item: item.id)
        for suggestion in _suggest(
            item,
            known,
            {h.id: h for claim in item.claims for h in said.get(claim, ())},
            {h.id for claim in item.claims for h in denied.get(claim, ())},
        )
    )


def _suggest(
    item: Evidence, known: Iterable[Hypothesis], said: dict[str, Hypothesis], denied: set[str]
) -> Iterator[Suggestion]:
    if not said and not denied:
        return
    others = "; ".join(said[name].text for name in sorted(said))
    for hypothesis in known:
        found: tuple[Mark, str] | None = None
        if hypothesis.id in said and hypothesis.id not in denied:
            found = "C", f"its claims say: {hypothesis.text}"
        elif hypothesis.id in denied and hypothesis.id not in said:
            found = "I", f"its claims deny: {hypothesis.text}"
        elif said and hypothesis.id not in said:
            found = "I", f"its claims say instead: {others}"
        if found:
            yield Suggestion(hypothesis=hypothesis.id, evidence=item.id, mark=found[0], reason=found[1])


def accept_suggestion(suggestion: Suggestion, *, number: int, rater: str, made: str, reason: str = "") -> CellRating:
    """The rating of a person who accepts a suggestion; its reason stands where the person gives none of their own."""
    return CellRating(
        id=number,
        hypothesis=suggestion.hypothesis,
        evidence=suggestion.evidence,
        mark=suggestion.mark,
        rater=rater,
        made=made,
        reason=reason or suggestion.reason,
        accepted=True,
    )
