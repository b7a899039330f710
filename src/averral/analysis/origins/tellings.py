"""What a document has from others: who says it, what it is about, when it was said, as keys that others may share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from averral.analysis.origins.avowals import AVOWAL, is_avowal
from averral.analysis.origins.credits import iter_credits
from averral.analysis.origins.outlets import find_slug
from averral.analysis.origins.terms import iter_terms, list_name_words
from averral.analysis.origins.wording import hash_key
from averral.records import Attribution, Claim, Reading
from averral.records.origin import Telling

__all__ = ["QUOTE_WORDS", "list_tellings"]

QUOTE_WORDS: Final = 4
"""Words of a quotation that two documents must share to have the same words of somebody."""
SHORT: Final = 80
"""Words of a text that is too short for its sentences to be about different things."""
MOST: Final = 400
"""Tellings of one document that are kept."""
_QUOTED = re.compile(r'[“„«"]([^“”„«»"\n]{8,1500})[”“»"]')
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d(?:T.*)?", re.ASCII)
_TOLD = frozenset({"add", "ministr", "text"})
"""Stems that say who tells or that somebody does, not what."""
_WORD = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r",? (?:who|which|that|whose|speaking|asking) ", re.IGNORECASE)
_WHERE = re.compile(r"(?<=[a-z]) (?:in|at|near|on|from) [^,]*")
"""Where a speaker is: the minister in the capital is not the capital."""
_SPEECH = re.compile(
    r"\b(?:account|accusation|allegation|announcement|broadcast|bulletin|charge|claims?|communiqu[eé]|communication|"
    r"confession|declaration|denial|dispatch|figures?|findings?|interview|letter|list|message|order|press conference|"
    r"news conference|reports?|remarks?|retraction|speech|statement|story|testimony|toll|version|warning)\b|"
    r"\b(?:is|are|was) (?:wrong|right|lying)\b|\bl(?:ies|ied)\b",
    re.IGNORECASE,
)
"""Nouns of telling: a sentence that has one and names somebody may speak of a statement of theirs."""

Span = tuple[int, int]


def list_tellings(reading: Reading) -> tuple[Telling, ...]:
    """All tellings of a reading, in order of the text.

    One for each attribution; one for each person or organisation that a sentence names together with a noun of telling
    and that is no source there; one for each quotation that no attribution explains; one for each credit to an outlet.
    """
    found = [*_iter_speech(reading), *_iter_mentions(reading)]
    explained = sorted((telling.start, telling.end) for telling in found if telling.quotes)
    found += [*_iter_quotes(reading, explained), *_iter_credits(reading)]
    if len(_WORD.findall(reading.document.text)) <= SHORT:
        found = [_widen(telling, reading.document.text) for telling in found]
    found.sort(key=lambda telling: (telling.start, telling.end, telling.kind, telling.speaker))
    return tuple(found[:MOST])


def _widen(telling: Telling, text: str) -> Telling:
    """A telling of a short text is about all that stands there: "The minister is wrong. No van was seen."."""
    terms = set(iter_terms(text)).difference(telling.names, _TOLD)
    return msgspec.structs.replace(telling, terms=tuple(sorted(terms.union(telling.terms))))


def _iter_speech(reading: Reading) -> Iterator[Telling]:
    entities = {entity.id: entity for entity in reading.entities}
    text = reading.document.text
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    claims: dict[str | None, list[Claim]] = {}
    for claim in reading.claims:
        claims.setdefault(claim.attribution, []).append(claim)
    for attribution in reading.attributions:
        source = attribution.source
        entity = entities.get(source.entity or "") if source else None
        speaker = text[source.start : source.end] if source else ""
        known = ", ".join(map(_cut, (speaker, *((entity.name, *entity.aliases) if entity else ()))))
        pieces = _list_pieces(attribution)
        spans = _cover(reading.sentences, pieces)
        names = list_name_words(known)
        said = text[min(pieces)[0] : max(end for _, end in pieces)]
        avowed = is_avowal(said, claims.get(attribution.id, ()), source.entity if source else None)
        yield Telling(
            kind="speech", start=min(pieces)[0], end=max(end for _, end in pieces),
            speaker=entity.name if entity else speaker, names=names, entity=source.entity if source else None,
            terms=_list_terms(text, spans, names, avowed=avowed), quotes=_list_quotes(text, quoted, attribution),
            said=_list_said(reading, spans, attribution), latest=_find_latest(reading, spans),
            attribution=attribution.id,
        )  # fmt: skip


def _cut(speaker: str) -> str:
    """The words that name a speaker, without what is told of them: "a clerk, who asked not to be named" is a clerk."""
    return _WHERE.sub("", _ASIDE.split(speaker)[0])


def _list_pieces(attribution: Attribution) -> list[Span]:
    pieces = [(piece.start, piece.end) for piece in attribution.content]
    pieces += [(part.start, part.end) for part in (attribution.source, attribution.cue) if part]
    return pieces or [(0, 0)]


def _cover(sentences: Sequence[Span], pieces: Iterable[Span]) -> list[Span]:
    """The sentences that the pieces lie in; the pieces themselves where they lie in none."""
    starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
    found = set()
    for start, end in pieces:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        found |= set(sentences[first:last]) or {(start, end)}
    return sorted(found)


def _list_terms(text: str, spans: Iterable[Span], names: Iterable[str], *, avowed: bool = False) -> tuple[str, ...]:
    found = {term for start, end in spans for term in iter_terms(text[start:end])}
    return tuple(sorted({*found.difference(names, _TOLD), *((AVOWAL,) if avowed else ())}))


def _list_quotes(text: str, quoted: Iterable[Span], attribution: Attribution) -> tuple[int, ...]:
    some = (
        (start, end)
        for start, end in quoted
        if any(piece.start < end and start < piece.end for piece in attribution.content)
    )
    return tuple(sorted({key for start, end in some for key in _iter_runs(text[start:end])}))


def _iter_runs(text: str) -> Iterator[int]:
    words = [word.casefold() for word in _WORD.findall(text)]
    for place in range(len(words) - QUOTE_WORDS + 1):
        yield hash_key(*words[place : place + QUOTE_WORDS])


def _list_said(reading: Reading, spans: Iterable[Span], attribution: Attribution | None) -> tuple[str, ...]:
    """Days that stand in the sentences but not in what is said."""
    inside = [(piece.start, piece.end) for piece in attribution.content] if attribution else []
    days = _iter_days(reading, spans)
    return tuple(sorted({day for day, start, end in days if not any(s <= start and end <= e for s, e in inside)}))


def _iter_days(reading: Reading, spans: Iterable[Span]) -> Iterator[tuple[str, int, int]]:
    for time in reading.times:
        inside = any(start <= time.start and time.end <= end for start, end in spans)
        if inside and time.edtf and _DAY.fullmatch(time.edtf):
            yield time.edtf[:10], time.start, time.end


def _find_latest(reading: Reading, spans: Iterable[Span]) -> str | None:
    return max((day for day, _, _ in _iter_days(reading, spans)), default=None)


def _iter_mentions(reading: Reading) -> Iterator[Telling]:
    text = reading.document.text
    sources = {(a.source.start, a.source.end) for a in reading.attributions if a.source}
    names = {entity.id: entity.name for entity in reading.entities}
    seen: set[tuple[str | None, Span]] = set()
    for mention in reading.mentions:
        if mention.type not in ("PER", "ORG") or not list_name_words(text[mention.start : mention.end]):
            continue
        if any(start <= mention.start and mention.end <= end for start, end in sources):
            continue
        (start, end) = _cover(reading.sentences, [(mention.start, mention.end)])[0]
        if (mention.entity, (start, end)) in seen or not _SPEECH.search(text, start, end):
            continue
        seen.add((mention.entity, (start, end)))
        speaker = text[mention.start : mention.end]
        words = list_name_words(", ".join(map(_cut, (speaker, names.get(mention.entity or "", "")))))
        yield Telling(
            kind="mention", start=start, end=end, speaker=speaker, names=words, entity=mention.entity,
            terms=_list_terms(text, [(start, end)], words), said=_list_said(reading, [(start, end)], None),
            latest=_find_latest(reading, [(start, end)]),
        )  # fmt: skip


def _iter_quotes(reading: Reading, explained: Sequence[Span]) -> Iterator[Telling]:
    text = reading.document.text
    for found in _QUOTED.finditer(text):
        start, end = found.span()
        keys = tuple(sorted(set(_iter_runs(found[1]))))
        if keys and not any(first < end and start < last for first, last in explained):
            terms = _list_terms(text, _cover(reading.sentences, [(start, end)]), ())
            yield Telling(kind="quote", start=start, end=end, terms=terms, quotes=keys)


def _iter_credits(reading: Reading) -> Iterator[Telling]:
    document = reading.document
    for name, start, end in iter_credits(document.text):
        spans = _cover(reading.sentences, [(start, end)])
        names = list_name_words(name)
        yield Telling(
            kind="credit", start=spans[0][0], end=spans[-1][1], speaker=name, names=names,
            terms=_list_terms(document.text, spans, names), said=_list_said(reading, spans, None),
            latest=_find_latest(reading, spans),
        )  # fmt: skip
    slug = find_slug(document)
    if slug:
        yield Telling(kind="slug", start=slug[1], end=slug[2], speaker=slug[0], names=list_name_words(slug[0]))
