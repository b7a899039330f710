"""Heads whose weights say outright what each word is, so that a test writes down what the taggers and linkers see.

Every label of every tagger has a coordinate of its own in the hidden state, and so has every key by which a linker
joins: a phrase that asks for key 0 belongs to the triggers that have key 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, get_args

import numpy as np

from averral.encoder.bundle import Bundle, Manifest
from averral.encoder.linker import BUCKETS, Linker
from averral.encoder.tagger import Tagger
from averral.encoder.tokens import Tokens
from averral.extract.event import FoundEvent
from averral.extract.events import find_events
from averral.extract.section import iter_sections
from averral.records import Document
from averral.records.incident import Confidence
from averral.records.ontology import EVENT_TYPES
from tests.builders import make_document
from tests.encoder.fake import make_tokenizer

BROAD = tuple(t.id for t in EVENT_TYPES.values() if t.parent is None and t.id != "statement")
ROLES = (
    "individual", "organization", "target", "victim", "instrument", "place", "time", "recipient", "beneficiary",
)  # fmt: skip
TAGGERS = {
    "events": ("O", *BROAD),
    "incidents": ("O", "bombing", "arson", "air_strike", "shelling", *BROAD),
    "fillers": ("O", *(f"{p}-{r}" for r in ROLES for p in "BI")),
    "tense": ("past", "present", "future"),
    "factuality": ("factuality",),
    "confidence": get_args(Confidence),
}
KEYS = 6
LINKERS = ("filler_event", "event_event")
COORDINATES = {
    name: i
    for i, name in enumerate(
        [
            *(f"{tagger}:{label}" for tagger, labels in TAGGERS.items() for label in labels),
            *(f"{linker}:{side}{key}" for linker in LINKERS for side in ("left", "right") for key in range(KEYS)),
        ]
    )
}
WIDTH = len(COORDINATES)
NEVER = -30.0
"""The logarithm of a chance that is as good as none."""


class Word(NamedTuple):
    """What the heads see in a word: (label, chance) for taggers; `of`, `back` join it to triggers with that `key`."""

    event: tuple[str, float] | None = None
    incident: tuple[str, float] | None = None
    filler: tuple[str, float] | None = None
    tense: str = "past"
    factuality: float = 0.0
    key: int | None = None
    back: int | None = None
    of: int | None = None


def trigger(kind: str, key: int | None = None, chance: float = 0.9, **more: Any) -> Word:
    """A word that is an event; `incident` is what it is part of."""
    incident = more.pop("incident", None)
    return Word(event=(kind, chance), incident=incident and (incident, 0.9), key=key, **more)


def phrase(role: str, of: int | None = None, chance: float = 0.9) -> Word:
    """A word that begins a phrase ("B-target"), or goes on with it ("I-target")."""
    return Word(filler=(role if role[:2] in ("B-", "I-") else f"B-{role}", chance), of=of)


class WordEncoder:
    """Stands in for the encoder: the hidden state of a piece is what the table says of its word."""

    def __init__(self, text: str, words: Mapping[str, Word]) -> None:
        self.text, self.words = text, words

    def encode(self, tokens: Tokens) -> np.ndarray:
        """(n, WIDTH)."""
        hidden = np.zeros((len(tokens.ids), WIDTH), np.float32)
        heads = [*np.flatnonzero(tokens.heads).tolist(), len(tokens.ids)]
        for first, last in pairwise(heads):
            word = self.words.get(self.text[tokens.starts[first] : tokens.ends[last - 1]])
            if word is not None:
                hidden[first:last] = _state(word)
        return hidden


def _state(word: Word) -> np.ndarray:
    state = np.zeros(WIDTH, np.float32)
    for tagger, mark in (("events", word.event), ("incidents", word.incident), ("fillers", word.filler)):
        if mark is not None:
            state[COORDINATES[f"{tagger}:{mark[0]}"]] = np.log(mark[1] / (1 - mark[1])) - NEVER
    state[COORDINATES[f"tense:{word.tense}"]] = 5.0
    state[COORDINATES["factuality:factuality"]] = word.factuality
    keys = {"filler_event:left": word.of, "filler_event:right": word.key, "event_event:left": word.back}
    for side, key in {**keys, "event_event:right": word.key}.items():
        if key is not None:
            state[COORDINATES[f"{side}{key}"]] = 1.0
    return state


def _tagger(name: str) -> Tagger:
    labels = TAGGERS[name]
    weight = np.zeros((len(labels), WIDTH), np.float32)
    weight[np.arange(len(labels)), [COORDINATES[f"{name}:{label}"] for label in labels]] = 1.0
    bias = np.array([NEVER if labels[0] == "O" and label != "O" else 0.0 for label in labels], np.float32)
    return Tagger(weight, bias, labels)


def _linker(name: str) -> Linker:
    """One unit a key: it speaks only where both sides have the key."""
    left, right = (np.zeros((KEYS, 2 * WIDTH), np.float32) for _ in range(2))
    for key in range(KEYS):
        left[key, COORDINATES[f"{name}:left{key}"]] = right[key, COORDINATES[f"{name}:right{key}"]] = 1.0
    features = np.zeros((KEYS, 2 * BUCKETS + 4), np.float32)
    bias, score = np.full(KEYS, -1.0, np.float32), np.full(KEYS, 20.0, np.float32)
    return Linker(left, bias, right, features, score, np.array([-10.0], np.float32))


def make_bundle(**thresholds: float) -> Bundle:
    """A bundle of these heads."""
    manifest = Manifest(
        schema="averral.bundle/1", name="by-hand", base="none", base_licence="none", window=254, overlap=48, tracks=4,
        taggers=TAGGERS, linkers=LINKERS, thresholds=thresholds, calibration={}, corpora=(), files={},
    )  # fmt: skip
    return Bundle(
        folder=Path(),
        manifest=manifest,
        tokenizer=make_tokenizer(),
        taggers={name: _tagger(name) for name in TAGGERS},
        linkers={name: _linker(name) for name in LINKERS},
    )


def find(source: str | Document, words: Mapping[str, Word], **thresholds: float) -> list[FoundEvent]:
    """The events of a whole text or document, section by section."""
    document = make_document(source) if isinstance(source, str) else source
    bundle = make_bundle(**thresholds)
    events: list[FoundEvent] = []
    for section in iter_sections(document, bundle, WordEncoder(document.text, words)):  # type: ignore[arg-type]
        events += find_events(section, bundle, len(events))
    return events
