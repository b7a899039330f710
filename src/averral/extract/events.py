"""What happened, by whom and to whom: triggers from two taggers, phrases with roles from a third, joined by linkers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from averral.encoder.tagger import decode_spans
from averral.extract.event import FoundArgument, FoundEvent
from averral.extract.triggers import find_event_type
from averral.records.ontology import broad_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from averral.encoder.bundle import Bundle
    from averral.extract.section import Section
    from averral.records import Span, Tense
    from averral.records.incident import ArgumentRole

__all__ = ["find_events"]

REACH = 200
"""A phrase's event and an event's earlier mention are sought within so many pieces; training windows are no longer."""
SHARED = 0.3
"""A phrase belongs to its likeliest event, and to every other that has at least this chance."""
OUTSIDE = {"event": 0.5, "incident": 0.5, "filler": 0.5}
"""How likely a word must be a trigger, part of an incident, or of a phrase, unless the bundle says otherwise."""
DOERS = frozenset({"individual", "organization"})
OBJECTS = frozenset({"instrument", "target"})
"""What a trigger may itself name: "a car bomb went off"."""
EMPTY = re.compile(r"\b(?:the|an?|of|and|or|in|on|at|by|to|for|from|with|no|some|its?|his|her|their)\b", re.IGNORECASE)
STATE = re.compile(r"(?:were |was )?(?:found )?(?:dead|died|dies|dying|deceased|perished)", re.IGNORECASE)
WORD = re.compile(r"\w")
"""A phrase of nothing but little words and marks is a slip of the tagger."""
ARMS = {
    "air_strike": re.compile(
        r"\b(?:air|aerial|aviation|airstrikes?|drones?|uavs?|jets?|(?:war|air)?planes?|aircraft|helicopters?|gunships?|"
        r"bombers?|missiles?|pilots?|sorties?|warheads?)\b",
        re.IGNORECASE,
    ),
    "shelling": re.compile(
        r"\b(?:shell(?:s|ed|ing|ings|fire)?|mortars?|artillery|howitzers?|rockets?|batter(?:y|ies)|cannons?|guns?|"
        r"bombard\w*|barrages?|salvos?|tanks?)\b",
        re.IGNORECASE,
    ),
}
"""What a text must speak of before an incident in it is of such a type."""
MOST_WORDS = 4
"""A trigger of more words is a run of several."""


class _Trigger(NamedTuple):
    """Words `first` to `last`, their pieces, and what the taggers say of them."""

    pieces: tuple[int, int]
    span: Span
    type: str
    incident: str | None
    score: float


class _Phrase(NamedTuple):
    pieces: tuple[int, int]
    span: Span
    label: str


def find_events(section: Section, bundle: Bundle, first: int = 0) -> list[FoundEvent]:
    """The events of a section in order of their triggers.

    `first` is the number of events in the sections before, so that `earlier` counts over the whole document. A bundle
    without the heads for events finds none.
    """
    triggers = _triggers(section, bundle) if "events" in bundle.taggers else []
    if not triggers:
        return []
    spans = np.array([t.pieces for t in triggers], np.int64)
    arguments = _arguments(section, bundle, spans)
    earlier = _earlier(section, bundle, spans)
    heads = spans[:, 0]
    tenses = bundle.taggers["tense"]
    tense = tenses.log_probabilities(section.hidden[heads])[:, 0].argmax(-1)
    commitment = bundle.taggers["factuality"].scores(section.hidden[heads])[:, 0]
    return [
        FoundEvent(
            trigger=trigger.span,
            type=trigger.type,
            arguments=tuple(sorted(arguments.get(i, ()), key=lambda a: (a.span, a.role))),
            incident=trigger.incident,
            commitment=float(commitment[i]),
            tense=cast("Tense", tenses.labels[int(tense[i])]),
            earlier=None if (before := earlier[i]) is None else first + before,
            score=trigger.score,
        )
        for i, trigger in enumerate(triggers)
    ]


def _triggers(section: Section, bundle: Bundle) -> list[_Trigger]:
    """Runs of words that a tagger takes for an event, or for the anchor of an incident."""
    thresholds = OUTSIDE | bundle.manifest.thresholds
    kinds, incidents = (
        np.exp(bundle.taggers[name].log_probabilities(section.heads)[:, 0]) for name in ("events", "incidents")
    )
    names = bundle.taggers["incidents"].labels
    incidents[:, [i for i, name in enumerate(names) if name in ARMS and not ARMS[name].search(section.text)]] = 0
    event = (1 - kinds[:, 0] >= thresholds["event"]) & section.claims
    anchor = (1 - incidents[:, 0] >= thresholds["incident"]) & section.claims
    labels = np.where(event | anchor, 1 + kinds[:, 1:].argmax(-1), 0)
    found = []
    for start, end in _runs(labels, section):
        pieces = section.pieces(start, end)
        span = section.tokens.span(*pieces)
        weights = incidents[start:end].mean(0)
        incident = None
        if anchor[start:end].any():
            incident = names[1 + int(weights[1:].argmax())]
        broad = bundle.taggers["events"].labels[int(labels[start])]
        kind = _narrow(section.text[span.start : span.end], broad, incident if not event[start:end].any() else None)
        score = float(max(1 - kinds[start:end, 0].mean(), 1 - weights[0]))
        found.append(_Trigger(pieces, span, kind, incident, score))
    return found


def _runs(labels: NDArray[np.int64], section: Section) -> Iterator[tuple[int, int]]:
    """Stretches of words with one label, within one sentence."""
    end = 0
    marked = labels.tolist()
    sentence = section.sentence[section.words[:-1]].tolist()
    for start in np.flatnonzero(labels).tolist():
        if start < end:
            continue
        end = start + 1
        while (
            end < len(marked)
            and marked[end] == marked[start]
            and sentence[end] == sentence[start]
            and end - start < MOST_WORDS
        ):
            end += 1
        yield start, end


def _narrow(words: str, broad: str, incident: str | None) -> str:
    """The narrowest type that the words name within the broad one; where only the incident is sure, within any."""
    senses = find_event_type(words) or tuple(s for word in words.split() for s in find_event_type(word))
    own = [s.type for s in senses if broad_type(s.type) == broad]
    if own:
        return own[0]
    if incident is None:
        return broad
    strong = [s.type for s in senses if not s.weak]
    return strong[0] if strong else incident


def _phrases(section: Section, bundle: Bundle) -> list[_Phrase]:
    tagger = bundle.taggers["fillers"]
    rows = tagger.log_probabilities(section.heads)[:, 0]
    rows = rows - _reluctance(bundle, tagger.labels)
    rows[~section.claims, 1:] = -1e4
    found = []
    for span in decode_spans(rows, tagger.labels):
        pieces = section.pieces(span.start, span.end)
        place = section.tokens.span(*pieces)
        if WORD.search(EMPTY.sub("", section.text[place.start : place.end])):
            found.append(_Phrase(pieces, place, span.label))
    return found


def _reluctance(bundle: Bundle, labels: tuple[str, ...]) -> NDArray[np.float32]:
    """What each label's log-probability must exceed that of "no phrase" by; a role may have a threshold of its own."""
    thresholds = OUTSIDE | bundle.manifest.thresholds
    least = np.array([0.5, *(thresholds.get(f"filler_{label[2:]}", thresholds["filler"]) for label in labels[1:])])
    result: NDArray[np.float32] = np.log(least / (1 - least)).astype(np.float32)
    return result


def _arguments(section: Section, bundle: Bundle, triggers: NDArray[np.int64]) -> dict[int, list[FoundArgument]]:
    """For each trigger the phrases that the linker gives it; a phrase that belongs to none is left out."""
    result: dict[int, list[FoundArgument]] = {}
    phrases = _phrases(section, bundle)
    rows = np.array([phrase.pieces for phrase in phrases], np.int64).reshape(-1, 2)
    near = bundle.linkers["filler_event"].choose_near(section.hidden, rows, triggers, REACH)
    for phrase, (low, chances) in zip(phrases, near, strict=True):
        if not len(chances) or chances[:-1].max() < chances[-1]:
            continue
        best = int(chances[:-1].argmax())
        for i in {best, *np.flatnonzero(chances[:-1] >= SHARED).tolist()}:
            if phrase.label not in OBJECTS and _overlap(phrase.pieces, triggers[low + i]):
                continue
            doer = phrase.label in DOERS
            if doer and _is_state(section, triggers[low + i]):
                continue
            argument = FoundArgument(
                role=cast("ArgumentRole", "perpetrator" if doer else phrase.label),
                span=phrase.span,
                kind=cast("None", phrase.label if doer else None),
                score=round(float(chances[i]), 3),
                confidences=_confidences(section, bundle, phrase) if doer else (),
            )
            result.setdefault(low + i, []).append(argument)
    return result


def _is_state(section: Section, trigger: NDArray[np.int64]) -> bool:
    """Whether a trigger tells what became of people, which nobody does: "the dead", "died"."""
    span = section.tokens.span(int(trigger[0]), int(trigger[1]))
    return STATE.fullmatch(section.text, span.start, span.end) is not None


def _confidences(section: Section, bundle: Bundle, phrase: _Phrase) -> tuple[float, ...]:
    """What the words of a phrase say of how surely it did it."""
    rows = bundle.taggers["confidence"].log_probabilities(section.hidden[slice(*phrase.pieces)])[:, 0]
    return tuple(np.round(rows.mean(0), 3).tolist())


def _overlap(pieces: tuple[int, int], other: NDArray[np.int64]) -> bool:
    return bool(pieces[0] < other[1] and other[0] < pieces[1])


def _earlier(section: Section, bundle: Bundle, triggers: NDArray[np.int64]) -> Sequence[int | None]:
    """For each trigger the earlier one that is most likely the same happening, if any is likelier than none."""
    result: list[int | None] = []
    near = bundle.linkers["event_event"].choose_near(section.hidden, triggers, triggers, REACH)
    for i, (low, chances) in enumerate(near):
        before = chances[: max(0, i - low)]
        best = int(before.argmax()) if len(before) else 0
        result.append(low + best if len(before) and before[best] > chances[-1] else None)
    return result
