"""What holds of one actor and one incident in a document: the questions of the decision tree, each with a name."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.responsibility.authorities import judge_speaker
from averral.extract.responsibility.line import read_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from averral.extract.responsibility.finder import Responsibility
    from averral.records import Attribution, Span

__all__ = ["Telling", "actor_statements", "read_features"]

FAR = 3
"""An actor mentioned so many sentences away from every trigger of an incident is not explicitly connected to it."""
_MOST = 40
"""Sentences of one incident that are looked at, so that a long report costs no more than its length."""


class Telling(NamedTuple):
    """A document as `rate_responsibility` needs it: made once, asked for every actor and incident."""

    text: str
    sentences: Sequence[Span]
    attributions: Sequence[Attribution]
    statements: Sequence[Responsibility]


def actor_statements(telling: Telling, actor: Sequence[Span]) -> tuple[Responsibility, ...]:
    """The statements about an actor, by the overlap of their mentions."""
    mentions = sorted(actor)
    return tuple(s for s in telling.statements if s.actor is not None and not s.weak and _overlaps(s.actor, mentions))


def _overlaps(span: Span, mentions: Sequence[Span]) -> bool:
    at = bisect_right(mentions, span.start, key=lambda m: m.start)
    return any(mention.overlaps(span) for mention in mentions[max(0, at - 1) : at + 1])


def read_features(
    telling: Telling, actor: Sequence[Span], triggers: Mapping[int, Span], about: Sequence[Responsibility]
) -> frozenset[str]:
    """The names of what is true; `about` are the statements about the actor."""
    return frozenset(
        (
            *_statement_names(about, triggers),
            *_place_names(telling, sorted(set(actor)), sorted(set(triggers.values()))),
            *_actor_names(telling, actor),
        )
    )


def _statement_names(about: Sequence[Responsibility], triggers: Mapping[int, Span]) -> Iterator[str]:
    """As "tied blames authority": of this incident; "any": of the actor at all; "loose": of no incident by name."""
    for statement in about:
        stance: str = "claims" if statement.stance == "admits" else statement.stance
        if stance == "suspects":
            stance += " possibly" if statement.factuality == "PS+" else " probably"
        voice = statement.speaker or ("credited" if statement.attribution is not None else "author")
        tied = ("tied",) if statement.trigger in triggers else ()
        for scope in ("any", *tied, *(() if statement.near else ("loose",))):
            yield f"{scope} {stance}"
            yield f"{scope} {stance} {voice}"


def _place_names(telling: Telling, actor: Sequence[Span], triggers: Sequence[Span]) -> Iterator[str]:
    held, struck = _sentences_of(telling.sentences, actor), _sentences_of(telling.sentences, triggers)
    if min((abs(a - b) for a in held for b in struck), default=0) >= FAR:
        yield "far"
    for number in sorted(struck)[:_MOST]:
        codes = read_line(telling.text, telling.sentences[number], actor, triggers).codes
        if number in held and "B" in codes:
            yield "accusing words"
        if number not in held and "U" in codes:
            yield "unknown doers"


def _sentences_of(sentences: Sequence[Span], spans: Sequence[Span]) -> set[int]:
    numbers = (bisect_right(sentences, span.start, key=lambda s: s.start) - 1 for span in spans)
    return set(sorted(n for n in set(numbers) if n >= 0)[:_MOST])


def _actor_names(telling: Telling, actor: Sequence[Span]) -> Iterator[str]:
    if actor:
        first = min(actor)
        yield f"actor {judge_speaker(telling.text[first.start : first.end])}"
