"""A document in, its reading out."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from averral.encoder.bundle import Bundle, load_bundle
from averral.encoder.session import Encoder
from averral.extract.attributions import FoundAttribution, find_attributions, parents_of, tag_parts
from averral.extract.doing import settle_doers
from averral.extract.entities import (
    Antecedent,
    EntityTable,
    Speech,
    Surroundings,
    describe_entities,
    find_antecedents,
    fold_article,
    resolve_entities,
)
from averral.extract.event_places import find_event_places
from averral.extract.event_times import find_event_times
from averral.extract.events import find_events
from averral.extract.links import link_entities
from averral.extract.mentions import FoundMention, find_mentions
from averral.extract.places import resolve_places
from averral.extract.quotes import kind_of
from averral.extract.related import make_relations, state_relations
from averral.extract.responsibility.leanings import JUDGE, Leanings, lean
from averral.extract.section import iter_sections, readable_spans
from averral.extract.sentences import iter_sentences
from averral.extract.story import Read, tell_story
from averral.extract.ties import FoundTie, find_ties
from averral.extract.times import find_times
from averral.extract.voice import Voice, hear_author, join_voices
from averral.records import NAMED_ROLES, Attribution, Claim, EntitySpan, Mention, Problem, Reader, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from averral.extract.event import FoundEvent
    from averral.records import Document, Entity

__all__ = ["Extractor"]

LANGUAGES = frozenset({"en", None})
ARMED = frozenset({"armed_group", "militia"})
"""Subtypes of groups whose members a text may call guerrillas."""
"""What the shipped encoder reads; a document whose language cannot be told (too short) is read as well."""


class _Found(NamedTuple):
    """What the sections of a document gave, before it is joined."""

    mentions: list[FoundMention]
    antecedents: dict[int, tuple[Antecedent, ...]]
    ties: list[FoundTie]
    attributions: list[FoundAttribution]
    events: list[FoundEvent]
    voice: Voice
    leanings: Leanings


class Extractor:
    """Reads documents with one bundle. Not shared between threads; each process loads its own."""

    def __init__(self, bundle: Bundle, encoder: Encoder) -> None:
        """Join a bundle and the encoder opened from it."""
        self.bundle, self.encoder = bundle, encoder
        self.reader = Reader(version=version("averral"), model=bundle.identity)

    @classmethod
    def load(cls, bundle: Path | None = None, threads: int = 1) -> Extractor:
        """Open a bundle, by default the one that ships with averral.

        Raises:
            BundleError: it is missing or damaged.
        """
        loaded = load_bundle(bundle)
        return cls(loaded, Encoder(loaded, threads))

    def read(self, document: Document, problems: Sequence[Problem] = ()) -> Reading:
        """The reading of a document; `problems` met on the way here come first in its own.

        The same document gives the same reading, whatever was read before it.
        """
        if document.language not in LANGUAGES:
            problem = Problem(
                stage="extract",
                kind="language",
                message=f"the text is in “{document.language}”; this reader reads English, so nothing was extracted",
            )
            return Reading(document=document, problems=(*problems, problem), reader=self.reader)
        mentions: list[FoundMention] = []
        ties: list[FoundTie] = []
        antecedents: dict[int, tuple[Antecedent, ...]] = {}
        found: list[FoundAttribution] = []
        events: list[FoundEvent] = []
        voices: list[Voice] = []
        leanings = Leanings([], [], [])
        for section in iter_sections(document, self.bundle, self.encoder):
            named = find_mentions(section, self.bundle)
            ties += find_ties(section, named, self.bundle)
            antecedents |= find_antecedents(section, named, self.bundle, len(mentions))
            mentions += named
            rows = tag_parts(section, self.bundle)
            said = find_attributions(section, self.bundle, rows)
            leanings.extend(lean(section, said, named, self.bundle))
            found += said
            events += find_events(section, self.bundle, len(events))
            voices.append(hear_author(section, rows))
        return self._compose(
            document,
            tuple(problems),
            _Found(
                mentions, antecedents, ties, found, settle_doers(document.text, events), join_voices(voices), leanings
            ),
        )

    def _compose(
        self,
        document: Document,
        problems: tuple[Problem, ...],
        read: _Found,
    ) -> Reading:
        text, found = document.text, read.attributions
        speeches = [Speech(piece, a.source) for a in found if a.source for piece in a.content]
        sources = [a.source for a in found if a.source]
        doers = [a.span for event in read.events for a in event.arguments if a.role == "perpetrator"]
        around = Surroundings(read.antecedents, speeches, document.blocks, doers, document.publisher)
        table = resolve_entities(text, read.mentions, sources, around)
        sentences = tuple(iter_sentences(text, readable_spans(document)))
        stated = state_relations(text, sentences, _mentions(read.mentions, table), read.ties)
        table = describe_entities(text, read.mentions, table, {s for r in stated for s in (r.subject, r.object)})
        mentions = _mentions(read.mentions, table)
        places = resolve_places(text, mentions, blocks=document.blocks)
        attributions = _attributions(text, found, table)
        times = find_times(text, _named_spans(document), document.published)
        related = make_relations(stated, sentences, mentions, times)
        story = tell_story(
            Read(
                text=text,
                sentences=sentences,
                mentions=mentions,
                attributions=attributions,
                probabilities=[a.probability for a in found],
                events=read.events,
                dates=find_event_times(text, sentences, read.events, times, attributions),
                places=find_event_places(text, sentences, read.events, mentions, attributions, places),
                relations=related,
                issuer=_find_issuer(document.publisher, table.entities),
                published=document.published,
                judge=self.bundle.judges.get(JUDGE),
                leanings=read.leanings,
                armed=frozenset(e.id for e in table.entities if e.subtype in ARMED),
            )
        )
        return Reading(
            document=document,
            sentences=tuple((s.start, s.end) for s in sentences),
            mentions=mentions,
            entities=link_entities(table.entities, mentions, places),
            times=times,
            places=places,
            attributions=attributions,
            events=story.events,
            incidents=story.incidents,
            relations=tuple(r.relation for r in related),
            claims=tuple(self._weighed(claim, read.voice) for claim in story.claims),
            problems=problems,
            reader=self.reader,
        )

    def _weighed(self, claim: Claim, voice: Voice) -> Claim:
        """A claim of the author with the chance that the words are the author's own."""
        if claim.attribution is not None:
            return claim
        features = voice.features(claim.start, claim.end)
        calibration = self.bundle.manifest.calibration.get("averral")
        chance = calibration.probability(features) if calibration else features[0]
        return msgspec.structs.replace(claim, probability=round(chance, 3))


def _named_spans(document: Document) -> Iterator[Span]:
    """The blocks that mentions, and so times, are read from."""
    return (Span(b.start, b.end) for b in document.blocks if b.role in NAMED_ROLES)


def _mentions(found: Sequence[FoundMention], table: EntityTable) -> tuple[Mention, ...]:
    return tuple(
        Mention(id=f"m{i}", start=m.span.start, end=m.span.end, type=m.type, name=m.name, entity=entity)
        for i, (m, entity) in enumerate(zip(found, table.of_mention, strict=True), 1)
    )


def _attributions(text: str, found: Sequence[FoundAttribution], table: EntityTable) -> tuple[Attribution, ...]:
    parents = parents_of(found)
    return tuple(
        Attribution(
            id=f"a{i}",
            source=_source(a.source, table),
            cue=a.cue,
            content=a.content,
            parent=None if parent is None else f"a{parent + 1}",
            kind=kind_of(text, a.content),
            basis=a.basis,
        )
        for i, (a, parent) in enumerate(zip(found, parents, strict=True), 1)
    )


def _source(span: Span | None, table: EntityTable) -> EntitySpan | None:
    return None if span is None else EntitySpan(span.start, span.end, table.of_source.get(span))


def _find_issuer(name: str | None, entities: Sequence[Entity]) -> str | None:
    """The entity that the document names as its publisher."""
    wanted = fold_article(name or "")
    if not wanted:
        return None
    return next((e.id for e in entities if wanted in {fold_article(n) for n in (e.name, *e.aliases)}), None)
