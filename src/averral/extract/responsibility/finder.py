"""Every statement of responsibility in a document, with its speaker."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.cues import read_cue
from averral.extract.responsibility.authorities import SpeakerKind, judge_speaker
from averral.extract.responsibility.line import Line, read_line
from averral.extract.responsibility.own_words import iter_own_words
from averral.extract.responsibility.sayings import Saying, iter_namings, iter_stands
from averral.extract.responsibility.statement import Stance, Statement, iter_statements
from averral.extract.responsibility.voices import Voices
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from averral.records import Attribution, Factuality

__all__ = ["Responsibility", "find_responsibility"]

_ACCUSING = frozenset({"blames", "denies"})
_FROM_CUE = _ACCUSING | {"suspects"}
_CLAUSE = re.compile(r"[,;:.()\[\]\n]|\b(?:and|but|while|who|which|that)\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording\s+to\b", re.IGNORECASE)
_AUTHOR = re.compile(r"we|i|the (?:author|writer|editors)", re.IGNORECASE)
_ITS = re.compile(r"(?:its|their)\b", re.IGNORECASE)
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
    `near` is false where the trigger stands in an earlier sentence, so that the tie is a guess. `weak`: a denial that
    is of the deed only if the actor has been accused. `named`: the words name the doer and tell no deed.
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
    named: bool = False


def find_responsibility(
    text: str,
    sentences: Sequence[Span],
    actors: Sequence[Span],
    triggers: Sequence[Span],
    attributions: Sequence[Attribution] = (),
    others: Sequence[Span] = (),
) -> tuple[Responsibility, ...]:
    """Who is said to have done what, in the order of the text; linear in it.

    `actors` are mentions that may be doers (people, groups, states), `triggers` the words that name what happened.
    `others` are things that are doers only where the words say so ("the work of the tannery").
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
    known = {(each.stance, each.attribution, each.trigger) for each in found}
    own = [
        each
        for each in _of_speakers(text, sentences, voices, lambda said: iter_own_words(text, said, kept, spans))
        if (each.stance, each.attribution, each.trigger) not in known
    ]
    told = [
        each if each.near else each._replace(trigger=_last_before(each.span, spans, sentences))
        for each in _sayings(text, sentences, _longest(text, (*actors, *others)), spans, voices)
    ]
    read = {(each.span, each.actor, each.stance) for each in found if each.stance != "reported"}
    told = [each for each in told if (each.span, each.actor, each.stance) not in read]
    settled = [each for each in told if each.stance == "denies" and not each.named and not each.weak]
    other = (*_unsettled((*found, *own), told, settled), *(each for each in told if each not in settled))
    found = [*_answered(text, sorted(other, key=lambda each: each.span.start)), *settled]
    found.sort(key=lambda each: each.span.start)
    return tuple(_renumber(each, numbers) for each in dict.fromkeys(found))


def _unsettled(
    found: Iterable[Responsibility], told: Iterable[Responsibility], settled: Sequence[Responsibility]
) -> Iterator[Responsibility]:
    """All but what has been read better: plain deeds of those named, denials of the speaker's own part."""
    cues = [each.cue for each in settled if each.cue]
    named = {(each.span, each.actor) for each in told if each.named}
    for each in found:
        if each.stance == "reported" and (each.span, each.actor) in named:
            continue
        if each.stance != "denies" or each.cue is None or not any(each.cue.overlaps(cue) for cue in cues):
            yield each


def _answered(text: str, found: Iterable[Responsibility]) -> Iterator[Responsibility]:
    """A denial by somebody whom nobody has accused speaks for the one accused last, if that was just before.

    As in "Police blamed the League. Its secretary denied it", "The ministry of X denied it". A weak denial is kept too:
    who else is spoken of as a doer is known later.
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


def _sayings(
    text: str, sentences: Sequence[Span], actors: Sequence[Span], triggers: Sequence[Span], voices: Voices
) -> Iterator[Responsibility]:
    """Who is said to have done it where no deed is told: by anybody, then by the doers themselves."""
    for sentence in sentences:
        for saying in iter_namings(text, sentence, actors, triggers):
            number = voices.holding(saying.actor)
            number = voices.cued(saying.cue) if number is None else number
            each = _said(text, sentence, saying, number, voices)._replace(named=True)
            yield each._replace(stance="reported") if number is None and saying.told else each
    yield from _of_speakers(text, sentences, voices, lambda said: iter_stands(text, said, triggers))


def _of_speakers(
    text: str, sentences: Sequence[Span], voices: Voices, read: Callable[[Attribution], Iterator[Saying]]
) -> Iterator[Responsibility]:
    """What speakers say of themselves, each of them as somebody who is no witness but the doer."""
    for number, attribution in enumerate(voices.attributions):
        for saying in read(attribution):
            at = bisect_right(sentences, saying.cue.start, key=lambda s: s.start) - 1
            yield _said(text, sentences[at] if at >= 0 else saying.cue, saying, number, voices)._replace(speaker=None)


def _said(text: str, sentence: Span, saying: Saying, number: int | None, voices: Voices) -> Responsibility:
    """A saying with its speaker, who may believe, doubt or deny what is said in its words."""
    cue = None if number is None else voices.attributions[number].cue
    level, stance = saying.factuality, saying.stance
    heard = read_cue(words).level if (words := text[cue.start : cue.end] if cue else "") else "CT+"
    heard = "CT+" if "no doubt" in words.casefold() else heard
    if stance == "blames" and heard != "CT+":
        level, stance = heard, "denies" if heard.endswith("-") else "suspects"
    return Responsibility(
        span=sentence,
        actor=saying.actor,
        stance=stance,
        cue=saying.cue,
        trigger=saying.trigger,
        attribution=number,
        speaker=_kind(text, voices.words(text, number) if number is not None else "", sentence.start, voices),
        factuality=level,
        near=saying.trigger is not None,
        weak=saying.weak,
    )


def _kind(text: str, words: str, place: int, voices: Voices) -> SpeakerKind | None:
    """What a speaker is, null for the author; a pronoun stands for whoever spoke before."""
    if not words or _AUTHOR.fullmatch(words):
        return None
    kind = judge_speaker(words)
    return (voices.before(text, place) or kind) if kind == "unnamed" else kind


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
    return _last_before(line.span, triggers, sentences)


def _last_before(sentence: Span, triggers: Sequence[Span], sentences: Sequence[Span]) -> int | None:
    last = bisect_left(triggers, sentence.start, key=lambda t: t.start) - 1
    if last < 0:
        return None
    first = bisect_right(sentences, triggers[last].start, key=lambda s: s.start)
    here = bisect_right(sentences, sentence.start, key=lambda s: s.start)
    return last if here - first <= _REACH else None


def _complete(text: str, line: Line, statement: Statement, voices: Voices, trigger: int | None) -> Responsibility:
    """A statement with its spans, its speaker and the attribution that it is credited to."""
    actor = None if statement.actor is None else line.span_of(statement.actor)
    cue = None if statement.cue is None else line.span_of(statement.cue)
    number = voices.cued(cue) if cue and (statement.own or statement.stance in _FROM_CUE) else None
    if number is None:
        place = cue or actor or line.span
        number = voices.holding(place)
    words = voices.words(text, number) if number is not None else _speaker_words(text, line, statement)
    speaker = _kind(text, "" if statement.own else words, line.span.start, voices)
    near = statement.trigger is not None
    source = voices.attributions[number].source if number is not None and statement.own else None
    if source is not None and cue is not None and voices.cued(cue) == number and statement.stance != "none_claimed":
        actor = Span(source.start, source.end)
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
