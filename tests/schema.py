"""What every reading must satisfy: the JSON Schema that ships, and the rules that a schema cannot say."""

from __future__ import annotations

import json
from collections.abc import Iterator

import msgspec
from jsonschema import Draft202012Validator

from averral.records import Reading, digest_text, reading_schema

_VALIDATOR = Draft202012Validator(reading_schema())
_ENCODER = msgspec.json.Encoder()


def check_reading(reading: Reading) -> None:
    """Fail where a reading breaks the contract."""
    _VALIDATOR.validate(json.loads(_ENCODER.encode(reading)))
    text = reading.document.text
    assert reading.document.text_sha256 == digest_text(text)
    for what, start, end in _iter_spans(reading):
        assert 0 <= start <= end <= len(text), f"{what}: {start}..{end} is outside the text of {len(text)} characters"
    for kind in ("mentions", "entities", "attributions", "events", "incidents", "relations", "claims"):
        labels = [record.id for record in getattr(reading, kind)]
        assert len(labels) == len(set(labels)), f"{kind}: an id is used twice"
    _check_references(reading)
    ends = [0, *(block.end for block in reading.document.blocks)]
    starts = [block.start for block in reading.document.blocks]
    assert all(end <= start for end, start in zip(ends, starts, strict=False)), "blocks overlap or are out of order"


def _iter_spans(reading: Reading) -> Iterator[tuple[str, int, int]]:
    for kind in ("mentions", "times", "relations", "claims"):
        yield from ((kind, record.start, record.end) for record in getattr(reading, kind))
    yield from (("blocks", block.start, block.end) for block in reading.document.blocks)
    yield from (("sentences", start, end) for start, end in reading.sentences)
    for attribution in reading.attributions:
        for part in (attribution.source, attribution.cue, *attribution.content):
            if part is not None:
                yield attribution.id, part.start, part.end
    for problem in reading.problems:
        if problem.start is not None and problem.end is not None:
            yield problem.kind, problem.start, problem.end


def _check_references(reading: Reading) -> None:
    entities = {entity.id for entity in reading.entities}
    attributions = {attribution.id for attribution in reading.attributions}
    for mention in reading.mentions:
        assert mention.entity in (None, *entities), f"{mention.id} names an entity that is not there"
    for attribution in reading.attributions:
        assert attribution.content, f"{attribution.id} has no content"
        assert attribution.parent in (None, *attributions - {attribution.id}), f"{attribution.id} has a wrong parent"
        assert attribution.source is None or attribution.source.entity in (None, *entities)
    for claim in reading.claims:
        assert claim.attribution in (None, *attributions), f"{claim.id} has an attribution that is not there"
        assert claim.chain, f"{claim.id} has no chain"
        assert claim.chain[0] == "author", f"{claim.id}: a chain begins with the author"
        assert set(claim.chain[1:]) <= entities | {"unnamed"}, f"{claim.id}: {claim.chain} names what is not there"
