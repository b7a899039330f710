"""Every statement of responsibility in a document, with its speaker."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.responsibility.authorities import SpeakerKind, judge_speaker
from averral.extract.responsibility.lexicon import CUES
from averral.extract.responsibility.line import Line, read_line
from averral.extract.responsibility.statement import Stance, Statement, iter_statements
from averral.extract.responsibility.voices import Voices
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from averral.records import Attribution, EntitySpan, Factuality

__all__ = ["Responsibility", "find_responsibility"]

_ACCUSING = frozenset({"blames", "denies"})
_CLAUSE = re.compile(r"[,;:.()\[\]\n]|\b(?:and|but|while|who|which|that)\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording\s+to\b", re.IGNORECASE)
_AUTHOR = re.compile(r"we|i|the (?:author|writer|editors)", re.IGNORECASE)
_OWN = re.compile(
    rf"(?:\b(?:we|i)\b(?:\s+[\w'’]+){{0,3}}|\b(?:our|its|their|no)\s+(?:\w+\s+)?{CUES['m']}(?:\s+[\w'’]+){{0,3}}|"
    r"\bit(?:\s+(?:has|had|did|not|never|itself|also))*)\s*\Z",
    re.IGNORECASE,
)
_SUFFERED = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_HAPPENED = re.compile(r"(?:go|went|gone|explo|blew|blow|fail|burn|f[ae]ll|crash|happen|die|collaps)\w*", re.IGNORECASE)
"""What a bomb does: "it had failed to go off" is of no group."""
_ITS = re.compile(r"(?:its|their)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never|no|nor|neither|\w+n['’]t)\b", re.IGNORECASE)
_LEAD = 60
"""Characters of a content in front of its deed."""
_AT_ONCE = 80
_ANSWER = 400
"""Characters between an accusation and the denial that answers it."""
_REACH = 4
"""A statement without a trigger in its own sentence is about the last one of so many sentences before."""


class Responsibility(NamedTuple):
    """One statement about who did something.

    `span` is the sentence. `actor` is the doer's mention, null where none is named ("no group has claimed it"); `cue`
    the words that say so, null for a plain "A attacked B". `trigger` is the number of the trigger that it is about,
    `attribution` that of the attribution that it is credited to, null for the author. `speaker` tells authorities from
    others; null where the actor speaks of itself or the author of the report speaks. `factuality` is the speaker's.
    `near` is false where the trigger stands in an earlier sentence, so that the tie is a guess.
    """

    span: Span
    actor: Span | None
    stance: Stance
    cue: Span | None
    trigger: int | None
    attribution: int | None
    speaker: SpeakerKind | None
    factuality: Factuality
    near: bool = True
    weak: bool = False


def find_responsibility(
    text: str,
    sentences: Sequence[Span],
    actors: Sequence[Span],
    triggers: Sequence[Span],
    attributions: Sequence[Attribution] = (),
) -> tuple[Responsibility, ...]:
    """Who is said to have done what, in the order of the text; linear in it.

    `actors` are mentions that may be doers (people, groups, states), `triggers` the words that name what happened.
    Order does not matter; of mentions that overlap, the longest is kept. Any case of letters is read alike.
    """
    kept = _longest(text, actors)
    numbers = sorted(range(len(triggers)), key=lambda n: (triggers[n].start, triggers[n].end))
    spans = [triggers[n] for n in numbers]
    voices = Voices(attributions)
    found: list[Responsibility] = []
    for sentence in sentences:
        line = read_line(text, sentence, kept, spans)
        for statement in _settle(iter_statements(line)):
            about = _about(line, statement, spans, sentences)
            found.append(_complete(text, line, statement, voices, about))
    known = {(each.stance, each.actor, each.trigger) for each in found}
    own = (
        each
        for each in _own_words(text, kept, spans, attributions)
        if (each.stance, each.actor, each.trigger) not in known
    )
    found = list(_answered(text, sorted((*found, *own), key=lambda each: each.span.start)))
    return tuple(_renumber(each, numbers) for each in dict.fromkeys(found))


def _answered(text: str, found: Iterable[Responsibility]) -> Iterator[Responsibility]:
    """A denial by somebody whom nobody has accused speaks for the one accused last, if that was just before.

    As in "Police blamed the League. Its secretary denied it", "The ministry of X denied it".
    """
    accused: set[str] = set()
    last: Responsibility | None = None
    for each in found:
        if each.stance in ("blames", "suspects") or (each.stance == "reported" and each.speaker is not None):
            if each.actor is not None:
                accused.add(_key(text, each.actor))
                last = each
        elif each.stance == "denies" and last is not None and each.span.start - last.span.end < _reach(last):
            if _answers(text, each) and (each.actor is None or _key(text, each.actor) not in accused):
                about = each if each.near else last
                yield each._replace(actor=last.actor, trigger=about.trigger, near=about.near, weak=False)
            if each.actor is None:
                continue
        if not each.weak:
            yield each


def _reach(accusation: Responsibility) -> int:
    """A deed that is only told of somebody is answered at once or not at all."""
    return _AT_ONCE if accusation.stance == "reported" else _ANSWER


def _answers(text: str, denial: Responsibility) -> bool:
    """Any denial that is of the deed; any other by "its secretary"."""
    if not denial.weak or denial.actor is None:
        return not denial.weak
    return _ITS.match(text, denial.actor.start) is not None


def _key(text: str, actor: Span) -> str:
    return text[actor.start : actor.end].rsplit(maxsplit=1)[-1].casefold()


def _own_words(
    text: str, actors: Sequence[Span], triggers: Sequence[Span], attributions: Sequence[Attribution]
) -> Iterator[Responsibility]:
    """What an actor is credited with saying of its own deeds: "our volunteers have struck the harbour"."""
    for number, attribution in enumerate(attributions):
        actor = _first_in(actors, attribution.source) if attribution.source else None
        if actor is None:
            continue
        for part in attribution.content:
            trigger = _first_in(triggers, part)
            other = _first_in(actors, part)
            if trigger is None or (other is not None and actors[other].start < triggers[trigger].start):
                continue
            before = text[part.start : triggers[trigger].start]
            if _is_own_act(before, text[triggers[trigger].start : triggers[trigger].end]):
                denied = bool(_NEGATED.search(before))
                yield Responsibility(
                    span=Span(part.start, part.end),
                    actor=actors[actor],
                    stance="denies" if denied else "claims",
                    cue=attribution.cue,
                    trigger=trigger,
                    attribution=number,
                    speaker=None,
                    factuality="CT-" if denied else "CT+",
                )


def _is_own_act(before: str, trigger: str) -> bool:
    """Whether the words in front of a trigger make it the speaker's deed."""
    own = _OWN.search(before) if len(before) < _LEAD else None
    is_thing = own is not None and own[0].lower().startswith("it") and _HAPPENED.match(trigger) is not None
    return own is not None and not is_thing and not _SUFFERED.search(before)


def _first_in(spans: Sequence[Span], within: Span | EntitySpan) -> int | None:
    """The first of the spans that begins inside another."""
    at = bisect_left(spans, within.start, key=lambda s: s.start)
    return at if at < len(spans) and spans[at].start < within.end else None


def _settle(statements: Iterable[Statement]) -> Iterator[Statement]:
    """A plain deed of an actor is left out where the same sentence says who claims, denies or suspects it."""
    kept = tuple(statements)
    marked = {s.actor for s in kept if s.stance != "reported"}
    return (s for s in kept if s.stance != "reported" or s.actor is None or s.actor not in marked)


def _longest(text: str, spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if text[span.start : span.end].strip() and (not kept or kept[-1].end <= span.start):
            kept.append(span)
    return kept


def _renumber(each: Responsibility, numbers: Sequence[int]) -> Responsibility:
    return each if each.trigger is None else each._replace(trigger=numbers[each.trigger])


def _about(line: Line, statement: Statement, triggers: Sequence[Span], sentences: Sequence[Span]) -> int | None:
    """The number of the trigger that a statement is about."""
    if statement.trigger is not None:
        return line.pieces[statement.trigger].number
    last = bisect_left(triggers, line.span.start, key=lambda t: t.start) - 1
    if last < 0:
        return None
    first = bisect_right(sentences, triggers[last].start, key=lambda s: s.start)
    here = bisect_right(sentences, line.span.start, key=lambda s: s.start)
    return last if here - first <= _REACH else None


def _complete(text: str, line: Line, statement: Statement, voices: Voices, trigger: int | None) -> Responsibility:
    """A statement with its spans, its speaker and the attribution that it is credited to."""
    actor = None if statement.actor is None else line.span_of(statement.actor)
    cue = None if statement.cue is None else line.span_of(statement.cue)
    number = voices.cued(cue) if cue and (statement.own or statement.stance in _ACCUSING) else None
    if number is None:
        place = cue or actor or line.span
        number = voices.holding(place)
    words = voices.words(text, number) if number is not None else _speaker_words(text, line, statement)
    speaker = None if statement.own or not words or _AUTHOR.fullmatch(words) else judge_speaker(words)
    if speaker == "unnamed":
        speaker = voices.before(text, line.span.start) or speaker
    near = statement.trigger is not None
    return Responsibility(
        line.span,
        actor,
        statement.stance,
        cue,
        trigger,
        number,
        speaker,
        statement.factuality,
        near=near,
        weak=statement.weak,
    )


def _speaker_words(text: str, line: Line, statement: Statement) -> str:
    """Who speaks, from the words alone: the subject of the accusation, or that of a verb of saying in the sentence."""
    if statement.stance in _ACCUSING and statement.cue is not None:
        return _clause_before(text, line, statement.cue)
    said = line.codes.find("S")
    if said < 0:
        return ""
    if _ACCORDING.match(text, line.pieces[said].start):
        after = text[line.pieces[said].end : min(line.span.end, line.pieces[said].end + 100)].lstrip()
        return _CLAUSE.split(after, maxsplit=1)[0]
    return _clause_before(text, line, said)


def _clause_before(text: str, line: Line, piece: int) -> str:
    before = text[max(line.span.start, line.pieces[piece].start - 100) : line.pieces[piece].start]
    parts = [part for part in _CLAUSE.split(before) if part.strip()]
    return parts[-1].strip() if parts else ""
