"""The forecasts of a document: who foretells or promises what, until when, how surely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from averral.analysis.forecasts.chance import find_chance
from averral.analysis.forecasts.deadline import find_deadline
from averral.analysis.forecasts.passage import Passage, find_passages
from averral.analysis.forecasts.wording import read_kind, tell_kind
from averral.records import Factuality, Reading, digest_text
from averral.records.forecast import Forecast

__all__ = ["make_forecasts"]

ID_LENGTH = 16
"""Hexadecimal digits of an id; among a million two are the same with a chance of 1 in 40 million."""
FIRST_PERSON = frozenset({"i", "we"})


def make_forecasts(reading: Reading, actor_of: Mapping[str, str]) -> tuple[Forecast, ...]:
    """Every claim about the time to come whose own words foretell, promise, threaten, order or plan.

    `actor_of` gives the actor for the key of a sighting (document id, "#", entity id). The source is the innermost of
    the chain. What the author says is the byline's, where there is one and it names one, else the publisher's; "I" and
    "we" at the first remove are the author. What is asked, refused, wished or doubted is no forecast.
    """
    sources = _Sources(reading, actor_of)
    found = (forecast for passage in find_passages(reading) for forecast in _make(reading, passage, sources))
    return tuple({forecast.id: forecast for forecast in found}.values())


def _make(reading: Reading, passage: Passage, sources: _Sources) -> Iterator[Forecast]:
    text = reading.document.text[passage.start : passage.end]
    cue = _find_cue(reading, passage)
    chain = passage.claims[0].chain
    kind = read_kind(text, cue, first=passage.first, own=sources.acts(passage, chain))
    if kind is None or not text.strip():
        return
    source, name = sources.find(passage, chain)
    chance = find_chance(_find_context(reading, passage))
    until = find_deadline(reading, passage.start, passage.end)
    yield Forecast(
        id=f"forecast-{digest_text(f'{reading.document.id} {passage.start} {passage.end} {chain}')[:ID_LENGTH]}",
        document=reading.document.id,
        start=passage.start,
        end=passage.end,
        text=text,
        kind=kind,
        source=source,
        name=name,
        chain=chain,
        claims=tuple(sorted({claim.id for claim in passage.claims})),
        stated=reading.document.published,
        until=until,
        chance=chance,
        factuality=_find_factuality(passage),
        reasons=(
            tell_kind(kind, cue),
            f"how surely: “{chance.wording}”" if chance else "nothing says how surely, in a number or a word",
            f"until {until}" if until else "nothing says until when",
        ),
    )


def _find_factuality(passage: Passage) -> Factuality | None:
    """The least sure of those that were read, and "unknown" only where nothing else was."""
    found = [claim.factuality for claim in passage.claims if claim.factuality is not None]
    return min(found, key=lambda value: ("PS", "PR", "CT", "UU").index(value[:2]), default=None)


def _find_cue(reading: Reading, passage: Passage) -> str | None:
    if passage.attribution is None:
        return None
    cue = passage.attribution.cue
    return reading.document.text[cue.start : cue.end] if cue else ""


def _find_context(reading: Reading, passage: Passage) -> str:
    """The passage, and the words from the cue to it where the cue stands before it."""
    cue = passage.attribution.cue if passage.attribution else None
    start = cue.start if cue and cue.start < passage.start and passage.start - cue.end < NEAR else passage.start
    return reading.document.text[start : passage.end]


NEAR = 80
"""Characters between a cue and its content that still belong to the cue ("judged it 65 percent likely that …")."""


class _Sources:
    """Who speaks: the key under which a source's forecasts are counted, and its name."""

    def __init__(self, reading: Reading, actor_of: Mapping[str, str]) -> None:
        self._reading, self._actor_of = reading, actor_of
        self._names = {entity.id: entity.name for entity in reading.entities}
        self._entity_at = {
            mention.start: mention.entity for mention in sorted(reading.mentions, key=lambda m: (m.start, m.end, m.id))
        }

    def find(self, passage: Passage, chain: tuple[str, ...]) -> tuple[str | None, str | None]:
        inner = chain[-1] if chain else "unnamed"
        if inner == "author" or (inner == "unnamed" and len(chain) == 2 and self._is_first_person(passage)):
            return self._find_author()
        return self._actor_of.get(f"{self._reading.document.id}#{inner}"), self._names.get(inner)

    def acts(self, passage: Passage, chain: tuple[str, ...]) -> bool:
        """Whether the passage begins with the source itself, as in "(said that) it would leave"."""
        words = self._reading.document.text[passage.start : passage.end]
        lead = words.removeprefix("that ")
        entity = self._entity_at.get(passage.end - len(lead))
        return entity is not None and bool(chain) and entity == chain[-1]

    def _is_first_person(self, passage: Passage) -> bool:
        source = passage.attribution.source if passage.attribution else None
        return source is not None and self._reading.document.text[source.start : source.end].lower() in FIRST_PERSON

    def _find_author(self) -> tuple[str | None, str | None]:
        document = self._reading.document
        if len(document.byline) != 1 and not document.publisher:
            return None, None
        kind, name = (
            ("byline", document.byline[0]) if len(document.byline) == 1 else ("publisher", document.publisher or "")
        )
        same = [entity for entity in self._reading.entities if entity.name.casefold() == name.casefold()]
        actor = self._actor_of.get(f"{document.id}#{same[0].id}") if len(same) == 1 else None
        return actor or f"{kind}:{' '.join(name.casefold().split())}", name
